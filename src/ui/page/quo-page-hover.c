/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-hover.h"

#include <math.h>

#include "quo-page-cache.h"
#include "quo-page-place.h"

/* Invariant: the card is shown only of an annotation of the document, and never while a button is
 * down or text is being selected. */

#define SHOW_AFTER 450 /* ms */
#define HIDE_AFTER 150
/* A hand that rests moves less than this, in px. */
#define REST 3

struct _QuoPageHover
{
  QuoPage *page;   /* not owned */
  GtkWidget *card; /* a child of the view; NULL until it is first shown */
  char *shown;     /* id of what the card shows, or NULL: it is hidden */
  double x, y;     /* where the pointer rests */
  guint show_timeout, hide_timeout;
  gboolean is_peeked;       /* the card was asked for by keys: only a pointer that moves ends it */
  QuoSession *session;      /* weak: whose changes are followed, or NULL */
  GtkAdjustment *scrolling; /* owned; NULL: it is not in a scrolled window yet */
};

static GtkWidget *
get_view (QuoPageHover *hover)
{
  return GTK_WIDGET (hover->page->view);
}

/* --- what is pointed at ---------------------------------------------------------------------- */

static const QuoAnnotation *
find (QuoPageHover *hover, const char *id)
{
  QuoDocument *document = hover->page->document;

  return id != NULL && document != NULL ? quo_document_find_annotation (document, id) : NULL;
}

static void
redraw (QuoPageHover *hover, const char *id)
{
  const QuoAnnotation *annotation = find (hover, id);

  if (annotation == NULL)
    return;
  quo_page_cache_drop_annotation (hover->page, annotation);
  gtk_widget_queue_draw (get_view (hover));
}

/* Its chip becomes a pill; of the one before, a chip again. */
static void
set_hovered (QuoPageHover *hover, const QuoAnnotation *annotation)
{
  const char *id = annotation != NULL ? annotation->base.id : NULL;
  g_autofree char *before = NULL;

  if (g_strcmp0 (id, hover->page->hovered) == 0)
    return;
  before = g_steal_pointer (&hover->page->hovered);
  hover->page->hovered = g_strdup (id);
  redraw (hover, before);
  redraw (hover, id);
}

/* --- the card -------------------------------------------------------------------------------- */

static void
forget (QuoPageHover *hover)
{
  g_clear_handle_id (&hover->show_timeout, g_source_remove);
  g_clear_handle_id (&hover->hide_timeout, g_source_remove);
  g_clear_pointer (&hover->shown, g_free);
  hover->is_peeked = FALSE;
}

/* At once: what it is of has moved or changed. */
void
quo_page_hover_hide (QuoPageHover *hover)
{
  forget (hover);
  if (hover->card != NULL)
    gtk_popover_popdown (GTK_POPOVER (hover->card));
}

static gboolean
on_hide_timeout (gpointer data)
{
  QuoPageHover *hover = data;

  hover->hide_timeout = 0;
  g_clear_pointer (&hover->shown, g_free);
  hover->is_peeked = FALSE;
  /* The pointer may rest on another annotation by now, whose card is still to come. */
  if (hover->show_timeout == 0)
    set_hovered (hover, NULL);
  if (hover->card != NULL)
    quo_hover_card_go (QUO_HOVER_CARD (hover->card));
  return G_SOURCE_REMOVE;
}

static void
hide_soon (QuoPageHover *hover)
{
  g_clear_handle_id (&hover->show_timeout, g_source_remove);
  if (hover->shown != NULL && hover->hide_timeout == 0)
    hover->hide_timeout = g_timeout_add (HIDE_AFTER, on_hide_timeout, hover);
}

/* A person may go from the words to the card, to read it. */
static void
on_card_enter (GtkEventControllerMotion *motion, double x, double y, QuoPageHover *hover)
{
  g_clear_handle_id (&hover->hide_timeout, g_source_remove);
}

static void
on_card_leave (GtkEventControllerMotion *motion, QuoPageHover *hover)
{
  if (!hover->is_peeked)
    hide_soon (hover);
}

