/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-known-names.h"
#include "quo-opening.h"
#include "quo-weights.h"

G_BEGIN_DECLS

/**
 * quo_learnt_get:
 * @article_path: the one that is open; its neighbours in the folder teach
 * @snapshot: of the open article: what was accepted and rejected in it teaches as well
 * @tagset: says which labels are names
 * @ret_known: (out) (transfer full): the names that were accepted and rejected; never NULL
 *
 * Weights for suggestions that begin with the shipped ones and follow what people have accepted and
 * rejected in this folder, and the names they did so with. The weights that the neighbours teach
 * are kept in the cache folder of the person, a file for each folder, until one of their sidecars
 * changes; to lose the file costs nothing but time. Their names are kept in memory as long. Call it
 * in a thread: the first time, and when a neighbour has changed, some milliseconds for each.
 *
 * Returns: (transfer full) (nullable): NULL when there are no quotes to learn from yet
 */
QuoWeights *quo_learnt_get (const char *article_path, QuoSnapshot *snapshot,
                            const QuoTagset *tagset, QuoKnownNames **ret_known,
                            GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the file in the cache for the folder of this article. */
char *quo_learnt_path_for (const char *article_path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
