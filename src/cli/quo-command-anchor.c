/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo anchor: finds the annotations of articles that changed. What is certain can be written; what
 * is not is listed, with the places it may be at, and stays as it was. */

#include "quo-config.h"

#include "quo-backup.h"
#include "quo-commands-list.h"
#include "quo-error.h"
#include "quo-inputs.h"
#include "quo-json-writer.h"
#include "quo-save.h"
#include "quo-sidecar-writer.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoJsonWriter json;
  gboolean has_line;
  const char *file;
  QuoOpening *opening;
  int code;
} Anchor;

static gboolean is_json, is_written;
static char *encoding;

static const char *const fate_words[QUO_N_FATES] = { "same", "moved", "ambiguous", "lost" };

/* --- One annotation --- */

static void
write_ranges (QuoJsonWriter *json, const QuoSpan *ranges, guint n)
{
  quo_json_writer_literal (json, "[");
  for (guint i = 0; i < n; i++)
    {
      quo_json_writer_raw (json, i > 0 ? ",[" : "[", i > 0 ? 2 : 1);
      quo_json_writer_uint (json, ranges[i].start);
      quo_json_writer_literal (json, ",");
      quo_json_writer_uint (json, ranges[i].end);
      quo_json_writer_literal (json, "]");
    }
  quo_json_writer_literal (json, "]");
}

static void
write_string (QuoJsonWriter *json, const char *before, const char *value)
{
  quo_json_writer_raw (json, before, strlen (before));
  quo_json_writer_string (json, value, strlen (value));
}

static void
tell_json (Anchor *anchor, const QuoMove *move, const QuoAnnotation *annotation,
           const char *excerpt)
{
  QuoJsonWriter *json = &anchor->json;

  quo_json_writer_raw (json, anchor->has_line ? ",\n" : "\n", anchor->has_line ? 2 : 1);
  anchor->has_line = TRUE;
  write_string (json, "{\"file\":", anchor->file);
  write_string (json, ",\"id\":", move->id);
  write_string (json, ",\"type\":", annotation->type);
  write_string (json, ",\"text\":", excerpt);
  write_string (json, ",\"fate\":", fate_words[move->fate]);
  quo_json_writer_literal (json, ",\"at\":");
  write_ranges (json, annotation->ranges, annotation->n_ranges);
  if (move->is_reworded)
    quo_json_writer_literal (json, ",\"reworded\":true");
  quo_json_writer_literal (json, ",\"places\":[");
  for (guint i = 0; i < move->proposals->len; i++)
    {
      if (i > 0)
        quo_json_writer_literal (json, ",");
      write_ranges (json, g_ptr_array_index (move->proposals, i), move->n_ranges);
    }
  quo_json_writer_literal (json, "]}");
}

/* "812–819, 1042–1049" */
static char *
describe_places (const QuoMove *move)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < move->proposals->len; i++)
    {
      const QuoSpan *ranges = g_ptr_array_index (move->proposals, i);

      g_string_append_printf (words, "%s%u–%u", i > 0 ? ", " : "", ranges[0].start,
                              ranges[move->n_ranges - 1].end);
    }
  return g_string_free (words, FALSE);
}

static void
tell_line (const Anchor *anchor, const QuoMove *move, const QuoAnnotation *annotation,
           const char *excerpt)
{
  QuoSpan hull = quo_annotation_get_hull (annotation);
  g_autofree char *places = describe_places (move);

  if (move->fate == QUO_FATE_MOVED)
    quo_output_line (_ ("%s: %s: moved to %u–%u: %s “%s”\n"), anchor->file, move->id, hull.start,
                     hull.end, annotation->type, excerpt);
  else if (move->fate == QUO_FATE_AMBIGUOUS && move->is_reworded)
    quo_output_line (_ ("%s: %s: uncertain, other words at %s: %s “%s”\n"), anchor->file, move->id,
                     places, annotation->type, excerpt);
  else if (move->fate == QUO_FATE_AMBIGUOUS)
    quo_output_line (_ ("%s: %s: uncertain, may be at %s: %s “%s”\n"), anchor->file, move->id,
                     places, annotation->type, excerpt);
  else
    quo_output_line (_ ("%s: %s: lost: %s “%s”\n"), anchor->file, move->id, annotation->type,
                     excerpt);
}

/* --- One article --- */

