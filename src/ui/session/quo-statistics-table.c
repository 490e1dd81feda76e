/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how much, to be taken elsewhere: as sentences into a mail, as a table into a
 * spreadsheet. */
#include "quo-config.h"

#include "quo-statistics-table.h"

#include "quo-attr-words.h"
#include "quo-csv.h"
#include "quo-label-words.h"

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

/* --- shares ---------------------------------------------------------------------------------- */

static void
free_share (gpointer data)
{
  QuoShare *share = data;

  g_free (share->name);
  g_free (share);
}

static void
add_share (GPtrArray *shares, char *name, guint n, guint of, gboolean is_untold)
{
  QuoShare *share = g_new0 (QuoShare, 1);

  share->name = name;
  share->share = quo_statistics_get_share (n, of);
  share->fraction = of > 0 ? MIN (1, n / (double)of) : 0;
  share->is_untold = is_untold;
  g_ptr_array_add (shares, share);
}

static guint
sum_words (const GPtrArray *counts)
{
  guint n_words = 0;

  for (guint i = 0; i < counts->len; i++)
    n_words += ((const QuoFormCount *)g_ptr_array_index (counts, i))->n_words;
  return n_words;
}

GPtrArray *
quo_statistics_list_forms (const QuoStatistics *statistics)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (free_share);
  guint all = sum_words (statistics->forms);

  for (guint i = 0; i < statistics->forms->len; i++)
    {
      const QuoFormCount *form = g_ptr_array_index (statistics->forms, i);

      add_share (shares, quo_attr_dup_choice ("form", form->form), form->n_words, all, FALSE);
    }
  return shares;
}

static char *
dup_voice (const QuoVoices *voices, const char *value, const QuoTagset *tagset)
{
  const QuoLabel *label;

  if (voices->attr != NULL)
    return quo_attr_dup_choice (voices->attr, value);
  label = quo_tagset_find (tagset, value);
  return g_strdup (label != NULL ? quo_label_get_words (label) : value);
}

/* In a sum articles of which nothing is told have no voices of an attribute: what is left of all
 * words is what is not told. */
GPtrArray *
quo_statistics_list_voices (const QuoStatistics *statistics, const QuoVoices *voices,
                            const QuoTagset *tagset)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (free_share);
  guint told = 0, all, untold;

  for (guint i = 0; i < voices->counts->len; i++)
    {
      const QuoFormCount *count = g_ptr_array_index (voices->counts, i);

      told += *count->form != '\0' ? count->n_words : 0;
    }
  all = MAX (sum_words (voices->counts), sum_words (statistics->forms));
  untold = all - told;
  for (guint i = 0; i < voices->counts->len; i++)
    {
      const QuoFormCount *count = g_ptr_array_index (voices->counts, i);

      if (*count->form != '\0')
        add_share (shares, dup_voice (voices, count->form, tagset), count->n_words, all, FALSE);
    }
  if (untold > 0)
    /* Translators: the share of words of which nobody is named as the speaker; of speakers of whom
     * something is not told. */
    add_share (shares, g_strdup (voices->attr != NULL ? _ ("Not told") : _ ("Speaker not named")),
               untold, all, TRUE);
  return shares;
}

char *
quo_statistics_dup_shares (const GPtrArray *shares)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < shares->len; i++)
    {
      const QuoShare *share = g_ptr_array_index (shares, i);

      if (i > 0)
        g_string_append (words, ", ");
      /* Translators: a part of the whole and its share: "Direct 64 %". */
      g_string_append_printf (words, _ ("%s %u %%"), share->name, share->share);
    }
  return g_string_free (words, FALSE);
}

char *
quo_voices_dup_heading (const QuoVoices *voices)
{
  g_autofree char *attr = voices->attr != NULL ? quo_attr_dup_heading (voices->attr) : NULL;

  /* Translators: whose words are quoted, in shares; of an attribute of persons: "Balance of Voices:
   * Role". */
  return attr != NULL ? g_strdup_printf (_ ("Balance of Voices: %s"), attr)
                      : g_strdup (_ ("Balance of Voices"));
}

guint
quo_statistics_get_mean_length (const QuoStatistics *statistics)
{
  guint all = sum_words (statistics->forms);

  return statistics->n_quotes > 0 ? (2 * all + statistics->n_quotes) / (2 * statistics->n_quotes)
                                  : 0;
}

