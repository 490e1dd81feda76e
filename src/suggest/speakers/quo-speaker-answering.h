/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"
#include "quo-quote-candidates.h"

G_BEGIN_DECLS

/* Index of the mention of who answers in an interview that never says who speaks: somebody named
 * above the first answer, by a whole name if there is one, and in the article most often. -1:
 * nobody is. */
gint quo_speaker_find_answering (const QuoPassage *page, const QuoLanguage *language,
                                 const GArray *stretches, const GArray *mentions);

/* Whether the quote is said by who answers in an interview without their name beside it: an answer
 * with no label, or with a letter for one, or a headline. */
gboolean quo_speaker_is_answer (const QuoPassage *page, const GArray *stretches,
                                const QuoQuoteCandidate *quote);

/* The words before the colon of a line above the first answer: The novelist Huda Nasr: I write
 * because I cannot cook. Empty: no line has them. */
QuoSpan quo_speaker_find_heading (const QuoPassage *page, const QuoLanguage *language,
                                  const GArray *stretches);

G_END_DECLS
