/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More files than these are left out of a folder: it was hardly meant (the whole home folder). */
#define QUO_FOLDER_MAX_FILES 100000
#define QUO_FOLDER_MAX_DEPTH 8

/* Whether a file of this name, beside which a sidecar lies or not, is taken for an article. */
gboolean quo_folder_is_article (const char *name, gboolean has_sidecar);
/* (transfer full) (nullable): the article that a change of the file @path means: of a sidecar its
 * article, of an article itself; NULL for what is no article's. */
char *quo_folder_dup_article (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_folder_list_files:
 * @path: a folder
 * @ret_folders: (out) (element-type filename): the folders that were looked into, @path first
 *
 * The articles in a folder and in the folders in it; hidden ones and links to folders are passed
 * over. A folder inside that cannot be read is left out. Any thread.
 *
 * Returns: (transfer full) (element-type QuoFolderEntry): in order of their names; NULL with the
 *   error of reading @path or %QUO_ERROR_CANCELLED
 */
GPtrArray *quo_folder_list_files (const char *path, GPtrArray **ret_folders,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
