/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-context-menu.h"

#include "quo-after-paint.h"

/* Invariant: a widget has one menu at most. It is hidden when it is closed and goes when the next
 * one is asked for, or the widget is destroyed: its item is activated after it is closed, and where
 * the pointer is comes from its surface until another one gets an event. The keyboard goes back to
 * where it was. */

typedef struct
{
  QuoContextMenuFunc make;
  gpointer data;
  GtkWidget *popover; /* weak */
} ContextMenu;

static void
free_menu (gpointer data)
{
  ContextMenu *menu = data;

  g_clear_weak_pointer (&menu->popover);
  g_free (menu);
}

#define KEY "quo-context-menu"
/* px from the edge of a row to a menu that was asked for by keys. */
#define ROW_INSET 24

/* --- closing --------------------------------------------------------------------------------- */

static void
on_closed (GtkWidget *popover)
{
  GtkWidget *focus = g_object_get_data (G_OBJECT (popover), "focus");

  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

static void
on_destroy (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

/* --- showing --------------------------------------------------------------------------------- */

static void
remember_focus (GtkWidget *widget, GtkWidget *popover)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL)
    g_object_set_data_full (G_OBJECT (popover), "focus", g_object_ref (focus), g_object_unref);
}

/* Now and then, on a busy machine, GTK 4.8 leaves @widget without an allocation when its first menu
 * comes ("Trying to snapshot ..."): the page is blank then as long as the menu is open. It gets one
 * when all above are asked anew. */
static void
lay_out_again (GtkWidget *widget)
{
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    gtk_widget_queue_allocate (above);
}

static gboolean
show (GtkWidget *widget, gboolean is_pointed, GdkRectangle at)
{
  ContextMenu *menu = g_object_get_data (G_OBJECT (widget), KEY);
  g_autoptr (GMenuModel) model = menu->make (widget, is_pointed, &at, menu->data);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *popover;

  if (model == NULL || g_menu_model_get_n_items (model) == 0)
    return FALSE;
  if (menu->popover != NULL && gtk_widget_get_parent (menu->popover) != NULL)
    gtk_widget_unparent (menu->popover);
  popover = gtk_popover_menu_new_from_model (model);
  g_set_weak_pointer (&menu->popover, popover);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, is_rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  gtk_widget_set_parent (popover, widget);
  remember_focus (widget, popover);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  g_signal_connect_object (widget, "destroy", G_CALLBACK (on_destroy), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  quo_after_paint (widget, lay_out_again);
  return TRUE;
}

static void
on_pressed (GtkGesture *click, int n_press, double x, double y)
{
  GdkEvent *event = gtk_gesture_get_last_event (
      click, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (click)));
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  if (event != NULL && gdk_event_triggers_context_menu (event)
      && show (widget, TRUE, (GdkRectangle){ (int)x, (int)y, 1, 1 }))
    gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  else
    gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_long_pressed (GtkGesture *press, double x, double y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (press));

  if (show (widget, TRUE, (GdkRectangle){ (int)x, (int)y, 1, 1 }))
    gtk_gesture_set_state (press, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return quo_context_menu_popup (widget);
}

gboolean
quo_context_menu_popup (GtkWidget *widget)
{
  g_return_val_if_fail (g_object_get_data (G_OBJECT (widget), KEY) != NULL, FALSE);

  return show (widget, FALSE,
               (GdkRectangle){ gtk_widget_get_width (widget) / 2,
                               gtk_widget_get_height (widget) / 2, 1, 1 });
}

/* --- asking ---------------------------------------------------------------------------------- */

static void
add_keys (GtkWidget *widget)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger
      = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                     gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (trigger, gtk_callback_action_new (on_key, NULL, NULL)));
  gtk_widget_add_controller (widget, keys);
}

void
quo_context_menu_attach (GtkWidget *widget, QuoContextMenuFunc make, gpointer data)
{
  ContextMenu *menu = g_new (ContextMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  *menu = (ContextMenu){ make, data, NULL };
  g_object_set_data_full (G_OBJECT (widget), KEY, menu, free_menu);
  /* Before the gestures of the widget itself, which would select or scroll. */
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_pressed), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  add_keys (widget);
}

gpointer
quo_context_menu_find_row (GtkWidget *list, const char *key, gboolean is_pointed, GdkRectangle *at)
{
  GtkWidget *row = is_pointed ? gtk_widget_pick (list, at->x, at->y, GTK_PICK_DEFAULT)
                              : gtk_root_get_focus (gtk_widget_get_root (list));
  graphene_rect_t place;

  if (row == NULL || !gtk_widget_is_ancestor (row, list))
    return NULL;
  /* The keyboard is on what holds the row; what is pointed at is in it. */
  while (row != NULL && row != list && g_object_get_data (G_OBJECT (row), key) == NULL)
    row = is_pointed ? gtk_widget_get_parent (row) : gtk_widget_get_first_child (row);
  if (row == NULL || row == list)
    return NULL;
  if (!is_pointed && gtk_widget_compute_bounds (row, list, &place))
    *at = (GdkRectangle){ (int)place.origin.x + ROW_INSET, (int)place.origin.y, 1,
                          (int)place.size.height };
  return g_object_get_data (G_OBJECT (row), key);
}
