/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

#include <string.h>

/* Where a clause begins that only a comma sets off behind its verb: sagte gestern, er komme. In
 * Slavic languages a word always opens it. Where nouns have capitals a part between two commas is
 * told to be a clause by its verb, and verbs that say other things, too, by the mood of reported
 * speech. */

#define MAX_SUBJECT 10  /* words between a comma and the verb: ", the minister of X said" */
#define MAX_TO_COMMA 16 /* words between the verb and the comma before the clause */

/* einzuholen: an infinitive with its particle inside. */
static gboolean
has_inner_particle (const QuoClauseSentence *sentence, gint i, const char *word)
{
  gsize len = strlen (word);

  if (quo_clause_get_token (sentence, i)->shape & QUO_SHAPE_CAPITAL)
    return FALSE;
  for (gsize at = 2; at + 4 < len; at++)
    {
      char part[3] = { word[at], word[at + 1], '\0' };

      if (quo_language_lists (sentence->language, QUO_LIST_DEMAND_PARTICLES, part))
        return g_str_has_suffix (word, "n");
    }
  return FALSE;
}

gboolean
quo_clause_is_infinitive (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  if (has_inner_particle (sentence, i, word))
    return TRUE;
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i - 1), word);
  return quo_language_lists (sentence->language, QUO_LIST_DEMAND_PARTICLES, word);
}

/* "die viele Gäste geäußert hatten", "in dem alles stehen soll": an article, behind a preposition
 * or not, begins a clause about what stands before it, where the verb ends that and has not the
 * mood of reported speech; not "von dem Brand gehört zu haben". */
static gboolean
ends_with_verb (const QuoClauseSentence *sentence, gint first)
{
  gint last = (gint)sentence->tokens->len - 1, article = first;

  if (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_OBLIQUE
      && !(quo_clause_get_token (sentence, first)->kinds & QUO_WORD_DETERMINER))
    article++;
  if (article + 2 >= last || quo_clause_is_infinitive (sentence, last)
      || !(quo_clause_get_token (sentence, article)->kinds & QUO_WORD_DETERMINER)
      || !quo_clause_is_relative (sentence, article)
      || !(quo_clause_get_token (sentence, last)->kinds & QUO_WORD_FINITE))
    return FALSE;
  for (gint i = first; i <= last; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SUBJUNCTIVE)
      return FALSE;
  return TRUE;
}

/* potvrdil hráč, který nechtěl být jmenován; teilte sie mit, nachdem tausend unterschrieben hatten:
 * what is told beside it. Where reported speech has a mood of its own, that tells it apart. */
static gboolean
begins_aside (const QuoClauseSentence *sentence, gint first)
{
  gboolean has_mood = quo_language_has_capital_nouns (sentence->language);

  if (has_mood && ends_with_verb (sentence, first))
    return TRUE;
  if (!quo_clause_is_relative (sentence, first)
      || (has_mood && (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_DETERMINER)))
    return FALSE;
  for (gint i = first; has_mood && i < (gint)sentence->tokens->len; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SUBJUNCTIVE)
      return FALSE;
  return TRUE;
}

/* Der Mann habe gestanden, sagte der Anwalt; ..., so der Anwalt: behind the comma the author tells
 * who said it. */
static gboolean
begins_other_verb (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  return (token->kinds & QUO_WORD_SOURCE_STRICT)
         || ((token->kinds & QUO_WORD_SAYING) && quo_clause_is_verb (sentence, i));
}

gboolean
quo_clause_ends_inner (const QuoClauseSentence *sentence, gint cue, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  if (!quo_language_has_capital_nouns (sentence->language))
    return FALSE;
  if ((next->kinds & QUO_WORD_FINITE) && !(next->kinds & QUO_WORD_PRONOUN))
    return TRUE;
  /* Sie sei hingewiesen worden, stellte die Wirtin fest */
  if ((next->kinds & QUO_WORD_ANY_SAYING) && quo_clause_is_verb (sentence, i + 1)
      && quo_clause_is_subject_at (sentence, i + 2))
    return TRUE;
  return i == cue
         && ((next->kinds & QUO_WORD_JOIN)
             /* Als sie rief, habe er geschlafen */
             || ((next->kinds & QUO_WORD_SUBJUNCTIVE) && quo_clause_is_relative (sentence, 0)
                 && !(quo_clause_get_token (sentence, 0)->kinds & QUO_WORD_DETERMINER)));
}

/* Whether a word in small letters is a verb there: no small word, and no adjective, as no noun or
 * other adjective follows it. */
static gboolean
is_verb_like (const QuoClauseSentence *sentence, gint i, gint last)
{
  const QuoToken *token = quo_clause_get_token (sentence, i),
                 *next = i < last ? quo_clause_get_token (sentence, i + 1) : NULL;

  if ((token->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER)) || sentence->quoted[i]
      || (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE | QUO_WORD_DETERMINER)))
    return (token->kinds & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE)) != 0;
  return next == NULL || (next->kinds & (QUO_WORD_STOPWORD | QUO_WORD_DETERMINER));
}

/* sagte Berg, die Länder hielten sich daran, auch im Ausland: where nouns have capitals, whether
 * the words between two commas are a clause, and no apposition or clause about somebody. With an
 * article they must have their verb right behind the first noun. */
