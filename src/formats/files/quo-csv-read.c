/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as text, read: cells are unquoted in place. */

#include "quo-config.h"

#include "quo-csv-read.h"

#include "quo-csv.h"
#include "quo-error.h"
#include "quo-lines.h"

#include <glib/gi18n.h>
#include <string.h>

/* The sign between cells: the one the first line has most of. */
static char
guess_separator (const char *text)
{
  static const char separators[] = ",;\t";
  gsize len = strcspn (text, "\r\n");
  guint best = 0;
  char separator = ',';

  for (const char *s = separators; *s != '\0'; s++)
    {
      guint n = 0;

      for (gsize i = 0; i < len; i++)
        n += text[i] == *s;
      if (n > best)
        {
          best = n;
          separator = *s;
        }
    }
  return separator;
}

static gboolean
refuse_quote (QuoCsvReader *reader, GError **error)
{
  g_set_error (error, QUO_ERROR, QUO_ERROR_SYNTAX,
               _ ("%s: line %u: a quotation mark begins a cell and no other ends it"),
               quo_source_get_name (reader->import->source), reader->line);
  return FALSE;
}

/* Takes the quotation marks off the cell that begins at reader->next. FALSE: it does not end. */
static gboolean
read_quoted (QuoCsvReader *reader)
{
  char *to = reader->next, *p = reader->next + 1;

  g_ptr_array_add (reader->cells, to);
  for (; p < reader->end; p++)
    {
      if (*p == '"' && p[1] == '"')
        p++;
      else if (*p == '"')
        break;
      reader->next_line += *p == '\n' || (*p == '\r' && p[1] != '\n');
      *to++ = *p;
    }
  if (p >= reader->end)
    return FALSE;
  for (p++; p < reader->end && *p != reader->separator && *p != '\n' && *p != '\r'; p++)
    *to++ = *p; /* what follows the mark belongs to the cell, as spreadsheets read it */
  reader->next = p;
  *to = '\0'; /* before the separator, which is looked at first by the caller */
  return TRUE;
}

static void
read_plain (QuoCsvReader *reader)
{
  char *p = reader->next;

  g_ptr_array_add (reader->cells, p);
  while (p < reader->end && *p != reader->separator && *p != '\n' && *p != '\r')
    p++;
  reader->next = p;
}

static gboolean
read_row (QuoCsvReader *reader, GError **error)
{
  char sign;

  g_ptr_array_set_size (reader->cells, 0);
  reader->line = reader->next_line;
  do
    {
      if (*reader->next != '"')
        read_plain (reader);
      else if (!read_quoted (reader))
        return refuse_quote (reader, error);
      sign = reader->next < reader->end ? *reader->next : '\0';
      *reader->next = '\0';
      if (reader->next < reader->end)
        reader->next++;
    }
  while (sign == reader->separator);
  if (sign == '\r' && reader->next < reader->end && *reader->next == '\n')
    reader->next++;
  reader->next_line += sign != '\0';
  return TRUE;
}

gboolean
quo_csv_reader_init_beside (QuoCsvReader *reader, QuoImport *import, const char *sibling,
                            GError **error)
{
  gsize len;

  *reader = (QuoCsvReader){ .import = import, .next_line = 1 };
  reader->columns = g_ptr_array_new ();
  reader->cells = g_ptr_array_new ();
  reader->text = quo_source_load_text (import->source, sibling, NULL, &len, error);
  if (reader->text == NULL)
    return FALSE;
  reader->next = reader->text;
  reader->end = reader->text + len;
  reader->separator = guess_separator (reader->text);
  if (!read_row (reader, error))
    return FALSE;
  for (guint i = 0; i < reader->cells->len; i++)
    g_ptr_array_add (reader->columns, g_strstrip (g_ptr_array_index (reader->cells, i)));
  return TRUE;
}

gboolean
quo_csv_reader_init (QuoCsvReader *reader, QuoImport *import, GError **error)
{
  return quo_csv_reader_init_beside (reader, import, NULL, error);
}

