/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"
#include "quo-clause-source-end.h"

/* As X said, CLAUSE; CLAUSE, as X said. */

#define MAX_AS 14        /* words from "as" to "said", and from there to the comma */
#define MIN_BARE_WORDS 4 /* of the clause */

/* wie der „Bote“ berichtet: whether the token stands in a name in marks. */
static gboolean
is_in_marked_name (const QuoClauseSentence *sentence, gint i)
{
  if (!sentence->quoted[i])
    return FALSE;
  while (i > 0 && sentence->quoted[i - 1])
    i--;
  return quo_clause_find_marked_name_end (sentence, i) >= 0;
}

/* "As for the goals it conceded": behind "as" stands what is talked of, not who says it. */
static gboolean
is_topic (const QuoClauseSentence *sentence, gint i)
{
  guint kinds = quo_clause_get_token (sentence, i)->kinds;

  return !quo_language_has_clause_comma (sentence->language)
         && !quo_language_needs_opener (sentence->language) && (kinds & QUO_WORD_OBLIQUE)
         && !(kinds & QUO_WORD_DETERMINER);
}

/* "As they tried to find answers": to, before an infinitive that is not the verb. */
static gboolean
is_particle (const QuoClauseSentence *sentence, gint i)
{
  return !quo_language_has_clause_comma (sentence->language)
         && !quo_language_needs_opener (sentence->language)
         && quo_clause_is_listed (sentence, i, QUO_LIST_DEMAND_PARTICLES);
}

/* The "as" of the verb: it begins the sentence, or follows a comma; -1: there is none. */
static gint
find_as (const QuoClauseSentence *sentence, gint cue)
{
  for (gint i = cue - 1; i >= 0 && i >= cue - MAX_AS; i--)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if (is_in_marked_name (sentence, i))
        continue;
      if (sentence->quoted[i]
          || (i + 1 < cue && ((token->kinds & QUO_WORD_FINITE) || is_particle (sentence, i))))
        return -1;
      if (token->kinds & QUO_WORD_REST)
        continue; /* tal y como */
      if ((token->kinds & QUO_WORD_AS)
          || ((token->kinds & QUO_WORD_SOURCE) && i + 1 == cue)) /* según confirmó */
        return (i == 0 || quo_clause_has_between (sentence, i - 1, quo_clause_is_comma_or_dash))
                       && !is_topic (sentence, i + 1)
                   ? i
                   : -1;
    }
  return -1;
}

/* The last token of the words after the verb, before a comma or the end of the sentence; -1: they
 * make a clause of their own: "as he said it would". */
static gint
find_as_end (const QuoClauseSentence *sentence, gint cue)
{
  gint n = sentence->tokens->len;

  for (gint i = cue; i < n && i <= cue + MAX_AS; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);
      gint named = i > cue && !quo_clause_has_between (sentence, i - 1, quo_clause_is_colon)
                       ? quo_clause_find_marked_name_end (sentence, i)
                       : -1;

      if (named >= 0)
        {
          i = named; /* as officials told the “Herald” on Monday */
          token = quo_clause_get_token (sentence, i);
        }
      else if (i > cue
               && (sentence->quoted[i] || (token->kinds & (QUO_WORD_FINITE | QUO_WORD_OPENER))))
        return -1;
      if (i == n - 1 || quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash))
        return i;
    }
  return -1;
}

/* Whether a pronoun for a thing stands right before the verb. */
static gboolean
has_thing_before (const QuoClauseSentence *sentence, gint cue)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue - 1), word);

  return quo_language_get_gender (sentence->language, word, len) == QUO_GENDER_THING;
}

/* “...”, declaró X, según indicaron las fuentes: the marks have a verb of their own. */
static gboolean
is_said_in_marks (const QuoClauseSentence *sentence, gint first)
{
  if (first < 2 || !sentence->quoted[0])
    return FALSE;
  for (gint i = 1; i < first; i++)
    if (!sentence->quoted[i] && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
        && quo_clause_is_verb (sentence, i))
      return TRUE;
  return FALSE;
}

/* "X, as the agency writes, called it a “risk”": behind the aside stands what the sentence itself
 * tells of X. */
static gboolean
is_aside_about_other (const QuoClauseSentence *sentence, gint first, gint last)
{
  const QuoToken *next = quo_clause_get_token (sentence, last + 1);

  return first > 0 && next != NULL && !sentence->quoted[last + 1]
         && (next->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_NAMING))
         && quo_clause_is_verb (sentence, last + 1);
}

gboolean
quo_clause_try_as (QuoClauseSentence *sentence, gint cue)
{
  gint first = find_as (sentence, cue), last = first < 0 ? -1 : find_as_end (sentence, cue);
  gint n = sentence->tokens->len;
  QuoClause clause;

  /* in einem „Streit“, wie sie es nannte: "it" stands for what is in the marks */
  if (first > 1 && sentence->quoted[first - 1] && has_thing_before (sentence, cue))
    return FALSE;
  if (last < 0 || n - (last - first + 1) < MIN_BARE_WORDS)
    return FALSE;
  if (is_said_in_marks (sentence, first) || is_aside_about_other (sentence, first, last))
    return TRUE;
  if (first > 0)
    last = quo_clause_skip_name (sentence, last);
  if (first > 0 && last + 1 < n && sentence->quoted[last + 1] && !sentence->quoted[first - 1])
    return FALSE; /* He is no believer or, as he puts it, “not on weekdays” */
  clause = quo_clause_begin (sentence, cue,
                             first == 0      ? QUO_CLAUSE_AFTER
                             : last == n - 1 ? QUO_CLAUSE_BEFORE
                                             : QUO_CLAUSE_ROUND);
  clause.n_ranges = 0;
  /* При этом, как сообщил X, CLAUSE */
  if (first > 0
      && !(last + 1 < n && quo_language_has_free_order (sentence->language)
           && quo_clause_is_mere_link (sentence, first - 1)))
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (sentence->span.start, quo_clause_get_token (sentence, first - 1)->span.end);
  if (last + 1 < n)
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (quo_clause_get_token (sentence, last + 1)->span.start, sentence->span.end);
  clause.has_opener = TRUE;
  quo_clause_take (sentence, &clause);
  return TRUE;
}
