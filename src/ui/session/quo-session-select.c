/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where somebody is in the article: the caret, the text or annotation that is selected, and what
 * follows from it: the prompt for a speaker and who is proposed.
 *
 * Invariant: `selected` is the id of an annotation of the document or NULL; caret and selection lie
 * in the text; the prompt stands only while a quote is selected. */
#include "quo-config.h"

#include "quo-session-private.h"
#include "quo-session-speaker.h"

void
quo_session_drop_candidates (QuoSession *session)
{
  session->has_candidates = FALSE;
  quo_session_emit (session, QUO_SESSION_CANDIDATES_CHANGED);
}

/* Places and dates seldom speak: they come behind the others, but for the one that is ranked first
 * by what stands around it. */
static void
put_silent_last (QuoSession *session)
{
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();

  for (guint i = 1; i < session->candidates->len;)
    {
      const QuoCandidate *candidate = g_ptr_array_index (session->candidates, i);
      const char *type = quo_session_get_candidate_type (session, candidate);

      if (type == NULL || quo_session_can_speak (session, type)
          || (candidate->id != NULL && quo_session_is_source (session, candidate->id)))
        i++;
      else
        g_ptr_array_add (silent, g_ptr_array_steal_index (session->candidates, i));
    }
  for (guint i = 0; i < silent->len; i++)
    g_ptr_array_add (session->candidates, g_ptr_array_index (silent, i));
}

/* The mention, or the entity itself; else -1. */
static gint
find_candidate (QuoSession *session, const char *id)
{
  const QuoAnnotation *mention = quo_document_find_annotation (session->document, id);
  const char *entity = mention == NULL ? id : mention->n_entities > 0 ? mention->entities[0] : NULL;

  for (guint i = 0; i < session->candidates->len; i++)
    {
      const QuoCandidate *candidate = g_ptr_array_index (session->candidates, i);
      const QuoAnnotation *other
          = candidate->id != NULL ? quo_document_find_annotation (session->document, candidate->id)
                                  : NULL;

      if (g_strcmp0 (candidate->id, id) == 0
          || (entity != NULL
              && (g_strcmp0 (candidate->id, entity) == 0
                  || (other != NULL && quo_annotation_has_entity (other, entity)))))
        return (gint)i;
    }
  return -1;
}

/* Who is suggested as the speaker comes first, so that there is one rank: Enter takes what A would.
 */
static void
put_suggested_first (QuoSession *session, const QuoAnnotation *quote)
{
  const QuoRelation *relation
      = quo_document_find_relation (session->document, "quotation", "quote", quote->base.id);
  const QuoRole *source = relation != NULL && relation->status == QUO_STATUS_SUGGESTED
                              ? quo_relation_find_role (relation, "source")
                              : NULL;
  const QuoAnnotation *mention;
  QuoCandidate *first;
  gint place;

  if (source == NULL)
    return;
  place = find_candidate (session, source->members[0]);
  if (place >= 0)
    first = g_ptr_array_steal_index (session->candidates, (guint)place);
  else
    {
      mention = quo_document_find_annotation (session->document, source->members[0]);
      first = g_new0 (QuoCandidate, 1);
      first->name = quo_session_dup_member_name (session, source->members[0]);
      first->span = mention != NULL ? quo_annotation_get_hull (mention) : QUO_SPAN (0, 0);
      first->score = 1;
      if (session->candidates->len > 8) /* there are nine digits */
        g_ptr_array_set_size (session->candidates, 8);
    }
  g_free (first->id);
  first->id = g_strdup (source->members[0]);
  g_ptr_array_insert (session->candidates, 0, first);
}

GPtrArray *
quo_session_get_candidates (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  if (session->has_candidates)
    return session->candidates;
  g_clear_pointer (&session->candidates, g_ptr_array_unref);
  if (selected != NULL && quo_session_get_kind (session, selected) == QUO_LABEL_QUOTE)
    {
      session->candidates = quo_speakers_rank (session->document, selected, session->tagset,
                                               quo_session_get_language (session));
      put_silent_last (session);
      put_suggested_first (session, selected);
    }
  else
    session->candidates = g_ptr_array_new ();
  session->has_candidates = TRUE;
  return session->candidates;
}

gboolean
quo_session_is_prompting (QuoSession *session)
{
  return session->is_prompting;
}

void
quo_session_set_prompting (QuoSession *session, gboolean is_prompting)
{
  if (session->is_prompting == is_prompting)
    return;
  session->is_prompting = is_prompting;
  quo_session_notify (session, QUO_SESSION_PROP_IS_PROMPTING);
  if (!is_prompting)
    quo_session_catch_up_suggestions (session);
}

