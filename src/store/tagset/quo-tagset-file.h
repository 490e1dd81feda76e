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

/* What the tagset of a folder is called, and the person's own in the folder of settings. */
#define QUO_TAGSET_FILE "quotidian.tagset.json"

/* (transfer full) (type filename): where the tagset of the folder of a sidecar lies, and where that
 * of the person does, whether they are there or not. */
char *quo_tagset_dup_folder_path (const char *sidecar) G_GNUC_WARN_UNUSED_RESULT;
char *quo_tagset_dup_user_path (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_tagset_choose:
 * @sidecar: (type filename) (nullable): a sidecar, which need not be there
 * @file: (nullable): what its `tagset.file` says
 * @ret_path: (out) (optional) (nullable): the file it was read from; %NULL: the built-in one
 * @error: (optional): why a file that is there was passed over; a set is given nevertheless
 *
 * The tagset that holds for a sidecar: the one it names, if that may be followed; else that of its
 * folder, else the person's own, else the built-in one.
 *
 * Returns: (transfer full): a set, in any case
 */
QuoTagset *quo_tagset_choose (const char *sidecar, const char *file, char **ret_path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_tagset_save:
 * @path: (type filename): where to; folders that are missing are made
 *
 * Returns: %FALSE with the errors of quo_save()
 */
gboolean quo_tagset_save (const QuoTagset *tagset, const char *path, GError **error);

G_END_DECLS