static void
on_card_destroy (QuoPageHover *hover)
{
  hover->card = NULL;
}

static void
make_card (QuoPageHover *hover)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  hover->card = quo_hover_card_new ();
  gtk_widget_set_parent (hover->card, get_view (hover));
  g_signal_connect_swapped (hover->card, "destroy", G_CALLBACK (on_card_destroy), hover);
  g_signal_connect (motion, "enter", G_CALLBACK (on_card_enter), hover);
  g_signal_connect (motion, "leave", G_CALLBACK (on_card_leave), hover);
  gtk_widget_add_controller (hover->card, motion);
}

/* The range of the annotation that is pointed at, else its first one. */
static QuoSpan
choose_range (QuoPageHover *hover, const QuoAnnotation *annotation, gboolean is_pointed)
{
  guint32 offset;

  if (is_pointed && quo_page_find_offset (hover->page, hover->x, hover->y, &offset))
    for (guint i = 0; i < annotation->n_ranges; i++)
      if (offset >= annotation->ranges[i].start && offset < annotation->ranges[i].end)
        return annotation->ranges[i];
  return annotation->ranges[0];
}

/* Beside the line that is pointed at: a quote may be many lines long. */
static GdkRectangle
place_card (QuoPageHover *hover, const QuoAnnotation *annotation, gboolean is_pointed)
{
  GdkRectangle at = quo_page_locate (hover->page, choose_range (hover, annotation, is_pointed));
  int height = gtk_widget_get_height (get_view (hover));

  if (is_pointed && (hover->y < at.y || hover->y > at.y + at.height))
    at = (GdkRectangle){ (int)hover->x, (int)hover->y - at.height / 2, 1, at.height };
  at.y = CLAMP (at.y, 0, MAX (0, height - at.height));
  return at;
}

static char *
show (QuoPageHover *hover, const QuoAnnotation *annotation, gboolean is_pointed)
{
  GdkRectangle at = place_card (hover, annotation, is_pointed);
  gboolean is_low = at.y + at.height / 2 > gtk_widget_get_height (get_view (hover)) / 2;
  char *told;

  if (hover->card == NULL)
    make_card (hover);
  told = quo_hover_card_fill (QUO_HOVER_CARD (hover->card), hover->page->session, annotation);
  gtk_popover_set_pointing_to (GTK_POPOVER (hover->card), &at);
  gtk_popover_set_position (GTK_POPOVER (hover->card), is_low ? GTK_POS_TOP : GTK_POS_BOTTOM);
  g_free (hover->shown);
  hover->shown = g_strdup (annotation->base.id);
  g_clear_handle_id (&hover->hide_timeout, g_source_remove);
  quo_hover_card_come (QUO_HOVER_CARD (hover->card));
  return told;
}

static gboolean
on_show_timeout (gpointer data)
{
  QuoPageHover *hover = data;
  const QuoAnnotation *annotation = find (hover, hover->page->hovered);
  g_autofree char *told = NULL;

  hover->show_timeout = 0;
  if (annotation != NULL && gtk_widget_get_mapped (get_view (hover)))
    told = show (hover, annotation, TRUE);
  return G_SOURCE_REMOVE;
}

/* --- following ------------------------------------------------------------------------------- */

static void
on_session_changed (QuoPageHover *hover)
{
  quo_page_hover_hide (hover);
}

static void
follow_session (QuoPageHover *hover)
{
  static const char *const signals[]
      = { "changed", "notify::selected", "notify::document", "tagset-changed" };

  if (hover->session == hover->page->session)
    return;
  if (hover->session != NULL)
    g_signal_handlers_disconnect_by_data (hover->session, hover);
  g_set_weak_pointer (&hover->session, hover->page->session);
  for (guint i = 0; hover->session != NULL && i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (hover->session, signals[i], G_CALLBACK (on_session_changed), hover);
}

/* The adjustment comes with the scrolled window. */
static void
follow_scrolling (QuoPageHover *hover)
{
  GtkAdjustment *scrolling = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (hover->page->view));

  if (scrolling == hover->scrolling)
    return;
  if (hover->scrolling != NULL)
    g_signal_handlers_disconnect_by_data (hover->scrolling, hover);
  g_set_object (&hover->scrolling, scrolling);
  if (scrolling != NULL)
    g_signal_connect_swapped (scrolling, "value-changed", G_CALLBACK (quo_page_hover_hide), hover);
}

