/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoPrint:
 *
 * The article on paper: its text in lines and pages, the marks drawn as on the screen in the
 * colours of the light style (patterns and words tell them apart in grey), who speaks in the
 * margin, title and number at the foot of each page, and after the end a legend of the labels. What
 * is selected or pointed at does not show. The document must not change while it lives.
 */
typedef struct _QuoPrint QuoPrint;

/* @context: of the printer. @width, @height: of the room on a page, in points. */
QuoPrint *quo_print_new (QuoPage *page, PangoContext *context, double width,
                         double height) G_GNUC_WARN_UNUSED_RESULT;
void quo_print_free (QuoPrint *print);
guint quo_print_get_n_pages (const QuoPrint *print);
/* Draws the page @n (0 first) at the origin of @cr. */
void quo_print_draw_page (QuoPrint *print, guint n, cairo_t *cr);

G_END_DECLS
