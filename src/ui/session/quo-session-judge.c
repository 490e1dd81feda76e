/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through the suggestions: A, X and N judge one and go to the next, in the order of the text
 * or the least certain first. A cue or a pronoun that was proposed with a quote is no stop of its
 * own: it is accepted and rejected with it. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-suggestion-questions.h"
#include "quo-suggestion-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
quo_session_is_stop (QuoSession *session, const QuoAnnotation *annotation)
{
  return annotation->status == QUO_STATUS_SUGGESTED && !quo_suggestion_is_helper (annotation)
         && quo_session_is_shown (session, annotation);
}

const QuoAnnotation *
quo_session_get_proposal (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  return selected != NULL && selected->status == QUO_STATUS_SUGGESTED ? selected : NULL;
}

/* The next proposal after @after (NULL: after the caret), from the start again after the last one;
 * NULL: there is no other. */
static const QuoAnnotation *
find_next_in_text (QuoSession *session, const QuoAnnotation *after)
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

      if (annotation != after && quo_session_is_stop (session, annotation))
        return annotation;
    }
  return NULL;
}

double
quo_session_get_certainty (const QuoAnnotation *annotation)
{
  return annotation->conf != NULL ? g_ascii_strtod (annotation->conf, NULL) : 1;
}

/* Whether @a comes before @b when the least certain goes first. */
static gboolean
is_less_certain (QuoSession *session, const QuoAnnotation *a, const QuoAnnotation *b)
{
  double x = quo_session_get_certainty (a), y = quo_session_get_certainty (b);

  return x != y ? x < y
                : quo_document_get_position (session->document, a)
                      < quo_document_get_position (session->document, b);
}

/* The next more certain one after @after, after the surest the least certain again (NULL: the least
 * certain); NULL: there is no other. */
static const QuoAnnotation *
find_less_certain (QuoSession *session, const QuoAnnotation *after)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  const QuoAnnotation *next = NULL, *first = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (annotation == after || !quo_session_is_stop (session, annotation))
        continue;
      if (first == NULL || is_less_certain (session, annotation, first))
        first = annotation;
      if (after != NULL && is_less_certain (session, after, annotation)
          && (next == NULL || is_less_certain (session, annotation, next)))
        next = annotation;
    }
  return next != NULL ? next : first;
}

const QuoAnnotation *
quo_session_find_next_proposal (QuoSession *session, const QuoAnnotation *after)
{
  return session->is_doubting ? find_less_certain (session, after)
                              : find_next_in_text (session, after);
}

/* (transfer full): "Quote by Jana Köhler: “…”", "Person: Omar Haddad". */
static char *
describe (QuoSession *session, const QuoAnnotation *annotation)
{
  const QuoRelation *relation
      = quo_document_find_relation (session->document, "quotation", "quote", annotation->base.id);
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
  g_autofree char *words = NULL, *speaker = NULL, *name = NULL;

  if (source == NULL)
    return quo_session_dup_description (session, annotation);
  words = quo_session_dup_excerpt (session, annotation);
  speaker = quo_session_dup_member_name (session, source->members[0]);
  name = quo_session_dup_label_name (session, annotation->type);
  /* Translators: a label, who said it, and what: "Quote by Jana Köhler: We will build it". */
  return g_strdup_printf (_ ("%s by %s: %s"), name, speaker, words);
}

/* Selects it and says what it is and why. The prompt for its speaker stands if it is a quote: a
 * digit says that another one said it. */
static void
show (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autofree char *description = describe (session, annotation);
  g_autofree char *id = g_strdup (annotation->base.id);
  const char *reason = quo_suggestion_describe (annotation);

  g_clear_pointer (&session->resume, g_free);
  quo_session_select_annotation (session, id);
  quo_session_set_prompting (session,
                             quo_session_get_kind (session, annotation) == QUO_LABEL_QUOTE);
  if (reason != NULL)
    /* Translators: a proposed annotation, and why it is proposed. */
    quo_session_set_message (session, _ ("Suggested: %s (%s)"), description, reason);
  else
    quo_session_set_message (session, _ ("Suggested: %s"), description);
}

void
quo_session_go_on_judging (QuoSession *session, const char *next)
{
  const QuoAnnotation *annotation
      = next != NULL ? quo_document_find_annotation (session->document, next) : NULL;

  if (annotation != NULL && !quo_session_is_stop (session, annotation))
    annotation = quo_session_find_next_proposal (session, annotation);
  if (annotation != NULL)
    show (session, annotation);
  else
    {
      quo_session_set_prompting (session, FALSE);
      quo_session_set_message (session, _ ("No more suggestions"));
    }
}

void
quo_session_judge_next (QuoSession *session, const char *id)
{
  const QuoAnnotation *annotation = quo_document_find_annotation (session->document, id);
  const QuoAnnotation *next;

  if (session->sift.is_on)
    return; /* who sifts them looks at all of them at once */
  next = annotation != NULL ? quo_session_find_next_proposal (session, annotation) : NULL;
  quo_session_go_on_judging (session, next != NULL ? next->base.id : NULL);
}

