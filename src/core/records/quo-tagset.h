/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoTagset:
 *
 * The labels a person may give, with name, key, colours, line pattern and attributes, and the kinds
 * of relations with their roles. Immutable, atomically reference counted. Read and written by
 * store/quo-tagset-file.h.
 */
typedef enum
{
  QUO_LABEL_FREE,
  QUO_LABEL_ENTITY,
  QUO_LABEL_QUOTE,
  QUO_LABEL_CUE,
} QuoLabelKind;

typedef enum
{
  QUO_LINE_SOLID,
  QUO_LINE_DOUBLE,
  QUO_LINE_DOTS,
  QUO_LINE_MEASURE,
  QUO_LINE_BLOCK,
  QUO_LINE_CUE,
  QUO_LINE_THICK,
  QUO_LINE_DASH_DOT,
  QUO_LINE_DOUBLE_DOTS,
} QuoLinePattern;

typedef struct
{
  const char *name;
  const char *type;          /* text, number, flag, choice, many */
  const char *const *values; /* NULL-terminated, or NULL */
  const char *value;         /* the default, or NULL */
} QuoLabelAttr;

typedef struct
{
  const char *id;           /* goes into QuoAnnotation.type; never changes */
  const char *name;         /* for people; the built-in ones are translated when shown */
  const char *short_name;   /* on chips; NULL is name */
  const char *key;          /* one character, or NULL */
  const char *color, *dark; /* #rrggbb */
  const char *contrast, *contrast_dark; /* high contrast, or NULL: derived */
  QuoLinePattern line;
  QuoLabelKind kind;
  const QuoLabelAttr *attrs;
  guint n_attrs;
} QuoLabel;

typedef struct
{
  const char *name;
  QuoLabelKind kinds[4]; /* that may fill it; n_kinds 0: any */
  guint n_kinds;
  gboolean is_many;
} QuoRoleType;

typedef struct
{
  const char *id, *name;
  const QuoRoleType *roles;
  guint n_roles;
} QuoRelationType;

typedef struct
{
  gatomicrefcount ref_count;
  const char *name, *version;
  const QuoLabel *labels;
  guint n_labels;
  const QuoRelationType *relations;
  guint n_relations;
  GStringChunk *strings; /* owns all strings and, through blocks, the arrays */
  GPtrArray *blocks;     /* of g_malloc'ed arrays */
} QuoTagset;

/* (transfer full): an empty one, to be filled in by its reader. */
QuoTagset *quo_tagset_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
QuoTagset *quo_tagset_ref (QuoTagset *tagset);
void quo_tagset_unref (QuoTagset *tagset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTagset, quo_tagset_unref)

/* Copies a string (NULL stays NULL), or an array of plain structs, into the tagset. */
const char *quo_tagset_keep (QuoTagset *tagset, const char *s);
gpointer quo_tagset_keep_block (QuoTagset *tagset, gconstpointer data, gsize size);

/* The label with this id, or with this key (case ignored), or NULL. */
const QuoLabel *quo_tagset_find (const QuoTagset *tagset, const char *id);
const QuoLabel *quo_tagset_find_key (const QuoTagset *tagset, const char *key);
/* The first label of this kind, or NULL. */
const QuoLabel *quo_tagset_find_kind (const QuoTagset *tagset, QuoLabelKind kind);
/* The kind of this type: of its label, else QUO_LABEL_FREE. */
QuoLabelKind quo_tagset_get_kind (const QuoTagset *tagset, const char *id);

G_END_DECLS
