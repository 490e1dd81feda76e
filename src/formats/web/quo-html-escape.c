/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-html.h"

#include <string.h>

void
quo_html_escape (GString *out, const char *utf8, gssize len)
{
  const char *end = utf8 + (len < 0 ? (gssize)strlen (utf8) : len);

  while (utf8 < end)
    {
      const char *p = utf8;

      while (p < end && *p != '&' && *p != '<' && *p != '>' && *p != '"' && *p != '\r')
        p++;
      g_string_append_len (out, utf8, p - utf8);
      if (p == end)
        return;
      if (*p == '&')
        g_string_append (out, "&amp;");
      else if (*p == '<')
        g_string_append (out, "&lt;");
      else if (*p == '>')
        g_string_append (out, "&gt;");
      else if (*p == '"')
        g_string_append (out, "&quot;");
      else if (p[1] != '\n')
        g_string_append_c (out, '\n');
      utf8 = p + 1;
    }
}
