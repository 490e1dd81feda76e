/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"
#include "quo-speaker-options.h"

G_BEGIN_DECLS

/* Sets the features of the options (QuoSpeakerOption) that follow from the others beside them.
 * @source: whom "according to" names, or an empty span. */
void quo_speaker_options_settle (GArray *options, const QuoSpeakerContext *context, QuoSpan source);

G_END_DECLS
