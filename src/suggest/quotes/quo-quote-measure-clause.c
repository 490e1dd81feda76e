/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-measure.h"

/* Measures a clause that tells what somebody may have said, for the classifier. */

#define MAX_NEAR 64 /* quotes in marks before a clause that are looked at */

typedef QuoQuoteReading Finding;

/* Who stands beside the verb: the nearest word before it, else after it, that can be a subject. */
static void
measure_subject (const Finding *finding, const QuoClause *clause, double *f)
{
  g_autoptr (GArray) tokens = NULL;
  gint cue = -1;

  if (quo_span_is_empty (clause->cue))
    return;
  tokens = quo_tokens_list (finding->page, finding->language, clause->sentence);
  for (guint i = 0; i < tokens->len && cue < 0; i++)
    if (quo_tokens_get (tokens, i)->span.start >= clause->cue.start)
      cue = i;
  for (gint step = 1; cue >= 0 && step <= 6; step++)
    for (gint side = -1; side <= 1; side += 2)
      {
        gint i = cue + side * step;
        const QuoToken *token = i >= 0 && i < (gint)tokens->len ? quo_tokens_get (tokens, i) : NULL;

        if (token == NULL || (side > 0 && step > 3))
          continue;
        if (token->kinds & QUO_WORD_SELF)
          f[QUO_CLAUSE_F_SELF] = 1;
        else if ((token->kinds & QUO_WORD_PRONOUN) && !(token->kinds & QUO_WORD_DETERMINER))
          f[QUO_CLAUSE_F_PRONOUN] = 1;
        else if ((token->shape & QUO_SHAPE_CAPITAL) && !(token->kinds & QUO_WORD_STOPWORD))
          f[QUO_CLAUSE_F_NAME] = 1;
        else if (token->kinds & QUO_WORD_DETERMINER)
          f[QUO_CLAUSE_F_PHRASE] = 1;
        else
          continue;
        return;
      }
}

/* Whether a part of the clause lies in a stretch that goes on outside it. */
static gboolean
is_in_quote (const Finding *finding, const QuoClause *clause)
{
  for (guint k = 0; k < clause->n_ranges; k++)
    {
      QuoSpan range = clause->ranges[k];
      gint i = quo_stretches_find_last (finding->stretches, range.end);

      for (; i >= 0; i = quo_stretches_get (finding->stretches, i)->parent)
        {
          QuoSpan span = quo_stretches_get (finding->stretches, i)->span;

          if (quo_span_overlaps (span, range)
              && (span.start + 1 < range.start || span.end > range.end + 2))
            return TRUE;
        }
    }
  return FALSE;
}

/* "..., считает X", „..., míní X“: where a comma must set it off, a verb that says other things,
 * too, is a verb of saying there. */
static guint
get_kinds_said_last (const QuoLanguage *language)
{
  return (quo_language_has_clause_comma (language) && !quo_language_has_capital_nouns (language))
                 || (quo_language_needs_opener (language)
                     && !quo_language_has_subject_after (language))
             ? QUO_WORD_ANY_SAYING
             : QUO_WORD_SAYING;
}

