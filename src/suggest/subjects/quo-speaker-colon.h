/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"
#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* "Ihr Appell an die Politik": whether the words begin with a noun for what is said. */
gboolean quo_speaker_is_utterance (const QuoSpeakerContext *context, QuoSpan span);
/* "Antwort des Gastes", "Die Frage der Wirtin": whose words these are, if @span ends with a noun
 * for what is said and an article follows; else @span. */
QuoSpan quo_speaker_find_utterer (const QuoSpeakerContext *context, QuoSpan span);
/* The person with whom the sentence begins that a colon joins to the quote, where no verb of saying
 * is known in the sentence; empty: nobody. */
QuoSpan quo_speaker_find_before_colon (const QuoSpeakerContext *context, const GArray *mentions);
/* Whom the paragraph before that of the quote begins with, if the quote begins its own, no verb of
 * saying is known and nobody is quoted there; empty: nobody. */
QuoSpan quo_speaker_find_paragraph_before (const QuoSpeakerContext *context,
                                           const GArray *mentions);
/* The same of the sentence before the quote, if both stand in one paragraph. */
QuoSpan quo_speaker_find_sentence_before (const QuoSpeakerContext *context, const GArray *mentions);

G_END_DECLS
