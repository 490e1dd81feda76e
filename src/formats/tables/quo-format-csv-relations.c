/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All relations as a table: a row for each member of each role. */

#include "quo-config.h"

#include "quo-csv-tables.h"
#include "quo-formats-list.h"
#include "quo-selection.h"

#include <glib/gi18n.h>

/* The ids of the entities a member stands for; of an entity, its own. */
static void
write_entity (QuoCsv *csv, const QuoSelection *selection, const char *member)
{
  const QuoAnnotation *annotation = quo_selection_find_member (selection, member);
  g_autoptr (GString) cell = g_string_new (NULL);

  if (annotation == NULL && quo_selection_find_entity (selection, member) != NULL)
    g_string_append (cell, member);
  for (guint i = 0; annotation != NULL && i < annotation->n_entities; i++)
    g_string_append_printf (cell, "%s%s", i > 0 ? "|" : "", annotation->entities[i]);
  quo_csv_cell (csv, cell->str);
}

static void
write_member (QuoCsv *csv, QuoSelection *selection, const QuoRelation *relation, const char *role,
              const char *member)
{
  g_autofree char *name = quo_selection_dup_member_name (selection, member);

  if (name == NULL)
    {
      selection->losses.counts[QUO_LOSS_MEMBERS]++;
      return;
    }
  quo_csv_cells (csv, relation->base.id, relation->layer != NULL ? relation->layer : "",
                 relation->type, role, member, name, NULL);
  write_entity (csv, selection, member);
  quo_csv_end_row (csv);
}

static gboolean
write_csv_relations (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                     QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  QuoCsv csv;

  if (selection == NULL)
    return FALSE;
  quo_csv_init (&csv, quo_target_open (target, NULL), options);
  quo_csv_cells (&csv, "id", "layer", "type", "role", "member", "text", "entity_id", NULL);
  quo_csv_end_row (&csv);
  for (guint i = 0; i < selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (selection, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      for (guint r = 0; r < relation->n_roles; r++)
        for (guint m = 0; m < relation->roles[r].n_members; m++)
          write_member (&csv, selection, relation, relation->roles[r].name,
                        relation->roles[r].members[m]);
      selection->losses.counts[QUO_LOSS_RELATION_ATTRS] += relation->n_attrs;
      selection->losses.counts[QUO_LOSS_RELATION_NOTES] += relation->note != NULL;
    }
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

const QuoFormat quo_format_csv_relations = {
  .id = "csv-relations",
  .title = N_ ("Table of relations (CSV)"),
  .extensions = "relations.csv",
  .carries = QUO_CARRIES_RELATIONS | QUO_CARRIES_LAYERS,
  .options = quo_csv_options,
  .is_part = TRUE,
  .sniff = quo_csv_relations_sniff,
  .read = quo_csv_relations_read,
  .write = write_csv_relations,
};
