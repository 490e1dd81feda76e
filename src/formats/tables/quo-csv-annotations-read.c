/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a table of annotations: ours, or any that has columns of these names (case ignored), or
 * of names that are told: label, start, end, text. A row without offsets is found by its text, if
 * that stands in one place. Cells of several entities or values have | between them.
 */

#include "quo-config.h"

#include "quo-csv-tables.h"

#include <glib/gi18n.h>
#include <string.h>

enum
{
  ID,
  LAYER,
  LABEL,
  START,
  END,
  SEGMENTS,
  TEXT,
  ENTITY_ID,
  ENTITY,
  WIKIDATA,
  GEONAMES,
  LAT,
  LON,
  NOTE,
  N_COLUMNS
};

static const char *const names[N_COLUMNS] = {
  "id",
  "layer",
  "type|label|tag|category|entity_type",
  "start|begin|start_offset|start_char",
  "end|stop|end_offset|end_char",
  "segments",
  "text|quote|exact|surface|mention",
  "entity_id",
  "entity",
  "wikidata",
  "geonames",
  "lat|latitude",
  "lon|lng|longitude",
  "note|comment",
};

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoCsvReader csv;
  guint columns[N_COLUMNS];
  GError **error;
} Table;

static const char *
get (const Table *table, guint column)
{
  return quo_csv_reader_get (&table->csv, table->columns[column]);
}

/* --- Cells --- */

/* The @i-th of the values of a cell; NULL when there are fewer, or it is empty. */
static char *
dup_value (const char *cell, guint i)
{
  g_auto (GStrv) values = g_strsplit (cell != NULL ? cell : "", "|", -1);

  return i < g_strv_length (values) && *values[i] != '\0' ? g_strdup (values[i]) : NULL;
}

/* The entity with this id or name, made when it is new. Both columns of ids may count from 1. */
static QuoDraft *
get_entity (Table *table, const char *id, const char *name, const char *type)
{
  g_autofree char *ref
      = g_strconcat (id != NULL ? "entity id " : "entity ", id != NULL ? id : name, NULL);
  QuoDraft *entity = quo_builder_find (table->builder, ref);

  if (entity != NULL)
    return entity->kind == QUO_RECORD_ENTITY ? entity : NULL;
  entity = quo_builder_add (table->builder, QUO_RECORD_ENTITY, ref, type, table->csv.line);
  entity->id = entity->called = quo_builder_keep (table->builder, id, -1);
  entity->name = quo_builder_keep (table->builder, name, -1);
  return entity;
}

static void
read_entity (Table *table, QuoDraft *draft, guint i, const char *id, const char *name)
{
  QuoDraft *entity = get_entity (table, id, name, draft->type);
  g_autofree char *wikidata = dup_value (get (table, WIKIDATA), i);
  g_autofree char *geonames = dup_value (get (table, GEONAMES), i);
  g_autofree char *lat = dup_value (get (table, LAT), i);
  g_autofree char *lon = dup_value (get (table, LON), i);

  if (entity == NULL)
    return;
  if (wikidata != NULL)
    quo_draft_add_id (table->builder, entity, "wikidata", wikidata);
  if (geonames != NULL)
    quo_draft_add_id (table->builder, entity, "geonames", geonames);
  quo_import_set_place (table->import, table->builder, entity, lat, lon);
  quo_draft_link_entity (table->builder, draft, entity);
}

static void
read_entities (Table *table, QuoDraft *draft)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *id = dup_value (get (table, ENTITY_ID), i);
      g_autofree char *name = dup_value (get (table, ENTITY), i);

      if (id == NULL && name == NULL)
        return;
      read_entity (table, draft, i, id, name);
    }
}

/* The columns attr:NAME. Flags and numbers are told by how they are spelt. */
static void
read_attrs (Table *table, QuoDraft *draft)
{
  for (guint c = 0; c < quo_csv_reader_count (&table->csv); c++)
    {
      const char *name = quo_csv_reader_get_name (&table->csv, c);
      const char *cell = quo_csv_reader_get (&table->csv, c);
      g_auto (GStrv) values = NULL;

      if (cell == NULL || !g_str_has_prefix (name, "attr:"))
        continue;
      values = g_strsplit (cell, "|", -1);
      for (guint i = 0; values[i] != NULL; i++)
        {
          gboolean is_flag = g_str_equal (values[i], "true") || g_str_equal (values[i], "false");

          quo_draft_add_value (table->builder, draft, name + strlen ("attr:"),
                               is_flag                           ? QUO_VALUE_FLAG
                               : quo_value_is_number (values[i]) ? QUO_VALUE_NUMBER
                                                                 : QUO_VALUE_STRING,
                               values[i], FALSE);
        }
    }
}

