/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-palette.h"

G_BEGIN_DECLS

/**
 * QuoShareBar:
 *
 * A bar of the amber of speech, cut into the parts of a whole: the first is full, each further one
 * paler, so that their order is seen without any hue; what is not told is only an outline. Words
 * stand beside it, so it is nothing to a screen reader.
 */
#define QUO_TYPE_SHARE_BAR (quo_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuoShareBar, quo_share_bar, QUO, SHARE_BAR, GtkWidget)

/* @shares: (element-type QuoShare) (quo-statistics-table.h), (transfer full). */
GtkWidget *quo_share_bar_new (GPtrArray *shares) G_GNUC_WARN_UNUSED_RESULT;
/* A square of the colour that the part number @n has, for a legend. */
GtkWidget *quo_share_swatch_new (guint n, gboolean is_untold) G_GNUC_WARN_UNUSED_RESULT;
/* One part, as on the screen and on paper; @is_rtl: the first is at the right. */
void quo_share_paint (cairo_t *cr, const QuoPalette *palette, guint n, gboolean is_untold, double x,
                      double y, double width, double height);
void quo_shares_paint (cairo_t *cr, const QuoPalette *palette, const GPtrArray *shares,
                       gboolean is_rtl, double x, double y, double width, double height);

G_END_DECLS
