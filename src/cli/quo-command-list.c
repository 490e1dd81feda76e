/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo list: the annotations of articles, as a table for people, as JSON or as CSV. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-csv.h"
#include "quo-inputs.h"
#include "quo-json-writer.h"
#include "quo-table.h"

#include <glib/gi18n.h>
#include <string.h>

/* Columns of a terminal for the cells that can be long. */
#define MAX_TEXT 48
#define MAX_NAME 28

/* One annotation, as all three ways of writing show it. */
typedef struct
{
  const char *file;
  const QuoAnnotation *annotation;
  char *text;    /* in one line */
  char *entity;  /* names of its entities */
  char *speaker; /* of a quote: who says it */
  const char *status;
} Row;

typedef struct
{
  QuoTable *table;
  GString *csv_text;
  QuoCsv csv;
  QuoJsonWriter json;
  gboolean has_row;
  gboolean has_files; /* more than one */
} List;

static gboolean is_json, is_csv;
static char *layer, *label;
static QuoInputOptions reading;

/* --- Rows --- */

static const char *
get_name (QuoSnapshot *snapshot, const char *id)
{
  const QuoRecord *record = quo_snapshot_find (snapshot, id);

  if (record != NULL && record->kind == QUO_RECORD_ENTITY
      && ((const QuoEntity *)record)->name != NULL)
    return ((const QuoEntity *)record)->name;
  return id;
}

static char *
dup_entities (QuoSnapshot *snapshot, const QuoAnnotation *annotation)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_entities; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            get_name (snapshot, annotation->entities[i]));
  return g_string_free (names, FALSE);
}

/* What a member of a role is called: by its entity, else by what the text says. */
static char *
dup_member (QuoSnapshot *snapshot, const char *id)
{
  const QuoRecord *record = quo_snapshot_find (snapshot, id);
  const QuoAnnotation *mention = (const QuoAnnotation *)record;

  if (record == NULL || record->kind != QUO_RECORD_ANNOTATION)
    return g_strdup (get_name (snapshot, id));
  if (mention->n_entities > 0)
    return dup_entities (snapshot, mention);
  return quo_snapshot_dup_excerpt (snapshot, mention);
}

/* Adds the name of a speaker to those of the quote, unless it is among them. */
static void
add_speaker (GHashTable *speakers, const char *quote, const char *name)
{
  GPtrArray *names = g_hash_table_lookup (speakers, quote);

  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (speakers, (gpointer)quote, names);
    }
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* (transfer full): for each quote that is linked, the names of its speakers. */
static GHashTable *
find_speakers (QuoSnapshot *snapshot)
{
  GHashTable *speakers
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_RELATION); i++)
    {
      const QuoRelation *relation = quo_snapshot_get_relation (snapshot, i);
      const QuoRole *quotes = quo_relation_find_role (relation, "quote");
      const QuoRole *sources = quo_relation_find_role (relation, "source");

      if (relation->status == QUO_STATUS_REJECTED)
        continue;
      for (guint s = 0; quotes != NULL && sources != NULL && s < sources->n_members; s++)
        {
          g_autofree char *name = dup_member (snapshot, sources->members[s]);

          for (guint q = 0; q < quotes->n_members; q++)
            add_speaker (speakers, quotes->members[q], name);
        }
    }
  return speakers;
}

static char *
join_speakers (GHashTable *speakers, const char *quote)
{
  const GPtrArray *names = g_hash_table_lookup (speakers, quote);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; names != NULL && i < names->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "",
                            (const char *)g_ptr_array_index (names, i));
  return g_string_free (joined, FALSE);
}

static const char *
get_status (const QuoAnnotation *annotation)
{
  if (annotation->is_orphan)
    return N_ ("orphan");
  if (annotation->status == QUO_STATUS_SUGGESTED)
    return N_ ("suggested");
  return annotation->status == QUO_STATUS_REJECTED ? N_ ("rejected") : "";
}

/* --- The three ways --- */

