/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Label Studio JSON (labelstud.io/guide/export#Label-Studio-JSON-format): a list of tasks, each a
 * text with annotations (one for each annotator) and predictions (of models), each a list of
 * results:
 *
 *   {"id":"r1","from_name":"label","to_name":"text","type":"labels",
 *    "value":{"start":0,"end":3,"text":"Ada","labels":["person"]}}
 *   {"id":"r1","type":"choices"|"textarea"|"rating"|"number", "value":{..}}   more of the same
 * region
 *   {"type":"relation","from_id":"r1","to_id":"r2","direction":"right","labels":["source"]}
 *
 * Offsets are code points, the end exclusive; older files count UTF-16 units, and some say another
 * text than stands there. Annotations of several parts and relations are pieces with arrows
 * (quo-pieces.h). A prediction is read as suggestions. The labelling configuration is written
 * beside it on request (quo-labelstudio-config.c). */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-labelstudio.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoSelection *selection;
  QuoPieces *pieces;
  QuoJsonWriter json;
  QuoTextCursor cursor;
  gboolean has_result;
} Writer;

#define raw(writer, s) quo_json_writer_literal (&(writer)->json, s)

/* --- Results --- */

static void
begin_result (Writer *writer)
{
  if (writer->has_result)
    raw (writer, ",");
  writer->has_result = TRUE;
}

/* The id of a region: that of the annotation, with a number from its second piece on. */
static void
write_id (Writer *writer, const char *before, const QuoPiece *piece)
{
  g_autofree char *id = NULL;

  if (piece->part > 0)
    id = g_strdup_printf ("%s-%u", piece->annotation->base.id, piece->part + 1);
  quo_json_write_string (&writer->json, before, id != NULL ? id : piece->annotation->base.id);
}

static void
write_offsets (Writer *writer, QuoSpan span)
{
  raw (writer, ",\"value\":{\"start\":");
  quo_json_writer_uint (&writer->json, span.start);
  raw (writer, ",\"end\":");
  quo_json_writer_uint (&writer->json, span.end);
}

static void
write_region (Writer *writer, const QuoPiece *piece)
{
  const char *utf8 = quo_text_get_utf8 (writer->selection->text);
  gsize start = quo_text_cursor_to (&writer->cursor, piece->span.start);
  gsize end = quo_text_cursor_to (&writer->cursor, piece->span.end);

  begin_result (writer);
  write_id (writer, "{\"id\":", piece);
  raw (writer, ",\"from_name\":\"label\",\"to_name\":\"text\",\"type\":\"labels\"");
  write_offsets (writer, piece->span);
  raw (writer, ",\"text\":");
  quo_json_writer_string (&writer->json, utf8 + start, end - start);
  quo_json_write_string (&writer->json, ",\"labels\":[", piece->annotation->type);
  raw (writer, "]}}");
}

/* More of the region of an annotation: @type is the kind of control and of its value. */
static void
begin_detail (Writer *writer, const QuoPiece *piece, const char *from_name, const char *type)
{
  begin_result (writer);
  write_id (writer, "{\"id\":", piece);
  quo_json_write_string (&writer->json, ",\"from_name\":", from_name);
  raw (writer, ",\"to_name\":\"text\"");
  quo_json_write_string (&writer->json, ",\"type\":", type);
  write_offsets (writer, piece->span);
}

static void
write_note (Writer *writer, const QuoPiece *piece)
{
  const char *note = piece->annotation->note;

  if (note == NULL || *note == '\0')
    return;
  begin_detail (writer, piece, "note", "textarea");
  quo_json_write_string (&writer->json, ",\"text\":[", note);
  raw (writer, "]}}");
}

static void
write_attrs (Writer *writer, const QuoPiece *piece)
{
  for (guint i = 0; i < piece->annotation->n_attrs; i++)
    {
      const QuoAttr *attr = &piece->annotation->attrs[i];

      begin_detail (writer, piece, attr->name, "choices");
      raw (writer, ",\"choices\":[");
      for (guint v = 0; v < attr->n_values; v++)
        quo_json_write_string (&writer->json, v > 0 ? "," : "", attr->values[v].text);
      raw (writer, "]}}");
    }
}

