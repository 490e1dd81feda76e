/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/* The first mention of a speaker (QuoSpeaker.id) is selected; the message says so when the text has
 * none. */
void quo_session_select_speaker (QuoSession *session, const char *id);

G_END_DECLS
