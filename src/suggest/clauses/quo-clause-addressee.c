/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Whom something is told, between the verb and the clause: told parliament it had. */

#define MAX_TOLD 8 /* words of them: a packed meeting in the Seamen's Hall */

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

gboolean
quo_clause_is_telling (const QuoClauseSentence *sentence, gint cue)
{
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, cue),
                              sentence->language, QUO_LIST_TOLD);
}

/* us, them: no noun, and nothing that a clause begins with. */
static gboolean
is_object_pronoun (const QuoToken *token)
{
  return (token->kinds & QUO_WORD_STOPWORD)
         && !(token->kinds
              & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE | QUO_WORD_OPENER | QUO_WORD_PRONOUN
                 | QUO_WORD_FINITE | QUO_WORD_JOIN | QUO_WORD_NOUN | QUO_WORD_ANY_SAYING));
}

/* Whether a verb stands behind token @i, before anything that a clause within the clause begins
 * with, or another thing done: "the delay was", but "the story of a fox that was", "a lie and
 * left". */
static gboolean
has_verb_behind (const QuoClauseSentence *sentence, gint i)
{
  for (i++; i < (gint)sentence->tokens->len; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);
      char word[QUO_FOLD_SIZE];
      gsize len = quo_token_fold (sentence->page, token, word);

      if (quo_clause_is_relative (sentence, i) || (token->kinds & QUO_WORD_OPENER))
        return FALSE;
      if ((token->kinds & QUO_WORD_FINITE) || quo_language_is_past (sentence->language, word, len))
        return !(quo_clause_get_token (sentence, i - 1)->kinds & QUO_WORD_JOIN);
    }
  return FALSE;
}

/* "the BBC prices had": whether a small noun and its verb stand behind a name. */
static gboolean
is_subject_behind_name (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  return next != NULL && (next->kinds & QUO_WORD_FINITE)
         && !(quo_clause_get_token (sentence, i)->shape & QUO_SHAPE_CAPITAL)
         && (quo_clause_get_token (sentence, i - 1)->shape & QUO_SHAPE_CAPITAL);
}

/* "her the": whether what says whose a noun is stands for a person. */
static gboolean
is_owner_alone (const QuoClauseSentence *sentence, gint i)
{
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, i),
                              sentence->language, QUO_LIST_OWNERS);
}

/* Whether a noun phrase begins at token @i that does not belong to what stands before it. */
static gboolean
begins_anew (const QuoClauseSentence *sentence, gint i)
{
  guint kinds = quo_clause_get_token (sentence, i)->kinds;
  guint before = quo_clause_get_token (sentence, i - 1)->kinds;

  if (before & (QUO_WORD_OBLIQUE | QUO_WORD_JOIN | QUO_WORD_LINK))
    return FALSE;
  if (!(kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN)) || (kinds & QUO_WORD_OBLIQUE))
    return is_subject_behind_name (sentence, i);
  return !quo_clause_is_relative (sentence, i)
         && (!(before & QUO_WORD_DETERMINER) || is_owner_alone (sentence, i - 1));
}

gint
quo_clause_find_behind_told (const QuoClauseSentence *sentence, gint cue, gint first)
{
  const QuoToken *token = quo_clause_get_token (sentence, first);

  if (token == NULL || !quo_clause_is_telling (sentence, cue)
      || !((token->kinds & QUO_WORD_DETERMINER) || is_object_pronoun (token)))
    return -1;
  for (gint i = first + 1; i < (gint)sentence->tokens->len && i <= first + MAX_TOLD; i++)
    {
      if (sentence->quoted[i] || quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
        return -1;
      if (quo_clause_is_contraction (sentence, i))
        return i; /* told the court he'd */
      if (quo_clause_get_token (sentence, i)->kinds & (QUO_WORD_FINITE | QUO_WORD_OPENER))
        return -1;
      if (begins_anew (sentence, i))
        return has_verb_behind (sentence, i) ? i : 0;
    }
  return -1;
}
