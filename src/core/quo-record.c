/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: how they are packed into one block, compared, and asked.
 *
 * Each kind has a table of its members (a "shape"); packing and comparing walk that table, so a new
 * member is one new line in it. A block is laid out as: the struct, then all arrays, then all
 * strings. Packing is done twice over the same code: once to measure (nothing is written), once to
 * copy. Names that repeat in thousands of records are interned and not in the block. */
#include "quo-record.h"

#include <string.h>

typedef enum
{
  FIELD_STRING,
  FIELD_NAME, /* an interned string */
  FIELD_STRINGS,
  FIELD_RANGES,
  FIELD_ATTRS,
  FIELD_IDS,
  FIELD_ROLES,
  FIELD_FROM,
  FIELD_TIME,
  FIELD_BYTE,
} FieldType;

typedef struct
{
  FieldType type;
  guint offset;
  guint count; /* offset of the number of elements, for lists */
} Field;

typedef struct
{
  gsize size;
  const Field *fields;
  guint n_fields;
} Shape;

#define ONE(Type, kind, member)                                                                    \
  {                                                                                                \
    FIELD_##kind, G_STRUCT_OFFSET (Type, member), 0                                                \
  }
#define MANY(Type, kind, member, n)                                                                \
  {                                                                                                \
    FIELD_##kind, G_STRUCT_OFFSET (Type, member), G_STRUCT_OFFSET (Type, n)                        \
  }

static const Field agent_fields[] = {
  ONE (QuoAgent, NAME, type),
  ONE (QuoAgent, STRING, name),
  ONE (QuoAgent, STRING, version),
  ONE (QuoAgent, STRING, uri),
};

static const Field layer_fields[] = {
  ONE (QuoLayer, STRING, title),
  ONE (QuoLayer, NAME, by),
  ONE (QuoLayer, NAME, state),
};

static const Field entity_fields[] = {
  ONE (QuoEntity, NAME, type),
  ONE (QuoEntity, STRING, name),
  MANY (QuoEntity, STRINGS, aliases, n_aliases),
  MANY (QuoEntity, IDS, ids, n_ids),
  MANY (QuoEntity, ATTRS, attrs, n_attrs),
  ONE (QuoEntity, STRING, lat),
  ONE (QuoEntity, STRING, lon),
  ONE (QuoEntity, STRING, note),
  ONE (QuoEntity, NAME, by),
  ONE (QuoEntity, TIME, created),
  ONE (QuoEntity, TIME, modified),
  ONE (QuoEntity, FROM, from),
};

static const Field annotation_fields[] = {
  ONE (QuoAnnotation, NAME, layer),
  ONE (QuoAnnotation, NAME, type),
  MANY (QuoAnnotation, RANGES, ranges, n_ranges),
  MANY (QuoAnnotation, STRINGS, quotes, n_ranges),
  ONE (QuoAnnotation, STRING, pre),
  ONE (QuoAnnotation, STRING, suf),
  MANY (QuoAnnotation, STRINGS, entities, n_entities),
  MANY (QuoAnnotation, ATTRS, attrs, n_attrs),
  ONE (QuoAnnotation, BYTE, status),
  ONE (QuoAnnotation, BYTE, is_orphan),
  ONE (QuoAnnotation, BYTE, is_kept),
  ONE (QuoAnnotation, STRING, note),
  ONE (QuoAnnotation, STRING, conf),
  ONE (QuoAnnotation, NAME, by),
  ONE (QuoAnnotation, TIME, created),
  ONE (QuoAnnotation, TIME, modified),
  ONE (QuoAnnotation, FROM, from),
};

static const Field relation_fields[] = {
  ONE (QuoRelation, NAME, layer),
  ONE (QuoRelation, NAME, type),
  MANY (QuoRelation, ROLES, roles, n_roles),
  MANY (QuoRelation, ATTRS, attrs, n_attrs),
  ONE (QuoRelation, BYTE, status),
  ONE (QuoRelation, STRING, note),
  ONE (QuoRelation, STRING, conf),
  ONE (QuoRelation, NAME, by),
  ONE (QuoRelation, TIME, created),
  ONE (QuoRelation, TIME, modified),
  ONE (QuoRelation, FROM, from),
};

static const Field note_fields[] = {
  ONE (QuoNote, NAME, layer),   ONE (QuoNote, STRING, text),   ONE (QuoNote, NAME, by),
  ONE (QuoNote, TIME, created), ONE (QuoNote, TIME, modified),
};

#define SHAPE(Type, fields)                                                                        \
  {                                                                                                \
    sizeof (Type), fields, G_N_ELEMENTS (fields)                                                   \
  }

