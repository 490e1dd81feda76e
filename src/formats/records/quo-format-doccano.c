/* SPDX-License-Identifier: GPL-3.0-or-later */

/* doccano 1.x JSON Lines (doccano.github.io/doccano): a text a line, with its spans and, in a
 * project with relations, the arrows between them:
 *
 *   {"text":"..","entities":[{"id":0,"start_offset":0,"end_offset":2,"label":"ORG"}],
 *    "relations":[{"id":0,"from_id":0,"to_id":1,"type":"source"}],"Comments":["..."]}
 *   {"text":"..","label":[[0,2,"ORG"]]}
 *
 * Offsets are code points, the end exclusive. Annotations of several parts and relations are pieces
 * with arrows (quo-pieces.h). The names of the columns can be chosen in doccano, hence the options.
 */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-json-records.h"
#include "quo-pieces.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Reading --- */

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoJsonTree *tree;
  GError **error;
} Doccano;

static gboolean
refuse_span (Doccano *doccano, const QuoJsonNode *node)
{
  return quo_import_refuse (doccano->import, quo_json_tree_get_line (doccano->tree, node),
                            doccano->error, "%s",
                            _ ("a span is [start, end, label], or start_offset, end_offset and "
                               "label, with whole numbers"));
}

/* [0, 2, "ORG"] */
static gboolean
read_triple (Doccano *doccano, const QuoJsonNode *node)
{
  const QuoJsonNode *second = node->first != NULL ? node->first->next : NULL;
  const QuoJsonNode *label = second != NULL ? second->next : NULL;
  QuoDraft *draft;
  guint32 start, end;

  if (label == NULL || label->text == NULL || !quo_json_node_to_uint (node->first, &start)
      || !quo_json_node_to_uint (second, &end))
    return refuse_span (doccano, node);
  draft = quo_builder_add (doccano->builder, QUO_RECORD_ANNOTATION, NULL, label->text,
                           quo_json_tree_get_line (doccano->tree, node));
  quo_draft_add_range (doccano->builder, draft, start, end, NULL, 0);
  return TRUE;
}

/* {"id":1,"start_offset":0,"end_offset":2,"label":"ORG"} */
static gboolean
read_entity (Doccano *doccano, const QuoJsonNode *node)
{
  const char *id = quo_json_node_get_string (node, "id");
  const char *label = quo_json_node_get_string (node, "label");
  guint line = quo_json_tree_get_line (doccano->tree, node);
  QuoDraft *draft;
  guint32 start, end;

  if (label == NULL || !quo_json_node_get_uint (node, "start_offset", &start)
      || !quo_json_node_get_uint (node, "end_offset", &end))
    return refuse_span (doccano, node);
  draft = quo_builder_add (doccano->builder, QUO_RECORD_ANNOTATION, id, label, line);
  if (draft == NULL)
    return quo_import_refuse (doccano->import, line, doccano->error, _ ("the id %s stands twice"),
                              id);
  quo_draft_add_range (doccano->builder, draft, start, end, NULL, 0);
  return TRUE;
}

static gboolean
read_spans (Doccano *doccano, const QuoJsonNode *list)
{
  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    if (!(node->kind == QUO_JSON_ARRAY ? read_triple (doccano, node) : read_entity (doccano, node)))
      return FALSE;
  return TRUE;
}

static gboolean
read_relations (Doccano *doccano, const QuoJsonNode *list, QuoPieceLinks *links)
{
  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    {
      const char *from = quo_json_node_get_string (node, "from_id");
      const char *to = quo_json_node_get_string (node, "to_id");
      const char *type = quo_json_node_get_string (node, "type");
      guint line = quo_json_tree_get_line (doccano->tree, node);

      if (from != NULL && to != NULL && type != NULL)
        quo_piece_links_add (links, NULL, from, to, type, line);
      else if (!quo_import_refuse (doccano->import, line, doccano->error, "%s",
                                   _ ("a relation has from_id, to_id and type")))
        return FALSE;
    }
  quo_piece_links_finish (links);
  return TRUE;
}

