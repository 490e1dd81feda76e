/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quote-finder.h"

G_BEGIN_DECLS

/* From which on a text is taken for a story. */
#define QUO_STORY 0.5

/* How far a text is a story: 0 a report .. 1 surely one, by its pronouns, numbers and length. */
double quo_passage_measure_narrative (const QuoPassage *page, const GArray *stretches,
                                      const QuoLanguage *language);

G_END_DECLS