static void
measure_pattern (const Finding *finding, const QuoClause *clause, double *f)
{
  f[QUO_CLAUSE_F_BIAS] = 1;
  f[QUO_CLAUSE_F_BEFORE] = clause->pattern == QUO_CLAUSE_BEFORE;
  f[QUO_CLAUSE_F_SAID_LAST] = clause->pattern == QUO_CLAUSE_BEFORE && clause->n_tail <= 4
                              && clause->n_words >= 5
                              && (clause->cue_kinds & get_kinds_said_last (finding->language));
  f[QUO_CLAUSE_F_ROUND] = clause->pattern == QUO_CLAUSE_ROUND;
  f[QUO_CLAUSE_F_SOURCE]
      = clause->pattern == QUO_CLAUSE_SOURCE || clause->pattern == QUO_CLAUSE_HEADLINE;
  f[QUO_CLAUSE_F_CONTINUED] = clause->pattern == QUO_CLAUSE_CONTINUED;
  f[QUO_CLAUSE_F_OPENER] = clause->has_opener;
  f[QUO_CLAUSE_F_OPENER_NEAR] = clause->has_opener && clause->gap == 0;
  f[QUO_CLAUSE_F_BARE] = clause->pattern == QUO_CLAUSE_AFTER && !clause->has_opener;
  f[QUO_CLAUSE_F_SAYING] = (clause->cue_kinds & QUO_WORD_SAYING) != 0;
  f[QUO_CLAUSE_F_WEAK] = !f[QUO_CLAUSE_F_SAYING] && (clause->cue_kinds & QUO_WORD_SAYING_WEAK) != 0;
  f[QUO_CLAUSE_F_REPORTING]
      = !(clause->cue_kinds & QUO_WORD_ANY_SAYING) && (clause->cue_kinds & QUO_WORD_REPORTING) != 0;
  f[QUO_CLAUSE_F_FINITE] = clause->has_finite;
  f[QUO_CLAUSE_F_MOOD] = clause->has_mood;
  f[QUO_CLAUSE_F_NARRATIVE] = finding->narrative;
  f[QUO_CLAUSE_F_FEW_WORDS] = f[QUO_CLAUSE_F_BARE] && clause->n_words <= 5;
  f[QUO_CLAUSE_F_SOME_WORDS] = f[QUO_CLAUSE_F_BARE] && clause->n_words > 5 && clause->n_words <= 10;
  f[QUO_CLAUSE_F_SURE_OPENER] = clause->has_opener
                                && (quo_language_has_clause_comma (finding->language)
                                    || quo_language_needs_opener (finding->language));
  f[QUO_CLAUSE_F_COMMA] = f[QUO_CLAUSE_F_BARE] && quo_language_has_clause_comma (finding->language);
  f[QUO_CLAUSE_F_MANY_WORDS] = clause->n_words > 30;
  f[QUO_CLAUSE_F_JOINS_MARKS] = clause->joins_marks;
  f[QUO_CLAUSE_F_MARKS] = clause->n_quoted_words > 0;
  f[QUO_CLAUSE_F_ALL_MARKS]
      = clause->n_words > 0 ? (double)clause->n_quoted_words / clause->n_words : 0;
  if (clause->pattern == QUO_CLAUSE_AFTER)
    f[QUO_CLAUSE_F_GAP] = MIN (clause->gap, 12) / 12.0;
  f[QUO_CLAUSE_F_AFTER_QUOTE]
      = clause->pattern == QUO_CLAUSE_CONTINUED
        && quo_quote_reading_follows_quote (finding, clause->sentence.start);
  f[QUO_CLAUSE_F_IN_QUOTE] = is_in_quote (finding, clause);
  measure_subject (finding, clause, f);
}

/* Index past the last quote in marks that begins before @offset has passed. */
static guint
find_marks_end (const Finding *finding, guint n_marks, guint32 offset)
{
  guint low = 0, high = n_marks;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const QuoQuoteCandidate *marks = quo_candidates_get (finding->candidates, middle);

      if (quo_quote_candidate_get_hull (marks).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether the word of saying is that of a quote in marks beside the clause: “...,” said X, who ...
 * Only so many are looked at: it stands beside its quote. */
static gboolean
is_cue_taken (const Finding *finding, const QuoClause *clause, guint n_marks)
{
  guint end = find_marks_end (finding, n_marks, clause->sentence.end);

  if (quo_span_is_empty (clause->cue))
    return FALSE;
  for (guint i = end; i > 0 && i + MAX_NEAR > end; i--)
    {
      const QuoQuoteCandidate *marks = quo_candidates_get (finding->candidates, i - 1);

      if (marks->cue.start == clause->cue.start
          && !quo_span_overlaps (quo_quote_candidate_get_hull (marks), clause->source)
          && quo_quote_candidate_get_hull (marks).end <= clause->cue.start)
        return TRUE;
    }
  return FALSE;
}

void
quo_quote_measure_clause (const Finding *finding, const QuoClause *clause, guint n_marks,
                          double *features)
{
  measure_pattern (finding, clause, features);
  features[QUO_CLAUSE_F_CUE_TAKEN] = is_cue_taken (finding, clause, n_marks);
}
