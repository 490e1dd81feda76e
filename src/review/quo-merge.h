/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-snapshot.h"

G_BEGIN_DECLS

/**
 * QuoConflict:
 *
 * Where both sides changed the same, each in its way. The merge then says what ours does;
 * @member "": one side removed the record (NULL) and the other changed it, and it stays. Without
 * any record @member is one of the header (quo_header_member_name()), and @said what the two sides
 * say there.
 */
typedef struct
{
  const char *member;              /* borrowed, forever: "note", "at" */
  QuoRecord *base, *ours, *theirs; /* owned, each may be NULL */
  char *said[2];                   /* ours, theirs; NULL: nothing */
} QuoConflict;

gboolean quo_conflict_is_of_header (const QuoConflict *conflict);

/**
 * QuoMerge:
 *
 * Two versions of a sidecar that were made from one, as one. @n_ours, @n_theirs: records that only
 * that side added, changed or removed.
 */
typedef struct
{
  QuoSnapshot *snapshot;
  GPtrArray *conflicts; /* (element-type QuoConflict) */
  guint n_ours, n_theirs;
} QuoMerge;

void quo_merge_free (QuoMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoMerge, quo_merge_free)

/**
 * quo_merge:
 * @base, @ours, @theirs: versions of the annotations of one version of an article
 *
 * Merges three ways, record by record by id, and within a record member by member. What a record
 * that stays names stays too, though one side removed it. The result is over the article of @ours.
 *
 * Returns: (transfer full): the merge; %QUO_ERROR_CHANGED when the two sides count in different
 * versions of the article
 */
QuoMerge *quo_merge (QuoSnapshot *base, QuoSnapshot *ours, QuoSnapshot *theirs,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
