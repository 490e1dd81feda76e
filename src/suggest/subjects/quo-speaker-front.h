/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Where the verb stands second, what stands before the verb @verb is dropped if it is an adverb or
 * a clause, so that the subject follows: "Freilich räumte der Minister ein"; "es" behind a verb
 * that calls something something is dropped, too. */
void quo_speaker_drop_front (QuoSpeakerContext *context, gint verb);

G_END_DECLS
