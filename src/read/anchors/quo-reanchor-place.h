/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-anchor-fold.h"
#include "quo-anchor-search.h"
#include "quo-reanchor.h"

G_BEGIN_DECLS

/* Finding the place of one annotation among others that are placed. */

typedef struct
{
  const QuoAnnotation *annotation;
  QuoAnchor anchor;
  gboolean is_stale; /* an orphan from before: its offsets are of a still older text */
  gboolean is_placed;
  QuoFate fate;
  gboolean is_reworded;
  QuoSpan *ranges;      /* where it is placed; owned */
  GPtrArray *proposals; /* or NULL */
} QuoAnchorItem;

typedef struct
{
  QuoSnapshot *snapshot;
  QuoAnchorText *text;
  QuoFoldedText *folded;      /* made when it is needed */
  QuoAnchorText *folded_text; /* an index of it */
  QuoAnchorItem *items;
  guint n_items;
  guint *next_placed; /* of each item: the first placed one after it, n_items if none */
  guint n_edit_searches;
} QuoPlacing;

/* Says where it is: @ranges, as many as the annotation has. */
void quo_anchor_item_place (QuoAnchorItem *item, const QuoSpan *ranges, QuoFate fate);
/* One more place it may be at, unless it is known or there are enough. */
void quo_anchor_item_propose (QuoAnchorItem *item, const QuoSpan *ranges);

/* Where the item @i should be by what happened to the nearest ones that are placed. @last: the one
 * before it, or NULL. @hints: room for two. Returns: how many there are. */
guint quo_placing_make_hints (const QuoPlacing *placing, guint i, const QuoAnchorItem *last,
                              QuoAnchorHint *hints);

/* Places the item if one place is beyond doubt, else proposes what there is; @takes_edited: also
 * words that were edited. */
gboolean quo_placing_place (QuoPlacing *placing, QuoAnchorItem *item, const QuoAnchorHint *hints,
                            guint n_hints, gboolean takes_edited);

G_END_DECLS
