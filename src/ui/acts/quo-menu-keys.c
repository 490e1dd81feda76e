/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK gives the keyboard to the button of a menu, by the click and once more when the menu closes,
 * and bare keys, which are those of the article, did nothing then. Who clicks has not gone there
 * with the keyboard; who has finds it where it was. */
#include "quo-config.h"

#include "quo-menu-keys.h"

/* Whether it is by a pointer that the widget, or one in it, does what it does right now. */
static gboolean
is_clicked (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller)
          && gtk_event_controller_get_current_event (controller) != NULL)
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child) && is_clicked (child))
      return TRUE;
  return FALSE;
}

static gboolean
give_back (gpointer data)
{
  GtkWidget *button = data;
  GtkRoot *root = gtk_widget_get_root (button);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, button) || focus == button))
    gtk_widget_activate_action (button, "win.focus-article", NULL);
  return G_SOURCE_REMOVE;
}

/* What was chosen acts after this and may take the keyboard elsewhere, and so does newer GTK, which
 * gives it to the button once more when the menu is gone. */
static void
on_closed (GtkWidget *popover)
{
  GtkWidget *button = gtk_widget_get_parent (popover);

  g_signal_handlers_disconnect_by_func (popover, on_closed, NULL);
  if (button != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, give_back, g_object_ref (button), g_object_unref);
}

static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);
  GtkWidget *button = GTK_IS_POPOVER (widget) ? gtk_widget_get_parent (widget) : NULL;

  if (button != NULL && GTK_IS_MENU_BUTTON (button) && is_clicked (button))
    g_signal_connect_after (widget, "closed", G_CALLBACK (on_closed), NULL);
  return TRUE;
}

void
quo_menu_keys_start (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
