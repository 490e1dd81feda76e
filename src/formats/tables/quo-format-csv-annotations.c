/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All annotations as a table, a row each, with a column for each attribute that occurs. */

#include "quo-config.h"

#include "quo-csv-tables.h"
#include "quo-formats-list.h"
#include "quo-selection.h"

#include <glib/gi18n.h>
#include <string.h>

/* What stands between the values of a cell that has several. */
#define BETWEEN '|'

typedef const char *(*Field) (const QuoEntity *entity);

static const char *
get_id (const QuoEntity *entity)
{
  return entity->base.id;
}

static const char *
get_name (const QuoEntity *entity)
{
  return entity->name;
}

static const char *
get_wikidata (const QuoEntity *entity)
{
  return quo_csv_find_id (entity, "wikidata");
}

static const char *
get_geonames (const QuoEntity *entity)
{
  return quo_csv_find_id (entity, "geonames");
}

static const char *
get_lat (const QuoEntity *entity)
{
  return entity->lat;
}

static const char *
get_lon (const QuoEntity *entity)
{
  return entity->lon;
}

static const struct
{
  const char *title;
  Field get;
} columns[] = {
  { "entity_id", get_id },      { "entity", get_name }, { "wikidata", get_wikidata },
  { "geonames", get_geonames }, { "lat", get_lat },     { "lon", get_lon },
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* (element-type utf8): the names of all attributes, sorted. */
static GPtrArray *
list_attrs (const QuoSelection *selection)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      for (guint j = 0; j < annotation->n_attrs; j++)
        if (g_hash_table_add (seen, (gpointer)annotation->attrs[j].name))
          g_ptr_array_add (names, (gpointer)annotation->attrs[j].name);
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
write_head (QuoCsv *csv, const GPtrArray *attrs)
{
  quo_csv_cells (csv, "id", "layer", "type", "start", "end", "segments", "text", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    quo_csv_cell (csv, columns[i].title);
  quo_csv_cell (csv, "note");
  for (guint i = 0; i < attrs->len; i++)
    {
      g_autofree char *title
          = g_strconcat ("attr:", (const char *)g_ptr_array_index (attrs, i), NULL);

      quo_csv_cell (csv, title);
    }
  quo_csv_end_row (csv);
}

/* Whether it comes back as more than one value. */
static gboolean
has_bar (const char *value)
{
  return value != NULL && strchr (value, BETWEEN) != NULL;
}

/* One field of all entities of the annotation; of several without it the separators remain, so that
 * the columns still belong together. */
static void
write_entities (QuoCsv *csv, QuoSelection *selection, const QuoAnnotation *annotation, Field get)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_entities; i++)
    {
      const QuoEntity *entity = quo_selection_find_entity (selection, annotation->entities[i]);
      const char *value = entity != NULL ? get (entity) : NULL;

      if (i > 0)
        g_string_append_c (cell, BETWEEN);
      if (value != NULL)
        g_string_append (cell, value);
      selection->losses.counts[QUO_LOSS_BARS] += has_bar (value);
    }
  quo_csv_cell (csv, cell->str);
}

static void
write_attr (QuoCsv *csv, const QuoAttr *attr, guint *counts)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; attr != NULL && i < attr->n_values; i++)
    {
      if (i > 0)
        g_string_append_c (cell, BETWEEN);
      g_string_append (cell, attr->values[i].text);
      counts[QUO_LOSS_BARS] += has_bar (attr->values[i].text);
    }
  /* An empty cell is that of an annotation without the attribute. */
  counts[QUO_LOSS_FALSE_ATTRS] += attr != NULL && cell->len == 0;
  quo_csv_cell (csv, cell->str);
}

static void
write_row (QuoCsv *csv, QuoSelection *selection, const QuoAnnotation *annotation,
           const GPtrArray *attrs)
{
  QuoSpan hull = quo_annotation_get_hull (annotation);
  g_autofree char *quote = quo_selection_dup_quote (selection, annotation);

  quo_csv_cell (csv, annotation->base.id);
  quo_csv_cell (csv, annotation->layer);
  quo_csv_cell (csv, annotation->type);
  quo_csv_uint (csv, hull.start);
  quo_csv_uint (csv, hull.end);
  quo_csv_ranges (csv, annotation);
  quo_csv_cell (csv, quote);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    write_entities (csv, selection, annotation, columns[i].get);
  quo_csv_cell (csv, annotation->note);
  for (guint i = 0; i < attrs->len; i++)
    write_attr (
        csv, quo_attrs_find (annotation->attrs, annotation->n_attrs, g_ptr_array_index (attrs, i)),
        selection->losses.counts);
  quo_csv_end_row (csv);
}

/* Registers without a column, of the entities that stand in the table. */
static void
count_ids (QuoSelection *selection)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      for (guint e = 0; e < annotation->n_entities; e++)
        {
          const QuoEntity *entity = quo_selection_find_entity (selection, annotation->entities[e]);

          if (entity != NULL && g_hash_table_add (seen, (gpointer)entity))
            selection->losses.counts[QUO_LOSS_ENTITY_IDS] += quo_csv_count_other_ids (entity);
        }
    }
}

static gboolean
write_csv_annotations (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                       QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (GPtrArray) attrs = NULL;
  QuoCsv csv;

  if (selection == NULL)
    return FALSE;
  attrs = list_attrs (selection);
  quo_csv_init (&csv, quo_target_open (target, NULL), options);
  write_head (&csv, attrs);
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_row (&csv, selection, quo_selection_get_annotation (selection, i), attrs);
    }
  quo_selection_count_losses (selection, quo_format_csv_annotations.carries);
  count_ids (selection);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption read_options[] = {
  { "label", "*", N_ ("The column of labels; “type” or “label” without it") },
  { "start", "*", N_ ("The column of the first character; “start” without it") },
  { "end", "*", N_ ("The column of the end; “end” without it") },
  { "text", "*", N_ ("The column of the words; “text” or “quote” without it") },
  { NULL },
};

const QuoFormat quo_format_csv_annotations = {
  .id = "csv-annotations",
  .title = N_ ("Table of annotations (CSV)"),
  .extensions = "annotations.csv;csv;tsv",
  .carries = QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP | QUO_CARRIES_ENTITIES
             | QUO_CARRIES_ATTRS | QUO_CARRIES_NOTES | QUO_CARRIES_LAYERS,
  .options = quo_csv_options,
  .read_options = read_options,
  .sniff = quo_csv_annotations_sniff,
  .read = quo_csv_annotations_read,
  .write = write_csv_annotations,
};
