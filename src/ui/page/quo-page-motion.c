/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The motions of marks. Each is a number that goes from 0 to 1 for one annotation; the drawing of
 * marks asks for it, and the paragraphs of the annotation are drawn anew with each frame.
 *
 * Invariant: a motion is in the list exactly while its animation plays. */
#include "quo-config.h"

#include "quo-page-motion.h"

#include "quo-page-cache.h"

/* Many that move at once are a flicker; the message and the toast tell what was done. */
#define MAX_AT_ONCE 8

static const guint durations[QUO_N_MOTIONS] = { /* ms */
                                                [QUO_MOTION_SELECT] = 120,
                                                [QUO_MOTION_ADD] = 250,
                                                [QUO_MOTION_ACCEPT] = 200,
                                                [QUO_MOTION_REJECT] = 120
};

typedef struct
{
  QuoPage *page;
  QuoMotionKind kind;
  QuoAnnotation *annotation; /* owned: what it was when it began */
  AdwAnimation *animation;   /* owned */
  double value;
} Motion;

static void
free_motion (gpointer data)
{
  Motion *motion = data;

  g_signal_handlers_disconnect_by_data (motion->animation, motion);
  adw_animation_pause (motion->animation);
  g_object_unref (motion->animation);
  quo_record_unref (motion->annotation);
  g_free (motion);
}

GPtrArray *
quo_page_motions_new (void)
{
  return g_ptr_array_new_with_free_func (free_motion);
}

static void
redraw (QuoPage *page, const QuoAnnotation *annotation)
{
  quo_page_cache_drop_annotation (page, annotation);
  gtk_widget_queue_draw (GTK_WIDGET (page->view));
}

static void
set_value (double value, gpointer data)
{
  Motion *motion = data;

  motion->value = value;
  redraw (motion->page, motion->annotation);
}

static void
on_done (Motion *motion)
{
  QuoPage *page = motion->page;
  g_autoptr (QuoAnnotation) annotation = quo_record_ref (motion->annotation);

  g_ptr_array_remove (page->motions, motion);
  redraw (page, annotation);
}

static void
begin (QuoPage *page, QuoMotionKind kind, const QuoAnnotation *annotation)
{
  GtkWidget *view = GTK_WIDGET (page->view);
  Motion *motion;

  if (!adw_get_enable_animations (view) || !gtk_widget_get_mapped (view)
      || page->motions->len >= MAX_AT_ONCE)
    return;
  motion = g_new0 (Motion, 1);
  motion->page = page;
  motion->kind = kind;
  motion->annotation = quo_record_ref ((gpointer)annotation);
  motion->animation = adw_timed_animation_new (
      view, 0, 1, durations[kind], adw_callback_animation_target_new (set_value, motion, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (motion->animation), ADW_EASE_OUT_CUBIC);
  g_signal_connect_swapped (motion->animation, "done", G_CALLBACK (on_done), motion);
  g_ptr_array_add (page->motions, motion);
  adw_animation_play (motion->animation);
}

/* --- what asks for it ------------------------------------------------------------------------ */

QuoMotion
quo_page_motion_get (const QuoPage *page, const QuoAnnotation *annotation)
{
  QuoMotion state = { .done = { 1, 1, 1, 1 } };

  for (guint i = 0; page->motions != NULL && i < page->motions->len; i++)
    {
      const Motion *motion = g_ptr_array_index (page->motions, i);

      if (g_str_equal (motion->annotation->base.id, annotation->base.id))
        state.done[motion->kind] = motion->value;
    }
  return state;
}

gboolean
quo_page_motion_is_leaving (const QuoPage *page, const QuoAnnotation *annotation)
{
  return quo_page_motion_get (page, annotation).done[QUO_MOTION_REJECT] < 1;
}

guint
quo_page_motion_count (const QuoPage *page)
{
  return page->motions->len;
}

/* --- what begins it -------------------------------------------------------------------------- */

void
quo_page_motion_begin_select (QuoPage *page, const QuoAnnotation *annotation)
{
  begin (page, QUO_MOTION_SELECT, annotation);
}

/* A suggestion that comes moves nothing: nobody did it just now. */
static gboolean
find_kind (const QuoChange *change, QuoMotionKind *ret_kind)
{
  const QuoAnnotation *before = (const QuoAnnotation *)change->before;
  const QuoAnnotation *after = (const QuoAnnotation *)change->after;

  if (after == NULL || after->base.kind != QUO_RECORD_ANNOTATION || after->is_orphan
      || after->status == QUO_STATUS_SUGGESTED)
    return FALSE;
  if (before == NULL && after->status != QUO_STATUS_REJECTED)
    *ret_kind = QUO_MOTION_ADD;
  else if (before != NULL && before->status == QUO_STATUS_SUGGESTED)
    *ret_kind = after->status == QUO_STATUS_REJECTED ? QUO_MOTION_REJECT : QUO_MOTION_ACCEPT;
  else
    return FALSE;
  return TRUE;
}

void
quo_page_motion_begin_edit (QuoPage *page, const QuoEdit *edit)
{
  QuoMotionKind kind;
  guint n = 0;

  for (guint i = 0; i < quo_edit_get_length (edit) && n <= MAX_AT_ONCE; i++)
    n += find_kind (quo_edit_get (edit, i), &kind);
  if (n > MAX_AT_ONCE)
    return;
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    if (find_kind (quo_edit_get (edit, i), &kind))
      begin (page, kind, (const QuoAnnotation *)quo_edit_get (edit, i)->after);
}

void
quo_page_motion_end (QuoPage *page)
{
  g_ptr_array_set_size (page->motions, 0);
}
