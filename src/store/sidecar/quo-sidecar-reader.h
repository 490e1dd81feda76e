/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a sidecar: records straight from the tokens of the strict reader.
 *
 * What the format does not allow is an error, with the place in the file:
 * `rally.txt.quo.json: annotations[12].at: a list is expected (line 20, column 33)`.  What is only
 * odd (a role that names nothing) goes to the report and stays as it is.  Members the program does
 * not know are kept byte for byte with their record. */

#pragma once

#include "quo-report.h"
#include "quo-snapshot.h"

G_BEGIN_DECLS

/* A sidecar above 1 GB is refused. */
#define QUO_SIDECAR_MAX_BYTES (1024 * 1024 * 1024)

/**
 * quo_sidecar_load:
 * @path: (type filename): a sidecar
 * @ret_etag: (out) (optional): its version (see quo_etag_read())
 *
 * Reads the bytes of a sidecar; a folder, a FIFO or a device is not touched.
 *
 * Returns: (transfer full): the bytes; %NULL with %QUO_ERROR_NOT_FOUND, %QUO_ERROR_PERMISSION,
 *   %QUO_ERROR_NOT_REGULAR, %QUO_ERROR_TOO_LARGE, %QUO_ERROR_INVALID (circle of links) or
 *   %QUO_ERROR_READ
 */
GBytes *quo_sidecar_load (const char *path, char **ret_etag,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_sidecar_read_header:
 * @bytes: a sidecar
 * @name: what to call it in messages
 *
 * Reads only what it says of itself and its article (format, version, `document`), as far as that
 * stands at the beginning as usual: enough to know in which encoding to read the article.
 *
 * Returns: (transfer full): the header, without `tagset` and unknown members; %NULL with the errors
 * of quo_sidecar_read()
 */
QuoHeader *quo_sidecar_read_header (GBytes *bytes, const char *name,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_sidecar_read:
 * @bytes: a sidecar
 * @name: what to call it in messages
 * @article: (nullable): the article as it is now; an annotation whose quote and context are what
 * its text says needs no copies of them, every other keeps what the file says (is_kept)
 * @report: (nullable): gets a finding for each id that names nothing and, if @article is the one
 * the sidecar was written for, for each quote that its text does not have
 *
 * Makes the records of a sidecar.  Nothing is moved when @article is another version than the one
 * the sidecar was written for; see quo_open().  May be called in any thread.
 *
 * Returns: (transfer full): a snapshot over @article; %NULL with %QUO_ERROR_SYNTAX (no JSON),
 *   %QUO_ERROR_INVALID (not as the format demands), %QUO_ERROR_VERSION (a later major version) or
 *   %QUO_ERROR_TOO_LARGE
 */
QuoSnapshot *quo_sidecar_read (GBytes *bytes, const char *name, QuoArticle *article,
                               QuoReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
