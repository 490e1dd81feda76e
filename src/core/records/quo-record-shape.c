/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of each kind of record, in the order of the sidecar. */
#include "quo-record-shape.h"

#define ONE(Type, kind, member)                                                                    \
  {                                                                                                \
    QUO_FIELD_##kind, G_STRUCT_OFFSET (Type, member), 0, #member                                   \
  }
#define MANY(Type, kind, member, n)                                                                \
  {                                                                                                \
    QUO_FIELD_##kind, G_STRUCT_OFFSET (Type, member), G_STRUCT_OFFSET (Type, n), #member           \
  }

static const QuoField agent_fields[] = {
  ONE (QuoAgent, NAME, type),
  ONE (QuoAgent, STRING, name),
  ONE (QuoAgent, STRING, version),
  ONE (QuoAgent, STRING, uri),
};

static const QuoField layer_fields[] = {
  ONE (QuoLayer, STRING, title),
  ONE (QuoLayer, NAME, by),
  ONE (QuoLayer, NAME, state),
};

static const QuoField entity_fields[] = {
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

static const QuoField annotation_fields[] = {
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

static const QuoField relation_fields[] = {
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

static const QuoField note_fields[] = {
  ONE (QuoNote, NAME, layer),   ONE (QuoNote, STRING, text),   ONE (QuoNote, NAME, by),
  ONE (QuoNote, TIME, created), ONE (QuoNote, TIME, modified),
};

#define SHAPE(Type, fields)                                                                        \
  {                                                                                                \
    sizeof (Type), fields, G_N_ELEMENTS (fields)                                                   \
  }

const QuoShape quo_shapes[QUO_N_RECORD_KINDS] = {
  [QUO_RECORD_AGENT] = SHAPE (QuoAgent, agent_fields),
  [QUO_RECORD_LAYER] = SHAPE (QuoLayer, layer_fields),
  [QUO_RECORD_ENTITY] = SHAPE (QuoEntity, entity_fields),
  [QUO_RECORD_ANNOTATION] = SHAPE (QuoAnnotation, annotation_fields),
  [QUO_RECORD_RELATION] = SHAPE (QuoRelation, relation_fields),
  [QUO_RECORD_NOTE] = SHAPE (QuoNote, note_fields),
};
