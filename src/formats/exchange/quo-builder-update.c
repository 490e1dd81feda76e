/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table that is a part of what is known of an article, and is read into it again, tells only some
 * members of each record: the others stay as they are. */

#include "quo-config.h"

#include "quo-builder-private.h"

#include <string.h>

gconstpointer
quo_builder_find_updated (const QuoBuilder *builder, const QuoDraft *draft)
{
  const QuoRecord *known = builder->is_updating && builder->known != NULL
                               ? quo_snapshot_find (builder->known, draft->final_id)
                               : NULL;

  return known != NULL && known->kind == draft->kind ? known : NULL;
}

/* Registers that the table has no column for, and other names if it tells none. */
void
quo_builder_add_known_names (QuoBuilder *builder, QuoDraft *draft, const QuoEntity *known)
{
  for (guint i = 0; i < known->n_ids; i++)
    quo_draft_add_id (builder, draft, known->ids[i].name, known->ids[i].value);
  for (guint i = 0; draft->aliases == NULL && i < known->n_aliases; i++)
    quo_draft_add_alias (builder, draft, known->aliases[i]);
}

void
quo_builder_fill_entity (QuoEntity *fields, const QuoEntity *known)
{
  const QuoEntity told = *fields;

  *fields = *known;
  fields->ids = told.ids;
  fields->n_ids = told.n_ids;
  fields->aliases = told.aliases;
  fields->n_aliases = told.n_aliases;
  if (told.type != NULL)
    fields->type = told.type;
  if (told.name != NULL)
    fields->name = told.name;
  if (told.note != NULL)
    fields->note = told.note;
  if (told.lat != NULL)
    {
      fields->lat = told.lat;
      fields->lon = told.lon;
    }
}

void
quo_builder_fill_relation (QuoRelation *fields, const QuoRelation *known)
{
  const QuoRelation told = *fields;

  *fields = *known;
  fields->roles = told.roles;
  fields->n_roles = told.n_roles;
  fields->type = told.type;
  if (told.layer != NULL)
    fields->layer = told.layer;
}
