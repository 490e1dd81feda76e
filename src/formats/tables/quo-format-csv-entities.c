/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom and what the annotations stand for, as a table: a row an entity, with how often it is
 * mentioned and how many quotes it is the source of. */

#include "quo-config.h"

#include "quo-csv-tables.h"
#include "quo-formats-list.h"
#include "quo-selection.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoCsv csv;
  QuoSelection *selection;
  GHashTable *mentions, *quotes; /* id of an entity to a count */
} Table;

static void
count (GHashTable *counts, const char *id)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

  g_hash_table_insert (counts, (gpointer)id, GUINT_TO_POINTER (n + 1));
}

/* Each entity once a relation, however often it stands among the sources. */
static void
count_sources (Table *table, const QuoRelation *relation)
{
  const QuoRole *role = quo_relation_find_role (relation, "source");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint m = 0; role != NULL && m < role->n_members; m++)
    {
      const QuoAnnotation *mention = quo_selection_find_member (table->selection, role->members[m]);

      if (mention == NULL && g_hash_table_add (seen, (gpointer)role->members[m]))
        count (table->quotes, role->members[m]);
      for (guint e = 0; mention != NULL && e < mention->n_entities; e++)
        if (g_hash_table_add (seen, (gpointer)mention->entities[e]))
          count (table->quotes, mention->entities[e]);
    }
}

static void
count_all (Table *table)
{
  for (guint i = 0; i < table->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (table->selection, i);

      for (guint e = 0; e < annotation->n_entities; e++)
        count (table->mentions, annotation->entities[e]);
    }
  for (guint i = 0; i < table->selection->relations->len; i++)
    count_sources (table, quo_selection_get_relation (table->selection, i));
}

static void
write_entity (Table *table, const QuoEntity *entity)
{
  g_autoptr (GString) aliases = g_string_new (NULL);
  const char *id = entity->base.id;

  for (guint i = 0; i < entity->n_aliases; i++)
    g_string_append_printf (aliases, "%s%s", i > 0 ? "|" : "", entity->aliases[i]);
  quo_csv_cell (&table->csv, id);
  quo_csv_cell (&table->csv, entity->type);
  quo_csv_cell (&table->csv, entity->name);
  quo_csv_cell (&table->csv, aliases->str);
  quo_csv_cell (&table->csv, quo_csv_find_id (entity, "wikidata"));
  quo_csv_cell (&table->csv, quo_csv_find_id (entity, "geonames"));
  quo_csv_cell (&table->csv, entity->lat);
  quo_csv_cell (&table->csv, entity->lon);
  quo_csv_uint (&table->csv, GPOINTER_TO_UINT (g_hash_table_lookup (table->mentions, id)));
  quo_csv_uint (&table->csv, GPOINTER_TO_UINT (g_hash_table_lookup (table->quotes, id)));
  quo_csv_cell (&table->csv, entity->note);
  quo_csv_end_row (&table->csv);
}

/* Of what it is about, the entities: what annotations there are is another table's. */
static void
count_losses (const QuoEntity *entity, QuoLosses *losses)
{
  losses->counts[QUO_LOSS_ENTITY_NOTES] += entity->n_attrs;
  for (guint i = 0; i < entity->n_aliases; i++)
    losses->counts[QUO_LOSS_BARS] += strchr (entity->aliases[i], '|') != NULL;
  losses->counts[QUO_LOSS_ENTITY_IDS] += quo_csv_count_other_ids (entity);
  losses->counts[QUO_LOSS_UNKNOWN] += entity->base.extra != NULL;
}

static gboolean
write_csv_entities (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                    QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (GHashTable) mentions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) quotes = g_hash_table_new (g_str_hash, g_str_equal);
  Table table = { .selection = selection, .mentions = mentions, .quotes = quotes };
  QuoLosses losses = { 0 };

  if (selection == NULL)
    return FALSE;
  quo_csv_init (&table.csv, quo_target_open (target, NULL), options);
  quo_csv_cells (&table.csv, "id", "type", "name", "aliases", "wikidata", "geonames", "lat", "lon",
                 "mentions", "quotes", "note", NULL);
  quo_csv_end_row (&table.csv);
  count_all (&table);
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ENTITY); i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_entity (&table, quo_snapshot_get_entity (snapshot, i));
      count_losses (quo_snapshot_get_entity (snapshot, i), &losses);
    }
  quo_losses_tell (&losses, report);
  return TRUE;
}

const QuoFormat quo_format_csv_entities = {
  .id = "csv-entities",
  .title = N_ ("Table of persons, places and other identities (CSV)"),
  .extensions = "entities.csv",
  .carries = QUO_CARRIES_ENTITIES,
  .options = quo_csv_options,
  .is_part = TRUE,
  .sniff = quo_csv_entities_sniff,
  .read = quo_csv_entities_read,
  .write = write_csv_entities,
};
