/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The few shapes that marks are made of.  Coordinates are pixels of the snapshot as it stands. */

void quo_paint_rect (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width,
                     double height);
void quo_paint_rounded (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y,
                        double width, double height, double radius);
void quo_paint_outline (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y,
                        double width, double height, double radius, double thickness);
/* Strokes of @dash px in every @period along a line: two nodes, whatever its length. */
void quo_paint_dashes (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y,
                       double width, double height, double dash, double period);
/* The same down a column. */
void quo_paint_dashes_down (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y,
                            double width, double height, double dash, double period);
/* Round dots of @size px every @period. */
void quo_paint_dots (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width,
                     double size, double period);
void quo_paint_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y,
                       const GdkRGBA *color);

G_END_DECLS
