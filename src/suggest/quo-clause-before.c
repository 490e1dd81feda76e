/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* CLAUSE, X said; CLAUSE, said X; CLAUSE, X said, CLAUSE: the verb stands after the clause, or
 * between its parts. */

#define MAX_SUBJECT 10  /* words between a comma and the verb: ", the minister of X said" */
#define MAX_TAIL 9      /* words after "..., he said": on Monday in a speech to members */
#define MAX_INVERTED 18 /* words after "..., said" with who says it */
#define MAX_BEGUN 6     /* words of a clause that is not whole before ", he said," */

/* The last token before the comma or dash that precedes the verb @cue over its subject; -1: none.
 */
static gint
find_border_before (const QuoClauseSentence *sentence, gint cue)
{
  for (gint i = cue - 1; i >= 0 && i >= cue - 1 - MAX_SUBJECT; i--)
    {
      if (quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash))
        return i;
      if (sentence->quoted[i] || (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER)
          || quo_clause_has_between (sentence, i, quo_clause_is_border))
        return -1;
    }
  return -1;
}

/* The last token of the words round the verb: to the next comma, or to the end of the sentence, at
 * most @max words on. */
static gint
find_tail (const QuoClauseSentence *sentence, gint cue, gint max, gboolean *ret_is_end)
{
  gint n = sentence->tokens->len;

  for (gint i = cue; i < n && i <= cue + max; i++)
    {
      *ret_is_end = i == n - 1;
      if (*ret_is_end || quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash))
        return i;
      if (i > cue
          && ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER) || sentence->quoted[i]))
        return -1;
    }
  return -1;
}

static guint
count_unquoted (const QuoClauseSentence *sentence, gint first, gint last)
{
  guint n = 0;

  for (gint i = first; i <= last; i++)
    n += !sentence->quoted[i];
  return n;
}

/* Whether somebody stands between the border and the verb or after it: "X, head of Y, said that"
 * has nobody there. */
static gboolean
has_subject (const QuoClauseSentence *sentence, gint border, gint cue, gint tail)
{
  if (border + 1 < cue)
    return TRUE;
  for (gint i = cue + quo_clause_get_token (sentence, cue)->n_words; i <= tail; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if (token->kinds & QUO_WORD_OBLIQUE)
        return FALSE;
      if (token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER)
          || !(token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR)))
        return TRUE;
    }
  return FALSE;
}

/* Whether what was said goes on after "X said,", and no word about X begins there. */
static gboolean
goes_on (const QuoClauseSentence *sentence, gint border, gint first)
{
  gint n = sentence->tokens->len;

  if (quo_clause_is_relative (sentence, first))
    return FALSE;
  for (gint i = first; i < n; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return TRUE;
  return border < MAX_BEGUN;
}

gboolean
quo_clause_try_before (QuoClauseSentence *sentence, gint cue)
{
  gint border = find_border_before (sentence, cue), tail;
  gboolean is_end = FALSE, is_inverted = border == cue - 1;
  QuoClause clause;

  if (border < 0 || !(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_ANY_SAYING)
      || quo_clause_has_between (sentence, cue, quo_clause_is_colon))
    return FALSE;
  /* ", der betonte" and ", hat angekündigt" go on with who speaks. */
  if (!is_inverted
      && (quo_clause_is_relative (sentence, border + 1)
          || quo_language_has_capital_nouns (sentence->language)))
    return FALSE;
  tail = find_tail (sentence, cue, is_inverted ? MAX_INVERTED : MAX_TAIL, &is_end);
  if (tail < 0
      || (!is_end
          && ((!is_inverted && tail - cue > MAX_TAIL / 2)
              || !has_subject (sentence, border, cue, tail))))
    return FALSE;
  if (count_unquoted (sentence, 0, border) < (is_end ? QUO_CLAUSE_MIN_WORDS : 2))
    return FALSE;
  /* On Monday, he said, that ... */
  if (!is_end && !is_inverted
      && (quo_clause_get_token (sentence, tail + 1)->kinds & (QUO_WORD_OPENER | QUO_WORD_JOIN)))
    return FALSE;
  clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_BEFORE);
  clause.ranges[0]
      = QUO_SPAN (sentence->span.start, quo_clause_get_token (sentence, border)->span.end);
  clause.gap = cue - border - 1;
  clause.n_tail = tail - cue;
  if (!is_end && count_unquoted (sentence, tail + 1, sentence->tokens->len - 1) == 0)
    return FALSE; /* After the match, X said, “...” */
  if (!is_end && goes_on (sentence, border, tail + 1))
    {
      clause.pattern = QUO_CLAUSE_ROUND;
      clause.ranges[1]
          = QUO_SPAN (quo_clause_get_token (sentence, tail + 1)->span.start, sentence->span.end);
      clause.n_ranges = 2;
    }
  quo_clause_take (sentence, &clause);
  return TRUE;
}
