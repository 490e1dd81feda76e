/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Sentences that only the mood of their verb tells to be reported: Die Lage sei ernst. */

/* "Auf die Frage, ob er bleibe, antwortete X: „...“": whether a verb of saying and a colon lead to
 * marks, so that the sentence only tells who speaks; not "Es sei ernst: „...“". */
static gboolean
introduces_marks (const QuoClauseSentence *sentence)
{
  gboolean has_verb = FALSE;

  for (gint i = 0; i + 1 < (gint)sentence->tokens->len && !sentence->quoted[i]; i++)
    {
      has_verb |= quo_clause_is_verb (sentence, i);
      if (sentence->quoted[i + 1])
        return has_verb && quo_clause_has_between (sentence, i, quo_clause_is_colon);
    }
  return FALSE;
}

/* X nannte das „Unsinn“, da es nichts bringe: whether somebody calls something what stands in marks
 * before the first verb of the mood, so that the author tells it. */
static gboolean
names_marks (const QuoClauseSentence *sentence, gint mood)
{
  gint naming = -1;

  for (gint i = 0; i < mood; i++)
    if (sentence->quoted[i])
      {
        if (naming >= 0)
          return TRUE;
      }
    else if (quo_clause_is_verb (sentence, i)
             && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_NAMING))
      naming = i;
  return FALSE;
}

/* Hart geht sie mit ihm ins Gericht: Es fehle der Wille. The first token behind the last colon
 * before the mood; 0: there is none. */
static gint
find_behind_colon (const QuoClauseSentence *sentence, gint mood)
{
  for (gint i = mood - 1; i >= 0; i--)
    if (!sentence->quoted[i] && quo_clause_has_between (sentence, i, quo_clause_is_colon))
      return i + 1;
  return 0;
}

static gboolean
has_mood (const QuoClauseSentence *sentence, gint i)
{
  return !sentence->quoted[i]
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SUBJUNCTIVE) != 0;
}

/* A word in small letters that no list knows. */
static gboolean
is_unlisted (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  return !sentence->quoted[i] && !(token->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER))
         && !(token->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE | QUO_WORD_OPENER | QUO_WORD_JOIN
                 | QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE
                 | QUO_WORD_AS | QUO_WORD_CALENDAR));
}

/* Das sei schwer, zeigte die Wirtin Verständnis: the verb with which the last part begins, behind
 * the mood, where the verb stands second, so that who says it follows; -1: none does. */
static gint
find_verb_behind (const QuoClauseSentence *sentence, gint mood)
{
  gint n = sentence->tokens->len;

  for (gint i = n - 2; quo_language_has_capital_nouns (sentence->language) && i > mood + 1; i--)
    {
      if (has_mood (sentence, i))
        return -1;
      if (quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
        return is_unlisted (sentence, i) && quo_clause_is_subject_at (sentence, i + 1)
                       && !(quo_clause_get_token (sentence, i + 1)->shape & QUO_SHAPE_CAPITAL)
                   ? i
                   : -1; /* but: besetzte Gebiete zu halten */
    }
  return -1;
}

void
quo_clause_try_mood (QuoClauseSentence *sentence)
{
  QuoClause clause = { .pattern = QUO_CLAUSE_CONTINUED, .n_ranges = 1 };
  gint mood = 0, n = sentence->tokens->len, verb;
  guint32 end;

  while (mood < n && !has_mood (sentence, mood))
    mood++;
  if (mood == n || introduces_marks (sentence) || names_marks (sentence, mood))
    return;
  clause.ranges[0] = sentence->span;
  if (find_behind_colon (sentence, mood) > 0)
    clause.ranges[0].start
        = quo_clause_get_token (sentence, find_behind_colon (sentence, mood))->span.start;
  end = quo_clause_find_joined_verb (sentence, mood + 1);
  verb = find_verb_behind (sentence, mood);
  if (end > 0)
    clause.ranges[0].end = end;
  else if (verb > 0)
    {
      clause.ranges[0].end = quo_clause_get_token (sentence, verb - 1)->span.end;
      clause.cue = quo_clause_get_token (sentence, verb)->span;
    }
  quo_clause_take (sentence, &clause);
}

gboolean
quo_clause_is_told_whole (const QuoClauseSentence *sentence, guint first)
{
  gint mood = 0, n = sentence->tokens->len;

  if (!quo_language_has_capital_nouns (sentence->language) || first >= sentence->clauses->len)
    return FALSE;
  while (mood < n && !has_mood (sentence, mood)
         && !(quo_clause_get_token (sentence, mood)->kinds & QUO_WORD_ANY_SOURCE))
    mood++;
  if (mood == n || !has_mood (sentence, mood))
    return FALSE;
  for (guint i = first; i < sentence->clauses->len; i++)
    {
      const QuoClause *clause = &g_array_index (sentence->clauses, QuoClause, i);

      if (clause->pattern != QUO_CLAUSE_AFTER
          || clause->cue.start < quo_clause_get_token (sentence, mood)->span.start)
        return FALSE;
      /* nothing but a comma behind the participle */
      if (!quo_char_is_comma (quo_passage_get (sentence->page, clause->cue.end)))
        return FALSE;
    }
  return TRUE;
}
