/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a log. */

#include "quo-config.h"

#include "quo-log-line.h"

#include "quo-digest.h"
#include "quo-sidecar-parser.h"
#include "quo-sidecar-rows.h"

#include <stdlib.h>
#include <string.h>

#define VERSION "1"
#define SUM_DIGITS 16
/* " ~" and the digits. */
#define TAIL_LENGTH (2 + SUM_DIGITS)
/* Bytes of a long line that are given away at a time: what stays in the processor's cache. */
#define PIECE (128 * 1024)

static const char *const words[] = {
  [QUO_LOG_BAD] = NULL,      [QUO_LOG_HEADER] = "quotidian-log",
  [QUO_LOG_EDIT] = "edit",   [QUO_LOG_UNDO] = "undo",
  [QUO_LOG_REDO] = "redo",   [QUO_LOG_SAVING] = "saving",
  [QUO_LOG_SAVED] = "saved",
};

void
quo_log_header_clear (QuoLogHeader *header)
{
  g_clear_pointer (&header->article, g_free);
  g_clear_pointer (&header->sha256, g_free);
  g_clear_pointer (&header->sidecar, g_free);
}

void
quo_log_line_clear (QuoLogLine *line)
{
  quo_log_header_clear (&line->header);
  g_clear_pointer (&line->edit, quo_edit_unref);
  g_clear_pointer (&line->sha256, g_free);
}

/* FNV-1a: each step can be undone, so two lines that differ in one byte differ in the sum. */
#define SUM_OF_NOTHING G_GUINT64_CONSTANT (0xcbf29ce484222325)

static guint64
add_to_sum (guint64 hash, const char *data, gsize len)
{
  for (gsize i = 0; i < len; i++)
    hash = (hash ^ (guchar)data[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static guint64
sum (const char *data, gsize len)
{
  return add_to_sum (SUM_OF_NOTHING, data, len);
}

/* --- Writing --- */

static void
put (QuoJsonWriter *writer, const char *s)
{
  quo_json_writer_raw (writer, s, strlen (s));
}

static void
put_sum (QuoJsonWriter *writer, guint64 hash)
{
  char tail[TAIL_LENGTH + 2];

  g_snprintf (tail, sizeof tail, " ~%016" G_GINT64_MODIFIER "x\n", hash);
  put (writer, tail);
}

static void
end_line (QuoJsonWriter *writer, gsize start)
{
  put_sum (writer, sum (writer->data + start, writer->len - start));
}

void
quo_log_write_header (QuoJsonWriter *writer, const QuoLogHeader *header)
{
  gsize start = writer->len, row;

  put (writer, words[QUO_LOG_HEADER]);
  quo_json_writer_literal (writer, " " VERSION " ");
  row = quo_row_begin (writer);
  quo_row_string (writer, "article", header->article);
  quo_row_string (writer, "sha256", header->sha256);
  quo_row_count (writer, "length", header->length);
  quo_row_string (writer, "sidecar", header->sidecar);
  quo_row_end (writer, row, NULL);
  end_line (writer, start);
}

static void
write_side (QuoJsonWriter *writer, const char *name, const QuoRecord *record, QuoRowText *text)
{
  if (record == NULL)
    return;
  put (writer, name);
  quo_row_record (writer, record, text);
}

static void
write_change (QuoJsonWriter *writer, const QuoChange *change, QuoRowText *text)
{
  const QuoRecord *record = change->after != NULL ? change->after : change->before;
  gsize row = quo_row_begin (writer);

  quo_row_string (writer, "list", quo_sidecar_list_name (record->kind));
  if (change->place != G_MAXUINT)
    quo_row_count (writer, "place", change->place);
  write_side (writer, ",\"before\":", change->before, text);
  write_side (writer, ",\"after\":", change->after, text);
  quo_row_end (writer, row, NULL);
}

/* {"title":["before","after"]}; null: nobody said anything. */
static void
write_about (QuoJsonWriter *writer, const QuoEdit *edit)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < QUO_N_ABOUT; i++)
    {
      const char *sides[] = { edit->about[i].before, edit->about[i].after };

      if (!edit->about[i].is_set)
        continue;
      put (writer, is_first ? ",\"about\":{\"" : ",\"");
      put (writer, quo_about_get_name (i));
      put (writer, "\":[");
      for (guint side = 0; side < 2; side++)
        {
          put (writer, side > 0 ? "," : "");
          if (sides[side] != NULL)
            quo_json_writer_string (writer, sides[side], strlen (sides[side]));
          else
            put (writer, "null");
        }
      put (writer, "]");
      is_first = FALSE;
    }
  put (writer, is_first ? "" : "}");
}

/* All that stands before the first change. */
static void
begin_edit (QuoJsonWriter *writer, const QuoEdit *edit)
{
  gsize row;

  put (writer, words[QUO_LOG_EDIT]);
  quo_json_writer_literal (writer, " ");
  row = quo_row_begin (writer);
  quo_row_string (writer, "title", edit->title);
  quo_row_string (writer, "select", edit->select);
  write_about (writer, edit);
  quo_json_writer_literal (writer, ",\"changes\":[");
  writer->data[row] = '{';
}

void
quo_log_write_edit (QuoJsonWriter *writer, const QuoEdit *edit, QuoText *text)
{
  gsize start = writer->len;
  QuoRowText place = { 0 };

  quo_text_cursor_init (&place.cursor, text);
  begin_edit (writer, edit);
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      if (i > 0)
        quo_json_writer_literal (writer, ",");
      write_change (writer, quo_edit_get (edit, i), &place);
    }
  quo_json_writer_literal (writer, "]}");
  end_line (writer, start);
}