/* --- Rows --- */

/* Ranges, or start and end, or the words alone. */
static gboolean
read_place (Table *table, QuoDraft *draft)
{
  const char *segments = get (table, SEGMENTS), *text = get (table, TEXT);
  const char *start = get (table, START), *end = get (table, END);
  guint32 from, to;

  if (segments == NULL && start == NULL && text != NULL)
    {
      quo_draft_add_quote (table->builder, draft, text, NULL, NULL);
      return TRUE;
    }
  if (text != NULL)
    quo_draft_set_surface (table->builder, draft, text, -1);
  if (segments != NULL)
    return quo_csv_read_ranges (table->builder, draft, segments);
  if (start == NULL || end == NULL || !quo_lines_parse_uint (start, &from)
      || !quo_lines_parse_uint (end, &to))
    return FALSE;
  quo_draft_add_range (table->builder, draft, from, to, NULL, 0);
  return TRUE;
}

static gboolean
read_row (Table *table)
{
  const char *id = get (table, ID), *label = get (table, LABEL), *layer = get (table, LAYER);
  QuoDraft *draft = quo_builder_add (table->builder, QUO_RECORD_ANNOTATION, id,
                                     label != NULL ? label : "text", table->csv.line);

  if (draft == NULL)
    return quo_import_refuse (table->import, table->csv.line, table->error,
                              _ ("the id %s stands twice"), id);
  draft->id = draft->ref;
  draft->note = quo_builder_keep (table->builder, get (table, NOTE), -1);
  if (layer != NULL)
    draft->layer = quo_builder_add_layer (table->builder, layer,
                                          &(QuoLayer){ .base = { .id = layer }, .title = layer });
  read_attrs (table, draft);
  read_entities (table, draft);
  if (read_place (table, draft))
    return TRUE;
  draft->is_dropped = TRUE;
  return quo_import_refuse (table->import, table->csv.line, table->error, "%s",
                            _ ("start and end are two whole numbers, segments several: 0-5;12-17"));
}

static gboolean
read_rows (Table *table, GCancellable *cancellable)
{
  gboolean is_end = FALSE;

  while (quo_csv_reader_next (&table->csv, &is_end, table->error))
    if (quo_import_is_cancelled (table->csv.line, cancellable, table->error) || !read_row (table))
      return FALSE;
  return is_end;
}

/* Each column by the name that was told, or one of the usual ones. */
static gboolean
find_columns (Table *table)
{
  static const struct
  {
    const char *option;
    guint column;
  } options[] = { { "label", LABEL }, { "start", START }, { "end", END }, { "text", TEXT } };

  for (guint i = 0; i < N_COLUMNS; i++)
    table->columns[i] = quo_csv_reader_find (&table->csv, names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const char *name = quo_format_options_get (table->import->options, options[i].option);

      if (name == NULL)
        continue;
      table->columns[options[i].column] = quo_csv_reader_find (&table->csv, name);
      if (table->columns[options[i].column] == G_MAXUINT)
        {
          g_set_error (table->error, QUO_ERROR, QUO_ERROR_USAGE, _ ("%s: there is no column “%s”"),
                       quo_source_get_name (table->import->source), name);
          return FALSE;
        }
    }
  if (table->columns[TEXT] != G_MAXUINT || table->columns[SEGMENTS] != G_MAXUINT
      || (table->columns[START] != G_MAXUINT && table->columns[END] != G_MAXUINT))
    return TRUE;
  g_set_error (table->error, QUO_ERROR, QUO_ERROR_INVALID,
               _ ("%s: line 1: columns with start and end, or with the text, are expected; name "
                  "them (--option start=NAME)"),
               quo_source_get_name (table->import->source));
  return FALSE;
}

gboolean
quo_csv_annotations_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  g_autoptr (QuoBuilder) builder = quo_import_begin (import, &reading, error);
  Table table = { .import = import, .builder = builder, .error = error };
  gboolean is_read;

  if (builder == NULL)
    return FALSE;
  quo_builder_set_joint (builder, " … ");
  is_read = quo_csv_reader_init (&table.csv, import, error) && find_columns (&table)
            && read_rows (&table, cancellable);
  quo_csv_reader_clear (&table.csv);
  return is_read && quo_import_end (import, g_steal_pointer (&builder), error);
}

gboolean
quo_csv_annotations_sniff (const char *head, gsize len)
{
  return quo_csv_head_has (head, "start", "end", "type", NULL)
         || quo_csv_head_has (head, "start", "end", "label", NULL);
}
