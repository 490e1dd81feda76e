/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two entities that turned out to be the same become one. */
#include "quo-entity-merge.h"

#include "quo-name.h"
#include "quo-role-list.h"

#include <string.h>

/* What is being put together; the strings belong to the two entities. */
typedef struct
{
  GPtrArray *aliases;
  GArray *ids;   /* of QuoExternalId, by name */
  GArray *attrs; /* of QuoAttr, by name */
  GString *note;
} Merge;

static void
add_alias (Merge *merge, const char *name, const char *alias)
{
  if (alias == NULL || g_strcmp0 (name, alias) == 0
      || g_ptr_array_find_with_equal_func (merge->aliases, alias, g_str_equal, NULL))
    return;
  g_ptr_array_add (merge->aliases, (gpointer)alias);
}

static void
add_note_line (Merge *merge, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (merge->note->len > 0)
    g_string_append_c (merge->note, '\n');
  g_string_append (merge->note, line);
}

static void
note_conflict (Merge *merge, const char *name, const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", name, value);

  add_note_line (merge, line);
}

static void
add_id (Merge *merge, const QuoExternalId *id)
{
  guint place = 0;

  for (; place < merge->ids->len; place++)
    {
      const QuoExternalId *known = &g_array_index (merge->ids, QuoExternalId, place);
      int order = strcmp (known->name, id->name);

      if (order == 0 && strcmp (known->value, id->value) != 0)
        note_conflict (merge, id->name, id->value);
      if (order == 0)
        return;
      if (order > 0)
        break;
    }
  g_array_insert_val (merge->ids, place, *id);
}

static gboolean
has_same_values (const QuoAttr *a, const QuoAttr *b)
{
  if (a->n_values != b->n_values)
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    if (strcmp (a->values[i].text, b->values[i].text) != 0)
      return FALSE;
  return TRUE;
}

static void
add_attr (Merge *merge, const QuoAttr *attr)
{
  guint place = 0;

  for (; place < merge->attrs->len; place++)
    {
      const QuoAttr *known = &g_array_index (merge->attrs, QuoAttr, place);
      int order = strcmp (known->name, attr->name);

      if (order == 0 && !has_same_values (known, attr))
        for (guint i = 0; i < attr->n_values; i++)
          note_conflict (merge, attr->name, attr->values[i].text);
      if (order == 0)
        return;
      if (order > 0)
        break;
    }
  g_array_insert_val (merge->attrs, place, *attr);
}

static void
add_entity (Merge *merge, const QuoEntity *entity, const char *name)
{
  add_alias (merge, name, entity->name);
  for (guint i = 0; i < entity->n_aliases; i++)
    add_alias (merge, name, entity->aliases[i]);
  for (guint i = 0; i < entity->n_ids; i++)
    add_id (merge, &entity->ids[i]);
  for (guint i = 0; i < entity->n_attrs; i++)
    add_attr (merge, &entity->attrs[i]);
}

static void
add_place (Merge *merge, QuoEntity *fields, const QuoEntity *gone)
{
  if (gone->lat == NULL)
    return;
  if (fields->lat == NULL)
    {
      fields->lat = gone->lat;
      fields->lon = gone->lon;
    }
  else if (g_strcmp0 (fields->lat, gone->lat) != 0 || g_strcmp0 (fields->lon, gone->lon) != 0)
    {
      note_conflict (merge, "lat", gone->lat);
      note_conflict (merge, "lon", gone->lon);
    }
}

static void
merge_fields (QuoVerb *verb, const QuoEntity *gone, const QuoEntity *kept)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QuoExternalId));
  g_autoptr (GArray) attrs = g_array_new (FALSE, FALSE, sizeof (QuoAttr));
  Merge merge = { aliases, ids, attrs, g_string_new (NULL) };
  QuoEntity fields = *kept;

  if (fields.name == NULL || (gone->name != NULL && quo_name_is_fuller (gone->name, fields.name)))
    fields.name = gone->name;
  if (fields.type == NULL)
    fields.type = gone->type;
  add_note_line (&merge, kept->note);
  if (g_strcmp0 (kept->note, gone->note) != 0)
    add_note_line (&merge, gone->note);
  add_entity (&merge, kept, fields.name);
  add_entity (&merge, gone, fields.name);
  add_place (&merge, &fields, gone);
  if (fields.base.extra == NULL)
    fields.base.extra = gone->base.extra;
  fields.aliases = (const char *const *)aliases->pdata;
  fields.n_aliases = aliases->len;
  fields.ids = (const QuoExternalId *)ids->data;
  fields.n_ids = ids->len;
  fields.attrs = (const QuoAttr *)attrs->data;
  fields.n_attrs = attrs->len;
  fields.note = merge.note->len > 0 ? merge.note->str : NULL;
  quo_verb_change_entity (verb, kept, &fields);
  g_string_free (merge.note, TRUE);
}

static void
move_mention (QuoVerb *verb, const QuoAnnotation *annotation, const char *gone, const char *kept)
{
  g_autofree const char **ids = g_new (const char *, annotation->n_entities);
  gboolean has_kept = quo_annotation_has_entity (annotation, kept);
  QuoAnnotation fields = *annotation;
  guint n = 0;

  for (guint i = 0; i < annotation->n_entities; i++)
    if (strcmp (annotation->entities[i], gone) != 0)
      ids[n++] = annotation->entities[i];
    else if (!has_kept)
      ids[n++] = kept;
  fields.entities = ids;
  fields.n_entities = n;
  quo_verb_change_annotation (verb, annotation, &fields);
}

static void
move_roles (QuoVerb *verb, const QuoRelation *relation, const char *gone, const char *kept)
{
  g_autoptr (QuoRoleList) roles = quo_role_list_new (relation);
  QuoRelation fields = *relation;

  quo_role_list_replace (roles, gone, kept);
  quo_role_list_fill (roles, &fields);
  quo_verb_change_relation (verb, relation, &fields);
}

void
quo_entity_merge (QuoVerb *verb, const char *gone, const char *kept)
{
  const QuoEntity *from = quo_verb_get_entity (verb, gone);
  const QuoEntity *into = quo_verb_get_entity (verb, kept);
  GPtrArray *all;

  g_return_if_fail (from != NULL && into != NULL && from != into);
  all = quo_document_get_referrers (verb->document, gone);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (all, i);

      if (record->kind == QUO_RECORD_ANNOTATION)
        move_mention (verb, g_ptr_array_index (all, i), gone, kept);
      else
        move_roles (verb, g_ptr_array_index (all, i), gone, kept);
    }
  merge_fields (verb, from, into);
  quo_edit_swap (verb->edit, (gpointer)from, NULL);
}
