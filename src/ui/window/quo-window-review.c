/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing what has to be reviewed. */
#include "quo-config.h"

#include "quo-window-private.h"

#include <glib/gi18n.h>

/* Whether there is something to review, which is then shown. */
static gboolean
show_list (QuoWindow *window)
{
  if (quo_review_get_length (quo_session_get_review (window->session)) == 0)
    {
      quo_session_set_message (window->session, _ ("Nothing is left to review"));
      return FALSE;
    }
  g_object_set (window->list_page, "page", "review", NULL);
  quo_fold_show (window->fold, FALSE);
  return TRUE;
}

void
quo_window_review (QuoWindow *window)
{
  QuoReview *review = quo_session_get_review (window->session);

  if (!show_list (window))
    return;
  if (quo_review_get_current (review) == G_MAXUINT
      && quo_session_count_review (window->session) > 0)
    quo_session_review_step (window->session, 1);
  quo_list_column_focus_review (window->list_page);
}

void
quo_window_review_step (QuoWindow *window, gint direction)
{
  if (show_list (window))
    quo_session_review_step (window->session, direction);
}
