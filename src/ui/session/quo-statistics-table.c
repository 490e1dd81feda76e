/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how much, to be taken elsewhere: as sentences into a mail, as a table into a
 * spreadsheet. */
#include "quo-config.h"

#include "quo-statistics-table.h"

#include "quo-csv.h"

#include <glib/gi18n.h>

guint
quo_statistics_get_share (guint n, guint of)
{
  if (of == 0)
    return 0;
  return (guint)MIN (100, (200 * (guint64)n + of) / (2 * (guint64)of));
}

char *
quo_statistics_dup_facts (const QuoStatistics *statistics, guint n_quotes, guint n_words)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
  g_autofree char *quotes
      = g_strdup_printf (ngettext ("%u quote", "%u quotes", n_quotes), n_quotes);
  g_autofree char *share
      /* Translators: of all words that stand in quotes. */
      = g_strdup_printf (_ ("%u %% of what is quoted"),
                         quo_statistics_get_share (n_words, statistics->n_quoted));

  return g_strjoin (" · ", words, quotes, share, NULL);
}

char *
quo_statistics_dup_text (const QuoStatistics *statistics, const char *title)
{
  GString *text = g_string_new (title);
  guint share = quo_statistics_get_share (statistics->n_quoted, statistics->n_words);

  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u quote", "%u quotes", statistics->n_quotes),
                          statistics->n_quotes);
  g_string_append_c (text, '\n');
  /* Translators: a share in per cent, words in quotes, words of the article. */
  g_string_append_printf (text, _ ("%u %% of all words quoted: %u of %u"), share,
                          statistics->n_quoted, statistics->n_words);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < statistics->speakers->len; i++)
    {
      const QuoSpeaker *speaker = g_ptr_array_index (statistics->speakers, i);
      g_autofree char *facts
          = quo_statistics_dup_facts (statistics, speaker->n_quotes, speaker->n_words);

      g_string_append_printf (text, "%s: %s\n", speaker->name, facts);
    }
  if (statistics->n_unlinked > 0)
    {
      g_string_append_printf (text,
                              ngettext ("%u quote without a speaker", "%u quotes without a speaker",
                                        statistics->n_unlinked),
                              statistics->n_unlinked);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
add_fraction (QuoCsv *csv, guint n, guint of)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  quo_csv_cell (csv, g_ascii_formatd (digits, sizeof digits, "%.4f", of > 0 ? n / (double)of : 0));
}

char *
quo_statistics_dup_csv (const QuoStatistics *statistics)
{
  QuoCsv csv = { .out = g_string_new (NULL), .separator = ',', .is_safe = TRUE };

  quo_csv_cells (&csv, "speaker", "quotes", "words", "share_of_quoted", "share_of_article", NULL);
  quo_csv_end_row (&csv);
  for (guint i = 0; i < statistics->speakers->len; i++)
    {
      const QuoSpeaker *speaker = g_ptr_array_index (statistics->speakers, i);

      quo_csv_cell (&csv, speaker->name);
      quo_csv_uint (&csv, speaker->n_quotes);
      quo_csv_uint (&csv, speaker->n_words);
      add_fraction (&csv, speaker->n_words, statistics->n_quoted);
      add_fraction (&csv, speaker->n_words, statistics->n_words);
      quo_csv_end_row (&csv);
    }
  return g_string_free (csv.out, FALSE);
}