gboolean
quo_clause_is_whole (const QuoClauseSentence *sentence, gint first, gint last)
{
  gboolean has_article = (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_DETERMINER) != 0;

  if (!quo_language_has_capital_nouns (sentence->language))
    return FALSE;
  for (gint i = first + 1; i <= last; i++)
    if (is_verb_like (sentence, i, last)
        && (!has_article || (quo_clause_get_token (sentence, i - 1)->shape & QUO_SHAPE_CAPITAL)
            || (i == last && quo_clause_is_infinitive (sentence, i))))
      return TRUE;
  return FALSE;
}

/* betonte, ein Abzug aus Häfen, die ihr gehören, sei falsch: whether the words between two commas
 * from token @first on begin a clause whose verb stands behind the clause about them at @aside. */
static gboolean
goes_on_behind_relative (const QuoClauseSentence *sentence, gint first, gint aside)
{
  guint kinds = quo_clause_get_token (sentence, first)->kinds;

  if (!quo_language_has_capital_nouns (sentence->language)
      || !(quo_clause_get_token (sentence, aside)->kinds & QUO_WORD_DETERMINER)
      || !(kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN)) || (kinds & QUO_WORD_OBLIQUE))
    return FALSE;
  for (gint i = aside; i + 1 < (gint)sentence->tokens->len && i <= aside + MAX_TO_COMMA; i++)
    if (quo_clause_has_between (sentence, i, quo_char_is_comma))
      return (quo_clause_get_token (sentence, i + 1)->kinds & QUO_WORD_SUBJUNCTIVE) != 0
             && is_verb_like (sentence, i, i);
  return FALSE;
}

/* What follows a comma after the verb: sagte gestern, er komme. An apposition is passed over when a
 * later part has the verb of a clause. */
gint
quo_clause_find_after_comma (const QuoClauseSentence *sentence, gint cue)
{
  gboolean is_naming = (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_NAMING) != 0;
  gint n = sentence->tokens->len, first = -1;

  if (quo_language_has_free_order (sentence->language))
    return -1; /* řekl novinářům, otec dvou dětí */
  for (gint i = cue; i + 1 < n && i <= cue + MAX_TO_COMMA; i++)
    {
      if (quo_clause_has_between (sentence, i, quo_clause_is_colon))
        return first;
      if (!quo_clause_has_between (sentence, i, quo_char_is_comma))
        {
          if (first >= 0
              && (quo_clause_get_token (sentence, i + 1)->kinds
                  & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE)))
            return first;
          continue;
        }
      if (first < 0 && (sentence->quoted[i + 1] || (is_naming && sentence->quoted[i])))
        return -1; /* označil jej za „obra“, jiný ... */
      if (first < 0
          && (begins_aside (sentence, i + 1) || begins_other_verb (sentence, i + 1)
              || quo_clause_ends_inner (sentence, cue, i)
              || quo_clause_is_outer_author (sentence, i + 1)))
        return -1;
      /* sagte, gebe es keinen Plan, müsse man warten */
      if (first < 0 && !is_naming && quo_language_has_capital_nouns (sentence->language)
          && (quo_clause_get_token (sentence, i + 1)->kinds & QUO_WORD_SUBJUNCTIVE))
        return i + 1;
      if (first >= 0
          && (quo_clause_is_whole (sentence, first, i)
              || goes_on_behind_relative (sentence, first, i + 1)
              || quo_clause_is_outer_author (sentence, i + 1)))
        return first;
      if (first < 0 || i + 1 - first < MAX_SUBJECT)
        first = first < 0 || n - (i + 1) >= QUO_CLAUSE_MIN_WORDS ? i + 1 : first;
    }
  return first;
}

/* "das sich in Kiel befindet": an article with a small word behind it, that is no verb. */
static gboolean
begins_relative (const QuoClauseSentence *sentence, gint first)
{
  const QuoToken *next = quo_clause_get_token (sentence, first + 1);

  return (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_DETERMINER) && next != NULL
         && (next->kinds & QUO_WORD_STOPWORD)
         && !(next->kinds & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE))
         && !(next->shape & QUO_SHAPE_CAPITAL);
}

/* "Es gab Brände in Kiel, Plön und Heide": a verb that says other things, too, tells nothing behind
 * a comma without the mood of reported speech or an infinitive with "zu", where the language has
 * those. */
gboolean
quo_clause_is_mere_verb (const QuoClauseSentence *sentence, gint cue, gint first)
{
  if (!quo_language_has_capital_nouns (sentence->language) || first <= cue + 2
      || ((quo_clause_get_token (sentence, cue)->kinds & (QUO_WORD_SAYING | QUO_WORD_NAMING))
              == QUO_WORD_SAYING
          && !begins_relative (sentence, first)))
    return FALSE;
  for (gint i = first; i < (gint)sentence->tokens->len; i++)
    {
      char word[QUO_FOLD_SIZE];

      if (sentence->quoted[i])
        continue;
      quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
      if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SUBJUNCTIVE)
          || quo_language_lists (sentence->language, QUO_LIST_DEMAND_PARTICLES, word)
          || has_inner_particle (sentence, i, word))
        return FALSE;
    }
  return TRUE;
}
