/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fingers. No X server without a device can make touch events, and GTK takes none that a program
 * makes, so what a finger sets off is set off by the signals of the gestures; that a gesture
 * listens to fingers is read from it. That a flick does not select is GtkTextView's own and not
 * tested.
 */
#include "page-fixture.h"
#include "quo-context-menu.h"

#include <adwaita.h>

static const char *const story
    = "Ferry stays in harbour\n"
      "\n"
      "Captain Ida Brandt-Lund said on Friday that the old ferry stays.\n";

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, story, 760, 400);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

/* (transfer full): the gesture of this type that listens to fingers only, or to both. */
static GtkGesture *
find_gesture (GtkWidget *widget, GType type, gboolean is_touch_only)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (controller)) == is_touch_only)
        return GTK_GESTURE (g_steal_pointer (&controller));
    }
  return NULL;
}

static GtkWidget *
find_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

static GMenuModel *
make_menu (GtkWidget *widget, gboolean is_pointed, GdkRectangle *at, gpointer data)
{
  GMenu *menu = g_menu_new ();
  gboolean *ret_is_pointed = data;

  *ret_is_pointed = is_pointed;
  g_menu_append (menu, "Delete", "win.delete");
  return G_MENU_MODEL (menu);
}

static void
test_long_press (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("Ida Brandt-Lund");
  gboolean is_pointed = FALSE;
  GtkGesture *press;

  gtk_window_set_child (GTK_WINDOW (window), label);
  quo_context_menu_attach (label, make_menu, &is_pointed);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (label))
    g_main_context_iteration (NULL, TRUE);
  press = find_gesture (label, GTK_TYPE_GESTURE_LONG_PRESS, TRUE);
  g_assert_nonnull (press);
  g_assert_null (find_popover (label));
  g_signal_emit_by_name (press, "pressed", 2.0, 2.0);
  g_assert_nonnull (find_popover (label));
  g_assert_true (is_pointed);
  g_object_unref (press);
  gtk_widget_unparent (find_popover (label));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The handles are dragged by a gesture that takes fingers as well as the first button, before those
 * that would scroll. */
static void
test_handles (PageFixture *fixture, gconstpointer data)
{
  GtkGesture *drag = find_gesture (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_DRAG, FALSE);

  g_assert_nonnull (drag);
  g_assert_cmpuint (gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (drag)), <=, 1);
  g_object_unref (drag);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/page/touch/long-press", test_long_press);
  g_test_add ("/page/touch/handles", PageFixture, NULL, set_up, test_handles, tear_down);
  return g_test_run ();
}
