/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prodigy JSON Lines (prodi.gy/docs/api-interfaces): a text a line, with its tokens and spans:
 *
 *   {"text":"..","tokens":[{"text":"Ada","start":0,"end":3,"id":0,"ws":true}],
 *    "spans":[{"start":0,"end":3,"token_start":0,"token_end":0,"label":"PERSON"}],
 *    "relations":[{"head":3,"child":0,"label":"source","head_span":{..},"child_span":{..}}],
 *    "answer":"accept"}
 *
 * Offsets are code points, the end exclusive, but token_end is the last token of the span. Examples
 * that were rejected or ignored are not read. Spans are written without white space at their ends,
 * because spaCy refuses such; the pieces of an annotation become spans of their own. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-json-records.h"
#include "quo-pieces.h"
#include "quo-tokenizer.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Reading --- */

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoJsonTree *tree;
  const QuoJsonNode *tokens;
  GError **error;
} Prodigy;

typedef struct
{
  guint n_rejected;
} Answers;

/* Start or end of the token with this number. */
static gboolean
get_token (const Prodigy *prodigy, const QuoJsonNode *span, const char *number, const char *which,
           guint32 *ret_offset)
{
  guint32 n;
  const QuoJsonNode *token = prodigy->tokens != NULL ? prodigy->tokens->first : NULL;

  if (!quo_json_node_get_uint (span, number, &n))
    return FALSE;
  for (; token != NULL && n > 0; n--)
    token = token->next;
  return quo_json_node_get_uint (token, which, ret_offset);
}

static gboolean
get_span (const Prodigy *prodigy, const QuoJsonNode *span, guint32 *ret_start, guint32 *ret_end)
{
  return (quo_json_node_get_uint (span, "start", ret_start)
          || get_token (prodigy, span, "token_start", "start", ret_start))
         && (quo_json_node_get_uint (span, "end", ret_end)
             || get_token (prodigy, span, "token_end", "end", ret_end));
}

/* Spans have no ids: a relation names them by place and label. */
static char *
make_ref (guint32 start, guint32 end, const char *label)
{
  return g_strdup_printf ("%u-%u-%s", start, end, label != NULL ? label : "");
}

static gboolean
read_span (Prodigy *prodigy, const QuoJsonNode *span)
{
  const char *label = quo_json_node_get_string (span, "label");
  const QuoJsonNode *surface = quo_json_node_get_kind (span, "text", QUO_JSON_STRING);
  const char *score = quo_json_node_get_string (span, "score");
  guint line = quo_json_tree_get_line (prodigy->tree, span);
  g_autofree char *ref = NULL;
  QuoDraft *draft;
  guint32 start, end;

  if (label == NULL || !get_span (prodigy, span, &start, &end))
    return quo_import_refuse (prodigy->import, line, prodigy->error, "%s",
                              _ ("a span has start, end and label"));
  ref = make_ref (start, end, label);
  draft = quo_builder_add (prodigy->builder, QUO_RECORD_ANNOTATION, ref, label, line);
  if (draft == NULL) /* the same span twice */
    draft = quo_builder_add (prodigy->builder, QUO_RECORD_ANNOTATION, NULL, label, line);
  quo_draft_add_range (prodigy->builder, draft, start, end, surface != NULL ? surface->text : NULL,
                       surface != NULL ? (gssize)surface->len : 0);
  draft->conf = score != NULL && quo_json_node_get_kind (span, "score", QUO_JSON_NUMBER) != NULL
                    ? quo_builder_keep (prodigy->builder, score, -1)
                    : NULL;
  draft->has_from = TRUE; /* the name was made up here */
  draft->from = NULL;
  return TRUE;
}

static gboolean
read_relation (Prodigy *prodigy, const QuoJsonNode *relation, QuoPieceLinks *links)
{
  const QuoJsonNode *head = quo_json_node_get (relation, "head_span");
  const QuoJsonNode *child = quo_json_node_get (relation, "child_span");
  const char *label = quo_json_node_get_string (relation, "label");
  guint line = quo_json_tree_get_line (prodigy->tree, relation);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint32 start, end;

  if (label == NULL || !get_span (prodigy, head, &start, &end))
    return quo_import_refuse (prodigy->import, line, prodigy->error, "%s",
                              _ ("a relation has label, head_span and child_span"));
  from = make_ref (start, end, quo_json_node_get_string (head, "label"));
  if (!get_span (prodigy, child, &start, &end))
    return quo_import_refuse (prodigy->import, line, prodigy->error, "%s",
                              _ ("a relation has label, head_span and child_span"));
  to = make_ref (start, end, quo_json_node_get_string (child, "label"));
  quo_piece_links_add (links, NULL, from, to, label, line);
  return TRUE;
}