void
quo_csv_reader_clear (QuoCsvReader *reader)
{
  g_clear_pointer (&reader->columns, g_ptr_array_unref);
  g_clear_pointer (&reader->cells, g_ptr_array_unref);
  g_clear_pointer (&reader->text, g_free);
}

static gboolean
is_empty_row (const QuoCsvReader *reader)
{
  for (guint i = 0; i < reader->cells->len; i++)
    if (*(const char *)g_ptr_array_index (reader->cells, i) != '\0')
      return FALSE;
  return TRUE;
}

gboolean
quo_csv_reader_next (QuoCsvReader *reader, gboolean *ret_is_end, GError **error)
{
  *ret_is_end = FALSE;
  while (reader->next < reader->end)
    {
      GError *fault = NULL;

      if (!read_row (reader, &fault))
        {
          *ret_is_end = quo_import_stop_short (reader->import, fault, error);
          return FALSE;
        }
      if (!is_empty_row (reader))
        return TRUE;
    }
  *ret_is_end = TRUE;
  return FALSE;
}

static guint
find_column (const QuoCsvReader *reader, const char *name)
{
  guint i = 0;

  while (i < reader->columns->len
         && g_ascii_strcasecmp (g_ptr_array_index (reader->columns, i), name) != 0)
    i++;
  return i < reader->columns->len ? i : G_MAXUINT;
}

guint
quo_csv_reader_find (const QuoCsvReader *reader, const char *names)
{
  g_auto (GStrv) all = g_strsplit (names, "|", -1);
  guint column = G_MAXUINT;

  for (guint n = 0; all[n] != NULL && column == G_MAXUINT; n++)
    column = find_column (reader, all[n]);
  return column;
}

guint
quo_csv_reader_count (const QuoCsvReader *reader)
{
  return reader->columns->len;
}

const char *
quo_csv_reader_get_name (const QuoCsvReader *reader, guint column)
{
  return g_ptr_array_index (reader->columns, column);
}

const char *
quo_csv_reader_get (const QuoCsvReader *reader, guint column)
{
  const char *cell = column < reader->cells->len ? g_ptr_array_index (reader->cells, column) : NULL;

  if (cell == NULL || *cell == '\0')
    return NULL;
  return quo_csv_is_guarded (cell) ? cell + 1 : cell;
}

const char *
quo_csv_reader_get_named (const QuoCsvReader *reader, const char *name)
{
  return quo_csv_reader_get (reader, find_column (reader, name));
}

/* Case and quotation marks apart. */
static gboolean
has_name (char **names, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *bare = g_strdup (names[i]);

      if (g_ascii_strcasecmp (g_strdelimit (g_strstrip (bare), "\"", ' '), name) == 0
          || g_ascii_strcasecmp (g_strstrip (bare), name) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_csv_head_has (const char *head, ...)
{
  g_autofree char *line = g_strndup (head, strcspn (head, "\r\n"));
  char separator[] = { guess_separator (line), '\0' };
  g_auto (GStrv) names = g_strsplit (line, separator, -1);
  gboolean has_all = TRUE;
  const char *name;
  va_list args;

  va_start (args, head);
  while (has_all && (name = va_arg (args, const char *)) != NULL)
    has_all = has_name (names, name);
  va_end (args);
  return has_all;
}

gboolean
quo_csv_read_ranges (QuoBuilder *builder, QuoDraft *draft, const char *cell)
{
  g_autofree char *copy = g_strdup (cell);
  char *rest = copy, *pair;

  while ((pair = quo_lines_cut (&rest, ';')) != NULL)
    {
      char *start = quo_lines_cut (&pair, '-');
      guint32 from, to;

      if (pair == NULL || !quo_lines_parse_uint (start, &from) || !quo_lines_parse_uint (pair, &to))
        return FALSE;
      quo_draft_add_range (builder, draft, from, to, NULL, 0);
    }
  return TRUE;
}
