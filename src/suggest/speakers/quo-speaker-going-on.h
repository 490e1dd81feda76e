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

G_END_DECLS
