/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

/* Sessions on a few words, and what is suggested in them. */

/* Two quotes, each in a paragraph. */
extern const char *const story;
/* (transfer full): on these words; on the story. */
QuoSession *open_text (const char *words);
QuoSession *open_story (void);
/* Asks for suggestions and waits for them. */
void suggest (QuoSession *session);
/* After an edit: what is made anew has come. */
void settle (QuoSession *session);
guint count_quotes (QuoSession *session, QuoStatus status);