static gboolean
read_lists (Prodigy *prodigy, const QuoJsonNode *record, QuoPieceLinks *links)
{
  const QuoJsonNode *list = quo_json_node_get_kind (record, "spans", QUO_JSON_ARRAY);

  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    if (!read_span (prodigy, node))
      return FALSE;
  list = quo_json_node_get_kind (record, "relations", QUO_JSON_ARRAY);
  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    if (!read_relation (prodigy, node, links))
      return FALSE;
  quo_piece_links_finish (links);
  return TRUE;
}

static gboolean
read_record (QuoImport *import, QuoJsonTree *tree, const QuoJsonNode *record, guint index,
             gpointer data, GError **error)
{
  const QuoJsonNode *text = quo_json_node_get_kind (record, "text", QUO_JSON_STRING);
  const QuoJsonNode *answer = quo_json_node_get (record, "answer");
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  g_autoptr (QuoBuilder) builder = NULL;
  g_autoptr (QuoPieceLinks) links = NULL;
  Prodigy prodigy = { import, NULL, tree, NULL, error };

  if (text == NULL)
    return quo_import_refuse (import, quo_json_tree_get_line (tree, record), error,
                              _ ("the member “%s”, a string, is missing"), "text");
  if (answer != NULL && !quo_json_node_says (answer, "accept"))
    {
      ((Answers *)data)->n_rejected++;
      return TRUE;
    }
  builder = quo_json_records_begin (import, text, NULL, index, &reading);
  if (builder == NULL)
    return TRUE;
  prodigy.builder = builder;
  prodigy.tokens = quo_json_node_get_kind (record, "tokens", QUO_JSON_ARRAY);
  links = quo_piece_links_new (builder);
  return read_lists (&prodigy, record, links)
         && quo_import_end (import, g_steal_pointer (&builder), error);
}

static gboolean
read_prodigy (QuoImport *import, GCancellable *cancellable, GError **error)
{
  Answers answers = { 0 };

  if (!quo_json_records_read (import, read_record, &answers, cancellable, error))
    return FALSE;
  if (answers.n_rejected > 0)
    quo_report_add (import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u text that was rejected or ignored was left out",
                              "%u texts that were rejected or ignored were left out",
                              answers.n_rejected),
                    answers.n_rejected);
  return TRUE;
}

static gboolean
sniff_prodigy (const char *head, gsize len)
{
  return *head == '{' && quo_json_head_has (head, "text") && !quo_json_head_has (head, "ents")
         && (quo_json_head_has (head, "spans") || quo_json_head_has (head, "_input_hash"));
}

/* --- Writing --- */

typedef struct
{
  QuoJsonWriter json;
  const QuoText *text;
  GArray *tokens; /* of QuoTextToken */
} Writer;

static void
write_tokens (Writer *writer)
{
  const char *utf8 = quo_text_get_utf8 (writer->text);

  for (guint i = 0; i < writer->tokens->len; i++)
    {
      const QuoTextToken *token = quo_text_tokens_get (writer->tokens, i);
      gsize start = token->byte, end = token->end_byte;

      if (i > 0)
        quo_json_writer_literal (&writer->json, ",");
      quo_json_writer_literal (&writer->json, "{\"text\":");
      quo_json_writer_string (&writer->json, utf8 + start, end - start);
      quo_json_writer_literal (&writer->json, ",\"start\":");
      quo_json_writer_uint (&writer->json, token->span.start);
      quo_json_writer_literal (&writer->json, ",\"end\":");
      quo_json_writer_uint (&writer->json, token->span.end);
      quo_json_writer_literal (&writer->json, ",\"id\":");
      quo_json_writer_uint (&writer->json, i);
      quo_json_writer_literal (&writer->json, ",\"ws\":");
      if (utf8[end] == ' ')
        quo_json_writer_literal (&writer->json, "true}");
      else
        quo_json_writer_literal (&writer->json, "false}");
    }
}