gboolean
quo_log_stream_edit (const QuoByteSink *sink, const QuoEdit *edit, QuoText *text, GError **error)
{
  g_auto (QuoJsonWriter) writer = { 0 };
  guint64 hash = SUM_OF_NOTHING;
  QuoRowText place = { 0 };

  quo_json_writer_init (&writer, 2 * PIECE);
  quo_text_cursor_init (&place.cursor, text);
  begin_edit (&writer, edit);
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      if (i > 0)
        quo_json_writer_literal (&writer, ",");
      write_change (&writer, quo_edit_get (edit, i), &place);
      if (writer.len < PIECE)
        continue;
      hash = add_to_sum (hash, writer.data, writer.len);
      if (!quo_json_writer_drain (&writer, sink, error))
        return FALSE;
    }
  quo_json_writer_literal (&writer, "]}");
  put_sum (&writer, add_to_sum (hash, writer.data, writer.len));
  return quo_json_writer_drain (&writer, sink, error);
}

void
quo_log_write_word (QuoJsonWriter *writer, QuoLogWord word)
{
  gsize start = writer->len;

  put (writer, words[word]);
  end_line (writer, start);
}

void
quo_log_write_mark (QuoJsonWriter *writer, QuoLogWord word, const char *sha256, guint n_steps)
{
  gsize start = writer->len;

  put (writer, words[word]);
  quo_json_writer_literal (writer, " ");
  put (writer, sha256);
  quo_json_writer_literal (writer, " ");
  quo_json_writer_uint (writer, n_steps);
  end_line (writer, start);
}

/* --- Reading --- */

static QuoRecordKind
read_list_name (QuoSidecarParser *parser)
{
  const char *names[QUO_N_RECORD_KINDS + 1] = { NULL };

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    names[kind] = quo_sidecar_list_name (kind);
  return (QuoRecordKind)quo_sidecar_word (parser, names);
}

static const QuoJsonName change_names[] = {
  QUO_JSON_NAME ("list"),
  QUO_JSON_NAME ("place"),
  QUO_JSON_NAME ("before"),
  QUO_JSON_NAME ("after"),
};

/* Whether the two sides of a change belong together, and the edit does not have their id yet. */
static gboolean
is_change (QuoEdit *edit, const QuoRecord *before, const QuoRecord *after)
{
  const QuoRecord *record = after != NULL ? after : before;

  return record != NULL && record->id != NULL
         && g_hash_table_lookup (edit->table, record->id) == NULL
         && (before == NULL || after == NULL || g_strcmp0 (before->id, after->id) == 0);
}

static void
read_change (QuoSidecarParser *parser, QuoEdit *edit)
{
  g_autoptr (QuoRecord) before = NULL;
  g_autoptr (QuoRecord) after = NULL;
  QuoRecordKind kind = QUO_RECORD_AGENT;
  guint64 place = G_MAXUINT;
  QuoJsonObject object;
  QuoJsonSlice raw;
  int member;

  quo_json_reader_enter_object (&parser->json, &object, change_names, G_N_ELEMENTS (change_names));
  while ((member = quo_json_reader_next_member (&parser->json, &object)) != QUO_JSON_DONE)
    if (member == 0)
      kind = read_list_name (parser);
    else if (member == 1)
      quo_json_reader_read_uint (&parser->json, G_MAXUINT, &place);
    else if (member == 2)
      before = quo_sidecar_record (parser, kind);
    else if (member == 3)
      after = quo_sidecar_record (parser, kind);
    else
      quo_json_reader_skip (&parser->json, &raw);
  if (quo_json_reader_has_failed (&parser->json))
    return;
  if (!is_change (edit, before, after))
    {
      quo_sidecar_fail (parser, NULL, "no change");
      return;
    }
  quo_edit_take (edit, before, g_steal_pointer (&after));
  g_array_index (edit->changes, QuoChange, edit->changes->len - 1).place = (guint)place;
}

