/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-hold.h"

#include <math.h>

/* Invariant: there is a tick only while something is held and the layout is not done, and the idle
 * that ends that comes after all of GtkTextView's, which has no other way to tell that it is done.
 */

#define MIDDLE_THIRD 0.33
/* GtkAdjustment glides for 200 ms (us, and some frames). */
#define GLIDE (300 * 1000)
#define PRIORITY_DONE (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 1)
/* To scroll lays out what comes into sight, which may move the line again. */
#define MAX_ROUNDS 6
/* It is asked so often for a line at most, in case that it gets no height. */
#define MAX_ASKED 8
#define MARK "held"
#define TAG "held"

/* --- where it is ------------------------------------------------------------------------------ */

static void
get_iter (QuoPageHold *hold, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = hold->page->buffer;

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_mark (buffer, MARK));
}

/* px of the buffer, and from the top of the view. FALSE: its paragraph is not laid out. */
static gboolean
find_line (QuoPageHold *hold, const GtkTextIter *iter, GdkRectangle *ret_line, int *ret_from_top)
{
  int y, height;

  gtk_text_view_get_line_yrange (hold->page->view, iter, &y, &height);
  gtk_text_view_get_iter_location (hold->page->view, iter, ret_line);
  gtk_text_view_buffer_to_window_coords (hold->page->view, GTK_TEXT_WINDOW_WIDGET, 0, ret_line->y,
                                         NULL, ret_from_top);
  return height > 0;
}

static int
get_height (const QuoPageHold *hold)
{
  return gtk_widget_get_height (GTK_WIDGET (hold->page->view));
}

/* As gtk_text_view_scroll_to_mark() does: no further than into the middle third. */
static void
choose_place (QuoPageHold *hold, int from_top, int line_height)
{
  double top = get_height (hold) * MIDDLE_THIRD;
  double bottom = get_height (hold) - top - line_height;

  hold->at = CLAMP (from_top, top, MAX (top, bottom));
  hold->has_at = TRUE;
}

/* Lays out what is round the line. GtkTextView does that when it is asked to scroll there and
 * something has changed: a tag comes and goes on its first letter. */
static void
lay_out (QuoPageHold *hold)
{
  GtkTextBuffer *buffer = hold->page->buffer;
  GtkTextIter start, end;

  gtk_text_view_scroll_to_mark (hold->page->view, gtk_text_buffer_get_mark (buffer, MARK), 0, TRUE,
                                0, MIDDLE_THIRD);
  get_iter (hold, &start);
  end = start;
  gtk_text_iter_forward_char (&end);
  gtk_text_buffer_apply_tag_by_name (buffer, TAG, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG, &start, &end);
}

static void
place (QuoPageHold *hold)
{
  GtkTextIter iter;
  GdkRectangle line;
  int from_top;

  if (!hold->is_held || !hold->is_unsettled || hold->scroll == NULL || get_height (hold) <= 1)
    return;
  get_iter (hold, &iter);
  hold->is_placing = TRUE;
  for (guint n = 0; n < MAX_ROUNDS; n++)
    {
      double value = gtk_adjustment_get_value (hold->scroll), at;

      if (!find_line (hold, &iter, &line, &from_top))
        {
          lay_out (hold);
          break;
        }
      if (!hold->has_at)
        choose_place (hold, from_top, line.height);
      at = MIN (hold->at, MAX (0, get_height (hold) - line.height));
      gtk_adjustment_set_value (hold->scroll, value + from_top - round (at));
      hold->is_coming = FALSE;
      if (gtk_adjustment_get_value (hold->scroll) == value)
        break;
    }
  hold->is_placing = FALSE;
  hold->last_y = line.y;
  hold->last_value = gtk_adjustment_get_value (hold->scroll);
}

/* --- while it is held ------------------------------------------------------------------------- */

static void
stop_ticking (QuoPageHold *hold)
{
  if (hold->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (hold->page->view), hold->tick);
  hold->tick = 0;
}

/* Before a frame is laid out and painted. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  place (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_done (gpointer data)
{
  QuoPageHold *hold = data;

  hold->done = 0;
  if (hold->is_at_work || !gtk_widget_get_mapped (GTK_WIDGET (hold->page->view)))
    return G_SOURCE_REMOVE;
  place (hold);
  /* What was asked to be laid out comes first. */
  if (hold->is_held && hold->is_coming && hold->n_asked++ < MAX_ASKED)
    {
      hold->done = g_idle_add_full (PRIORITY_DONE, on_done, hold, NULL);
      return G_SOURCE_REMOVE;
    }
  hold->is_unsettled = hold->is_held = FALSE;
  stop_ticking (hold);
  return G_SOURCE_REMOVE;
}

static void
expect_done (QuoPageHold *hold)
{
  if (hold->is_unsettled && hold->done == 0)
    hold->done = g_idle_add_full (PRIORITY_DONE, on_done, hold, NULL);
}

static void
begin (QuoPageHold *hold)
{
  hold->is_held = TRUE;
  hold->n_asked = 0;
  if (hold->is_unsettled && hold->tick == 0)
    hold->tick = gtk_widget_add_tick_callback (GTK_WIDGET (hold->page->view), on_tick, hold, NULL);
  expect_done (hold);
}

/* A layout moves the line in the buffer and what is scrolled to; a hand only this. */
static void
on_scrolled (QuoPageHold *hold)
{
  double value = gtk_adjustment_get_value (hold->scroll);
  GtkTextIter iter;
  GdkRectangle line;
  int from_top;

  if (!hold->is_held || !hold->is_unsettled || hold->is_placing || hold->is_coming)
    return;
  get_iter (hold, &iter);
  find_line (hold, &iter, &line, &from_top);
  if (line.y == hold->last_y && value != hold->last_value)
    quo_page_hold_let_go (hold);
  hold->last_y = line.y;
  hold->last_value = value;
}

