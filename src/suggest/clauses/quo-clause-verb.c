/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

#include <string.h>

/* Words that report, and those that look like them: said, found; "the report", "the CIS states". */

#define MAX_NOUN_PHRASE 3 /* words from an article to its noun */
#define OPENS_CLAUSE                                                                               \
  (QUO_WORD_STOPWORD | QUO_WORD_OPENER | QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_FINITE  \
   | QUO_WORD_OBLIQUE)

/* "of the CIS states", "to a police report": whether a word that is as often a noun follows a
 * preposition. */
static gboolean
follows_preposition (const QuoClauseSentence *sentence, gint i)
{
  gint n_plain = 0; /* that an article must stand before */

  if (!(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_NOUN))
    return FALSE;
  for (gint k = i - 1; k >= 0 && !quo_clause_has_between (sentence, k, quo_clause_is_border); k--)
    {
      const QuoToken *token = quo_clause_get_token (sentence, k);

      if (token->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_SOURCE))
        return n_plain == 0;
      if (token->kinds & QUO_WORD_DETERMINER)
        n_plain = 0;
      else if (!(token->shape & QUO_SHAPE_CAPITAL))
        n_plain++;
      if (n_plain > 1
          || (n_plain > 0 && (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_FINITE))
              && !(token->kinds & QUO_WORD_NOUN)))
        return FALSE;
    }
  return FALSE;
}

/* "second" of "a second": what stands right behind an article goes with the noun. */
static gboolean
is_behind_article (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *before = quo_clause_get_token (sentence, i - 1);

  return before != NULL && (before->kinds & QUO_WORD_DETERMINER)
         && !(before->kinds & (QUO_WORD_OPENER | QUO_WORD_PRONOUN));
}

/* Whether an article stands before it, with nothing between them but adjectives. */
static gboolean
follows_determiner (const QuoClauseSentence *sentence, gint i)
{
  for (gint k = i - 1; k >= 0 && k >= i - MAX_NOUN_PHRASE; k--)
    {
      const QuoToken *token = quo_clause_get_token (sentence, k);

      if (quo_clause_has_between (sentence, k, quo_clause_is_border))
        return FALSE;
      if (token->kinds & QUO_WORD_DETERMINER)
        return TRUE;
      if ((token->shape & QUO_SHAPE_CAPITAL)
          || ((token->kinds & QUO_WORD_STOPWORD) && !is_behind_article (sentence, k)))
        return FALSE;
    }
  return FALSE;
}

/* said, added: no noun. */
static gboolean
is_past_saying (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, token, word);

  return (token->kinds & QUO_WORD_SAYING) && quo_language_is_past (sentence->language, word, len)
         && !quo_clause_has_between (sentence, i - 1, quo_clause_is_border);
}

/* "the real reason is", "a second tweet said": after an article and before the verb of its clause
 * it is a noun. */
static gboolean
is_subject (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  if (next == NULL || quo_language_has_capital_nouns (sentence->language)
      || (!((next->kinds & QUO_WORD_FINITE) && !(next->kinds & QUO_WORD_PRONOUN)
            && !quo_clause_is_contraction (sentence, i + 1))
          && !is_past_saying (sentence, i + 1)))
    return FALSE;
  return follows_determiner (sentence, i);
}

/* "on hopes that", "amid claims": no verb that has a subject stands right behind a preposition. */
static gboolean
is_behind_preposition (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *before = quo_clause_get_token (sentence, i - 1);
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (quo_language_has_clause_comma (sentence->language)
      || quo_language_needs_opener (sentence->language) || !(before->kinds & QUO_WORD_OBLIQUE)
      || (before->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER))
      || quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
    return FALSE;
  quo_token_fold (sentence->page, before, word);
  if (quo_language_lists (sentence->language, QUO_LIST_DEMAND_PARTICLES, word))
    return FALSE; /* to say */
  len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  return !quo_language_is_participle (sentence->language, word, len)
         && !quo_language_is_past (sentence->language, word, len);
}

/* "the old signal house": a word that is as often a noun, with an article before its adjectives and
 * one more word after it that opens nothing. */
static gboolean
is_in_noun_phrase (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  if (!(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_NOUN) || next == NULL
      || (next->kinds & OPENS_CLAUSE) || (next->shape & QUO_SHAPE_CAPITAL)
      || sentence->quoted[i + 1] || quo_clause_has_between (sentence, i, quo_clause_is_border))
    return FALSE;
  return follows_determiner (sentence, i);
}

/* "sources close to her said": behind a preposition, whose it may be is whom, if a verb that is no
 * noun follows. */
static gboolean
follows_oblique_owner (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);

  if (i < 2 || !quo_language_is_past (sentence->language, word, len)
      || !(quo_clause_get_token (sentence, i - 2)->kinds & QUO_WORD_OBLIQUE))
    return FALSE;
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i - 1), word);
  return quo_language_lists (sentence->language, QUO_LIST_OWNERS, word);
}

/* "after a profits warning": a participle behind an article that ends its clause. */
static gboolean
ends_noun_phrase (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);

  return (next == NULL || quo_clause_has_between (sentence, i, quo_clause_is_border))
         && !quo_language_has_clause_comma (sentence->language)
         && !quo_language_needs_opener (sentence->language)
         && quo_language_is_participle (sentence->language, word, len)
         && follows_determiner (sentence, i);
}

/* "the report", "die Sage": nouns that look like verbs. */
static gboolean
is_noun (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i),
                 *before = quo_clause_get_token (sentence, i - 1);

  if (before == NULL)
    return FALSE;
  /* بعد نفي, عدم كشف: where verbs and nouns are written alike */
  if (quo_language_has_subject_after (sentence->language) && (before->kinds & QUO_WORD_OBLIQUE))
    return TRUE;
  if (follows_preposition (sentence, i) || is_subject (sentence, i)
      || ends_noun_phrase (sentence, i) || quo_token_is_possessive (sentence->page, before)
      || ((token->kinds & QUO_WORD_NOUN) && (before->shape & QUO_SHAPE_NUMBER)))
    return TRUE;
  if (before->kinds & QUO_WORD_DETERMINER && before->span.end + 1 >= token->span.start
      && !quo_language_has_capital_nouns (sentence->language))
    return !follows_oblique_owner (sentence, i);
  return (token->shape & QUO_SHAPE_CAPITAL) && !sentence->quoted[i - 1];
}

gboolean
quo_clause_is_verb (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  return token != NULL && !sentence->quoted[i] && !(i > 0 && is_behind_preposition (sentence, i))
         && (token->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING))
         && (!is_noun (sentence, i)
             || ((token->kinds & QUO_WORD_REPORTING) && !is_subject (sentence, i)))
         && !is_in_noun_phrase (sentence, i) && !(token->kinds & QUO_WORD_REST);
}

gboolean
quo_clause_is_contraction (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];

  if (!(token->kinds & QUO_WORD_FINITE) || !(token->kinds & QUO_WORD_STOPWORD))
    return FALSE;
  quo_token_fold (sentence->page, token, word);
  return (strchr (word, '\'') != NULL || strstr (word, "’") != NULL)
         && !quo_language_lists (sentence->language, QUO_LIST_NEGATIONS, word)
         && !g_str_has_suffix (word, "t");
}

gboolean
quo_clause_verb_takes_clause (const QuoClauseSentence *sentence, gint cue)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  return quo_language_takes_clause (sentence->language, word);
}

gboolean
quo_clause_is_outer_verb (const QuoClauseSentence *sentence, gint i)
{
  return quo_clause_has_between (sentence, i - 1, quo_char_is_comma)
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
         && quo_clause_is_verb (sentence, i);
}