static const QuoJsonName about_names[QUO_N_ABOUT] = {
  [QUO_ABOUT_TITLE] = QUO_JSON_NAME ("title"),
  [QUO_ABOUT_BYLINE] = QUO_JSON_NAME ("byline"),
  [QUO_ABOUT_DATELINE] = QUO_JSON_NAME ("dateline"),
  [QUO_ABOUT_PUBLISHED] = QUO_JSON_NAME ("published"),
  [QUO_ABOUT_PUBLISHER] = QUO_JSON_NAME ("publisher"),
  [QUO_ABOUT_LANG] = QUO_JSON_NAME ("lang"),
  [QUO_ABOUT_URL] = QUO_JSON_NAME ("url"),
};

/* (transfer full) (nullable): a string, or null. */
static char *
read_side (QuoSidecarParser *parser)
{
  QuoJsonSlice raw;

  if (quo_json_reader_peek (&parser->json) == QUO_JSON_STRING)
    return g_strdup (quo_sidecar_string (parser));
  quo_json_reader_skip (&parser->json, &raw);
  return NULL;
}

static void
read_about (QuoSidecarParser *parser, QuoEdit *edit)
{
  QuoJsonObject object;
  QuoJsonSlice raw;
  int member;

  quo_json_reader_enter_object (&parser->json, &object, about_names, G_N_ELEMENTS (about_names));
  while ((member = quo_json_reader_next_member (&parser->json, &object)) != QUO_JSON_DONE)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (member < 0)
        {
          quo_json_reader_skip (&parser->json, &raw);
          continue;
        }
      quo_json_reader_enter_array (&parser->json);
      for (guint side = 0; quo_json_reader_next_element (&parser->json); side++)
        if (side == 0)
          before = read_side (parser);
        else if (side == 1)
          after = read_side (parser);
        else
          quo_json_reader_skip (&parser->json, &raw);
      if (!quo_json_reader_has_failed (&parser->json) && !edit->about[member].is_set)
        quo_edit_set_about (edit, (QuoAbout)member, before, after);
    }
}

static const QuoJsonName edit_names[] = {
  QUO_JSON_NAME ("title"),
  QUO_JSON_NAME ("select"),
  QUO_JSON_NAME ("changes"),
  QUO_JSON_NAME ("about"),
};

static void
read_edit (QuoSidecarParser *parser, QuoEdit *edit)
{
  QuoJsonObject object;
  QuoJsonSlice raw;
  int member;

  quo_json_reader_enter_object (&parser->json, &object, edit_names, G_N_ELEMENTS (edit_names));
  while ((member = quo_json_reader_next_member (&parser->json, &object)) != QUO_JSON_DONE)
    if (member == 0)
      edit->title = g_strdup (quo_sidecar_string (parser));
    else if (member == 1)
      edit->select = g_strdup (quo_sidecar_id (parser));
    else if (member == 3)
      read_about (parser, edit);
    else if (member == 2)
      {
        quo_json_reader_enter_array (&parser->json);
        while (quo_json_reader_next_element (&parser->json))
          {
            read_change (parser, edit);
            quo_json_reader_recycle (&parser->json);
          }
      }
    else
      quo_json_reader_skip (&parser->json, &raw);
}

static gboolean
parse_edit (const char *data, gsize len, QuoArticle *article, guint32 limit, QuoLogLine *line)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, len);
  g_auto (QuoSidecarParser) parser = { 0 };

  quo_sidecar_parser_init (&parser, bytes, "log");
  g_clear_pointer (&parser.ids, quo_sidecar_ids_free);
  parser.snapshot = quo_snapshot_new (article, NULL);
  parser.header = parser.snapshot->header;
  parser.article = article;
  parser.limit = limit;
  if (article != NULL)
    quo_text_cursor_init (&parser.cursor, article->text);
  line->edit = quo_edit_new (NULL);
  read_edit (&parser, line->edit);
  return quo_json_reader_finish (&parser.json, NULL) && !quo_edit_is_empty (line->edit);
}

