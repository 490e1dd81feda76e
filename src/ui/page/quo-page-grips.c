/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-grips.h"

#include <math.h>

#include "quo-page-cache.h"
#include "quo-page-place.h"
#include "quo-paint.h"
#include "quo-words.h"

/* Invariant: page->grips says where they were drawn last; nothing is edited before the button or
 * finger is let go. */

/* px: what can be taken hold of around a knob. */
#define TARGET 24
#define STEM 2
#define PREVIEW_ALPHA 0.25

struct _QuoPageGrips
{
  QuoPage *page; /* not owned */
  GtkGesture *drag;
};

/* --- where they are -------------------------------------------------------------------------- */

/* What has grips now, or NULL. */
static const QuoAnnotation *
find_held (const QuoPage *page)
{
  const QuoAnnotation *selected
      = page->session != NULL ? quo_session_get_selected (page->session) : NULL;

  if (selected == NULL || selected->is_orphan || selected->n_ranges == 0
      || !quo_page_is_shown (page, selected)
      || !quo_span_is_empty (quo_session_get_selection (page->session))
      || !quo_session_can_edit (page->session, selected))
    return NULL;
  return selected;
}

/* The ranges at the ends, as a drag that is going on would leave them. */
static QuoSpan
get_end_range (const QuoPage *page, const QuoAnnotation *annotation, QuoGrip grip)
{
  QuoSpan range = annotation->ranges[grip == QUO_GRIP_START ? 0 : annotation->n_ranges - 1];

  if (page->grips.dragged != grip)
    return range;
  if (grip == QUO_GRIP_START)
    range.start = page->grips.at;
  else
    range.end = page->grips.at;
  return range;
}

/* The row of one character of the article, in the paragraph at @ret_iter. */
static gboolean
find_row (QuoPage *page, guint32 offset, QuoRow *ret_row, int *ret_y, gboolean *ret_is_rtl)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QuoRow));
  guint at = quo_display_map_to_buffer (page->map, offset);
  QuoPageLines *lines;
  GtkTextIter iter;
  int height;

  gtk_text_buffer_get_iter_at_offset (page->buffer, &iter, (int)at);
  gtk_text_iter_set_line_offset (&iter, 0);
  gtk_text_view_get_line_yrange (page->view, &iter, ret_y, &height);
  if (height == 0)
    return FALSE;
  lines = quo_page_cache_get_lines (page, &iter);
  if (quo_page_lines_measure (lines, QUO_SPAN (at, at + 1), rows) == 0)
    return FALSE;
  *ret_row = g_array_index (rows, QuoRow, 0);
  *ret_is_rtl = lines->is_rtl;
  return TRUE;
}

QuoGrip
quo_page_find_grip (const QuoPage *page, double x, double y)
{
  int buffer_x, buffer_y;
  QuoGrip nearest = QUO_GRIP_NONE;
  double least = TARGET / 2.0;

  if (page->map == NULL || find_held (page) == NULL)
    return QUO_GRIP_NONE;
  quo_page_to_buffer (page, x, y, &buffer_x, &buffer_y);
  for (QuoGrip grip = QUO_GRIP_START; grip <= QUO_GRIP_END; grip++)
    {
      const graphene_point_t *knob = &page->grips.knobs[grip];
      double distance = hypot (buffer_x - knob->x, buffer_y - knob->y);

      if (page->grips.is_drawn[grip] && distance <= least)
        {
          least = distance;
          nearest = grip;
        }
    }
  return nearest;
}

/* --- drawing --------------------------------------------------------------------------------- */

