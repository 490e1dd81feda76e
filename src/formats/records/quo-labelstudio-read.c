/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading Label Studio tasks. A region is a label on a span of the text; what else is said of it
 * has the same id and becomes an attribute, a text area named note its note. Regions of images,
 * sounds, dialogues and HTML are told and left out. */

#include "quo-config.h"

#include "quo-labelstudio.h"

#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoJsonTree *tree;
  QuoPieceLinks *links;
  const char *layer;  /* of the annotation at hand, or NULL */
  const char *score;  /* of the prediction at hand, or NULL */
  const char *prefix; /* of names in it, so that those of two annotators differ, or NULL */
  gboolean is_suggested;
  guint n_others; /* results that are about no span of the text */
  GError **error;
} Task;

typedef struct
{
  guint n_others, n_cancelled;
} Counts;

/* A name in the file, made different for each annotation after the first. */
static char *
make_ref (const Task *task, const char *id)
{
  return task->prefix != NULL ? g_strconcat (task->prefix, id, NULL) : g_strdup (id);
}

/* --- Regions --- */

/* The labels of a region: value.labels, or under the name of its type. */
static const QuoJsonNode *
get_labels (const QuoJsonNode *result, const QuoJsonNode *value)
{
  const char *type = quo_json_node_get_string (result, "type");
  const QuoJsonNode *labels = quo_json_node_get_kind (value, "labels", QUO_JSON_ARRAY);

  if (labels == NULL && type != NULL && g_str_has_suffix (type, "labels"))
    labels = quo_json_node_get_kind (value, type, QUO_JSON_ARRAY);
  return labels;
}

/* Where it stands; HTML regions tell it twice, and only one of the two counts characters. */
static gboolean
get_offsets (const QuoJsonNode *value, guint32 *ret_start, guint32 *ret_end)
{
  const QuoJsonNode *global = quo_json_node_get_kind (value, "globalOffsets", QUO_JSON_OBJECT);

  if (quo_json_node_get_uint (global, "start", ret_start)
      && quo_json_node_get_uint (global, "end", ret_end))
    return TRUE;
  return quo_json_node_get (value, "startOffset") == NULL
         && quo_json_node_get_uint (value, "start", ret_start)
         && quo_json_node_get_uint (value, "end", ret_end);
}

/* Offsets in HTML count what a browser shows, so that without the words nothing proves them. */
static gboolean
is_unproved (const QuoJsonNode *result, const QuoJsonNode *surface)
{
  return surface == NULL
         && quo_json_node_says (quo_json_node_get (result, "type"), "hypertextlabels");
}

static void
fill_region (Task *task, QuoDraft *draft, const QuoJsonNode *result, const QuoJsonNode *labels)
{
  const char *score = quo_json_node_get_string (result, "score");
  const QuoJsonNode *more = labels->first->next;

  draft->layer = task->layer;
  if (task->is_suggested)
    draft->status = QUO_STATUS_SUGGESTED;
  if (score == NULL || quo_json_node_get_kind (result, "score", QUO_JSON_NUMBER) == NULL)
    score = task->score;
  draft->conf = quo_builder_keep (task->builder, score, -1);
  for (; more != NULL; more = more->next)
    if (more->text != NULL)
      quo_draft_add_value (task->builder, draft, "label", QUO_VALUE_STRING, more->text, TRUE);
}

