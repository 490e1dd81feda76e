/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a snapshot goes into an export, and what of it stays behind. */

#include "quo-config.h"

#include "quo-selection.h"

#include "quo-error.h"

#include <glib/gi18n.h>

/* One look at the cancellable in so many records. */
#define CANCEL_EVERY 4096

gboolean
quo_selection_is_cancelled (guint i, GCancellable *cancellable, GError **error)
{
  if (i % CANCEL_EVERY != 0 || !g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED, _ ("Stopped; nothing was written"));
  return TRUE;
}

/* Whether a record of this status is written; counts it under @rejected if not. */
static gboolean
has_status (QuoSelection *selection, QuoStatus status, gboolean is_all, QuoLoss suggested,
            QuoLoss rejected)
{
  if (status == QUO_STATUS_REJECTED)
    selection->losses.counts[rejected]++;
  else if (status == QUO_STATUS_SUGGESTED && !is_all)
    selection->losses.counts[suggested]++;
  else
    return TRUE;
  return FALSE;
}

static void
select_relations (QuoSelection *selection, gboolean is_all)
{
  QuoSnapshot *snapshot = selection->snapshot;
  guint n = quo_snapshot_count (snapshot, QUO_RECORD_RELATION);

  for (guint i = 0; i < n; i++)
    {
      const QuoRelation *relation = quo_snapshot_get_relation (snapshot, i);

      if (!has_status (selection, relation->status, is_all, QUO_LOSS_REJECTED_RELATIONS,
                       QUO_LOSS_REJECTED_RELATIONS))
        continue;
      g_ptr_array_add (selection->relations, (gpointer)relation);
      for (guint r = 0; r < relation->n_roles; r++)
        for (guint m = 0; m < relation->roles[r].n_members; m++)
          g_hash_table_insert (selection->members, (gpointer)relation->roles[r].members[m],
                               GUINT_TO_POINTER (G_MAXUINT));
    }
}

static gboolean
select_annotations (QuoSelection *selection, gboolean is_all, GCancellable *cancellable,
                    GError **error)
{
  QuoSnapshot *snapshot = selection->snapshot;
  guint n = quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION);
  gboolean has_members = g_hash_table_size (selection->members) > 0;

  for (guint i = 0; i < n; i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      if (!has_status (selection, annotation->status, is_all, QUO_LOSS_SUGGESTED,
                       QUO_LOSS_REJECTED))
        continue;
      if (annotation->is_orphan)
        {
          selection->losses.counts[QUO_LOSS_ORPHANS]++;
          continue;
        }
      if (has_members && g_hash_table_contains (selection->members, annotation->base.id))
        g_hash_table_replace (selection->members, (gpointer)annotation->base.id,
                              GUINT_TO_POINTER (selection->annotations->len));
      g_ptr_array_add (selection->annotations, (gpointer)annotation);
    }
  return TRUE;
}

QuoSelection *
quo_selection_new (QuoSnapshot *snapshot, const QuoFormatOptions *options,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = NULL;
  gboolean is_all = quo_format_options_is (options, "status", "all");
  guint n = quo_snapshot_count (snapshot, QUO_RECORD_ENTITY);

  if (snapshot->article == NULL)
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_INVALID,
                           _ ("The text of the article is needed for this format"));
      return NULL;
    }
  selection = g_new0 (QuoSelection, 1);
  selection->snapshot = snapshot;
  selection->text = snapshot->article->text;
  selection->annotations = g_ptr_array_new ();
  selection->relations = g_ptr_array_new ();
  selection->members = g_hash_table_new (g_str_hash, g_str_equal);
  selection->entities = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (snapshot, i);

      g_hash_table_insert (selection->entities, (gpointer)entity->base.id, (gpointer)entity);
    }
  select_relations (selection, is_all);
  if (!select_annotations (selection, is_all, cancellable, error))
    return NULL;
  return g_steal_pointer (&selection);
}

void
quo_selection_free (QuoSelection *selection)
{
  if (selection == NULL)
    return;
  g_ptr_array_unref (selection->annotations);
  g_ptr_array_unref (selection->relations);
  g_hash_table_unref (selection->members);
  g_hash_table_unref (selection->entities);
  g_free (selection);
}

guint
quo_selection_find_position (const QuoSelection *selection, const char *id)
{
  gpointer position;

  if (!g_hash_table_lookup_extended (selection->members, id, NULL, &position))
    return G_MAXUINT;
  return GPOINTER_TO_UINT (position);
}

const QuoAnnotation *
quo_selection_find_member (const QuoSelection *selection, const char *id)
{
  guint i = quo_selection_find_position (selection, id);

  return i != G_MAXUINT ? quo_selection_get_annotation (selection, i) : NULL;
}

const QuoEntity *
quo_selection_find_entity (const QuoSelection *selection, const char *id)
{
  return g_hash_table_lookup (selection->entities, id);
}

char *
quo_selection_dup_quote (const QuoSelection *selection, const QuoAnnotation *annotation)
{
  GString *quote = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      const char *start = quo_text_at (selection->text, annotation->ranges[i].start);
      const char *end = quo_text_at (selection->text, annotation->ranges[i].end);

      if (i > 0)
        g_string_append (quote, " … ");
      g_string_append_len (quote, start, end - start);
    }
  return g_string_free (quote, FALSE);
}

char *
quo_selection_dup_member_name (const QuoSelection *selection, const char *id)
{
  const QuoAnnotation *annotation = quo_selection_find_member (selection, id);
  const QuoEntity *entity = quo_selection_find_entity (selection, id);

  if (annotation != NULL)
    return quo_selection_dup_quote (selection, annotation);
  if (entity != NULL)
    return g_strdup (entity->name != NULL ? entity->name : id);
  return NULL;
}

