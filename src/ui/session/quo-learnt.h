/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-opening.h"
#include "quo-weights.h"

G_BEGIN_DECLS

/**
 * quo_learnt_get:
 * @article_path: the one that is open; its neighbours in the folder teach
 * @snapshot: of the open article: what was accepted and rejected in it teaches as well
 *
 * Weights for suggestions that begin with the shipped ones and follow what people have accepted and
 * rejected in this folder. What the neighbours teach is kept in the cache folder of the person, a
 * file for each folder, until one of their sidecars changes; to lose the file costs nothing but
 * time. Call it in a thread: some milliseconds for each neighbour.
 *
 * Returns: (transfer full) (nullable): NULL when there is nothing to learn from yet
 */
QuoWeights *quo_learnt_get (const char *article_path, QuoSnapshot *snapshot,
                            GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the file in the cache for the folder of this article. */
char *quo_learnt_path_for (const char *article_path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
