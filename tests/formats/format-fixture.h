/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-format.h"

G_BEGIN_DECLS

/* What the tests of formats share. */

/* (transfer full): FOLDER/NAME.txt with its sidecar; a relative folder is one of tests. NULL: it is
 * not there. */
QuoSnapshot *fixture_open (const char *folder, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a snapshot of random annotations, entities and relations over a random text of
 * letters, blanks, line ends of all kinds, tabs, and signs of two and four bytes. */
QuoSnapshot *fixture_make_random (guint n_chars, guint n_annotations) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): what the format writes; @target in memory, @report may be NULL. Fails the test
 * when it does not. @assignments: "a=b,c=d" or NULL. */
QuoTarget *fixture_write (const QuoFormat *format, QuoSnapshot *snapshot, const char *assignments,
                          QuoReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the bytes of the main file (NULL) or a sibling as a string. */
char *fixture_dup_text (QuoTarget *target, const char *extension) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the text of a file. Fails the test when it cannot be read. */
char *fixture_load (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with the place of the first difference. */
void fixture_compare (const char *name, const char *written, const char *expected);

/* (transfer full) (nullable): a file or folder of the reference data beside the source tree. */
char *fixture_find_reference (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