static const Shape shapes[QUO_N_RECORD_KINDS] = {
  [QUO_RECORD_AGENT] = SHAPE (QuoAgent, agent_fields),
  [QUO_RECORD_LAYER] = SHAPE (QuoLayer, layer_fields),
  [QUO_RECORD_ENTITY] = SHAPE (QuoEntity, entity_fields),
  [QUO_RECORD_ANNOTATION] = SHAPE (QuoAnnotation, annotation_fields),
  [QUO_RECORD_RELATION] = SHAPE (QuoRelation, relation_fields),
  [QUO_RECORD_NOTE] = SHAPE (QuoNote, note_fields),
};

#define MEMBER(Type, record, field) G_STRUCT_MEMBER (Type, record, (field)->offset)
#define COUNT(record, field) G_STRUCT_MEMBER (guint, record, (field)->count)

/* Where the next array and the next string go; NULL while measuring. Arrays are multiples of the
 * size of a pointer, so they need no padding between them. */
typedef struct
{
  char *blocks, *chars;
  gsize blocks_len, chars_len;
} Packer;

/* Each pack_ function returns the copy, or NULL while measuring. */
static gpointer
pack_block (Packer *packer, gconstpointer source, gsize size)
{
  gpointer copy = packer->blocks;

  if (source == NULL || size == 0)
    return NULL;
  packer->blocks_len += size;
  if (copy == NULL)
    return NULL;
  packer->blocks += size;
  return memcpy (copy, source, size);
}

static const char *
pack_string (Packer *packer, const char *s)
{
  char *copy = packer->chars;
  gsize size;

  if (s == NULL)
    return NULL;
  size = strlen (s) + 1;
  packer->chars_len += size;
  if (copy == NULL)
    return NULL;
  packer->chars += size;
  return memcpy (copy, s, size);
}

static const char *const *
pack_strings (Packer *packer, const char *const *strings, guint n)
{
  const char **copy = pack_block (packer, strings, n * sizeof *strings);

  for (guint i = 0; strings != NULL && i < n; i++)
    {
      const char *s = pack_string (packer, strings[i]);
      if (copy != NULL)
        copy[i] = s;
    }
  return copy;
}

static const QuoValue *
pack_values (Packer *packer, const QuoValue *values, guint n)
{
  QuoValue *copy = pack_block (packer, values, n * sizeof *values);

  for (guint i = 0; i < n; i++)
    {
      const char *text = pack_string (packer, values[i].text);
      if (copy != NULL)
        copy[i].text = text;
    }
  return copy;
}

static const QuoAttr *
pack_attrs (Packer *packer, const QuoAttr *attrs, guint n)
{
  QuoAttr *copy = pack_block (packer, attrs, n * sizeof *attrs);

  for (guint i = 0; i < n; i++)
    {
      const QuoValue *values = pack_values (packer, attrs[i].values, attrs[i].n_values);
      if (copy == NULL)
        continue;
      copy[i].name = g_intern_string (attrs[i].name);
      copy[i].values = values;
    }
  return copy;
}

static const QuoExternalId *
pack_ids (Packer *packer, const QuoExternalId *ids, guint n)
{
  QuoExternalId *copy = pack_block (packer, ids, n * sizeof *ids);

  for (guint i = 0; i < n; i++)
    {
      const char *value = pack_string (packer, ids[i].value);
      if (copy == NULL)
        continue;
      copy[i].name = g_intern_string (ids[i].name);
      copy[i].value = value;
    }
  return copy;
}

static const QuoRole *
pack_roles (Packer *packer, const QuoRole *roles, guint n)
{
  QuoRole *copy = pack_block (packer, roles, n * sizeof *roles);

  for (guint i = 0; i < n; i++)
    {
      const char *const *members = pack_strings (packer, roles[i].members, roles[i].n_members);
      if (copy == NULL)
        continue;
      copy[i].name = g_intern_string (roles[i].name);
      copy[i].members = members;
    }
  return copy;
}

static const QuoFrom *
pack_from (Packer *packer, const QuoFrom *from)
{
  QuoFrom *copy = pack_block (packer, from, sizeof *from);
  const char *score, *ref, *extra;

  if (from == NULL)
    return NULL;
  score = pack_string (packer, from->score);
  ref = pack_string (packer, from->ref);
  extra = pack_string (packer, from->extra);
  if (copy == NULL)
    return NULL;
  copy->agent = g_intern_string (from->agent);
  copy->rule = g_intern_string (from->rule);
  copy->format = g_intern_string (from->format);
  copy->score = score;
  copy->ref = ref;
  copy->extra = extra;
  return copy;
}

