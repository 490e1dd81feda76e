/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how much in an article: the register of speakers, and sums over all quotes. */
#include "quo-statistics.h"

#include "quo-statistics-private.h"

/* What a quote is that does not say otherwise, as in the built-in tagset. */
#define USUAL_FORM "direct"

static gboolean
is_counted (const QuoAnnotation *annotation, const QuoTagset *tagset)
{
  return quo_tagset_get_kind (tagset, annotation->type) == QUO_LABEL_QUOTE && !annotation->is_orphan
         && quo_status_is_accepted (annotation->status);
}

static guint
count_words_in (const QuoText *text, QuoSpan span)
{
  const char *start = quo_text_at (text, span.start), *end = quo_text_at (text, span.end);

  return quo_count_words (start, (gsize)(end - start));
}

/* The ids of the quotes that have a source; @is_suggested: for which only one is suggested. */
static GHashTable *
find_linked (QuoSnapshot *snapshot, gboolean is_suggested)
{
  GHashTable *linked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_RELATION); i++)
    {
      const QuoRelation *relation = quo_snapshot_get_relation (snapshot, i);
      const QuoRole *quotes = quo_relation_find_role (relation, "quote");

      if (quotes == NULL || quo_relation_find_role (relation, "source") == NULL
          || (is_suggested ? relation->status != QUO_STATUS_SUGGESTED
                           : !quo_status_is_accepted (relation->status)))
        continue;
      for (guint k = 0; k < quotes->n_members; k++)
        g_hash_table_add (linked, (gpointer)quotes->members[k]);
    }
  return linked;
}

/* Sums up one quote; its ranges go to @ranges, its words to @words. */
static void
add_quote (QuoStatistics *statistics, const QuoText *text, const QuoAnnotation *quote,
           GArray *ranges, GHashTable *words)
{
  const char *said = quo_attrs_get_text (quote->attrs, quote->n_attrs, "form");
  QuoFormCount *form
      = quo_statistics_get_form (statistics->forms, said != NULL ? said : USUAL_FORM);
  guint n_words = 0;

  for (guint part = 0; part < quote->n_ranges; part++)
    n_words += count_words_in (text, quote->ranges[part]);
  statistics->n_quotes++;
  form->n_quotes++;
  form->n_words += n_words;
  g_hash_table_insert (words, (gpointer)quote->base.id, GUINT_TO_POINTER (n_words));
  g_array_append_vals (ranges, quote->ranges, quote->n_ranges);
}

static void
count_quotes (QuoStatistics *statistics, QuoSnapshot *snapshot, const QuoTagset *tagset,
              GHashTable *words)
{
  const QuoText *text = snapshot->article->text;
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autoptr (GHashTable) linked = find_linked (snapshot, FALSE);
  g_autoptr (GHashTable) suggested = find_linked (snapshot, TRUE);
  guint n_ranges;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);

      if (!is_counted (annotation, tagset))
        continue;
      add_quote (statistics, text, annotation, ranges, words);
      if (g_hash_table_contains (linked, annotation->base.id))
        continue;
      statistics->n_unlinked++;
      statistics->n_suggested += g_hash_table_contains (suggested, annotation->base.id);
    }
  g_ptr_array_sort (statistics->forms, quo_statistics_compare_forms);
  n_ranges = quo_ranges_normalize ((QuoSpan *)(gpointer)ranges->data, ranges->len);
  for (guint i = 0; i < n_ranges; i++)
    statistics->n_quoted += count_words_in (text, g_array_index (ranges, QuoSpan, i));
}

QuoStatistics *
quo_statistics_new (QuoSnapshot *all, const QuoTagset *tagset, const char *layer)
{
  QuoStatistics *statistics = g_new0 (QuoStatistics, 1);
  g_autoptr (QuoSnapshot) snapshot
      = layer != NULL ? quo_snapshot_filter_layer (all, layer) : quo_snapshot_ref (all);
  const QuoText *text = snapshot->article->text;
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  statistics->n_articles = 1;
  statistics->forms = quo_statistics_new_forms ();
  statistics->voices = quo_statistics_new_voices ();
  statistics->places = quo_statistics_new_places ();
  statistics->n_words = count_words_in (text, QUO_SPAN (0, quo_text_get_length (text)));
  count_quotes (statistics, snapshot, tagset, words);
  quo_statistics_count_voices (statistics, snapshot, tagset, words);
  quo_statistics_count_places (statistics, snapshot);
  statistics->speakers = quo_register_speakers (snapshot);
  for (guint i = 0; i < statistics->speakers->len; i++)
    statistics->n_once
        += ((const QuoSpeaker *)g_ptr_array_index (statistics->speakers, i))->n_quotes == 1;
  return statistics;
}

void
quo_statistics_free (QuoStatistics *statistics)
{
  g_clear_pointer (&statistics->speakers_by_name, g_hash_table_unref);
  g_clear_pointer (&statistics->places_by_key, g_hash_table_unref);
  g_ptr_array_unref (statistics->speakers);
  g_ptr_array_unref (statistics->forms);
  g_ptr_array_unref (statistics->voices);
  g_ptr_array_unref (statistics->places);
  g_free (statistics);
}
