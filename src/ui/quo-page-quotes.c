/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include <math.h>

#include "quo-page-marks.h"
#include "quo-paint.h"

/* Quotes are blocks: the rows of a part joined into one shape, opened and closed by corner
 * brackets, with a dotted edge where the quote goes on after an interruption.
 *
 * Invariant: rows of neighbouring lines touch without overlapping, so a fill never doubles itself.
 */

#define PAD 3  /* px above and below the strip of a name */
#define SIDE 2 /* px beside the text */
#define RADIUS 5
#define MIN_OVERLAP 8 /* rows that overlap less than this in x are shapes of their own */
#define BRACKET_WIDTH 7
#define BRACKET_HEIGHT 8
#define EDGE_PERIOD 5
/* A control point this far along makes a Bezier curve a quarter of a circle. */
#define ARC 0.55

typedef struct
{
  double left, right, top, bottom;
} Box;

typedef struct
{
  double x, y;
} Point;

static Box
get_box (const QuoRow *row, double pad)
{
  return (Box){ row->x - SIDE, row->x + row->width + SIDE, quo_row_get_top (row) - pad,
                quo_row_get_bottom (row) + pad + 1 };
}

static gboolean
is_joined (const QuoRow *row, const QuoRow *next)
{
  return next->line != row->line && next->x < row->x + row->width - MIN_OVERLAP
         && next->x + next->width > row->x + MIN_OVERLAP;
}

/* A corner of the outline, rounded as far as its sides allow. */
static void
add_corner (cairo_t *cr, Point before, Point corner, Point after)
{
  double in = hypot (before.x - corner.x, before.y - corner.y);
  double out = hypot (after.x - corner.x, after.y - corner.y);
  double radius = MIN (RADIUS, MIN (in, out) / 2);
  Point from, to;

  if (in < 0.5 || out < 0.5)
    {
      cairo_line_to (cr, corner.x, corner.y);
      return;
    }
  from.x = corner.x + (before.x - corner.x) / in * radius;
  from.y = corner.y + (before.y - corner.y) / in * radius;
  to.x = corner.x + (after.x - corner.x) / out * radius;
  to.y = corner.y + (after.y - corner.y) / out * radius;
  cairo_line_to (cr, from.x, from.y);
  cairo_curve_to (cr, from.x + (corner.x - from.x) * ARC, from.y + (corner.y - from.y) * ARC,
                  to.x + (corner.x - to.x) * ARC, to.y + (corner.y - to.y) * ARC, to.x, to.y);
}

/* Right sides downwards, left sides upwards. */
static void
add_outline (cairo_t *cr, const Box *boxes, guint n)
{
  g_autofree Point *points = g_new (Point, 4 * n);
  guint n_points = 0;

  for (guint i = 0; i < n; i++)
    {
      points[n_points++] = (Point){ boxes[i].right, boxes[i].top };
      points[n_points++] = (Point){ boxes[i].right, boxes[i].bottom };
    }
  for (guint i = n; i-- > 0;)
    {
      points[n_points++] = (Point){ boxes[i].left, boxes[i].bottom };
      points[n_points++] = (Point){ boxes[i].left, boxes[i].top };
    }
  cairo_new_path (cr);
  for (guint i = 0; i < n_points; i++)
    add_corner (cr, points[(i + n_points - 1) % n_points], points[i], points[(i + 1) % n_points]);
  cairo_close_path (cr);
}

