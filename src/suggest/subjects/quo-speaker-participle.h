/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Whether the token is a verb such as "adding". */
gboolean quo_speaker_is_participle (const QuoSpeakerContext *context, gint cue);
/* Its subject, of whose clause @n tokens stand before it; empty: nobody. */
QuoSpan quo_speaker_find_participle_subject (const QuoSpeakerContext *context, gint cue, gint n);
/* "CLAUSE, X said in a statement, adding": who says what stands before both; empty: nobody does. */
QuoSpan quo_speaker_find_author_before (const QuoSpeakerContext *context, gint cue);
/* The subject of "X said that ..., and added": where nobody stands in the clause of the verb, that
 * of the verb of saying before it. */
QuoSpan quo_speaker_find_subject_of_both (const QuoSpeakerContext *context, gint cue, gint n);
/* نفى المتهم علاقته بالجريمة، وزعم أنه: that of the verb before, where the subject stands behind
 * its verb and another one is joined to it, with nobody behind it; empty: nobody's. */
QuoSpan quo_speaker_find_joined_subject (const QuoSpeakerContext *context, gint cue);

G_END_DECLS