static void
add_to_table (List *list, const Row *row)
{
  const QuoAnnotation *annotation = row->annotation;
  QuoSpan hull = quo_annotation_get_hull (annotation);
  g_autofree char *start = g_strdup_printf ("%u", hull.start);
  g_autofree char *end = g_strdup_printf ("%u", hull.end);

  if (list->has_files)
    quo_table_add (list->table, row->file, 0);
  quo_table_add (list->table, annotation->base.id, 0);
  quo_table_add (list->table, annotation->layer, 0);
  quo_table_add (list->table, annotation->type, 0);
  quo_table_add (list->table, start, 0);
  quo_table_add (list->table, end, 0);
  quo_table_add (list->table, row->text, MAX_TEXT);
  quo_table_add (list->table, row->entity, MAX_NAME);
  quo_table_add (list->table, row->speaker, MAX_NAME);
  quo_table_add (list->table, *row->status != '\0' ? _ (row->status) : "", 0);
}

static void
add_to_csv (List *list, const Row *row)
{
  const QuoAnnotation *annotation = row->annotation;
  QuoSpan hull = quo_annotation_get_hull (annotation);

  quo_csv_cell (&list->csv, row->file);
  quo_csv_cell (&list->csv, annotation->base.id);
  quo_csv_cell (&list->csv, annotation->layer);
  quo_csv_cell (&list->csv, annotation->type);
  quo_csv_uint (&list->csv, hull.start);
  quo_csv_uint (&list->csv, hull.end);
  quo_csv_cell (&list->csv, row->text);
  quo_csv_cell (&list->csv, row->entity);
  quo_csv_cell (&list->csv, row->speaker);
  quo_csv_cell (&list->csv, row->status);
  quo_csv_cell (&list->csv, annotation->note);
  quo_csv_end_row (&list->csv);
}

/* ,"NAME":"VALUE", unless it is empty. */
static void
write_member (QuoJsonWriter *json, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  quo_json_writer_literal (json, ",");
  quo_json_writer_string (json, name, strlen (name));
  quo_json_writer_literal (json, ":");
  quo_json_writer_string (json, value, strlen (value));
}

static void
write_ranges (QuoJsonWriter *json, const QuoAnnotation *annotation)
{
  quo_json_writer_literal (json, ",\"at\":[");
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      quo_json_writer_raw (json, ",[", i > 0 ? 2 : 0);
      if (i == 0)
        quo_json_writer_literal (json, "[");
      quo_json_writer_uint (json, annotation->ranges[i].start);
      quo_json_writer_literal (json, ",");
      quo_json_writer_uint (json, annotation->ranges[i].end);
      quo_json_writer_literal (json, "]");
    }
  quo_json_writer_literal (json, "]");
}

static void
add_to_json (List *list, const Row *row)
{
  QuoJsonWriter *json = &list->json;

  quo_json_writer_raw (json, ",\n", list->has_row ? 2 : 0);
  quo_json_writer_literal (json, "{\"file\":");
  quo_json_writer_string (json, row->file, strlen (row->file));
  write_member (json, "id", row->annotation->base.id);
  write_member (json, "layer", row->annotation->layer);
  write_member (json, "type", row->annotation->type);
  write_ranges (json, row->annotation);
  write_member (json, "text", row->text);
  write_member (json, "entity", row->entity);
  write_member (json, "speaker", row->speaker);
  write_member (json, "status", row->status);
  write_member (json, "note", row->annotation->note);
  quo_json_writer_literal (json, "}");
}

static void
add_row (List *list, const Row *row)
{
  if (is_json)
    add_to_json (list, row);
  else if (is_csv)
    add_to_csv (list, row);
  else
    add_to_table (list, row);
  list->has_row = TRUE;
}

/* --- The verb --- */

