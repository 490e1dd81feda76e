/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Who speaks is what leads the clause, but for a title whose body and bearer both follow: "Head of
 * the Anti-Terror Center Colonel-General Novikov said". The context names the bearer then.
 * @mentions (of QuoMention): those of the article. */
void quo_speaker_name_leader (QuoSpeakerContext *context, const GArray *mentions);

G_END_DECLS
