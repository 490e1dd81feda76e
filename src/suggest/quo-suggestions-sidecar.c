/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggestions.h"

#include "quo-sidecar-writer.h"

#include <string.h>

/* How proposals go into a sidecar: beside what people have made, and instead of those of an earlier
 * run that nobody has touched. */

static gboolean
is_ours (const QuoFrom *from, guint8 status)
{
  return status == QUO_STATUS_SUGGESTED && from != NULL
         && g_strcmp0 (from->agent, QUO_SUGGEST_AGENT) == 0;
}

/* Ids that records which stay have in a role or as an entity. */
static GHashTable *
list_needed (const QuoSnapshot *snapshot)
{
  GHashTable *needed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_RELATION); i++)
    {
      const QuoRelation *relation = quo_snapshot_get_relation (snapshot, i);

      for (guint k = 0; !is_ours (relation->from, relation->status) && k < relation->n_roles; k++)
        for (guint m = 0; m < relation->roles[k].n_members; m++)
          g_hash_table_add (needed, (gpointer)relation->roles[k].members[m]);
    }
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);

      if (is_ours (annotation->from, annotation->status)
          && !g_hash_table_contains (needed, annotation->base.id))
        continue;
      for (guint k = 0; k < annotation->n_entities; k++)
        g_hash_table_add (needed, (gpointer)annotation->entities[k]);
    }
  return needed;
}

/* Whether the record is an old proposal that nobody has touched or used. */
static gboolean
is_stale (const QuoRecord *record, GHashTable *needed)
{
  switch ((QuoRecordKind)record->kind)
    {
    case QUO_RECORD_ANNOTATION:
      return is_ours (((const QuoAnnotation *)record)->from,
                      ((const QuoAnnotation *)record)->status)
             && !g_hash_table_contains (needed, record->id);
    case QUO_RECORD_RELATION:
      return is_ours (((const QuoRelation *)record)->from, ((const QuoRelation *)record)->status);
    case QUO_RECORD_ENTITY:
      return g_strcmp0 (((const QuoEntity *)record)->by, QUO_SUGGEST_AGENT) == 0
             && !g_hash_table_contains (needed, record->id);
    case QUO_RECORD_AGENT:
      return strcmp (record->id, QUO_SUGGEST_AGENT) == 0; /* the one of now comes instead */
    case QUO_RECORD_LAYER:
    case QUO_RECORD_NOTE:
    default:
      return FALSE;
    }
}

static void
take_layer (QuoSnapshot *snapshot, const QuoSuggestions *suggestions)
{
  gboolean has_any = quo_suggestions_count_annotations (suggestions) > 0;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    if (!has_any || strcmp (quo_snapshot_get_layer (snapshot, i)->base.id, suggestions->layer) == 0)
      return;
  if (has_any)
    quo_snapshot_take (
        snapshot, quo_layer_new (&(QuoLayer){ .base.id = suggestions->layer, .state = "open" }));
}

/* Takes what stays of an earlier run, and what others have made. */
static void
take_old (QuoSnapshot *all, const QuoSuggestions *suggestions, QuoSnapshot *snapshot,
          GHashTable *needed)
{
  /* An entity of an earlier run that is proposed again stays. */
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      const char *entity = quo_proposals_get_identity (suggestions->proposals, i);

      if (entity != NULL)
        g_hash_table_add (needed, (gpointer)entity);
    }
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      {
        gpointer record = g_ptr_array_index (snapshot->records[kind], i);

        if (!is_stale (record, needed))
          quo_snapshot_take (all, quo_record_ref (record));
      }
}

/* What is written: the records that are there before, and what is new of the proposals. */
typedef struct
{
  const QuoSuggestions *suggestions;
  QuoSnapshot *old;
  GHashTable *needed;
} Adding;

static guint
count_proposed (gconstpointer data, QuoRecordKind kind)
{
  const Adding *adding = data;

  switch (kind)
    {
    case QUO_RECORD_ENTITY:
      return adding->suggestions->entities->len;
    case QUO_RECORD_ANNOTATION:
      return quo_suggestions_count_annotations (adding->suggestions);
    case QUO_RECORD_RELATION:
      return quo_suggestions_count_relations (adding->suggestions);
    case QUO_RECORD_AGENT:
    case QUO_RECORD_LAYER:
    case QUO_RECORD_NOTE:
    default:
      return 0;
    }
}

/* NULL: a record that stays from an earlier run says it. */
static gpointer
make_proposed (gconstpointer data, QuoRecordKind kind, guint i)
{
  const Adding *adding = data;
  const QuoSuggestions *suggestions = adding->suggestions;
  gpointer record = kind == QUO_RECORD_ENTITY
                        ? quo_record_ref (g_ptr_array_index (suggestions->entities, i))
                    : kind == QUO_RECORD_ANNOTATION
                        ? (gpointer)quo_suggestions_dup_annotation (suggestions, i, NULL)
                        : (gpointer)quo_suggestions_dup_relation (suggestions, i, NULL);
  const QuoRecord *known = quo_snapshot_find (adding->old, QUO_RECORD (record)->id);

  if (known != NULL && !is_stale (known, adding->needed))
    g_clear_pointer (&record, quo_record_unref);
  return record;
}

/* (transfer full): @snapshot without what is stale in it, and with what proposals refer to. */
static QuoSnapshot *
make_ready (const Adding *adding)
{
  QuoSnapshot *all = quo_snapshot_new (adding->old->article, adding->old->header);
  guint n = count_proposed (adding, QUO_RECORD_ANNOTATION)
            + count_proposed (adding, QUO_RECORD_RELATION);

  take_old (all, adding->suggestions, adding->old, adding->needed);
  if (n > 0 || quo_snapshot_find (adding->old, QUO_SUGGEST_AGENT) != NULL)
    quo_snapshot_take (all, quo_record_ref (adding->suggestions->agent));
  take_layer (all, adding->suggestions);
  return all;
}

QuoSnapshot *
quo_suggestions_add_to (const QuoSuggestions *suggestions, QuoSnapshot *snapshot)
{
  static const QuoRecordKind kinds[]
      = { QUO_RECORD_ENTITY, QUO_RECORD_ANNOTATION, QUO_RECORD_RELATION };
  g_autoptr (GHashTable) needed = list_needed (snapshot);
  const Adding adding = { suggestions, snapshot, needed };
  QuoSnapshot *all = make_ready (&adding);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < count_proposed (&adding, kinds[k]); i++)
      {
        gpointer record = make_proposed (&adding, kinds[k], i);

        if (record != NULL)
          quo_snapshot_take (all, record);
      }
  quo_snapshot_sort (all);
  return all;
}

gboolean
quo_suggestions_give (const QuoByteSink *sink, gpointer data, GError **error)
{
  const QuoSuggestionsContent *content = data;
  g_autoptr (GHashTable) needed = list_needed (content->snapshot);
  const Adding adding = { content->suggestions, content->snapshot, needed };
  const QuoRecordMaker maker = { count_proposed, make_proposed, &adding };
  g_autoptr (QuoSnapshot) ready = make_ready (&adding);
  QuoSidecarContent written = { ready, content->generator, &maker };

  return quo_sidecar_give (sink, &written, error);
}