static void
on_adjustment (QuoPageHold *hold)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (hold->page->view));

  if (scroll == hold->scroll)
    return;
  if (hold->scroll != NULL)
    g_signal_handlers_disconnect_by_data (hold->scroll, hold);
  g_set_object (&hold->scroll, scroll);
  if (scroll != NULL)
    g_signal_connect_swapped (scroll, "value-changed", G_CALLBACK (on_scrolled), hold);
}

/* --- public ----------------------------------------------------------------------------------- */

void
quo_page_hold_init (QuoPageHold *hold, QuoPage *page)
{
  GtkTextIter start;

  *hold = (QuoPageHold){ .page = page };
  gtk_text_buffer_get_start_iter (page->buffer, &start);
  gtk_text_buffer_create_mark (page->buffer, MARK, &start, TRUE);
  gtk_text_buffer_create_tag (page->buffer, TAG, "scale", 1.0, NULL);
  g_signal_connect_swapped (page->view, "notify::vadjustment", G_CALLBACK (on_adjustment), hold);
  on_adjustment (hold);
}

void
quo_page_hold_clear (QuoPageHold *hold)
{
  stop_ticking (hold);
  g_clear_handle_id (&hold->done, g_source_remove);
  g_signal_handlers_disconnect_by_func (hold->page->view, on_adjustment, hold);
  if (hold->scroll != NULL)
    g_signal_handlers_disconnect_by_data (hold->scroll, hold);
  g_clear_object (&hold->scroll);
  hold->is_held = FALSE;
}

void
quo_page_hold_reset (QuoPageHold *hold)
{
  quo_page_hold_let_go (hold);
  if (hold->scroll != NULL)
    gtk_adjustment_set_value (hold->scroll, 0);
  hold->is_unsettled = hold->is_loading = TRUE;
  expect_done (hold);
}

void
quo_page_hold_start (QuoPageHold *hold)
{
  hold->is_loading = FALSE;
}

static void
show (QuoPageHold *hold, const GtkTextIter *iter, gboolean is_at_top)
{
  GtkTextMark *mark = gtk_text_buffer_get_mark (hold->page->buffer, MARK);

  gtk_text_buffer_move_mark (hold->page->buffer, mark, iter);
  hold->at = 0;
  hold->has_at = is_at_top;
  if (!hold->is_unsettled)
    {
      gtk_text_view_scroll_to_mark (hold->page->view, mark, is_at_top ? 0 : MIDDLE_THIRD, is_at_top,
                                    0, 0);
      hold->glides_until = g_get_monotonic_time () + GLIDE;
    }
  hold->is_coming = TRUE;
  begin (hold);
}

void
quo_page_hold_reveal (QuoPageHold *hold, const GtkTextIter *iter)
{
  show (hold, iter, FALSE);
}

gboolean
quo_page_hold_is_in_sight (QuoPageHold *hold, const GtkTextIter *iter)
{
  GdkRectangle line;
  int from_top;

  return find_line (hold, iter, &line, &from_top) && from_top >= line.height
         && from_top + 2 * line.height <= get_height (hold);
}

void
quo_page_hold_top (QuoPageHold *hold, const GtkTextIter *iter)
{
  show (hold, iter, TRUE);
}

void
quo_page_hold_place (QuoPageHold *hold)
{
  place (hold);
  expect_done (hold);
}

/* The line that stays: (out) where it begins and how far it is from the top of the view. FALSE:
 * none has to, before anything is laid out or at the top of the page, where what is above the first
 * line may grow. */
static gboolean
find_seen (QuoPageHold *hold, GtkTextIter *ret_iter, int *ret_from_top)
{
  GtkTextBuffer *buffer = hold->page->buffer;
  gboolean is_at_top = gtk_adjustment_get_value (hold->scroll) <= 0;
  GdkRectangle line, seen;

  gtk_text_buffer_get_iter_at_mark (buffer, ret_iter, gtk_text_buffer_get_insert (buffer));
  if (find_line (hold, ret_iter, &line, ret_from_top) && *ret_from_top >= 0
      && *ret_from_top + line.height <= get_height (hold))
    return !is_at_top || !gtk_text_iter_is_start (ret_iter);
  if (is_at_top)
    return FALSE;
  gtk_text_view_get_visible_rect (hold->page->view, &seen);
  gtk_text_view_get_iter_at_location (hold->page->view, ret_iter, seen.x, seen.y);
  return find_line (hold, ret_iter, &line, ret_from_top);
}

void
quo_page_hold_keep (QuoPageHold *hold)
{
  gboolean is_going
      = hold->is_held && (hold->is_unsettled || g_get_monotonic_time () < hold->glides_until);
  GtkTextIter iter;
  int from_top;

  if (hold->page->map == NULL || hold->scroll == NULL || get_height (hold) <= 1)
    return;
  hold->is_unsettled = TRUE;
  expect_done (hold);
  if (!is_going)
    {
      if (hold->is_loading || !find_seen (hold, &iter, &from_top))
        return;
      gtk_text_buffer_move_mark_by_name (hold->page->buffer, MARK, &iter);
      hold->at = from_top;
      hold->has_at = TRUE;
      hold->is_coming = TRUE;
    }
  begin (hold);
}

void
quo_page_hold_let_go (QuoPageHold *hold)
{
  hold->is_held = hold->is_coming = FALSE;
  stop_ticking (hold);
}

void
quo_page_hold_set_at_work (QuoPageHold *hold, gboolean is_at_work)
{
  hold->is_at_work = is_at_work;
  if (!is_at_work)
    expect_done (hold);
}
