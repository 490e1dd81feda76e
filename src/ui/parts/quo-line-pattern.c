/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include <math.h>

#include "quo-paint.h"
#include "quo-palette.h"

/* The line under a marked word tells its label without colour.  The same pattern stands in the
 * label bar, so one function draws both.  A new pattern is a function and a row of DRAWERS.
 *
 * Invariant: everything stays inside the lane (from 2 px above @y to 5 px below), starts and ends
 * on whole pixels, and is one shape or a few, however long the word is. */

#define DASH 5
#define DASH_PERIOD 8

typedef struct
{
  QuoPaint *paint;
  GdkRGBA ink;
  double x, y, width;
  double hard; /* what high contrast adds to a line: 0 or 1 px */
} Lane;

static void
draw_solid (const Lane *lane)
{
  quo_paint_rounded (lane->paint, &lane->ink, lane->x, lane->y, lane->width, 2 + lane->hard, 1);
}

static void
draw_thick (const Lane *lane)
{
  quo_paint_rounded (lane->paint, &lane->ink, lane->x, lane->y, lane->width, 3 + lane->hard, 1.5);
}

static void
draw_double (const Lane *lane)
{
  quo_paint_rect (lane->paint, &lane->ink, lane->x, lane->y - lane->hard, lane->width,
                  1 + lane->hard);
  quo_paint_rect (lane->paint, &lane->ink, lane->x, lane->y + 3, lane->width, 1);
}

static void
draw_dots (const Lane *lane)
{
  double size = 2.4 + lane->hard;

  quo_paint_dots (lane->paint, &lane->ink, lane->x, lane->y, lane->width, size, 4);
}

static void
draw_double_dots (const Lane *lane)
{
  quo_paint_dots (lane->paint, &lane->ink, lane->x, lane->y, lane->width, 1.6 + lane->hard, 4);
  quo_paint_dots (lane->paint, &lane->ink, lane->x, lane->y + 3, lane->width, 1.6 + lane->hard, 4);
}

static void
draw_measure (const Lane *lane)
{
  quo_paint_rect (lane->paint, &lane->ink, lane->x, lane->y + 1 - lane->hard, lane->width,
                  1 + lane->hard);
  quo_paint_rect (lane->paint, &lane->ink, lane->x, lane->y - 2, 1 + lane->hard, 5);
  quo_paint_rect (lane->paint, &lane->ink, lane->x + lane->width - 1 - lane->hard, lane->y - 2,
                  1 + lane->hard, 5);
}

static void
draw_dash_dot (const Lane *lane)
{
  quo_paint_dashes (lane->paint, &lane->ink, lane->x, lane->y, lane->width, 2 + lane->hard, 9, 15);
  quo_paint_dashes (lane->paint, &lane->ink, lane->x + 11, lane->y, lane->width - 11,
                    2 + lane->hard, 2, 15);
}

/* Only in the legend: on the page a quote is a block. */
static void
draw_block (const Lane *lane)
{
  quo_paint_rect (lane->paint, &lane->ink, lane->x, lane->y, 1 + lane->hard, 4);
  quo_paint_rect (lane->paint, &lane->ink, lane->x, lane->y + 3, lane->width, 1 + lane->hard);
  quo_paint_rect (lane->paint, &lane->ink, lane->x + lane->width - 1 - lane->hard, lane->y,
                  1 + lane->hard, 4);
}

static void
draw_cue (const Lane *lane)
{
  quo_paint_dashes (lane->paint, &lane->ink, lane->x, lane->y, lane->width, 1 + lane->hard, 1, 3);
}

static void (*const DRAWERS[]) (const Lane *lane) = {
  [QUO_LINE_SOLID] = draw_solid,
  [QUO_LINE_DOUBLE] = draw_double,
  [QUO_LINE_DOTS] = draw_dots,
  [QUO_LINE_MEASURE] = draw_measure,
  [QUO_LINE_BLOCK] = draw_block,
  [QUO_LINE_CUE] = draw_cue,
  [QUO_LINE_THICK] = draw_thick,
  [QUO_LINE_DASH_DOT] = draw_dash_dot,
  [QUO_LINE_DOUBLE_DOTS] = draw_double_dots,
};

void
quo_line_pattern_paint (QuoPaint *paint, const QuoPalette *palette, const QuoLabel *label,
                        gboolean is_suggestion, double x, double y, double width)
{
  Lane lane = { .paint = paint,
                .x = floor (x),
                .y = floor (y),
                .width = floor (width),
                .hard = palette->is_high_contrast ? 1 : 0 };

  if (lane.width < 1)
    return;
  lane.ink = quo_palette_ink (palette, label, 1);
  if (is_suggestion)
    quo_paint_dashes (paint, &lane.ink, lane.x, lane.y, lane.width, 1.5 + lane.hard, DASH,
                      DASH_PERIOD);
  else
    DRAWERS[label != NULL ? label->line : QUO_LINE_SOLID](&lane);
}

void
quo_line_pattern_paint_closing (QuoPaint *paint, const QuoPalette *palette, const GdkRGBA *ink,
                                double closed, double x, double y, double width)
{
  double thickness = 1.5 + (palette->is_high_contrast ? 1 : 0);

  if (width >= 1)
    quo_paint_dashes (paint, ink, floor (x), floor (y), floor (width), thickness,
                      DASH + (DASH_PERIOD - DASH) * closed, DASH_PERIOD);
}

void
quo_line_pattern_draw (GtkSnapshot *snapshot, const QuoPalette *palette, const QuoLabel *label,
                       gboolean is_suggestion, double x, double y, double width)
{
  g_autoptr (QuoPaint) paint = quo_paint_new ();

  quo_line_pattern_paint (paint, palette, label, is_suggestion, x, y, width);
  quo_paint_append (paint, snapshot, NULL);
}
