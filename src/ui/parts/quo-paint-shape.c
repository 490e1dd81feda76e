/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each shape of QuoPaint, drawn with cairo. */
#include "quo-config.h"

#include "quo-paint-shape.h"

#include <math.h>

#define BLOCK_RADIUS 5
#define LINK_CORNER 5
#define LINK_DOT 3
/* A control point this far along makes a Bezier curve a quarter of a circle. */
#define ARC 0.5523

static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2), c = r * (1 - ARC);

  cairo_move_to (cr, x + r, y);
  cairo_line_to (cr, x + width - r, y);
  cairo_curve_to (cr, x + width - c, y, x + width, y + c, x + width, y + r);
  cairo_line_to (cr, x + width, y + height - r);
  cairo_curve_to (cr, x + width, y + height - c, x + width - c, y + height, x + width - r,
                  y + height);
  cairo_line_to (cr, x + r, y + height);
  cairo_curve_to (cr, x + c, y + height, x, y + height - c, x, y + height - r);
  cairo_line_to (cr, x, y + r);
  cairo_curve_to (cr, x, y + c, x + c, y, x + r, y);
  cairo_close_path (cr);
}

static void
draw_outline (cairo_t *cr, const QuoPaintShape *s)
{
  add_rounded (cr, s->x + s->b / 2, s->y + s->b / 2, s->width - s->b, s->height - s->b,
               s->a - s->b / 2);
  cairo_set_line_width (cr, s->b);
  cairo_stroke (cr);
}

static void
draw_repeated (cairo_t *cr, const QuoPaintShape *s)
{
  gboolean is_down = s->kind == SHAPE_DASHES_DOWN;
  double end = is_down ? s->height : s->width;

  for (double at = 0; at < end; at += s->b)
    if (is_down)
      cairo_rectangle (cr, s->x, s->y + at, s->width, MIN (s->a, end - at));
    else
      cairo_rectangle (cr, s->x + at, s->y, MIN (s->a, end - at), s->height);
  cairo_fill (cr);
}

