/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-attribution.h"

/* CLAUSE, X said; CLAUSE, said X; CLAUSE, X said, CLAUSE: the verb stands after the clause, or
 * between its parts. */

#define MAX_SUBJECT 10 /* words between a comma and the verb: ", the minister of X said" */
#define MAX_TAIL 9     /* words after "..., he said": on Monday in a speech to members */
#define MAX_BEGUN 6    /* words of a clause that is not whole before ", he said," */

static guint
count_unquoted (const QuoClauseSentence *sentence, gint first, gint last)
{
  guint n = 0;

  for (gint i = first; i <= last; i++)
    n += !sentence->quoted[i];
  return n;
}

/* "said she felt": a clause, and none that stands before. */
static gboolean
tells_pronoun (const QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *next = quo_clause_get_token (sentence, cue + 1);

  return next != NULL && (next->kinds & QUO_WORD_PRONOUN)
         && !quo_clause_has_between (sentence, cue, quo_clause_is_border)
         && quo_clause_has_other_verb (sentence, cue, cue + 1);
}

/* Whether what was said goes on after "X said,", and no word about X begins there. */
static gboolean
goes_on (const QuoClauseSentence *sentence, const QuoClauseAttribution *author)
{
  gint n = sentence->tokens->len, border = author->border, first = author->tail + 1;

  if (quo_clause_is_relative (sentence, first))
    return FALSE;
  for (gint i = first; i < n; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return TRUE;
  /* "The dam is safe, said X, the chief engineer", "said the engineer, Lee Lund, on Monday": what
   * is whole has somebody told of behind it. */
  for (gint i = 0; author->is_inverted && i <= border; i++)
    if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
        && ((quo_clause_get_token (sentence, first)->kinds & QUO_WORD_DETERMINER)
            || (quo_clause_get_token (sentence, first)->shape & QUO_SHAPE_CAPITAL)))
      return FALSE;
  return border < MAX_BEGUN;
}

/* ", ha pedido": what stands before the comma is the subject. */
static gboolean
begins_with_verb (const QuoClauseSentence *sentence, gint first)
{
  guint kinds = quo_clause_get_token (sentence, first)->kinds;

  return (kinds & QUO_WORD_FINITE) && !(kinds & QUO_WORD_PRONOUN);
}

/* "In a statement, X said it was helping": a clause after the verb, and not when it was said. */
static gboolean
tells_after (const QuoClauseSentence *sentence, gint cue, gint tail)
{
  for (gint i = cue + 1; i <= tail; i++)
    if (quo_clause_is_relative (sentence, i)
        || (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_AS))
      return FALSE;
    else if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return quo_clause_needs_subject (sentence->language);
  return FALSE;
}

/* ", a charge it denies": a noun and a pronoun are two subjects, so the words tell of the noun. */
static gboolean
tells_of_noun (const QuoClauseSentence *sentence, gint border, gint cue)
{
  const QuoToken *last = quo_clause_get_token (sentence, cue - 1);

  return quo_clause_needs_subject (sentence->language) && border + 3 < cue
         && (last->kinds & QUO_WORD_PRONOUN)
         && (quo_clause_get_token (sentence, border + 1)->kinds & QUO_WORD_DETERMINER);
}

/* "measures to counter fraud": right behind a preposition stands an infinitive, which has nobody
 * for its subject. */
static gboolean
is_infinitive (const QuoClauseSentence *sentence, gint cue)
{
  guint kinds = quo_clause_get_token (sentence, cue - 1)->kinds;

  return quo_clause_needs_subject (sentence->language) && (kinds & QUO_WORD_OBLIQUE)
         && !(kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER));
}

/* Мэр, в свою очередь, сообщил, что ...: an aside about the subject stands before the verb, and
 * what is told behind it. */
static gboolean
tells_behind_comma (const QuoClauseSentence *sentence, gint tail)
{
  const QuoToken *next = quo_clause_get_token (sentence, tail + 1);

  return quo_language_has_free_order (sentence->language) && (next->kinds & QUO_WORD_OPENER)
         && !(next->kinds & QUO_WORD_AS) && !quo_clause_is_relative (sentence, tail + 1);
}

