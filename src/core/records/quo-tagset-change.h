/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * Changed copies of a tagset. A tagset is immutable, so the editor makes a new one at each change
 * and keeps the old one to go back to. Labels and relations that are handed in are copied with all
 * their strings; they may point into the tagset that is changed.
 */

/* (transfer full): @label in place of the one at @place; @place = n_labels: after the last. */
QuoTagset *quo_tagset_with_label (const QuoTagset *tagset, guint place,
                                  const QuoLabel *label) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): without the label at @place. */
QuoTagset *quo_tagset_without_label (const QuoTagset *tagset,
                                     guint place) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the label at @place stands at @to. */
QuoTagset *quo_tagset_with_label_moved (const QuoTagset *tagset, guint place,
                                        guint to) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): @relation in place of the one at @place; @place = n_relations: after the last.
 */
QuoTagset *quo_tagset_with_relation (const QuoTagset *tagset, guint place,
                                     const QuoRelationType *relation) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): under another name. */
QuoTagset *quo_tagset_with_name (const QuoTagset *tagset,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): an id for a label with this name that no label has: "Political party" gives
 * "political-party", a second one "political-party-2". */
char *quo_tagset_make_id (const QuoTagset *tagset, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
