/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoPageHold:
 *
 * Where the page stands. A line that is shown stays where it was put while what is above it gets
 * its true height: GtkTextView lays an article out bit by bit and takes what it has not reached
 * for nothing, and after a change of width or type for as high as it was. The hold ends when all is
 * laid out, or with a hand that scrolls.
 *
 * A page that is laid out glides to what is shown, as GtkTextView does; before that it goes there
 * at once, for a glide to a place that moves would end beside it.
 */
typedef struct
{
  QuoPage *page;
  GtkAdjustment *scroll; /* owned: the view's */
  double at;             /* px from the top of the view to the top of the held line; see has_at */
  gboolean has_at;       /* FALSE: it is to be in the middle third, once its place is known */
  gboolean is_held;      /* the line of the mark "held" */
  gboolean is_unsettled; /* the layout is not done, or was not when it was last known */
  gboolean is_at_work;   /* of the view: text or type are still being put in */
  gboolean is_loading;   /* the text is, and the caret of the buffer is behind what came so far */
  gboolean is_coming;    /* the line has not been where it belongs yet */
  guint n_asked;         /* how often all was laid out but the line */
  gboolean is_placing;   /* it is scrolled by the hold itself */
  gint64 glides_until;   /* us: until then scrolling is GtkTextView's own */
  int last_y;            /* of the line in the buffer, and what was scrolled to, when last seen: */
  double last_value;     /* a hand changes the one without the other */
  guint tick, done;      /* of the frame clock; of the main loop, after the last layout */
} QuoPageHold;

void quo_page_hold_init (QuoPageHold *hold, QuoPage *page);
void quo_page_hold_clear (QuoPageHold *hold);
/* Another text comes into the buffer: it begins at the top, nothing is held, and nothing of it is
 * laid out. */
void quo_page_hold_reset (QuoPageHold *hold);
/* All of it is there, and the caret where it belongs. */
void quo_page_hold_start (QuoPageHold *hold);

/* Scrolls so that the line of @iter is in the middle third, or at the top; and holds it there. */
void quo_page_hold_reveal (QuoPageHold *hold, const GtkTextIter *iter);
void quo_page_hold_top (QuoPageHold *hold, const GtkTextIter *iter);
/* Whether the whole line of @iter can be seen, with what stands over it and as much below. */
gboolean quo_page_hold_is_in_sight (QuoPageHold *hold, const GtkTextIter *iter);
/* The layout is about to change: the line of the caret stays where it is, or when that is out of
 * sight the one at the top. What is held already stays held. */
void quo_page_hold_keep (QuoPageHold *hold);
/* The view has a new size: the line is put where it belongs. */
void quo_page_hold_place (QuoPageHold *hold);
/* The person goes elsewhere. */
void quo_page_hold_let_go (QuoPageHold *hold);
/* Whether the view is putting in text or type. */
void quo_page_hold_set_at_work (QuoPageHold *hold, gboolean is_at_work);

G_END_DECLS