static const QuoJsonName header_names[] = {
  QUO_JSON_NAME ("article"),
  QUO_JSON_NAME ("sha256"),
  QUO_JSON_NAME ("length"),
  QUO_JSON_NAME ("sidecar"),
};

static gboolean
parse_header (const char *data, gsize len, QuoLogHeader *header)
{
  g_auto (QuoJsonReader) reader = { 0 };
  char **strings[] = { &header->article, &header->sha256, NULL, &header->sidecar };
  QuoJsonObject object;
  QuoJsonSlice raw;
  guint64 length = 0;
  int member;

  quo_json_reader_init (&reader, data, len, "log");
  quo_json_reader_enter_object (&reader, &object, header_names, G_N_ELEMENTS (header_names));
  while ((member = quo_json_reader_next_member (&reader, &object)) != QUO_JSON_DONE)
    if (member == 2)
      quo_json_reader_read_uint (&reader, G_MAXUINT32, &length);
    else if (member >= 0)
      *strings[member] = g_strdup (quo_json_reader_read_string (&reader));
    else
      quo_json_reader_skip (&reader, &raw);
  header->length = (guint32)length;
  return quo_json_reader_finish (&reader, NULL) && header->sha256 != NULL;
}

/* "SHA256 12" */
static gboolean
parse_mark (const char *data, gsize len, QuoLogLine *line)
{
  g_autofree char *number = NULL;
  guint64 value = 0;

  if (len < QUO_SHA256_LENGTH + 2 || data[QUO_SHA256_LENGTH] != ' ')
    return FALSE;
  line->sha256 = g_strndup (data, QUO_SHA256_LENGTH);
  number = g_strndup (data + QUO_SHA256_LENGTH + 1, len - QUO_SHA256_LENGTH - 1);
  if (strspn (line->sha256, "0123456789abcdef") != QUO_SHA256_LENGTH
      || !g_ascii_string_to_unsigned (number, 10, 0, G_MAXUINT, &value, NULL))
    return FALSE;
  line->n_steps = (guint)value;
  return TRUE;
}

/* Cuts the sum off, if it is right. */
static gboolean
check_sum (const char *data, gsize *len)
{
  gsize body = *len - TAIL_LENGTH;
  char digits[SUM_DIGITS + 1] = "";
  char *end;

  if (*len <= TAIL_LENGTH || memcmp (data + body, " ~", 2) != 0)
    return FALSE;
  memcpy (digits, data + body + 2, SUM_DIGITS);
  if (strspn (digits, "0123456789abcdef") != SUM_DIGITS
      || g_ascii_strtoull (digits, &end, 16) != sum (data, body))
    return FALSE;
  *len = body;
  return TRUE;
}

static QuoLogWord
find_word (const char *data, gsize len, gsize *ret_used)
{
  for (guint i = QUO_LOG_HEADER; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (len >= n && memcmp (data, words[i], n) == 0 && (len == n || data[n] == ' '))
        {
          *ret_used = MIN (n + 1, len);
          return (QuoLogWord)i;
        }
    }
  return QUO_LOG_BAD;
}

QuoLogWord
quo_log_read_line (const char *data, gsize len, QuoArticle *article, guint32 limit,
                   QuoLogLine *ret_line)
{
  gsize used = 0;
  gboolean is_whole = FALSE;

  *ret_line = (QuoLogLine){ .word = QUO_LOG_BAD };
  if (!check_sum (data, &len))
    return QUO_LOG_BAD;
  ret_line->word = find_word (data, len, &used);
  data += used;
  len -= used;
  if (ret_line->word == QUO_LOG_UNDO || ret_line->word == QUO_LOG_REDO)
    is_whole = len == 0;
  else if (ret_line->word == QUO_LOG_SAVING || ret_line->word == QUO_LOG_SAVED)
    is_whole = parse_mark (data, len, ret_line);
  else if (ret_line->word == QUO_LOG_EDIT)
    is_whole = parse_edit (data, len, article, limit, ret_line);
  else if (ret_line->word == QUO_LOG_HEADER)
    is_whole = len > 2 && memcmp (data, VERSION " ", 2) == 0
               && parse_header (data + 2, len - 2, &ret_line->header);
  if (!is_whole)
    ret_line->word = QUO_LOG_BAD;
  return ret_line->word;
}