const QuoAnnotation *
quo_session_get_selected (QuoSession *session)
{
  if (session->selected == NULL || session->document == NULL)
    return NULL;
  return quo_document_find_annotation (session->document, session->selected);
}

void
quo_session_set_selected (QuoSession *session, const char *id)
{
  quo_session_set_prompting (session, FALSE);
  session->is_selecting_text = FALSE;
  if (g_strcmp0 (session->selected, id) == 0)
    return;
  g_free (session->selected);
  session->selected = g_strdup (id);
  session->is_mended = FALSE;
  /* What is selected is named by whoever selects it, so it need not be told again. */
  if (id != NULL)
    {
      g_free (session->entered);
      session->entered = g_strdup (id);
    }
  quo_session_drop_candidates (session);
  quo_session_notify (session, QUO_SESSION_PROP_SELECTED);
}

void
quo_session_select_annotation (QuoSession *session, const char *id)
{
  const QuoAnnotation *annotation = NULL;
  g_autofree char *description = NULL;
  QuoSpan hull;

  if (id != NULL && session->document != NULL)
    annotation = quo_document_find_annotation (session->document, id);
  if (annotation == NULL)
    {
      quo_session_set_selected (session, NULL);
      return;
    }
  quo_session_set_selected (session, id);
  description = quo_session_add_letter (session, annotation,
                                        quo_session_dup_description (session, annotation));
  quo_session_set_message (session, "%s", description);
  if (annotation->is_orphan)
    return;
  hull = quo_annotation_get_hull (annotation);
  quo_session_put_caret (session, hull.start);
  quo_session_emit_reveal (session, hull);
}

void
quo_session_select_at (QuoSession *session, guint32 offset)
{
  const QuoAnnotation *annotation = quo_session_find_innermost (session, offset, -1);
  g_autofree char *description = NULL;

  quo_session_set_selected (session, annotation != NULL ? annotation->base.id : NULL);
  if (annotation == NULL)
    return;
  description = quo_session_add_letter (session, annotation,
                                        quo_session_dup_description (session, annotation));
  quo_session_set_message (session, "%s", description);
}

const QuoAnnotation *
quo_session_find_at (QuoSession *session, guint32 offset)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), NULL);

  return session->document != NULL ? quo_session_find_innermost (session, offset, -1) : NULL;
}

guint32
quo_session_get_caret (QuoSession *session)
{
  return session->caret;
}

QuoSpan
quo_session_get_selection (QuoSession *session)
{
  return session->selection;
}

/* Caret and text selection, as one change. */
static void
move_to (QuoSession *session, guint32 caret, QuoSpan selection)
{
  gboolean is_caret_moved = session->caret != caret;

  if (!is_caret_moved && quo_span_equal (session->selection, selection))
    return;
  session->caret = caret;
  session->selection = selection;
  if (is_caret_moved)
    quo_session_notify (session, QUO_SESSION_PROP_CARET);
  quo_session_emit (session, QUO_SESSION_SELECTION_MOVED);
}

void
quo_session_put_caret (QuoSession *session, guint32 caret)
{
  move_to (session, caret, QUO_SPAN (caret, caret));
}

/* What is told of a name or quote that was gone to holds only there, though no annotation is left
 * with it. */
static void
leave_visited (QuoSession *session, guint32 caret)
{
  if (quo_span_is_empty (session->visited) || session->caret != session->visited.start
      || (caret >= session->visited.start && caret <= session->visited.end))
    return;
  g_free (session->entered);
  session->entered = g_strdup ("");
}

void
quo_session_follow (QuoSession *session, guint32 caret, QuoSpan selection)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  if (session->document == NULL)
    return;
  if (caret != session->caret)
    quo_session_set_prompting (session, FALSE);
  if (quo_span_is_empty (selection) && selected != NULL && !selected->is_orphan)
    {
      QuoSpan hull = quo_annotation_get_hull (selected);
      if (caret < hull.start || caret > hull.end)
        quo_session_set_selected (session, NULL);
    }
  leave_visited (session, caret);
  move_to (session, caret, quo_span_is_empty (selection) ? QUO_SPAN (caret, caret) : selection);
  if (quo_span_is_empty (session->selection))
    quo_session_tell_place (session);
}

void
quo_session_select (QuoSession *session, guint32 start, guint32 end)
{
  guint32 length;

  if (session->document == NULL)
    return;
  length = quo_text_get_length (quo_document_get_text (session->document));
  start = MIN (start, length);
  end = MIN (end, length);
  quo_session_follow (session, end, QUO_SPAN (MIN (start, end), MAX (start, end)));
  quo_session_emit_reveal (session, QUO_SPAN (MIN (start, end), MAX (start, end)));
}
