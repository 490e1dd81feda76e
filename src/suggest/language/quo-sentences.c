/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-knowledge.h"
#include "quo-sentences.h"
#include "quo-tokens.h"

#include <string.h>

/* Where sentences end: at every stop that the language does not mean otherwise. What stands before
 * a full stop is heard first: an abbreviation, initials, a number of order. */

static guint
get_kinds (const QuoPassage *page, const QuoLanguage *language, QuoSpan word)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_passage_fold (page, word, folded);

  return quo_language_get_kinds (language, folded, len);
}

static QuoSpan
find_next_word (const QuoPassage *page, guint32 at)
{
  while (at < page->end && !quo_char_is_word (quo_passage_get (page, at)))
    at++;
  return QUO_SPAN (at, quo_passage_find_word_end (page, at));
}

/* Whether the next word is one that begins sentences: in the U.S. The ... */
static gboolean
is_small_next (const QuoPassage *page, const QuoLanguage *language, guint32 at)
{
  return (get_kinds (page, language, find_next_word (page, at))
          & (QUO_WORD_STOPWORD | QUO_WORD_DETERMINER | QUO_WORD_PRONOUN))
         != 0;
}

/* "G.K.", "p.m", "z.B": a stop after each letter. */
static gboolean
has_inner_stop (const QuoPassage *page, QuoSpan word)
{
  for (guint32 i = word.start; i < word.end; i++)
    if (quo_passage_get (page, i) == '.')
      return TRUE;
  return FALSE;
}

/* "G.K.", "U.S.": capitals with a stop after each. */
static gboolean
is_initials (const QuoPassage *page, QuoSpan word)
{
  for (guint32 i = word.start; i < word.end; i++)
    {
      gunichar c = quo_passage_get (page, i);

      if ((i - word.start) % 2 == 0 ? !g_unichar_isupper (c) : c != '.')
        return FALSE;
    }
  return word.end > word.start + 1;
}

/* "3. Mai", "XIV. Jahrhundert", but no year: "im Jahr 2017. Danach". */
static gboolean
is_order (const QuoPassage *page, const QuoLanguage *language, QuoSpan word)
{
  if (!quo_language_has_capital_nouns (language) || word.end - word.start > 2)
    return FALSE;
  for (guint32 i = word.start; i < word.end; i++)
    if (!g_unichar_isdigit (quo_passage_get (page, i)))
      return FALSE;
  return !is_small_next (page, language, word.end);
}

/* "Inc.", "гг.": an abbreviation that may end a sentence. */
static gboolean
may_end (const QuoPassage *page, const QuoLanguage *language, QuoSpan word)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_passage_fold (page, word, folded);

  return has_inner_stop (page, word)
         || (quo_name_knowledge_get_kinds (quo_name_knowledge_get (language), folded, len)
             & (QUO_NAME_WORD_COMPANY | QUO_NAME_WORD_FINAL));
}

static gboolean
is_abbreviation (const QuoPassage *page, QuoSpan word, gpointer data)
{
  const QuoLanguage *language = data;

  if (is_order (page, language, word))
    return TRUE;
  if (!is_initials (page, word) && !(get_kinds (page, language, word) & QUO_WORD_ABBREVIATION))
    return FALSE;
  return !may_end (page, language, word) || !is_small_next (page, language, word.end);
}

gboolean
quo_tokens_end_sentence (const QuoPassage *page, const QuoLanguage *language, guint32 offset)
{
  return quo_passage_ends_sentence (page, offset, is_abbreviation, (gpointer)language);
}

static void
add_sentence (const QuoPassage *page, GArray *sentences, guint32 start, guint32 end)
{
  QuoSpan span = quo_passage_trim (page, QUO_SPAN (start, end));

  if (!quo_span_is_empty (span))
    g_array_append_val (sentences, span);
}

/* After the stop, the marks that close. */
static guint32
skip_closing (const QuoPassage *page, guint32 at)
{
  for (;; at++)
    {
      gunichar c = quo_passage_get (page, at);

      if (!(quo_char_is_quote_mark (c) || quo_char_is_apostrophe (c) || c == ')' || c == ']')
          || g_unichar_type (c) == G_UNICODE_INITIAL_PUNCTUATION)
        return at;
    }
}

static void
cut_paragraph (const QuoPassage *page, const QuoLanguage *language, QuoSpan paragraph,
               GArray *sentences)
{
  guint32 start = paragraph.start;

  for (guint32 i = start; i < paragraph.end; i++)
    if (quo_tokens_end_sentence (page, language, i))
      {
        guint32 end = MIN (paragraph.end, skip_closing (page, i + 1));

        add_sentence (page, sentences, start, end);
        start = end;
        i = MAX (i, end - 1);
      }
  add_sentence (page, sentences, start, paragraph.end);
}

GArray *
quo_sentences_list (const QuoPassage *page, const QuoLanguage *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (QuoSpan));

  for (guint i = 0; i < page->paragraphs->len; i++)
    cut_paragraph (page, language, quo_passage_get_paragraph (page, i), sentences);
  return sentences;
}