static void
draw_grip (QuoPage *page, QuoPaint *paint, const QuoAnnotation *annotation, QuoGrip grip)
{
  QuoSpan range = get_end_range (page, annotation, grip);
  GdkRGBA ink
      = quo_palette_ink (&page->palette, quo_tagset_find (page->tagset, annotation->type), 1);
  double x, top, bottom;
  gboolean is_rtl;
  QuoRow row;
  int y;

  page->grips.is_drawn[grip] = FALSE;
  if (!find_row (page, grip == QUO_GRIP_START ? range.start : range.end - 1, &row, &y, &is_rtl))
    return;
  x = (grip == QUO_GRIP_START) != is_rtl ? row.x - 2 : row.x + row.width + 2;
  top = y + quo_row_get_top (&row);
  bottom = y + quo_row_get_bottom (&row) + QUO_GRIP_DROP;
  quo_paint_rect (paint, &ink, floor (x - STEM / 2.0), top, STEM, bottom - top);
  quo_paint_rounded (paint, &page->palette.page, x - QUO_GRIP_KNOB / 2.0 - 1.5,
                     bottom - QUO_GRIP_KNOB / 2.0 - 1.5, QUO_GRIP_KNOB + 3, QUO_GRIP_KNOB + 3,
                     QUO_GRIP_KNOB / 2.0 + 1.5);
  quo_paint_rounded (paint, &ink, x - QUO_GRIP_KNOB / 2.0, bottom - QUO_GRIP_KNOB / 2.0,
                     QUO_GRIP_KNOB, QUO_GRIP_KNOB, QUO_GRIP_KNOB / 2.0);
  page->grips.is_drawn[grip] = TRUE;
  page->grips.knobs[grip] = GRAPHENE_POINT_INIT ((float)x, (float)bottom);
}

/* What the end that is dragged would cover, paragraph by paragraph as far as it is seen. */
static void
draw_preview (QuoPage *page, QuoPaint *paint, const QuoAnnotation *annotation)
{
  QuoSpan range = get_end_range (page, annotation, page->grips.dragged);
  guint start = quo_display_map_to_buffer (page->map, MAX (range.start, page->seen.start));
  guint end = quo_display_map_to_buffer (page->map, MIN (range.end, page->seen.end));
  GdkRGBA fill = quo_palette_ink (&page->palette, quo_tagset_find (page->tagset, annotation->type),
                                  PREVIEW_ALPHA);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QuoRow));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (page->buffer, &iter, (int)start);
  gtk_text_iter_set_line_offset (&iter, 0);
  do
    {
      QuoPageLines *lines;
      int y, height;

      gtk_text_view_get_line_yrange (page->view, &iter, &y, &height);
      if ((guint)gtk_text_iter_get_offset (&iter) >= end || height == 0)
        break;
      lines = quo_page_cache_get_lines (page, &iter);
      g_array_set_size (rows, 0);
      quo_page_lines_measure (
          lines, QUO_SPAN (MAX (start, lines->span.start), MIN (end, lines->span.end)), rows);
      for (guint i = 0; i < rows->len; i++)
        {
          const QuoRow *row = &g_array_index (rows, QuoRow, i);

          quo_paint_rounded (paint, &fill, row->x - 2, y + quo_row_get_top (row), row->width + 4,
                             quo_row_get_bottom (row) - quo_row_get_top (row) + 2, 4);
        }
    }
  while (gtk_text_iter_forward_line (&iter));
}

void
quo_page_grips_draw (QuoPage *page, GtkSnapshot *snapshot)
{
  const QuoAnnotation *annotation = find_held (page);
  QuoPaint *paint;

  if (annotation == NULL)
    {
      page->grips.is_drawn[QUO_GRIP_START] = page->grips.is_drawn[QUO_GRIP_END] = FALSE;
      return;
    }
  paint = quo_paint_new ();
  if (page->grips.dragged != QUO_GRIP_NONE)
    draw_preview (page, paint, annotation);
  draw_grip (page, paint, annotation, QUO_GRIP_START);
  draw_grip (page, paint, annotation, QUO_GRIP_END);
  quo_paint_append (paint, snapshot, page->kept);
  quo_paint_free (paint);
}

/* --- dragging -------------------------------------------------------------------------------- */

/* Off the inside of a word, to its nearer end. */
static guint32
leave_word (const QuoText *text, guint32 at)
{
  QuoSpan word = quo_word_around (text, at);

  if (at <= word.start || at >= word.end)
    return at;
  return at - word.start <= word.end - at ? word.start : word.end;
}

guint32
quo_page_grip_snap (const QuoPage *page, const QuoAnnotation *annotation, QuoGrip grip, guint32 at,
                    gboolean by_letters)
{
  const QuoText *text = quo_document_get_text (page->document);
  QuoSpan first = annotation->ranges[0], last = annotation->ranges[annotation->n_ranges - 1];

  if (!by_letters)
    at = leave_word (text, at);
  if (grip == QUO_GRIP_START)
    {
      while (at < first.end && g_unichar_isspace (quo_text_get_char (text, at)))
        at++;
      return MIN (at, first.end - 1);
    }
  while (at > last.start && g_unichar_isspace (quo_text_get_char (text, at - 1)))
    at--;
  return MAX (at, last.start + 1);
}

