/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"
#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Whose name and office alone stand behind the marks, where no verb of saying is known; empty:
 * nobody's. */
QuoSpan quo_speaker_find_signed (const QuoSpeakerContext *context, const GArray *mentions);

G_END_DECLS
