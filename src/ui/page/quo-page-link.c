/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include <math.h>

#include "quo-page-margin.h"

/* The link of the selected quote: from its bar down or up a lane in the gutter, along the leading
 * under the speaker's line, to a dot under the name.
 *
 * Invariant: it never crosses a letter, and the chips it would cross are not drawn
 * (quo-page-chips). */

#define LANE 4.5    /* px from the bar to the lane */
#define BAR_EDGE 11 /* px from the text to the bar's near edge */

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

static gboolean
find_ends (QuoPage *page, Ends *ends)
{
  const QuoAnnotation *quote = quo_document_find_annotation (page->document, page->selected);
  const QuoAnnotation *source = quo_document_find_annotation (page->document, page->link_source);
  const QuoPageEntry *entry;
  GtkTextIter iter;
  gboolean is_found = FALSE;
  int y;

  if (!find_paragraph (page, quote, &iter, &y))
    return FALSE;
  entry = quo_page_cache_get (page, &iter);
  for (guint i = 0; entry->bars != NULL && i < entry->bars->len && !is_found; i++)
    {
      const QuoPageBar *bar = &g_array_index (entry->bars, QuoPageBar, i);

      if (bar->annotation != quote || bar->part > 0)
        continue;
      ends->y = floor (y + bar->base - 5) + 0.5;
      is_found = TRUE;
    }
  if (!is_found || !find_paragraph (page, source, &iter, &y))
    return FALSE;
  entry = quo_page_cache_get (page, &iter);
  ends->end_x = entry->link_x;
  ends->end_y = y + entry->link_y;
  ends->x = page->is_rtl ? page->width - page->right + BAR_EDGE : page->left - BAR_EDGE;
  return entry->has_source;
}

void
quo_page_link_draw (QuoPage *page, QuoPaint *paint)
{
  GdkRGBA ink = quo_palette_speech (&page->palette, 1);
  Ends ends;

  if (page->selected == NULL || page->link_source == NULL || page->is_narrow
      || !find_ends (page, &ends))
    return;
  quo_paint_link (paint, &ink, ends.x, ends.y, ends.x + quo_margin_get_direction (page) * LANE,
                  ends.end_x, ends.end_y, page->palette.is_high_contrast ? 2 : 1.5);
}
