/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-article.h"

G_BEGIN_DECLS

/**
 * QuoSource:
 *
 * Where an import comes from: a file and its siblings, or the same in memory. Nothing is read
 * before it is asked for.
 *
 * A sibling is named by its extension (".txt": the main file's name with this in place of its own
 * extension) or, without a point at the start, by its name in the same folder
 * ("character_info.csv"). NULL is the main file.
 */
typedef struct _QuoSource QuoSource;

/* A file above 1 GB is refused. */
#define QUO_SOURCE_MAX_BYTES (1024 * 1024 * 1024)

QuoSource *quo_source_new_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* @name: of the main file, "rally.ann". */
QuoSource *quo_source_new_memory (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void quo_source_free (QuoSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSource, quo_source_free)

/* Gives a file its bytes; it is then not looked for on the disk. */
void quo_source_put (QuoSource *source, const char *sibling, GBytes *bytes);

/* What to call the main file in messages, "rally.ann"; and without its extension, "rally". */
const char *quo_source_get_name (const QuoSource *source);
char *quo_source_dup_stem (const QuoSource *source) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): where a file is, or would be; NULL in memory. */
char *quo_source_dup_path (const QuoSource *source, const char *sibling) G_GNUC_WARN_UNUSED_RESULT;
gboolean quo_source_has (QuoSource *source, const char *sibling);

/* (transfer full): the bytes; QUO_ERROR_NOT_FOUND and the others of quo_file_load(). */
GBytes *quo_source_load (QuoSource *source, const char *sibling,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_source_load_text:
 * @encoding: (nullable): IANA name; NULL: UTF-8
 * @ret_len: (out): bytes
 *
 * Returns: (transfer full): the text as UTF-8 without a byte order mark; also QUO_ERROR_ENCODING
 *   and QUO_ERROR_BINARY, with the line
 */
char *quo_source_load_text (QuoSource *source, const char *sibling, const char *encoding,
                            gsize *ret_len, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a file as an article, as quo_read_article() reads it. */
QuoArticle *quo_source_load_article (QuoSource *source, const char *sibling,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): an article of bytes or UTF-8 that is in no file. */
QuoArticle *quo_source_make_article (const char *utf8, gsize len) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
