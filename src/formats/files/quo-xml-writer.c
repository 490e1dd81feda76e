/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How text is spelt in XML. */

#include "quo-config.h"

#include "quo-xml-writer.h"

#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
get_escape (char c, gboolean is_attr)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '\n':
      return is_attr ? "&#10;" : NULL;
    case '\t':
      return is_attr ? "&#9;" : NULL;
    default:
      return NULL;
    }
}

void
quo_xml_append_text (GString *out, const char *utf8, gssize len)
{
  const char *end = utf8 + (len >= 0 ? (gsize)len : strlen (utf8));
  const char *plain = utf8;

  for (const char *p = utf8; p < end; p++)
    {
      const char *escape = get_escape (*p, FALSE);

      if (escape == NULL)
        continue;
      g_string_append_len (out, plain, p - plain);
      g_string_append (out, escape);
      plain = p + 1;
    }
  g_string_append_len (out, plain, end - plain);
}

void
quo_xml_append_attr (GString *out, const char *name, const char *value)
{
  gboolean has_double = strchr (value, '"') != NULL;
  char mark = has_double && strchr (value, '\'') == NULL ? '\'' : '"';

  g_string_append_printf (out, " %s=%c", name, mark);
  for (const char *p = value; *p != '\0'; p++)
    {
      const char *escape = get_escape (*p, TRUE);

      if (escape != NULL)
        g_string_append (out, escape);
      else if (*p == mark)
        g_string_append (out, "&quot;");
      else if ((guchar)*p >= 0x20)
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, mark);
}

static gboolean
is_allowed (gunichar c)
{
  return (c >= 0x20 && c != 0xfffe && c != 0xffff) || c == '\t' || c == '\n' || c == '\r';
}

gboolean
quo_xml_check_text (const QuoText *text, GError **error)
{
  guint line = 1;

  for (const char *p = quo_text_get_utf8 (text); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      line += c == '\n';
      if (is_allowed (c))
        continue;
      g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
                   _ ("Line %u of the article holds the character U+%04X, which XML does not "
                      "allow; it can be exported to formats that are not XML"),
                   line, c);
      return FALSE;
    }
  return TRUE;
}

void
quo_xml_append_clean (GString *out, const char *utf8)
{
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    if (is_allowed (g_utf8_get_char (p)))
      quo_xml_append_text (out, p, g_utf8_next_char (p) - p);
}
