/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied out of a browser is a piece of a page, with or without a description of Windows:
 * https://learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format */
#include "quo-config.h"

#include "quo-web-clipping.h"

#include <string.h>

#define HEAD "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n"
#define START "<!--StartFragment-->"
#define END "<!--EndFragment-->"
#define ADDRESS "SourceURL:"

/* Where the markup begins: behind lines such as "StartHTML:0000000105", if there are any. */
static const char *
find_markup (const char *html)
{
  const char *markup = strchr (html, '<');

  return markup != NULL && g_str_has_prefix (html, "Version:")
                 && g_strstr_len (html, markup - html, "StartHTML:") != NULL
             ? markup
             : html;
}

/* (transfer full) (nullable): the address that the lines before the markup tell. */
static char *
dup_address (const char *html, const char *markup)
{
  g_autofree char *lines = g_strndup (html, (gsize)(markup - html));
  const char *address = strstr (lines, ADDRESS);

  if (address == NULL || !g_str_has_prefix (address + strlen (ADDRESS), "http"))
    return NULL;
  address += strlen (ADDRESS);
  return g_strndup (address, strcspn (address, "\r\n"));
}

char *
quo_web_dup_clipping (const char *html)
{
  const char *markup, *start, *end;
  g_autofree char *address = NULL;
  GString *page = g_string_new (HEAD);

  g_return_val_if_fail (html != NULL, g_string_free (page, FALSE));
  markup = find_markup (html);
  address = dup_address (html, markup);
  if (address != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (address, -1);

      g_string_append_printf (page, "<link rel=\"canonical\" href=\"%s\">\n", escaped);
    }
  start = strstr (markup, START);
  end = start != NULL ? strstr (start, END) : NULL;
  if (end != NULL)
    g_string_append_len (page, start + strlen (START), end - start - (gssize)strlen (START));
  else
    g_string_append (page, markup);
  g_string_append_c (page, '\n');
  return g_string_free (page, FALSE);
}
