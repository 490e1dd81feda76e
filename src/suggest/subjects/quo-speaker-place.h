/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Where a mention stands among the words of its sentence. */

/* Whether only words that belong to a mention stand between it and the cue after it: no verb, no
 * other subject. */
gboolean quo_speaker_context_is_chain (const QuoSpeakerContext *context, QuoSpan mention);
/* Whether a preposition stands before the mention, wherever it is. */
gboolean quo_speaker_context_follows_preposition (const QuoSpeakerContext *context,
                                                  QuoSpan mention);
/* (transfer full) (element-type QuoSpan): names and pronouns in the sentence of the cue that are in
 * no part of the quote. */
GArray *quo_speaker_context_list_plain (const QuoSpeakerContext *context,
                                        const QuoText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
