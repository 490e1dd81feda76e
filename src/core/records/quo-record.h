/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "quo-span.h"

G_BEGIN_DECLS

/**
 * QuoRecord:
 *
 * What a sidecar is made of: agents, layers, entities, annotations, relations and notes. A record
 * never changes. An edit swaps a record for another one with the same id.
 *
 * A record is one block of memory: the struct, then everything it points to. To make one, fill in a
 * struct on the stack (zero it, or copy an existing record with `QuoAnnotation t = *old;`), then
 * call its `_new`, which copies all that the struct points to. `ref_count` and `kind` need not be
 * set. Strings that repeat in thousands of records (layer, type, by, and the names of attributes
 * and roles) are interned by `_new` (g_intern_string), so they may be compared by pointer among
 * records.
 *
 * Optional strings are %NULL when absent, times 0, lists empty. Atomically reference counted; may
 * be used from every thread.
 */
typedef enum
{
  QUO_RECORD_AGENT,
  QUO_RECORD_LAYER,
  QUO_RECORD_ENTITY,
  QUO_RECORD_ANNOTATION,
  QUO_RECORD_RELATION,
  QUO_RECORD_NOTE,
} QuoRecordKind;
#define QUO_N_RECORD_KINDS 6

typedef enum
{
  QUO_STATUS_NONE, /* not written: accepted */
  QUO_STATUS_ACCEPTED,
  QUO_STATUS_SUGGESTED,
  QUO_STATUS_REJECTED,
} QuoStatus;

/* Whether a record is somebody's word: neither suggested nor rejected. */
static inline gboolean
quo_status_is_accepted (guint8 status)
{
  return status == QUO_STATUS_NONE || status == QUO_STATUS_ACCEPTED;
}

typedef struct
{
  gatomicrefcount ref_count;
  guint8 kind;       /* QuoRecordKind */
  const char *id;    /* [A-Za-z][A-Za-z0-9_-]{0,63}, unique in the document */
  const char *extra; /* unknown members as they stood in the file: `"x-a":1,"x-b":{}`, or NULL */
} QuoRecord;

/* A time: UTC, to the second, as the number of its digits YYYYMMDDhhmmss; 0 is none. */
typedef guint64 QuoTime;
QuoTime quo_time_now (void);
/* "2026-03-03T09:14:02Z" into a buffer of 21 bytes; and back: 0 if it is not of that form. */
void quo_time_format (QuoTime time, char buffer[21]);
QuoTime quo_time_parse (const char *s, gsize len);

/* A value of an attribute. A number is the text it was read as, or will be written as. */
typedef enum
{
  QUO_VALUE_STRING,
  QUO_VALUE_NUMBER,
  QUO_VALUE_FLAG, /* text is "true" or "false" */
} QuoValueKind;

typedef struct
{
  const char *text;
  QuoValueKind kind;
} QuoValue;

typedef struct
{
  const char *name;
  const QuoValue *values;
  guint n_values;
  gboolean is_list; /* written as a list, whatever n_values is */
} QuoAttr;

/* Where a record came from: a suggester (agent, rule, score) or an imported file (format, ref). */
typedef struct
{
  const char *agent, *rule;
  const char *score; /* number as text */
  const char *format, *ref;
  const char *extra;
} QuoFrom;

typedef struct
{
  const char *name; /* of the register: "wikidata", "geonames" ... */
  const char *value;
} QuoExternalId;

typedef struct
{
  QuoRecord base;
  const char *type; /* person, software, import */
  const char *name, *version, *uri;
} QuoAgent;

typedef struct
{
  QuoRecord base;
  const char *title, *by;
  const char *state; /* open, done, gold; NULL is open */
} QuoLayer;

typedef struct
{
  QuoRecord base;
  const char *type, *name;
  const char *const *aliases;
  const QuoExternalId *ids; /* sorted by name */
  const QuoAttr *attrs;     /* sorted by name */
  guint n_aliases, n_ids, n_attrs;
  const char *lat, *lon; /* numbers as text; both or none */
  const char *note, *by;
  QuoTime created, modified;
  const QuoFrom *from;
} QuoEntity;

