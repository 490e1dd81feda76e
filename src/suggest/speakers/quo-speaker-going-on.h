/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"
#include "quo-speaker-options.h"

G_BEGIN_DECLS

/* “...,” X said. ¶ “And so on.”: in a report a paragraph that is all quote goes on with who spoke
 * at the end of the one before. @turns (element-type QuoSpeakerTurn): the quotes before it. Empty:
 * nobody did. */
QuoSpan quo_speaker_find_going_on (const QuoSpeakerContext *context, const QuoQuoteCandidate *quote,
                                   const GArray *turns);
/* Die Lage sei ernst, sagte X. Man müsse handeln.: who said what stands right before the quote in
 * its paragraph, if the quote is told in the mood of reported speech or nothing tells who says it.
 * Empty: nobody did. */
QuoSpan quo_speaker_find_same (const QuoSpeakerContext *context, const QuoQuoteCandidate *quote,
                               const GArray *turns);

G_END_DECLS
