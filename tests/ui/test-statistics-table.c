/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied of the statistics: sentences, and a table. */
#include "quo-statistics-table.h"

#include "quo-tagset-file.h"

#include <locale.h>

static void
free_form (gpointer data)
{
  g_free (((QuoFormCount *)data)->form);
  g_free (data);
}

static void
add_form (GPtrArray *counts, const char *form, guint n_quotes, guint n_words)
{
  QuoFormCount *count = g_new0 (QuoFormCount, 1);

  *count = (QuoFormCount){ g_strdup (form), n_quotes, n_words };
  g_ptr_array_add (counts, count);
}

static void
add_place (QuoStatistics *statistics, const char *name, guint n, const char *lat, const char *lon)
{
  QuoPlaceCount *place = g_new0 (QuoPlaceCount, 1);

  *place = (QuoPlaceCount){ g_strdup (name), g_strdup (name), g_strdup (lat), g_strdup (lon), n };
  g_ptr_array_add (statistics->places, place);
}

static void
add_speaker (QuoStatistics *statistics, const char *name, const char *title, guint n_quotes,
             guint n_words)
{
  QuoSpeaker *speaker = g_new0 (QuoSpeaker, 1);

  speaker->id = g_strdup (name);
  speaker->name = g_strdup (name);
  speaker->title = g_strdup (title);
  speaker->n_quotes = n_quotes;
  speaker->n_words = n_words;
  g_ptr_array_add (statistics->speakers, speaker);
}

static QuoStatistics *
make_statistics (void)
{
  QuoStatistics *statistics = quo_statistics_new_sum ();
  QuoVoices *voices = g_new0 (QuoVoices, 1);

  statistics->n_words = 640;
  statistics->n_quoted = 120;
  statistics->n_quotes = 4;
  statistics->n_unlinked = 1;
  add_speaker (statistics, "Ana Lund", "Mayor, once", 2, 80);
  add_speaker (statistics, "=Bo", NULL, 1, 1);
  add_form (statistics->forms, "direct", 3, 90);
  add_form (statistics->forms, "indirect", 1, 30);
  voices->counts = g_ptr_array_new_with_free_func (free_form);
  add_form (voices->counts, "organization", 3, 60);
  add_form (voices->counts, "", 1, 60);
  g_ptr_array_add (statistics->voices, voices);
  statistics->n_mentions = 3;
  statistics->n_unplaced = 1;
  add_place (statistics, "Göteborg", 2, "57.7", "-12");
  add_place (statistics, "=Arne", 1, NULL, NULL);
  return statistics;
}

static void
test_text (void)
{
  g_autoptr (QuoStatistics) statistics = make_statistics ();
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autofree char *text = quo_statistics_dup_text (statistics, tagset, "Bridge reopens");

  g_assert_cmpstr (text, ==,
                   "Bridge reopens\n"
                   "4 quotes\n"
                   "19 % of all words are quoted: 120 of 640\n"
                   "Ana Lund: 80 words · 2 quotes · 67 % of what is quoted\n"
                   "=Bo: 1 word · 1 quote · 1 % of what is quoted\n"
                   "1 quote without a speaker\n"
                   "How They Are Quoted: Direct 75 %, Indirect 25 %\n"
                   "Balance of Voices: Organization 50 %, Speaker not named 50 %\n"
                   "3 mentions of 2 places: Göteborg 2, =Arne 1\n");
}

/* A name with a comma is one cell; one that a spreadsheet would reckon with is no formula. */
static void
test_csv (void)
{
  g_autoptr (QuoStatistics) statistics = make_statistics ();
  g_autofree char *table = quo_statistics_dup_csv (statistics);

  g_assert_cmpstr (table, ==,
                   "speaker,title,quotes,words,share_of_quoted,share_of_article\r\n"
                   "Ana Lund,\"Mayor, once\",2,80,0.6667,0.1250\r\n"
                   "'=Bo,,1,1,0.0083,0.0016\r\n");
}

/* A place to the west has a number, not a formula. */
static void
test_places_csv (void)
{
  g_autoptr (QuoStatistics) statistics = make_statistics ();
  g_autofree char *table = quo_statistics_dup_places_csv (statistics);

  g_assert_cmpstr (table, ==,
                   "place,mentions,latitude,longitude\r\n"
                   "Göteborg,2,57.7,-12\r\n"
                   "'=Arne,1,,\r\n");
}

/* In a sum of which not every article tells it, the rest is not told. */
static void
test_untold (void)
{
  g_autoptr (QuoStatistics) statistics = make_statistics ();
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  QuoVoices voices
      = { .attr = (char *)"role", .counts = g_ptr_array_new_with_free_func (free_form) };
  g_autoptr (GPtrArray) shares = NULL;
  const QuoShare *last;

  add_form (voices.counts, "official", 1, 30);
  shares = quo_statistics_list_voices (statistics, &voices, tagset);
  g_assert_cmpuint (shares->len, ==, 2);
  last = g_ptr_array_index (shares, 1);
  g_assert_true (last->is_untold);
  g_assert_cmpuint (last->share, ==, 75);
  g_assert_cmpuint (quo_statistics_get_mean_length (statistics), ==, 30);
  g_ptr_array_unref (voices.counts);
}

static void
test_share (void)
{
  g_assert_cmpuint (quo_statistics_get_share (0, 0), ==, 0);
  g_assert_cmpuint (quo_statistics_get_share (1, 3), ==, 33);
  g_assert_cmpuint (quo_statistics_get_share (2, 3), ==, 67);
  g_assert_cmpuint (quo_statistics_get_share (5, 4), ==, 100);
  g_assert_cmpuint (quo_statistics_get_share (G_MAXUINT - 1, G_MAXUINT), ==, 100);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/statistics-table/text", test_text);
  g_test_add_func ("/ui/statistics-table/csv", test_csv);
  g_test_add_func ("/ui/statistics-table/places-csv", test_places_csv);
  g_test_add_func ("/ui/statistics-table/untold", test_untold);
  g_test_add_func ("/ui/statistics-table/share", test_share);
  return g_test_run ();
}
