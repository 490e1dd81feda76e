/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Of the options (QuoSpeakerOption) beside the verb, lets the one speak who is named as the holder
 * of an office, and not the body the office belongs to or the words that say what it is. */
void quo_speaker_settle_roles (GArray *options, const QuoSpeakerContext *context);

G_END_DECLS
