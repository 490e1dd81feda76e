/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggestions-private.h"

#include <string.h>

/* What was suggested, as records, and how it goes into a sidecar. */

QuoSuggestions *
quo_suggestions_new (guint n)
{
  QuoSuggestions *suggestions = g_new0 (QuoSuggestions, 1);

  g_atomic_ref_count_init (&suggestions->ref_count);
  suggestions->annotations = g_ptr_array_new_with_free_func (quo_record_unref);
  suggestions->entities = g_ptr_array_new_with_free_func (quo_record_unref);
  suggestions->relations = g_ptr_array_new_with_free_func (quo_record_unref);
  suggestions->agent = quo_agent_new (&(QuoAgent){ .base.id = QUO_SUGGEST_AGENT,
                                                   .type = "software",
                                                   .name = "Quotidian",
                                                   .version = QUO_VERSION });
  suggestions->known = g_array_sized_new (FALSE, FALSE, sizeof (QuoSuggested), n);
  suggestions->strings = g_string_chunk_new (1024);
  return suggestions;
}

QuoSuggestions *
quo_suggestions_ref (QuoSuggestions *suggestions)
{
  g_atomic_ref_count_inc (&suggestions->ref_count);
  return suggestions;
}

void
quo_suggestions_unref (QuoSuggestions *suggestions)
{
  if (!g_atomic_ref_count_dec (&suggestions->ref_count))
    return;
  g_array_unref (suggestions->known);
  g_string_chunk_free (suggestions->strings);
  g_ptr_array_unref (suggestions->annotations);
  g_ptr_array_unref (suggestions->entities);
  g_ptr_array_unref (suggestions->relations);
  quo_record_unref (suggestions->agent);
  g_free (suggestions);
}

void
quo_suggestions_know (QuoSuggestions *suggestions, gpointer record, const char *reason,
                      gboolean is_helper)
{
  const QuoSuggested suggested
      = { record,
          reason != NULL ? g_string_chunk_insert_const (suggestions->strings, reason) : NULL,
          is_helper };

  g_array_append_val (suggestions->known, suggested);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const QuoSuggested *x = a, *y = b;

  return strcmp (QUO_RECORD (x->record)->id, QUO_RECORD (y->record)->id);
}

void
quo_suggestions_finish (QuoSuggestions *suggestions)
{
  g_array_sort (suggestions->known, compare_ids);
}

static const QuoSuggested *
find_known (const QuoSuggestions *suggestions, const char *id)
{
  guint low = 0, high = suggestions->known->len;

  while (id != NULL && low < high)
    {
      guint middle = low + (high - low) / 2;
      const QuoSuggested *known = &g_array_index (suggestions->known, QuoSuggested, middle);
      int order = strcmp (id, QUO_RECORD (known->record)->id);

      if (order == 0)
        return known;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

gpointer
quo_suggestions_find (const QuoSuggestions *suggestions, const char *id)
{
  const QuoSuggested *known = find_known (suggestions, id);

  return known != NULL ? known->record : NULL;
}

const char *
quo_suggestions_get_reason (const QuoSuggestions *suggestions, const char *id)
{
  const QuoSuggested *known = find_known (suggestions, id);

  return known != NULL ? known->reason : NULL;
}

double
quo_suggestions_get_score (const QuoSuggestions *suggestions, const char *id)
{
  const QuoRecord *record = quo_suggestions_find (suggestions, id);
  const char *conf = NULL;

  if (record != NULL && record->kind == QUO_RECORD_ANNOTATION)
    conf = ((const QuoAnnotation *)record)->conf;
  else if (record != NULL && record->kind == QUO_RECORD_RELATION)
    conf = ((const QuoRelation *)record)->conf;
  return conf != NULL ? g_ascii_strtod (conf, NULL) : 0;
}

gboolean
quo_suggestions_is_helper (const QuoSuggestions *suggestions, const char *id)
{
  const QuoSuggested *known = find_known (suggestions, id);

  return known != NULL && known->is_helper;
}

const QuoRelation *
quo_suggestions_find_quotation (const QuoSuggestions *suggestions, const char *quote)
{
  g_autofree char *id = g_strconcat ("r", quote, NULL);

  return quo_suggestions_find (suggestions, id);
}

/* --- Into a sidecar --- */

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

/* Adds the records to @all, but for those that stay in it from an earlier run. */
static void
take_new (QuoSnapshot *all, const GPtrArray *records, QuoSnapshot *old, GHashTable *needed)
{
  for (guint i = 0; i < records->len; i++)
    {
      QuoRecord *record = g_ptr_array_index (records, i);
      const QuoRecord *known = quo_snapshot_find (old, record->id);

      if (known == NULL || is_stale (known, needed))
        quo_snapshot_take (all, quo_record_ref (record));
    }
}

static void
take_layer (QuoSnapshot *snapshot, const QuoSuggestions *suggestions)
{
  const QuoAnnotation *first
      = suggestions->annotations->len > 0 ? g_ptr_array_index (suggestions->annotations, 0) : NULL;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    if (first == NULL || strcmp (quo_snapshot_get_layer (snapshot, i)->base.id, first->layer) == 0)
      return;
  if (first != NULL)
    quo_snapshot_take (snapshot,
                       quo_layer_new (&(QuoLayer){ .base.id = first->layer, .state = "open" }));
}

QuoSnapshot *
quo_suggestions_add_to (const QuoSuggestions *suggestions, QuoSnapshot *snapshot)
{
  g_autoptr (GHashTable) needed = list_needed (snapshot);
  QuoSnapshot *all = quo_snapshot_new (snapshot->article, snapshot->header);
  gboolean has_any = suggestions->annotations->len + suggestions->relations->len > 0;

  /* An entity of an earlier run that is proposed again stays. */
  for (guint i = 0; i < suggestions->annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (suggestions->annotations, i);

      for (guint k = 0; k < annotation->n_entities; k++)
        g_hash_table_add (needed, (gpointer)annotation->entities[k]);
    }
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      {
        gpointer record = g_ptr_array_index (snapshot->records[kind], i);

        if (!is_stale (record, needed))
          quo_snapshot_take (all, quo_record_ref (record));
      }
  if (has_any || quo_snapshot_find (snapshot, QUO_SUGGEST_AGENT) != NULL)
    quo_snapshot_take (all, quo_record_ref (suggestions->agent));
  take_layer (all, suggestions);
  take_new (all, suggestions->entities, snapshot, needed);
  take_new (all, suggestions->annotations, snapshot, needed);
  take_new (all, suggestions->relations, snapshot, needed);
  quo_snapshot_sort (all);
  return all;
}
