/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggestions in a session: asked for, they are made in a thread and come as one edit. As long as
 * there are some, they are made anew after each edit and what changed becomes a part of that edit:
 * caret, selection and message stay as they are; what is left of a name with other borders is told.
 * What is done with them is in quo-session-judge.c.
 *
 * Invariant: `suggesting` is of the run whose result is waited for; an older one's is cancelled. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-learnt.h"
#include "quo-suggestion-questions.h"
#include "quo-suggestion-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoSnapshot *snapshot;
  QuoTagset *tagset;
  char *article_path;
  const char *language;
  guint64 revision;
  char **only;         /* ids of suggesters, or NULL: all */
  gboolean is_asked;   /* by a person, who waits for it */
  QuoWeights *weights; /* learnt by the thread, or NULL */
} Job;

static void
job_free (Job *job)
{
  quo_snapshot_unref (job->snapshot);
  quo_tagset_unref (job->tagset);
  g_clear_pointer (&job->weights, quo_weights_unref);
  g_strfreev (job->only);
  g_free (job->article_path);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (QuoKnownNames) known = NULL;
  g_autoptr (GError) error = NULL;
  QuoSuggestOptions options = { .language = job->language,
                                .only = (const char *const *)job->only,
                                .tagset = job->tagset,
                                .is_eager = TRUE };
  QuoSuggestions *suggestions;

  job->weights
      = quo_learnt_get (job->article_path, job->snapshot, job->tagset, &known, cancellable);
  options.weights = job->weights;
  options.known = known;
  suggestions = quo_suggest (job->snapshot, &options, cancellable, &error);
  if (suggestions != NULL)
    g_task_return_pointer (task, suggestions, (GDestroyNotify)quo_suggestions_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The run is over, or given up. */
static void
end_run (QuoSession *session)
{
  gboolean was_asked = session->is_suggesting_asked;

  g_clear_object (&session->suggesting);
  session->is_suggesting_asked = FALSE;
  if (was_asked)
    quo_session_end_busy (session);
  quo_session_notify (session, QUO_SESSION_PROP_IS_SUGGESTING);
}

/* How many there are, before what is said of the first of them. */
static void
tell_number (QuoSession *session)
{
  g_autofree char *first = g_strdup (quo_session_get_message (session));
  g_autofree char *number = g_strdup_printf (
      ngettext ("%u suggestion", "%u suggestions", session->n_suggested), session->n_suggested);

  /* Translators: how many suggestions there are, and the first of them. */
  quo_session_set_message (session, C_ ("two sentences", "%s. %s"), number, first);
}

/* The first of what came is shown. */
static void
end_taking (QuoSession *session)
{
  if (session->n_suggested == 0)
    quo_session_set_message (session, _ ("No suggestions"));
  else if (!quo_session_begin_wanted_sift (session))
    {
      quo_session_skip (session);
      tell_number (session);
    }
  quo_session_letter_chances (session);
}

static QuoEdit *
make_suggestions (QuoDocument *document, const QuoLargeWork *work)
{
  return quo_verb_suggest (document, &work->actor, work->data);
}

static void
on_large_taken (QuoSession *session, QuoEdit *edit, const QuoLargeWork *work)
{
  quo_session_tell_edit (session, edit, NULL);
  end_taking (session);
}

/* What came for a person who waits. */
static void
take_asked (QuoSession *session, QuoSuggestions *suggestions)
{
  QuoActor actor = quo_session_get_actor (session);

  session->has_asked = TRUE;
  if (quo_session_is_large (quo_suggestions_count_annotations (suggestions)))
    {
      quo_session_start_large (session, QUO_ACT_APPLY,
                               &(QuoLargeWork){ .make = make_suggestions,
                                                .done = on_large_taken,
                                                .data = quo_suggestions_ref (suggestions),
                                                .free_data = (GDestroyNotify)quo_suggestions_unref,
                                                .is_taking = TRUE });
      return;
    }
  session->is_taking = TRUE;
  quo_session_take_edit (session, quo_verb_suggest (session->document, &actor, suggestions), NULL);
  session->is_taking = FALSE;
  end_taking (session);
}

/* Whether somebody whom a digit stands for is gone after the edit. */
static gboolean
hurts_candidates (QuoSession *session, QuoEdit *edit)
{
  GPtrArray *candidates = quo_session_get_candidates (session);

  for (guint i = 0; i < candidates->len; i++)
    {
      const QuoCandidate *candidate = g_ptr_array_index (candidates, i);
      QuoRecord *record
          = candidate->id != NULL ? quo_document_find (session->document, candidate->id) : NULL;

      if (record != NULL && quo_edit_find (edit, candidate->id, record) == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
note_removed (QuoSession *session, QuoEdit *edit)
{
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);

      if (change->after == NULL && change->before->kind == QUO_RECORD_ANNOTATION
          && !quo_suggestion_is_helper ((const QuoAnnotation *)change->before))
        g_hash_table_replace (session->declined, (gpointer)change->before->id,
                              quo_record_ref (change->before));
    }
}

/* What was removed is not wanted, though it would be found again. Noted when it is asked for: it
 * may be much, and while nothing is suggested nobody asks. */
static void
note_declined (QuoSession *session)
{
  for (guint i = 0; i < session->unnoted->len; i++)
    note_removed (session, g_ptr_array_index (session->unnoted, i));
  g_ptr_array_set_size (session->unnoted, 0);
}

static void
forget_declined (QuoSession *session)
{
  g_ptr_array_set_size (session->unnoted, 0);
  g_hash_table_remove_all (session->declined);
}

/* What came by itself: nobody is told, and what is selected stays. While the prompt for a speaker
 * stands the digits keep who they stand for; where that cannot be, it waits. */
static void
take_refreshed (QuoSession *session, const QuoSuggestions *suggestions)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  gboolean is_judged = selected != NULL && selected->status == QUO_STATUS_SUGGESTED;
  QuoActor actor = quo_session_get_actor (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoEdit) edit = NULL;

  note_declined (session);
  edit = quo_verb_suggest_again (session->document, &actor, suggestions,
                                 is_judged ? selected->base.id : NULL, session->declined);
  if (edit == NULL)
    return;
  if (session->is_prompting && hurts_candidates (session, edit))
    {
      session->is_refresh_due = TRUE;
      return;
    }
  session->is_taking = TRUE;
  if (!quo_document_amend (session->document, edit, &error))
    g_warning ("%s", error->message);
  session->is_taking = FALSE;
}

static void
on_suggested (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoSession *session = QUO_SESSION (source);
  GTask *task = G_TASK (result);
  const Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSuggestions) suggestions = g_task_propagate_pointer (task, &error);
  gboolean is_wanted
      = session->suggesting != NULL && session->suggesting == g_task_get_cancellable (task);

  if (!is_wanted)
    return; /* given up, and everybody knows */
  end_run (session);
  if (session->large != NULL)
    {
      session->is_refresh_due = TRUE;
      return;
    }
  if (suggestions == NULL)
    {
      if (job->is_asked)
        quo_session_set_message (session, "%s", error->message);
      return;
    }
  if (quo_document_get_revision (session->document) != job->revision)
    {
      /* Made for a document that is no longer so. */
      if (job->is_asked)
        quo_session_suggest (session);
      return;
    }
  g_clear_pointer (&session->weights, quo_weights_unref);
  if (job->weights != NULL)
    session->weights = quo_weights_ref (job->weights);
  g_clear_pointer (&session->chances, g_array_unref);
  session->chances = g_array_ref (suggestions->chances);
  g_clear_pointer (&session->seconds, g_array_unref);
  session->seconds = g_array_ref (suggestions->seconds);
  g_clear_pointer (&session->suggestions, quo_suggestions_unref);
  session->suggestions = quo_suggestions_ref (suggestions);
  if (job->is_asked)
    take_asked (session, suggestions);
  else
    {
      take_refreshed (session, suggestions);
      quo_session_letter_chances (session);
    }
}

/* (transfer full) (nullable): the ids of the suggesters that are on; NULL: all. */
static char **
list_wanted (QuoSession *session)
{
  g_autoptr (GStrvBuilder) wanted = g_strv_builder_new ();

  if (session->suggesters_off == NULL || *session->suggesters_off == NULL)
    return NULL;
  for (const QuoSuggester *const *suggester = quo_suggesters_list (); *suggester != NULL;
       suggester++)
    if (!g_strv_contains ((const char *const *)session->suggesters_off, (*suggester)->id))
      g_strv_builder_add (wanted, (*suggester)->id);
  return g_strv_builder_end (wanted);
}

static void
begin_run (QuoSession *session, gboolean is_asked)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->snapshot = quo_document_snapshot (session->document);
  job->tagset = quo_tagset_ref (session->tagset);
  job->article_path = g_strdup (session->article_path);
  job->language = quo_language_get_tag (quo_session_get_language (session));
  job->revision = quo_document_get_revision (session->document);
  job->only = list_wanted (session);
  job->is_asked = is_asked;
  session->suggesting = g_cancellable_new ();
  session->is_suggesting_asked = is_asked;
  task = g_task_new (session, session->suggesting, on_suggested, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  if (is_asked)
    quo_session_begin_busy (session);
  quo_session_notify (session, QUO_SESSION_PROP_IS_SUGGESTING);
  g_task_run_in_thread (task, run_job);
}

/* Gives up what runs, and what is about to. */
static void
give_up (QuoSession *session)
{
  g_clear_handle_id (&session->refresh_idle, g_source_remove);
  session->is_refresh_due = FALSE;
  if (session->suggesting == NULL)
    return;
  g_cancellable_cancel (session->suggesting);
  end_run (session);
}

gboolean
quo_session_suggest (QuoSession *session)
{
  g_auto (GStrv) wanted = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  wanted = list_wanted (session);
  if (wanted != NULL && *wanted == NULL)
    {
      quo_session_set_message (session, _ ("All suggestions are switched off in the preferences"));
      return FALSE;
    }
  give_up (session);
  session->is_doubting = FALSE;
  session->sift.is_wanted = FALSE;
  forget_declined (session);
  quo_session_set_message (session, _ ("Looking for quotes and names…"));
  begin_run (session, TRUE);
  return TRUE;
}

gboolean
quo_session_stop_suggesting (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!session->is_suggesting_asked)
    return FALSE;
  give_up (session);
  quo_session_set_message (session, _ ("Stopped; nothing was suggested"));
  return TRUE;
}

