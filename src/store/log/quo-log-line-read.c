/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a log, as it is read. */

#include "quo-config.h"

#include "quo-log-line-private.h"

#include "quo-digest.h"
#include "quo-sidecar-parser.h"
#include "quo-sidecar-rows.h"

#include <string.h>

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
  gsize body = *len - QUO_LOG_TAIL_LENGTH;
  char digits[QUO_LOG_SUM_DIGITS + 1] = "";
  char *end;

  if (*len <= QUO_LOG_TAIL_LENGTH || memcmp (data + body, " ~", 2) != 0)
    return FALSE;
  memcpy (digits, data + body + 2, QUO_LOG_SUM_DIGITS);
  if (strspn (digits, "0123456789abcdef") != QUO_LOG_SUM_DIGITS
      || g_ascii_strtoull (digits, &end, 16)
             != quo_log_add_to_sum (QUO_LOG_SUM_OF_NOTHING, data, body))
    return FALSE;
  *len = body;
  return TRUE;
}

static QuoLogWord
find_word (const char *data, gsize len, gsize *ret_used)
{
  for (guint i = QUO_LOG_HEADER; i < QUO_N_LOG_WORDS; i++)
    {
      gsize n = strlen (quo_log_words[i]);

      if (len >= n && memcmp (data, quo_log_words[i], n) == 0 && (len == n || data[n] == ' '))
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
    is_whole = len > 2 && memcmp (data, QUO_LOG_VERSION " ", 2) == 0
               && parse_header (data + 2, len - 2, &ret_line->header);
  if (!is_whole)
    ret_line->word = QUO_LOG_BAD;
  return ret_line->word;
}
