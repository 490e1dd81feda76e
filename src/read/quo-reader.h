/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-article-file.h"
#include "quo-article.h"
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

/**
 * QuoExtract:
 * @utf8: the text, without NUL
 * @sections: (nullable): chapters or pages, see #QuoSection
 *
 * What a reader took out of a file. What it does not know stays %NULL.
 */
typedef struct
{
  char *utf8;
  gsize len;
  char *encoding; /* IANA name; NULL for UTF-8 and for files that are no text */
  gboolean has_bom, is_guessed;
  char *title, *byline, *dateline;
  char *published; /* ISO 8601, as exact as it is known */
  char *publisher;
  char *lang; /* BCP 47 */
  char *url;
  guint share; /* per cent of what the file shows that was taken; 0: not known */
  GArray *sections;
} QuoExtract;

void quo_extract_clear (QuoExtract *extract);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoExtract, quo_extract_clear)

/* Takes the text over; the string is gone afterwards. */
void quo_extract_take_text (QuoExtract *extract, GString *text);
/* Adds a section that begins at the byte @start of the text. */
void quo_extract_add_section (QuoExtract *extract, const char *title, gsize start, guint level);

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

/* Sets "NAME: message"; always FALSE. */
gboolean quo_read_source_fail (const QuoReadSource *source, GError **error, QuoError code,
                               const char *format, ...) G_GNUC_PRINTF (4, 5);
/* Whether the bytes begin with @magic, or hold @word among the first @n_bytes. */
gboolean quo_read_source_begins (const QuoReadSource *source, const char *magic);
gboolean quo_read_source_holds (const QuoReadSource *source, const char *word, gsize n_bytes);
/* FALSE with QUO_ERROR_CANCELLED when the person wants no more. Else tells that @share is read. */
gboolean quo_read_source_advance (const QuoReadSource *source, double share, GError **error);
gboolean quo_read_source_go_on (const QuoReadSource *source, GError **error);

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

/* "story", "page", "source"; FALSE if the word is none of them. */
const char *quo_extent_to_string (QuoExtent extent);
gboolean quo_extent_from_string (const char *word, QuoExtent *ret_extent);
/* The extent that the `extractor` of a sidecar tells: NULL is the file's own text. */
QuoExtent quo_extent_of_extractor (const char *extractor);

G_END_DECLS