/* Comments are about the whole text. */
static void
read_comments (Doccano *doccano, const QuoJsonNode *list)
{
  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    {
      const char *text
          = node->kind == QUO_JSON_STRING ? node->text : quo_json_node_get_string (node, "text");

      if (text != NULL && *text != '\0')
        quo_builder_add_note (doccano->builder, &(QuoNote){ .text = text });
    }
}

/* A list of spans; in projects that sort whole texts, the same member is something else. */
static gboolean
read_spans_of (Doccano *doccano, const QuoJsonNode *record, const char *name, guint *n_others)
{
  const QuoJsonNode *list = quo_json_node_get (record, name);

  if (list == NULL || list->kind == QUO_JSON_ARRAY)
    return read_spans (doccano, list);
  *n_others += list->kind != QUO_JSON_NULL;
  return TRUE;
}

static gboolean
read_record (QuoImport *import, QuoJsonTree *tree, const QuoJsonNode *record, guint index,
             gpointer data, GError **error)
{
  static const char *const lists[] = { "entities", "label", "labels", "annotations" };
  guint *n_others = data;
  const char *text_name = quo_format_options_get (import->options, "text");
  const char *label_name = quo_format_options_get (import->options, "label");
  const QuoJsonNode *text
      = quo_json_node_get_kind (record, text_name != NULL ? text_name : "text", QUO_JSON_STRING);
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  g_autoptr (QuoBuilder) builder = NULL;
  g_autoptr (QuoPieceLinks) links = NULL;
  Doccano doccano = { import, NULL, tree, error };

  if (text == NULL)
    return quo_import_refuse (import, quo_json_tree_get_line (tree, record), error,
                              _ ("the member “%s”, a string, is missing"),
                              text_name != NULL ? text_name : "text");
  builder = quo_json_records_begin (import, text, quo_json_node_get_string (record, "id"), index,
                                    &reading);
  if (builder == NULL)
    return TRUE;
  doccano.builder = builder;
  links = quo_piece_links_new (builder);
  for (guint i = 0; label_name == NULL && i < G_N_ELEMENTS (lists); i++)
    if (!read_spans_of (&doccano, record, lists[i], n_others))
      return FALSE;
  if (label_name != NULL && !read_spans_of (&doccano, record, label_name, n_others))
    return FALSE;
  if (!read_relations (&doccano, quo_json_node_get_kind (record, "relations", QUO_JSON_ARRAY),
                       links))
    return FALSE;
  read_comments (&doccano, quo_json_node_get_kind (record, "Comments", QUO_JSON_ARRAY));
  return quo_import_end (import, g_steal_pointer (&builder), error);
}

static gboolean
read_doccano (QuoImport *import, GCancellable *cancellable, GError **error)
{
  guint n_others = 0;

  if (!quo_json_records_read (import, read_record, &n_others, cancellable, error))
    return FALSE;
  if (n_others > 0)
    quo_report_add (
        import->report, QUO_REPORT_LOST, NULL,
        ngettext ("%u label of a whole text, which marks no span of it, was left out",
                  "%u labels of whole texts, which mark no spans of them, were left out", n_others),
        n_others);
  return TRUE;
}

static gboolean
sniff_doccano (const char *head, gsize len)
{
  return *head == '{' && quo_json_head_has (head, "text")
         && (quo_json_head_has (head, "start_offset") || quo_json_head_has (head, "label")
             || quo_json_head_has (head, "labels"))
         && !quo_json_head_has (head, "spans") && !quo_json_head_has (head, "offset_type");
}

/* --- Writing --- */