gboolean
quo_session_is_suggesting (QuoSession *session)
{
  return session->suggesting != NULL || session->refresh_idle != 0;
}

gboolean
quo_session_is_asked_to_suggest (QuoSession *session)
{
  return session->is_suggesting_asked;
}

/* --- After an edit --- */

static gboolean
on_refresh_idle (gpointer data)
{
  QuoSession *session = data;

  session->refresh_idle = 0;
  note_declined (session);
  begin_run (session, FALSE);
  return G_SOURCE_REMOVE;
}

/* Whether suggestions of this program are left, from another day. Those of others are let alone. */
static gboolean
has_own (QuoSession *session)
{
  return session->n_suggested + session->n_helpers > 0
         && quo_document_find (session->document, QUO_SUGGEST_AGENT) != NULL;
}

static void
refresh_later (QuoSession *session)
{
  if (session->is_suggesting_asked)
    return; /* it sees that the document is another one, and begins anew */
  give_up (session);
  session->refresh_idle = g_idle_add (on_refresh_idle, session);
  quo_session_notify (session, QUO_SESSION_PROP_IS_SUGGESTING);
}

void
quo_session_follow_suggestions (QuoSession *session, QuoEdit *edit)
{
  QuoAct act = quo_document_get_last_act (session->document);

  if (session->is_taking || act == QUO_ACT_AMEND)
    return;
  if (act != QUO_ACT_APPLY)
    {
      /* Somebody looks back: nothing of what is there may change meanwhile. */
      session->has_asked = session->has_asked && session->n_suggested > 0;
      if (!session->is_suggesting_asked)
        give_up (session);
      return;
    }
  g_ptr_array_add (session->unnoted, quo_edit_ref (edit));
  if (session->has_asked || has_own (session))
    refresh_later (session);
}

