/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults of the JSON reader, and where they are.  Lines are counted only here, when there is
 * something to tell. */

#include "quo-config.h"

#include "quo-json-reader-private.h"

#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
quo_json_reader_has_failed (const QuoJsonReader *reader)
{
  return reader->error != NULL;
}

gsize
quo_json_reader_tell (const QuoJsonReader *reader)
{
  return (gsize)(reader->p - reader->start);
}

void
quo_json_reader_take_error (QuoJsonReader *reader, GError *error)
{
  if (reader->error == NULL)
    reader->error = error;
  else
    g_error_free (error);
  reader->p = reader->end;
}

/* Line and column (code points) of a place, both from 1. */
static void
find_line (const QuoJsonReader *reader, gsize place, guint *ret_line, guint *ret_column)
{
  const char *line = reader->start, *at = reader->start + place, *feed;
  guint n_lines = reader->n_lines_before + 1, n_chars = 1;

  while ((feed = memchr (line, '\n', (gsize)(at - line))) != NULL)
    {
      n_lines++;
      line = feed + 1;
    }
  for (; line < at; line++)
    n_chars += ((guchar)*line & 0xc0) != 0x80;
  *ret_line = n_lines;
  *ret_column = n_chars;
}

/* Makes the fault: by the caller's name for the place when it has one, else by line and column. */
static void
set_fault (QuoJsonReader *reader, gsize place, QuoError code, const char *where, const char *what)
{
  guint line, column;
  GError *error;

  if (reader->error != NULL)
    return;
  find_line (reader, place, &line, &column);
  if (where != NULL)
    error = g_error_new (QUO_ERROR, (int)code, _ ("%s: %s: %s (line %u, column %u)"), reader->name,
                         where, what, line, column);
  else
    error = g_error_new (QUO_ERROR, (int)code, _ ("%s: line %u, column %u: %s"), reader->name, line,
                         column, what);
  quo_json_reader_take_error (reader, error);
}

void
quo_json_reader_set_first_line (QuoJsonReader *reader, guint line)
{
  reader->n_lines_before = line - 1;
}

void
quo_json_reader_set_describe (QuoJsonReader *reader, QuoJsonDescribe describe, gpointer data)
{
  reader->describe = describe;
  reader->describe_data = data;
}

void
quo_json_reader_fail_at (QuoJsonReader *reader, gsize place, const char *what)
{
  g_autofree char *where = NULL;

  if (reader->describe != NULL)
    where = reader->describe (reader->describe_data);
  set_fault (reader, place, QUO_ERROR_INVALID, where, what);
}

/* The text is no JSON. */
gboolean
quo_json_reader_fail (QuoJsonReader *reader, const char *at, const char *what)
{
  if (reader->error == NULL)
    set_fault (reader, (gsize)(at - reader->start), QUO_ERROR_SYNTAX, NULL, _ (what));
  return FALSE;
}

/* The text is JSON, but not what the caller wants. */
gboolean
quo_json_reader_refuse (QuoJsonReader *reader, const char *at, const char *what)
{
  quo_json_reader_fail_at (reader, (gsize)(at - reader->start), _ (what));
  return FALSE;
}

gboolean
quo_json_reader_fail_twice (QuoJsonReader *reader, gsize place, const QuoJsonObject *object,
                            gsize first)
{
  guint line, column;
  g_autofree char *name = g_utf8_make_valid (object->name.data, (gssize)object->name.len);
  g_autofree char *what = NULL;

  find_line (reader, first, &line, &column);
  what = g_strdup_printf (_ ("the member “%s” stands twice in one object, first at line %u, "
                             "column %u"),
                          name, line, column);
  set_fault (reader, place, QUO_ERROR_INVALID, NULL, what);
  return FALSE;
}