static gboolean
read_region (Task *task, const QuoJsonNode *result, const QuoJsonNode *labels)
{
  const QuoJsonNode *value = quo_json_node_get_kind (result, "value", QUO_JSON_OBJECT);
  const QuoJsonNode *surface = quo_json_node_get_kind (value, "text", QUO_JSON_STRING);
  const char *id = quo_json_node_get_string (result, "id");
  guint line = quo_json_tree_get_line (task->tree, result);
  g_autofree char *ref = id != NULL ? make_ref (task, id) : NULL;
  QuoDraft *draft;
  guint32 start, end;

  if (labels->first == NULL || labels->first->text == NULL || !get_offsets (value, &start, &end)
      || is_unproved (result, surface))
    {
      task->n_others++;
      return TRUE;
    }
  draft = quo_builder_add (task->builder, QUO_RECORD_ANNOTATION, ref, labels->first->text, line);
  if (draft == NULL) /* a second control labels the same region */
    {
      quo_draft_add_value (task->builder, quo_builder_find (task->builder, ref), "label",
                           QUO_VALUE_STRING, labels->first->text, TRUE);
      return TRUE;
    }
  draft->id = id != NULL && task->prefix == NULL ? quo_builder_keep (task->builder, id, -1) : NULL;
  quo_draft_add_range (task->builder, draft, start, end, surface != NULL ? surface->text : NULL,
                       surface != NULL ? (gssize)surface->len : 0);
  fill_region (task, draft, result, labels);
  return TRUE;
}

static gboolean
read_regions (Task *task, const QuoJsonNode *results)
{
  for (const QuoJsonNode *result = results->first; result != NULL; result = result->next)
    {
      const QuoJsonNode *labels
          = get_labels (result, quo_json_node_get_kind (result, "value", QUO_JSON_OBJECT));

      if (labels != NULL && !read_region (task, result, labels))
        return FALSE;
    }
  return TRUE;
}

/* --- More of a region --- */

static void
add_values (Task *task, QuoDraft *draft, const char *name, const QuoJsonNode *node)
{
  QuoValue value;

  if (node->kind != QUO_JSON_ARRAY && quo_json_node_to_value (node, &value))
    quo_draft_add_value (task->builder, draft, name, value.kind, value.text, FALSE);
  for (const QuoJsonNode *item = node->kind == QUO_JSON_ARRAY ? node->first : NULL; item != NULL;
       item = item->next)
    if (quo_json_node_to_value (item, &value))
      quo_draft_add_value (task->builder, draft, name, value.kind, value.text, FALSE);
}

static void
add_notes (Task *task, QuoDraft *draft, const QuoJsonNode *text)
{
  if (text->kind == QUO_JSON_STRING)
    quo_draft_add_note (task->builder, draft, text->text);
  for (const QuoJsonNode *item = text->kind == QUO_JSON_ARRAY ? text->first : NULL; item != NULL;
       item = item->next)
    if (item->kind == QUO_JSON_STRING)
      quo_draft_add_note (task->builder, draft, item->text);
}

static void
read_detail (Task *task, const QuoJsonNode *result)
{
  const char *id = quo_json_node_get_string (result, "id");
  const char *type = quo_json_node_get_string (result, "type");
  const char *name = quo_json_node_get_string (result, "from_name");
  const QuoJsonNode *value = quo_json_node_get_kind (result, "value", QUO_JSON_OBJECT);
  g_autofree char *ref = id != NULL ? make_ref (task, id) : NULL;
  QuoDraft *draft = quo_builder_find (task->builder, ref);
  const QuoJsonNode *said = type != NULL ? quo_json_node_get (value, type) : NULL;

  if (said == NULL)
    said = quo_json_node_get (value, "text");
  if (draft == NULL || type == NULL || name == NULL || said == NULL)
    task->n_others++;
  else if (g_str_equal (type, "textarea"))
    add_notes (task, draft, said);
  else
    add_values (task, draft, name, said);
}