static void
write_link (Writer *writer, const QuoPieceLink *link)
{
  begin_result (writer);
  raw (writer, "{\"type\":\"relation\"");
  write_id (writer, ",\"from_id\":", quo_pieces_get (writer->pieces, link->from));
  write_id (writer, ",\"to_id\":", quo_pieces_get (writer->pieces, link->to));
  quo_json_write_string (&writer->json, ",\"direction\":\"right\",\"labels\":[", link->type);
  raw (writer, "]}");
}

/* --- The task --- */

static void
write_results (Writer *writer, gboolean has_attrs)
{
  const QuoPieces *pieces = writer->pieces;

  for (guint i = 0; i < pieces->pieces->len; i++)
    write_region (writer, quo_pieces_get (pieces, i));
  for (guint i = 0; i < pieces->pieces->len; i++)
    if (quo_pieces_get (pieces, i)->part == 0)
      {
        if (has_attrs)
          write_attrs (writer, quo_pieces_get (pieces, i));
        write_note (writer, quo_pieces_get (pieces, i));
      }
  for (guint i = 0; i < pieces->links->len; i++)
    write_link (writer, quo_pieces_get_link (pieces, i));
}

static GBytes *
make_task (Writer *writer, gboolean has_attrs)
{
  const QuoText *text = writer->selection->text;

  quo_json_writer_init (&writer->json, 4096 + writer->pieces->pieces->len * 128);
  raw (writer, "[{\"data\":{\"text\":");
  quo_json_writer_string (&writer->json, quo_text_get_utf8 (text), quo_text_get_bytes (text));
  raw (writer, "},\"annotations\":[{\"result\":[");
  write_results (writer, has_attrs);
  raw (writer, "],\"was_cancelled\":false,\"ground_truth\":false}]}]\n");
  return quo_json_writer_finish (&writer->json);
}

static gboolean
write_labelstudio (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                   QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  gboolean has_attrs = quo_format_options_is (options, "attrs", "yes");
  QuoCarries carries = quo_format_labelstudio.carries | (has_attrs ? QUO_CARRIES_ATTRS : 0);
  g_autoptr (QuoPieces) pieces = NULL;
  g_autoptr (GBytes) compact = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Writer writer = { .selection = selection };

  if (selection == NULL)
    return FALSE;
  writer.pieces = pieces = quo_pieces_new (selection, FALSE);
  quo_text_cursor_init (&writer.cursor, selection->text);
  compact = make_task (&writer, has_attrs);
  bytes = quo_json_indent (compact);
  quo_target_set (target, NULL, bytes);
  if (quo_format_options_is (options, "config", "yes"))
    quo_labelstudio_write_config (selection, options, quo_target_open (target, ".config.xml"));
  quo_selection_count_losses (selection, carries);
  quo_selection_count_relation_details (selection, carries);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption labelstudio_options[] = {
  { "attrs", "no|yes", N_ ("Attributes as choices of their regions") },
  { "config", "no|yes", N_ ("The labelling configuration beside it, as OUT.config.xml") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

static const QuoFormatOption labelstudio_read_options[] = {
  { "text", "*", N_ ("The member of data that holds the text; the only one without it") },
  { NULL },
};

const QuoFormat quo_format_labelstudio = {
  .id = "labelstudio",
  .title = N_ ("Label Studio (JSON)"),
  .extensions = "labelstudio.json;json",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP
             | QUO_CARRIES_RELATIONS | QUO_CARRIES_NOTES,
  .is_one_layer = TRUE,
  .options = labelstudio_options,
  .read_options = labelstudio_read_options,
  .sniff = quo_labelstudio_sniff,
  .read = quo_labelstudio_read,
  .write = write_labelstudio,
  .sniff_labels = quo_labelstudio_sniff_labels,
  .read_labels = quo_labelstudio_read_labels,
  .write_labels = quo_labelstudio_write_labels,
};
