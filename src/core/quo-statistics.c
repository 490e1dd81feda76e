/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how much in an article: the register of speakers, and sums over all quotes. */
#include "quo-statistics.h"

#include <string.h>

/* What a quote is that does not say otherwise, as in the built-in tagset. */
#define USUAL_FORM "direct"

static void
free_form (QuoFormCount *count)
{
  g_free (count->form);
  g_free (count);
}

static gboolean
is_counted (const QuoAnnotation *annotation, const QuoTagset *tagset)
{
  return quo_tagset_get_kind (tagset, annotation->type) == QUO_LABEL_QUOTE && !annotation->is_orphan
         && annotation->status != QUO_STATUS_SUGGESTED && annotation->status != QUO_STATUS_REJECTED;
}

static guint
count_words_in (const QuoText *text, QuoSpan span)
{
  const char *start = quo_text_at (text, span.start), *end = quo_text_at (text, span.end);

  return quo_count_words (start, (gsize)(end - start));
}

static QuoFormCount *
get_form (QuoStatistics *statistics, const QuoAnnotation *quote)
{
  const char *form = quo_attrs_get_text (quote->attrs, quote->n_attrs, "form");
  QuoFormCount *count;

  if (form == NULL)
    form = USUAL_FORM;
  for (guint i = 0; i < statistics->forms->len; i++)
    {
      count = g_ptr_array_index (statistics->forms, i);
      if (strcmp (count->form, form) == 0)
        return count;
    }
  count = g_new0 (QuoFormCount, 1);
  count->form = g_strdup (form);
  g_ptr_array_add (statistics->forms, count);
  return count;
}

/* The ids of the quotes that have a source. */
static GHashTable *
find_linked (QuoSnapshot *snapshot)
{
  GHashTable *linked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_RELATION); i++)
    {
      const QuoRelation *relation = quo_snapshot_get_relation (snapshot, i);
      const QuoRole *quotes = quo_relation_find_role (relation, "quote");

      if (quotes == NULL || quo_relation_find_role (relation, "source") == NULL
          || relation->status == QUO_STATUS_REJECTED || relation->status == QUO_STATUS_SUGGESTED)
        continue;
      for (guint k = 0; k < quotes->n_members; k++)
        g_hash_table_add (linked, (gpointer)quotes->members[k]);
    }
  return linked;
}

/* Sums up one quote; its ranges go to @ranges. */
static void
add_quote (QuoStatistics *statistics, const QuoText *text, const QuoAnnotation *quote,
           GArray *ranges)
{
  QuoFormCount *form = get_form (statistics, quote);

  statistics->n_quotes++;
  form->n_quotes++;
  for (guint part = 0; part < quote->n_ranges; part++)
    form->n_words += count_words_in (text, quote->ranges[part]);
  g_array_append_vals (ranges, quote->ranges, quote->n_ranges);
}

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  const QuoFormCount *one = *(const QuoFormCount *const *)a;
  const QuoFormCount *two = *(const QuoFormCount *const *)b;

  if (one->n_words != two->n_words)
    return one->n_words > two->n_words ? -1 : 1;
  return strcmp (one->form, two->form);
}

QuoStatistics *
quo_statistics_new (QuoSnapshot *all, const QuoTagset *tagset, const char *layer)
{
  QuoStatistics *statistics = g_new0 (QuoStatistics, 1);
  g_autoptr (QuoSnapshot) snapshot
      = layer != NULL ? quo_snapshot_filter_layer (all, layer) : quo_snapshot_ref (all);
  const QuoText *text = snapshot->article->text;
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autoptr (GHashTable) linked = find_linked (snapshot);
  guint n_ranges;

  statistics->forms = g_ptr_array_new_with_free_func ((GDestroyNotify)free_form);
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);

      if (!is_counted (annotation, tagset))
        continue;
      add_quote (statistics, text, annotation, ranges);
      statistics->n_unlinked += !g_hash_table_contains (linked, annotation->base.id);
    }
  g_ptr_array_sort (statistics->forms, compare_forms);
  statistics->n_words = count_words_in (text, QUO_SPAN (0, quo_text_get_length (text)));
  n_ranges = quo_ranges_normalize ((QuoSpan *)(gpointer)ranges->data, ranges->len);
  for (guint i = 0; i < n_ranges; i++)
    statistics->n_quoted += count_words_in (text, g_array_index (ranges, QuoSpan, i));
  statistics->speakers = quo_register_speakers (snapshot);
  for (guint i = 0; i < statistics->speakers->len; i++)
    statistics->n_once
        += ((const QuoSpeaker *)g_ptr_array_index (statistics->speakers, i))->n_quotes == 1;
  return statistics;
}

void
quo_statistics_free (QuoStatistics *statistics)
{
  g_ptr_array_unref (statistics->speakers);
  g_ptr_array_unref (statistics->forms);
  g_free (statistics);
}
