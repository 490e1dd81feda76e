/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Putting an import to what is known of an article: one edit that adds records, so that it can be
 * undone, and checked, like any other. */

#include "quo-config.h"

#include "quo-import.h"

#include "quo-document.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoSnapshot *into, *imported;
  gboolean is_update;
  GHashTable *renamed; /* old id to new id */
  QuoEdit *edit;
} Merge;

static const char *
get_new_id (const Merge *merge, const char *id)
{
  const char *renamed = id != NULL ? g_hash_table_lookup (merge->renamed, id) : NULL;

  return renamed != NULL ? renamed : id;
}

/* (transfer container): the ids as they are called now. */
static const char **
dup_ids (const Merge *merge, const char *const *ids, guint n)
{
  const char **copy = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = get_new_id (merge, ids[i]);
  return copy;
}

static gpointer
copy_annotation (const Merge *merge, const QuoAnnotation *annotation)
{
  QuoAnnotation fields = *annotation;
  g_autofree const char **entities = dup_ids (merge, annotation->entities, annotation->n_entities);

  fields.entities = entities;
  fields.layer = get_new_id (merge, annotation->layer);
  fields.by = get_new_id (merge, annotation->by);
  fields.base.id = get_new_id (merge, annotation->base.id);
  return quo_annotation_new (&fields);
}

static gpointer
copy_relation (const Merge *merge, const QuoRelation *relation)
{
  QuoRelation fields = *relation;
  g_autofree QuoRole *roles = g_new (QuoRole, relation->n_roles + 1);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < relation->n_roles; i++)
    {
      roles[i] = relation->roles[i];
      roles[i].members = dup_ids (merge, roles[i].members, roles[i].n_members);
      g_ptr_array_add (members, (gpointer)roles[i].members);
    }
  fields.roles = roles;
  fields.layer = get_new_id (merge, relation->layer);
  fields.by = get_new_id (merge, relation->by);
  fields.base.id = get_new_id (merge, relation->base.id);
  return quo_relation_new (&fields);
}

static gpointer
copy_note (const Merge *merge, const QuoNote *note)
{
  QuoNote fields = *note;

  fields.layer = get_new_id (merge, note->layer);
  fields.by = get_new_id (merge, note->by);
  fields.base.id = get_new_id (merge, note->base.id);
  return quo_note_new (&fields);
}

static gpointer
copy_other (const Merge *merge, const QuoRecord *record)
{
  if (record->kind == QUO_RECORD_AGENT)
    {
      QuoAgent fields = *(const QuoAgent *)record;

      fields.base.id = get_new_id (merge, record->id);
      return quo_agent_new (&fields);
    }
  if (record->kind == QUO_RECORD_LAYER)
    {
      QuoLayer fields = *(const QuoLayer *)record;

      fields.by = get_new_id (merge, fields.by);
      fields.base.id = get_new_id (merge, record->id);
      return quo_layer_new (&fields);
    }
  else
    {
      QuoEntity fields = *(const QuoEntity *)record;

      fields.by = get_new_id (merge, fields.by);
      fields.base.id = get_new_id (merge, record->id);
      return quo_entity_new (&fields);
    }
}

/* (transfer full): the record under the ids it has in the other snapshot. */
static gpointer
copy_record (const Merge *merge, const QuoRecord *record)
{
  switch (record->kind)
    {
    case QUO_RECORD_ANNOTATION:
      return copy_annotation (merge, (const QuoAnnotation *)record);
    case QUO_RECORD_RELATION:
      return copy_relation (merge, (const QuoRelation *)record);
    case QUO_RECORD_NOTE:
      return copy_note (merge, (const QuoNote *)record);
    default:
      return copy_other (merge, record);
    }
}

static void
find_new_id (Merge *merge, const char *id)
{
  char *new_id;

  for (;;)
    {
      new_id = quo_id_new ();
      if (quo_snapshot_find (merge->into, new_id) == NULL
          && quo_snapshot_find (merge->imported, new_id) == NULL)
        break;
      g_free (new_id);
    }
  g_hash_table_insert (merge->renamed, (gpointer)id, new_id);
}

/* In the order agents, layers, entities, annotations, relations, notes each record only names what
 * came before it, so its names are final when it is looked at. */
static void
add_record (Merge *merge, const QuoRecord *record)
{
  QuoRecord *there = quo_snapshot_find (merge->into, record->id);
  g_autoptr (QuoRecord) copy = copy_record (merge, record);

  if (there != NULL && there->kind == record->kind && quo_record_equal (there, copy))
    return;
  if (there != NULL && there->kind == record->kind && merge->is_update
      && (record->kind == QUO_RECORD_ENTITY || record->kind == QUO_RECORD_RELATION))
    {
      quo_edit_take (merge->edit, there, g_steal_pointer (&copy));
      return;
    }
  if (there != NULL)
    {
      find_new_id (merge, record->id);
      quo_record_unref (copy);
      copy = copy_record (merge, record);
    }
  quo_edit_take (merge->edit, NULL, g_steal_pointer (&copy));
}

QuoEdit *
quo_import_make_edit (QuoSnapshot *into, QuoSnapshot *imported, gboolean is_update,
                      const char *title)
{
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Merge merge = { into, imported, is_update, renamed, quo_edit_new (title) };

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < quo_snapshot_count (imported, kind); i++)
      add_record (&merge, g_ptr_array_index (imported->records[kind], i));
  return merge.edit;
}

QuoSnapshot *
quo_import_merge (QuoSnapshot *into, QuoSnapshot *imported, gboolean is_update, GError **error)
{
  g_autoptr (QuoEdit) edit
      = quo_import_make_edit (into, imported, is_update, _ ("Import annotations"));
  g_autoptr (QuoDocument) document = NULL;

  if (quo_edit_get_length (edit) == 0)
    return quo_snapshot_ref (into);
  document = quo_document_new (into);
  if (!quo_document_apply (document, edit, error))
    return NULL;
  return quo_document_snapshot (document);
}
