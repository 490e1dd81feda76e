/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the tables of relations and of entities. They hold no annotations: those of relations are
 * among what is known of the article, and the rows name them by their ids.
 *
 * A row whose id is that of a relation or entity of the article changes this one: what its cells
 * say takes the place of what was there, an empty cell and a column that is missing leave it, and
 * so do members without a column (attributes, who made it). The rows of a relation tell all its
 * members. An entity without an id is the only one of that name, and type, that the article has.
 * What is not in the table stays; so nothing is removed by it. All is one step to undo. */

#include "quo-config.h"

#include "quo-csv-tables.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoCsvReader csv;
  GError **error;
} Table;

typedef gboolean (*ReadRow) (Table *table);

static const char *
get (const Table *table, const char *name)
{
  return quo_csv_reader_get_named (&table->csv, name);
}

static gboolean
read_table (QuoImport *import, ReadRow read_row, GCancellable *cancellable, GError **error)
{
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  g_autoptr (QuoBuilder) builder = quo_import_begin (import, &reading, error);
  Table table = { .import = import, .builder = builder, .error = error };
  gboolean is_end = FALSE, is_read;

  if (builder == NULL)
    return FALSE;
  quo_builder_update_known (builder);
  is_read = quo_csv_reader_init (&table.csv, import, error);
  while (is_read && quo_csv_reader_next (&table.csv, &is_end, error))
    is_read = !quo_import_is_cancelled (table.csv.line, cancellable, error) && read_row (&table);
  quo_csv_reader_clear (&table.csv);
  if (!is_read || !is_end)
    return FALSE;
  return quo_import_end (import, g_steal_pointer (&builder), error);
}

/* --- Relations --- */

static const char *
get_layer (Table *table)
{
  const char *id = get (table, "layer");

  if (id == NULL)
    return NULL;
  if (table->import->into != NULL && quo_snapshot_find (table->import->into, id) != NULL)
    return quo_builder_keep (table->builder, id, -1);
  return quo_builder_add_layer (table->builder, id, &(QuoLayer){ .base = { .id = id } });
}

/* A row a member: rows with the same id are one relation. */
static gboolean
read_member (Table *table)
{
  const char *id = get (table, "id"), *type = get (table, "type");
  const char *role = get (table, "role"), *member = get (table, "member");
  g_autofree char *ref = g_strconcat ("relation ", id, NULL);
  QuoDraft *relation = id != NULL ? quo_builder_find (table->builder, ref) : NULL;

  if (id == NULL || role == NULL || member == NULL)
    return quo_import_refuse (table->import, table->csv.line, table->error, "%s",
                              _ ("a row has an id, a role and a member"));
  if (relation == NULL)
    {
      relation = quo_builder_add (table->builder, QUO_RECORD_RELATION, ref,
                                  type != NULL ? type : "quotation", table->csv.line);
      relation->id = quo_builder_keep (table->builder, id, -1);
      relation->layer = get_layer (table);
      relation->has_from = TRUE;
    }
  quo_draft_add_member (table->builder, relation, role, member);
  return TRUE;
}

gboolean
quo_csv_relations_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  return read_table (import, read_member, cancellable, error);
}

gboolean
quo_csv_relations_sniff (const char *head, gsize len)
{
  return quo_csv_head_has (head, "id", "role", "member", NULL);
}

/* --- Entities --- */

static void
add_aliases (Table *table, QuoDraft *entity, const char *cell)
{
  g_auto (GStrv) aliases = g_strsplit (cell != NULL ? cell : "", "|", -1);

  for (guint i = 0; aliases[i] != NULL; i++)
    if (*aliases[i] != '\0')
      quo_draft_add_alias (table->builder, entity, aliases[i]);
}

static gboolean
read_place (Table *table, QuoDraft *entity)
{
  const char *lat = get (table, "lat"), *lon = get (table, "lon");

  if (lat == NULL && lon == NULL)
    return TRUE;
  if (lat != NULL && lon != NULL && quo_draft_set_place (table->builder, entity, lat, lon))
    return TRUE;
  return quo_import_refuse (table->import, table->csv.line, table->error, "%s",
                            _ ("lat and lon are both degrees, from -90 to 90 and from -180 to "
                               "180, with a decimal point"));
}

/* The id of the only entity of the article with this name; NULL: there is none, or several. */
static const char *
find_id (const Table *table, const char *name, const char *type)
{
  QuoSnapshot *known = table->import->into;
  const char *found = NULL;

  for (guint i = 0; known != NULL && i < quo_snapshot_count (known, QUO_RECORD_ENTITY); i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (known, i);

      if (g_strcmp0 (entity->name, name) != 0
          || (type != NULL && g_strcmp0 (entity->type, type) != 0))
        continue;
      if (found != NULL)
        return NULL;
      found = entity->base.id;
    }
  return found;
}

static gboolean
read_entity (Table *table)
{
  static const char *const registers[] = { "wikidata", "geonames", "viaf", "gnd", "url" };
  const char *id = get (table, "id"), *name = get (table, "name"), *type = get (table, "type");
  QuoDraft *entity;

  if (id == NULL && name == NULL)
    return quo_import_refuse (table->import, table->csv.line, table->error, "%s",
                              _ ("a row has an id or a name"));
  entity = quo_builder_add (table->builder, QUO_RECORD_ENTITY, id != NULL ? id : name, type,
                            table->csv.line);
  if (entity == NULL)
    return quo_import_refuse (table->import, table->csv.line, table->error,
                              _ ("the id %s stands twice"), id != NULL ? id : name);
  entity->id = id != NULL ? entity->ref : find_id (table, name, type);
  entity->name = quo_builder_keep (table->builder, name, -1);
  entity->has_from = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (get (table, registers[i]) != NULL)
      quo_draft_add_id (table->builder, entity, registers[i], get (table, registers[i]));
  add_aliases (table, entity, get (table, "aliases"));
  if (get (table, "note") != NULL)
    quo_draft_add_note (table->builder, entity, get (table, "note"));
  return read_place (table, entity);
}

gboolean
quo_csv_entities_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  return read_table (import, read_entity, cancellable, error);
}

gboolean
quo_csv_entities_sniff (const char *head, gsize len)
{
  return quo_csv_head_has (head, "id", "name", "aliases", NULL)
         || quo_csv_head_has (head, "name", "wikidata", NULL);
}
