/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-hover-card.h"
#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoPageHover:
 *
 * What is pointed at: its chip becomes a pill at once, and a card beside it comes when the pointer
 * has rested on it for 450 ms. The card stands below the line, in the lower half of the view above
 * it; it fades away 150 ms after the pointer left the words and the card, and goes at once with
 * scrolling, a key, a button, or a change. page->hovered is the id.
 */
typedef struct _QuoPageHover QuoPageHover;

/* Lives as long as the view of @page. */
QuoPageHover *quo_page_hover_new (QuoPage *page) G_GNUC_WARN_UNUSED_RESULT;
void quo_page_hover_free (QuoPageHover *hover);
/* The card of the selected annotation, or of the one at the caret, without a pointer. Its words go
 * into the message of the session. Returns whether there is one. */
gboolean quo_page_hover_peek (QuoPageHover *hover);
/* Away with it, for now. */
void quo_page_hover_hide (QuoPageHover *hover);

G_END_DECLS
