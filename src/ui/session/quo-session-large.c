/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Acts on so many annotations that a window would stand still: a thread makes and checks the edit,
 * what it leads to, and its line in the log, while the document is held. Then the act counts, in a
 * moment. The session is busy as long; what would change the document meanwhile is refused, and
 * whoever leaves it waits.
 *
 * Invariant: `large` is set, and the document held, as long as that goes on.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-document-prepare.h"

#include <glib/gi18n.h>

/* An act on so many records takes some 20 ms. */
#define LARGE 5000

struct _QuoLargeAct
{
  gatomicrefcount ref_count; /* the session's, and that of what is to come from the thread */
  QuoSession *session;       /* NULL: it is over */
  QuoDocument *document;
  QuoLog *log; /* or NULL */
  QuoAct act;
  QuoLargeWork work;
  GThread *thread;
  QuoPrepared *prepared; /* as these two came from the thread */
  GError *error;
};

static void
unref_act (gpointer data)
{
  QuoLargeAct *act = data;

  if (!g_atomic_ref_count_dec (&act->ref_count))
    return;
  g_clear_object (&act->document);
  g_clear_object (&act->log);
  g_clear_error (&act->error);
  g_clear_pointer (&act->work.annotations, g_ptr_array_unref);
  g_clear_pointer (&act->work.tagset, quo_tagset_unref);
  g_free (act->work.message);
  g_free ((char *)act->work.actor.agent_name);
  g_free ((char *)act->work.actor.agent);
  g_free ((char *)act->work.actor.layer);
  if (act->work.free_data != NULL)
    act->work.free_data (act->work.data);
  g_free (act);
}

static gboolean on_worked (gpointer data);

static gpointer
work_in_thread (gpointer data)
{
  QuoLargeAct *act = data;
  g_autoptr (QuoEdit) edit = NULL;

  if (act->work.make != NULL)
    edit = act->work.make (act->document, &act->work);
  if (edit != NULL || act->act != QUO_ACT_APPLY)
    act->prepared = quo_document_prepare (act->document, act->act, edit, &act->error);
  /* Of what is taken back and done again the log needs no more than the word. */
  if (act->prepared != NULL && act->log != NULL && act->act == QUO_ACT_APPLY)
    quo_log_record (act->log, quo_prepared_get_edit (act->prepared));
  g_idle_add_full (G_PRIORITY_DEFAULT, on_worked, act, unref_act);
  return NULL;
}

/* Waits for the thread, if it has not ended: the act counts. */
static void
finish (QuoLargeAct *act)
{
  QuoSession *session = g_steal_pointer (&act->session);
  QuoEdit *edit;

  g_clear_pointer (&act->thread, g_thread_join);
  session->large = NULL;
  session->is_taking = act->work.is_taking;
  edit = quo_document_release (act->document, g_steal_pointer (&act->prepared));
  session->is_taking = FALSE;
  if (act->log != NULL)
    quo_log_end_record (act->log);
  quo_session_end_busy (session);
  if (act->error != NULL)
    quo_session_set_message (session, "%s", act->error->message);
  else if (edit != NULL)
    act->work.done (session, edit, &act->work);
  else
    quo_session_set_message (session, "%s", ""); /* there was nothing to do */
  quo_session_catch_up_suggestions (session);
  unref_act (act);
}

static gboolean
on_worked (gpointer data)
{
  QuoLargeAct *act = data;

  if (act->session != NULL)
    finish (act);
  return G_SOURCE_REMOVE;
}

gboolean
quo_session_is_large (guint n)
{
  return n >= LARGE;
}

void
quo_session_start_large (QuoSession *session, QuoAct how, const QuoLargeWork *work)
{
  QuoLargeAct *act = g_new0 (QuoLargeAct, 1);

  g_atomic_ref_count_init (&act->ref_count);
  g_atomic_ref_count_inc (&act->ref_count);
  act->session = session;
  act->document = g_object_ref (session->document);
  act->log = session->log != NULL ? g_object_ref (session->log) : NULL;
  act->act = how;
  act->work = *work;
  act->work.actor = (QuoActor){ g_strdup (session->annotator), g_strdup (session->agent),
                                g_strdup (session->layer) };
  session->large = act;
  quo_session_begin_busy (session);
  quo_document_hold (act->document);
  if (act->log != NULL)
    quo_log_begin_record (act->log);
  quo_session_set_message (session, _ ("Working on many annotations…"));
  act->thread = g_thread_new ("quo-large", work_in_thread, act);
}

gboolean
quo_session_check_free (QuoSession *session)
{
  if (session->large == NULL)
    return TRUE;
  quo_session_set_message (
      session, "%s",
      _ ("What was done to many annotations is still being carried out: wait a moment, then "
         "do this again"));
  return FALSE;
}

void
quo_session_finish_large (QuoSession *session)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  if (session->large != NULL)
    finish (session->large);
}