gboolean
quo_session_resume_judging (QuoSession *session)
{
  g_autofree char *id = g_steal_pointer (&session->resume);
  const QuoAnnotation *tagged = quo_session_get_selected (session);
  const QuoAnnotation *left
      = id != NULL ? quo_document_find_annotation (session->document, id) : NULL;

  /* Who went on to another name does not come back. */
  if (left == NULL || !quo_session_is_stop (session, left) || tagged == NULL
      || !quo_span_overlaps (quo_annotation_get_hull (tagged), session->visited))
    return FALSE;
  show (session, left);
  return TRUE;
}

void
quo_session_show_suggestion (QuoSession *session, const QuoAnnotation *annotation)
{
  show (session, annotation);
}

const QuoAnnotation *
quo_session_find_suggestion_at (QuoSession *session, guint32 offset)
{
  g_autoptr (GPtrArray) there = quo_span_index_list (quo_document_get_index (session->document),
                                                     QUO_SPAN (offset, offset + 1));

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);
      guint32 start = quo_annotation_get_hull (annotation).start;

      /* The first word of a quote stands behind its mark. */
      if (quo_session_is_stop (session, annotation)
          && (quo_session_get_kind (session, annotation) != QUO_LABEL_QUOTE || start + 1 >= offset))
        return annotation;
    }
  return NULL;
}

gboolean
quo_session_skip (QuoSession *session)
{
  const QuoAnnotation *next;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  next = quo_session_find_next_proposal (session, quo_session_get_proposal (session));
  if (next == NULL)
    {
      quo_session_set_message (session, _ ("No suggestions"));
      return FALSE;
    }
  show (session, next);
  return TRUE;
}

gboolean
quo_session_doubt (QuoSession *session)
{
  const QuoAnnotation *next;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  next = find_less_certain (session,
                            session->is_doubting ? quo_session_get_proposal (session) : NULL);
  if (next == NULL)
    {
      quo_session_set_message (session, _ ("No suggestions"));
      return FALSE;
    }
  session->is_doubting = TRUE;
  show (session, next);
  return TRUE;
}

/* The proposal that a key acts on. Without one the next is shown, and nothing is done yet. */
static const QuoAnnotation *
require_current (QuoSession *session)
{
  const QuoAnnotation *current;

  if (!quo_session_check_open (session))
    return NULL;
  current = quo_session_get_proposal (session);
  if (current == NULL)
    quo_session_skip (session);
  return current;
}

/* Whether both are the same words with the same label. */
static gboolean
is_same_words (QuoSession *session, const QuoAnnotation *a, const QuoAnnotation *b)
{
  const QuoText *text = quo_document_get_text (session->document);
  g_autofree char *words = NULL;

  if (strcmp (a->type, b->type) != 0 || a->n_ranges != 1 || b->n_ranges != 1)
    return FALSE;
  words = quo_text_dup (text, a->ranges[0]);
  return quo_text_equals (text, b->ranges[0], words);
}

/* The next one that is not the same words, which will not be suggested any more; it would stay if
 * it were shown. */
static const QuoAnnotation *
find_next_other (QuoSession *session, const QuoAnnotation *current)
{
  const QuoAnnotation *first = quo_session_find_next_proposal (session, current), *next = first;

  while (next != NULL && is_same_words (session, current, next))
    {
      next = quo_session_find_next_proposal (session, next);
      if (next == first || next == current)
        return NULL;
    }
  return next;
}

/* (transfer full) for @edit: carries it out and goes on to @next. */
static gboolean
finish (QuoSession *session, const QuoAnnotation *next, QuoEdit *edit)
{
  g_autofree char *id = next != NULL ? g_strdup (next->base.id) : NULL;

  if (!quo_session_take_edit (session, edit, NULL))
    return FALSE;
  quo_session_go_on_judging (session, id);
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
  return finish (session, quo_session_find_next_proposal (session, current),
                 quo_verb_accept_suggestions (session->document, &actor, list));
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
  return finish (session, find_next_other (session, current),
                 quo_verb_reject_suggestion (session->document, &actor, current));
}

/* Whether the two name the same: one entity, or the same words with the same label. */
static gboolean
is_same_name (QuoSession *session, const QuoAnnotation *a, const QuoAnnotation *b)
{
  if (strcmp (a->type, b->type) == 0 && a->n_ranges == 1 && b->n_ranges == 1 && a->n_entities > 0
      && b->n_entities > 0)
    return strcmp (a->entities[0], b->entities[0]) == 0;
  return is_same_words (session, a, b);
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
  return finish (session, quo_session_find_next_proposal (session, current),
                 quo_verb_accept_suggestions (session->document, &actor, list));
}
