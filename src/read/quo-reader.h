/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-article-file.h"
#include "quo-article.h"
#include "quo-extract.h"
#include "quo-read-source.h"

G_BEGIN_DECLS

/* How sure a reader is that a file is one of its kind. */
typedef enum
{
  QUO_SNIFF_NO,
  QUO_SNIFF_TEXT,    /* it is text, and nothing more is known */
  QUO_SNIFF_NAME,    /* the name says so and the content does not contradict */
  QUO_SNIFF_LOOKS,   /* the content looks like it */
  QUO_SNIFF_CONTENT, /* the content can be nothing else */
} QuoSniff;

/**
 * QuoReader:
 *
 * A kind of file that articles come in describes itself: one `const` struct quo_reader_ID in a file
 * of its own, and one word in this folder's meson.build.
 */
typedef struct
{
  const char *id;         /* "html" */
  const char *title;      /* "Web page", marked for translation */
  const char *extensions; /* "html;htm": the first is the usual one */
  const char *mime_types; /* "text/html": what the desktop calls such files */
  /* Raised whenever the text taken out of the same file may be another one. 0: the text is the
   * file's own. It goes into the sidecar as `extractor`. */
  guint version;
  gboolean is_text;  /* the file can be shown as text itself */
  gboolean has_page; /* the whole page is more than the story */
  const char *needs; /* the library this was built without, or NULL */

  QuoSniff (*sniff) (const QuoReadSource *source);
  /* Fills @extract. May be called in any thread; touches no other file and no network. What fails
   * is told with quo_read_source_fail(). */
  gboolean (*read) (const QuoReadSource *source, QuoExtract *extract, GError **error);
} QuoReader;

/* All readers, in the order of the list; NULL-terminated. */
const QuoReader *const *quo_readers_list (void);
/* The reader with this id, or NULL. */
const QuoReader *quo_readers_find (const char *id);
/* The one that is surest; text in case of doubt. */
const QuoReader *quo_readers_pick (const QuoReadSource *source);
/* Whether @extension is one of the reader's. */
gboolean quo_reader_has_extension (const QuoReader *reader, const char *extension);

/* Whether the ending of a file name is one that articles have. */
gboolean quo_readers_take_name (const char *name);

/**
 * QuoReadOptions:
 * @encoding: (nullable): the IANA name to read the file in (the one recorded in the sidecar, or
 * chosen by the person); NULL: what the file says itself, else byte order mark, then valid UTF-8,
 * then what uchardet says
 */
typedef struct
{
  const char *encoding;
  QuoExtent extent;
  QuoReadProgress on_progress; /* or NULL */
  gpointer progress_data;
} QuoReadOptions;

/**
 * quo_read_article_with:
 * @path: a file
 * @options: (nullable): how to read it
 * @report: (nullable): gets notes on what was taken
 *
 * Opens an article of any kind a reader knows. Refuses what is no regular file, is above 64 MB, is
 * binary and of no known kind, or has bytes invalid in its encoding (with byte offset and line).
 * The file is never written. May be called in any thread. Every error names the file, what is wrong
 * and what can be done.
 *
 * Returns: (transfer full): the article; QUO_ERROR_NOT_FOUND, _PERMISSION, _NOT_REGULAR,
 * _TOO_LARGE, _BINARY, _ENCODING, _SYNTAX, _INVALID, _READ
 */
QuoArticle *quo_read_article_with (const char *path, const QuoReadOptions *options,
                                   QuoReport *report, GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same: the story, without notes, in @encoding if it is given. */
QuoArticle *quo_read_article (const char *path, const char *encoding, GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The extent that the `extractor` of a sidecar tells: NULL is the file's own text. */
QuoExtent quo_extent_of_extractor (const char *extractor);

G_END_DECLS
