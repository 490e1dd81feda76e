/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way a file is written: afterwards it is wholly the new one or wholly the old one,
 * whatever fails, and a change by somebody else in the meantime is never overwritten.
 *
 * Programs that save must ignore SIGXFSZ (signal (SIGXFSZ, SIG_IGN) in main), so that a limit on
 * file sizes is an error like a full disk, and not the end of the program. */

#pragma once

#include "quo-byte-sink.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* In place of a version: whatever is there may be replaced. */
#define QUO_ETAG_ANY "*"

/**
 * quo_etag_read:
 * @path: (type filename): a file, or a link to one
 * @ret_etag: (out) (nullable): its version, as a short text that is only good for comparing; %NULL
 *   when there is no such file
 *
 * Asks the system which version of a file is there: not its content, but what changes with it
 * (time, size, inode).
 *
 * Returns: %FALSE with %QUO_ERROR_PERMISSION, %QUO_ERROR_READ, or %QUO_ERROR_INVALID for links that
 *   go round in a circle
 */
gboolean quo_etag_read (const char *path, char **ret_etag, GError **error);

/* (transfer full): the same, of a file that was looked at already. */
struct stat;
char *quo_etag_from_stat (const struct stat *st) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_save:
 * @path: (type filename): where to; of a link, the file it leads to is replaced and the link stays,
 *   also when there is no such file yet
 * @bytes: what
 * @known: (nullable): the version the caller has seen, %NULL if there was no file; anything else in
 *   place is a conflict.  %QUO_ETAG_ANY: replace whatever is there
 * @ret_etag: (out) (optional): the version that was written
 * @ret_was_shared: (out) (optional): whether the old file had a second name (hard link), which
 * still holds the old content
 *
 * Replaces a file: a new one is written beside it (`.NAME.quo-PID-XXXXXX.tmp`), brought to the
 * disk, and takes its name.  Mode, group and, where the system allows it, owner stay.  May be
 * called from any thread; waits for the disk.
 *
 * Returns: %FALSE with %QUO_ERROR_CHANGED or, when @known is %NULL, %QUO_ERROR_EXISTS;
 *   %QUO_ERROR_NOT_REGULAR, %QUO_ERROR_PERMISSION, %QUO_ERROR_NOT_FOUND (the
 *   folder), %QUO_ERROR_INVALID (circle of links) or %QUO_ERROR_WRITE.  The old file is then as it
 *   was
 */
gboolean quo_save (const char *path, GBytes *bytes, const char *known, char **ret_etag,
                   gboolean *ret_was_shared, GError **error);

/**
 * quo_save_from:
 * @source: what; it is asked once, while the temporary file is written
 *
 * The same for a file that is made while it is written, for which there is no room in memory.
 *
 * Returns: %FALSE with what quo_save() gives, or with the error of @source.  The old file is then
 * as it was
 */
gboolean quo_save_from (const char *path, QuoByteSource source, gpointer data, const char *known,
                        char **ret_etag, gboolean *ret_was_shared, GError **error);

G_END_DECLS
