/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Who tells all of a sentence in which somebody else reports, too: Die Studie zeige, dass es wirkt,
 * sagte X; ..., so X; ..., wie X sagte. Where nouns have capitals the verb stands second, so that a
 * verb of saying right behind a comma has all before it for its object. */

#define MAX_AS 14 /* words from "as" to "said" */

/* A pronoun, a name, or an article of a subject. */
gboolean
quo_clause_is_subject_at (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  if (token == NULL || sentence->quoted[i]
      || quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
    return FALSE;
  if (token->kinds & QUO_WORD_DETERMINER)
    return !(token->kinds & QUO_WORD_OBLIQUE);
  return (token->kinds & QUO_WORD_PRONOUN)
         || ((token->shape & QUO_SHAPE_CAPITAL)
             && !(token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR)));
}

gboolean
quo_clause_is_mere_as (const QuoClauseSentence *sentence, gint i)
{
  gint n = sentence->tokens->len;

  if (sentence->quoted[i] || !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_AS)
      || !quo_language_has_capital_nouns (sentence->language))
    return FALSE;
  for (gint k = i + 1; k < n && k <= i + MAX_AS; k++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, k);

      if (k + 1 == n || quo_clause_has_between (sentence, k, quo_clause_is_comma_or_dash))
        return k > i + 1 && (token->kinds & (QUO_WORD_SAYING | QUO_WORD_REPORTING))
               && quo_clause_is_verb (sentence, k);
      if (token->kinds & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE | QUO_WORD_OPENER))
        return FALSE;
    }
  return FALSE;
}

gboolean
quo_clause_is_outer_author (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  if (i == 0 || sentence->quoted[i] || !quo_language_has_capital_nouns (sentence->language)
      || !quo_clause_has_between (sentence, i - 1, quo_clause_is_comma_or_dash))
    return FALSE;
  if (token->kinds & QUO_WORD_SOURCE_STRICT)
    return quo_clause_is_subject_at (sentence, i + 1)
           && !(quo_clause_get_token (sentence, i + 1)->kinds & QUO_WORD_PRONOUN
                && !(quo_clause_get_token (sentence, i + 1)->kinds & QUO_WORD_DETERMINER));
  if ((token->kinds & QUO_WORD_SAYING) && quo_clause_is_verb (sentence, i))
    return token->n_words > 1 || quo_clause_is_subject_at (sentence, i + 1);
  return quo_clause_is_mere_as (sentence, i);
}
