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

void quo_list_filter_clear (QuoListFilter *filter);
/* Whether the annotation passes. Cost with words: the length of what it says. */
gboolean quo_list_filter_has (const QuoListFilter *filter, QuoSession *session,
                              const QuoAnnotation *annotation);
/* Negative, 0 (only for equal records), or positive. @layers: the document's. */
int quo_list_filter_compare (const QuoListFilter *filter, QuoText *text, GPtrArray *layers,
                             const QuoAnnotation *a, const QuoAnnotation *b);
/* Sorts annotations that are in the order of the document. */
void quo_list_filter_sort (const QuoListFilter *filter, QuoText *text, GPtrArray *layers,
                           GPtrArray *annotations);

G_END_DECLS
