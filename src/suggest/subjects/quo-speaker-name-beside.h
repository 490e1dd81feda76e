/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* The name or pronoun nearest to the verb @cue among the @n tokens beside it, which belong to its
 * clause; @step is -1 before the verb and 1 after it. Empty: none is. */
QuoSpan quo_speaker_find_name_beside (const QuoSpeakerContext *context, gint cue, gint step,
                                      gint n);

G_END_DECLS
