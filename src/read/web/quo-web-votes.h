/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/**
 * quo_web_count_votes:
 *
 * Sets the score of each node to the votes of the paragraphs below it, without those that are
 * dropped, less what of it is links.
 *
 * Returns: (transfer full) (element-type guint32): the nodes that have votes
 */
GArray *quo_web_count_votes (QuoWebPage *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
