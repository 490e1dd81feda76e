/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a log, as it is written. */

#include "quo-config.h"

#include "quo-log-line-private.h"

#include "quo-sidecar-parser.h"
#include "quo-sidecar-rows.h"

#include <string.h>

/* Bytes of a long line that are given away at a time: what stays in the processor's cache. */
#define PIECE (128 * 1024)

const char *const quo_log_words[QUO_N_LOG_WORDS] = {
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

guint64
quo_log_add_to_sum (guint64 sum, const char *data, gsize len)
{
  for (gsize i = 0; i < len; i++)
    sum = (sum ^ (guchar)data[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return sum;
}

static void
put (QuoJsonWriter *writer, const char *s)
{
  quo_json_writer_raw (writer, s, strlen (s));
}

static void
put_sum (QuoJsonWriter *writer, guint64 hash)
{
  char tail[QUO_LOG_TAIL_LENGTH + 2];

  g_snprintf (tail, sizeof tail, " ~%016" G_GINT64_MODIFIER "x\n", hash);
  put (writer, tail);
}

static void
end_line (QuoJsonWriter *writer, gsize start)
{
  put_sum (writer,
           quo_log_add_to_sum (QUO_LOG_SUM_OF_NOTHING, writer->data + start, writer->len - start));
}

void
quo_log_write_header (QuoJsonWriter *writer, const QuoLogHeader *header)
{
  gsize start = writer->len, row;

  put (writer, quo_log_words[QUO_LOG_HEADER]);
  quo_json_writer_literal (writer, " " QUO_LOG_VERSION " ");
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

  put (writer, quo_log_words[QUO_LOG_EDIT]);
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
  guint64 hash = QUO_LOG_SUM_OF_NOTHING;
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
      hash = quo_log_add_to_sum (hash, writer.data, writer.len);
      if (!quo_json_writer_drain (&writer, sink, error))
        return FALSE;
    }
  quo_json_writer_literal (&writer, "]}");
  put_sum (&writer, quo_log_add_to_sum (hash, writer.data, writer.len));
  return quo_json_writer_drain (&writer, sink, error);
}

void
quo_log_write_word (QuoJsonWriter *writer, QuoLogWord word)
{
  gsize start = writer->len;

  put (writer, quo_log_words[word]);
  end_line (writer, start);
}

void
quo_log_write_mark (QuoJsonWriter *writer, QuoLogWord word, const char *sha256, guint n_steps)
{
  gsize start = writer->len;

  put (writer, quo_log_words[word]);
  quo_json_writer_literal (writer, " ");
  put (writer, sha256);
  quo_json_writer_literal (writer, " ");
  quo_json_writer_uint (writer, n_steps);
  end_line (writer, start);
}
