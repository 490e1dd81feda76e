/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files that the saver writes before they take the name of another, and what interrupted saves
 * left of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * quo_temp_file_dup_template:
 * @target: (type filename): the file that will be replaced, behind all links
 *
 * Returns: (transfer full): a name beside it for g_mkstemp(), of at most 255 bytes
 */
char *quo_temp_file_dup_template (const char *target) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_temp_file_sweep:
 * @path: (type filename): a file that is about to be opened
 *
 * Removes what interrupted saves of this file left beside it: only if their process is gone, or
 * after an hour.  That it does not succeed is no matter.
 */
void quo_temp_file_sweep (const char *path);

G_END_DECLS