/* The packed value of a member that is a pointer, NULL while measuring. */
static gconstpointer
pack_field (Packer *packer, const Field *field, gconstpointer source)
{
  gconstpointer value = MEMBER (gconstpointer, source, field);

  switch (field->type)
    {
    case FIELD_STRING:
      return pack_string (packer, value);
    case FIELD_NAME:
      return packer->blocks != NULL ? g_intern_string (value) : NULL;
    case FIELD_STRINGS:
      return pack_strings (packer, value, COUNT (source, field));
    case FIELD_RANGES:
      return pack_block (packer, value, COUNT (source, field) * sizeof (QuoSpan));
    case FIELD_ATTRS:
      return pack_attrs (packer, value, COUNT (source, field));
    case FIELD_IDS:
      return pack_ids (packer, value, COUNT (source, field));
    case FIELD_ROLES:
      return pack_roles (packer, value, COUNT (source, field));
    case FIELD_FROM:
      return pack_from (packer, value);
    case FIELD_TIME:
    case FIELD_BYTE:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_plain (const Field *field)
{
  return field->type == FIELD_TIME || field->type == FIELD_BYTE;
}

static void
pack_record (Packer *packer, const Shape *shape, gconstpointer source, gpointer copy)
{
  const QuoRecord *base = source;
  const char *id = pack_string (packer, base->id);
  const char *extra = pack_string (packer, base->extra);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const Field *field = &shape->fields[i];
      gconstpointer value;

      if (is_plain (field))
        continue;
      value = pack_field (packer, field, source);
      if (copy != NULL)
        MEMBER (gconstpointer, copy, field) = value;
    }
  if (copy != NULL)
    {
      ((QuoRecord *)copy)->id = id;
      ((QuoRecord *)copy)->extra = extra;
    }
}

static gpointer
new_record (QuoRecordKind kind, gconstpointer fields)
{
  const Shape *shape = &shapes[kind];
  Packer packer = { NULL };
  QuoRecord *record;

  pack_record (&packer, shape, fields, NULL);
  record = g_malloc (shape->size + packer.blocks_len + packer.chars_len);
  memcpy (record, fields, shape->size);
  packer.blocks = (char *)record + shape->size;
  packer.chars = packer.blocks + packer.blocks_len;
  pack_record (&packer, shape, fields, record);
  g_atomic_ref_count_init (&record->ref_count);
  record->kind = kind;
  return record;
}

QuoAgent *
quo_agent_new (const QuoAgent *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  return new_record (QUO_RECORD_AGENT, fields);
}

QuoLayer *
quo_layer_new (const QuoLayer *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  return new_record (QUO_RECORD_LAYER, fields);
}

QuoEntity *
quo_entity_new (const QuoEntity *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  return new_record (QUO_RECORD_ENTITY, fields);
}

QuoAnnotation *
quo_annotation_new (const QuoAnnotation *fields)
{
  QuoAnnotation derived;

  g_return_val_if_fail (fields != NULL && fields->n_ranges > 0, NULL);
  if (fields->is_kept)
    return new_record (QUO_RECORD_ANNOTATION, fields);

  derived = *fields;
  derived.quotes = NULL;
  derived.pre = derived.suf = NULL;
  return new_record (QUO_RECORD_ANNOTATION, &derived);
}

QuoRelation *
quo_relation_new (const QuoRelation *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  return new_record (QUO_RECORD_RELATION, fields);
}

QuoNote *
quo_note_new (const QuoNote *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  return new_record (QUO_RECORD_NOTE, fields);
}

gpointer
quo_record_ref (gpointer record)
{
  g_return_val_if_fail (record != NULL, NULL);
  g_atomic_ref_count_inc (&QUO_RECORD (record)->ref_count);
  return record;
}

void
quo_record_unref (gpointer record)
{
  g_return_if_fail (record != NULL);
  if (g_atomic_ref_count_dec (&QUO_RECORD (record)->ref_count))
    g_free (record);
}

gsize
quo_record_get_size (gconstpointer record)
{
  const Shape *shape;
  Packer packer = { NULL };

  g_return_val_if_fail (record != NULL, 0);
  shape = &shapes[((const QuoRecord *)record)->kind];
  pack_record (&packer, shape, record, NULL);
  return shape->size + packer.blocks_len + packer.chars_len;
}

static gboolean
equal_strings (const char *const *a, const char *const *b, guint n)
{
  if (a == NULL || b == NULL)
    return a == b;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (a[i], b[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
equal_attr (const QuoAttr *a, const QuoAttr *b)
{
  if (a->name != b->name || a->n_values != b->n_values || !a->is_list != !b->is_list)
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    if (a->values[i].kind != b->values[i].kind
        || g_strcmp0 (a->values[i].text, b->values[i].text) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
equal_role (const QuoRole *a, const QuoRole *b)
{
  return a->name == b->name && a->n_members == b->n_members
         && equal_strings (a->members, b->members, a->n_members);
}

static gboolean
equal_from (const QuoFrom *a, const QuoFrom *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->agent == b->agent && a->rule == b->rule && a->format == b->format
         && g_strcmp0 (a->score, b->score) == 0 && g_strcmp0 (a->ref, b->ref) == 0
         && g_strcmp0 (a->extra, b->extra) == 0;
}

/* Compares the elements of two lists of the same length. */
static gboolean
equal_lists (FieldType type, gconstpointer a, gconstpointer b, guint n)
{
  const QuoExternalId *x = a, *y = b;

  if (type == FIELD_STRINGS)
    return equal_strings (a, b, n);
  if (type == FIELD_RANGES)
    return memcmp (a, b, n * sizeof (QuoSpan)) == 0;
  for (guint i = 0; i < n; i++)
    {
      if (type == FIELD_ATTRS && !equal_attr ((const QuoAttr *)a + i, (const QuoAttr *)b + i))
        return FALSE;
      if (type == FIELD_ROLES && !equal_role ((const QuoRole *)a + i, (const QuoRole *)b + i))
        return FALSE;
      if (type == FIELD_IDS && (x[i].name != y[i].name || g_strcmp0 (x[i].value, y[i].value) != 0))
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_field (const Field *field, gconstpointer a, gconstpointer b)
{
  switch (field->type)
    {
    case FIELD_TIME:
      return MEMBER (QuoTime, a, field) == MEMBER (QuoTime, b, field);
    case FIELD_BYTE:
      return MEMBER (guint8, a, field) == MEMBER (guint8, b, field);
    case FIELD_NAME:
      return MEMBER (const char *, a, field) == MEMBER (const char *, b, field);
    case FIELD_STRING:
      return g_strcmp0 (MEMBER (const char *, a, field), MEMBER (const char *, b, field)) == 0;
    case FIELD_FROM:
      return equal_from (MEMBER (const QuoFrom *, a, field), MEMBER (const QuoFrom *, b, field));
    case FIELD_STRINGS:
    case FIELD_RANGES:
    case FIELD_ATTRS:
    case FIELD_IDS:
    case FIELD_ROLES:
    default:
      return COUNT (a, field) == COUNT (b, field)
             && equal_lists (field->type, MEMBER (gconstpointer, a, field),
                             MEMBER (gconstpointer, b, field), COUNT (a, field));
    }
}

gboolean
quo_record_equal (gconstpointer a, gconstpointer b)
{
  const QuoRecord *x = a, *y = b;
  const Shape *shape;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if (a == b)
    return TRUE;
  if (x->kind != y->kind || g_strcmp0 (x->id, y->id) != 0 || g_strcmp0 (x->extra, y->extra) != 0)
    return FALSE;
  shape = &shapes[x->kind];
  for (guint i = 0; i < shape->n_fields; i++)
    if (!equal_field (&shape->fields[i], a, b))
      return FALSE;
  return TRUE;
}

QuoSpan
quo_annotation_get_hull (const QuoAnnotation *annotation)
{
  g_return_val_if_fail (annotation != NULL, QUO_SPAN (0, 0));
  return QUO_SPAN (annotation->ranges[0].start, annotation->ranges[annotation->n_ranges - 1].end);
}

gboolean
quo_annotation_has_entity (const QuoAnnotation *annotation, const char *id)
{
  g_return_val_if_fail (annotation != NULL && id != NULL, FALSE);
  for (guint i = 0; i < annotation->n_entities; i++)
    if (strcmp (annotation->entities[i], id) == 0)
      return TRUE;
  return FALSE;
}

const QuoAttr *
quo_attrs_find (const QuoAttr *attrs, guint n_attrs, const char *name)
{
  for (guint i = 0; i < n_attrs; i++)
    if (strcmp (attrs[i].name, name) == 0)
      return &attrs[i];
  return NULL;
}

const char *
quo_attrs_get_text (const QuoAttr *attrs, guint n_attrs, const char *name)
{
  const QuoAttr *attr = quo_attrs_find (attrs, n_attrs, name);

  return attr != NULL && attr->n_values > 0 ? attr->values[0].text : NULL;
}

const QuoRole *
quo_relation_find_role (const QuoRelation *relation, const char *name)
{
  g_return_val_if_fail (relation != NULL && name != NULL, NULL);
  for (guint i = 0; i < relation->n_roles; i++)
    if (strcmp (relation->roles[i].name, name) == 0)
      return &relation->roles[i];
  return NULL;
}

gboolean
quo_role_has (const QuoRole *role, const char *id)
{
  if (role == NULL)
    return FALSE;
  for (guint i = 0; i < role->n_members; i++)
    if (strcmp (role->members[i], id) == 0)
      return TRUE;
  return FALSE;
}
