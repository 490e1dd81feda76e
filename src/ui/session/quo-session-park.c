/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting the open article aside and taking it up again. */
#include "quo-config.h"

#include "quo-parked.h"
#include "quo-session-private.h"

struct _QuoParked
{
  QuoDocument *document;
  QuoAutosave *autosave;
  QuoLog *log; /* or NULL */
  const QuoLanguage *language;
  char *article_path, *sidecar_path;
  char *layer, *selected;        /* or NULL */
  GHashTable *hidden, *unlocked; /* sets of ids of layers */
  QuoReview *review;
  guint32 caret;
  QuoSpan selection;
};

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (copy, g_strdup (id));
  return copy;
}

QuoParked *
quo_session_park (QuoSession *session)
{
  QuoParked *parked;

  g_return_val_if_fail (QUO_IS_SESSION (session), NULL);

  if (session->document == NULL)
    return NULL;
  quo_session_finish_large (session);
  parked = g_new0 (QuoParked, 1);
  parked->selected = g_strdup (session->selected);
  quo_session_set_selected (session, NULL);
  g_signal_handlers_disconnect_by_data (session->document, session);
  parked->document = g_steal_pointer (&session->document);
  parked->autosave = g_steal_pointer (&session->autosave);
  parked->log = g_steal_pointer (&session->log);
  parked->language = session->language;
  parked->article_path = g_steal_pointer (&session->article_path);
  parked->sidecar_path = g_steal_pointer (&session->sidecar_path);
  parked->layer = g_strdup (session->layer);
  parked->hidden = copy_set (session->hidden);
  parked->unlocked = copy_set (session->unlocked);
  parked->review = g_steal_pointer (&session->review);
  parked->caret = session->caret;
  parked->selection = session->selection;
  quo_session_clear_document (session);
  return parked;
}

void
quo_session_unpark (QuoSession *session, QuoParked *parked)
{
  g_return_if_fail (QUO_IS_SESSION (session) && session->document == NULL && parked != NULL);

  session->document = g_steal_pointer (&parked->document);
  session->autosave = g_steal_pointer (&parked->autosave);
  session->log = g_steal_pointer (&parked->log);
  session->article_path = g_steal_pointer (&parked->article_path);
  session->sidecar_path = g_steal_pointer (&parked->sidecar_path);
  session->language = parked->language;
  g_hash_table_unref (session->hidden);
  session->hidden = g_steal_pointer (&parked->hidden);
  g_hash_table_unref (session->unlocked);
  session->unlocked = g_steal_pointer (&parked->unlocked);
  quo_review_free (session->review);
  session->review = g_steal_pointer (&parked->review);
  /* Its file may have been edited while the article was put aside. */
  quo_session_choose_tagset (session);
  quo_session_settle (session, parked->caret, parked->selection);
  if (parked->layer != NULL)
    quo_session_set_layer (session, parked->layer);
  quo_session_set_selected (session, parked->selected);
  quo_parked_free (parked);
}

const char *
quo_parked_get_path (const QuoParked *parked)
{
  return parked->article_path;
}

QuoAutosave *
quo_parked_get_autosave (QuoParked *parked)
{
  return parked->autosave;
}

QuoDocument *
quo_parked_get_document (QuoParked *parked)
{
  return parked->document;
}

guint32
quo_parked_get_caret (const QuoParked *parked)
{
  return parked->caret;
}

void
quo_parked_free (QuoParked *parked)
{
  if (parked->log != NULL)
    quo_log_close (parked->log, quo_autosave_get_state (parked->autosave) == QUO_SAVE_STATE_SAVED
                                    ? QUO_LOG_COMPACT
                                    : QUO_LOG_KEEP);
  if (parked->log != NULL)
    quo_autosave_set_log (parked->autosave, NULL);
  g_clear_object (&parked->log);
  g_clear_object (&parked->autosave);
  g_clear_object (&parked->document);
  g_clear_pointer (&parked->review, quo_review_free);
  g_clear_pointer (&parked->hidden, g_hash_table_unref);
  g_clear_pointer (&parked->unlocked, g_hash_table_unref);
  g_free (parked->article_path);
  g_free (parked->sidecar_path);
  g_free (parked->layer);
  g_free (parked->selected);
  g_free (parked);
}
