/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context menu of the page: what is pointed at becomes what is selected, then what the keys
 * would do to it is offered. */
#include "quo-config.h"

#include "quo-context-menu.h"
#include "quo-page-menu.h"
#include "quo-page-place.h"
#include "quo-window-private.h"

/* Beside the selected text, or the caret; at the edge of the view when that is out of sight. */
static GdkRectangle
locate_selection (QuoWindow *window)
{
  QuoSpan selection = quo_session_get_selection (window->session);
  guint32 caret = quo_session_get_caret (window->session);
  GdkRectangle at
      = quo_page_locate (quo_article_view_get_page (window->view),
                         quo_span_is_empty (selection) ? QUO_SPAN (caret, caret) : selection);

  at.y = CLAMP (at.y, 0, gtk_widget_get_height (GTK_WIDGET (window->view)) - at.height);
  return at;
}

static GMenuModel *
make_page_menu (GtkWidget *widget, gboolean is_pointed, GdkRectangle *at, gpointer data)
{
  QuoWindow *window = data;
  QuoPage *page = quo_article_view_get_page (window->view);

  if (page->map == NULL)
    return NULL;
  if (is_pointed)
    quo_page_point_at (page, at->x, at->y);
  else
    *at = locate_selection (window);
  return quo_page_menu_new (window->session, quo_folder_get_path (window->folder) != NULL);
}

void
quo_window_attach_context_menu (QuoWindow *window)
{
  quo_context_menu_attach (GTK_WIDGET (window->view), make_page_menu, window);
}

void
quo_window_show_context_menu (QuoWindow *window)
{
  quo_context_menu_popup (GTK_WIDGET (window->view));
}

void
quo_window_show_mentions (QuoWindow *window, const char *entity)
{
  quo_list_column_show_mentions (window->list_page, entity);
  quo_fold_show (window->fold, FALSE);
}
