/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Whether the verb of saying has no subject of its own: «…», añadió. */
gboolean quo_speaker_is_dropped (const QuoSpeakerContext *context);
/* Where that subject stands in the verb: who the sentence before tells of, or one of a few before
 * it, if they quote nobody. @turns: of QuoSpeakerTurn. Empty: nobody. */
QuoSpan quo_speaker_find_silent (const QuoSpeakerContext *context, const GArray *mentions,
                                 const GArray *turns);

G_END_DECLS
