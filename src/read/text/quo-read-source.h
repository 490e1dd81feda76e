/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-error.h"
#include "quo-report.h"

G_BEGIN_DECLS

/**
 * QuoExtent:
 * @QUO_EXTENT_ARTICLE: the story alone
 * @QUO_EXTENT_PAGE: all that a page shows, with its menus and boxes
 * @QUO_EXTENT_SOURCE: the file itself as text, when it is text
 *
 * How much of a file is taken. Readers for which there is no difference between the first two
 * ignore the second.
 */
typedef enum
{
  QUO_EXTENT_ARTICLE,
  QUO_EXTENT_PAGE,
  QUO_EXTENT_SOURCE,
} QuoExtent;

/* @share: how much of a file is read, 0 to 1. Called in the thread that reads. */
typedef void (*QuoReadProgress) (double share, gpointer data);

/**
 * QuoReadSource:
 * @name: what to call the file in messages
 * @extension: of its name, in lower case without the dot; "" if there is none
 * @data: (array length=len): its bytes, with a NUL after them
 * @encoding: (nullable): IANA name to read it in, whatever it says itself
 *
 * The file a reader is given. It lives as long as the call.
 */
typedef struct
{
  const char *name;
  const char *extension;
  const char *data;
  gsize len;
  const char *encoding;
  QuoExtent extent;
  QuoReport *report; /* gets what was taken and what was left, as notes; may be NULL */
  GCancellable *cancellable;
  QuoReadProgress on_progress; /* or NULL */
  gpointer progress_data;
} QuoReadSource;

/* Sets "NAME: message"; always FALSE. */
gboolean quo_read_source_fail (const QuoReadSource *source, GError **error, QuoError code,
                               const char *format, ...) G_GNUC_PRINTF (4, 5);
/* Whether the bytes begin with @magic, or hold @word among the first @n_bytes. */
gboolean quo_read_source_begins (const QuoReadSource *source, const char *magic);
gboolean quo_read_source_holds (const QuoReadSource *source, const char *word, gsize n_bytes);
/* FALSE with QUO_ERROR_CANCELLED when the person wants no more. Else tells that @share is read. */
gboolean quo_read_source_advance (const QuoReadSource *source, double share, GError **error);
gboolean quo_read_source_go_on (const QuoReadSource *source, GError **error);

/* "story", "page", "source"; FALSE if the word is none of them. */
const char *quo_extent_to_string (QuoExtent extent);
gboolean quo_extent_from_string (const char *word, QuoExtent *ret_extent);

G_END_DECLS
