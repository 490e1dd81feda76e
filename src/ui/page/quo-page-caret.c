/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-caret.h"

/* Invariant: no caret stands between CR and LF; and what the session did never comes back to it as
 * if the person had done it (is_following). */

void
quo_page_caret_init (QuoPageCaret *caret, QuoPage *page, QuoPageHold *hold)
{
  *caret = (QuoPageCaret){ .page = page, .hold = hold };
}

void
quo_page_caret_reset (QuoPageCaret *caret)
{
  caret->told = QUO_SPAN (0, 0);
  caret->has_reveal = FALSE;
}

void
quo_page_caret_start (QuoPageCaret *caret)
{
  /* Nowhere: text that was put in pushed the caret of the buffer before it. */
  caret->told = QUO_SPAN (G_MAXUINT32, G_MAXUINT32);
  quo_page_caret_follow (caret);
  if (!caret->has_reveal)
    return;
  caret->has_reveal = FALSE;
  quo_page_caret_reveal (caret, caret->reveal, TRUE);
}

/* The iter at an offset of the article. */
static void
get_iter (QuoPageCaret *caret, guint32 offset, GtkTextIter *ret_iter)
{
  gtk_text_buffer_get_iter_at_offset (caret->page->buffer, ret_iter,
                                      quo_display_map_to_buffer (caret->page->map, offset));
}

/* Off the place between CR and LF. */
static void
snap_iter (GtkTextIter *iter)
{
  GtkTextIter before = *iter;

  if (gtk_text_iter_get_char (iter) == '\n' && gtk_text_iter_backward_char (&before)
      && gtk_text_iter_get_char (&before) == '\r')
    *iter = before;
}

gboolean
quo_page_caret_follow (QuoPageCaret *caret)
{
  QuoSession *session = caret->page->session;
  QuoSpan selection;
  guint32 at, other;
  GtkTextIter insert, bound;

  if (session == NULL || caret->page->map == NULL)
    return FALSE;
  selection = quo_session_get_selection (session);
  at = quo_session_get_caret (session);
  other = quo_span_is_empty (selection) ? at
          : at == selection.start       ? selection.end
                                        : selection.start;
  if (caret->told.start == at && caret->told.end == other)
    return FALSE;
  caret->told = QUO_SPAN (at, other);
  if (!quo_span_is_empty (selection))
    at = other == selection.start ? selection.end : selection.start;
  get_iter (caret, at, &insert);
  get_iter (caret, other, &bound);
  snap_iter (&insert);
  snap_iter (&bound);
  caret->is_following = TRUE;
  gtk_text_buffer_select_range (caret->page->buffer, &insert, &bound);
  caret->is_following = FALSE;
  return TRUE;
}

/* Where a mark of the buffer is in the article. */
static guint32
get_offset (QuoPageCaret *caret, GtkTextMark *mark)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (caret->page->buffer, &iter, mark);
  snap_iter (&iter);
  return quo_display_map_to_text (caret->page->map, gtk_text_iter_get_offset (&iter));
}

void
quo_page_caret_tell (QuoPageCaret *caret, GtkTextMark *mark)
{
  GtkTextMark *insert = gtk_text_buffer_get_insert (caret->page->buffer);
  GtkTextMark *bound = gtk_text_buffer_get_selection_bound (caret->page->buffer);
  guint32 at, other;

  if (caret->is_following || caret->page->session == NULL || caret->page->map == NULL)
    return;
  if (mark != insert && mark != bound)
    return;
  at = get_offset (caret, insert);
  other = get_offset (caret, bound);
  if (caret->told.start == at && caret->told.end == other)
    return;
  caret->told = QUO_SPAN (at, other);
  quo_page_hold_let_go (caret->hold);
  quo_session_follow (caret->page->session, at, QUO_SPAN (MIN (at, other), MAX (at, other)));
}

void
quo_page_caret_reveal (QuoPageCaret *caret, QuoSpan span, gboolean is_loaded)
{
  GtkTextIter iter;

  if (caret->page->map == NULL)
    return;
  if (!is_loaded)
    {
      caret->reveal = span;
      caret->has_reveal = TRUE;
      return;
    }
  get_iter (caret, span.start, &iter);
  quo_page_hold_reveal (caret->hold, &iter);
}

void
quo_page_caret_keep_in_sight (QuoPageCaret *caret, QuoSpan span, gboolean is_loaded)
{
  GtkTextIter iter;

  if (caret->page->map == NULL)
    return;
  get_iter (caret, span.start, &iter);
  if (!is_loaded || !quo_page_hold_is_in_sight (caret->hold, &iter))
    quo_page_caret_reveal (caret, span, is_loaded);
}

char *
quo_page_caret_dup_selected_text (QuoPageCaret *caret)
{
  QuoPage *page = caret->page;
  GtkTextIter start, end;

  if (page->map == NULL || !gtk_text_buffer_get_selection_bounds (page->buffer, &start, &end))
    return NULL;
  return quo_text_dup (
      quo_document_get_text (page->document),
      QUO_SPAN (quo_display_map_to_text (page->map, gtk_text_iter_get_offset (&start)),
                quo_display_map_to_text (page->map, gtk_text_iter_get_offset (&end))));
}