static gboolean
read_relation (Task *task, const QuoJsonNode *result)
{
  const char *from = quo_json_node_get_string (result, "from_id");
  const char *to = quo_json_node_get_string (result, "to_id");
  const QuoJsonNode *labels = quo_json_node_get_kind (result, "labels", QUO_JSON_ARRAY);
  gboolean is_left = quo_json_node_says (quo_json_node_get (result, "direction"), "left");
  guint line = quo_json_tree_get_line (task->tree, result);
  g_autofree char *from_ref = NULL;
  g_autofree char *to_ref = NULL;
  const char *type = "relation";

  if (from == NULL || to == NULL)
    return quo_import_refuse (task->import, line, task->error, "%s",
                              _ ("a relation has from_id and to_id"));
  if (labels != NULL && labels->first != NULL && labels->first->text != NULL)
    type = labels->first->text;
  from_ref = make_ref (task, is_left ? to : from);
  to_ref = make_ref (task, is_left ? from : to);
  quo_piece_links_add (task->links, NULL, from_ref, to_ref, type, line);
  return TRUE;
}

static gboolean
read_results (Task *task, const QuoJsonNode *results)
{
  if (results == NULL)
    return TRUE;
  if (!read_regions (task, results))
    return FALSE;
  for (const QuoJsonNode *result = results->first; result != NULL; result = result->next)
    {
      const QuoJsonNode *value = quo_json_node_get_kind (result, "value", QUO_JSON_OBJECT);

      if (quo_json_node_says (quo_json_node_get (result, "type"), "relation"))
        {
          if (!read_relation (task, result))
            return FALSE;
        }
      else if (get_labels (result, value) == NULL)
        read_detail (task, result);
    }
  return TRUE;
}

/* --- Annotators and models --- */

static const char *
get_annotator (const QuoJsonNode *annotation)
{
  const QuoJsonNode *by = quo_json_node_get (annotation, "completed_by");
  const char *name = quo_json_node_get_string (by, "email");

  return name != NULL ? name : by != NULL && by->text != NULL ? by->text : NULL;
}

/* Several annotations of a text are layers of it. */
static void
begin_annotation (Task *task, const QuoJsonNode *annotation, guint i)
{
  const char *name = get_annotator (annotation);
  g_autofree char *ref = g_strdup_printf ("annotation %u", i + 1);
  g_autofree char *prefix = g_strdup_printf ("%u:", i + 1);
  const char *by = NULL;

  if (name != NULL)
    by = quo_builder_add_agent (task->builder, name, &(QuoAgent){ .type = "person", .name = name });
  task->layer = quo_builder_add_layer (task->builder, ref,
                                       &(QuoLayer){ .title = name != NULL ? name : ref, .by = by });
  task->prefix = i > 0 ? quo_builder_keep (task->builder, prefix, -1) : NULL;
}

static gboolean
read_annotations (Task *task, const QuoJsonNode *list, Counts *counts)
{
  gboolean is_many = list != NULL && list->first != NULL && list->first->next != NULL;
  guint i = 0;

  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL;
       node = node->next, i++)
    {
      if (quo_json_node_is_true (node, "was_cancelled"))
        {
          counts->n_cancelled++;
          continue;
        }
      if (is_many)
        begin_annotation (task, node, i);
      if (!read_results (task, quo_json_node_get_kind (node, "result", QUO_JSON_ARRAY)))
        return FALSE;
    }
  task->layer = task->prefix = NULL;
  return TRUE;
}

static gboolean
read_predictions (Task *task, const QuoJsonNode *list)
{
  guint i = 0;

  task->is_suggested = TRUE;
  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL;
       node = node->next, i++)
    {
      const char *model = quo_json_node_get_string (node, "model_version");
      g_autofree char *ref = g_strdup_printf ("prediction %u", i + 1);
      g_autofree char *prefix = g_strdup_printf ("p%u:", i + 1);
      const char *name = model != NULL ? model : ref;
      const char *by = quo_builder_add_agent (task->builder, name,
                                              &(QuoAgent){ .type = "software", .name = name });

      task->layer
          = quo_builder_add_layer (task->builder, ref, &(QuoLayer){ .title = name, .by = by });
      task->prefix = quo_builder_keep (task->builder, prefix, -1);
      task->score = quo_json_node_get_kind (node, "score", QUO_JSON_NUMBER) != NULL
                        ? quo_json_node_get_string (node, "score")
                        : NULL;
      if (!read_results (task, quo_json_node_get_kind (node, "result", QUO_JSON_ARRAY)))
        return FALSE;
    }
  return TRUE;
}

