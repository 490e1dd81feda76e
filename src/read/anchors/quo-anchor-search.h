/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an annotation may stand in a text that changed: every place where its words do, weighed by
 * what stands around it and by how far it is from where it should be. Private to src/read. */

#pragma once

#include "quo-substring-index.h"
#include "quo-text.h"

G_BEGIN_DECLS

/* A text that is searched. */
typedef struct
{
  QuoText *text;
  QuoSubstringIndex *index;
} QuoAnchorText;

QuoAnchorText *quo_anchor_text_new (QuoText *text) G_GNUC_WARN_UNUSED_RESULT;
void quo_anchor_text_free (QuoAnchorText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoAnchorText, quo_anchor_text_free)

/* What is looked for: the ranges in the old text, what they said, up to 24 code points around them
 * ("" for none). Borrowed. */
typedef struct
{
  const QuoSpan *ranges;
  const char *const *quotes;
  guint n_ranges;
  const char *pre, *suf;
} QuoAnchor;

/* Where it should be by a neighbour that was found: its start, and within how many code points
 * ordinary edits between the two leave it. */
typedef struct
{
  gint64 start;
  gint64 slack;
} QuoAnchorHint;

/**
 * QuoAnchorPlace:
 *
 * One place. @agreement: code points of context that agree on both sides; @distance: from the
 * nearest hint, in multiples of its slack; @score: greater is better.
 */
typedef struct
{
  QuoSpan *ranges; /* owned, as many as the anchor has */
  guint agreement;
  double distance;
  double score;
} QuoAnchorPlace;

void quo_anchor_place_clear (QuoAnchorPlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoAnchorPlace, quo_anchor_place_clear)

/* So many code points of context that agree are no accident. */
#define QUO_ANCHOR_PROOF 20
/* What an anchor has of context on each side, at most. */
#define QUO_ANCHOR_CONTEXT 24

/* The places that are looked at, the most. */
#define QUO_ANCHOR_MAX_PLACES 256

/**
 * quo_anchor_find:
 * @hints: (array length=n_hints): at most 2; with none the old offset counts, loosely
 * @ret_has_more: (out): there are more places than are given
 *
 * Returns: (transfer full) (element-type QuoAnchorPlace): best first
 */
GArray *quo_anchor_find (const QuoAnchorText *text, const QuoAnchor *anchor,
                         const QuoAnchorHint *hints, guint n_hints,
                         gboolean *ret_has_more) G_GNUC_WARN_UNUSED_RESULT;

/* The only place where context and words stand as they were, all of them by one and the same shift.
 * FALSE if there is none, or hardly any context, or another place that is nearly as good. */
gboolean quo_anchor_find_whole (const QuoAnchorText *text, const QuoAnchor *anchor,
                                gint64 *ret_shift);

/* Whether the words themselves seem to be what was edited: near the hint stands the context of both
 * sides, round other words. */
gboolean quo_anchor_is_edited (const QuoAnchorText *text, const QuoAnchor *anchor,
                               const QuoAnchorHint *hint);

G_END_DECLS
