/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose words they are: by the labels of those who speak, and by what the tagset lets tell of them.
 */
#include "quo-statistics-private.h"

#include <string.h>

static void
free_voices (QuoVoices *voices)
{
  g_free (voices->attr);
  g_ptr_array_unref (voices->counts);
  g_free (voices);
}

GPtrArray *
quo_statistics_new_voices (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)free_voices);
}

QuoVoices *
quo_statistics_get_voices (GPtrArray *all, const char *attr)
{
  QuoVoices *voices;

  for (guint i = 0; i < all->len; i++)
    {
      voices = g_ptr_array_index (all, i);
      if (g_strcmp0 (voices->attr, attr) == 0)
        return voices;
    }
  voices = g_new0 (QuoVoices, 1);
  voices->attr = g_strdup (attr);
  voices->counts = quo_statistics_new_forms ();
  g_ptr_array_add (all, voices);
  return voices;
}

/* Who is the source: the identity of a mention, if it has one; else the mention, else the identity
 * itself. */
static const QuoRecord *
find_source (QuoSnapshot *snapshot, const char *member)
{
  const QuoRecord *record = quo_snapshot_find (snapshot, member);
  const QuoAnnotation *mention = (const QuoAnnotation *)record;
  const QuoRecord *entity;

  if (record == NULL || record->kind != QUO_RECORD_ANNOTATION || mention->n_entities != 1)
    return record;
  entity = quo_snapshot_find (snapshot, mention->entities[0]);
  return entity != NULL ? entity : record;
}

static const char *
get_type (const QuoRecord *source)
{
  const char *type = NULL;

  if (source != NULL && source->kind == QUO_RECORD_ENTITY)
    type = ((const QuoEntity *)source)->type;
  else if (source != NULL && source->kind == QUO_RECORD_ANNOTATION)
    type = ((const QuoAnnotation *)source)->type;
  return type != NULL ? type : "";
}

/* What the mentions of each source say of it under @attr, and its identity: id to value. */
static GHashTable *
gather_values (QuoSnapshot *snapshot, const char *attr)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ENTITY); i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (snapshot, i);
      const char *value = quo_attrs_get_text (entity->attrs, entity->n_attrs, attr);

      if (value != NULL)
        g_hash_table_insert (values, (gpointer)entity->base.id, (gpointer)value);
    }
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *mention = quo_snapshot_get_annotation (snapshot, i);
      const char *value = quo_attrs_get_text (mention->attrs, mention->n_attrs, attr);
      const char *id = mention->n_entities == 1 ? mention->entities[0] : mention->base.id;

      if (value != NULL && quo_status_is_accepted (mention->status)
          && !g_hash_table_contains (values, id))
        g_hash_table_insert (values, (gpointer)id, (gpointer)value);
    }
  return values;
}

static void
count_one (GPtrArray *counts, const char *value, guint n_quotes, guint n_words)
{
  QuoFormCount *count = quo_statistics_get_form (counts, value);

  count->n_quotes += n_quotes;
  count->n_words += n_words;
}

/* The quotes of a relation that are counted, and their words; each is taken off @unsaid. */
static void
sum_quotes (const QuoRole *quotes, GHashTable *words, GHashTable *unsaid, guint *ret_n_quotes,
            guint *ret_n_words)
{
  *ret_n_quotes = *ret_n_words = 0;
  for (guint i = 0; i < quotes->n_members; i++)
    {
      gpointer n_words;

      if (!g_hash_table_lookup_extended (words, quotes->members[i], NULL, &n_words))
        continue;
      g_hash_table_remove (unsaid, quotes->members[i]);
      *ret_n_quotes += 1;
      *ret_n_words += GPOINTER_TO_UINT (n_words);
    }
}

/* Quotes that nobody is the source of. */
static void
count_unsaid (QuoVoices *voices, GHashTable *unsaid)
{
  GHashTableIter iter;
  gpointer n_words;

  g_hash_table_iter_init (&iter, unsaid);
  while (g_hash_table_iter_next (&iter, NULL, &n_words))
    count_one (voices->counts, "", 1, GPOINTER_TO_UINT (n_words));
}

static GHashTable *
copy_words (GHashTable *words)
{
  GHashTable *copy = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, n_words;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &id, &n_words))
    g_hash_table_insert (copy, id, n_words);
  return copy;
}

/* @values: id of a source to what is told of it; NULL: by its label. */
static void
count_voices (QuoVoices *voices, QuoSnapshot *snapshot, GHashTable *words, GHashTable *values)
{
  g_autoptr (GHashTable) unsaid = copy_words (words);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_RELATION); i++)
    {
      const QuoRelation *relation = quo_snapshot_get_relation (snapshot, i);
      const QuoRole *quotes = quo_relation_find_role (relation, "quote");
      const QuoRole *sources = quo_relation_find_role (relation, "source");
      guint n_quotes, n_words;

      if (quotes == NULL || sources == NULL || !quo_status_is_accepted (relation->status))
        continue;
      sum_quotes (quotes, words, unsaid, &n_quotes, &n_words);
      for (guint s = 0; n_quotes > 0 && s < sources->n_members; s++)
        {
          const QuoRecord *source = find_source (snapshot, sources->members[s]);
          const char *value = values == NULL   ? get_type (source)
                              : source != NULL ? g_hash_table_lookup (values, source->id)
                                               : NULL;

          count_one (voices->counts, value != NULL ? value : "", n_quotes, n_words);
        }
    }
  count_unsaid (voices, unsaid);
  g_ptr_array_sort (voices->counts, quo_statistics_compare_forms);
}

/* Of words that stand for somebody it may be told what part of speech they are: that is nothing of
 * the person. */
static gboolean
is_of_person (const QuoLabel *label, const QuoLabelAttr *attr)
{
  return label->kind == QUO_LABEL_ENTITY && g_strcmp0 (attr->type, "choice") == 0
         && strcmp (attr->name, "form") != 0;
}

static void
count_attr (QuoStatistics *statistics, QuoSnapshot *snapshot, const char *attr, GHashTable *words)
{
  g_autoptr (GHashTable) values = gather_values (snapshot, attr);

  for (guint i = 0; i < statistics->voices->len; i++)
    if (g_strcmp0 (((const QuoVoices *)g_ptr_array_index (statistics->voices, i))->attr, attr) == 0)
      return; /* two labels have this choice */
  if (g_hash_table_size (values) > 0)
    count_voices (quo_statistics_get_voices (statistics->voices, attr), snapshot, words, values);
}

void
quo_statistics_count_voices (QuoStatistics *statistics, QuoSnapshot *snapshot,
                             const QuoTagset *tagset, GHashTable *words)
{
  if (g_hash_table_size (words) == 0)
    return;
  count_voices (quo_statistics_get_voices (statistics->voices, NULL), snapshot, words, NULL);
  for (guint i = 0; i < tagset->n_labels; i++)
    for (guint a = 0; a < tagset->labels[i].n_attrs; a++)
      if (is_of_person (&tagset->labels[i], &tagset->labels[i].attrs[a]))
        count_attr (statistics, snapshot, tagset->labels[i].attrs[a].name, words);
}
