/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-paint.h"

/* Shapes out of few render nodes: what repeats is one repeat node, not a node a dot. */

void
quo_paint_rect (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width,
                double height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

void
quo_paint_rounded (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width,
                   double height, double radius)
{
  GskRoundedRect shape;

  if (width <= 0 || height <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (x, y, width, height), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

void
quo_paint_outline (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width,
                   double height, double radius, double thickness)
{
  const float widths[4] = { thickness, thickness, thickness, thickness };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (x, y, width, height), radius);
  gtk_snapshot_append_border (snapshot, &shape, widths, colors);
}

void
quo_paint_dashes (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width,
                  double height, double dash, double period)
{
  if (width <= 0 || height <= 0)
    return;
  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT (x, y, width, height),
                            &GRAPHENE_RECT_INIT (x, y, period, height));
  quo_paint_rect (snapshot, color, x, y, dash, height);
  gtk_snapshot_pop (snapshot);
}

void
quo_paint_dashes_down (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y,
                       double width, double height, double dash, double period)
{
  if (width <= 0 || height <= 0)
    return;
  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT (x, y, width, height),
                            &GRAPHENE_RECT_INIT (x, y, width, period));
  quo_paint_rect (snapshot, color, x, y, width, dash);
  gtk_snapshot_pop (snapshot);
}

void
quo_paint_dots (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width,
                double size, double period)
{
  if (width <= 0)
    return;
  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT (x, y, width, size),
                            &GRAPHENE_RECT_INIT (x, y, period, size));
  quo_paint_rounded (snapshot, color, x, y, size, size, size / 2);
  gtk_snapshot_pop (snapshot);
}

void
quo_paint_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y,
                  const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}
