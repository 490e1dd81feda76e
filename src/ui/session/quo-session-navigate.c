/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one is: which annotation is here, which comes next. What is left to be tagged is in
 * quo-session-names.c. */
#include "quo-config.h"

#include "quo-session-private.h"

#include <glib/gi18n.h>

gboolean
quo_session_is_shown (QuoSession *session, const QuoAnnotation *annotation)
{
  return !annotation->is_orphan && annotation->status != QUO_STATUS_REJECTED
         && quo_session_is_layer_shown (session, annotation->layer);
}

QuoLabelKind
quo_session_get_kind (QuoSession *session, const QuoAnnotation *annotation)
{
  return quo_tagset_get_kind (session->tagset, annotation->type);
}

const QuoAnnotation *
quo_session_find_innermost (QuoSession *session, guint32 offset, gint kind)
{
  g_autoptr (GPtrArray) there = NULL;
  const QuoAnnotation *innermost = NULL;
  guint32 least = G_MAXUINT32;

  if (session->document == NULL)
    return NULL;
  there = quo_span_index_list (quo_document_get_index (session->document),
                               QUO_SPAN (offset, offset + 1));
  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);
      QuoSpan hull = quo_annotation_get_hull (annotation);

      if (!quo_session_is_shown (session, annotation) || hull.end - hull.start >= least
          || (kind >= 0 && quo_session_get_kind (session, annotation) != (QuoLabelKind)kind))
        continue;
      innermost = annotation;
      least = hull.end - hull.start;
    }
  return innermost;
}

static gboolean
has_parts (const QuoAnnotation *annotation, const QuoSpan *parts, guint n_parts)
{
  if (annotation->n_ranges != n_parts)
    return FALSE;
  for (guint i = 0; i < n_parts; i++)
    if (!quo_span_equal (annotation->ranges[i], parts[i]))
      return FALSE;
  return TRUE;
}

/* A quote whose borders a person moved a little, or whose parts are not all taken, is still the
 * same quote: it begins or ends where these parts do. */
static gboolean
is_nearly (const QuoAnnotation *annotation, const QuoSpan *parts, guint n_parts)
{
  QuoSpan hull = quo_annotation_get_hull (annotation);

  return hull.start == parts[0].start || hull.end == parts[n_parts - 1].end
         || hull.end == parts[0].end;
}

const QuoAnnotation *
quo_session_find_quote (QuoSession *session, const QuoSpan *parts, guint n_parts)
{
  g_autoptr (GPtrArray) there
      = quo_span_index_list (quo_document_get_index (session->document), parts[0]);
  const QuoAnnotation *near = NULL;

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (!quo_session_is_shown (session, annotation)
          || quo_session_get_kind (session, annotation) != QUO_LABEL_QUOTE)
        continue;
      if (has_parts (annotation, parts, n_parts))
        return annotation;
      if (near == NULL && is_nearly (annotation, parts, n_parts))
        near = annotation;
    }
  return near;
}

gboolean
quo_session_is_linked (QuoSession *session, const QuoAnnotation *quote)
{
  const QuoRelation *relation
      = quo_document_find_relation (session->document, "quotation", "quote", quote->base.id);
  return relation != NULL && quo_relation_find_role (relation, "source") != NULL;
}

guint
quo_session_find_position (GPtrArray *annotations, guint32 offset)
{
  guint low = 0, high = annotations->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, middle);

      if (quo_annotation_get_hull (annotation).start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Where what Y gives a letter besides may stand, between here and the annotation that is next
 * (nullable); of two that begin together the annotation is the later one. */
static QuoSpan
get_way (QuoSession *session, const QuoAnnotation *next, gint direction)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  guint32 length = quo_text_get_length (quo_document_get_text (session->document));
  guint32 end = next != NULL    ? quo_annotation_get_hull (next).start + 1
                : direction > 0 ? length
                                : 0;
  guint32 here = session->caret;

  if (selected != NULL && !selected->is_orphan)
    here = quo_annotation_get_hull (selected).start + 1;
  return direction > 0 ? QUO_SPAN (here, MAX (here, end)) : QUO_SPAN (MIN (here, end), here);
}

gboolean
quo_session_next (QuoSession *session, gint direction)
{
  const QuoAnnotation *selected, *next = NULL;
  GPtrArray *annotations;
  guint i;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    return quo_session_check_open (session);
  session->is_doubting = FALSE;
  annotations = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  selected = quo_session_get_selected (session);
  if (selected != NULL)
    i = quo_document_get_position (session->document, selected) + (direction > 0 ? 1 : 0);
  else
    i = quo_session_find_position (annotations, session->caret);
  for (; next == NULL && (direction > 0 ? i < annotations->len : i > 0);
       i += direction > 0 ? 1 : -1)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, direction > 0 ? i : i - 1);

      if (quo_session_is_shown (session, annotation))
        next = annotation;
    }
  if (quo_session_visit_chance (session, get_way (session, next, direction), direction))
    return TRUE;
  if (next != NULL)
    {
      quo_session_select_annotation (session, next->base.id);
      return TRUE;
    }
  quo_session_set_message (session, direction > 0 ? _ ("No further annotation")
                                                  : _ ("No annotation before"));
  return FALSE;
}

guint32
quo_session_get_search_start (QuoSession *session)
{
  if (!quo_span_is_empty (session->visited) && session->visited.start == session->caret)
    return session->visited.start + 1;
  return session->caret;
}

gboolean
quo_session_is_tagged (QuoSession *session, QuoSpan span)
{
  g_autoptr (GPtrArray) there
      = quo_span_index_list (quo_document_get_index (session->document), span);

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);
      QuoLabelKind kind = quo_session_get_kind (session, annotation);
      gboolean is_judged = quo_session_is_shown (session, annotation)
                           || (annotation->status == QUO_STATUS_REJECTED
                               && quo_span_equal (annotation->ranges[0], span));

      if (is_judged && kind != QUO_LABEL_QUOTE && kind != QUO_LABEL_CUE)
        return TRUE;
    }
  return FALSE;
}
