/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "keys-count.h"

/* The ways to a place in the text, in keys-by-hand.c: each is gone, and the caret stands there. */

/* F and the first two letters of a word; F and Enter for the next nearest one. */
#define JUMP_KEYS 3
#define JUMP_AGAIN 2

/* F and two letters, then F and Enter until the caret stands in the span; 0: it takes more than
 * @most keys. The capital of a name is typed as one. */
guint keys_jump_to (QuoSession *session, const QuoText *text, QuoSpan span, guint most);
/* The way to the start of the span from @start by hand, or a jump if that is shorter. */
guint keys_walk_to (QuoSession *session, const QuoText *text, QuoSpan span, guint32 start);
/* Shift+F and two letters of the last word, then Shift+F and Enter, from the start of the span;
 * 0: it takes more than @most keys. What ends the sentence behind the word is left out. */
guint keys_select_to (QuoSession *session, const QuoText *text, QuoSpan span, guint most);
