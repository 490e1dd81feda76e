/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back and doing again: what the edit touched is shown. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-shown.h"

#include <glib/gi18n.h>

static guint
count_annotations (QuoEdit *edit)
{
  guint n_annotations = 0;

  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;

      n_annotations += record->kind == QUO_RECORD_ANNOTATION;
    }
  return n_annotations;
}

/* After undo and redo: what the edit touched is shown, and selected if it is there. */
static void
show_edit (QuoSession *session, QuoEdit *edit)
{
  const QuoAnnotation *annotation = NULL;
  QuoSpan hull = quo_edit_get_hull (edit);

  if (edit->select != NULL)
    annotation = quo_document_find_annotation (session->document, edit->select);
  /* Of many that come and go at once none is better than the one that is selected. */
  if (count_annotations (edit) > 1 && quo_session_get_selected (session) != NULL)
    annotation = quo_session_get_selected (session);
  if (annotation != NULL)
    quo_session_set_selected (session, annotation->base.id);
  quo_session_keep_caret_inside (session);
  if (annotation != NULL && !annotation->is_orphan)
    quo_session_emit_reveal (session, quo_annotation_get_hull (annotation));
  else if (session->caret < hull.start || session->caret > hull.end)
    quo_session_emit_reveal (session, hull);
}

/* The title has the name of a label in it, and of an earlier session it was read from a file. */
static void
tell (QuoSession *session, const char *format, const QuoEdit *edit)
{
  g_autofree char *title = quo_shown (edit->title != NULL ? edit->title : "");

  quo_session_set_message (session, format, title);
}

static void
on_undone (QuoSession *session, QuoEdit *edit, const QuoLargeWork *work)
{
  tell (session, _ ("Undone: %s"), edit);
  show_edit (session, edit);
}

static void
on_redone (QuoSession *session, QuoEdit *edit, const QuoLargeWork *work)
{
  tell (session, _ ("Done again: %s"), edit);
  show_edit (session, edit);
}

/* @next: what is taken back, or done again. */
static gboolean
start_large (QuoSession *session, QuoAct act, const QuoEdit *next)
{
  if (next == NULL || !quo_session_is_large (quo_edit_get_length (next)))
    return FALSE;
  quo_session_start_large (session, act,
                           &(QuoLargeWork){
                               .done = act == QUO_ACT_UNDO ? on_undone : on_redone,
                           });
  return TRUE;
}

gboolean
quo_session_undo (QuoSession *session)
{
  QuoEdit *edit;

  if (!quo_session_check_free (session))
    return FALSE;
  if (session->document != NULL
      && start_large (session, QUO_ACT_UNDO, quo_document_get_undo (session->document, 0)))
    return TRUE;
  edit = session->document != NULL ? quo_document_undo (session->document) : NULL;
  if (edit == NULL)
    {
      quo_session_set_message (session, _ ("Nothing to undo"));
      return FALSE;
    }
  on_undone (session, edit, NULL);
  return TRUE;
}

gboolean
quo_session_redo (QuoSession *session)
{
  QuoEdit *edit;

  if (!quo_session_check_free (session))
    return FALSE;
  if (session->document != NULL
      && start_large (session, QUO_ACT_REDO, quo_document_get_redo (session->document, 0)))
    return TRUE;
  edit = session->document != NULL ? quo_document_redo (session->document) : NULL;
  if (edit == NULL)
    {
      quo_session_set_message (session, _ ("Nothing to redo"));
      return FALSE;
    }
  on_redone (session, edit, NULL);
  return TRUE;
}
