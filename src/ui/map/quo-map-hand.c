/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that moves a map. What is under way, a drag or a pinch, is known here alone. */
#include "quo-config.h"

#include "quo-map-hand.h"

#include "quo-world-map-private.h"

#include <math.h>

/* A key moves the map by this part of it. */
#define PAN_STEP 0.2

struct _QuoMapHand
{
  QuoWorldMap *map;      /* not owned: it owns this */
  double drag_x, drag_y; /* how far the drag under way has moved it */
  double pinch;          /* the zoom of the pinch under way so far */
  double pointer_x, pointer_y;
};

/* --- keys ------------------------------------------------------------------------------------ */

/* An arrow is a direction of the compass: it is not mirrored either. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        QuoMapHand *hand)
{
  double dx = hand->map->view.width * PAN_STEP, dy = hand->map->view.height * PAN_STEP;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      quo_world_map_pan (hand->map, -dx, 0);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      quo_world_map_pan (hand->map, dx, 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      quo_world_map_pan (hand->map, 0, -dy);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      quo_world_map_pan (hand->map, 0, dy);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      quo_world_map_zoom_middle (hand->map, QUO_WORLD_MAP_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      quo_world_map_zoom_middle (hand->map, 1 / QUO_WORLD_MAP_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      quo_world_map_fit (hand->map);
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- mouse and fingers ---------------------------------------------------------------------- */

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, QuoMapHand *hand)
{
  int place = hand->map->is_choosing ? quo_world_map_find_place (hand->map, x, y) : -1;

  if (place >= 0)
    quo_world_map_choose_place (hand->map, (guint)place);
  else if (n_press == 2)
    quo_world_map_zoom (hand->map, QUO_WORLD_MAP_ZOOM_STEP, x, y);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, QuoMapHand *hand)
{
  gtk_widget_grab_focus (GTK_WIDGET (hand->map));
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, QuoMapHand *hand)
{
  hand->drag_x = hand->drag_y = 0;
}

static void
on_drag_update (GtkGestureDrag *gesture, double x, double y, QuoMapHand *hand)
{
  if (!gtk_drag_check_threshold (GTK_WIDGET (hand->map), 0, 0, (int)x, (int)y) && hand->drag_x == 0
      && hand->drag_y == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  quo_world_map_pan (hand->map, hand->drag_x - x, hand->drag_y - y);
  hand->drag_x = x;
  hand->drag_y = y;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, QuoMapHand *hand)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE; /* the column that it stands in scrolls */
  quo_world_map_zoom (hand->map, pow (QUO_WORLD_MAP_ZOOM_STEP, -dy), hand->pointer_x,
                      hand->pointer_y);
  return TRUE;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, QuoMapHand *hand)
{
  hand->pinch = 1;
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, QuoMapHand *hand)
{
  double x = hand->map->view.width / 2, y = hand->map->view.height / 2;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  quo_world_map_zoom (hand->map, scale / hand->pinch, x, y);
  hand->pinch = scale;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, QuoMapHand *hand)
{
  hand->pointer_x = x;
  hand->pointer_y = y;
  gtk_widget_set_cursor_from_name (
      GTK_WIDGET (hand->map),
      hand->map->is_choosing && quo_world_map_find_place (hand->map, x, y) >= 0 ? "pointer" : NULL);
}

static void
add_controllers (QuoMapHand *hand)
{
  GtkWidget *widget = GTK_WIDGET (hand->map);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), hand);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), hand);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), hand);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), hand);
  g_signal_connect (click, "released", G_CALLBACK (on_released), hand);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), hand);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), hand);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), hand);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), hand);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

QuoMapHand *
quo_map_hand_new (QuoWorldMap *map)
{
  QuoMapHand *hand = g_new0 (QuoMapHand, 1);

  hand->map = map;
  add_controllers (hand);
  return hand;
}

void
quo_map_hand_free (QuoMapHand *hand)
{
  g_free (hand);
}