/* Eight corners are round enough for 2 px, and cheaper than curves. */
static void
draw_dots (cairo_t *cr, const QuoPaintShape *s)
{
  double size = s->height, cut = size * 0.29;

  for (double x = s->x; x + size <= s->x + s->width + 0.01; x += s->a)
    {
      cairo_move_to (cr, x + cut, s->y);
      cairo_line_to (cr, x + size - cut, s->y);
      cairo_line_to (cr, x + size, s->y + cut);
      cairo_line_to (cr, x + size, s->y + size - cut);
      cairo_line_to (cr, x + size - cut, s->y + size);
      cairo_line_to (cr, x + cut, s->y + size);
      cairo_line_to (cr, x, s->y + size - cut);
      cairo_line_to (cr, x, s->y + cut);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

static void
draw_ring (cairo_t *cr, const QuoPaintShape *s)
{
  const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, s->x + s->width / 2, s->y + s->width / 2, s->width / 2 - 1, 0, 2 * G_PI);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 1.3);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The corner of a block's outline, rounded as far as its sides allow. */
static void
add_corner (cairo_t *cr, const double *before, const double *corner, const double *after)
{
  double in = hypot (before[0] - corner[0], before[1] - corner[1]);
  double out = hypot (after[0] - corner[0], after[1] - corner[1]);
  double radius = MIN (BLOCK_RADIUS, MIN (in, out) / 2);
  double from[2], to[2];

  if (in < 0.5 || out < 0.5)
    {
      cairo_line_to (cr, corner[0], corner[1]);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      from[i] = corner[i] + (before[i] - corner[i]) / in * radius;
      to[i] = corner[i] + (after[i] - corner[i]) / out * radius;
    }
  cairo_line_to (cr, from[0], from[1]);
  cairo_curve_to (cr, from[0] + (corner[0] - from[0]) * ARC, from[1] + (corner[1] - from[1]) * ARC,
                  to[0] + (corner[0] - to[0]) * ARC, to[1] + (corner[1] - to[1]) * ARC, to[0],
                  to[1]);
}

/* Right sides downwards, left sides upwards. */
static void
draw_block (cairo_t *cr, const QuoPaintShape *block)
{
  guint n = block->n_more, n_points = 0;
  g_autofree double *points = g_new (double, 8 * n);
  const QuoPaintShape *boxes = block + 1;

#define ADD_POINT(px, py) (points[2 * n_points] = (px), points[2 * n_points + 1] = (py), n_points++)
  for (guint i = 0; i < n; i++)
    {
      ADD_POINT (boxes[i].a, boxes[i].y);
      ADD_POINT (boxes[i].a, boxes[i].b);
    }
  for (guint i = n; i-- > 0;)
    {
      ADD_POINT (boxes[i].x, boxes[i].b);
      ADD_POINT (boxes[i].x, boxes[i].y);
    }
#undef ADD_POINT
  for (guint i = 0; i < n_points; i++)
    add_corner (cr, &points[2 * ((i + n_points - 1) % n_points)], &points[2 * i],
                &points[2 * ((i + 1) % n_points)]);
  cairo_close_path (cr);
  cairo_fill_preserve (cr);
  if (block->a > 0)
    {
      gdk_cairo_set_source_rgba (cr, &boxes[0].color);
      cairo_set_line_width (cr, block->a);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
draw_dot (cairo_t *cr, double x, double y)
{
  cairo_arc (cr, x, y, LINK_DOT, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_straight (cairo_t *cr, const QuoPaintShape *s)
{
  cairo_save (cr);
  cairo_set_line_width (cr, s->b);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, s->x, s->y);
  cairo_line_to (cr, s->width, s->height);
  cairo_stroke (cr);
  draw_dot (cr, s->width, s->height);
  cairo_restore (cr);
}

static void
draw_link (cairo_t *cr, const QuoPaintShape *s)
{
  double lane = s->a, end_x = s->width, end_y = s->height;
  double turn = end_y > s->y ? LINK_CORNER : -LINK_CORNER;
  double side = end_x > lane ? LINK_CORNER : -LINK_CORNER;

  cairo_save (cr);
  cairo_set_line_width (cr, s->b);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, s->x, s->y);
  cairo_curve_to (cr, lane, s->y, lane, s->y, lane, s->y + turn);
  cairo_line_to (cr, lane, end_y - turn);
  cairo_curve_to (cr, lane, end_y, lane, end_y, lane + side, end_y);
  cairo_line_to (cr, end_x, end_y);
  cairo_stroke (cr);
  draw_dot (cr, end_x, end_y);
  cairo_restore (cr);
}

static void
draw_text (cairo_t *cr, const QuoPaintShape *s, GHashTable *layouts)
{
  cairo_move_to (cr, s->a, s->b);
  pango_cairo_show_layout (cr, g_hash_table_lookup (layouts, GUINT_TO_POINTER (s->text)));
  cairo_new_path (cr);
}

void
quo_paint_shape_draw (cairo_t *cr, const QuoPaintShape *s, GHashTable *layouts)
{
  gdk_cairo_set_source_rgba (cr, &s->color);
  switch ((QuoPaintShapeKind)s->kind)
    {
    case SHAPE_RECT:
      cairo_rectangle (cr, s->x, s->y, s->width, s->height);
      cairo_fill (cr);
      break;
    case SHAPE_ROUNDED:
      add_rounded (cr, s->x, s->y, s->width, s->height, s->a);
      cairo_fill (cr);
      break;
    case SHAPE_OUTLINE:
      draw_outline (cr, s);
      break;
    case SHAPE_DASHES:
    case SHAPE_DASHES_DOWN:
      draw_repeated (cr, s);
      break;
    case SHAPE_DOTS:
      draw_dots (cr, s);
      break;
    case SHAPE_RING:
      draw_ring (cr, s);
      break;
    case SHAPE_BLOCK:
      draw_block (cr, s);
      break;
    case SHAPE_LINK:
      draw_link (cr, s);
      break;
    case SHAPE_STRAIGHT:
      draw_straight (cr, s);
      break;
    case SHAPE_TEXT:
      draw_text (cr, s, layouts);
      break;
    case SHAPE_BOX: /* drawn with its block */
      break;
    }
}
