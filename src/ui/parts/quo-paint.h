/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuoPaint:
 *
 * A list of the few shapes and words marks are made of, which becomes one render node for each
 * band. A node a shape would cost more: the cairo renderer walks all nodes of a window whenever a
 * pixel changes, and the GL renderer keeps one texture a band.
 *
 * Coordinates are pixels of the snapshot it is appended to.
 */
typedef struct _QuoPaint QuoPaint;

/* A stretch of a quote on one line, for quo_paint_block(). */
typedef struct
{
  double left, right, top, bottom;
} QuoPaintBox;

QuoPaint *quo_paint_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_paint_free (QuoPaint *paint);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoPaint, quo_paint_free)

void quo_paint_rect (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                     double height);
void quo_paint_rounded (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                        double height, double radius);
void quo_paint_outline (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                        double height, double radius, double thickness);
/* Strokes of @dash px in every @period, along a line or down a column. */
void quo_paint_dashes (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                       double height, double dash, double period);
void quo_paint_dashes_down (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                            double height, double dash, double period);
/* Round dots of @size px every @period; only whole ones. */
void quo_paint_dots (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                     double size, double period);
/* A circle of dashes of 3 px, @size px across. */
void quo_paint_ring (QuoPaint *paint, const GdkRGBA *color, double x, double y, double size);
/* A shape out of boxes that touch from above to below, with rounded corners; with a line around it
 * unless @thickness is 0. */
void quo_paint_block (QuoPaint *paint, const QuoPaintBox *boxes, guint n, const GdkRGBA *fill,
                      const GdkRGBA *line, double thickness);
/* From @x, @y down or up the column @lane to a dot at @end_x, @end_y. */
void quo_paint_link (QuoPaint *paint, const GdkRGBA *color, double x, double y, double lane,
                     double end_x, double end_y, double thickness);
/* From @x, @y straight to a dot at @end_x, @end_y. */
void quo_paint_straight (QuoPaint *paint, const GdkRGBA *color, double x, double y, double end_x,
                         double end_y, double thickness);

/* A layout that does not change any more, with its top left corner at @x, @y. */
void quo_paint_text (QuoPaint *paint, PangoLayout *layout, double x, double y,
                     const GdkRGBA *color);

/* Appends the nodes of all shapes, and empties the list. @kept (nullable): nodes of earlier calls
 * by their shapes (quo_paint_kept_new()): the same shapes give the same node, so the renderer sees
 * that nothing changed there. Where something did, it paints the band again with the words in it: a
 * band is some two lines high, without @kept 512 px. */
void quo_paint_append (QuoPaint *paint, GtkSnapshot *snapshot, GHashTable *kept);
/* The same while some of the shapes move: what looks the same in no second frame is not kept. */
void quo_paint_append_moving (QuoPaint *paint, GtkSnapshot *snapshot, GHashTable *kept);
GHashTable *quo_paint_kept_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
