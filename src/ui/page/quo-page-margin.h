/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page-cache.h"

G_BEGIN_DECLS

/* The margin beside the visible text: bars of quotes, initials and names of who speaks. Drawn anew
 * in each frame, for a name is pushed down by the one above it. Begin above the visible text, add
 * the paragraphs in order, end. */
typedef struct
{
  QuoPage *page;
  QuoPaint *paint;
  double top, bottom;    /* of what is walked, px of the buffer */
  double free_below;     /* no name above this */
  const char *last_name; /* of the speaker above; not owned, lasts as long as the frame */
  GArray *open;          /* quotes that were seen and go on */
} QuoMargin;

void quo_margin_begin (QuoMargin *margin, QuoPage *page, double top, double bottom);
void quo_margin_add (QuoMargin *margin, const QuoPageEntry *entry, double y);
void quo_margin_end (QuoMargin *margin, GtkSnapshot *snapshot);

/* quo-page-link.c: from the selected quote to its speaker. */
void quo_page_link_draw (QuoPage *page, QuoPaint *paint);
/* Another link is to be drawn: from the quote to the speaker, within 180 ms. */
void quo_page_link_begin (QuoPage *page);

/* px that a narrow margin, and the discs in it, gain where text is of twice the usual size. */
#define QUO_MARGIN_NARROW_GROWTH 16

/* The left edge of the bar of a quote, and the direction from it to the text: 1 or -1. */
double quo_margin_get_bar_x (const QuoPage *page, guint level);
int quo_margin_get_direction (const QuoPage *page);

G_END_DECLS
