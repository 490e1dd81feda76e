/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Where the subject of the verb @verb does not say it, who does is taken for the subject: was
 * described by X as; a paper quoted X as saying. */
void quo_speaker_follow_agent (QuoSpeakerContext *context, gint verb);
/* "The deal, which critics call “...”": what the relative clause tells of does not speak. */
void quo_speaker_drop_object (QuoSpeakerContext *context, gint verb);
/* "She nodded, and after a short pause added": what stands right before the verb behind a
 * preposition that its clause goes on with is how or when it is said. */
void quo_speaker_drop_manner (QuoSpeakerContext *context, gint verb);

G_END_DECLS