/* Whether the words after the verb speak against the clause standing before it. */
static gboolean
is_contradicted (const QuoClauseSentence *sentence, gint cue, const QuoClauseAttribution *author)
{
  const QuoToken *next = quo_clause_get_token (sentence, author->tail + 1);

  if ((author->is_inverted && quo_clause_needs_subject (sentence->language)
       && quo_clause_has_clause_after (sentence, cue, author->tail))
      || tells_pronoun (sentence, cue))
    return TRUE;
  if ((author->is_inverted || begins_with_verb (sentence, author->border + 1))
      && (quo_clause_is_somebody (sentence, author->border)
          || quo_clause_is_noun_with_relative (sentence, author->border)))
    return TRUE;
  if (!author->is_inverted
      && (!quo_clause_has_subject (sentence, author->border, cue, author->tail)
          || is_infinitive (sentence, cue) || quo_clause_is_source_before (sentence, author->border)
          || tells_of_noun (sentence, author->border, cue)
          || tells_after (sentence, cue, author->tail)))
    return TRUE;
  /* Nachdem er gegangen war, stand X auf. */
  if (author->is_end && quo_language_has_capital_nouns (sentence->language)
      && !(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)
      && quo_clause_begins_dependent (sentence))
    return TRUE;
  if (author->is_end)
    return author->is_inverted && quo_clause_is_noun_told_of (sentence, author->border);
  if (author->is_inverted && tells_behind_comma (sentence, author->tail))
    return TRUE;
  /* On Monday, he said, that ... */
  if (!author->is_inverted && (next->kinds & (QUO_WORD_OPENER | QUO_WORD_JOIN))
      && !(next->kinds & QUO_WORD_JOIN && cue - author->border > MAX_SUBJECT / 2))
    return TRUE;
  return (!author->is_inverted && author->tail - cue > MAX_TAIL / 2)
         || (author->is_inverted
             && !quo_clause_has_subject (sentence, author->border, cue, author->tail))
         /* After the match, X said, “...” */
         || count_unquoted (sentence, author->tail + 1, sentence->tokens->len - 1) == 0;
}

/* «Ремонт, обещают чиновники, закончат к маю»: a noun that begins what is said, before a verb that
 * has its subject behind it, where the order of words is free. */
static gboolean
is_begun_by_noun (const QuoClauseSentence *sentence, const QuoClauseAttribution *author)
{
  return author->border == 0 && author->is_inverted && !author->is_end
         && quo_language_has_free_order (sentence->language)
         && !(quo_clause_get_token (sentence, 0)->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_JOIN | QUO_WORD_OPENER | QUO_WORD_OBLIQUE
                 | QUO_WORD_AS | QUO_WORD_ANY_SAYING | QUO_WORD_CALENDAR));
}

/* How many words outside of marks the clause has at least: X is “a danger”, warned Y. */
static guint
get_least_words (const QuoClauseSentence *sentence, const QuoClauseAttribution *author)
{
  guint n_words = author->border + 1;

  if (is_begun_by_noun (sentence, author))
    return 1;
  return author->is_end && count_unquoted (sentence, 0, author->border) == n_words
             ? QUO_CLAUSE_MIN_WORDS
             : 2;
}

/* X called Y “a hero”, Z praised ...: a verb that says other things too does not tell what another
 * one names. */
static gboolean
names_before (const QuoClauseSentence *sentence, gint cue)
{
  if (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)
    return FALSE;
  for (gint i = 1; i < cue; i++)
    if (sentence->quoted[i] && !sentence->quoted[i - 1])
      for (gint k = 0; k < i; k++)
        if (!sentence->quoted[k] && (quo_clause_get_token (sentence, k)->kinds & QUO_WORD_NAMING))
          return TRUE;
  return FALSE;
}

/* "However, X said, the plan was late": a small word before the author and a clause behind. */
static gboolean
is_link_alone (const QuoClauseSentence *sentence, const QuoClauseAttribution *author)
{
  gint first = author->tail + 1;

  return author->border == 0 && !author->is_end && quo_clause_is_mere_link (sentence, 0)
         && quo_clause_needs_subject (sentence->language) && !sentence->quoted[first]
         && !quo_clause_is_relative (sentence, first)
         && quo_clause_has_clause_after (sentence, author->tail, (gint)sentence->tokens->len - 1);
}

