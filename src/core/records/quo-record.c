/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: how they are packed into one block, and asked.
 *
 * A block is laid out as: the struct, then all arrays, then all strings. Packing is done twice over
 * the same code: once to measure (nothing is written), once to copy. Names that repeat in thousands
 * of records are interned and not in the block; so is where suggestions came from. */
#include "quo-record.h"

#include "quo-record-shape.h"

#include <string.h>

/* Enough for the layers, labels, agents, attributes and roles of a sidecar at work. */
#define N_RECENT_NAMES 64

/* Where the next array and the next string go; NULL while measuring. Arrays are multiples of the
 * size of a pointer, so they need no padding between them. */
typedef struct
{
  char *blocks, *chars;
  gsize blocks_len, chars_len;
} Packer;

/* g_intern_string() takes a lock; the few names that come again and again are found before it. The
 * slots belong to the thread. Interned strings are never freed. */
static const char *
intern (const char *s)
{
  static _Thread_local const char *recent[N_RECENT_NAMES];
  const char **slot;

  if (s == NULL)
    return NULL;
  slot = &recent[(guchar)(*s * 31 + (*s != '\0' ? s[1] : 0)) % N_RECENT_NAMES];
  if (*slot == NULL || (*slot != s && strcmp (*slot, s) != 0))
    *slot = g_intern_string (s);
  return *slot;
}

/* Agent, rule and a score of few digits: of these, thousands of suggestions have a few hundred. */
#define SCORE_SIZE 5

typedef struct
{
  QuoFrom from; /* its names are interned, its score is the one below */
  char score[SCORE_SIZE];
} CommonFrom;

static gboolean
is_common (const QuoFrom *from)
{
  return from->score != NULL && strlen (from->score) < SCORE_SIZE && from->format == NULL
         && from->ref == NULL && from->extra == NULL;
}

static guint
hash_common (gconstpointer data)
{
  const CommonFrom *common = data;

  return g_direct_hash (common->from.agent) ^ (g_direct_hash (common->from.rule) * 31)
         ^ g_str_hash (common->score);
}

static gboolean
equal_common (gconstpointer a, gconstpointer b)
{
  const CommonFrom *x = a, *y = b;

  return x->from.agent == y->from.agent && x->from.rule == y->from.rule
         && strcmp (x->score, y->score) == 0;
}

/* Never freed, as interned strings. */
static const QuoFrom *
intern_from (const QuoFrom *from)
{
  static GMutex mutex;
  static GHashTable *known;
  CommonFrom wanted = { .from = { .agent = intern (from->agent), .rule = intern (from->rule) } };
  CommonFrom *common;

  g_strlcpy (wanted.score, from->score, SCORE_SIZE);
  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (hash_common, equal_common);
  common = g_hash_table_lookup (known, &wanted);
  if (common == NULL)
    {
      common = g_memdup2 (&wanted, sizeof wanted);
      common->from.score = common->score;
      g_hash_table_add (known, common);
    }
  g_mutex_unlock (&mutex);
  return &common->from;
}

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
      copy[i].name = intern (attrs[i].name);
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
      copy[i].name = intern (ids[i].name);
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
      copy[i].name = intern (roles[i].name);
      copy[i].members = members;
    }
  return copy;
}

static const QuoFrom *
pack_from (Packer *packer, const QuoFrom *from)
{
  QuoFrom *copy;
  const char *score, *ref, *extra;

  if (from == NULL)
    return NULL;
  if (is_common (from))
    return packer->blocks != NULL ? intern_from (from) : NULL;
  copy = pack_block (packer, from, sizeof *from);
  score = pack_string (packer, from->score);
  ref = pack_string (packer, from->ref);
  extra = pack_string (packer, from->extra);
  if (copy == NULL)
    return NULL;
  copy->agent = intern (from->agent);
  copy->rule = intern (from->rule);
  copy->format = intern (from->format);
  copy->score = score;
  copy->ref = ref;
  copy->extra = extra;
  return copy;
}

/* The packed value of a member that is a pointer, NULL while measuring. */
static gconstpointer
pack_field (Packer *packer, const QuoField *field, gconstpointer source)
{
  gconstpointer value = QUO_FIELD_MEMBER (gconstpointer, source, field);

  switch (field->type)
    {
    case QUO_FIELD_STRING:
      return pack_string (packer, value);
    case QUO_FIELD_NAME:
      return packer->blocks != NULL ? intern (value) : NULL;
    case QUO_FIELD_STRINGS:
      return pack_strings (packer, value, QUO_FIELD_COUNT (source, field));
    case QUO_FIELD_RANGES:
      return pack_block (packer, value, QUO_FIELD_COUNT (source, field) * sizeof (QuoSpan));
    case QUO_FIELD_ATTRS:
      return pack_attrs (packer, value, QUO_FIELD_COUNT (source, field));
    case QUO_FIELD_IDS:
      return pack_ids (packer, value, QUO_FIELD_COUNT (source, field));
    case QUO_FIELD_ROLES:
      return pack_roles (packer, value, QUO_FIELD_COUNT (source, field));
    case QUO_FIELD_FROM:
      return pack_from (packer, value);
    case QUO_FIELD_TIME:
    case QUO_FIELD_BYTE:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_plain (const QuoField *field)
{
  return field->type == QUO_FIELD_TIME || field->type == QUO_FIELD_BYTE;
}

static void
pack_record (Packer *packer, const QuoShape *shape, gconstpointer source, gpointer copy)
{
  const QuoRecord *base = source;
  const char *id = pack_string (packer, base->id);
  const char *extra = pack_string (packer, base->extra);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const QuoField *field = &shape->fields[i];
      gconstpointer value;

      if (is_plain (field))
        continue;
      value = pack_field (packer, field, source);
      if (copy != NULL)
        QUO_FIELD_MEMBER (gconstpointer, copy, field) = value;
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
  const QuoShape *shape = &quo_shapes[kind];
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
  const QuoShape *shape;
  Packer packer = { NULL };

  g_return_val_if_fail (record != NULL, 0);
  shape = &quo_shapes[((const QuoRecord *)record)->kind];
  pack_record (&packer, shape, record, NULL);
  return shape->size + packer.blocks_len + packer.chars_len;
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

QuoAnnotation *
quo_annotation_with_ranges (const QuoAnnotation *annotation, const QuoSpan *ranges)
{
  QuoAnnotation fields = *annotation;

  fields.ranges = ranges;
  fields.is_kept = FALSE;
  fields.is_orphan = FALSE;
  fields.quotes = NULL;
  fields.pre = fields.suf = NULL;
  return quo_annotation_new (&fields);
}