/* Boxes of rows that belong together; where two meet, half-way. */
static void
draw_shape (GtkSnapshot *snapshot, Box *boxes, guint n, const GdkRGBA *fill, const GdkRGBA *line)
{
  double left = G_MAXDOUBLE, right = 0;
  cairo_t *cr;

  if (n == 1 && line == NULL)
    {
      quo_paint_rounded (snapshot, fill, boxes[0].left, boxes[0].top,
                         boxes[0].right - boxes[0].left, boxes[0].bottom - boxes[0].top, RADIUS);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, boxes[i].left);
      right = MAX (right, boxes[i].right);
      if (i + 1 < n)
        boxes[i].bottom = boxes[i + 1].top = floor ((boxes[i].bottom + boxes[i + 1].top) / 2);
    }
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (left - 2, boxes[0].top - 2, right - left + 4,
                                                       boxes[n - 1].bottom - boxes[0].top + 4));
  add_outline (cr, boxes, n);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  if (line != NULL)
    {
      gdk_cairo_set_source_rgba (cr, line);
      cairo_set_line_width (cr, 1.25);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
draw_block (GtkSnapshot *snapshot, const QuoRow *rows, guint n, double pad, const GdkRGBA *fill,
            const GdkRGBA *line)
{
  g_autofree Box *boxes = g_new (Box, n);

  for (guint first = 0; first < n;)
    {
      guint last = first;

      while (last + 1 < n && is_joined (&rows[last], &rows[last + 1]))
        last++;
      for (guint i = first; i <= last; i++)
        boxes[i - first] = get_box (&rows[i], pad);
      draw_shape (snapshot, boxes, last - first + 1, fill, line);
      first = last + 1;
    }
}

/* @is_left: at the left side of the row; @is_top: it opens the quote. */
static void
draw_bracket (GtkSnapshot *snapshot, const GdkRGBA *ink, Box box, gboolean is_left, gboolean is_top,
              double thickness)
{
  double x = is_left ? box.left - 1 : box.right + 1 - thickness;
  double y = is_top ? box.top : box.bottom - BRACKET_HEIGHT;

  quo_paint_rect (snapshot, ink, x, y, thickness, BRACKET_HEIGHT);
  quo_paint_rect (snapshot, ink, is_left ? x + thickness : x + thickness - BRACKET_WIDTH,
                  is_top ? box.top : box.bottom - thickness, BRACKET_WIDTH - thickness, thickness);
}

static void
draw_edge (GtkSnapshot *snapshot, const GdkRGBA *ink, Box box, gboolean is_left)
{
  double x = is_left ? box.left - 1 : box.right - 1;

  quo_paint_dashes_down (snapshot, ink, x, box.top + 1, 2, box.bottom - box.top - 3, 2.5,
                         EDGE_PERIOD);
}

/* How the part begins and ends: a bracket at the ends of the quote, dots where it goes on. */
static void
draw_ends (QuoPageParagraph *paragraph, GtkSnapshot *snapshot, const QuoMark *mark,
           const GdkRGBA *ink, double pad)
{
  const QuoRow *rows = quo_page_mark_get_rows (paragraph, mark);
  gboolean is_rtl = paragraph->lines.is_rtl;
  double thickness
      = (mark->is_indirect ? 1 : 2) + (paragraph->page->palette.is_high_contrast ? 1 : 0);
  Box first = get_box (&rows[0], pad), last = get_box (&rows[mark->n_rows - 1], pad);

  if (mark->is_start && mark->part == 0)
    draw_bracket (snapshot, ink, first, !is_rtl, TRUE, thickness);
  else if (mark->is_start)
    draw_edge (snapshot, ink, first, !is_rtl);
  if (mark->is_end && mark->part + 1 == mark->annotation->n_ranges)
    draw_bracket (snapshot, ink, last, is_rtl, FALSE, thickness);
  else if (mark->is_end)
    draw_edge (snapshot, ink, last, is_rtl);
}

static void
draw_quote (QuoPageParagraph *paragraph, GtkSnapshot *snapshot, const QuoMark *mark)
{
  const QuoPalette *palette = &paragraph->page->palette;
  GdkRGBA fill = quo_page_mark_get_fill (paragraph->page, mark);
  GdkRGBA ink = quo_palette_ink (palette, mark->label,
                                 mark->is_selected || palette->is_high_contrast ? 1
                                 : mark->is_suggestion                          ? 0.6
                                                                                : 0.75);
  double pad = mark->level > 0 ? 0 : PAD;

  draw_block (snapshot, quo_page_mark_get_rows (paragraph, mark), mark->n_rows, pad, &fill,
              mark->is_selected && palette->is_high_contrast ? &ink : NULL);
  draw_ends (paragraph, snapshot, mark, &ink, pad);
}

void
quo_page_quotes_draw (QuoPageParagraph *paragraph, GtkSnapshot *snapshot)
{
  /* Outer quotes first: inner ones stand on them. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < paragraph->marks->len; i++)
      {
        const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);

        if (mark->kind != QUO_LABEL_QUOTE || (mark->level > 0) != (pass == 1))
          continue;
        if (paragraph->page->density != QUO_DENSITY_NONE || mark->is_selected)
          draw_quote (paragraph, snapshot, mark);
      }
  for (guint i = 0; i < paragraph->marks->len; i++)
    {
      const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);

      if (mark->kind == QUO_LABEL_QUOTE && mark->is_selected && mark->is_start && mark->part == 0)
        quo_page_chip_draw (paragraph, snapshot, mark);
    }
}
