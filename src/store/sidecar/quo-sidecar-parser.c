/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place in the file, objects with their unknown members, and single values. */

#include "quo-config.h"

#include "quo-sidecar-parser.h"

#include "quo-json-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* "annotations[12].at", "document.sha256", or nothing that could be named. */
static char *
describe_place (gpointer data)
{
  const QuoSidecarParser *parser = data;
  GString *place;

  if (parser->list == NULL)
    return NULL;
  place = g_string_new (parser->list);
  if (parser->index != G_MAXUINT)
    g_string_append_printf (place, "[%u]", parser->index);
  if (parser->member != NULL)
    g_string_append_printf (place, ".%s", parser->member);
  if (parser->member != NULL && parser->part != NULL)
    g_string_append_printf (place, ".%s", parser->part);
  return g_string_free (place, FALSE);
}

void
quo_sidecar_parser_init (QuoSidecarParser *parser, GBytes *bytes, const char *name)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  memset (parser, 0, sizeof *parser);
  quo_json_reader_init (&parser->json, data, len, name);
  quo_json_reader_set_describe (&parser->json, describe_place, parser);
  parser->name = name;
  parser->values = g_array_new (FALSE, FALSE, sizeof (QuoValue));
  parser->items = g_array_new (FALSE, FALSE, sizeof (const char *));
  parser->ranges = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  parser->quotes = g_array_new (FALSE, FALSE, sizeof (QuoJsonSlice));
  parser->ids = quo_sidecar_ids_new (len);
}

void
quo_sidecar_parser_clear (QuoSidecarParser *parser)
{
  quo_json_reader_clear (&parser->json);
  g_clear_pointer (&parser->snapshot, quo_snapshot_unref);
  g_clear_pointer (&parser->ids, quo_sidecar_ids_free);
  g_clear_pointer (&parser->values, g_array_unref);
  g_clear_pointer (&parser->items, g_array_unref);
  g_clear_pointer (&parser->ranges, g_array_unref);
  g_clear_pointer (&parser->quotes, g_array_unref);
}

void
quo_sidecar_fail (QuoSidecarParser *parser, const char *member, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (quo_json_reader_has_failed (&parser->json))
    return;
  if (member != NULL)
    {
      parser->member = member;
      parser->part = NULL;
    }
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  quo_json_reader_fail_at (&parser->json, quo_json_reader_tell (&parser->json), what);
}

/* --- Objects --- */

void
quo_sidecar_begin (QuoSidecarParser *parser, QuoSidecarObject *object, const QuoJsonName *known,
                   guint n_known)
{
  object->separator = ":";
  object->joint = ",";
  object->extra = NULL;
  quo_json_reader_enter_object (&parser->json, &object->json, known, n_known);
}

/* The name in its canonical spelling, unless it is one that cannot be written anew (half a
 * surrogate pair). */
