/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the page is scrolled to, in offsets of the article: pixels change with width and type. */
#include "quo-config.h"

#include "quo-article-place.h"

#include "quo-page.h"

guint32
quo_article_place_get_top (QuoArticleView *view)
{
  const QuoPage *page = quo_article_view_get_page (view);
  GdkRectangle seen;
  GtkTextIter iter;

  if (page->map == NULL)
    return 0;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (view), &seen);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (view), &iter, seen.y, NULL);
  return seen.y <= 0 ? 0 : quo_display_map_to_text (page->map, gtk_text_iter_get_offset (&iter));
}
