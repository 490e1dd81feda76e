/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggestions in a session: asked for, they are made in a thread and come as one edit; A, X and N
 * then go from one to the next. A cue or a pronoun that was proposed with a quote is no stop of its
 * own: it is accepted and rejected with it. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-learnt.h"
#include "quo-suggestion-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Making them --- */

typedef struct
{
  QuoSnapshot *snapshot;
  QuoTagset *tagset;
  char *article_path;
  const char *language;
  guint64 revision;
} Job;

static void
job_free (Job *job)
{
  quo_snapshot_unref (job->snapshot);
  quo_tagset_unref (job->tagset);
  g_free (job->article_path);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (QuoWeights) weights = quo_learnt_get (job->article_path, job->snapshot, cancellable);
  const QuoSuggestOptions options
      = { .language = job->language, .tagset = job->tagset, .weights = weights };
  g_autoptr (GError) error = NULL;
  QuoSuggestions *suggestions = quo_suggest (job->snapshot, &options, cancellable, &error);

  if (suggestions != NULL)
    g_task_return_pointer (task, suggestions, (GDestroyNotify)quo_suggestions_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_suggested (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoSession *session = QUO_SESSION (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSuggestions) suggestions = g_task_propagate_pointer (G_TASK (result), &error);
  QuoActor actor = quo_session_get_actor (session);

  quo_session_end_busy (session);
  if (suggestions == NULL)
    {
      quo_session_set_message (session, "%s", error->message);
      return;
    }
  if (session->document == NULL || quo_document_get_revision (session->document) != job->revision)
    {
      /* Made for a document that is no longer so. */
      if (session->document != NULL)
        quo_session_suggest (session);
      return;
    }
  if (!quo_session_take_edit (session, quo_verb_suggest (session->document, &actor, suggestions),
                              NULL))
    {
      quo_session_set_message (session, _ ("No suggestions"));
      return;
    }
  quo_session_skip (session);
}

gboolean
quo_session_suggest (QuoSession *session)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  job = g_new0 (Job, 1);
  job->snapshot = quo_document_snapshot (session->document);
  job->tagset = quo_tagset_ref (session->tagset);
  job->article_path = g_strdup (session->article_path);
  job->language = quo_language_get_tag (quo_session_get_language (session));
  job->revision = quo_document_get_revision (session->document);
  task = g_task_new (session, NULL, on_suggested, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  quo_session_set_message (session, _ ("Looking for quotes and names…"));
  quo_session_begin_busy (session);
  g_task_run_in_thread (task, run_job);
  return TRUE;
}

/* --- Going through them --- */

static gboolean
is_stop (QuoSession *session, const QuoAnnotation *annotation)
{
  return annotation->status == QUO_STATUS_SUGGESTED && !quo_suggestion_is_helper (annotation)
         && quo_session_is_shown (session, annotation);
}

/* The selected proposal; NULL if none is selected. */
static const QuoAnnotation *
get_current (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  return selected != NULL && selected->status == QUO_STATUS_SUGGESTED ? selected : NULL;
}

/* The next proposal after @after (NULL: after the caret), from the start again after the last one;
 * NULL: there is no other. */
static const QuoAnnotation *
find_next (QuoSession *session, const QuoAnnotation *after)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint from = 0;

  if (after != NULL)
    from = quo_document_get_position (session->document, after) + 1;
  else
    while (from < all->len
           && quo_annotation_get_hull (g_ptr_array_index (all, from)).start < session->caret)
      from++;
  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, (from + i) % all->len);

      if (annotation != after && is_stop (session, annotation))
        return annotation;
    }
  return NULL;
}

/* Selects it and says what it is and why. */
static void
show (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autofree char *description = NULL;
  g_autofree char *id = g_strdup (annotation->base.id);
  const char *reason = quo_suggestion_describe (annotation);

  quo_session_select_annotation (session, id);
  description = quo_session_dup_description (session, annotation);
  if (reason != NULL)
    /* Translators: a proposed annotation, and why it is proposed. */
    quo_session_set_message (session, _ ("Suggested: %s (%s)"), description, reason);
  else
    quo_session_set_message (session, _ ("Suggested: %s"), description);
}

/* Shows @next, which may be gone by now; without one says that all are done. */
static void
go_on (QuoSession *session, const char *next)
{
  const QuoAnnotation *annotation
      = next != NULL ? quo_document_find_annotation (session->document, next) : NULL;

  if (annotation != NULL && !is_stop (session, annotation))
    annotation = find_next (session, annotation);
  if (annotation != NULL)
    show (session, annotation);
  else
    quo_session_set_message (session, _ ("No more suggestions"));
}

