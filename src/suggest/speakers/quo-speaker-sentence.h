/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"
#include "quo-speaker-options.h"

G_BEGIN_DECLS

/* Where nouns have capitals and the verb stands second. Empty: nobody is found. */

/* Der Wirt lehnt den Plan ab. Das sei zu teuer.: of whom the sentence before the quote tells in its
 * paragraph, if nobody is quoted in it and the quote is told in the mood of reported speech or by
 * "hieß es". @turns (element-type QuoSpeakerTurn): the quotes before it. */
QuoSpan quo_speaker_find_told_of (const QuoSpeakerContext *context, const QuoQuoteCandidate *quote,
                                  const GArray *turns);
/* Am Ende dankte der Wirt den Helfern: „...“: the subject of the sentence that leads to marks over
 * a colon, though it has no verb of saying; nobody, if somebody else is named there, too. */
QuoSpan quo_speaker_find_leading (const QuoSpeakerContext *context, const GArray *mentions);

G_END_DECLS
