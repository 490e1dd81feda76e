/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied of the statistics: sentences, and a table. */
#include "quo-statistics-table.h"

#include <locale.h>

static void
add_speaker (QuoStatistics *statistics, const char *name, guint n_quotes, guint n_words)
{
  QuoSpeaker *speaker = g_new0 (QuoSpeaker, 1);

  speaker->id = g_strdup (name);
  speaker->name = g_strdup (name);
  speaker->n_quotes = n_quotes;
  speaker->n_words = n_words;
  g_ptr_array_add (statistics->speakers, speaker);
}

static QuoStatistics *
make_statistics (void)
{
  QuoStatistics *statistics = g_new0 (QuoStatistics, 1);

  statistics->n_words = 640;
  statistics->n_quoted = 120;
  statistics->n_quotes = 4;
  statistics->n_unlinked = 1;
  statistics->speakers = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_speaker_free);
  statistics->forms = g_ptr_array_new ();
  add_speaker (statistics, "Ana Lund, mayor", 2, 80);
  add_speaker (statistics, "=Bo", 1, 1);
  return statistics;
}

static void
test_text (void)
{
  g_autoptr (QuoStatistics) statistics = make_statistics ();
  g_autofree char *text = quo_statistics_dup_text (statistics, "Bridge reopens");

  g_assert_cmpstr (text, ==,
                   "Bridge reopens\n"
                   "4 quotes\n"
                   "19 % of all words quoted: 120 of 640\n"
                   "Ana Lund, mayor: 80 words · 2 quotes · 67 % of what is quoted\n"
                   "=Bo: 1 word · 1 quote · 1 % of what is quoted\n"
                   "1 quote without a speaker\n");
}

/* A name with a comma is one cell; one that a spreadsheet would reckon with is no formula. */
static void
test_csv (void)
{
  g_autoptr (QuoStatistics) statistics = make_statistics ();
  g_autofree char *table = quo_statistics_dup_csv (statistics);

  g_assert_cmpstr (table, ==,
                   "speaker,quotes,words,share_of_quoted,share_of_article\r\n"
                   "\"Ana Lund, mayor\",2,80,0.6667,0.1250\r\n"
                   "'=Bo,1,1,0.0083,0.0016\r\n");
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
  g_test_add_func ("/ui/statistics-table/share", test_share);
  return g_test_run ();
}