/* Als auch das nicht half, drohte X, dass: a clause that tells when, and one that is told. */
static gboolean
is_when_before (const QuoClauseSentence *sentence, const QuoClauseAttribution *author)
{
  return quo_language_has_capital_nouns (sentence->language)
         && quo_clause_begins_dependent (sentence)
         && (quo_clause_get_token (sentence, author->tail + 1)->kinds & QUO_WORD_OPENER);
}

/* Whether the verb @cue may tell what stands before it; @author gets the words round it. */
static gboolean
tells_before (const QuoClauseSentence *sentence, gint cue, QuoClauseAttribution *author)
{
  if ((!(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_ANY_SAYING)
       && !quo_clause_is_bracket (sentence, quo_clause_find_border (sentence, cue), cue))
      || quo_clause_is_converb (sentence, cue)
      || quo_clause_has_between (sentence, cue, quo_clause_is_colon) || names_before (sentence, cue)
      || quo_clause_tells_what_comes (sentence, cue)
      || (quo_language_has_free_order (sentence->language) && quo_clause_is_denied (sentence, cue))
      || !quo_clause_find_attribution (sentence, cue, author)
      || is_contradicted (sentence, cue, author))
    return FALSE;
  return count_unquoted (sentence, 0, author->border) >= get_least_words (sentence, author)
         || is_link_alone (sentence, author);
}

/* Whether who says it reports all the words before the verb. */
static gboolean
is_outer (const QuoClauseSentence *sentence, gint cue, const QuoClauseAttribution *author)
{
  if (!author->is_end)
    return FALSE;
  if (quo_language_has_capital_nouns (sentence->language))
    return author->is_inverted;
  return quo_clause_needs_subject (sentence->language)
         && quo_clause_verb_takes_clause (sentence, cue)
         && (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING);
}

/* What stands behind the words that say who speaks goes on with the clause, or is all of it.
 * FALSE: nothing is told, for what stands before only tells when or why it was said. */
static gboolean
set_behind (const QuoClauseSentence *sentence, const QuoClauseAttribution *author,
            QuoClause *clause)
{
  gboolean is_front = quo_clause_was_asked (sentence, author->border)
                      || quo_clause_is_purpose (sentence, author->border);
  QuoSpan behind;

  if (author->is_end)
    return !is_front;
  behind = QUO_SPAN (quo_clause_get_token (sentence, author->tail + 1)->span.start,
                     sentence->span.end);
  if (is_front || quo_clause_is_mere_link (sentence, author->border)
      || is_when_before (sentence, author))
    {
      clause->pattern = QUO_CLAUSE_AFTER;
      clause->has_opener = TRUE;
      clause->ranges[0] = behind;
    }
  else if (goes_on (sentence, author))
    {
      clause->pattern = QUO_CLAUSE_ROUND;
      clause->ranges[1] = behind;
      clause->n_ranges = 2;
    }
  return TRUE;
}

gboolean
quo_clause_try_before (QuoClauseSentence *sentence, gint cue)
{
  QuoClauseAttribution author;
  QuoClause clause;

  if (!tells_before (sentence, cue, &author))
    return FALSE;
  clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_BEFORE);
  clause.ranges[0]
      = QUO_SPAN (sentence->span.start, quo_clause_get_token (sentence, author.border)->span.end);
  clause.gap = cue - author.border - 1;
  clause.n_tail = author.tail - cue;
  clause.is_outer = is_outer (sentence, cue, &author);
  if ((quo_clause_get_token (sentence, 0)->kinds & QUO_WORD_OPENER)
      && quo_clause_is_bracket (sentence, author.border, cue))
    {
      clause.has_opener = TRUE;
      clause.cue_kinds |= QUO_WORD_SAYING;
    }
  if (!set_behind (sentence, &author, &clause))
    return FALSE;
  quo_clause_take (sentence, &clause);
  return TRUE;
}
