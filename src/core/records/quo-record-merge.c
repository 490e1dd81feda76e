/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three versions of one record become one. */
#include "quo-record-merge.h"

#include "quo-record-shape.h"

#include <string.h>

/* Room for a record of any kind. */
typedef union
{
  QuoRecord base;
  QuoAgent agent;
  QuoLayer layer;
  QuoEntity entity;
  QuoAnnotation annotation;
  QuoRelation relation;
  QuoNote note;
} Fields;

static gpointer
make_record (const Fields *fields)
{
  switch ((QuoRecordKind)fields->base.kind)
    {
    case QUO_RECORD_AGENT:
      return quo_agent_new (&fields->agent);
    case QUO_RECORD_LAYER:
      return quo_layer_new (&fields->layer);
    case QUO_RECORD_ENTITY:
      return quo_entity_new (&fields->entity);
    case QUO_RECORD_ANNOTATION:
      return quo_annotation_new (&fields->annotation);
    case QUO_RECORD_RELATION:
      return quo_relation_new (&fields->relation);
    case QUO_RECORD_NOTE:
    default:
      return quo_note_new (&fields->note);
    }
}

static gsize
get_size (QuoFieldType type)
{
  if (type == QUO_FIELD_BYTE)
    return sizeof (guint8);
  return type == QUO_FIELD_TIME ? sizeof (QuoTime) : sizeof (gpointer);
}

static void
take_field (Fields *fields, const QuoField *field, gconstpointer from)
{
  memcpy ((char *)fields + field->offset, (const char *)from + field->offset,
          get_size (field->type));
  if (field->count != 0)
    memcpy ((char *)fields + field->count, (const char *)from + field->count, sizeof (guint));
}

