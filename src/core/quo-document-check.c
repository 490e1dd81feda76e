/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules an edit must keep, so that a document is valid at every moment.  A reference that was
 * broken in the file already may stay: it is told at opening, and an edit of another member must
 * not fail for it. */
#include "quo-config.h"

#include "quo-document-check.h"

#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
refuse (GError **error, const QuoRecord *record, const char *what)
{
  g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID, "%s: %s", record->id, what);
  return FALSE;
}

static gboolean
exists_after (QuoDocument *document, QuoEdit *edit, const char *id)
{
  return quo_edit_find (edit, id, quo_document_find (document, id)) != NULL;
}

/* A reference is sound when its target is there after the edit; an added record has no excuse, a
 * changed one may keep what was broken before. */
static gboolean
is_sound (QuoDocument *document, QuoEdit *edit, const QuoChange *change, const char *id)
{
  if (id == NULL || exists_after (document, edit, id))
    return TRUE;
  return change->before != NULL && quo_document_find (document, id) == NULL;
}

static gboolean
check_ranges (QuoDocument *document, const QuoAnnotation *annotation, GError **error)
{
  guint32 length = quo_text_get_length (quo_document_get_text (document));
  guint32 last = 0;

  if (annotation->n_ranges == 0)
    return refuse (error, &annotation->base, _ ("an annotation needs a range"));
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      QuoSpan range = annotation->ranges[i];

      if (quo_span_is_empty (range) || (i > 0 && range.start < last))
        return refuse (error, &annotation->base,
                       _ ("ranges must not be empty or overlap, and stand in text order"));
      if (!annotation->is_orphan && range.end > length)
        return refuse (error, &annotation->base, _ ("the range is past the end of the article"));
      last = range.end;
    }
  return TRUE;
}

static gboolean
check_annotation (QuoDocument *document, QuoEdit *edit, const QuoChange *change, GError **error)
{
  const QuoAnnotation *annotation = (const QuoAnnotation *)change->after;

  if (!check_ranges (document, annotation, error))
    return FALSE;
  if (annotation->type == NULL || *annotation->type == '\0')
    return refuse (error, change->after, _ ("an annotation needs a label"));
  if (!is_sound (document, edit, change, annotation->layer)
      || !is_sound (document, edit, change, annotation->by))
    return refuse (error, change->after, _ ("its layer or annotator is not in the document"));
  for (guint i = 0; i < annotation->n_entities; i++)
    if (!is_sound (document, edit, change, annotation->entities[i]))
      return refuse (error, change->after, _ ("its entity is not in the document"));
  return TRUE;
}

static gboolean
check_relation (QuoDocument *document, QuoEdit *edit, const QuoChange *change, GError **error)
{
  const QuoRelation *relation = (const QuoRelation *)change->after;

  if (relation->n_roles == 0)
    return refuse (error, change->after, _ ("a relation needs a role"));
  for (guint i = 0; i < relation->n_roles; i++)
    for (guint m = 0; m < relation->roles[i].n_members; m++)
      if (!is_sound (document, edit, change, relation->roles[i].members[m]))
        return refuse (error, change->after, _ ("a member of the relation is not in the document"));
  if (!is_sound (document, edit, change, relation->layer))
    return refuse (error, change->after, _ ("its layer is not in the document"));
  return TRUE;
}

static gboolean
refers_to (const QuoRecord *record, const char *id)
{
  if (record->kind == QUO_RECORD_ANNOTATION)
    return quo_annotation_has_entity ((const QuoAnnotation *)record, id);
  if (record->kind == QUO_RECORD_RELATION)
    {
      const QuoRelation *relation = (const QuoRelation *)record;

      for (guint i = 0; i < relation->n_roles; i++)
        if (quo_role_has (&relation->roles[i], id))
          return TRUE;
    }
  return FALSE;
}

/* A layer or agent is named by records of every list; they are few and seldom removed. */
static gboolean
is_layer_used (QuoDocument *document, QuoEdit *edit, const char *id)
{
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = quo_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        {
          const QuoRecord *record = g_ptr_array_index (records, i);
          const char *layer = NULL;

          record = quo_edit_find (edit, record->id, (gpointer)record);
          if (record == NULL)
            continue;
          if (record->kind == QUO_RECORD_ANNOTATION)
            layer = ((const QuoAnnotation *)record)->layer;
          else if (record->kind == QUO_RECORD_RELATION)
            layer = ((const QuoRelation *)record)->layer;
          else if (record->kind == QUO_RECORD_NOTE)
            layer = ((const QuoNote *)record)->layer;
          else if (record->kind == QUO_RECORD_LAYER)
            layer = ((const QuoLayer *)record)->by;
          if (g_strcmp0 (layer, id) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
check_removal (QuoDocument *document, QuoEdit *edit, const QuoRecord *removed, GError **error)
{
  GPtrArray *referrers = quo_document_get_referrers (document, removed->id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (referrers, i);

      record = quo_edit_find (edit, record->id, (gpointer)record);
      if (record != NULL && refers_to (record, removed->id))
        return refuse (error, record, _ ("it names a record that would be gone"));
    }
  if ((removed->kind == QUO_RECORD_LAYER || removed->kind == QUO_RECORD_AGENT)
      && is_layer_used (document, edit, removed->id))
    return refuse (error, removed, _ ("there are still records of it"));
  return TRUE;
}

static gboolean
check_identity (QuoDocument *document, const QuoChange *change, GError **error)
{
  const QuoRecord *record = change->after != NULL ? change->after : change->before;
  const QuoRecord *current = quo_document_find (document, record->id);

  if (!quo_id_is_valid (record->id, strlen (record->id)))
    return refuse (error, record, _ ("an id is a letter and up to 63 letters, digits, _ and -"));
  if (change->before == NULL && current != NULL)
    return refuse (error, record, _ ("there is a record with this id already"));
  if (change->before != NULL && current != change->before)
    return refuse (error, record, _ ("the record has changed meanwhile"));
  if (change->before != NULL && change->after != NULL
      && change->before->kind != change->after->kind)
    return refuse (error, record, _ ("a record cannot become one of another kind"));
  return TRUE;
}

gboolean
quo_document_check (QuoDocument *document, QuoEdit *edit, GError **error)
{
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);

      if (!check_identity (document, change, error))
        return FALSE;
      if (change->after == NULL)
        {
          if (!check_removal (document, edit, change->before, error))
            return FALSE;
        }
      else if (change->after->kind == QUO_RECORD_ANNOTATION)
        {
          if (!check_annotation (document, edit, change, error))
            return FALSE;
        }
      else if (change->after->kind == QUO_RECORD_RELATION)
        {
          if (!check_relation (document, edit, change, error))
            return FALSE;
        }
    }
  return TRUE;
}
