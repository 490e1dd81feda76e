/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Works out before, after and leader of a context whose sentence, tokens and cue are known. */
void quo_speaker_context_find_subjects (QuoSpeakerContext *context);
/* Whether a word can be a subject or part of one: a name, a pronoun. */
gboolean quo_speaker_token_is_subject (const QuoToken *token);
/* Who stands beside the verb @verb on the side @step of it, by the order of the words alone; empty:
 * nobody. */
QuoSpan quo_speaker_find_subject (const QuoSpeakerContext *context, gint verb, gint step);
/* وأكد أن: whether nobody can stand behind the verb @verb, as what it tells begins right there,
 * where the subject stands behind its verb. */
gboolean quo_speaker_tells_at_once (const QuoSpeakerContext *context, gint verb);
/* How many tokens on one side of the cue belong to its clause. */
gint quo_speaker_count_clause (const QuoSpeakerContext *context, gint cue, gint step);

G_END_DECLS
