/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-place.h"

void
quo_page_to_buffer (const QuoPage *page, double x, double y, int *ret_x, int *ret_y)
{
  gtk_text_view_window_to_buffer_coords (page->view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, ret_x,
                                         ret_y);
}

gboolean
quo_page_find_offset (const QuoPage *page, double x, double y, guint32 *ret_offset)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  quo_page_to_buffer (page, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (page->view, &iter, buffer_x, buffer_y))
    return FALSE;
  *ret_offset = quo_display_map_to_text (page->map, gtk_text_iter_get_offset (&iter));
  return TRUE;
}

guint32
quo_page_find_border (const QuoPage *page, double x, double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y, trailing = 0;

  quo_page_to_buffer (page, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (page->view, &iter, &trailing, buffer_x, buffer_y);
  gtk_text_iter_forward_chars (&iter, trailing);
  return quo_display_map_to_text (page->map, gtk_text_iter_get_offset (&iter));
}

const QuoAnnotation *
quo_page_find_sign (const QuoPage *page, double x, double y)
{
  int buffer_x, buffer_y;

  quo_page_to_buffer (page, x, y, &buffer_x, &buffer_y);
  return quo_page_find_hit (page, buffer_x, buffer_y);
}

gboolean
quo_page_covers (const QuoAnnotation *annotation, guint32 offset)
{
  for (guint i = 0; i < annotation->n_ranges && !annotation->is_orphan; i++)
    if (offset >= annotation->ranges[i].start && offset < annotation->ranges[i].end)
      return TRUE;
  return FALSE;
}

const QuoAnnotation *
quo_page_find_annotation (const QuoPage *page, double x, double y)
{
  const QuoAnnotation *sign = quo_page_find_sign (page, x, y);
  guint32 offset;

  if (sign != NULL)
    return sign;
  if (!quo_page_find_offset (page, x, y, &offset))
    return NULL;
  return quo_session_find_at (page->session, offset);
}

GdkRectangle
quo_page_locate (const QuoPage *page, QuoSpan span)
{
  GtkTextIter first, last;
  GdkRectangle a, b;

  gtk_text_buffer_get_iter_at_offset (page->buffer, &first,
                                      quo_display_map_to_buffer (page->map, span.start));
  gtk_text_buffer_get_iter_at_offset (page->buffer, &last,
                                      quo_display_map_to_buffer (page->map, span.end));
  gtk_text_view_get_iter_location (page->view, &first, &a);
  gtk_text_view_get_iter_location (page->view, &last, &b);
  if (b.y == a.y)
    {
      int left = MIN (a.x, b.x);

      a.width = MAX (a.x, b.x) - left;
      a.x = left;
    }
  a.width = MAX (ABS (a.width), 1);
  gtk_text_view_buffer_to_window_coords (page->view, GTK_TEXT_WINDOW_WIDGET, a.x, a.y, &a.x, &a.y);
  return a;
}

void
quo_page_point_at (QuoPage *page, double x, double y)
{
  const QuoAnnotation *sign = quo_page_find_sign (page, x, y);
  QuoSpan selection = quo_session_get_selection (page->session);
  guint32 offset;
  gboolean is_on_text = quo_page_find_offset (page, x, y, &offset);

  gtk_widget_grab_focus (GTK_WIDGET (page->view));
  if (sign != NULL)
    {
      quo_session_select_annotation (page->session, sign->base.id);
      return;
    }
  if (is_on_text && offset >= selection.start && offset < selection.end)
    return;
  offset = is_on_text ? offset : quo_page_find_border (page, x, y);
  /* Not quo_session_select(), which would scroll what is pointed at away. */
  quo_session_follow (page->session, offset, QUO_SPAN (offset, offset));
  if (is_on_text)
    quo_session_select_at (page->session, offset);
}
