/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-measure.h"

/* What may be a quote: stretches in marks, and clauses that tell what was said. Those that overlap
 * compete, and the likelier one stays. */

typedef QuoQuoteReading Finding;

static void
clear_candidate (gpointer data)
{
  QuoQuoteCandidate *candidate = data;

  g_free (candidate->parts);
  g_free (candidate->features);
}

/* Adds a copy of the candidate, whose parts and features are borrowed. */
static void
take (Finding *finding, const QuoQuoteCandidate *candidate, const QuoWeights *weights)
{
  const double *f = candidate->features;
  QuoQuoteCandidate own = *candidate;

  own.parts = g_memdup2 (candidate->parts, candidate->n_parts * sizeof *candidate->parts);
  own.features = NULL;
  if (weights != NULL)
    own.score = quo_weights_squash (quo_weights_sum (weights, own.model, f));
  else
    own.features = g_memdup2 (f, QUO_MAX_FEATURES * sizeof *f);
  if (own.model == QUO_MODEL_MARKS)
    {
      own.is_dash = f[QUO_MARKS_DASH] > 0;
      own.has_colon_cue = f[QUO_MARKS_COLON_CUE] > 0;
      own.has_cue = f[QUO_MARKS_CUE] > 0;
      own.goes_on = f[QUO_MARKS_CAPITAL_START] == 0 && f[QUO_MARKS_STARTS_PARAGRAPH] == 0;
    }
  g_array_append_val (finding->candidates, own);
}

static void
add_marks (Finding *finding, const QuoWeights *weights)
{
  QuoQuote quote;

  quo_stretches_cut (finding->stretches);
  for (guint i = 0; i < finding->stretches->len; i++)
    {
      double features[QUO_MAX_FEATURES] = { 0 };
      QuoQuoteCandidate candidate = { .model = QUO_MODEL_MARKS,
                                      .has_marks = TRUE,
                                      .narrative = finding->narrative,
                                      .features = features };

      if (!quo_quote_read (finding->page, finding->stretches, finding->language, i, &quote))
        continue;
      candidate.parts = quote.parts;
      candidate.n_parts = quote.n_parts;
      candidate.cue = quote.cue;
      candidate.is_nested = quote.depth > 0;
      candidate.narrative = finding->narrative;
      quo_quote_measure_marks (finding, &candidate);
      take (finding, &candidate, weights);
    }
}

