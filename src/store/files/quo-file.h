/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the whole of a file that is not to be trusted. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * quo_file_load:
 * @path: (type filename): a file, or a link to one
 * @max_bytes: a greater file is refused
 * @ret_etag: (out) (optional): its version, as quo_etag_read() gives it
 *
 * Reads a file.  It is opened without waiting and looked at first, so that a FIFO or a device in
 * its place cannot block the program.
 *
 * Returns: (transfer full): the bytes; %NULL with %QUO_ERROR_NOT_FOUND, %QUO_ERROR_PERMISSION,
 *   %QUO_ERROR_NOT_REGULAR, %QUO_ERROR_TOO_LARGE, %QUO_ERROR_INVALID (circle of links),
 *   %QUO_ERROR_CHANGED (it was cut while it was read) or %QUO_ERROR_READ
 */
GBytes *quo_file_load (const char *path, guint64 max_bytes, char **ret_etag,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
