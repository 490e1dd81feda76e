/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pull reader.  `p` stands behind the last token that was taken.  After `{` or `[` the flag
 * is_fresh tells next_member () and next_element () that no comma is due.  Once there is an error,
 * `p` is moved to the end and nothing is taken any more. */

#include "quo-config.h"

#include "quo-json-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A chunk of copied strings; a longer string has a chunk of its own. */
#define CHUNK_SIZE 65536

/* What every type can live with; a new chunk begins on such a place. */
#define BLOCK_ALIGN 16

void
quo_json_reader_clear (QuoJsonReader *reader)
{
  g_clear_error (&reader->error);
  g_clear_pointer (&reader->names, quo_json_names_free);
  g_clear_pointer (&reader->chunks, g_ptr_array_unref);
  g_clear_pointer (&reader->escaped_names, g_string_chunk_free);
}

void
quo_json_reader_init (QuoJsonReader *reader, const char *data, gsize len, const char *name)
{
  memset (reader, 0, sizeof *reader);
  reader->start = reader->p = data != NULL ? data : "";
  reader->end = reader->start + len;
  reader->name = name;
  if (len >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    quo_json_reader_fail (reader, reader->p, N_ ("a byte order mark is not allowed in JSON"));
}

/* --- Strings that belong to the reader --- */

static char *
allocate (QuoJsonReader *reader, gsize size)
{
  char *block;

  if (size > reader->n_spare)
    {
      gsize room = MAX (size, (gsize)CHUNK_SIZE);

      if (reader->chunks == NULL)
        reader->chunks = g_ptr_array_new_with_free_func (g_free);
      reader->spare = g_malloc (room);
      reader->n_spare = room;
      g_ptr_array_add (reader->chunks, reader->spare);
    }
  block = reader->spare;
  reader->spare += size;
  reader->n_spare -= size;
  return block;
}

void
quo_json_reader_recycle (QuoJsonReader *reader)
{
  if (reader->chunks == NULL)
    return;
  if (reader->chunks->len > 1)
    {
      g_ptr_array_set_size (reader->chunks, 0);
      reader->n_spare = 0;
      return;
    }
  reader->n_spare += (gsize)(reader->spare - (char *)reader->chunks->pdata[0]);
  reader->spare = reader->chunks->pdata[0];
}

gpointer
quo_json_reader_keep_block (QuoJsonReader *reader, gconstpointer data, gsize size)
{
  gsize slack = (gsize)(-(guintptr)reader->spare & (BLOCK_ALIGN - 1));

  if (slack + size <= reader->n_spare)
    allocate (reader, slack);
  return size > 0 ? memcpy (allocate (reader, size), data, size) : NULL;
}

const char *
quo_json_reader_keep (QuoJsonReader *reader, QuoJsonSlice slice)
{
  char *copy = allocate (reader, slice.len + 1);

  memcpy (copy, slice.data, slice.len);
  copy[slice.len] = '\0';
  return copy;
}

/* --- Tokens --- */

static inline void
skip_blanks (QuoJsonReader *reader)
{
  const char *p = reader->p;

  while (p < reader->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  reader->p = p;
}

static QuoJsonKind
name_kind (char c)
{
  switch (c)
    {
    case '{':
      return QUO_JSON_OBJECT;
    case '[':
      return QUO_JSON_ARRAY;
    case '"':
      return QUO_JSON_STRING;
    case 't':
      return QUO_JSON_TRUE;
    case 'f':
      return QUO_JSON_FALSE;
    case 'n':
      return QUO_JSON_NULL;
    default:
      return c == '-' || g_ascii_isdigit (c) ? QUO_JSON_NUMBER : QUO_JSON_NOTHING;
    }
}

QuoJsonKind
quo_json_reader_peek (QuoJsonReader *reader)
{
  QuoJsonKind kind;

  skip_blanks (reader);
  if (reader->p == reader->end)
    {
      quo_json_reader_fail (reader, reader->p, N_ ("the text ends where a value is expected"));
      return QUO_JSON_NOTHING;
    }
  kind = name_kind (*reader->p);
  if (kind == QUO_JSON_NOTHING)
    quo_json_reader_fail (reader, reader->p, N_ ("a value is expected"));
  return kind;
}

/* Another kind of value stands here than the caller asked for, or none. */
static gboolean
fail_kind (QuoJsonReader *reader, const char *expected)
{
  if (reader->error != NULL)
    return FALSE;
  if (reader->p < reader->end && name_kind (*reader->p) != QUO_JSON_NOTHING)
    return quo_json_reader_refuse (reader, reader->p, expected);
  return quo_json_reader_fail (reader, reader->p, expected);
}

/* Whether the next value begins with @c, which is then taken. */
gboolean
quo_json_reader_take_opening (QuoJsonReader *reader, char c, const char *expected)
{
  skip_blanks (reader);
  if (reader->p == reader->end || *reader->p != c)
    return fail_kind (reader, expected);
  if (reader->depth == QUO_JSON_MAX_DEPTH)
    return quo_json_reader_fail (reader, reader->p, N_ ("more than 64 levels are not allowed"));
  reader->depth++;
  reader->p++;
  reader->is_fresh = TRUE;
  return TRUE;
}

/* Takes the comma before the next item, or the closing bracket, at which it gives FALSE. */
gboolean
quo_json_reader_take_comma (QuoJsonReader *reader, char closing, const char *expected)
{
  gboolean is_first = reader->is_fresh;

  reader->is_fresh = FALSE;
  if (reader->error != NULL)
    return FALSE;
  skip_blanks (reader);
  if (reader->p < reader->end && *reader->p == closing)
    {
      reader->p++;
      reader->depth--;
      return FALSE;
    }
  if (is_first)
    return TRUE;
  if (reader->p == reader->end || *reader->p != ',')
    return quo_json_reader_fail (reader, reader->p, expected);
  reader->p++;
  skip_blanks (reader);
  return TRUE;
}

gboolean
quo_json_reader_take_string (QuoJsonReader *reader, QuoJsonScan *scan)
{
  skip_blanks (reader);
  if (reader->p == reader->end || *reader->p != '"')
    return fail_kind (reader, N_ ("a string is expected"));
  if (!quo_json_scan_string (reader->p + 1, reader->end, scan))
    return quo_json_reader_fail (reader, scan->end, scan->fault);
  reader->p = scan->end;
  return TRUE;
}

gboolean
quo_json_reader_take_name (QuoJsonReader *reader, QuoJsonScan *scan)
{
  skip_blanks (reader);
  if (reader->p == reader->end || *reader->p != '"')
    return quo_json_reader_fail (reader, reader->p,
                                 N_ ("the name of a member is expected, in quotation marks"));
  return quo_json_reader_take_string (reader, scan);
}

gboolean
quo_json_reader_take_colon (QuoJsonReader *reader)
{
  skip_blanks (reader);
  if (reader->p == reader->end || *reader->p != ':')
    return quo_json_reader_fail (reader, reader->p, N_ ("a colon is expected"));
  reader->p++;
  skip_blanks (reader);
  return TRUE;
}

gboolean
quo_json_reader_take_literal (QuoJsonReader *reader, const char *word, gsize len)
{
  if ((gsize)(reader->end - reader->p) < len || memcmp (reader->p, word, len) != 0)
    return quo_json_reader_fail (reader, reader->p, N_ ("a value is expected"));
  reader->p += len;
  return TRUE;
}

gboolean
quo_json_reader_take_number (QuoJsonReader *reader)
{
  const char *fault, *after = quo_json_scan_number (reader->p, reader->end, &fault);

  if (after == NULL)
    return quo_json_reader_fail (reader, fault, N_ ("this is no number as JSON writes it"));
  reader->p = after;
  return TRUE;
}

/* --- Objects and arrays --- */

gboolean
quo_json_reader_enter_object (QuoJsonReader *reader, QuoJsonObject *object,
                              const QuoJsonName *known, guint n_known)
{
  g_return_val_if_fail (n_known <= QUO_JSON_MAX_KNOWN, FALSE);

  object->known = known;
  object->n_known = n_known;
  object->guess = 0;
  object->seen = 0;
  object->has_mark = FALSE;
  return quo_json_reader_take_opening (reader, '{', N_ ("an object is expected"));
}

/* Makes the name of a member out of what stands between the quotation marks. */
static QuoJsonSlice
make_name (QuoJsonReader *reader, const char *p, const QuoJsonScan *scan)
{
  QuoJsonSlice name = { p, (gsize)(scan->end - 1 - p), scan->n_chars };
  g_autofree char *buffer = NULL;

  if (!scan->has_escape)
    return name;
  if (reader->escaped_names == NULL)
    reader->escaped_names = g_string_chunk_new (256);
  buffer = g_malloc (name.len);
  name.len = (gsize)(quo_json_unescape (p, p + name.len, buffer) - buffer);
  name.data = g_string_chunk_insert_len (reader->escaped_names, buffer, (gssize)name.len);
  return name;
}

/* The place of the name in the table; members mostly come in the order of the table. */
static int
find_known (QuoJsonObject *object)
{
  const QuoJsonSlice *name = &object->name;

  for (guint i = 0; i < object->n_known; i++)
    {
      guint k = object->guess + i;
      const QuoJsonName *known;

      if (k >= object->n_known)
        k -= object->n_known;
      known = &object->known[k];
      if (known->len == name->len && *known->name == *name->data
          && memcmp (known->name, name->data, name->len) == 0)
        {
          object->guess = k + 1 < object->n_known ? k + 1 : 0;
          return (int)k;
        }
    }
  return QUO_JSON_UNKNOWN;
}

/* Whether the member stands here for the first time. */
static gboolean
note_name (QuoJsonReader *reader, QuoJsonObject *object, int known, gsize place)
{
  gsize first;

  if (known >= 0)
    {
      if (object->seen & (1u << known))
        return quo_json_reader_fail_twice (reader, place, object, object->places[known]);
      object->seen |= 1u << known;
      object->places[known] = place;
      return TRUE;
    }
  if (reader->names == NULL)
    reader->names = quo_json_names_new ();
  if (!object->has_mark)
    object->mark = quo_json_names_begin (reader->names);
  object->has_mark = TRUE;
  if (quo_json_names_add (reader->names, object->mark, object->name.data, object->name.len, place,
                          &first))
    return TRUE;
  return quo_json_reader_fail_twice (reader, place, object, first);
}

int
quo_json_reader_next_member (QuoJsonReader *reader, QuoJsonObject *object)
{
  QuoJsonScan scan;
  const char *at;
  int known;

  if (!quo_json_reader_take_comma (reader, '}', N_ ("a comma or } is expected")))
    {
      if (object->has_mark)
        quo_json_names_end (reader->names, object->mark);
      return QUO_JSON_DONE;
    }
  at = reader->p;
  if (!quo_json_reader_take_name (reader, &scan))
    return QUO_JSON_DONE;
  object->name = make_name (reader, at + 1, &scan);
  object->raw_name = (QuoJsonSlice){ at, (gsize)(scan.end - at), scan.n_chars };
  if (!quo_json_reader_take_colon (reader))
    return QUO_JSON_DONE;
  known = find_known (object);
  return note_name (reader, object, known, (gsize)(at - reader->start)) ? known : QUO_JSON_DONE;
}

gboolean
quo_json_reader_enter_array (QuoJsonReader *reader)
{
  return quo_json_reader_take_opening (reader, '[', N_ ("a list is expected"));
}

gboolean
quo_json_reader_next_element (QuoJsonReader *reader)
{
  if (!quo_json_reader_take_comma (reader, ']', N_ ("a comma or ] is expected")))
    return FALSE;
  return quo_json_reader_peek (reader) != QUO_JSON_NOTHING;
}

/* --- Values --- */

gboolean
quo_json_reader_read_slice (QuoJsonReader *reader, QuoJsonSlice *ret_slice)
{
  QuoJsonScan scan;
  const char *at;
  char *copy;

  skip_blanks (reader);
  at = reader->p;
  if (!quo_json_reader_take_string (reader, &scan))
    return FALSE;
  if (scan.has_nul)
    return quo_json_reader_refuse (reader, at,
                                   N_ ("the character U+0000 is not allowed in this string"));
  if (scan.has_lone)
    return quo_json_reader_refuse (reader, at,
                                   N_ ("half a surrogate pair is not allowed in this string"));
  *ret_slice = (QuoJsonSlice){ at + 1, (gsize)(scan.end - at) - 2, scan.n_chars };
  if (!scan.has_escape)
    return TRUE;
  copy = allocate (reader, ret_slice->len);
  ret_slice->len = (gsize)(quo_json_unescape (at + 1, scan.end - 1, copy) - copy);
  ret_slice->data = copy;
  return TRUE;
}

const char *
quo_json_reader_read_string (QuoJsonReader *reader)
{
  QuoJsonSlice slice;

  return quo_json_reader_read_slice (reader, &slice) ? quo_json_reader_keep (reader, slice) : NULL;
}

gboolean
quo_json_reader_read_number (QuoJsonReader *reader, QuoJsonSlice *ret_raw)
{
  const char *at;

  skip_blanks (reader);
  at = reader->p;
  if (at == reader->end || name_kind (*at) != QUO_JSON_NUMBER)
    return fail_kind (reader, N_ ("a number is expected"));
  if (!quo_json_reader_take_number (reader))
    return FALSE;
  *ret_raw = (QuoJsonSlice){ at, (gsize)(reader->p - at), 0 };
  return TRUE;
}

gboolean
quo_json_reader_read_uint (QuoJsonReader *reader, guint64 max, guint64 *ret_value)
{
  QuoJsonSlice raw;
  guint64 value = 0;

  if (!quo_json_reader_read_number (reader, &raw))
    return FALSE;
  for (gsize i = 0; i < raw.len; i++)
    {
      guint64 digit = (guint64)(guchar)raw.data[i] - '0';

      if (digit > 9)
        return quo_json_reader_refuse (reader, raw.data,
                                       N_ ("a whole number, 0 or greater, is expected"));
      if (value > (max - digit) / 10)
        return quo_json_reader_refuse (reader, raw.data, N_ ("this number is too great"));
      value = value * 10 + digit;
    }
  *ret_value = value;
  return TRUE;
}

gboolean
quo_json_reader_read_boolean (QuoJsonReader *reader, gboolean *ret_value)
{
  QuoJsonKind kind;

  skip_blanks (reader);
  kind = reader->p < reader->end ? name_kind (*reader->p) : QUO_JSON_NOTHING;
  if (kind != QUO_JSON_TRUE && kind != QUO_JSON_FALSE)
    return fail_kind (reader, N_ ("true or false is expected"));
  *ret_value = kind == QUO_JSON_TRUE;
  return kind == QUO_JSON_TRUE ? quo_json_reader_take_literal (reader, "true", 4)
                               : quo_json_reader_take_literal (reader, "false", 5);
}

gboolean
quo_json_reader_finish (QuoJsonReader *reader, GError **error)
{
  skip_blanks (reader);
  if (reader->error == NULL && reader->p < reader->end)
    quo_json_reader_fail (reader, reader->p, N_ ("nothing may follow the end of the value"));
  if (reader->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reader->error));
  return FALSE;
}