gboolean
quo_session_skip (QuoSession *session)
{
  const QuoAnnotation *next;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  next = find_next (session, get_current (session));
  if (next == NULL)
    {
      quo_session_set_message (session, _ ("No suggestions"));
      return FALSE;
    }
  show (session, next);
  return TRUE;
}

static double
get_certainty (const QuoAnnotation *annotation)
{
  return annotation->conf != NULL ? g_ascii_strtod (annotation->conf, NULL) : 1;
}

/* Whether @a comes before @b when the least certain goes first. */
static gboolean
is_less_certain (QuoSession *session, const QuoAnnotation *a, const QuoAnnotation *b)
{
  double x = get_certainty (a), y = get_certainty (b);

  return x != y ? x < y
                : quo_document_get_position (session->document, a)
                      < quo_document_get_position (session->document, b);
}

gboolean
quo_session_doubt (QuoSession *session)
{
  const QuoAnnotation *current, *next = NULL, *first = NULL;
  GPtrArray *all;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  current = get_current (session);
  all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (annotation == current || !is_stop (session, annotation))
        continue;
      if (first == NULL || is_less_certain (session, annotation, first))
        first = annotation;
      if (current != NULL && is_less_certain (session, current, annotation)
          && (next == NULL || is_less_certain (session, annotation, next)))
        next = annotation;
    }
  if (first == NULL)
    {
      quo_session_set_message (session, _ ("No suggestions"));
      return FALSE;
    }
  show (session, next != NULL ? next : first);
  return TRUE;
}

/* The proposal that a key acts on. Without one the next is shown, and nothing is done yet. */
static const QuoAnnotation *
require_current (QuoSession *session)
{
  const QuoAnnotation *current;

  if (!quo_session_check_open (session))
    return NULL;
  current = get_current (session);
  if (current == NULL)
    quo_session_skip (session);
  return current;
}

/* (transfer full) for @edit: carries it out and goes on. */
static gboolean
finish (QuoSession *session, const QuoAnnotation *current, QuoEdit *edit)
{
  const QuoAnnotation *next = find_next (session, current);
  g_autofree char *id = next != NULL ? g_strdup (next->base.id) : NULL;

  if (!quo_session_take_edit (session, edit, NULL))
    return FALSE;
  go_on (session, id);
  return TRUE;
}

gboolean
quo_session_accept (QuoSession *session)
{
  const QuoAnnotation *current;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  QuoActor actor;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  current = require_current (session);
  if (current == NULL)
    return FALSE;
  actor = quo_session_get_actor (session);
  g_ptr_array_add (list, (gpointer)current);
  return finish (session, current, quo_verb_accept_suggestions (session->document, &actor, list));
}

gboolean
quo_session_reject (QuoSession *session)
{
  const QuoAnnotation *current;
  QuoActor actor;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  current = require_current (session);
  if (current == NULL)
    return FALSE;
  actor = quo_session_get_actor (session);
  return finish (session, current, quo_verb_reject_suggestion (session->document, &actor, current));
}

/* Whether the two name the same: one entity, or the same words with the same label. */
static gboolean
is_same_name (QuoSession *session, const QuoAnnotation *a, const QuoAnnotation *b)
{
  g_autofree char *words = NULL;

  if (strcmp (a->type, b->type) != 0 || a->n_ranges != 1 || b->n_ranges != 1)
    return FALSE;
  if (a->n_entities > 0 && b->n_entities > 0)
    return strcmp (a->entities[0], b->entities[0]) == 0;
  words = quo_text_dup (quo_document_get_text (session->document), a->ranges[0]);
  return quo_text_equals (quo_document_get_text (session->document), b->ranges[0], words);
}

gboolean
quo_session_accept_name (QuoSession *session)
{
  const QuoAnnotation *current;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GPtrArray *all;
  QuoActor actor;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  current = require_current (session);
  if (current == NULL)
    return FALSE;
  all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (annotation->status == QUO_STATUS_SUGGESTED && is_same_name (session, annotation, current))
        g_ptr_array_add (list, (gpointer)annotation);
    }
  if (list->len == 0)
    g_ptr_array_add (list, (gpointer)current);
  actor = quo_session_get_actor (session);
  return finish (session, current, quo_verb_accept_suggestions (session->document, &actor, list));
}