/**
 * QuoAnnotation:
 *
 * A label on one or more ranges of the text. What the ranges say (quote) and what stands around
 * them (pre, suf: 24 code points) is taken from the text when it is needed, so @quotes, @pre and
 * @suf are %NULL, unless @is_kept: then the file said something else than the text does (an
 * orphan), or there is no text at hand, and they are what the file said.
 */
typedef struct
{
  QuoRecord base;
  const char *layer, *type;
  const QuoSpan *ranges;       /* n_ranges >= 1, text order, no overlap */
  const char *const *quotes;   /* n_ranges strings, if is_kept */
  const char *pre, *suf;       /* if is_kept; NULL when absent */
  const char *const *entities; /* ids; two and more are a plural mention */
  const QuoAttr *attrs;        /* sorted by name */
  guint n_ranges, n_entities, n_attrs;
  guint8 status;    /* QuoStatus */
  guint8 is_orphan; /* the place is not known in this text */
  guint8 is_kept;
  const char *note;
  const char *conf; /* number as text */
  const char *by;
  QuoTime created, modified;
  const QuoFrom *from;
} QuoAnnotation;

typedef struct
{
  const char *name;
  const char *const *members; /* ids of annotations or entities */
  guint n_members;
} QuoRole;

typedef struct
{
  QuoRecord base;
  const char *layer, *type;
  const QuoRole *roles; /* sorted by name; none is empty */
  const QuoAttr *attrs;
  guint n_roles, n_attrs;
  guint8 status;
  const char *note, *conf, *by;
  QuoTime created, modified;
  const QuoFrom *from;
} QuoRelation;

typedef struct
{
  QuoRecord base;
  const char *layer, *text, *by;
  QuoTime created, modified;
} QuoNote;

/* Each copies all that @fields points to. (transfer full) */
QuoAgent *quo_agent_new (const QuoAgent *fields) G_GNUC_WARN_UNUSED_RESULT;
QuoLayer *quo_layer_new (const QuoLayer *fields) G_GNUC_WARN_UNUSED_RESULT;
QuoEntity *quo_entity_new (const QuoEntity *fields) G_GNUC_WARN_UNUSED_RESULT;
QuoAnnotation *quo_annotation_new (const QuoAnnotation *fields) G_GNUC_WARN_UNUSED_RESULT;
QuoRelation *quo_relation_new (const QuoRelation *fields) G_GNUC_WARN_UNUSED_RESULT;
QuoNote *quo_note_new (const QuoNote *fields) G_GNUC_WARN_UNUSED_RESULT;

#define QUO_RECORD(record) ((QuoRecord *)(record))
gpointer quo_record_ref (gpointer record);
void quo_record_unref (gpointer record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoRecord, quo_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoAgent, quo_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoLayer, quo_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoEntity, quo_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoAnnotation, quo_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoRelation, quo_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoNote, quo_record_unref)

/* Whether two records say the same in every member. Cost: their size. */
gboolean quo_record_equal (gconstpointer a, gconstpointer b);
/* Bytes the record takes in memory (its block). */
gsize quo_record_get_size (gconstpointer record);

/* (transfer full): a new random id of 7 characters, base 32, that starts with a letter. */
char *quo_id_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): an id of the same shape, always the same one for a hash. */
char *quo_id_from_hash (guint64 hash) G_GNUC_WARN_UNUSED_RESULT;
gboolean quo_id_is_valid (const char *id, gsize len);

/* (transfer full): the annotation at other ranges (as many), where the text says what it says: no
 * orphan any more. */
QuoAnnotation *quo_annotation_with_ranges (const QuoAnnotation *annotation,
                                           const QuoSpan *ranges) G_GNUC_WARN_UNUSED_RESULT;
/* The hull: start of the first range to the end of the last. */
QuoSpan quo_annotation_get_hull (const QuoAnnotation *annotation);
gboolean quo_annotation_has_entity (const QuoAnnotation *annotation, const char *id);
/* The attribute @name, or NULL; the text of its first value, or NULL. */
const QuoAttr *quo_attrs_find (const QuoAttr *attrs, guint n_attrs, const char *name);
const char *quo_attrs_get_text (const QuoAttr *attrs, guint n_attrs, const char *name);
/* The role @name, or NULL. */
const QuoRole *quo_relation_find_role (const QuoRelation *relation, const char *name);
gboolean quo_role_has (const QuoRole *role, const char *id);

G_END_DECLS
