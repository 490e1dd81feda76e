/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The borders of the selected annotation: growing, shrinking, one more part. The caret stays
 * inside. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-name-borders.h"
#include "quo-names.h"
#include "quo-words.h"

#include <glib/gi18n.h>

/* The caret stays, unless it would stand outside of what is selected now. */
void
quo_session_keep_caret_inside (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  QuoSpan hull;

  if (selected == NULL || selected->is_orphan)
    return;
  hull = quo_annotation_get_hull (selected);
  quo_session_put_caret (session, CLAMP (session->caret, hull.start, hull.end));
}

gboolean
quo_session_add_part (QuoSession *session)
{
  const QuoAnnotation *selected;
  g_autofree char *words = NULL;
  gboolean is_done;
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = quo_session_require_selected (session);
  if (selected == NULL)
    return FALSE;
  if (quo_span_is_empty (session->selection))
    {
      quo_session_set_message (session, _ ("Select the text that belongs to it first"));
      return FALSE;
    }
  words = quo_session_dup_words (session, session->selection);
  edit = quo_verb_add_part (session->document, selected, session->selection);
  if (edit == NULL)
    {
      quo_session_set_message (session, _ ("This text is part of it already"));
      return FALSE;
    }
  is_done = quo_session_take_edit (session, edit, g_strdup_printf (_ ("Part added: %s"), words));
  quo_session_keep_caret_inside (session);
  return is_done;
}

void
quo_session_start_text_selection (QuoSession *session)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  session->is_selecting_text = TRUE;
  quo_session_set_message (session, _ ("Shift and the arrows select text"));
}

gboolean
quo_session_is_resizing (QuoSession *session)
{
  return session->selected != NULL && quo_span_is_empty (session->selection)
         && !session->is_selecting_text;
}

gboolean
quo_session_resize (QuoSession *session, gint start, gint end)
{
  const QuoAnnotation *selected;
  gboolean is_done, was_suggested;
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = quo_session_require_selected (session);
  if (selected == NULL)
    return FALSE;
  was_suggested = selected->status == QUO_STATUS_SUGGESTED;
  edit = quo_verb_resize (session->document, selected, start, end);
  if (edit == NULL)
    {
      quo_session_set_message (session, _ ("It cannot be moved further"));
      return FALSE;
    }
  is_done = quo_session_take_edit (session, edit, NULL);
  selected = quo_session_get_selected (session);
  if (is_done && selected != NULL)
    {
      g_autofree char *description = quo_session_dup_description (session, selected);

      session->is_mended = session->is_mended || was_suggested;
      quo_session_set_message (session, "%s", description);
    }
  quo_session_keep_caret_inside (session);
  return is_done;
}

gboolean
quo_session_resize_word (QuoSession *session, gboolean is_start, gint direction)
{
  const QuoAnnotation *selected;
  const QuoText *text;
  QuoSpan hull;
  guint32 to;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = quo_session_require_selected (session);
  if (selected == NULL)
    return FALSE;
  text = quo_document_get_text (session->document);
  hull = quo_annotation_get_hull (selected);
  if (is_start)
    {
      to = direction > 0 ? quo_word_next_start (text, hull.start)
                         : quo_word_previous_start (text, hull.start);
      return quo_session_resize (session, (gint)to - (gint)hull.start, 0);
    }
  to = direction > 0 ? quo_word_next_end (text, hull.end) : quo_word_previous_end (text, hull.end);
  return quo_session_resize (session, 0, (gint)to - (gint)hull.end);
}

/* --- Other borders --- */

/* What B acts on: the selected annotation, the selected text, else the name round the caret. */
static QuoSpan
get_bordered (QuoSession *session, const QuoAnnotation *selected)
{
  if (selected != NULL && quo_span_is_empty (session->selection))
    return quo_annotation_get_hull (selected);
  if (!quo_span_is_empty (session->selection))
    return session->selection;
  return quo_name_around (quo_document_get_text (session->document), session->caret,
                          quo_session_get_language (session));
}

/* Goes on with the borders that B went through before as long as they stand; else looks for those
 * of @span. FALSE: there are no others. */
static gboolean
step_borders (QuoSession *session, QuoSpan span)
{
  const QuoText *text = quo_document_get_text (session->document);

  if (session->borders == NULL
      || !quo_span_equal (g_array_index (session->borders, QuoSpan, session->nth_border), span))
    {
      g_clear_pointer (&session->borders, g_array_unref);
      session->borders = quo_name_borders (text, span, quo_session_get_language (session));
      g_array_prepend_val (session->borders, span);
      session->nth_border = 0;
    }
  if (session->borders->len < 2)
    return FALSE;
  session->nth_border = (session->nth_border + 1) % session->borders->len;
  return TRUE;
}

QuoSpan
quo_session_get_other_borders (QuoSession *session)
{
  const QuoAnnotation *selected;
  g_autoptr (GArray) borders = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session), QUO_SPAN (0, 0));

  selected = quo_session_get_selected (session);
  if (selected == NULL || selected->status != QUO_STATUS_SUGGESTED || selected->n_ranges != 1
      || quo_session_get_kind (session, selected) != QUO_LABEL_ENTITY
      || !quo_span_is_empty (session->selection))
    return QUO_SPAN (0, 0);
  borders = quo_name_borders (quo_document_get_text (session->document), selected->ranges[0],
                              quo_session_get_language (session));
  return borders->len > 0 ? g_array_index (borders, QuoSpan, 0) : QUO_SPAN (0, 0);
}

gboolean
quo_session_accept_other_borders (QuoSession *session)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  if (quo_span_is_empty (quo_session_get_other_borders (session)))
    {
      quo_session_set_message (session, _ ("No other borders stand near"));
      return FALSE;
    }
  id = g_strdup (session->selected);
  g_clear_pointer (&session->borders, g_array_unref);
  if (!quo_session_change_borders (session))
    return FALSE;
  quo_session_judge_next (session, id);
  return TRUE;
}

gboolean
quo_session_change_borders (QuoSession *session)
{
  const QuoAnnotation *selected;
  QuoSpan span, to;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  selected = quo_session_get_selected (session);
  if (selected != NULL && (selected->n_ranges != 1 || selected->is_orphan))
    selected = NULL;
  span = get_bordered (session, selected);
  if (quo_span_is_empty (span) || !step_borders (session, span))
    {
      quo_session_set_message (session, _ ("No other borders stand near"));
      return FALSE;
    }
  to = g_array_index (session->borders, QuoSpan, session->nth_border);
  if (selected != NULL && quo_span_is_empty (session->selection))
    return quo_session_resize (session, (gint)to.start - (gint)span.start,
                               (gint)to.end - (gint)span.end);
  quo_session_select (session, to.start, to.end);
  return TRUE;
}
