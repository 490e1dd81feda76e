/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoPageGrips:
 *
 * The two handles of the selected annotation, at the start of its first part and the end of its
 * last one. Dragged with mouse or finger they move that end: by whole words, with Ctrl by letters;
 * letting go makes one edit. They are there while the annotation may be changed and no text is
 * selected.
 */
typedef struct _QuoPageGrips QuoPageGrips;

/* px: the knob that is seen, and from the lower edge of the text's strip to its middle. */
#define QUO_GRIP_KNOB 9
#define QUO_GRIP_DROP 6

/* Lives as long as the view of @page. */
QuoPageGrips *quo_page_grips_new (QuoPage *page) G_GNUC_WARN_UNUSED_RESULT;
void quo_page_grips_free (QuoPageGrips *grips);

/* Draws them, and what would be covered while one is dragged; notes where they are. */
void quo_page_grips_draw (QuoPage *page, GtkSnapshot *snapshot);
/* The one at a place of the widget. */
QuoGrip quo_page_find_grip (const QuoPage *page, double x, double y);
/* Where the border of a dragged grip goes when the pointer is at the border @at of the article: not
 * into a word unless @by_letters, not to a blank, and not past the other end of its part. */
guint32 quo_page_grip_snap (const QuoPage *page, const QuoAnnotation *annotation, QuoGrip grip,
                            guint32 at, gboolean by_letters);

G_END_DECLS
