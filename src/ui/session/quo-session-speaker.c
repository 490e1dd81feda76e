/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-session-speaker.h"

#include "quo-mentions.h"
#include "quo-session-private.h"
#include "quo-statistics.h"

#include <glib/gi18n.h>

void
quo_session_select_speaker (QuoSession *session, const char *id)
{
  GPtrArray *referrers;

  if (session->document == NULL)
    return;
  if (quo_document_find_annotation (session->document, id) != NULL)
    {
      quo_session_select_annotation (session, id);
      return;
    }
  referrers = quo_document_get_referrers (session->document, id);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (referrers, i);

      if (record->kind == QUO_RECORD_ANNOTATION)
        {
          quo_session_select_annotation (session, record->id);
          return;
        }
    }
  quo_session_set_message (session, _ ("This speaker is not mentioned in the text"));
}

gboolean
quo_session_can_speak (QuoSession *session, const char *type)
{
  /* Of the tagset that comes with the program; what labels of one's own mean is not known. */
  static const char *const silent[] = { "date", "event", NULL };

  return quo_tagset_get_kind (session->tagset, type) == QUO_LABEL_ENTITY
         && !quo_type_is_place (type) && !g_strv_contains (silent, type);
}

gboolean
quo_session_may_be_same (const char *type, const char *same)
{
  return g_str_equal (type, same) || g_str_equal (type, QUO_TYPE_MENTION);
}

/* What the same words are elsewhere: a place that was marked once speaks nowhere. NULL: nothing. */
static const char *
find_type_elsewhere (QuoSession *session, QuoSpan span)
{
  const QuoText *text = quo_document_get_text (session->document);
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  g_autofree char *words = quo_text_dup (text, span);

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);
      QuoSpan other;

      if (annotation->n_ranges != 1 || annotation->is_orphan)
        continue;
      other = annotation->ranges[0];
      if (other.end - other.start == span.end - span.start
          && quo_session_get_kind (session, annotation) == QUO_LABEL_ENTITY
          && quo_session_is_shown (session, annotation) && quo_text_equals (text, other, words))
        return annotation->type;
    }
  return NULL;
}

const char *
quo_session_get_candidate_type (QuoSession *session, const QuoCandidate *candidate)
{
  g_autoptr (GPtrArray) there = NULL;

  if (candidate->id != NULL)
    {
      const QuoAnnotation *annotation
          = quo_document_find_annotation (session->document, candidate->id);
      const QuoEntity *entity = quo_document_find_entity (session->document, candidate->id);

      return annotation != NULL ? annotation->type : entity != NULL ? entity->type : NULL;
    }
  if (quo_span_is_empty (candidate->span))
    return NULL;
  there = quo_span_index_list (quo_document_get_index (session->document), candidate->span);
  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (quo_session_get_kind (session, annotation) == QUO_LABEL_ENTITY)
        return annotation->type;
    }
  return find_type_elsewhere (session, candidate->span);
}

gboolean
quo_session_is_source (QuoSession *session, const char *id)
{
  GPtrArray *referrers;

  if (quo_document_find_relation (session->document, "quotation", "source", id) != NULL)
    return TRUE;
  referrers = quo_document_get_referrers (session->document, id);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (referrers, i);

      if (record->kind == QUO_RECORD_ANNOTATION
          && quo_document_find_relation (session->document, "quotation", "source", record->id))
        return TRUE;
    }
  return FALSE;
}