static void
list_snapshot (List *list, QuoSnapshot *snapshot, const char *file)
{
  g_autoptr (GHashTable) speakers = find_speakers (snapshot);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);
      g_autofree char *text = NULL;
      g_autofree char *entity = NULL;
      g_autofree char *speaker = NULL;
      Row row = { .file = file, .annotation = annotation };

      if ((layer != NULL && g_strcmp0 (layer, annotation->layer) != 0)
          || (label != NULL && !g_str_equal (label, annotation->type)))
        continue;
      row.text = text = quo_snapshot_dup_excerpt (snapshot, annotation);
      row.entity = entity = dup_entities (snapshot, annotation);
      row.speaker = speaker = join_speakers (speakers, annotation->base.id);
      row.status = get_status (annotation);
      add_row (list, &row);
    }
}

static int
list_file (List *list, const char *path)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOpening) opening = quo_inputs_open (path, &reading, NULL, &error);

  if (opening == NULL)
    return quo_message_error (error);
  list_snapshot (list, opening->snapshot, file);
  return QUO_EXIT_DONE;
}

static QuoTable *
make_table (gboolean has_files)
{
  const char *titles[] = { _ ("FILE"),    _ ("ID"),     _ ("LAYER"), _ ("LABEL"),
                           _ (">START"),  _ (">END"),   _ ("TEXT"),  C_ ("column", "NAME"),
                           _ ("SPEAKER"), _ ("STATUS"), NULL };

  return quo_table_new (has_files ? titles : titles + 1);
}

static void
begin_list (List *list)
{
  list->table = make_table (list->has_files);
  list->csv_text = g_string_new (NULL);
  quo_csv_init (&list->csv, list->csv_text, NULL);
  quo_csv_cells (&list->csv, "file", "id", "layer", "type", "start", "end", "text", "entity",
                 "speaker", "status", "note", NULL);
  quo_csv_end_row (&list->csv);
  quo_json_writer_init (&list->json, 4096);
  quo_json_writer_literal (&list->json, "[\n");
}

static void
end_list (List *list)
{
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GBytes) csv = g_string_free_to_bytes (list->csv_text);

  quo_json_writer_raw (&list->json, "\n]\n", list->has_row ? 3 : 0);
  if (!list->has_row)
    quo_json_writer_literal (&list->json, "]\n");
  json = quo_json_writer_finish (&list->json);
  if (is_json || is_csv)
    quo_output_bytes (is_json ? json : csv);
  else
    quo_table_print (list->table);
  quo_table_free (list->table);
}

static int
run_list (const char *const *inputs, guint n_inputs)
{
  List list = { 0 };
  int code;
  g_autoptr (GPtrArray) files = NULL;

  if (is_json && is_csv)
    {
      quo_message ("%s", _ ("Choose one of --json and --csv"));
      return QUO_EXIT_USAGE;
    }
  files = quo_inputs_list (inputs, n_inputs, &code);
  list.has_files = files->len > 1;
  begin_list (&list);
  for (guint i = 0; i < files->len; i++)
    {
      int file_code = list_file (&list, g_ptr_array_index (files, i));

      code = MAX (code, file_code);
    }
  end_list (&list);
  return code;
}

static const GOptionEntry options[] = {
  { "csv", 0, 0, G_OPTION_ARG_NONE, &is_csv, N_ ("Write CSV, a row an annotation"), NULL },
  QUO_INPUT_OPTIONS (reading),
  { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("Write JSON, an object an annotation"), NULL },
  { "label", 0, 0, G_OPTION_ARG_STRING, &label, N_ ("Only annotations with this label"),
    N_ ("LABEL") },
  { "layer", 0, 0, G_OPTION_ARG_STRING, &layer, N_ ("Only annotations of this layer"), N_ ("ID") },
  { NULL },
};

const QuoCommand quo_command_list = {
  .name = "list",
  .arguments = N_ ("FILE|FOLDER…"),
  .summary = N_ ("List the annotations of articles"),
  .details
  = N_ ("A FILE is an article or its sidecar (ARTICLE.quo.json). Places are counted in code "
        "points from the start of the article."),
  .options = options,
  .run = run_list,
  .n_least = 1,
};
