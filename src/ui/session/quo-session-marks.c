/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All words in marks of the article: what O goes through. Those of a long article are looked for in
 * a thread when they are asked for the first time; whoever asked goes on when they are there.
 *
 * Invariant: `marks.looking` is set while that goes on, and the session is busy as long.
 */
#include "quo-config.h"

#include "quo-session-private.h"

/* The words in marks of so many code points are found at once: some milliseconds. */
#define AT_ONCE 100000

typedef struct
{
  QuoText *text;
  const QuoLanguage *language;
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  quo_text_unref (search->text);
  g_free (search);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;

  g_task_return_pointer (task, quo_quotes_find (search->text, search->language),
                         (GDestroyNotify)g_array_unref);
}

static void
stop_looking (QuoSession *session)
{
  if (session->marks.looking == NULL)
    return;
  g_cancellable_cancel (session->marks.looking);
  g_clear_object (&session->marks.looking);
  quo_session_end_busy (session);
}

/* Whoever has done something meanwhile does not want to be taken elsewhere. */
static gboolean
is_still_wanted (QuoSession *session)
{
  return session->caret == session->marks.caret
         && quo_document_get_revision (session->document) == session->marks.revision;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoSession) session = data; /* given up here and not in the thread */
  GCancellable *asked = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GArray) quotes = NULL;

  g_task_set_check_cancellable (G_TASK (result), FALSE);
  quotes = g_task_propagate_pointer (G_TASK (result), NULL);
  if (asked != session->marks.looking)
    return;
  session->quotes = g_steal_pointer (&quotes);
  stop_looking (session);
  if (is_still_wanted (session))
    session->marks.then (session);
}

static void
start_looking (QuoSession *session)
{
  g_autoptr (GTask) task = NULL;
  Search *search = g_new (Search, 1);

  *search = (Search){ quo_text_ref (quo_document_get_text (session->document)),
                      quo_session_get_language (session) };
  session->marks.looking = g_cancellable_new ();
  task = g_task_new (NULL, session->marks.looking, on_found, g_object_ref (session));
  g_task_set_task_data (task, search, free_search);
  g_task_run_in_thread (task, find_in_thread);
  quo_session_begin_busy (session);
}

gboolean
quo_session_await_quotes (QuoSession *session, QuoSessionVerb verb)
{
  QuoText *text = quo_document_get_text (session->document);

  if (session->quotes == NULL && quo_text_get_length (text) <= AT_ONCE)
    session->quotes = quo_quotes_find (text, quo_session_get_language (session));
  if (session->quotes != NULL)
    return TRUE;
  session->marks.then = verb;
  session->marks.caret = session->caret;
  session->marks.revision = quo_document_get_revision (session->document);
  if (session->marks.looking == NULL)
    start_looking (session);
  return FALSE;
}

void
quo_session_forget_quotes (QuoSession *session)
{
  stop_looking (session);
  g_clear_pointer (&session->quotes, g_array_unref);
}
