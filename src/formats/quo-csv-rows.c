/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading tables: cells are cut in place. */

#include "quo-config.h"

#include "quo-csv-rows.h"

#include <string.h>

/* The content of a cell in quotation marks, which are dropped; two of them are one. Gives what
 * follows. */
static char *
unquote (QuoCsvRows *rows, char *p)
{
  char *to = p;

  for (; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] != '"')
        {
          p++;
          break;
        }
      p += *p == '"';
      rows->next_line += *p == '\n';
      *to++ = *p;
    }
  if (to < p)
    *to = '\0';
  return p;
}

static gboolean
read_row (QuoCsvRows *rows)
{
  char *p = rows->next;

  g_ptr_array_set_size (rows->cells, 0);
  rows->line = rows->next_line;
  if (*p == '\0')
    return FALSE;
  for (;;)
    {
      gboolean is_quoted = *p == '"';
      char separator;

      g_ptr_array_add (rows->cells, p + is_quoted);
      if (is_quoted)
        p = unquote (rows, p + 1);
      while (*p != '\0' && *p != rows->separator && *p != '\n' && *p != '\r')
        p++;
      separator = *p;
      *p = '\0';
      if (separator == '\r' && p[1] == '\n')
        p++;
      rows->next = separator != '\0' ? p + 1 : p;
      rows->next_line += separator == '\r' || separator == '\n';
      if (separator != rows->separator || separator == '\0')
        return TRUE;
      p++;
    }
}

static char
find_separator (const char *text)
{
  gsize len = strcspn (text, "\r\n");

  for (const char *s = "\t;"; *s != '\0'; s++)
    if (memchr (text, *s, len) != NULL && memchr (text, ',', len) == NULL)
      return *s;
  return ',';
}

void
quo_csv_rows_init (QuoCsvRows *rows, char *text)
{
  rows->cells = g_ptr_array_new ();
  rows->columns = g_hash_table_new (g_str_hash, g_str_equal);
  rows->next = text;
  rows->next_line = 1;
  rows->separator = find_separator (text);
  if (!read_row (rows))
    return;
  for (guint i = 0; i < rows->cells->len; i++)
    g_hash_table_insert (rows->columns, g_strstrip (g_ptr_array_index (rows->cells, i)),
                         GUINT_TO_POINTER (i + 1));
}

void
quo_csv_rows_clear (QuoCsvRows *rows)
{
  g_clear_pointer (&rows->cells, g_ptr_array_unref);
  g_clear_pointer (&rows->columns, g_hash_table_unref);
}

gboolean
quo_csv_rows_next (QuoCsvRows *rows)
{
  while (read_row (rows))
    if (rows->cells->len > 1 || *(const char *)g_ptr_array_index (rows->cells, 0) != '\0')
      return TRUE;
  return FALSE;
}

gboolean
quo_csv_rows_has (const QuoCsvRows *rows, const char *title)
{
  return g_hash_table_contains (rows->columns, title);
}

const char *
quo_csv_rows_get (const QuoCsvRows *rows, const char *title)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (rows->columns, title));

  return i > 0 && i <= rows->cells->len ? g_ptr_array_index (rows->cells, i - 1) : NULL;
}
