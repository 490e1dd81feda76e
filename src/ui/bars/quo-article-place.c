/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the page is scrolled to, in offsets of the article: pixels change with width and type. */
#include "quo-config.h"

#include "quo-article-place.h"

#include "quo-after-paint.h"
#include "quo-page.h"

/* Frames until the text above has its height: GtkTextView guesses it first, and margins and the
 * gaps between paragraphs are only known when the view has its size. */
#define FRAMES 10
/* The mark of the text, and its data. */
#define TOP "top"
#define FRAMES_LEFT "frames-left"

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

static gboolean
is_at_top (GtkTextView *view, GtkTextMark *mark)
{
  GdkRectangle seen;
  GtkTextIter iter;
  int y, height;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (view), &iter, mark);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  return y <= seen.y && seen.y < y + height;
}

/* After each of the first frames: scrolls again where the text has moved away meanwhile. */
static void
stay (GtkWidget *widget)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextMark *mark = gtk_text_buffer_get_mark (gtk_text_view_get_buffer (view), TOP);
  guint n_left;

  if (mark == NULL)
    return;
  n_left = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), FRAMES_LEFT));
  if (n_left == 0)
    return;
  g_object_set_data (G_OBJECT (mark), FRAMES_LEFT, GUINT_TO_POINTER (n_left - 1));
  if (!is_at_top (view, mark))
    gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0, 0);
  quo_after_paint (widget, stay);
}

void
quo_article_place_show_top (QuoArticleView *view, guint32 top)
{
  const QuoPage *page = quo_article_view_get_page (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, TOP);
  GtkTextIter iter;

  if (page->map == NULL || !quo_article_view_is_loaded (view))
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, quo_display_map_to_buffer (page->map, top));
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, TOP, &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), mark, 0, TRUE, 0, 0);
  g_object_set_data (G_OBJECT (mark), FRAMES_LEFT, GUINT_TO_POINTER (FRAMES));
  quo_after_paint (GTK_WIDGET (view), stay);
}

void
quo_article_place_let_go (QuoArticleView *view)
{
  GtkTextMark *mark
      = gtk_text_buffer_get_mark (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), TOP);

  if (mark != NULL)
    g_object_set_data (G_OBJECT (mark), FRAMES_LEFT, NULL);
}
