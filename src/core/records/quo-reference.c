/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What names what: the one place that knows which members of a record are ids of others. */
#include "quo-reference.h"

#include <string.h>

#define AGENT QUO_KIND_BIT (QUO_RECORD_AGENT)
#define LAYER QUO_KIND_BIT (QUO_RECORD_LAYER)
#define ENTITY QUO_KIND_BIT (QUO_RECORD_ENTITY)

typedef struct
{
  QuoReferenceFunc func;
  gpointer data;
} Visit;

static gboolean
visit (const Visit *to, const char *id, guint kinds)
{
  return id == NULL || to->func (id, kinds, to->data);
}

static gboolean
visit_from (const Visit *to, const QuoFrom *from)
{
  return from == NULL || visit (to, from->agent, AGENT);
}

static gboolean
visit_annotation (const Visit *to, const QuoAnnotation *annotation)
{
  for (guint i = 0; i < annotation->n_entities; i++)
    if (!visit (to, annotation->entities[i], ENTITY))
      return FALSE;
  return visit (to, annotation->layer, LAYER) && visit (to, annotation->by, AGENT)
         && visit_from (to, annotation->from);
}

static gboolean
visit_relation (const Visit *to, const QuoRelation *relation)
{
  for (guint i = 0; i < relation->n_roles; i++)
    for (guint j = 0; j < relation->roles[i].n_members; j++)
      if (!visit (to, relation->roles[i].members[j], QUO_KINDS_MEMBER))
        return FALSE;
  return visit (to, relation->layer, LAYER) && visit (to, relation->by, AGENT)
         && visit_from (to, relation->from);
}

gboolean
quo_record_foreach_reference (const QuoRecord *record, QuoReferenceFunc func, gpointer data)
{
  const Visit to = { func, data };
  gconstpointer any = record;
  const QuoEntity *entity = any;
  const QuoNote *note = any;

  switch ((QuoRecordKind)record->kind)
    {
    case QUO_RECORD_AGENT:
      return TRUE;
    case QUO_RECORD_LAYER:
      return visit (&to, ((const QuoLayer *)any)->by, AGENT);
    case QUO_RECORD_ENTITY:
      return visit (&to, entity->by, AGENT) && visit_from (&to, entity->from);
    case QUO_RECORD_ANNOTATION:
      return visit_annotation (&to, any);
    case QUO_RECORD_RELATION:
      return visit_relation (&to, any);
    case QUO_RECORD_NOTE:
      return visit (&to, note->layer, LAYER) && visit (&to, note->by, AGENT);
    }
  return TRUE;
}

static gboolean
is_other (const char *id, guint kinds, gpointer wanted)
{
  return strcmp (id, wanted) != 0;
}

gboolean
quo_record_names (const QuoRecord *record, const char *id)
{
  return record != NULL && !quo_record_foreach_reference (record, is_other, (gpointer)id);
}
