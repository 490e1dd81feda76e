/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-snapshot.h"

G_BEGIN_DECLS

/* (transfer full): what a record is called in a sentence: `person “Jana Köhler” (p1w5be)`. */
char *quo_diff_dup_name (const QuoRecord *record) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): what somebody wrote (NULL: nothing) as one short line that is fit to stand in a
 * sentence. */
char *quo_diff_dup_line (const char *words) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): how a member (as named by QuoConflict) reads in a record, in one line. */
char *quo_diff_dup_member (const QuoRecord *record, const char *member) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_diff:
 *
 * Returns: (transfer full) (element-type utf8): what leads from @old to @new, a line a member of
 * the article, and a line a record and member, in words: "added", "removed", or what a member was
 * and is
 */
GPtrArray *quo_diff (QuoSnapshot *old, QuoSnapshot *new) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
