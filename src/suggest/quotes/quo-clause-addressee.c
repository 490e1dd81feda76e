/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Whom something is told, between the verb and the clause: told parliament it had. */

/* "told parliament the figures did", "warned investors it would": a noun without an article behind
 * a verb that has one for its object, and what can begin a clause behind that. */
static gboolean
is_small_addressee (const QuoClauseSentence *sentence, gint cue, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i),
                 *next = quo_clause_get_token (sentence, i + 1);

  if (next == NULL || quo_clause_has_between (sentence, i, quo_clause_is_border)
      || !(next->kinds & QUO_WORD_STOPWORD) || (next->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_FINITE))
      || ((token->kinds & QUO_WORD_STOPWORD) && !(token->kinds & QUO_WORD_NOUN)))
    return FALSE;
  return !quo_clause_verb_takes_clause (sentence, cue);
}

/* "said Tuesday the", "told CNN on Sunday the": the first token behind the day; @i if none stands
 * there, or if it is what the clause begins with: said Sunday was. */
static gint
skip_day (const QuoClauseSentence *sentence, gint i)
{
  gint k = i;
  const QuoToken *token = quo_clause_get_token (sentence, k);

  if (token != NULL && (token->kinds & QUO_WORD_OBLIQUE) && !(token->kinds & QUO_WORD_DETERMINER))
    token = quo_clause_get_token (sentence, ++k);
  while (token != NULL && !sentence->quoted[k] && (token->kinds & QUO_WORD_CALENDAR)
         && (token->shape & QUO_SHAPE_CAPITAL))
    token = quo_clause_get_token (sentence, ++k);
  if (token == NULL || k == i || quo_clause_has_between (sentence, k - 1, quo_clause_is_border)
      || !(quo_clause_get_token (sentence, k - 1)->kinds & QUO_WORD_CALENDAR))
    return i;
  return (token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN))
                 || (!(token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_FINITE | QUO_WORD_OBLIQUE))
                     && (token->shape & QUO_SHAPE_CAPITAL))
             ? k
             : i;
}

/* told: whether the name behind the verb can be whom it addresses. */
gboolean
quo_clause_is_addressing (const QuoClauseSentence *sentence, gint cue)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  return quo_language_is_addressing (sentence->language, word);
}

/* After "told BBC News": whom the verb addresses is no part of the clause, nor when it did. */
gint
quo_clause_skip_addressee (const QuoClauseSentence *sentence, gint cue, gint first)
{
  gint i = first, n = sentence->tokens->len, day;

  if (!quo_clause_is_addressing (sentence, cue))
    return skip_day (sentence, first);
  while (i < n && (quo_clause_get_token (sentence, i)->shape & QUO_SHAPE_CAPITAL)
         && !(quo_clause_get_token (sentence, i)->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER)))
    i++;
  day = skip_day (sentence, i);
  if (i > first && day > i)
    return day;
  if (i == first && is_small_addressee (sentence, cue, first))
    return first + 1;
  if (i == first || i >= n || quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
    return first;
  return quo_clause_get_token (sentence, i)->kinds
                     & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_OPENER)
                 || !(quo_clause_get_token (sentence, i)->kinds
                      & (QUO_WORD_STOPWORD | QUO_WORD_FINITE))
             ? i
             : first;
}

/* Whether a word may stand in whom something is said to: The Courier; the police, but only if the
 * verb can have a noun for its object. */
static gboolean
is_of_addressee (const QuoClauseSentence *sentence, gint cue, const QuoToken *token)
{
  if ((token->shape & QUO_SHAPE_CAPITAL)
      || (token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PARTICLE | QUO_WORD_TITLE)))
    return TRUE;
  return !quo_clause_verb_takes_clause (sentence, cue)
         && !(token->kinds
              & (QUO_WORD_FINITE | QUO_WORD_OPENER | QUO_WORD_PRONOUN | QUO_WORD_OBLIQUE
                 | QUO_WORD_ANY_SAYING));
}

/* Whether nothing but whom it is said to stands before marks: told The Courier, “...”. */
gboolean
quo_clause_is_addressee_alone (const QuoClauseSentence *sentence, gint cue, gint first)
{
  for (gint i = first; i + 1 < (gint)sentence->tokens->len && !sentence->quoted[i]; i++)
    {
      if (!is_of_addressee (sentence, cue, quo_clause_get_token (sentence, i)))
        return FALSE;
      if (quo_clause_has_between (sentence, i, quo_clause_is_border))
        return sentence->quoted[i + 1]
               && (quo_clause_has_between (sentence, i, quo_char_is_comma)
                   || quo_clause_has_between (sentence, i, quo_clause_is_colon));
    }
  return FALSE;
}
