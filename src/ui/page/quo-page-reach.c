/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-reach.h"

void
quo_page_reach_tell (QuoPageReach *reach, QuoPage *page)
{
  GtkTextIter start, end;
  GdkRectangle seen;

  if (page->map == NULL || page->session == NULL)
    return;
  gtk_text_view_get_visible_rect (page->view, &seen);
  if (seen.width == reach->width && seen.height == reach->height && page->em == reach->em)
    return;
  gtk_text_view_get_iter_at_location (page->view, &start, seen.x, seen.y);
  gtk_text_view_get_iter_at_location (page->view, &end, seen.x + seen.width, seen.y + seen.height);
  if (gtk_text_iter_is_end (&end))
    return;
  *reach = (QuoPageReach){ seen.width, seen.height, page->em };
  quo_session_set_reach (page->session, (guint32)(gtk_text_iter_get_offset (&end)
                                                  - gtk_text_iter_get_offset (&start)));
}
