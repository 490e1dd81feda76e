/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/* Which annotations a list shows, beside those of hidden layers, and in what order. */

typedef enum
{
  QUO_LIST_ALL,       /* but rejected suggestions: those are seen only where they are asked for */
  QUO_LIST_UNLINKED,  /* quotes without a speaker */
  QUO_LIST_ORPHANS,   /* whose place was lost */
  QUO_LIST_SUGGESTED, /* neither accepted nor rejected yet */
  QUO_LIST_REJECTED,
} QuoListState;

typedef enum
{
  QUO_SORT_PLACE,
  QUO_SORT_LABEL,
  QUO_SORT_WORDS,
  QUO_SORT_TIME, /* last made or changed first */
} QuoListSort;

typedef struct
{
  const char *label;  /* interned id of a label, NULL: all */
  const char *entity; /* interned id, NULL: all */
  GArray *words;      /* owned, of quo_find_fold(), NULL: all */
  QuoListState state;
  QuoListSort sort;
} QuoListFilter;

/* What a filter looks at beside the annotation. */
typedef struct
{
  const QuoText *text;
  const QuoTagset *tagset;
  GHashTable *hidden; /* owned; set of ids of layers */
  /* Whether this quote has a speaker. */
  gboolean (*is_linked) (const QuoAnnotation *quote, gpointer data);
  gpointer data; /* for is_linked */
} QuoListScope;

void quo_list_filter_clear (QuoListFilter *filter);
/* (transfer full), to be cleared. */
QuoListFilter quo_list_filter_copy (const QuoListFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
/* The document of a session as it is now: until its next change; to be cleared. */
QuoListScope quo_list_scope_now (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
void quo_list_scope_clear (QuoListScope *scope);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoListScope, quo_list_scope_clear)
/* (transfer full): a set of the ids of the layers that are not shown. */
GHashTable *quo_list_find_hidden (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the annotation passes. Cost with words: the length of what it says. */
gboolean quo_list_filter_has (const QuoListFilter *filter, const QuoListScope *scope,
                              const QuoAnnotation *annotation);
/* Negative, 0 (only for equal records), or positive. @layers: the document's. */
int quo_list_filter_compare (const QuoListFilter *filter, const QuoText *text, GPtrArray *layers,
                             const QuoAnnotation *a, const QuoAnnotation *b);
/* (transfer full) (element-type QuoAnnotation) (nullable): those of @annotations, which are in the
 * order of the document, that pass, in the order of the filter; NULL when cancelled. */
GPtrArray *quo_list_filter_find (const QuoListFilter *filter, const QuoListScope *scope,
                                 GPtrArray *annotations, GPtrArray *layers,
                                 GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