/* The last token that begins at or before @offset. */
static guint
find_token (const Writer *writer, guint32 offset)
{
  guint low = 0, high = writer->tokens->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (quo_text_tokens_get (writer->tokens, middle)->span.start <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
write_span (Writer *writer, const QuoPiece *piece)
{
  quo_json_writer_literal (&writer->json, "{\"start\":");
  quo_json_writer_uint (&writer->json, piece->span.start);
  quo_json_writer_literal (&writer->json, ",\"end\":");
  quo_json_writer_uint (&writer->json, piece->span.end);
  quo_json_writer_literal (&writer->json, ",\"token_start\":");
  quo_json_writer_uint (&writer->json, find_token (writer, piece->span.start));
  quo_json_writer_literal (&writer->json, ",\"token_end\":");
  quo_json_writer_uint (&writer->json, find_token (writer, piece->span.end - 1));
  quo_json_write_string (&writer->json, ",\"label\":", piece->annotation->type);
  quo_json_writer_literal (&writer->json, "}");
}

/* Prodigy hangs an arrow on the last token of a span. */
static void
write_relations (Writer *writer, const QuoPieces *pieces)
{
  quo_json_writer_literal (&writer->json, "],\"relations\":[");
  for (guint i = 0; i < pieces->links->len; i++)
    {
      const QuoPieceLink *link = quo_pieces_get_link (pieces, i);
      const QuoPiece *head = quo_pieces_get (pieces, link->from);
      const QuoPiece *child = quo_pieces_get (pieces, link->to);

      if (i > 0)
        quo_json_writer_literal (&writer->json, ",");
      quo_json_writer_literal (&writer->json, "{\"head\":");
      quo_json_writer_uint (&writer->json, find_token (writer, head->span.end - 1));
      quo_json_writer_literal (&writer->json, ",\"child\":");
      quo_json_writer_uint (&writer->json, find_token (writer, child->span.end - 1));
      quo_json_write_string (&writer->json, ",\"label\":", link->type);
      quo_json_writer_literal (&writer->json, ",\"head_span\":");
      write_span (writer, head);
      quo_json_writer_literal (&writer->json, ",\"child_span\":");
      write_span (writer, child);
      quo_json_writer_literal (&writer->json, "}");
    }
}

static void
write_record (Writer *writer, const QuoPieces *pieces, gboolean has_relations)
{
  quo_json_writer_literal (&writer->json, "{\"text\":");
  quo_json_writer_string (&writer->json, quo_text_get_utf8 (writer->text),
                          quo_text_get_bytes (writer->text));
  quo_json_writer_literal (&writer->json, ",\"tokens\":[");
  write_tokens (writer);
  quo_json_writer_literal (&writer->json, "],\"spans\":[");
  for (guint i = 0; i < pieces->pieces->len; i++)
    {
      if (i > 0)
        quo_json_writer_literal (&writer->json, ",");
      write_span (writer, quo_pieces_get (pieces, i));
    }
  if (has_relations)
    write_relations (writer, pieces);
  quo_json_writer_literal (&writer->json, "],\"answer\":\"accept\"}\n");
}

static gboolean
write_prodigy (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
               QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  gboolean has_relations = quo_format_options_is (options, "relations", "yes");
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (QuoPieces) pieces = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Writer writer = { 0 };

  if (selection == NULL)
    return FALSE;
  pieces = quo_pieces_new (selection, TRUE);
  tokens = quo_tokenizer_run (selection, FALSE);
  writer.text = selection->text;
  writer.tokens = tokens;
  quo_json_writer_init (&writer.json, 4096 + tokens->len * 64);
  write_record (&writer, pieces, has_relations);
  bytes = quo_json_writer_finish (&writer.json);
  quo_target_set (target, NULL, bytes);
  if (!has_relations)
    selection->losses.counts[QUO_LOSS_LINKS] += pieces->links->len;
  quo_selection_count_losses (selection, quo_format_prodigy.carries | QUO_CARRIES_RELATIONS);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption prodigy_options[] = {
  { "relations", "no|yes", N_ ("Arrows between spans too, for Prodigy’s relations recipe") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_prodigy = {
  .id = "prodigy",
  .title = N_ ("Prodigy (JSON Lines)"),
  .extensions = "prodigy.jsonl;jsonl",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_OVERLAP,
  .is_one_layer = TRUE,
  .options = prodigy_options,
  .sniff = sniff_prodigy,
  .read = read_prodigy,
  .write = write_prodigy,
};
