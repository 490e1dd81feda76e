/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* "starosta Pavel Kos (ODS)": whether the word stands in brackets, in which nobody speaks. */
gboolean quo_speaker_is_in_brackets (const QuoSpeakerContext *context, gint i);

/* Each looks among the tokens of the sentence behind the verb of saying @cue, of which @n belong to
 * its clause; an empty span: nobody is there. */

/* The last name of the clause, if what is said stands before the verb. */
QuoSpan quo_speaker_find_last_name (const QuoSpeakerContext *context, gint cue, gint n);
/* Who stands after whom it was said to. */
QuoSpan quo_speaker_find_behind_addressee (const QuoSpeakerContext *context, gint cue, gint n);
/* Whether the words @found beside the verb are its object, because a name follows as the last words
 * of the clause, which end with token @last. */
gboolean quo_speaker_is_object_before_name (const QuoSpeakerContext *context, QuoSpan found,
                                            gint last);

G_END_DECLS
