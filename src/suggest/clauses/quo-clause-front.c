/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* What stands before a comma and a verb of saying and is no clause that the verb follows: somebody
 * with an aside, a noun with a clause about it, a source, a small word, a question. */

#define MAX_NOUN 5     /* words before ", which" */
#define MAX_TO_ASKED 4 /* words to the comma of "Auf die Frage, ob" */

/* "El alcalde, Julián Ortega, exige una solución": somebody and what sets them off, no clause. */
gboolean
quo_clause_is_somebody (const QuoClauseSentence *sentence, gint border)
{
  gboolean has_aside = FALSE;

  if (!(quo_clause_get_token (sentence, border)->shape & QUO_SHAPE_CAPITAL))
    return FALSE;
  for (gint i = 0; i <= border; i++)
    {
      if (quo_clause_get_token (sentence, i)->kinds
          & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE | QUO_WORD_PRONOUN))
        return FALSE;
      has_aside |= i < border && quo_clause_has_between (sentence, i, quo_char_is_comma);
    }
  return has_aside;
}

/* ", отметив, что": where the order of words is free, a participle has its subject before it. */
gboolean
quo_clause_is_converb (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);

  return quo_language_has_clause_comma (sentence->language)
         && !quo_language_has_capital_nouns (sentence->language)
         && quo_language_is_participle (sentence->language, word, len);
}

/* "Die alten Leute vom Hafen": whether the words up to token @last are a noun and what goes with
 * it, without a verb. */
static gboolean
is_noun_phrase (const QuoClauseSentence *sentence, gint last)
{
  if (!(quo_clause_get_token (sentence, last)->shape & QUO_SHAPE_CAPITAL) || last >= MAX_NOUN)
    return FALSE;
  for (gint i = 0; i <= last; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if ((token->kinds
           & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE | QUO_WORD_ANY_SAYING | QUO_WORD_OPENER))
          || ((token->kinds & QUO_WORD_PRONOUN) && !(token->kinds & QUO_WORD_DETERMINER))
          || (i == 0 && (token->kinds & QUO_WORD_OBLIQUE)))
        return FALSE;
      if (!(token->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER))
          && !(token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE))
          && !(quo_clause_get_token (sentence, i + 1)->shape & QUO_SHAPE_CAPITAL))
        return FALSE;
    }
  return TRUE;
}

/* Die Anwälte, die sie vertreten, meldeten Zweifel an: where nouns have capitals, the same of a
 * sentence that tells no more behind the verb. */
gboolean
quo_clause_is_noun_told_of (const QuoClauseSentence *sentence, gint border)
{
  gint comma = 0;

  if (!quo_language_has_capital_nouns (sentence->language))
    return FALSE;
  while (comma < border && !quo_clause_has_between (sentence, comma, quo_clause_is_comma_or_dash))
    comma++;
  if (comma >= border || !is_noun_phrase (sentence, comma)
      || !(quo_clause_get_token (sentence, comma + 1)->kinds & QUO_WORD_DETERMINER)
      || (quo_clause_get_token (sentence, border)->shape & QUO_SHAPE_CAPITAL))
    return FALSE;
  for (gint i = comma + 1; i < border; i++)
    if (quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash)
        || (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SUBJUNCTIVE))
      return FALSE;
  return TRUE;
}

/* "Проект, который все ждут, предполагает ...": a noun and what is told of it up to the verb, which
 * has the noun for its subject. */
gboolean
quo_clause_is_noun_with_relative (const QuoClauseSentence *sentence, gint border)
{
  gint comma = -1;

  if (quo_language_has_capital_nouns (sentence->language))
    return FALSE; /* the verb stands second: „Wölfe, die sich nähern, sagte X, ...“ */
  for (gint i = 0; i < border; i++)
    {
      if (!quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash))
        continue;
      if (comma >= 0 || i >= MAX_NOUN
          || !(quo_clause_is_relative (sentence, i + 1) || quo_clause_is_converb (sentence, i + 1)))
        return FALSE;
      comma = i;
    }
  for (gint i = 0; i <= comma; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return FALSE;
  return comma >= 0;
}

/* "According to X, ...": what stands before the comma is whom the sentence names as its source. */
gboolean
quo_clause_is_source_before (const QuoClauseSentence *sentence, gint border)
{
  const QuoToken *first = quo_clause_get_token (sentence, 0);

  if (!(first->kinds & QUO_WORD_SOURCE) || (first->kinds & QUO_WORD_OBLIQUE))
    return FALSE;
  for (gint i = 0; i < border; i++)
    if (quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash))
      return FALSE;
  return TRUE;
}

/* "При этом, отметил X, ...": small words that only begin the sentence. */
gboolean
quo_clause_is_mere_link (const QuoClauseSentence *sentence, gint border)
{
  for (gint i = 0; i <= border; i++)
    if (!(quo_clause_get_token (sentence, i)->kinds & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE))
        || (quo_clause_get_token (sentence, i)->kinds & (QUO_WORD_PRONOUN | QUO_WORD_FINITE)))
      return FALSE;
  return border < 2;
}

/* "Auf die Frage, ob er bleibe, antwortete X, ...": what stands before the verb was asked. */
gboolean
quo_clause_was_asked (const QuoClauseSentence *sentence, gint border)
{
  for (gint i = 0; i < border && i < MAX_TO_ASKED; i++)
    {
      char word[QUO_FOLD_SIZE];

      quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
      if (quo_clause_has_between (sentence, i, quo_char_is_comma))
        return quo_language_lists (sentence->language, QUO_LIST_ASKED, word);
    }
  return FALSE;
}

gboolean
quo_clause_is_purpose (const QuoClauseSentence *sentence, gint border)
{
  if (border < 2 || !quo_language_has_capital_nouns (sentence->language)
      || !(quo_clause_get_token (sentence, 0)->kinds & QUO_WORD_OBLIQUE))
    return FALSE;
  for (gint i = 0; i <= border; i++)
    if (sentence->quoted[i]
        || (quo_clause_get_token (sentence, i)->kinds & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE)))
      return FALSE;
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, border - 1),
                              sentence->language, QUO_LIST_DEMAND_PARTICLES);
}

/* “It is late,” Lind said at noon, the paper reported: whether what stands before a verb is
 * somebody's quote and their own verb. */
gboolean
quo_clause_is_relayed (const QuoClauseSentence *sentence, gint border)
{
  gint i = 0;

  while (i <= border && sentence->quoted[i])
    i++;
  if (i == 0 || i > border || !quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
    return FALSE;
  while (i <= border
         && !((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
              && quo_clause_is_verb (sentence, i)))
    i++;
  return i <= border;
}
