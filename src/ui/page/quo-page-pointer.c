/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-pointer.h"

#include <math.h>

/* Invariant: `quote` is set only while the button that was pressed on a quote is down; what is
 * aimed at is in page->aim, and is drawn only while it is there. */

struct _QuoPagePointer
{
  QuoPage *page; /* not owned */
  void (*on_edit) (GtkTextView *view, gboolean takes_focus);
  char *quote;         /* id, or NULL */
  gboolean is_on_sign; /* the press was on a sign: no text is selected by it */
  gboolean is_dragging;
  double press_x, press_y; /* of the widget, px */
  guint32 press_time;
  gboolean is_double;
};

/* --- places ---------------------------------------------------------------------------------- */

static void
to_buffer (const QuoPagePointer *pointer, double x, double y, int *ret_x, int *ret_y)
{
  gtk_text_view_window_to_buffer_coords (pointer->page->view, GTK_TEXT_WINDOW_WIDGET, x, y, ret_x,
                                         ret_y);
}

/* The offset in the article of the character at a place of the widget; FALSE: there is none. */
static gboolean
find_offset (const QuoPagePointer *pointer, double x, double y, guint32 *ret_offset)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  to_buffer (pointer, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (pointer->page->view, &iter, buffer_x, buffer_y))
    return FALSE;
  *ret_offset = quo_display_map_to_text (pointer->page->map, gtk_text_iter_get_offset (&iter));
  return TRUE;
}

static const QuoAnnotation *
find_sign (const QuoPagePointer *pointer, double x, double y)
{
  int buffer_x, buffer_y;

  to_buffer (pointer, x, y, &buffer_x, &buffer_y);
  return quo_page_find_hit (pointer->page, buffer_x, buffer_y);
}

static gboolean
is_quote (const QuoPagePointer *pointer, const QuoAnnotation *annotation)
{
  return annotation != NULL
         && quo_tagset_get_kind (pointer->page->tagset, annotation->type) == QUO_LABEL_QUOTE;
}

static gboolean
covers (const QuoAnnotation *annotation, guint32 offset)
{
  for (guint i = 0; i < annotation->n_ranges && !annotation->is_orphan; i++)
    if (offset >= annotation->ranges[i].start && offset < annotation->ranges[i].end)
      return TRUE;
  return FALSE;
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
  if (find_offset (pointer, x, y, &offset))
    page->aim.speaker = quo_session_dup_speaker_at (page->session, pointer->quote, offset,
                                                    pointer->is_on_sign, &page->aim.span);
  /* While text is being selected, no line is drawn before there is something to link to. */
  if (page->aim.speaker == NULL && !pointer->is_on_sign)
    return;
  to_buffer (pointer, x, y, &buffer_x, &buffer_y);
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

static void
click (QuoPagePointer *pointer, double x, double y)
{
  const QuoAnnotation *sign = find_sign (pointer, x, y);
  guint32 offset;

  if (sign != NULL)
    quo_session_select_annotation (pointer->page->session, sign->base.id);
  else if (!gtk_text_buffer_get_has_selection (pointer->page->buffer)
           && find_offset (pointer, x, y, &offset))
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

  if (find_sign (pointer, x, y) != NULL)
    {
      pointer->on_edit (pointer->page->view, TRUE);
      return;
    }
  if (selected == NULL || !find_offset (pointer, x, y, &offset) || !covers (selected, offset))
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

static gboolean
press (QuoPagePointer *pointer, guint32 time, double x, double y)
{
  const QuoAnnotation *sign = find_sign (pointer, x, y);
  const QuoAnnotation *selected = quo_session_get_selected (pointer->page->session);
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
  else if (sign == NULL && is_quote (pointer, selected) && find_offset (pointer, x, y, &offset)
           && covers (selected, offset))
    pointer->quote = g_strdup (selected->base.id);
  if (!pointer->is_on_sign)
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

static gboolean
release (QuoPagePointer *pointer, double x, double y)
{
  g_autofree char *quote = NULL;
  gboolean was_on_sign = pointer->is_on_sign;

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

/* A gesture would be cancelled by GtkTextView's own, so events are watched on their way down. */
static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, QuoPagePointer *pointer)
{
  GdkEventType type = gdk_event_get_event_type (event);
  gboolean is_button = type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE;
  double x, y;

  if (pointer->page->map == NULL || (!is_button && type != GDK_MOTION_NOTIFY)
      || (is_button && gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
      || !read_place (GTK_WIDGET (pointer->page->view), event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_PRESS)
    return press (pointer, gdk_event_get_time (event), x, y);
  if (type == GDK_MOTION_NOTIFY)
    return move (pointer, x, y);
  return release (pointer, x, y);
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
  g_free (pointer);
}
