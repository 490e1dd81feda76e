/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An article above 64 MB is refused; so is a text above it that would come out of a smaller file.
 */
#define QUO_ARTICLE_MAX_BYTES (64 * 1024 * 1024)

/**
 * quo_article_file_load:
 * @path: a file
 * @ret_len: its bytes
 *
 * The whole content of a file that is to be read as an article. Nothing but a regular file of a
 * bearable size is touched, and that for reading only.
 *
 * Returns: (transfer full): the bytes, with a NUL after them; QUO_ERROR_NOT_FOUND, _PERMISSION,
 * _NOT_REGULAR, _TOO_LARGE, _READ, _CANCELLED
 */
char *quo_article_file_load (const char *path, gsize *ret_len, GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
