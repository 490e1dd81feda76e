/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Going on: to the next annotation, the next name nobody tagged. U goes back to the start of the
 * article when there is nothing after the caret, because what it looks for is work left over.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-names.h"

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

gboolean
quo_session_next (QuoSession *session, gint direction)
{
  const QuoAnnotation *selected;
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
  for (; direction > 0 ? i < annotations->len : i > 0; i += direction > 0 ? 1 : -1)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, direction > 0 ? i : i - 1);
      if (!quo_session_is_shown (session, annotation))
        continue;
      quo_session_select_annotation (session, annotation->base.id);
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

/* Whether U was pressed again at a name of the same words: it is no name to this person. */
static gboolean
is_passed (QuoSession *session, QuoSpan name)
{
  g_autofree char *words = NULL;

  if (g_hash_table_size (session->passed) == 0)
    return FALSE;
  words = quo_text_dup (quo_document_get_text (session->document), name);
  return g_hash_table_contains (session->passed, words);
}

static void
note_passed (QuoSession *session)
{
  if (quo_span_is_empty (session->visited) || session->visited.start != session->caret
      || quo_session_is_tagged (session, session->visited))
    return;
  g_hash_table_add (session->passed,
                    quo_text_dup (quo_document_get_text (session->document), session->visited));
}

static gboolean
is_to_tag (QuoSpan name, gpointer session)
{
  return !quo_session_is_tagged (session, name) && !is_passed (session, name);
}

/* Empty: there is none. */
static QuoSpan
find_name (QuoSession *session, guint32 from)
{
  return quo_name_next_wanted (quo_document_get_text (session->document), from,
                               quo_session_get_language (session), is_to_tag, session);
}

void
quo_session_go_to_name (QuoSession *session, QuoSpan name)
{
  g_autofree char *words = quo_session_dup_words (session, name);

  quo_session_set_selected (session, NULL);
  quo_session_put_caret (session, name.start);
  session->visited = name;
  quo_session_emit_reveal (session, name);
  quo_session_set_message (session, _ ("Not tagged: %s"), words);
}

/* A name whose words stand at the caret, but that was begun before it, is not seen by a search from
 * there; after tagging the caret stands in what was tagged, so nothing is lost. */
gboolean
quo_session_advance_name (QuoSession *session)
{
  QuoSpan name = find_name (session, quo_session_get_search_start (session));

  if (quo_span_is_empty (name))
    return FALSE;
  quo_session_go_to_name (session, name);
  return TRUE;
}

gboolean
quo_session_next_name (QuoSession *session)
{
  QuoSpan name;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    return quo_session_check_open (session);
  note_passed (session);
  if (quo_session_advance_name (session))
    return TRUE;
  name = find_name (session, 0);
  if (quo_span_is_empty (name) && g_hash_table_size (session->passed) > 0)
    {
      /* Only those that were passed over are left: they are asked for once more. */
      g_hash_table_remove_all (session->passed);
      name = find_name (session, 0);
    }
  if (quo_span_is_empty (name))
    {
      quo_session_set_message (session, _ ("Every name is tagged"));
      return FALSE;
    }
  quo_session_go_to_name (session, name);
  return TRUE;
}

/* How far back names are looked for at first. */
#define REACH_BACK 1000

/* The last one without a tag that begins in @within; empty: there is none. */
static QuoSpan
find_last_name (QuoSession *session, QuoSpan within)
{
  QuoSpan last = QUO_SPAN (0, 0);
  QuoSpan name = find_name (session, within.start);

  while (!quo_span_is_empty (name) && name.start < within.end)
    {
      last = name;
      name = find_name (session, name.end);
    }
  return last;
}

void
quo_session_note_resume (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  if (selected == NULL || selected->status != QUO_STATUS_SUGGESTED)
    return;
  g_free (session->resume);
  session->resume = g_strdup (selected->base.id);
}

gboolean
quo_session_previous_name (QuoSession *session)
{
  QuoSpan name = QUO_SPAN (0, 0);
  guint32 end, start, reach = REACH_BACK;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    return quo_session_check_open (session);
  for (start = end = session->caret; start > 0 && quo_span_is_empty (name); reach *= 4)
    {
      start -= MIN (start, reach);
      name = find_last_name (session, QUO_SPAN (start, end));
    }
  if (quo_span_is_empty (name))
    {
      quo_session_set_message (session, _ ("Every name before is tagged"));
      return FALSE;
    }
  quo_session_note_resume (session);
  quo_session_go_to_name (session, name);
  return TRUE;
}
