/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-article.h"

G_BEGIN_DECLS

/* An article above 64 MB is refused. */
#define QUO_ARTICLE_MAX_BYTES (64 * 1024 * 1024)

/**
 * quo_read_article:
 * @path: a file
 * @encoding: (nullable): the IANA name to read it in (the one recorded in the sidecar, or chosen by
 * the person); NULL: byte order mark, then valid UTF-8, then what uchardet says
 *
 * Opens an article: refuses what is no regular file, is above 64 MB, is binary (NUL bytes that are
 * no UTF-16), or has bytes invalid in the encoding (with byte offset and line). The file is never
 * written. May be called in any thread. Every error names the file, what is wrong and what can be
 * done.
 *
 * Returns: (transfer full): the article; QUO_ERROR_NOT_FOUND, _PERMISSION, _NOT_REGULAR,
 * _TOO_LARGE, _BINARY, _ENCODING, _READ
 */
QuoArticle *quo_read_article (const char *path, const char *encoding, GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
