/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statistics of many articles: those of each, added up. */
#include "quo-statistics-private.h"

#include <string.h>

QuoStatistics *
quo_statistics_new_sum (void)
{
  QuoStatistics *sum = g_new0 (QuoStatistics, 1);

  sum->speakers = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_speaker_free);
  sum->forms = quo_statistics_new_forms ();
  sum->voices = quo_statistics_new_voices ();
  sum->places = quo_statistics_new_places ();
  sum->speakers_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sum->places_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  return sum;
}

static void
add_speaker (QuoStatistics *sum, const QuoSpeaker *part)
{
  g_autofree char *key = g_utf8_casefold (part->name, -1);
  QuoSpeaker *speaker = g_hash_table_lookup (sum->speakers_by_name, key);

  if (speaker == NULL)
    {
      speaker = g_new0 (QuoSpeaker, 1);
      speaker->name = g_strdup (part->name);
      g_hash_table_insert (sum->speakers_by_name, g_steal_pointer (&key), speaker);
      g_ptr_array_add (sum->speakers, speaker);
    }
  if (speaker->title == NULL)
    speaker->title = g_strdup (part->title);
  speaker->n_quotes += part->n_quotes;
  speaker->n_words += part->n_words;
}

static void
add_place (QuoStatistics *sum, const QuoPlaceCount *part)
{
  QuoPlaceCount *place = g_hash_table_lookup (sum->places_by_key, part->key);

  if (place == NULL)
    {
      place = g_new0 (QuoPlaceCount, 1);
      place->key = g_strdup (part->key);
      place->name = g_strdup (part->name);
      g_hash_table_insert (sum->places_by_key, place->key, place);
      g_ptr_array_add (sum->places, place);
      sum->n_unplaced += part->lat == NULL;
    }
  else
    sum->n_unplaced -= place->lat == NULL && part->lat != NULL;
  if (place->lat == NULL)
    {
      place->lat = g_strdup (part->lat);
      place->lon = g_strdup (part->lon);
    }
  place->n_mentions += part->n_mentions;
}

static void
add_forms (GPtrArray *sum, const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const QuoFormCount *part = g_ptr_array_index (parts, i);
      QuoFormCount *count = quo_statistics_get_form (sum, part->form);

      count->n_quotes += part->n_quotes;
      count->n_words += part->n_words;
    }
}

void
quo_statistics_add (QuoStatistics *sum, const QuoStatistics *part)
{
  g_return_if_fail (sum->speakers_by_name != NULL);

  sum->n_articles += part->n_articles;
  sum->n_finished += part->n_finished;
  sum->n_words += part->n_words;
  sum->n_quoted += part->n_quoted;
  sum->n_quotes += part->n_quotes;
  sum->n_unlinked += part->n_unlinked;
  sum->n_suggested += part->n_suggested;
  sum->n_mentions += part->n_mentions;
  for (guint i = 0; i < part->speakers->len; i++)
    add_speaker (sum, g_ptr_array_index (part->speakers, i));
  for (guint i = 0; i < part->places->len; i++)
    add_place (sum, g_ptr_array_index (part->places, i));
  add_forms (sum->forms, part->forms);
  for (guint i = 0; i < part->voices->len; i++)
    {
      const QuoVoices *voices = g_ptr_array_index (part->voices, i);

      add_forms (quo_statistics_get_voices (sum->voices, voices->attr)->counts, voices->counts);
    }
}

void
quo_statistics_sort (QuoStatistics *sum)
{
  sum->n_once = 0;
  for (guint i = 0; i < sum->speakers->len; i++)
    sum->n_once += ((const QuoSpeaker *)g_ptr_array_index (sum->speakers, i))->n_quotes == 1;
  g_ptr_array_sort (sum->speakers, quo_speaker_compare);
  g_ptr_array_sort (sum->places, quo_statistics_compare_places);
  g_ptr_array_sort (sum->forms, quo_statistics_compare_forms);
  for (guint i = 0; i < sum->voices->len; i++)
    g_ptr_array_sort (((QuoVoices *)g_ptr_array_index (sum->voices, i))->counts,
                      quo_statistics_compare_forms);
}
