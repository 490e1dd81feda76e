/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* What the sentence begins with before the verb @cue, up to the first small word; over a
 * preposition and its noun, what the clause of the verb begins with. Empty: nothing that can be a
 * subject. */
QuoSpan quo_speaker_find_leader (const QuoSpeakerContext *context, gint cue);
/* The subject of "X took off his hat and said", among the @n tokens before the verb. */
QuoSpan quo_speaker_find_shared (const QuoSpeakerContext *context, gint cue, gint n);
/* The last token of what goes with the preposition @i, before @cue: in the old Paris. */
gint quo_speaker_find_oblique_end (const QuoSpeakerContext *context, gint i, gint cue);
/* With what somebody knows of, and how many they are: two people familiar with the matter. */
QuoSpan quo_speaker_complete_privy (const QuoSpeakerContext *context, QuoSpan span);
/* Where what was found beside the verb is no subject of it, what leads the sentence or its clause
 * is taken for it. */
void quo_speaker_follow_leader (QuoSpeakerContext *context, gint verb);

G_END_DECLS