/* Whether a quote of this type is linked somewhere. */
static gboolean
fills_role_quote (const QuoSelection *selection, const char *type)
{
  for (guint i = 0; i < selection->relations->len; i++)
    {
      const QuoRole *role
          = quo_relation_find_role (quo_selection_get_relation (selection, i), "quote");

      for (guint m = 0; role != NULL && m < role->n_members; m++)
        {
          const QuoAnnotation *quote = quo_selection_find_member (selection, role->members[m]);

          if (quote != NULL && quote->type == type)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
quo_selection_is_quote_type (const QuoSelection *selection, const QuoFormatOptions *options,
                             const char *type)
{
  if (options != NULL && options->tagset != NULL && quo_tagset_find (options->tagset, type) != NULL)
    return quo_tagset_get_kind (options->tagset, type) == QUO_LABEL_QUOTE;
  return g_str_equal (type, "quote") || fills_role_quote (selection, type);
}

static void
count_annotation (QuoSelection *selection, const QuoAnnotation *annotation, QuoCarries carries,
                  GHashTable *used)
{
  guint *counts = selection->losses.counts;

  if ((carries & QUO_CARRIES_ATTRS) == 0)
    counts[QUO_LOSS_ATTRS] += annotation->n_attrs;
  if ((carries & QUO_CARRIES_NOTES) == 0 && annotation->note != NULL)
    counts[QUO_LOSS_NOTES]++;
  if ((carries & QUO_CARRIES_ENTITIES) == 0 && annotation->n_entities > 0)
    counts[QUO_LOSS_ENTITIES]++;
  if ((carries & QUO_CARRIES_PROVENANCE) == 0
      && (annotation->by != NULL || annotation->conf != NULL || annotation->created != 0
          || annotation->modified != 0 || annotation->from != NULL))
    counts[QUO_LOSS_PROVENANCE]++;
  if (annotation->base.extra != NULL)
    counts[QUO_LOSS_UNKNOWN]++;
  for (guint i = 0; i < annotation->n_entities; i++)
    g_hash_table_add (used, (gpointer)annotation->entities[i]);
}

static void
count_relation (QuoSelection *selection, const QuoRelation *relation, QuoCarries carries)
{
  guint *counts = selection->losses.counts;

  if ((carries & QUO_CARRIES_RELATIONS) == 0)
    {
      counts[QUO_LOSS_RELATIONS]++;
      return;
    }
  if ((carries & QUO_CARRIES_ATTRS) == 0)
    counts[QUO_LOSS_RELATION_ATTRS] += relation->n_attrs;
  if ((carries & QUO_CARRIES_NOTES) == 0 && relation->note != NULL)
    counts[QUO_LOSS_RELATION_NOTES]++;
  if ((carries & QUO_CARRIES_PROVENANCE) == 0
      && (relation->by != NULL || relation->conf != NULL || relation->created != 0
          || relation->modified != 0 || relation->from != NULL))
    counts[QUO_LOSS_PROVENANCE]++;
  if (relation->base.extra != NULL)
    counts[QUO_LOSS_UNKNOWN]++;
}

static void
count_entity (QuoSelection *selection, const QuoEntity *entity, gboolean is_used)
{
  guint *counts = selection->losses.counts;

  if (!is_used)
    counts[QUO_LOSS_UNUSED_ENTITIES]++;
  else
    {
      counts[QUO_LOSS_ENTITY_NOTES] += entity->n_attrs + entity->n_aliases;
      if (entity->note != NULL)
        counts[QUO_LOSS_ENTITY_NOTES]++;
      if (entity->base.extra != NULL)
        counts[QUO_LOSS_UNKNOWN]++;
    }
}

void
quo_selection_count_losses (QuoSelection *selection, QuoCarries carries)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  QuoSnapshot *snapshot = selection->snapshot;
  guint n_entities = quo_snapshot_count (snapshot, QUO_RECORD_ENTITY);

  for (guint i = 0; i < selection->annotations->len; i++)
    count_annotation (selection, quo_selection_get_annotation (selection, i), carries, used);
  for (guint i = 0; i < selection->relations->len; i++)
    count_relation (selection, quo_selection_get_relation (selection, i), carries);
  for (guint i = 0; i < n_entities; i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (snapshot, i);

      if (carries & QUO_CARRIES_ENTITIES)
        count_entity (selection, entity, g_hash_table_contains (used, entity->base.id));
    }
  selection->losses.counts[QUO_LOSS_ARTICLE_NOTES]
      += quo_snapshot_count (snapshot, QUO_RECORD_NOTE);
}

void
quo_selection_count_relation_details (QuoSelection *selection, QuoCarries carries)
{
  guint *counts = selection->losses.counts;

  for (guint i = 0; i < selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (selection, i);

      if ((carries & QUO_CARRIES_ATTRS) != 0)
        counts[QUO_LOSS_RELATION_ATTRS] += relation->n_attrs;
      if ((carries & QUO_CARRIES_NOTES) != 0)
        counts[QUO_LOSS_RELATION_NOTES] += relation->note != NULL;
    }
}

void
quo_selection_count_listed_entities (QuoSelection *selection)
{
  guint *counts = selection->losses.counts;

  counts[QUO_LOSS_UNUSED_ENTITIES] = counts[QUO_LOSS_ENTITY_NOTES] = 0;
  for (guint i = 0; i < quo_snapshot_count (selection->snapshot, QUO_RECORD_ENTITY); i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (selection->snapshot, i);

      counts[QUO_LOSS_ENTITY_NOTES] += entity->n_attrs + entity->n_aliases;
    }
}