static void
add_clauses (Finding *finding, const QuoWeights *weights)
{
  guint n_marks = finding->candidates->len;

  for (guint i = 0; i < finding->clauses->len; i++)
    {
      QuoClause *clause = &g_array_index (finding->clauses, QuoClause, i);
      double features[QUO_MAX_FEATURES] = { 0 };
      QuoQuoteCandidate candidate = { .parts = clause->ranges,
                                      .n_parts = clause->n_ranges,
                                      .cue = clause->cue,
                                      .source = clause->source,
                                      .model = QUO_MODEL_CLAUSE,
                                      .pattern = clause->pattern,
                                      .is_outer = clause->is_outer,
                                      .opens_with_marks = clause->opens_with_marks,
                                      .is_said = (clause->cue_kinds & QUO_WORD_SAYING) != 0,
                                      .narrative = finding->narrative,
                                      .has_marks = clause->n_quoted_words > 0,
                                      .features = features };

      quo_quote_measure_clause (finding, clause, n_marks, features);
      take (finding, &candidate, weights);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const QuoQuoteCandidate *x = a, *y = b;
  QuoSpan s = quo_quote_candidate_get_hull (x), t = quo_quote_candidate_get_hull (y);

  if (s.start != t.start)
    return s.start < t.start ? -1 : 1;
  if (s.end != t.end)
    return s.end > t.end ? -1 : 1;
  if (x->model != y->model)
    return x->model < y->model ? -1 : 1;
  return x->cue.start < y->cue.start ? -1 : x->cue.start > y->cue.start;
}

GArray *
quo_quote_candidates_find (const QuoPassage *page, GArray *stretches, const QuoLanguage *language,
                           const QuoWeights *weights)
{
  g_autoptr (GArray) clauses = quo_clauses_find (page, stretches, language);
  Finding finding
      = { .page = page, .language = language, .stretches = stretches, .clauses = clauses };

  quo_quote_measure_text (&finding);
  finding.candidates
      = g_array_sized_new (FALSE, FALSE, sizeof (QuoQuoteCandidate), stretches->len + clauses->len);
  g_array_set_clear_func (finding.candidates, clear_candidate);
  add_marks (&finding, weights);
  add_clauses (&finding, weights);
  g_array_sort (finding.candidates, compare_places);
  return finding.candidates;
}

/* A nested quote does not compete with the one round it. */
static gboolean
do_compete (const QuoQuoteCandidate *a, const QuoQuoteCandidate *b)
{
  if (a->model == QUO_MODEL_MARKS && b->model == QUO_MODEL_MARKS)
    return FALSE;
  for (guint i = 0; i < a->n_parts; i++)
    for (guint k = 0; k < b->n_parts; k++)
      if (quo_span_overlaps (a->parts[i], b->parts[k]))
        return TRUE;
  return FALSE;
}

static gboolean
is_likely (const QuoQuoteCandidate *candidate, const QuoLeast *least)
{
  if (candidate->model == QUO_MODEL_MARKS)
    return candidate->score >= least->marks;
  return candidate->score >= least->report + candidate->narrative * (least->story - least->report);
}

/* Trump is “a danger,” warned Y; X said “Lear” was lost: marks that go on with the author's words
 * before them are a part of the clause that the same verb follows, however likely they are alone.
 */
static gboolean
is_part_of (const QuoQuoteCandidate *marks, const QuoQuoteCandidate *clause)
{
  if (marks->model != QUO_MODEL_MARKS || clause->model != QUO_MODEL_CLAUSE)
    return FALSE;
  if (clause->opens_with_marks && marks->parts[0].start <= clause->parts[0].start)
    return TRUE;
  return (clause->pattern == QUO_CLAUSE_BEFORE || clause->pattern == QUO_CLAUSE_ROUND)
         && marks->goes_on && marks->cue.start == clause->cue.start
         && marks->parts[0].start > clause->parts[0].start + 1;
}

/* The study shows that it works, said Y; X said it was too soon to say how: of two clauses the one
 * whose verb stands right beside the other and all its words is told by the one who speaks. */
static gboolean
is_told_within (const QuoQuoteCandidate *one, const QuoQuoteCandidate *outer)
{
  return one->model == QUO_MODEL_CLAUSE && outer->is_outer && outer->n_parts == 1
         && !(outer->pattern == QUO_CLAUSE_SOURCE && one->is_said) && one->cue.end > 0
         && one->cue.start >= outer->parts[0].start && one->cue.end < outer->parts[0].end;
}

/* Whether a better candidate overlaps this one. Those before it start before it, but may be long;
 * only so many are looked at. */
#define MAX_NEIGHBOURS 40

static gboolean
is_beaten (const GArray *candidates, guint i, const QuoLeast *least)
{
  const QuoQuoteCandidate *one = quo_candidates_get (candidates, i);
  QuoSpan hull = quo_quote_candidate_get_hull (one);
  guint from = i > MAX_NEIGHBOURS ? i - MAX_NEIGHBOURS : 0;

  for (guint k = from; k < candidates->len && k < i + MAX_NEIGHBOURS; k++)
    {
      const QuoQuoteCandidate *other = quo_candidates_get (candidates, k);

      if (quo_quote_candidate_get_hull (other).start >= hull.end)
        break;
      if (k == i || !is_likely (other, least) || !do_compete (one, other))
        continue;
      if (is_part_of (one, other) || is_told_within (one, other))
        return TRUE;
      if (is_part_of (other, one) || is_told_within (other, one))
        continue;
      if (other->score > one->score || (other->score == one->score && k < i))
        return TRUE;
    }
  return FALSE;
}

void
quo_quote_candidates_choose (GArray *candidates, const QuoLeast *least)
{
  g_autofree gboolean *beaten = g_new0 (gboolean, candidates->len + 1);
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    beaten[i] = !is_likely (quo_candidates_get (candidates, i), least)
                || is_beaten (candidates, i, least);
  for (guint i = 0; i < candidates->len; i++)
    if (!beaten[i])
      {
        QuoQuoteCandidate kept = *quo_candidates_get (candidates, i);

        *quo_candidates_get (candidates, i) = *quo_candidates_get (candidates, n);
        *quo_candidates_get (candidates, n++) = kept;
      }
  g_array_set_size (candidates, n);
}

const char *
quo_quote_candidate_get_form (const QuoQuoteCandidate *candidate)
{
  if (candidate->model == QUO_MODEL_MARKS)
    return "direct";
  return candidate->has_marks ? "mixed" : "indirect";
}

QuoSpan
quo_quote_candidate_get_hull (const QuoQuoteCandidate *candidate)
{
  return QUO_SPAN (candidate->parts[0].start, candidate->parts[candidate->n_parts - 1].end);
}
