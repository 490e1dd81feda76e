/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-clause-sentence.h"

G_BEGIN_DECLS

/**
 * QuoClauseAttribution:
 * @border: the last token before the verb and its subject
 * @tail: the last one after them
 * @is_end: the sentence ends with the tail
 * @is_inverted: the verb follows the border: "..., said X"
 *
 * The words that say who said what stands before them: "..., X said on Monday".
 */
typedef struct
{
  gint border, tail;
  gboolean is_end, is_inverted;
} QuoClauseAttribution;

/* Those round the verb @cue; FALSE: its words do not say who speaks. */
gboolean quo_clause_find_attribution (const QuoClauseSentence *sentence, gint cue,
                                      QuoClauseAttribution *author);
/* The last token before the comma or dash that precedes the verb @cue over its subject; -1: none.
 */
gint quo_clause_find_border (const QuoClauseSentence *sentence, gint cue);
/* Nachdem, als; not "die", which is an article there. */
gboolean quo_clause_begins_dependent (const QuoClauseSentence *sentence);
/* Where somebody must stand: English, Swedish. In other languages "..., dodal." is whole. */
gboolean quo_clause_needs_subject (const QuoLanguage *language);
/* Whether somebody stands between the border and the verb or after it: "X, head of Y, said that"
 * has nobody there. */
gboolean quo_clause_has_subject (const QuoClauseSentence *sentence, gint border, gint cue,
                                 gint tail);
/* "says they are looking": a clause, not who says it. */
gboolean quo_clause_has_clause_after (const QuoClauseSentence *sentence, gint cue, gint tail);

G_END_DECLS
