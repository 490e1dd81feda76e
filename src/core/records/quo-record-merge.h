/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-record.h"

G_BEGIN_DECLS

/**
 * quo_record_merge:
 * @base: (nullable): what both were made from; NULL: both added it
 * @ours, @theirs: of the same kind and id
 * @conflicts: (element-type utf8): gets the names of members (borrowed) that both changed, each in
 * its way
 *
 * Merges member by member: what one side changed is taken from it, of what both changed ours. The
 * place of an annotation with its words and context counts as one member, "at". Of two times of
 * change the later one is taken.
 *
 * Returns: (transfer full): the record
 */
gpointer quo_record_merge (gconstpointer base, gconstpointer ours, gconstpointer theirs,
                           GPtrArray *conflicts) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): @record with the member @name (as told by quo_record_merge()) of @from, which is
 * of the same kind. */
gpointer quo_record_with_member (gconstpointer record, gconstpointer from,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The names (borrowed) of the members in which two records of one kind differ. */
void quo_record_list_differences (gconstpointer a, gconstpointer b, GPtrArray *names);

/* The member that is one string, by its name; NULL: absent, or of another type. */
const char *quo_record_get_string (gconstpointer record, const char *name);

G_END_DECLS
