/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * quo_conflict_copies_list:
 * @sidecar: (type filename): a sidecar, which may be missing
 *
 * Finds what tools that keep folders in step (Dropbox, Nextcloud, Syncthing ...) put beside a
 * sidecar when two people changed it: `rally (conflicted copy).txt.quo.json`,
 * `rally.txt.quo.sync-conflict-20260303-091402-ABCDEFG.json`. The name must begin like the
 * sidecar's, tell of a conflict, and the file must be a sidecar of the same article.
 *
 * Returns: (transfer full) (element-type filename): their paths, by name
 */
GPtrArray *quo_conflict_copies_list (const char *sidecar) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a file lies beside the sidecar and is named as a conflict copy of it; it is not read. */
gboolean quo_conflict_copy_is_named_so (const char *path, const char *sidecar);

/* What a copy says was merged: it is renamed to PATH.bak (.bak.2 and so on), so that it is no
 * longer found. FALSE with %QUO_ERROR_WRITE; it is still there then. */
gboolean quo_conflict_copy_retire (const char *path, GError **error);

G_END_DECLS