static gboolean
is_by_letters (GtkGesture *drag)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));

  return (state & GDK_CONTROL_MASK) != 0;
}

/* What it is dragged to stays in sight. */
static void
keep_in_sight (QuoPage *page, double y)
{
  GtkTextMark *mark;
  GtkTextIter iter;

  if (y >= 0 && y <= gtk_widget_get_height (GTK_WIDGET (page->view)))
    return;
  gtk_text_buffer_get_iter_at_offset (page->buffer, &iter,
                                      (int)quo_display_map_to_buffer (page->map, page->grips.at));
  mark = gtk_text_buffer_create_mark (page->buffer, NULL, &iter, TRUE);
  gtk_text_view_scroll_mark_onscreen (page->view, mark);
  gtk_text_buffer_delete_mark (page->buffer, mark);
}

static void
drag_to (QuoPageGrips *grips, double dx, double dy)
{
  QuoPage *page = grips->page;
  const QuoAnnotation *annotation = find_held (page);
  double x, y;

  if (annotation == NULL || page->grips.dragged == QUO_GRIP_NONE
      || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (grips->drag), &x, &y))
    return;
  /* The hand holds the knob, which hangs below the line that is meant. */
  y += dy - page->grips.hang;
  page->grips.at
      = quo_page_grip_snap (page, annotation, page->grips.dragged,
                            quo_page_find_border (page, x + dx, y), is_by_letters (grips->drag));
  keep_in_sight (page, y);
  gtk_widget_queue_draw (GTK_WIDGET (page->view));
}

static void
end_drag (QuoPageGrips *grips)
{
  grips->page->grips.dragged = QUO_GRIP_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (grips->page->view));
}

static void
on_begin (GtkGestureDrag *drag, double x, double y, QuoPageGrips *grips)
{
  QuoPage *page = grips->page;
  QuoGrip grip = quo_page_find_grip (page, x, y);
  const QuoAnnotation *annotation = find_held (page);

  if (grip == QUO_GRIP_NONE || annotation == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (page->view));
  page->grips.at = grip == QUO_GRIP_START ? annotation->ranges[0].start
                                          : annotation->ranges[annotation->n_ranges - 1].end;
  page->grips.dragged = grip;
  page->grips.hang = QUO_GRIP_DROP + page->em / 2;
}

static void
on_update (GtkGestureDrag *drag, double dx, double dy, QuoPageGrips *grips)
{
  drag_to (grips, dx, dy);
}

static void
on_end (GtkGestureDrag *drag, double dx, double dy, QuoPageGrips *grips)
{
  QuoPage *page = grips->page;
  const QuoAnnotation *annotation = find_held (page);
  QuoGrip grip = page->grips.dragged;
  gint start, end;

  end_drag (grips);
  if (annotation == NULL || grip == QUO_GRIP_NONE)
    return;
  start = grip == QUO_GRIP_START ? (gint)page->grips.at - (gint)annotation->ranges[0].start : 0;
  end = grip == QUO_GRIP_END
            ? (gint)page->grips.at - (gint)annotation->ranges[annotation->n_ranges - 1].end
            : 0;
  if (start != 0 || end != 0)
    quo_session_resize (page->session, start, end);
  else /* It was a click. */
    quo_session_follow (page->session, page->grips.at, QUO_SPAN (page->grips.at, page->grips.at));
}

static void
on_cancel (GtkGesture *drag, GdkEventSequence *sequence, QuoPageGrips *grips)
{
  end_drag (grips);
}

QuoPageGrips *
quo_page_grips_new (QuoPage *page)
{
  QuoPageGrips *grips = g_new0 (QuoPageGrips, 1);
  GtkGesture *drag = gtk_gesture_drag_new ();

  grips->page = page;
  grips->drag = drag;
  /* Before the view's own gestures, and before those of what scrolls it, which this one ends. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_begin), grips);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_update), grips);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_end), grips);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_cancel), grips);
  gtk_widget_add_controller (GTK_WIDGET (page->view), GTK_EVENT_CONTROLLER (drag));
  return grips;
}

void
quo_page_grips_free (QuoPageGrips *grips)
{
  g_free (grips);
}
