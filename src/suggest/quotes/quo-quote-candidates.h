/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-clauses.h"
#include "quo-model-features.h"

G_BEGIN_DECLS

/**
 * QuoQuoteCandidate:
 *
 * A whole span that may be a quote, with all that is needed to say how likely it is one. Candidates
 * are found first and classified then; those that overlap compete.
 */
typedef struct
{
  QuoSpan *parts;   /* n_parts, owned by the list */
  double *features; /* QUO_MAX_FEATURES, owned by the list; NULL: only the score was wanted */
  double score;     /* 0 .. 1; 0 without weights */
  QuoSpan cue;      /* empty: none */
  QuoSpan source;   /* whom "according to" names; empty: nobody */
  double narrative; /* of the text: 0 a report .. 1 a story */
  guint8 n_parts;
  guint8 model;                /* QuoModel: QUO_MODEL_MARKS or QUO_MODEL_CLAUSE */
  guint8 pattern;              /* QuoClausePattern of a clause */
  guint8 has_marks : 1;        /* of a clause: a part of it is in marks */
  guint8 is_outer : 1;         /* of a clause: what its own verbs tell is a part of it */
  guint8 opens_with_marks : 1; /* of a clause: its own verb follows them */
  guint8 is_said : 1;          /* of a clause: by a verb that says nothing else */
  guint8 is_nested : 1;
  /* Of one in marks: it begins with a dash; a colon and a word of saying stand before it; it has a
   * word of saying; it begins small, within a paragraph. */
  guint8 is_dash : 1, has_colon_cue : 1, has_cue : 1, goes_on : 1;
  guint8 is_answer : 1; /* of an interview, and nothing says who speaks */
} QuoQuoteCandidate;

#define quo_candidates_get(candidates, i) (&g_array_index (candidates, QuoQuoteCandidate, i))

/* (transfer full) (element-type QuoQuoteCandidate): in text order. Long chains of stretches are cut
 * in @stretches. With @weights each has its score, without (NULL) its features, to be learnt from:
 * both at once would be half a kilobyte for each. */
GArray *quo_quote_candidates_find (const QuoPassage *page, GArray *stretches,
                                   const QuoLanguage *language,
                                   const QuoWeights *weights) G_GNUC_WARN_UNUSED_RESULT;
/**
 * QuoLeast:
 *
 * How likely a candidate must be to be kept: one in marks, a clause in a report, a clause in a
 * story (between the two for texts between them).
 */
typedef struct
{
  double marks, report, story;
} QuoLeast;

/* Keeps of those that overlap the best, and none that is less likely than @least. Order is kept. */
void quo_quote_candidates_choose (GArray *candidates, const QuoLeast *least);

/* "direct", "indirect" or "mixed". */
const char *quo_quote_candidate_get_form (const QuoQuoteCandidate *candidate);
QuoSpan quo_quote_candidate_get_hull (const QuoQuoteCandidate *candidate);

G_END_DECLS