static void
write_piece (QuoJsonWriter *json, const QuoPieces *pieces, guint i, gboolean is_triple)
{
  const QuoPiece *piece = quo_pieces_get (pieces, i);

  if (i > 0)
    quo_json_writer_literal (json, ",");
  if (is_triple)
    quo_json_writer_literal (json, "[");
  else
    {
      quo_json_writer_literal (json, "{\"id\":");
      quo_json_writer_uint (json, i);
      quo_json_writer_literal (json, ",\"start_offset\":");
    }
  quo_json_writer_uint (json, piece->span.start);
  if (is_triple)
    quo_json_writer_literal (json, ",");
  else
    quo_json_writer_literal (json, ",\"end_offset\":");
  quo_json_writer_uint (json, piece->span.end);
  quo_json_write_string (json, is_triple ? "," : ",\"label\":", piece->annotation->type);
  quo_json_writer_raw (json, is_triple ? "]" : "}", 1);
}

static void
write_links (QuoJsonWriter *json, const QuoPieces *pieces)
{
  quo_json_writer_literal (json, "],\"relations\":[");
  for (guint i = 0; i < pieces->links->len; i++)
    {
      const QuoPieceLink *link = quo_pieces_get_link (pieces, i);

      if (i > 0)
        quo_json_writer_literal (json, ",");
      quo_json_writer_literal (json, "{\"id\":");
      quo_json_writer_uint (json, i);
      quo_json_writer_literal (json, ",\"from_id\":");
      quo_json_writer_uint (json, link->from);
      quo_json_writer_literal (json, ",\"to_id\":");
      quo_json_writer_uint (json, link->to);
      quo_json_write_string (json, ",\"type\":", link->type);
      quo_json_writer_literal (json, "}");
    }
}

/* The notes on annotations, which doccano can only have on the text. */
static void
write_comments (QuoJsonWriter *json, QuoSelection *selection)
{
  guint n = 0;

  quo_json_writer_literal (json, "],\"Comments\":[");
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const char *note = quo_selection_get_annotation (selection, i)->note;

      if (note != NULL && *note != '\0')
        quo_json_write_string (json, n++ > 0 ? "," : "", note);
    }
  quo_json_writer_literal (json, "]}\n");
  selection->losses.counts[QUO_LOSS_NOTES_APART] += n;
}

static gboolean
write_doccano (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
               QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  gboolean is_triple = quo_format_options_is (options, "shape", "labels");
  QuoCarries carries = quo_format_doccano.carries | QUO_CARRIES_NOTES;
  g_autoptr (QuoPieces) pieces = NULL;
  g_auto (QuoJsonWriter) json = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (selection == NULL)
    return FALSE;
  pieces = quo_pieces_new (selection, FALSE);
  quo_json_writer_init (&json, 4096 + pieces->pieces->len * 80);
  quo_json_writer_literal (&json, "{\"text\":");
  quo_json_writer_string (&json, quo_text_get_utf8 (selection->text),
                          quo_text_get_bytes (selection->text));
  quo_json_write_string (&json, ",", is_triple ? "label" : "entities");
  quo_json_writer_literal (&json, ":[");
  for (guint i = 0; i < pieces->pieces->len; i++)
    write_piece (&json, pieces, i, is_triple);
  if (is_triple)
    selection->losses.counts[QUO_LOSS_LINKS] += pieces->links->len;
  else
    write_links (&json, pieces);
  write_comments (&json, selection);
  bytes = quo_json_writer_finish (&json);
  quo_target_set (target, NULL, bytes);
  quo_selection_count_losses (selection, carries);
  quo_selection_count_relation_details (selection, carries);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption doccano_options[] = {
  { "shape", "relations|labels", N_ ("For a project with relations, or for one of labels alone") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

static const QuoFormatOption doccano_read_options[] = {
  { "text", "*", N_ ("The member that holds the text; “text” without it") },
  { "label", "*", N_ ("The member that holds the spans; the usual ones without it") },
  { NULL },
};

const QuoFormat quo_format_doccano = {
  .id = "doccano",
  .title = N_ ("doccano (JSON Lines)"),
  .extensions = "doccano.jsonl;jsonl",
  .carries
  = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP | QUO_CARRIES_RELATIONS,
  .is_one_layer = TRUE,
  .options = doccano_options,
  .read_options = doccano_read_options,
  .sniff = sniff_doccano,
  .read = read_doccano,
  .write = write_doccano,
};
