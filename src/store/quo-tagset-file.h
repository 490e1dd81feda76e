/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tagset files (`NAME.tagset.json`) and the set that is always there. */

#pragma once

#include <gio/gio.h>

#include "quo-tagset.h"

G_BEGIN_DECLS

/* (transfer full): the built-in set `news`; the same one each time. */
QuoTagset *quo_tagset_get_builtin (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_tagset_read:
 * @bytes: a tagset file
 * @name: what to call it in messages
 *
 * Reads a tagset: strictly as JSON, and every member the format knows as the format wants it.
 * Members it does not know are passed over.
 *
 * Returns: (transfer full): the set; %NULL with %QUO_ERROR_SYNTAX, %QUO_ERROR_INVALID,
 *   %QUO_ERROR_VERSION or %QUO_ERROR_TOO_LARGE (above 1 MB)
 */
QuoTagset *quo_tagset_read (GBytes *bytes, const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_tagset_load:
 * @path: (type filename): a tagset file
 *
 * Returns: (transfer full): the set; %NULL also with %QUO_ERROR_NOT_FOUND, %QUO_ERROR_PERMISSION,
 *   %QUO_ERROR_NOT_REGULAR or %QUO_ERROR_READ
 */
QuoTagset *quo_tagset_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the file of a tagset, one label a line. */
GBytes *quo_tagset_write (const QuoTagset *tagset) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_tagset_find_path:
 * @sidecar: (type filename): a sidecar
 * @file: what its `tagset.file` says
 * @root: (type filename) (nullable): the folder that is open
 *
 * Where the tagset file of a sidecar is, if it may be followed: a relative path without links that
 * ends in `.tagset.json` and lies in @root, or at most two levels above the sidecar.
 *
 * Returns: (transfer full) (nullable): the path; %NULL when it may not be followed
 */
char *quo_tagset_find_path (const char *sidecar, const char *file,
                            const char *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
