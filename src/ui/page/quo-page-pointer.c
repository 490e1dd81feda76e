/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-pointer.h"

#include <math.h>

#include "quo-page-grips.h"
#include "quo-page-place.h"

/* Invariant: `quote` is set only while the button that was pressed on a quote is down; what is
 * aimed at is in page->aim, and is drawn only while it is there. */

struct _QuoPagePointer
{
  QuoPage *page; /* not owned */
  void (*on_edit) (GtkTextView *view, gboolean takes_focus);
  char *quote;         /* id, or NULL */
  gboolean is_on_sign; /* the press was on a sign: no text is selected by it */
  char *held;          /* id of a name that is no click yet, or NULL */
  gboolean is_on_grip; /* the press was on a handle: it is no click */
  gboolean is_dragging;
  double press_x, press_y; /* of the widget, px */
  guint32 press_time;
  gboolean is_double;
};

static gboolean
is_quote (const QuoPagePointer *pointer, const QuoAnnotation *annotation)
{
  return annotation != NULL
         && quo_tagset_get_kind (pointer->page->tagset, annotation->type) == QUO_LABEL_QUOTE;
}

/* --- linking by a drag ----------------------------------------------------------------------- */

static void
clear_aim (QuoPagePointer *pointer)
{
  if (pointer->page->aim.quote == NULL)
    return;
  g_clear_pointer (&pointer->page->aim.quote, g_free);
  g_clear_pointer (&pointer->page->aim.speaker, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (pointer->page->view));
}

static void
aim (QuoPagePointer *pointer, double x, double y)
{
  QuoPage *page = pointer->page;
  guint32 offset;
  int buffer_x, buffer_y;

  clear_aim (pointer);
  if (quo_page_find_offset (pointer->page, x, y, &offset))
    page->aim.speaker = quo_session_dup_speaker_at (page->session, pointer->quote, offset,
                                                    pointer->is_on_sign, &page->aim.span);
  /* While text is being selected, no line is drawn before there is something to link to. */
  if (page->aim.speaker == NULL && !pointer->is_on_sign)
    return;
  quo_page_to_buffer (pointer->page, x, y, &buffer_x, &buffer_y);
  page->aim.quote = g_strdup (pointer->quote);
  page->aim.x = buffer_x;
  page->aim.y = buffer_y;
  gtk_widget_queue_draw (GTK_WIDGET (page->view));
}

static void
end_drag (QuoPagePointer *pointer)
{
  QuoPage *page = pointer->page;

  if (page->aim.speaker != NULL)
    quo_session_link (page->session, page->aim.quote, page->aim.speaker);
  clear_aim (pointer);
}

/* --- clicks ---------------------------------------------------------------------------------- */

/* A sign is the margin beside a quote; where it says "Speaker?" that is a question to be answered.
 */
static void
click (QuoPagePointer *pointer, double x, double y)
{
  const QuoAnnotation *sign = quo_page_find_sign (pointer->page, x, y);
  guint32 offset;

  if (sign != NULL)
    quo_session_ask_speaker (pointer->page->session, sign->base.id);
  else if (!gtk_text_buffer_get_has_selection (pointer->page->buffer)
           && quo_page_find_offset (pointer->page, x, y, &offset))
    quo_session_select_at (pointer->page->session, offset);
}

/* GtkTextView has selected the word by now. In a quote that is what is wanted: the word may be
 * about to be tagged. On a name it is in the way. */
static void
double_click (QuoPagePointer *pointer, double x, double y)
{
  QuoSession *session = pointer->page->session;
  const QuoAnnotation *selected = quo_session_get_selected (session);
  guint32 offset;

  if (quo_page_find_sign (pointer->page, x, y) != NULL)
    {
      pointer->on_edit (pointer->page->view, TRUE);
      return;
    }
  if (selected == NULL || !quo_page_find_offset (pointer->page, x, y, &offset)
      || !quo_page_covers (selected, offset))
    return;
  if (!is_quote (pointer, selected))
    {
      quo_session_follow (session, offset, QUO_SPAN (offset, offset));
      pointer->on_edit (pointer->page->view, TRUE);
    }
  else
    pointer->on_edit (pointer->page->view, FALSE);
}

/* --- events ---------------------------------------------------------------------------------- */

static gboolean
is_far (const QuoPagePointer *pointer, double x, double y, const char *setting)
{
  int distance;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (pointer->page->view)), setting, &distance,
                NULL);
  return hypot (x - pointer->press_x, y - pointer->press_y) > distance;
}

static gboolean
is_second (const QuoPagePointer *pointer, guint32 time, double x, double y)
{
  int wait;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (pointer->page->view)), "gtk-double-click-time",
                &wait, NULL);
  return pointer->press_time != 0 && !pointer->is_double
         && time - pointer->press_time <= (guint32)wait
         && !is_far (pointer, x, y, "gtk-double-click-distance");
}

/* A name that may become a party of the selected quote. */
static const QuoAnnotation *
find_party (QuoPagePointer *pointer, const QuoAnnotation *selected, double x, double y)
{
  const QuoAnnotation *name;
  guint32 offset;

  if (!is_quote (pointer, selected) || !quo_page_find_offset (pointer->page, x, y, &offset)
      || quo_page_covers (selected, offset))
    return NULL;
  name = quo_session_find_at (pointer->page->session, offset);
  return is_quote (pointer, name) ? NULL : name;
}

