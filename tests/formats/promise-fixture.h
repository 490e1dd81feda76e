/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-format.h"

G_BEGIN_DECLS

/* What a format promises to carry: documents made of nothing else, and what they say. */

/* (transfer full): a random document that holds only what @carries promises (and notes, attributes,
 * relations ... of each kind that it does), over a text with line ends of all kinds, tabs,
 * combining signs, right-to-left letters and signs outside the basic plane. Labels and names of
 * attributes are plain words, which every format can spell. @stays_in_lines: no range goes over a
 * line end. @type (nullable): the label of all annotations. */
QuoSnapshot *promise_make (QuoCarries carries, gboolean stays_in_lines,
                           const char *type) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): what the document says of what @carries promises, a line a record, sorted: two
 * documents that say the same have the same lines, whatever their ids. */
char *promise_dump (QuoSnapshot *snapshot, QuoCarries carries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
