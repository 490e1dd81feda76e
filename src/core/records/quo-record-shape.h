/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-record.h"

G_BEGIN_DECLS

/**
 * QuoShape:
 *
 * Which members a kind of record has beside its id and its unknown members, and of what type each
 * is. Packing and comparing walk these tables, so a new member of a record is one new line in
 * quo-record-shape.c. Private to the files of records.
 */
typedef enum
{
  QUO_FIELD_STRING,
  QUO_FIELD_NAME, /* an interned string */
  QUO_FIELD_STRINGS,
  QUO_FIELD_RANGES,
  QUO_FIELD_ATTRS,
  QUO_FIELD_IDS,
  QUO_FIELD_ROLES,
  QUO_FIELD_FROM,
  QUO_FIELD_TIME,
  QUO_FIELD_BYTE,
} QuoFieldType;

typedef struct
{
  QuoFieldType type;
  guint offset;
  guint count; /* offset of the number of elements, for lists */
  const char *name;
} QuoField;

typedef struct
{
  gsize size;
  const QuoField *fields;
  guint n_fields;
} QuoShape;

/* One for each QuoRecordKind. */
extern const QuoShape quo_shapes[QUO_N_RECORD_KINDS];

/* The member of @record that @field tells of, and the number of its elements. */
#define QUO_FIELD_MEMBER(Type, record, field) G_STRUCT_MEMBER (Type, record, (field)->offset)
#define QUO_FIELD_COUNT(record, field) G_STRUCT_MEMBER (guint, record, (field)->count)

/* Whether two records of one kind say the same in this member. */
gboolean quo_field_equal (const QuoField *field, gconstpointer a, gconstpointer b);

G_END_DECLS
