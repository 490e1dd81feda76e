/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-snapshot.h"
#include "quo-statistics.h"
#include "quo-stream.h"

G_BEGIN_DECLS

/* The layer of an article that counts for @annotator: the one that the person of this name works
 * in; else what was settled (gold); else the only layer with annotations. NULL: all of them. */
const char *quo_statistics_choose_layer (const QuoSnapshot *snapshot, const char *annotator);

/**
 * quo_folder_statistics_start:
 * @paths: (transfer full) (element-type filename): the articles
 * @tagset: tells which labels are quotes
 * @annotator: whose layers count, and who has finished; "" when not told
 * @open: (nullable): the article that is open, which may have changes that are not saved yet
 * @open_path: (nullable): its path
 * @take: gets (transfer full) the QuoStatistics of each; of an article that cannot be read those of
 *   no article
 *
 * Counts article by article in a thread (QuoStream), so that the window answers meanwhile.
 */
QuoStream *quo_folder_statistics_start (GPtrArray *paths, QuoTagset *tagset, const char *annotator,
                                        QuoSnapshot *open, const char *open_path,
                                        QuoStreamTake take, QuoStreamEnd end,
                                        gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