static void
tell_moves (Anchor *anchor, const GPtrArray *moves)
{
  QuoSnapshot *snapshot = anchor->opening->snapshot;

  for (guint i = 0; i < moves->len; i++)
    {
      const QuoMove *move = g_ptr_array_index (moves, i);
      const QuoAnnotation *annotation = quo_snapshot_find (snapshot, move->id);
      g_autofree char *excerpt = quo_snapshot_dup_excerpt (snapshot, annotation);

      if (move->fate != QUO_FATE_MOVED)
        anchor->code = MAX (anchor->code, QUO_EXIT_FOUND);
      if (is_json)
        tell_json (anchor, move, annotation, excerpt);
      else
        tell_line (anchor, move, annotation, excerpt);
    }
}

static void
tell_total (const Anchor *anchor, const GPtrArray *moves)
{
  guint n[QUO_N_FATES] = { 0 };

  for (guint i = 0; i < moves->len; i++)
    n[((const QuoMove *)g_ptr_array_index (moves, i))->fate]++;
  n[QUO_FATE_SAME]
      = quo_snapshot_count (anchor->opening->snapshot, QUO_RECORD_ANNOTATION) - moves->len;
  quo_output_line (_ ("%s: %u are where they were, %u moved, %u uncertain, %u lost\n"),
                   anchor->file, n[QUO_FATE_SAME], n[QUO_FATE_MOVED], n[QUO_FATE_AMBIGUOUS],
                   n[QUO_FATE_LOST]);
}

/* The sidecar as it was is kept beside the new one. */
static gboolean
write_sidecar (const QuoOpening *opening, GError **error)
{
  g_autoptr (GBytes) bytes = quo_sidecar_write (opening->snapshot, "Quotidian " QUO_VERSION);

  return quo_backup_keep (opening->sidecar_path, error)
         && quo_save (opening->sidecar_path, bytes, opening->etag, NULL, NULL, error);
}

static void
anchor_file (Anchor *anchor, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOpening) opening = quo_open (path, encoding, NULL, NULL, &error);
  g_autoptr (GPtrArray) moves = NULL;
  g_autofree char *file = g_filename_display_name (path);

  if (opening != NULL)
    {
      anchor->file = file;
      anchor->opening = opening;
      /* What is not placed though the article is the same: orphans from before. */
      moves = opening->moves != NULL ? g_ptr_array_ref (opening->moves)
                                     : quo_reanchor_orphans (opening->snapshot);
      tell_moves (anchor, moves);
      if (!is_json)
        tell_total (anchor, moves);
      if (!is_written || !opening->is_reanchored || write_sidecar (opening, &error))
        return;
    }
  anchor->code = QUO_EXIT_FAILED;
  quo_message_error (error);
}

static int
run_anchor (const char *const *inputs, guint n_inputs)
{
  Anchor anchor = { .code = QUO_EXIT_DONE };
  g_autoptr (GPtrArray) files = quo_inputs_list (inputs, n_inputs, &anchor.code);
  g_autoptr (GBytes) bytes = NULL;

  quo_json_writer_init (&anchor.json, 4096);
  quo_json_writer_literal (&anchor.json, "[");
  for (guint i = 0; i < files->len; i++)
    anchor_file (&anchor, g_ptr_array_index (files, i));
  quo_json_writer_literal (&anchor.json, "\n]\n");
  bytes = quo_json_writer_finish (&anchor.json);
  if (is_json)
    quo_output_bytes (bytes);
  return anchor.code;
}

static const GOptionEntry options[] = {
  { "write", 'w', 0, G_OPTION_ARG_NONE, &is_written,
    N_ ("Write the new places; what is uncertain stays as it was"), NULL },
  { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding,
    N_ ("Read articles in this encoding, whatever the sidecar says"), N_ ("NAME") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &is_json,
    N_ ("Write JSON, an object for each annotation that is not where it was"), NULL },
  { NULL },
};

const QuoCommand quo_command_anchor = {
  .name = "anchor",
  .arguments = N_ ("FILE|FOLDER…"),
  .summary = N_ ("Find the annotations of articles that were changed"),
  .details
  = N_ ("A FILE is an article or its sidecar (ARTICLE.quo.json). Without --write nothing is "
        "changed; with it the\nold sidecar is kept as ARTICLE.quo.json.bak. It ends with 0 when "
        "every place is certain, 1 when a person\nhas to look at some, 3 when a file could not be "
        "read or written."),
  .options = options,
  .run = run_anchor,
  .n_least = 1,
};
