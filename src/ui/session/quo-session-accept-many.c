/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many suggestions accepted as one act: those of a paragraph that are sure, all of it, or all of
 * the article. So many that the window would stand still are accepted in a thread. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-suggestion-questions.h"
#include "quo-suggestion-verbs.h"

#include <glib/gi18n.h>

/* Says how many were accepted, and how many stay because they are not sure. */
static void
tell_accepted (QuoSession *session, guint n, guint n_left)
{
  if (n_left == 0)
    quo_session_set_message (
        session,
        g_dngettext (GETTEXT_PACKAGE, "%u suggestion accepted", "%u suggestions accepted", n), n);
  else
    /* Translators: how many were accepted, and how many were not because they are doubtful. */
    quo_session_set_message (session,
                             g_dngettext (GETTEXT_PACKAGE,
                                          "%u suggestion accepted, %u left to judge",
                                          "%u suggestions accepted, %u left to judge", n),
                             n, n_left);
}

/* Who spoke a quote that somebody marked is accepted with what stands round it. */
static gboolean
is_open (QuoSession *session, const QuoAnnotation *annotation)
{
  return quo_session_is_stop (session, annotation)
         || (quo_session_get_kind (session, annotation) == QUO_LABEL_QUOTE
             && quo_session_is_shown (session, annotation)
             && quo_suggestion_find_link (session->document, annotation) != NULL);
}

/* What accepting led to. */
typedef struct
{
  guint n, n_left;
  char *next; /* id of the one to go on to, or NULL */
} Accepted;

static void
free_accepted (gpointer data)
{
  g_free (((Accepted *)data)->next);
  g_free (data);
}

static void
end_accepting (QuoSession *session, const Accepted *accepted)
{
  tell_accepted (session, accepted->n, accepted->n_left);
  quo_session_emit_acted_on_many (session);
  quo_session_go_on_judging (session, accepted->next);
}

static QuoEdit *
make_acceptance (QuoDocument *document, const QuoLargeWork *work)
{
  return quo_verb_accept_suggestions (document, &work->actor, work->annotations);
}

static void
on_large_accepted (QuoSession *session, QuoEdit *edit, const QuoLargeWork *work)
{
  quo_session_tell_edit (session, edit, NULL);
  end_accepting (session, work->data);
}

/* @list and @accepted are taken over. */
static gboolean
accept_list (QuoSession *session, GPtrArray *list, Accepted *accepted)
{
  g_autoptr (GPtrArray) owned = list;
  QuoActor actor = quo_session_get_actor (session);
  gboolean is_done;

  if (quo_session_is_large (list->len))
    {
      quo_session_start_large (session, QUO_ACT_APPLY,
                               &(QuoLargeWork){ .make = make_acceptance,
                                                .annotations = g_steal_pointer (&owned),
                                                .done = on_large_accepted,
                                                .data = accepted,
                                                .free_data = free_accepted });
      return TRUE;
    }
  is_done = quo_session_take_edit (
      session, quo_verb_accept_suggestions (session->document, &actor, list), NULL);
  if (is_done)
    end_accepting (session, accepted);
  free_accepted (accepted);
  return is_done;
}

/* Accepts those that begin in @span and are so certain, as one edit, and goes on; @current, the one
 * that is shown, may be less certain. */
static gboolean
accept_within (QuoSession *session, QuoSpan span, const QuoAnnotation *current, double least)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  const QuoAnnotation *next, *last = NULL;
  Accepted *accepted;
  guint n_left = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);
      guint32 start = quo_annotation_get_hull (annotation).start;

      if (start < span.start || start >= span.end || !is_open (session, annotation))
        continue;
      last = annotation;
      if (annotation == current || quo_session_get_certainty (annotation) >= least)
        g_ptr_array_add (list, (gpointer)annotation);
      else
        n_left++;
    }
  if (list->len == 0)
    return FALSE;
  next = quo_session_find_next_proposal (session, last);
  accepted = g_new0 (Accepted, 1);
  *accepted = (Accepted){ list->len, n_left, next != NULL ? g_strdup (next->base.id) : NULL };
  return accept_list (session, g_steal_pointer (&list), accepted);
}

/* The rest of the paragraph of what is selected, as far as it is so certain. */
static gboolean
accept_rest (QuoSession *session, double least)
{
  const QuoAnnotation *current, *selected;
  QuoSpan paragraph;
  guint32 start;

  if (!quo_session_check_open (session) || !quo_session_check_free (session))
    return FALSE;
  current = quo_session_get_proposal (session);
  selected = quo_session_get_selected (session);
  if (selected == NULL)
    {
      quo_session_skip (session);
      return FALSE;
    }
  start = quo_annotation_get_hull (selected).start;
  paragraph = quo_text_get_paragraph (quo_document_get_text (session->document), start);
  /* Those before it were passed over on purpose, unless the order is another one. */
  if (!session->is_doubting)
    paragraph.start = start;
  if (accept_within (session, paragraph, current, least))
    return TRUE;
  quo_session_skip (session); /* there is none: the next one is shown */
  return FALSE;
}

gboolean
quo_session_accept_paragraph (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  return accept_rest (session, QUO_SESSION_SURE);
}

gboolean
quo_session_accept_whole_paragraph (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  return accept_rest (session, 0);
}

gboolean
quo_session_accept_all (QuoSession *session)
{
  guint32 length;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session) || !quo_session_check_free (session))
    return FALSE;
  length = quo_text_get_length (quo_document_get_text (session->document));
  if (accept_within (session, QUO_SPAN (0, length), NULL, 0))
    return TRUE;
  quo_session_set_message (session, _ ("No suggestions"));
  return FALSE;
}
