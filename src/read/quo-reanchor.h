/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-report.h"
#include "quo-snapshot.h"

G_BEGIN_DECLS

/**
 * quo_reanchor:
 * @snapshot: records with the offsets of another version of the article, over the article as it is
 * now
 * @report: (nullable): a finding for each annotation whose place is not known
 * @ret_n_moved, @ret_n_orphans: how many
 *
 * Finds the annotations of a sidecar in an article that changed. One whose quote still stands where
 * it was is kept; one whose quote and context stand in exactly one other place is moved there;
 * every other becomes an orphan: it keeps its old offsets and quote. Any thread.
 *
 * Returns: (transfer full): the snapshot with all of them
 */
QuoSnapshot *quo_reanchor (QuoSnapshot *snapshot, QuoReport *report, guint *ret_n_moved,
                           guint *ret_n_orphans) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