/* The members of an annotation that say where it is. */
static gboolean
is_anchor (QuoRecordKind kind, const QuoField *field)
{
  static const char *const names[] = { "ranges", "quotes", "pre", "suf", "is_orphan", "is_kept" };

  for (gsize i = 0; kind == QUO_RECORD_ANNOTATION && i < G_N_ELEMENTS (names); i++)
    if (strcmp (field->name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Words and context are what the text says, for a record that does not keep them. */
static gboolean
has_same_anchor (gconstpointer a, gconstpointer b)
{
  const QuoAnnotation *x = a, *y = b;

  return !x->is_orphan == !y->is_orphan && x->n_ranges == y->n_ranges
         && memcmp (x->ranges, y->ranges, x->n_ranges * sizeof (QuoSpan)) == 0;
}

typedef struct
{
  gconstpointer base, ours, theirs;
  GPtrArray *conflicts;
} Merge;

/* Whether the member is theirs to say. */
static gboolean
is_theirs (const Merge *merge, gboolean is_same, gboolean is_ours_changed,
           gboolean is_theirs_changed, const char *name)
{
  if (is_same || !is_theirs_changed)
    return FALSE;
  if (!is_ours_changed)
    return TRUE;
  g_ptr_array_add (merge->conflicts, (gpointer)name);
  return FALSE;
}

static void
take_anchor (Fields *fields, gconstpointer from)
{
  const QuoShape *shape = &quo_shapes[QUO_RECORD_ANNOTATION];

  for (guint i = 0; i < shape->n_fields; i++)
    if (is_anchor (QUO_RECORD_ANNOTATION, &shape->fields[i]))
      take_field (fields, &shape->fields[i], from);
}

static void
merge_anchor (const Merge *merge, Fields *fields)
{
  gconstpointer base = merge->base;

  if (is_theirs (merge, has_same_anchor (merge->ours, merge->theirs),
                 base == NULL || !has_same_anchor (base, merge->ours),
                 base == NULL || !has_same_anchor (base, merge->theirs), "at"))
    take_anchor (fields, merge->theirs);
}

static void
merge_field (const Merge *merge, const QuoField *field, Fields *fields)
{
  gconstpointer base = merge->base;
  gboolean is_same = quo_field_equal (field, merge->ours, merge->theirs);

  if (strcmp (field->name, "modified") == 0)
    {
      if (QUO_FIELD_MEMBER (QuoTime, merge->theirs, field)
          > QUO_FIELD_MEMBER (QuoTime, merge->ours, field))
        take_field (fields, field, merge->theirs);
      return;
    }
  if (is_theirs (merge, is_same, base == NULL || !quo_field_equal (field, base, merge->ours),
                 base == NULL || !quo_field_equal (field, base, merge->theirs), field->name))
    take_field (fields, field, merge->theirs);
}

static void
merge_extra (const Merge *merge, Fields *fields)
{
  const char *ours = QUO_RECORD (merge->ours)->extra, *theirs = QUO_RECORD (merge->theirs)->extra;
  const char *base = merge->base != NULL ? QUO_RECORD (merge->base)->extra : NULL;

  if (is_theirs (merge, g_strcmp0 (ours, theirs) == 0,
                 merge->base == NULL || g_strcmp0 (base, ours) != 0,
                 merge->base == NULL || g_strcmp0 (base, theirs) != 0, "x-"))
    fields->base.extra = theirs;
}

gpointer
quo_record_merge (gconstpointer base, gconstpointer ours, gconstpointer theirs,
                  GPtrArray *conflicts)
{
  const Merge merge = { base, ours, theirs, conflicts };
  QuoRecordKind kind = QUO_RECORD (ours)->kind;
  const QuoShape *shape = &quo_shapes[kind];
  Fields fields;

  memset (&fields, 0, sizeof fields);
  memcpy (&fields, ours, shape->size);
  if (kind == QUO_RECORD_ANNOTATION)
    merge_anchor (&merge, &fields);
  for (guint i = 0; i < shape->n_fields; i++)
    if (!is_anchor (kind, &shape->fields[i]))
      merge_field (&merge, &shape->fields[i], &fields);
  merge_extra (&merge, &fields);
  return make_record (&fields);
}

gpointer
quo_record_with_member (gconstpointer record, gconstpointer from, const char *name)
{
  QuoRecordKind kind = QUO_RECORD (record)->kind;
  const QuoShape *shape = &quo_shapes[kind];
  Fields fields;

  memset (&fields, 0, sizeof fields);
  memcpy (&fields, record, shape->size);
  if (strcmp (name, "at") == 0 && kind == QUO_RECORD_ANNOTATION)
    take_anchor (&fields, from);
  else if (strcmp (name, "x-") == 0)
    fields.base.extra = QUO_RECORD (from)->extra;
  else
    for (guint i = 0; i < shape->n_fields; i++)
      if (strcmp (shape->fields[i].name, name) == 0)
        take_field (&fields, &shape->fields[i], from);
  return make_record (&fields);
}

void
quo_record_list_differences (gconstpointer a, gconstpointer b, GPtrArray *names)
{
  QuoRecordKind kind = QUO_RECORD (a)->kind;
  const QuoShape *shape = &quo_shapes[kind];

  if (kind == QUO_RECORD_ANNOTATION && !has_same_anchor (a, b))
    g_ptr_array_add (names, (gpointer) "at");
  for (guint i = 0; i < shape->n_fields; i++)
    if (!is_anchor (kind, &shape->fields[i]) && strcmp (shape->fields[i].name, "modified") != 0
        && !quo_field_equal (&shape->fields[i], a, b))
      g_ptr_array_add (names, (gpointer)shape->fields[i].name);
  if (g_strcmp0 (QUO_RECORD (a)->extra, QUO_RECORD (b)->extra) != 0)
    g_ptr_array_add (names, (gpointer) "x-");
}

const char *
quo_record_get_string (gconstpointer record, const char *name)
{
  const QuoShape *shape = &quo_shapes[QUO_RECORD (record)->kind];

  for (guint i = 0; i < shape->n_fields; i++)
    if (shape->fields[i].type <= QUO_FIELD_NAME && strcmp (shape->fields[i].name, name) == 0)
      return QUO_FIELD_MEMBER (const char *, record, &shape->fields[i]);
  return NULL;
}
