/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quote-candidates.h"

G_BEGIN_DECLS

/* A page on the way to its candidates. */
typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  GArray *stretches;
  GArray *clauses;
  GArray *candidates;
  double dialogue;    /* share of the text in marks */
  double narrative;   /* 0 a report .. 1 a story, by its pronouns and numbers */
  gboolean is_single; /* most of its speech stands in single marks */
} QuoQuoteReading;

/* Sets what holds for the whole text: dialogue, narrative. */
void quo_quote_measure_text (QuoQuoteReading *reading);
/* Sets the features of a stretch in marks. */
void quo_quote_measure_marks (const QuoQuoteReading *reading, QuoQuoteCandidate *candidate);
/* Sets those of a clause; the first @n_marks candidates are stretches in marks, in text order. */
void quo_quote_measure_clause (const QuoQuoteReading *reading, const QuoClause *clause,
                               guint n_marks, double *features);
/* Whether another quote stands in the paragraph before @start. */
gboolean quo_quote_reading_follows_quote (const QuoQuoteReading *reading, guint32 start);

G_END_DECLS
