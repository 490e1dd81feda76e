/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-language-file.h"
#include "quo-tokens.h"

#include <string.h>

/* The language of a text is the one whose stopwords make up the greatest share of its words, if
 * that share is what running text has. Only languages that have a file can be told. */

#define SAMPLE_LENGTH 6000 /* code points: some 1,000 words are plenty */
#define MIN_WORDS 5
#define MIN_LEAD 1.15 /* times the share of the second best */

static double
measure_share (const QuoPassage *page, const QuoLanguage *language)
{
  g_autoptr (GArray) tokens = quo_tokens_list (page, language, QUO_SPAN (page->start, page->end));
  guint n_hits = 0;

  if (tokens->len < MIN_WORDS)
    return 0;
  for (guint i = 0; i < tokens->len; i++)
    n_hits += (g_array_index (tokens, QuoToken, i).kinds & QUO_WORD_STOPWORD) != 0;
  return (double)n_hits / tokens->len;
}

/* Letters of Persian, Urdu and others that Arabic does not write. */
static gboolean
has_other_arabic (const QuoPassage *page)
{
  static const gunichar others[]
      = { 0x67e, 0x686, 0x698, 0x6a9, 0x6af, 0x6ba, 0x6be, 0x6cc, 0x6d2 };
  guint n_other = 0, n_letters = 0;

  for (guint32 i = page->start; i < page->end; i++)
    {
      gunichar c = quo_passage_get (page, i);

      n_letters += g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC;
      for (guint k = 0; k < G_N_ELEMENTS (others); k++)
        n_other += c == others[k];
    }
  return n_other * 50 > n_letters;
}

/* Kana and Hangul: Han characters that are no Chinese. */
static gboolean
has_other_cjk (const QuoPassage *page)
{
  guint n_other = 0, n_han = 0;

  for (guint32 i = page->start; i < page->end; i++)
    switch (g_unichar_get_script (quo_passage_get (page, i)))
      {
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
      case G_UNICODE_SCRIPT_HANGUL:
        n_other++;
        break;
      case G_UNICODE_SCRIPT_HAN:
        n_han++;
        break;
      default:
        break;
      }
  return n_other * 10 > n_han;
}

const char *
quo_language_guess (const QuoText *text)
{
  g_autoptr (QuoPassage) page
      = quo_passage_new (text, QUO_SPAN (0, MIN (quo_text_get_length (text), SAMPLE_LENGTH)));
  g_autoptr (GPtrArray) tags = quo_language_list_tags ();
  const QuoLanguage *best = NULL;
  const char *tag;
  double best_share = 0, second_share = 0;

  for (guint i = 0; i < tags->len; i++)
    {
      const QuoLanguage *language = quo_language_get (g_ptr_array_index (tags, i));
      double share = language != best ? measure_share (page, language) : 0;

      if (share > best_share)
        {
          second_share = best_share;
          best_share = share;
          best = language;
        }
      else
        second_share = MAX (second_share, share);
    }
  if (best == NULL || best_share < quo_language_get_stopword_share (best)
      || best_share < second_share * MIN_LEAD)
    return NULL;
  tag = quo_language_get_tag (best);
  if (strcmp (tag, "zh") == 0 && has_other_cjk (page))
    return NULL;
  if (strcmp (tag, "ar") == 0 && has_other_arabic (page))
    return NULL;
  return tag;
}
