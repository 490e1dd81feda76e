/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All quotes with their speakers as a table: a row for each quote of each relation, then one for
 * each quote that nobody has linked, with the cells of relation and speaker empty. */

#include "quo-config.h"

#include "quo-csv-tables.h"
#include "quo-formats-list.h"
#include "quo-selection.h"

#include <glib/gi18n.h>

typedef struct
{
  QuoCsv csv;
  QuoSelection *selection;
  GHashTable *linked; /* set of quotes that had a row */
} Table;

static void
append_value (GString *cell, const char *value)
{
  if (cell->len > 0)
    g_string_append_c (cell, '|');
  g_string_append (cell, value);
}

/* What the members of a role say in the text, or are called. */
static void
write_members (Table *table, const QuoRelation *relation, const char *name)
{
  const QuoRole *role = relation != NULL ? quo_relation_find_role (relation, name) : NULL;
  g_autoptr (GString) cell = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; role != NULL && i < role->n_members; i++)
    {
      g_autofree char *member = quo_selection_dup_member_name (table->selection, role->members[i]);

      if (member == NULL)
        {
          table->selection->losses.counts[QUO_LOSS_MEMBERS]++;
          continue;
        }
      if (n++ > 0)
        g_string_append_c (cell, '|');
      g_string_append (cell, member);
    }
  quo_csv_cell (&table->csv, cell->str);
}

/* Adds the name of the entity unless it has been added. */
static void
append_entity (Table *table, GString *cell, const char *id, GHashTable *seen)
{
  const QuoEntity *entity = quo_selection_find_entity (table->selection, id);
  const char *name = entity != NULL && entity->name != NULL ? entity->name : "";

  if (entity != NULL && g_hash_table_add (seen, (gpointer)name))
    {
      if (g_hash_table_size (seen) > 1)
        g_string_append_c (cell, '|');
      g_string_append (cell, name);
    }
}

/* The names of those who speak, each once. */
static void
write_speakers (Table *table, const QuoRelation *relation)
{
  const QuoRole *role = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; role != NULL && i < role->n_members; i++)
    {
      const QuoAnnotation *mention = quo_selection_find_member (table->selection, role->members[i]);

      if (mention == NULL)
        append_entity (table, cell, role->members[i], seen);
      for (guint e = 0; mention != NULL && e < mention->n_entities; e++)
        append_entity (table, cell, mention->entities[e], seen);
    }
  quo_csv_cell (&table->csv, cell->str);
}

static void
write_form (Table *table, const QuoAnnotation *quote)
{
  const QuoAttr *form = quo_attrs_find (quote->attrs, quote->n_attrs, "form");
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; form != NULL && i < form->n_values; i++)
    append_value (cell, form->values[i].text);
  quo_csv_cell (&table->csv, cell->str);
}

static void
write_row (Table *table, const QuoRelation *relation, const QuoAnnotation *quote)
{
  QuoCsv *csv = &table->csv;
  QuoSpan hull = quo_annotation_get_hull (quote);
  g_autofree char *text = quo_selection_dup_quote (table->selection, quote);

  quo_csv_cell (csv, relation != NULL ? relation->base.id : NULL);
  quo_csv_cell (csv, text);
  write_form (table, quote);
  write_members (table, relation, "source");
  write_speakers (table, relation);
  write_members (table, relation, "cue");
  write_members (table, relation, "addressee");
  quo_csv_uint (csv, hull.start);
  quo_csv_uint (csv, hull.end);
  quo_csv_ranges (csv, quote);
  quo_csv_end_row (csv);
}

static gboolean
write_linked (Table *table, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < table->selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (table->selection, i);
      const QuoRole *role = quo_relation_find_role (relation, "quote");

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      if (role == NULL)
        table->selection->losses.counts[QUO_LOSS_RELATIONS]++;
      for (guint m = 0; role != NULL && m < role->n_members; m++)
        {
          const QuoAnnotation *quote
              = quo_selection_find_member (table->selection, role->members[m]);

          if (quote == NULL)
            continue;
          g_hash_table_add (table->linked, (gpointer)quote);
          write_row (table, relation, quote);
        }
    }
  return TRUE;
}

/* Whether the type is one of quotes; asked once a type. */
static gboolean
is_quote (const Table *table, const QuoFormatOptions *options, GHashTable *types, const char *type)
{
  gpointer known;

  if (g_hash_table_lookup_extended (types, type, NULL, &known))
    return GPOINTER_TO_INT (known);
  known = GINT_TO_POINTER (quo_selection_is_quote_type (table->selection, options, type));
  g_hash_table_insert (types, (gpointer)type, known);
  return GPOINTER_TO_INT (known);
}

static gboolean
write_unlinked (Table *table, const QuoFormatOptions *options, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
  QuoSelection *selection = table->selection;

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      if (is_quote (table, options, types, annotation->type)
          && !g_hash_table_contains (table->linked, annotation))
        write_row (table, NULL, annotation);
    }
  return TRUE;
}

/* What a table of quotes is not meant to have is no loss: annotations that are no quotes,
 * identities nobody speaks as. Told is only what belongs to the quotes. */
static void
count_losses (Table *table, const QuoFormatOptions *options)
{
  QuoSelection *selection = table->selection;
  guint *counts = selection->losses.counts;
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *quote = quo_selection_get_annotation (selection, i);

      if (!is_quote (table, options, types, quote->type))
        continue;
      counts[QUO_LOSS_NOTES] += quote->note != NULL;
      for (guint a = 0; a < quote->n_attrs; a++)
        counts[QUO_LOSS_ATTRS] += !g_str_equal (quote->attrs[a].name, "form");
    }
  for (guint i = 0; i < selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (selection, i);

      counts[QUO_LOSS_RELATION_ATTRS] += relation->n_attrs;
      counts[QUO_LOSS_RELATION_NOTES] += relation->note != NULL;
    }
}

static gboolean
write_csv_quotes (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                  QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);
  Table table = { .selection = selection, .linked = linked };

  if (selection == NULL)
    return FALSE;
  quo_csv_init (&table.csv, quo_target_open (target, NULL), options);
  quo_csv_cells (&table.csv, "relation", "quote", "form", "speaker", "speaker_entity", "cue",
                 "addressee", "start", "end", "segments", NULL);
  quo_csv_end_row (&table.csv);
  if (!write_linked (&table, cancellable, error)
      || !write_unlinked (&table, options, cancellable, error))
    return FALSE;
  count_losses (&table, options);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

const QuoFormat quo_format_csv_quotes = {
  .id = "csv-quotes",
  .title = N_ ("Table of quotes and speakers (CSV)"),
  .extensions = "quotes.csv;csv;tsv",
  .carries
  = QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP | QUO_CARRIES_RELATIONS | QUO_CARRIES_ENTITIES,
  .carries_back = QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP,
  .is_one_layer = TRUE,
  .options = quo_csv_options,
  .sniff = quo_csv_quotes_sniff,
  .read = quo_csv_quotes_read,
  .write = write_csv_quotes,
};
