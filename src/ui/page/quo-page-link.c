/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include <math.h>

#include "quo-page-margin.h"

/* The link of the selected quote: from its bar down or up a lane in the gutter, along the leading
 * under the speaker's line, to a dot under the name.
 *
 * Invariant: it never crosses a letter, and the chips it would cross are not drawn
 * (quo-page-chips). */

#define LANE 4.5     /* px from the bar to the lane */
#define BAR_EDGE 11  /* px from the text to the bar's near edge */
#define MOTION 180   /* ms */
#define LEAST_RUN 10 /* px along the leading, for the corners */

typedef struct
{
  double x, y;         /* of the bar, beside the quote's first row */
  double end_x, end_y; /* of the dot */
} Ends;

/* The start of the paragraph an annotation begins in; FALSE while it has no place yet. */
static gboolean
find_paragraph (QuoPage *page, const QuoAnnotation *annotation, GtkTextIter *iter, int *y)
{
  int height;

  if (annotation == NULL || annotation->is_orphan)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (
      page->buffer, iter, quo_display_map_to_buffer (page->map, annotation->ranges[0].start));
  gtk_text_iter_set_line_offset (iter, 0);
  gtk_text_view_get_line_yrange (page->view, iter, y, &height);
  return height > 0;
}

/* Beside the first row of the quote; FALSE while it is not laid out. */
static gboolean
find_start (QuoPage *page, const QuoAnnotation *quote, Ends *ends)
{
  const QuoPageEntry *entry;
  GtkTextIter iter;
  int y;

  if (!find_paragraph (page, quote, &iter, &y))
    return FALSE;
  entry = quo_page_cache_get (page, &iter);
  ends->x = page->is_rtl ? page->width - page->right + BAR_EDGE : page->left - BAR_EDGE;
  for (guint i = 0; entry->bars != NULL && i < entry->bars->len; i++)
    {
      const QuoPageBar *bar = &g_array_index (entry->bars, QuoPageBar, i);

      if (bar->annotation != quote || bar->part > 0)
        continue;
      ends->y = floor (y + bar->base - 5) + 0.5;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_ends (QuoPage *page, Ends *ends)
{
  const QuoAnnotation *quote = quo_document_find_annotation (page->document, page->selected);
  const QuoAnnotation *source = quo_document_find_annotation (page->document, page->link_source);
  const QuoPageEntry *entry;
  GtkTextIter iter;
  int y;

  if (!find_start (page, quote, ends) || !find_paragraph (page, source, &iter, &y))
    return FALSE;
  entry = quo_page_cache_get (page, &iter);
  ends->end_x = entry->link_x;
  ends->end_y = y + entry->link_y;
  return entry->has_source;
}

/* The words that a drag would link to. */
static void
draw_target (QuoPage *page, QuoPaint *paint, const GdkRGBA *ink)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QuoRow));
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (page->buffer, &iter,
                                      quo_display_map_to_buffer (page->map, page->aim.span.start));
  gtk_text_iter_set_line_offset (&iter, 0);
  gtk_text_view_get_line_yrange (page->view, &iter, &y, &height);
  quo_page_lines_measure (quo_page_cache_get_lines (page, &iter),
                          QUO_SPAN (quo_display_map_to_buffer (page->map, page->aim.span.start),
                                    quo_display_map_to_buffer (page->map, page->aim.span.end)),
                          rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const QuoRow *row = &g_array_index (rows, QuoRow, i);
      double top = quo_row_get_top (row), bottom = quo_row_get_bottom (row);

      quo_paint_outline (paint, ink, row->x - 3, y + top - 1, row->width + 6, bottom - top + 2, 4,
                         page->palette.is_high_contrast ? 3 : 1.5);
    }
}

/* A link that is being dragged goes straight to the pointer: that is where it will go, and what it
 * crosses on the way is for a moment only. */
static void
draw_aim (QuoPage *page, QuoPaint *paint, const GdkRGBA *ink)
{
  const QuoAnnotation *quote = quo_document_find_annotation (page->document, page->aim.quote);
  Ends ends;

  if (page->aim.speaker != NULL)
    draw_target (page, paint, ink);
  if (find_start (page, quote, &ends))
    quo_paint_straight (paint, ink, ends.x, ends.y, page->aim.x, page->aim.y,
                        page->palette.is_high_contrast ? 2 : 1.5);
}

static void
set_drawn (double value, gpointer data)
{
  QuoPage *page = data;

  page->link_drawn = value;
  gtk_widget_queue_draw (GTK_WIDGET (page->view));
}

/* At once where the desktop wants no animations: libadwaita knows. */
void
quo_page_link_begin (QuoPage *page)
{
  if (page->link_motion == NULL)
    {
      page->link_motion
          = adw_timed_animation_new (GTK_WIDGET (page->view), 0, 1, MOTION,
                                     adw_callback_animation_target_new (set_drawn, page, NULL));
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (page->link_motion), ADW_EASE_OUT_CUBIC);
    }
  adw_animation_play (page->link_motion);
}

void
quo_page_link_draw (QuoPage *page, QuoPaint *paint)
{
  GdkRGBA ink = quo_palette_speech (&page->palette, 1);
  double lane, run;
  Ends ends;

  if (page->aim.quote != NULL)
    {
      draw_aim (page, paint, &ink);
      return;
    }
  if (page->selected == NULL || page->link_source == NULL || page->is_narrow
      || !find_ends (page, &ends))
    return;
  lane = ends.x + quo_margin_get_direction (page) * LANE;
  run = ends.end_x - lane;
  if (page->link_drawn < 1 && fabs (run) > LEAST_RUN)
    run = copysign (MAX (LEAST_RUN, fabs (run) * page->link_drawn), run);
  quo_paint_link (paint, &ink, ends.x, ends.y, lane, lane + run, ends.end_y,
                  page->palette.is_high_contrast ? 2 : 1.5);
}
