/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines and fields of text files, cut in place. */

#include "quo-config.h"

#include "quo-lines.h"

#include <string.h>

void
quo_lines_init (QuoLines *lines, char *text, gsize len)
{
  *lines = (QuoLines){ .next = text, .end = text + len };
}

gboolean
quo_lines_next (QuoLines *lines)
{
  char *end;

  if (lines->next >= lines->end)
    return FALSE;
  lines->line = lines->next;
  end = memchr (lines->line, '\n', (gsize)(lines->end - lines->line));
  if (end == NULL)
    end = lines->end;
  lines->next = end + 1;
  lines->number++;
  if (end > lines->line && end[-1] == '\r')
    end--;
  *end = '\0';
  lines->len = (gsize)(end - lines->line);
  return TRUE;
}

char *
quo_lines_cut (char **line, char separator)
{
  char *field = *line, *end;

  if (field == NULL)
    return NULL;
  end = strchr (field, separator);
  if (end != NULL)
    *end = '\0';
  *line = end != NULL ? end + 1 : NULL;
  return field;
}

gboolean
quo_lines_parse_uint (const char *s, guint32 *ret_n)
{
  guint64 n = 0;

  if (*s == '\0')
    return FALSE;
  for (; g_ascii_isdigit (*s); s++)
    n = MIN (n * 10 + (guint64)(*s - '0'), G_MAXUINT32);
  *ret_n = (guint32)n;
  return *s == '\0';
}