gboolean
quo_page_hover_peek (QuoPageHover *hover)
{
  QuoSession *session = hover->page->session;
  const QuoAnnotation *annotation;
  g_autofree char *told = NULL;

  if (hover->page->document == NULL)
    return FALSE;
  annotation = quo_session_get_selected (session);
  if (annotation == NULL)
    annotation = quo_session_find_at (session, quo_session_get_caret (session));
  if (annotation == NULL || annotation->is_orphan)
    return FALSE;
  follow_session (hover);
  follow_scrolling (hover);
  told = show (hover, annotation, FALSE);
  hover->is_peeked = TRUE;
  hover->x = hover->y = NAN;
  quo_session_set_message (session, "%s", told);
  return TRUE;
}

/* --- the pointer ---------------------------------------------------------------------------- */

static gboolean
is_button_down (GtkEventControllerMotion *motion)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion));

  return (state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)) != 0;
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, QuoPageHover *hover)
{
  const QuoAnnotation *annotation;
  gboolean has_moved;

  /* Where it was when the card was asked for by keys is not known before the next event. */
  if (hover->is_peeked && isnan (hover->x))
    {
      hover->x = x;
      hover->y = y;
    }
  has_moved = hypot (x - hover->x, y - hover->y) > REST;
  /* A window that comes or goes moves no hand. */
  if (hover->page->map == NULL || (hover->is_peeked && !has_moved))
    return;
  hover->is_peeked = FALSE;
  follow_session (hover);
  follow_scrolling (hover);
  annotation = is_button_down (motion) ? NULL : quo_page_find_annotation (hover->page, x, y);
  set_hovered (hover, annotation);
  if (annotation == NULL || g_strcmp0 (hover->shown, annotation->base.id) != 0)
    hide_soon (hover);
  else
    g_clear_handle_id (&hover->hide_timeout, g_source_remove);
  hover->x = x;
  hover->y = y;
  if (annotation == NULL || g_strcmp0 (hover->shown, annotation->base.id) == 0)
    return;
  if (has_moved)
    g_clear_handle_id (&hover->show_timeout, g_source_remove);
  if (hover->show_timeout == 0)
    hover->show_timeout = g_timeout_add (SHOW_AFTER, on_show_timeout, hover);
}

static void
on_leave (GtkEventControllerMotion *motion, QuoPageHover *hover)
{
  /* What the card is of stays marked: the pointer may have gone onto the card, or its shadow. */
  if (hover->shown == NULL)
    set_hovered (hover, NULL);
  if (!hover->is_peeked)
    hide_soon (hover);
}

/* A key or a button: the person does something else. */
static gboolean
on_event (GtkEventControllerLegacy *events, GdkEvent *event, QuoPageHover *hover)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    quo_page_hover_hide (hover);
  return GDK_EVENT_PROPAGATE;
}

QuoPageHover *
quo_page_hover_new (QuoPage *page)
{
  QuoPageHover *hover = g_new0 (QuoPageHover, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  hover->page = page;
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), hover);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), hover);
  gtk_widget_add_controller (get_view (hover), motion);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), hover);
  gtk_widget_add_controller (get_view (hover), events);
  return hover;
}

void
quo_page_hover_free (QuoPageHover *hover)
{
  g_clear_handle_id (&hover->show_timeout, g_source_remove);
  g_clear_handle_id (&hover->hide_timeout, g_source_remove);
  if (hover->session != NULL)
    g_signal_handlers_disconnect_by_data (hover->session, hover);
  g_clear_weak_pointer (&hover->session);
  if (hover->scrolling != NULL)
    g_signal_handlers_disconnect_by_data (hover->scrolling, hover);
  g_clear_object (&hover->scrolling);
  g_free (hover->shown);
  g_free (hover);
}
