/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"
#include "quo-speakers.h"

G_BEGIN_DECLS

/* The first mention of a speaker (QuoSpeaker.id) is selected; the message says so when the text has
 * none. */
void quo_session_select_speaker (QuoSession *session, const char *id);

/* Whether an annotation or entity (its @type) may be somebody who speaks: persons, organizations,
 * mentions and labels of one's own, but no place, date or event. */
gboolean quo_session_can_speak (QuoSession *session, const char *type);
/* Whether what has the type @same may be the same as what has @type, an annotation: things of a
 * kind are, and a mention ("she", "the mayor") stands for anything. */
gboolean quo_session_may_be_same (const char *type, const char *same);
/* The type of what a candidate is, or of a name marked where it stands; NULL: of neither. */
const char *quo_session_get_candidate_type (QuoSession *session, const QuoCandidate *candidate);
/* Whether it is the source of a quote, itself or by a mention. */
gboolean quo_session_is_source (QuoSession *session, const char *id);

G_END_DECLS