/* --- Tasks --- */

/* An address of an image or a recording is no text. */
static gboolean
is_address (const QuoJsonNode *node)
{
  return node->text[strcspn (node->text, " \t\r\n")] == '\0'
         && (strstr (node->text, "://") != NULL || *node->text == '/');
}

/* The text of a task: the member that was named, or “text”, or the only string of its data. */
static const QuoJsonNode *
find_text (const QuoImport *import, const QuoJsonNode *record)
{
  const QuoJsonNode *data = quo_json_node_get_kind (record, "data", QUO_JSON_OBJECT);
  const char *name = quo_format_options_get (import->options, "text");
  const QuoJsonNode *only = NULL;

  if (name != NULL || quo_json_node_get_kind (data, "text", QUO_JSON_STRING) != NULL)
    return quo_json_node_get_kind (data, name != NULL ? name : "text", QUO_JSON_STRING);
  for (const QuoJsonNode *node = data != NULL ? data->first : NULL; node != NULL; node = node->next)
    {
      if (node->kind != QUO_JSON_STRING || is_address (node))
        continue;
      if (only != NULL)
        return NULL;
      only = node;
    }
  return only;
}

static gboolean
read_lists (Task *task, const QuoJsonNode *record, Counts *counts)
{
  const QuoJsonNode *annotations = quo_json_node_get_kind (record, "annotations", QUO_JSON_ARRAY);

  if (annotations == NULL) /* as it was called before version 1.0 */
    annotations = quo_json_node_get_kind (record, "completions", QUO_JSON_ARRAY);
  if (!read_annotations (task, annotations, counts)
      || !read_predictions (task, quo_json_node_get_kind (record, "predictions", QUO_JSON_ARRAY)))
    return FALSE;
  quo_piece_links_finish (task->links);
  counts->n_others += task->n_others;
  return TRUE;
}

static gboolean
read_record (QuoImport *import, QuoJsonTree *tree, const QuoJsonNode *record, guint index,
             gpointer data, GError **error)
{
  const QuoJsonNode *text = find_text (import, record);
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  g_autoptr (QuoBuilder) builder = NULL;
  g_autoptr (QuoPieceLinks) links = NULL;
  Task task = { .import = import, .tree = tree, .error = error };

  if (text == NULL)
    return quo_import_refuse (import, quo_json_tree_get_line (tree, record), error, "%s",
                              _ ("the text of the task is not to be found in “data”; name the "
                                 "member that holds it (--option text=NAME)"));
  builder = quo_json_records_begin (import, text, quo_json_node_get_string (record, "id"), index,
                                    &reading);
  if (builder == NULL)
    return TRUE;
  task.builder = builder;
  task.links = links = quo_piece_links_new (builder);
  return read_lists (&task, record, data)
         && quo_import_end (import, g_steal_pointer (&builder), error);
}

gboolean
quo_labelstudio_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  Counts counts = { 0 };

  if (!quo_json_records_read (import, read_record, &counts, cancellable, error))
    return FALSE;
  if (counts.n_others > 0)
    quo_report_add (import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u result that is about no span of the text was left out",
                              "%u results that are about no span of the text were left out",
                              counts.n_others),
                    counts.n_others);
  if (counts.n_cancelled > 0)
    quo_report_add (import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u skipped annotation of a text was left out",
                              "%u skipped annotations of texts were left out", counts.n_cancelled),
                    counts.n_cancelled);
  return TRUE;
}

gboolean
quo_labelstudio_sniff (const char *head, gsize len)
{
  return (*head == '[' || *head == '{') && quo_json_head_has (head, "data")
         && (quo_json_head_has (head, "annotations") || quo_json_head_has (head, "predictions")
             || quo_json_head_has (head, "completions"));
}