static void
append_name (GString *extra, const QuoJsonObject *object)
{
  g_auto (QuoJsonWriter) writer = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (!g_utf8_validate_len (object->name.data, object->name.len, NULL))
    {
      g_string_append_len (extra, object->raw_name.data, (gssize)object->raw_name.len);
      return;
    }
  quo_json_writer_init (&writer, object->name.len + 2);
  quo_json_writer_string (&writer, object->name.data, object->name.len);
  bytes = quo_json_writer_finish (&writer);
  g_string_append_len (extra, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
}

/* Puts a member that the format does not know aside: its name, and its value as it stands. */
static void
keep_unknown (QuoSidecarParser *parser, QuoSidecarObject *object)
{
  QuoJsonSlice raw;

  if (!quo_json_reader_skip (&parser->json, &raw))
    return;
  if (object->extra == NULL)
    object->extra = g_string_new (NULL);
  else
    g_string_append (object->extra, object->joint);
  append_name (object->extra, &object->json);
  g_string_append (object->extra, object->separator);
  g_string_append_len (object->extra, raw.data, (gssize)raw.len);
}

int
quo_sidecar_next (QuoSidecarParser *parser, QuoSidecarObject *object)
{
  int member;

  while ((member = quo_json_reader_next_member (&parser->json, &object->json)) == QUO_JSON_UNKNOWN)
    keep_unknown (parser, object);
  return member;
}

const char *
quo_sidecar_end (QuoSidecarParser *parser, QuoSidecarObject *object, guint32 required)
{
  const char *extra = NULL;
  guint32 missing = required & ~object->json.seen;

  if (object->extra != NULL)
    {
      extra = quo_json_reader_keep (&parser->json,
                                    (QuoJsonSlice){ object->extra->str, object->extra->len, 0 });
      g_string_free (object->extra, TRUE);
      object->extra = NULL;
    }
  if (missing != 0)
    {
      parser->member = NULL;
      quo_sidecar_fail (parser, NULL, _ ("the member “%s” is missing"),
                        object->json.known[__builtin_ctz (missing)].name);
    }
  return extra;
}

/* --- Values --- */

const char *
quo_sidecar_string (QuoSidecarParser *parser)
{
  return quo_json_reader_read_string (&parser->json);
}

const char *
quo_sidecar_optional (QuoSidecarParser *parser)
{
  const char *s = quo_json_reader_read_string (&parser->json);

  return s != NULL && *s != '\0' ? s : NULL;
}

const char *
quo_sidecar_id (QuoSidecarParser *parser)
{
  QuoJsonSlice slice;

  if (!quo_json_reader_read_slice (&parser->json, &slice))
    return NULL;
  if (quo_id_is_valid (slice.data, slice.len))
    return quo_json_reader_keep (&parser->json, slice);
  quo_sidecar_fail (parser, NULL,
                    _ ("“%.*s” is no id: a letter, then at most 63 letters, digits, - or _ are "
                       "allowed"),
                    (int)MIN (slice.len, 80), slice.data);
  return NULL;
}

const char *
quo_sidecar_name (QuoSidecarParser *parser)
{
  const char *name = quo_json_reader_read_string (&parser->json);

  if (name == NULL)
    return NULL;
  if (*name == '\0')
    quo_sidecar_fail (parser, NULL, _ ("a name must not be empty"));
  for (const char *p = name; *p != '\0'; p++)
    if ((guchar)*p < 0x20)
      {
        quo_sidecar_fail (parser, NULL, _ ("a name must not have control characters"));
        break;
      }
  return name;
}

guint
quo_sidecar_word (QuoSidecarParser *parser, const char *const *words)
{
  QuoJsonSlice slice;
  g_autofree char *allowed = NULL;

  if (!quo_json_reader_read_slice (&parser->json, &slice))
    return 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == slice.len && memcmp (words[i], slice.data, slice.len) == 0)
      return i;
  allowed = g_strjoinv (", ", (char **)words);
  quo_sidecar_fail (parser, NULL, _ ("“%.*s” is none of: %s"), (int)MIN (slice.len, 80), slice.data,
                    allowed);
  return 0;
}

const char *
quo_sidecar_number (QuoSidecarParser *parser, double least, double greatest)
{
  QuoJsonSlice raw;
  const char *text;
  double value;

  if (!quo_json_reader_read_number (&parser->json, &raw))
    return NULL;
  text = quo_json_reader_keep (&parser->json, raw);
  value = g_ascii_strtod (text, NULL);
  if (value >= least && value <= greatest)
    return text;
  quo_sidecar_fail (parser, NULL, _ ("%s is not between %g and %g"), text, least, greatest);
  return NULL;
}

const char *
quo_sidecar_sha256 (QuoSidecarParser *parser)
{
  const char *s = quo_json_reader_read_string (&parser->json);

  if (s != NULL && (strlen (s) != 64 || strspn (s, "0123456789abcdef") != 64))
    quo_sidecar_fail (parser, NULL, _ ("64 hexadecimal digits in lower case are expected"));
  return s;
}

QuoTime
quo_sidecar_time (QuoSidecarParser *parser)
{
  QuoJsonSlice slice;
  QuoTime time;

  if (!quo_json_reader_read_slice (&parser->json, &slice))
    return 0;
  time = quo_time_parse (slice.data, slice.len);
  if (time == 0)
    quo_sidecar_fail (parser, NULL,
                      _ ("“%.*s” is no time: 2026-03-03T09:14:02Z is how one is written"),
                      (int)MIN (slice.len, 80), slice.data);
  return time;
}

guint8
quo_sidecar_status (QuoSidecarParser *parser)
{
  static const char *const words[] = { "accepted", "suggested", "rejected", NULL };

  return (guint8)(QUO_STATUS_ACCEPTED + quo_sidecar_word (parser, words));
}

static const QuoJsonName from_names[] = {
  QUO_JSON_NAME ("agent"),  QUO_JSON_NAME ("rule"), QUO_JSON_NAME ("score"),
  QUO_JSON_NAME ("format"), QUO_JSON_NAME ("ref"),
};

const QuoFrom *
quo_sidecar_from (QuoSidecarParser *parser)
{
  QuoFrom from = { 0 };
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, from_names, G_N_ELEMENTS (from_names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->part = from_names[member].name;
      if (member == 0)
        from.agent = quo_sidecar_id (parser);
      else if (member == 1)
        from.rule = quo_sidecar_optional (parser);
      else if (member == 2)
        from.score = quo_sidecar_number (parser, 0, 1);
      else if (member == 3)
        from.format = quo_sidecar_optional (parser);
      else
        from.ref = quo_sidecar_optional (parser);
    }
  parser->part = NULL;
  from.extra = quo_sidecar_end (parser, &object, 0);
  return quo_json_reader_keep_block (&parser->json, &from, sizeof from);
}
