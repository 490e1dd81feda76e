/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stretch of a text that is most like some words. Private to src/read. */

#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

/**
 * quo_anchor_find_alike:
 * @words: valid UTF-8
 * @window: where to look, code points
 * @expected: of several that are as like, the one nearest to this offset is taken
 * @max_share: edits (letters changed, added, removed) for each letter of @words, at most
 *
 * Approximate search by dynamic programming (Sellers 1980) with the cut-off of Ukkonen 1985: about
 * the length of the window times the edits that are allowed.
 *
 * Returns: whether there is one
 */
gboolean quo_anchor_find_alike (const QuoText *text, const char *words, QuoSpan window,
                                guint32 expected, double max_share, QuoSpan *ret_span);

G_END_DECLS