void
quo_session_catch_up_suggestions (QuoSession *session)
{
  if (!session->is_refresh_due)
    return;
  session->is_refresh_due = FALSE;
  refresh_later (session);
}

void
quo_session_forget_suggestions (QuoSession *session)
{
  give_up (session);
  session->has_asked = session->is_doubting = FALSE;
  forget_declined (session);
  g_clear_pointer (&session->weights, quo_weights_unref);
  g_clear_pointer (&session->chances, g_array_unref);
  g_clear_pointer (&session->suggestions, quo_suggestions_unref);
  g_clear_pointer (&session->seconds, g_array_unref);
}

void
quo_session_set_suggesters_off (QuoSession *session, const char *const *ids)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  if (session->suggesters_off != NULL && ids != NULL
      && g_strv_equal ((const char *const *)session->suggesters_off, ids))
    return;
  g_strfreev (session->suggesters_off);
  session->suggesters_off = g_strdupv ((char **)ids);
  if (session->document != NULL && has_own (session))
    refresh_later (session);
}

gboolean
quo_session_clear_suggestions (QuoSession *session)
{
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  edit = quo_verb_clear_suggestions (session->document);
  if (edit == NULL)
    {
      quo_session_set_message (session, _ ("No suggestions"));
      return FALSE;
    }
  give_up (session);
  session->has_asked = FALSE;
  session->is_taking = TRUE;
  quo_session_take_edit (session, edit, g_strdup (_ ("Suggestions taken away")));
  session->is_taking = FALSE;
  return TRUE;
}
