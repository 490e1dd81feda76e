/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Who does what the verb tells that stands in an infinitive or is a noun there: "X held a meeting
 * to say", "X made the wild claim". Empty: the verb is none of these. */
QuoSpan quo_speaker_find_doer (const QuoSpeakerContext *context, gint cue, gint n);

G_END_DECLS
