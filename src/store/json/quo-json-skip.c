/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Passing over a value of any kind while checking it.  There is no recursion: one bit a level says
 * whether it is an object. */

#include "quo-config.h"

#include "quo-json-reader-private.h"

#include <glib/gi18n.h>

/* Takes a value that is neither an object nor a list. */
static gboolean
skip_scalar (QuoJsonReader *reader, QuoJsonKind kind)
{
  QuoJsonScan scan;

  switch (kind)
    {
    case QUO_JSON_STRING:
      return quo_json_reader_take_string (reader, &scan);
    case QUO_JSON_NUMBER:
      return quo_json_reader_take_number (reader);
    case QUO_JSON_TRUE:
      return quo_json_reader_take_literal (reader, "true", 4);
    case QUO_JSON_FALSE:
      return quo_json_reader_take_literal (reader, "false", 5);
    case QUO_JSON_NULL:
      return quo_json_reader_take_literal (reader, "null", 4);
    default:
      return FALSE;
    }
}

/* Takes a name that nobody looks at, with its colon. */
static gboolean
skip_name (QuoJsonReader *reader)
{
  QuoJsonScan scan;

  if (!quo_json_reader_take_name (reader, &scan))
    return FALSE;
  return quo_json_reader_take_colon (reader);
}

/* Goes from the end of one value inside the skipped one to the start of the next: out of all that
 * closes here, over a comma, over a name.  Gives FALSE when the skipped value is over. */
static gboolean
skip_between (QuoJsonReader *reader, guint outer, guint64 *objects)
{
  while (reader->depth > outer)
    {
      gboolean is_object = (*objects >> (reader->depth - 1)) & 1;

      if (is_object ? quo_json_reader_take_comma (reader, '}', N_ ("a comma or } is expected"))
                    : quo_json_reader_take_comma (reader, ']', N_ ("a comma or ] is expected")))
        return !is_object || skip_name (reader);
      if (reader->error != NULL)
        return FALSE;
    }
  return FALSE;
}

gboolean
quo_json_reader_skip (QuoJsonReader *reader, QuoJsonSlice *ret_raw)
{
  guint outer = reader->depth;
  guint64 objects = 0; /* bit d - 1: level d is an object */
  const char *at;

  quo_json_reader_peek (reader);
  at = reader->p;
  do
    {
      QuoJsonKind kind = quo_json_reader_peek (reader);

      if (kind == QUO_JSON_OBJECT || kind == QUO_JSON_ARRAY)
        {
          if (!quo_json_reader_take_opening (reader, *reader->p, ""))
            return FALSE;
          objects &= ~(G_GUINT64_CONSTANT (1) << (reader->depth - 1));
          objects |= (guint64)(kind == QUO_JSON_OBJECT) << (reader->depth - 1);
        }
      else if (!skip_scalar (reader, kind))
        return FALSE;
    }
  while (skip_between (reader, outer, &objects));
  *ret_raw = (QuoJsonSlice){ at, (gsize)(reader->p - at), 0 };
  return reader->error == NULL;
}

gboolean
quo_json_check (const char *data, gsize len, const char *name, GError **error)
{
  g_auto (QuoJsonReader) reader = { 0 };
  QuoJsonSlice raw;

  quo_json_reader_init (&reader, data, len, name);
  quo_json_reader_skip (&reader, &raw);
  return quo_json_reader_finish (&reader, error);
}

/* Passes over a value and refuses what a tree could not hold: members that stand twice, U+0000,
 * half a surrogate pair.  As deep as the reader allows. */
static void
skip_unique (QuoJsonReader *reader)
{
  QuoJsonKind kind = quo_json_reader_peek (reader);
  QuoJsonSlice raw;

  if (kind == QUO_JSON_OBJECT)
    {
      QuoJsonObject object;

      quo_json_reader_enter_object (reader, &object, NULL, 0);
      while (quo_json_reader_next_member (reader, &object) != QUO_JSON_DONE)
        {
          if (!g_utf8_validate_len (object.name.data, object.name.len, NULL))
            quo_json_reader_refuse (reader, object.raw_name.data,
                                    N_ ("this name has a character that is not allowed"));
          skip_unique (reader);
        }
    }
  else if (kind == QUO_JSON_ARRAY)
    {
      quo_json_reader_enter_array (reader);
      while (quo_json_reader_next_element (reader))
        skip_unique (reader);
    }
  else if (kind == QUO_JSON_STRING)
    quo_json_reader_read_slice (reader, &raw);
  else if (kind != QUO_JSON_NOTHING)
    quo_json_reader_skip (reader, &raw);
  quo_json_reader_recycle (reader);
}

gboolean
quo_json_check_unique (const char *data, gsize len, const char *name, GError **error)
{
  g_auto (QuoJsonReader) reader = { 0 };

  quo_json_reader_init (&reader, data, len, name);
  skip_unique (&reader);
  return quo_json_reader_finish (&reader, error);
}
