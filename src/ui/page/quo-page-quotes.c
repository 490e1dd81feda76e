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

#define PAD 3         /* px above and below the strip of a name */
#define SIDE 2        /* px beside the text */
#define MIN_OVERLAP 8 /* rows that overlap less than this in x are shapes of their own */
#define BRACKET_WIDTH 7
#define BRACKET_HEIGHT 8
#define EDGE_PERIOD 5

static QuoPaintBox
get_box (const QuoRow *row, double pad)
{
  return (QuoPaintBox){ row->x - SIDE, row->x + row->width + SIDE, quo_row_get_top (row) - pad,
                        quo_row_get_bottom (row) + pad + 1 };
}

static gboolean
is_joined (const QuoRow *row, const QuoRow *next)
{
  return next->line != row->line && next->x < row->x + row->width - MIN_OVERLAP
         && next->x + next->width > row->x + MIN_OVERLAP;
}

/* Rows that belong together become one shape; where two meet, half-way. */
static void
draw_block (QuoPaint *paint, const QuoRow *rows, guint n, double pad, const GdkRGBA *fill,
            const GdkRGBA *line, double thickness)
{
  g_autofree QuoPaintBox *boxes = g_new (QuoPaintBox, n);

  for (guint first = 0; first < n;)
    {
      guint last = first;

      boxes[first] = get_box (&rows[first], pad);
      while (last + 1 < n && is_joined (&rows[last], &rows[last + 1]))
        {
          boxes[last + 1] = get_box (&rows[last + 1], pad);
          boxes[last].bottom = boxes[last + 1].top
              = floor ((boxes[last].bottom + boxes[last + 1].top) / 2);
          last++;
        }
      quo_paint_block (paint, &boxes[first], last - first + 1, fill, line, thickness);
      first = last + 1;
    }
}

/* @is_left: at the left side of the row; @is_top: it opens the quote. */
static void
draw_bracket (QuoPaint *paint, const GdkRGBA *ink, QuoPaintBox box, gboolean is_left,
              gboolean is_top, double thickness)
{
  double x = is_left ? box.left - 1 : box.right + 1 - thickness;
  double y = is_top ? box.top : box.bottom - BRACKET_HEIGHT;

  quo_paint_rect (paint, ink, x, y, thickness, BRACKET_HEIGHT);
  quo_paint_rect (paint, ink, is_left ? x + thickness : x + thickness - BRACKET_WIDTH,
                  is_top ? box.top : box.bottom - thickness, BRACKET_WIDTH - thickness, thickness);
}

static void
draw_edge (QuoPaint *paint, const GdkRGBA *ink, QuoPaintBox box, gboolean is_left)
{
  double x = is_left ? box.left - 1 : box.right - 1;

  quo_paint_dashes_down (paint, ink, x, box.top + 1, 2, box.bottom - box.top - 3, 2.5, EDGE_PERIOD);
}

/* How the part begins and ends: a bracket at the ends of the quote, dots where it goes on. */
static void
draw_ends (QuoPageParagraph *paragraph, const QuoMark *mark, const GdkRGBA *ink, double pad)
{
  const QuoRow *rows = quo_page_mark_get_rows (paragraph, mark);
  gboolean is_rtl = paragraph->lines->is_rtl;
  double thickness
      = (mark->is_indirect ? 1 : 2) + (paragraph->page->palette.is_high_contrast ? 1 : 0);
  QuoPaintBox first = get_box (&rows[0], pad), last = get_box (&rows[mark->n_rows - 1], pad);

  if (mark->is_start && mark->part == 0)
    draw_bracket (paragraph->paint, ink, first, !is_rtl, TRUE, thickness);
  else if (mark->is_start)
    draw_edge (paragraph->paint, ink, first, !is_rtl);
  if (mark->is_end && mark->part + 1 == mark->annotation->n_ranges)
    draw_bracket (paragraph->paint, ink, last, is_rtl, FALSE, thickness);
  else if (mark->is_end)
    draw_edge (paragraph->paint, ink, last, is_rtl);
}

static void
draw_quote (QuoPageParagraph *paragraph, const QuoMark *mark)
{
  const QuoPalette *palette = &paragraph->page->palette;
  GdkRGBA fill = quo_page_mark_get_fill (paragraph->page, mark);
  GdkRGBA ink = quo_page_mark_get_ink (paragraph->page, mark,
                                       mark->is_selected || palette->is_high_contrast ? 1
                                       : mark->is_suggestion                          ? 0.6
                                                                                      : 0.75);
  double pad = mark->level > 0 ? 0 : PAD;

  draw_block (paragraph->paint, quo_page_mark_get_rows (paragraph, mark), mark->n_rows, pad, &fill,
              &ink, mark->is_selected && palette->is_high_contrast ? 1.25 : 0);
  draw_ends (paragraph, mark, &ink, pad);
}

void
quo_page_quotes_draw (QuoPageParagraph *paragraph)
{
  /* Outer quotes first: inner ones stand on them. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < paragraph->marks->len; i++)
      {
        const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);

        if (mark->kind != QUO_LABEL_QUOTE || (mark->level > 0) != (pass == 1))
          continue;
        if (paragraph->page->density != QUO_DENSITY_NONE || mark->is_selected || mark->is_pointed)
          draw_quote (paragraph, mark);
      }
  for (guint i = 0; i < paragraph->marks->len; i++)
    {
      const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);

      if (mark->kind == QUO_LABEL_QUOTE)
        quo_page_chip_draw (paragraph, mark);
    }
}
