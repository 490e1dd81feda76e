/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the window that its first frame can do without. The menus are made when they are
 * opened; the others are made one at a time, each in
 * a turn of the main loop of its own, while the article is still being read in its thread.
 *
 * Invariant: the session is busy until all are there, so nobody who waits for the window to be
 * ready finds a part missing. */
#include "quo-config.h"

#include "quo-after-paint.h"
#include "quo-key-hints.h"
#include "quo-keys.h"
#include "quo-recent.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

static void
make_inspector (QuoWindow *window)
{
  GtkWidget *inspector = quo_inspector_new (window->session);

  window->inspector = QUO_INSPECTOR (inspector);
  gtk_widget_set_vexpand (inspector, TRUE);
  gtk_box_append (window->inspector_column, inspector);
  quo_keys_attach_column (inspector, GTK_WIDGET (window->view));
  quo_key_hints_update_tooltips (inspector); /* made after the keys were told to the window */
}

static void
fill_recent (QuoWindow *window)
{
  quo_recent_fill_menu (window->recent_menu);
}

static void (*const PARTS[]) (QuoWindow *window) = { make_inspector, fill_recent };

/* Makes the next part. Returns whether there was one. */
static gboolean
furnish (QuoWindow *window)
{
  if (window->session == NULL || window->n_furnished == G_N_ELEMENTS (PARTS))
    return FALSE;
  PARTS[window->n_furnished++](window);
  if (window->n_furnished == G_N_ELEMENTS (PARTS))
    quo_session_end_busy (window->session);
  return TRUE;
}

static void
on_painted (GtkWidget *widget)
{
  if (furnish (QUO_WINDOW (widget)))
    quo_after_paint (widget, on_painted);
}

/* The menus. A menu button that has a model makes its popover with all its rows at once, one that
 * is told how to come by it when it is opened. */

static void
make_menu (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* The arrow of a split button has no name of its own. */
static GtkMenuButton *
find_arrow (GtkWidget *split_button)
{
  for (GtkWidget *child = gtk_widget_get_first_child (split_button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      {
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _ ("Other ways to open"), -1);
        return GTK_MENU_BUTTON (child);
      }
  return NULL;
}

void
quo_window_attach_menus (QuoWindow *window)
{
  GtkMenuButton *arrow = find_arrow (window->open_button);

  gtk_menu_button_set_create_popup_func (window->menu_button, make_menu, window->main_menu, NULL);
  gtk_menu_button_set_create_popup_func (window->side_menu_button, make_menu, window->main_menu,
                                         NULL);
  gtk_menu_button_set_create_popup_func (window->empty_menu_button, make_menu, window->empty_menu,
                                         NULL);
  if (arrow != NULL)
    gtk_menu_button_set_create_popup_func (arrow, make_menu, window->open_menu, NULL);
}

void
quo_window_furnish_later (QuoWindow *window)
{
  quo_session_begin_busy (window->session);
  quo_after_paint (GTK_WIDGET (window), on_painted);
}

void
quo_window_furnish_now (QuoWindow *window)
{
  while (furnish (window))
    ;
}