char *
quo_statistics_dup_places (const QuoStatistics *statistics)
{
  g_autofree char *mentions = g_strdup_printf (
      ngettext ("%'u mention", "%'u mentions", statistics->n_mentions), statistics->n_mentions);
  g_autofree char *places = g_strdup_printf (
      ngettext ("%'u place", "%'u places", statistics->places->len), statistics->places->len);

  /* Translators: "52 mentions", "18 places". */
  return g_strdup_printf (C_ ("statistics", "%s of %s"), mentions, places);
}

/* --- text ------------------------------------------------------------------------------------ */

static void
append_shares (GString *text, const char *heading, GPtrArray *shares)
{
  g_autofree char *words = quo_statistics_dup_shares (shares);

  if (shares->len > 0)
    g_string_append_printf (text, "%s: %s\n", heading, words);
  g_ptr_array_unref (shares);
}

static void
append_places (GString *text, const QuoStatistics *statistics)
{
  g_autofree char *heading = quo_statistics_dup_places (statistics);

  if (statistics->places->len == 0)
    return;
  g_string_append_printf (text, "%s: ", heading);
  for (guint i = 0; i < statistics->places->len; i++)
    {
      const QuoPlaceCount *place = g_ptr_array_index (statistics->places, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", place->name, place->n_mentions);
    }
  g_string_append_c (text, '\n');
}

char *
quo_statistics_dup_text (const QuoStatistics *statistics, const QuoTagset *tagset,
                         const char *title)
{
  GString *text = g_string_new (title);
  guint share = quo_statistics_get_share (statistics->n_quoted, statistics->n_words);

  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u quote", "%u quotes", statistics->n_quotes),
                          statistics->n_quotes);
  g_string_append_c (text, '\n');
  /* Translators: a share in per cent, words in quotes, words of the article. */
  g_string_append_printf (text, _ ("%u %% of all words are quoted: %u of %u"), share,
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
  append_shares (text, _ ("How They Are Quoted"), quo_statistics_list_forms (statistics));
  for (guint i = 0; i < statistics->voices->len; i++)
    {
      const QuoVoices *voices = g_ptr_array_index (statistics->voices, i);
      g_autofree char *heading = quo_voices_dup_heading (voices);

      append_shares (text, heading, quo_statistics_list_voices (statistics, voices, tagset));
    }
  append_places (text, statistics);
  return g_string_free (text, FALSE);
}

/* --- tables ---------------------------------------------------------------------------------- */

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

  quo_csv_cells (&csv, "speaker", "title", "quotes", "words", "share_of_quoted", "share_of_article",
                 NULL);
  quo_csv_end_row (&csv);
  for (guint i = 0; i < statistics->speakers->len; i++)
    {
      const QuoSpeaker *speaker = g_ptr_array_index (statistics->speakers, i);

      quo_csv_cell (&csv, speaker->name);
      quo_csv_cell (&csv, speaker->title);
      quo_csv_uint (&csv, speaker->n_quotes);
      quo_csv_uint (&csv, speaker->n_words);
      add_fraction (&csv, speaker->n_words, statistics->n_quoted);
      add_fraction (&csv, speaker->n_words, statistics->n_words);
      quo_csv_end_row (&csv);
    }
  return g_string_free (csv.out, FALSE);
}

char *
quo_statistics_dup_places_csv (const QuoStatistics *statistics)
{
  QuoCsv csv = { .out = g_string_new (NULL), .separator = ',', .is_safe = TRUE };

  quo_csv_cells (&csv, "place", "mentions", "latitude", "longitude", NULL);
  quo_csv_end_row (&csv);
  for (guint i = 0; i < statistics->places->len; i++)
    {
      const QuoPlaceCount *place = g_ptr_array_index (statistics->places, i);

      quo_csv_cell (&csv, place->name);
      quo_csv_uint (&csv, place->n_mentions);
      /* Numbers, which no spreadsheet takes for a formula. */
      csv.is_safe = FALSE;
      quo_csv_cell (&csv, place->lat);
      quo_csv_cell (&csv, place->lon);
      csv.is_safe = TRUE;
      quo_csv_end_row (&csv);
    }
  return g_string_free (csv.out, FALSE);
}
