/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-list-leave.h"

#include <gdk/gdkkeysyms.h>

/* GTK_LIST_TAB_ITEM, as in the header of GTK 4.12. */
#define TAB_ITEM 1

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        gpointer data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *row = gtk_widget_get_focus_child (list);
  gboolean is_back = keyval == GDK_KEY_ISO_Left_Tab || (modifiers & GDK_SHIFT_MASK) != 0;
  GtkDirectionType direction = is_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;
  gboolean has_moved;

  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab && keyval != GDK_KEY_KP_Tab)
    return GDK_EVENT_PROPAGATE;
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_child_focus (row, direction))
    return GDK_EVENT_STOP;
  /* To the window the list is as if it could have no focus: so it goes on to what stands after. */
  gtk_widget_set_can_focus (list, FALSE);
  has_moved = gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
  gtk_widget_set_can_focus (list, TRUE);
  return has_moved ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* Since GTK 4.12 Tab comes into a list view at its first row and Shift+Tab at its last one, unless
 * it is told that Tab does not go through the rows; then, as before, it comes to the row that had
 * the keyboard last. Which GTK runs is known only then, so the property is asked for. */
static void
come_back_to_row (GtkWidget *list)
{
  GParamSpec *behavior = g_object_class_find_property (G_OBJECT_GET_CLASS (list), "tab-behavior");

  if (behavior != NULL && G_IS_PARAM_SPEC_ENUM (behavior))
    g_object_set (list, "tab-behavior", TAB_ITEM, NULL);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

void
quo_list_leave_by_tab (GtkWidget *widget)
{
  GtkWidget *list = find_list (widget);
  GtkEventController *controller;

  g_return_if_fail (list != NULL);

  controller = gtk_event_controller_key_new ();
  come_back_to_row (list);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), NULL);
  gtk_widget_add_controller (list, controller);
}
