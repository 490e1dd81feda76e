/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session takes a document and gives it up: with it come the log, the saver, and the language of
 * its text.
 *
 * Invariant: log and saver are those of the document that is open; without one there is neither. */
#include "quo-config.h"

#include "quo-session-private.h"
#include "quo-sidecar-reader.h"

static void
on_document_changed (QuoDocument *document, QuoEdit *edit, QuoSession *session)
{
  quo_session_count_edit (session, edit);
  quo_session_follow_actor (session, edit);
  if (session->selected != NULL && quo_session_get_selected (session) == NULL)
    quo_session_set_selected (session, NULL);
  quo_session_follow_sift (session);
  quo_session_emit_changed (session, edit);
  quo_session_follow_review (session, edit);
  if (!(session->is_taking && session->is_prompting))
    quo_session_drop_candidates (session);
  quo_session_follow_suggestions (session, edit);
}

void
quo_session_release_log (QuoSession *session, gboolean is_given_up)
{
  QuoLogEnd end = QUO_LOG_KEEP;

  g_return_if_fail (QUO_IS_SESSION (session));

  quo_session_finish_large (session);
  if (session->log == NULL)
    return;
  if (is_given_up)
    end = QUO_LOG_DISCARD;
  else if (quo_autosave_get_state (session->autosave) == QUO_SAVE_STATE_SAVED)
    end = QUO_LOG_COMPACT;
  quo_log_close (session->log, end);
  quo_autosave_set_log (session->autosave, NULL);
  g_clear_object (&session->log);
}

void
quo_session_resume_log (QuoSession *session)
{
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  QuoLogPast *past;
  guint n_unlogged = 0;

  g_return_if_fail (QUO_IS_SESSION (session));

  if (session->document == NULL || session->log != NULL)
    return;
  bytes = quo_sidecar_load (session->sidecar_path, NULL, NULL);
  sum = quo_log_dup_sum (bytes);
  past = quo_log_past_load (quo_document_get_article (session->document), sum);
  /* What was to be given up went with its log, and is wanted after all. */
  if (!past->is_there && quo_autosave_get_state (session->autosave) != QUO_SAVE_STATE_SAVED)
    n_unlogged = quo_document_get_n_undo (session->document);
  session->log = quo_log_new (session->document, past, sum, n_unlogged);
  quo_autosave_set_log (session->autosave, session->log);
}

void
quo_session_clear_document (QuoSession *session)
{
  quo_session_finish_large (session);
  quo_session_forget_suggestions (session);
  quo_session_forget_sift (session);
  quo_session_stop_seeking (session);
  if (session->document != NULL)
    g_signal_handlers_disconnect_by_data (session->document, session);
  quo_session_release_log (session, FALSE);
  g_clear_object (&session->autosave);
  g_clear_object (&session->document);
  g_clear_pointer (&session->article_path, g_free);
  g_clear_pointer (&session->sidecar_path, g_free);
  quo_session_forget_quotes (session);
  g_hash_table_remove_all (session->speech);
  g_clear_pointer (&session->agent, g_free);
  g_hash_table_remove_all (session->hidden);
  g_hash_table_remove_all (session->unlocked);
  quo_review_free (session->review);
  session->review = quo_review_new ();
  g_clear_pointer (&session->entered, g_free);
  g_clear_pointer (&session->just_tagged, g_free);
  g_clear_pointer (&session->borders, g_array_unref);
  g_clear_pointer (&session->resume, g_free);
  g_hash_table_remove_all (session->passed);
  g_hash_table_remove_all (session->passed_quotes);
  session->visited = QUO_SPAN (0, 0);
  session->caret = 0;
  session->selection = QUO_SPAN (0, 0);
}

/* The article says its language, or its words do. */
static const QuoLanguage *
choose_language (QuoArticle *article)
{
  const char *tag = article->lang != NULL ? article->lang : quo_language_guess (article->text);
  return quo_language_get (tag);
}

const QuoLanguage *
quo_session_get_language (QuoSession *session)
{
  /* Only when it is asked for: to guess reads what is known of every language, and the first paint
   * need not wait for that. */
  if (session->language == NULL && session->document != NULL)
    session->language = choose_language (quo_document_get_article (session->document));
  return session->language != NULL ? session->language : quo_language_get (NULL);
}

/* The log hears of a change before everybody else, so that it is written before it is shown. What
 * was recovered from the log of an older article is only safe once it is saved. */
static void
take_log (QuoSession *session, QuoOpening *opening)
{
  if (opening->past == NULL)
    return;
  session->log = quo_opening_begin_log (opening);
  quo_autosave_set_log (session->autosave, session->log);
  quo_autosave_set_base (session->autosave, opening->base);
  if (!opening->is_recovered)
    return;
  quo_autosave_mark_dirty (session->autosave);
  if (opening->n_unlogged == 0 && opening->is_reanchored)
    quo_autosave_save_sync (session->autosave, NULL);
}

static void
take_document (QuoSession *session, QuoOpening *opening)
{
  quo_opening_make_document (opening);
  session->document = g_object_ref (opening->document);
  session->autosave = quo_autosave_new (session->document, opening->sidecar_path, opening->etag,
                                        opening->is_reanchored);
  take_log (session, opening);
  session->article_path = g_strdup (opening->article_path);
  session->sidecar_path = g_strdup (opening->sidecar_path);
  quo_review_add_moves (session->review, opening->moves);
  session->language = NULL;
  quo_session_choose_tagset (session);
}

void
quo_session_settle (QuoSession *session, guint32 caret, QuoSpan selection)
{
  if (session->document != NULL)
    g_signal_connect (session->document, "changed", G_CALLBACK (on_document_changed), session);
  session->caret = caret;
  session->selection = selection;
  quo_session_count_all (session);
  quo_session_find_actor (session);
  quo_session_notify (session, QUO_SESSION_PROP_DOCUMENT);
  quo_session_notify (session, QUO_SESSION_PROP_CARET);
  quo_session_emit (session, QUO_SESSION_REVIEW_CHANGED);
  quo_session_drop_candidates (session);
}

void
quo_session_take_opening (QuoSession *session, QuoOpening *opening)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  quo_session_set_selected (session, NULL);
  quo_session_clear_document (session);
  if (opening != NULL)
    take_document (session, opening);
  g_clear_pointer (&opening, quo_opening_free);
  quo_session_settle (session, 0, QUO_SPAN (0, 0));
}
