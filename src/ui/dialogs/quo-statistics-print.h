/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-statistics.h"

G_BEGIN_DECLS

/**
 * QuoStatisticsPrint:
 *
 * Statistics on paper, in the colours of the light style: the figures as sentences, the speakers
 * with their bars, whose words they are and how they are quoted, and the map. Borrows @statistics
 * and @tagset.
 */
typedef struct _QuoStatisticsPrint QuoStatisticsPrint;

/* @context: of the printer. @width, @height: of the room on a page, in points. @title: of the
 * article or folder. */
QuoStatisticsPrint *quo_statistics_print_new (const QuoStatistics *statistics,
                                              const QuoTagset *tagset, const char *title,
                                              PangoContext *context, double width,
                                              double height) G_GNUC_WARN_UNUSED_RESULT;
void quo_statistics_print_free (QuoStatisticsPrint *print);
guint quo_statistics_print_get_n_pages (const QuoStatisticsPrint *print);
/* Draws the page @n (0 first) at the origin of @cr. */
void quo_statistics_print_draw_page (QuoStatisticsPrint *print, guint n, cairo_t *cr);

/* Asks in the dialog of the desktop for a printer, and prints; returns when that is answered. Keep
 * what is borrowed so long. */
void quo_statistics_print_run (GtkWindow *parent, const QuoStatistics *statistics,
                               const QuoTagset *tagset, const char *title);

G_END_DECLS