static gboolean
press (QuoPagePointer *pointer, guint32 time, double x, double y)
{
  const QuoAnnotation *sign = quo_page_find_sign (pointer->page, x, y);
  const QuoAnnotation *selected = quo_session_get_selected (pointer->page->session);
  const QuoAnnotation *party;
  guint32 offset;

  pointer->is_double = is_second (pointer, time, x, y);
  pointer->press_time = time;
  pointer->press_x = x;
  pointer->press_y = y;
  pointer->is_dragging = FALSE;
  pointer->is_on_sign = sign != NULL;
  g_clear_pointer (&pointer->quote, g_free);
  if (is_quote (pointer, sign))
    pointer->quote = g_strdup (sign->base.id);
  else if (sign == NULL && is_quote (pointer, selected)
           && quo_page_find_offset (pointer->page, x, y, &offset)
           && quo_page_covers (selected, offset))
    pointer->quote = g_strdup (selected->base.id);
  g_clear_pointer (&pointer->held, g_free);
  if (sign == NULL && (party = find_party (pointer, selected, x, y)) != NULL)
    pointer->held = g_strdup (party->base.id);
  if (!pointer->is_on_sign && pointer->held == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (pointer->page->view));
  return GDK_EVENT_STOP;
}

static gboolean
move (QuoPagePointer *pointer, double x, double y)
{
  if (pointer->quote == NULL)
    return GDK_EVENT_PROPAGATE;
  pointer->is_dragging |= is_far (pointer, x, y, "gtk-dnd-drag-threshold");
  if (pointer->is_dragging)
    aim (pointer, x, y);
  return pointer->is_on_sign ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* A name that was held and not dragged: the caret goes there, as it does with other clicks. */
static gboolean
release_held (QuoPagePointer *pointer, double x, double y)
{
  guint32 offset = quo_page_find_border (pointer->page, x, y);

  g_clear_pointer (&pointer->held, g_free);
  quo_session_follow (pointer->page->session, offset, QUO_SPAN (offset, offset));
  click (pointer, x, y);
  return GDK_EVENT_STOP;
}

static gboolean
release (QuoPagePointer *pointer, double x, double y)
{
  g_autofree char *quote = NULL;
  gboolean was_on_sign = pointer->is_on_sign;

  if (pointer->held != NULL)
    return release_held (pointer, x, y);
  if (pointer->is_dragging)
    aim (pointer, x, y);
  if (pointer->is_dragging && pointer->page->aim.speaker != NULL)
    end_drag (pointer);
  else if (pointer->is_double && !pointer->is_dragging)
    double_click (pointer, x, y);
  else if (!pointer->is_dragging || !was_on_sign)
    click (pointer, x, y);
  clear_aim (pointer);
  quote = g_steal_pointer (&pointer->quote);
  pointer->is_dragging = pointer->is_on_sign = FALSE;
  return was_on_sign ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* From the surface of the window to the widget. */
static gboolean
read_place (GtkWidget *widget, GdkEvent *event, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double native_x, native_y;

  if (native == NULL || !gdk_event_get_position (event, x, y))
    return FALSE;
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), widget, *x - native_x,
                                           *y - native_y, x, y);
}

/* A finger scrolls: it links nothing, and what it does is left to others as well; it only selects
 * what it taps. */
static gboolean
touch (QuoPagePointer *pointer, GdkEvent *event, double x, double y)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_TOUCH_BEGIN)
    {
      press (pointer, gdk_event_get_time (event), x, y);
      g_clear_pointer (&pointer->quote, g_free);
      g_clear_pointer (&pointer->held, g_free);
    }
  else if (type == GDK_TOUCH_END && !is_far (pointer, x, y, "gtk-dnd-drag-threshold"))
    release (pointer, x, y);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
is_wanted (GdkEvent *event)
{
  switch ((int)gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
      return gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY;
    case GDK_MOTION_NOTIFY:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCH_END:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A gesture would be cancelled by GtkTextView's own, so events are watched on their way down. */
static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, QuoPagePointer *pointer)
{
  GdkEventType type = gdk_event_get_event_type (event);
  gboolean is_press = type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN;
  double x, y;

  if (pointer->page->map == NULL || !is_wanted (event)
      || !read_place (GTK_WIDGET (pointer->page->view), event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  /* A handle of the selected annotation is dragged by itself. */
  if (is_press)
    pointer->is_on_grip = quo_page_find_grip (pointer->page, x, y) != QUO_GRIP_NONE;
  if (pointer->is_on_grip)
    {
      pointer->is_on_grip = type != GDK_BUTTON_RELEASE && type != GDK_TOUCH_END;
      return GDK_EVENT_PROPAGATE;
    }
  switch ((int)type)
    {
    case GDK_BUTTON_PRESS:
      return press (pointer, gdk_event_get_time (event), x, y);
    case GDK_MOTION_NOTIFY:
      return move (pointer, x, y);
    case GDK_BUTTON_RELEASE:
      return release (pointer, x, y);
    default:
      return touch (pointer, event, x, y);
    }
}

QuoPagePointer *
quo_page_pointer_new (QuoPage *page, void (*on_edit) (GtkTextView *view, gboolean takes_focus))
{
  QuoPagePointer *pointer = g_new0 (QuoPagePointer, 1);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  pointer->page = page;
  pointer->on_edit = on_edit;
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), pointer);
  gtk_widget_add_controller (GTK_WIDGET (page->view), events);
  return pointer;
}

void
quo_page_pointer_free (QuoPagePointer *pointer)
{
  clear_aim (pointer);
  g_free (pointer->quote);
  g_free (pointer->held);
  g_free (pointer);
}

const char *
quo_page_pointer_get_held (const QuoPagePointer *pointer)
{
  return pointer->held;
}
