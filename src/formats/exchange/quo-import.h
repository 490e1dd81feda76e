/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-builder.h"
#include "quo-edit.h"
#include "quo-format.h"
#include "quo-source.h"

G_BEGIN_DECLS

/**
 * QuoImported:
 * @name: of the article without a folder, "rally.txt"
 * @snapshot: what the file says of it; its article has a path if it is in a file already
 *
 * One text of an imported file with its annotations.
 */
typedef struct
{
  char *name;
  QuoSnapshot *snapshot;
} QuoImported;

/**
 * QuoImport:
 * @article: (nullable): the article the file is about; NULL: the file brings its text, or its text
 *   lies beside it
 * @into: (nullable): what is known of the article already: a file may name its records by their ids
 * @layer: (nullable): what to call the new layer; NULL: after the file
 * @is_partial: what is wrong in the file is told and passed over, instead of ending the import
 * @report: what was read in another way, what does not fit, what cannot be kept
 * @texts: (element-type QuoImported): what was read
 *
 * The reading of one file. The fields are set by the caller before quo_import_run().
 */
struct _QuoImport
{
  const QuoFormat *format;
  QuoSource *source;
  QuoArticle *article;
  QuoSnapshot *into;
  const QuoFormatOptions *options;
  const char *layer;
  gboolean is_partial;
  QuoReport *report;
  GPtrArray *texts;
  /*< private >*/
  guint64 seed;
  guint n_unwanted; /* texts that are not the article */
};

/* All by reference: they must outlive it. @article, @options and @report may be NULL. */
QuoImport *quo_import_new (const QuoFormat *format, QuoSource *source, QuoArticle *article,
                           const QuoFormatOptions *options,
                           QuoReport *report) G_GNUC_WARN_UNUSED_RESULT;
void quo_import_free (QuoImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoImport, quo_import_free)

/**
 * quo_import_run:
 *
 * Reads the file. May be called in any thread.
 *
 * Returns: whether there is something in texts: QUO_ERROR_INVALID and QUO_ERROR_SYNTAX with file,
 *   line and what is expected, QUO_ERROR_NOT_FOUND (the article is missing), those of reading
 * files, QUO_ERROR_CANCELLED. Nothing is partly imported then
 */
gboolean quo_import_run (QuoImport *import, GCancellable *cancellable, GError **error);

/**
 * quo_import_sniff:
 * @ret_format: (out): the format that takes it for its own; the one whose extension the name has,
 *   if several do
 *
 * Returns: FALSE if the file cannot be read, or QUO_ERROR_INVALID when no format knows it
 */
gboolean quo_import_sniff (QuoSource *source, const QuoFormat **ret_format, GError **error);

/* --- For those who read a format --- */

/* The article of the import, with offsets that count in it as @reading says. NULL with
 * QUO_ERROR_NOT_FOUND when none was named. (transfer full) */
QuoBuilder *quo_import_begin (QuoImport *import, const QuoReading *reading,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The text beside the file (".txt"), or the article that was named. (transfer full) */
QuoBuilder *quo_import_begin_beside (QuoImport *import, const char *sibling,
                                     const QuoReading *reading, GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a text that the file brings is wanted: it is that of the article, but for its line ends,
 * or no article was named. */
gboolean quo_import_wants (QuoImport *import, const char *utf8, gsize len);
/* Such a text. @name: of the article to be made, without a folder or extension; NULL: after the
 * file. Offsets count in @utf8. (transfer full) */
QuoBuilder *quo_import_begin_text (QuoImport *import, const char *name, const char *utf8, gsize len,
                                   const QuoReading *reading) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the records and adds them to texts. @builder is freed. */
gboolean quo_import_end (QuoImport *import, QuoBuilder *builder, GError **error);
/* The same for a reader that made its snapshot itself. (transfer full) both. */
void quo_import_take (QuoImport *import, char *name, QuoSnapshot *snapshot);

/* (transfer full): the records of a sidecar over an article, which may be another one than they
 * were made for: then each annotation is looked for. */
QuoSnapshot *quo_import_read_sidecar (QuoImport *import, QuoArticle *article, GBytes *bytes,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Something in the file is wrong, in @line (0: not told). TRUE: it was told, go on without it;
 * FALSE with QUO_ERROR_INVALID: stop. */
gboolean quo_import_refuse (QuoImport *import, guint line, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* The file cannot be read any further, as @fault says. TRUE: that was told, go on with what was
 * read of it; FALSE with the error: stop. @fault (transfer full). */
gboolean quo_import_stop_short (QuoImport *import, GError *fault, GError **error);
/* Gives the entity this place, if there is one; one that is not on the map is told and left out. */
void quo_import_set_place (QuoImport *import, QuoBuilder *builder, QuoDraft *entity,
                           const char *lat, const char *lon);
/* The same as quo_import_refuse() with a message that is made. */
gboolean quo_import_refuse_line (QuoImport *import, guint line, const char *message,
                                 GError **error);
/* Whether the option of the import is @value. */
gboolean quo_import_is (const QuoImport *import, const char *name, const char *value);
/* Whether to stop; asks only now and then. */
gboolean quo_import_is_cancelled (guint i, GCancellable *cancellable, GError **error);

/**
 * quo_import_merge:
 * @into: an article with what is known of it
 * @imported: more of the same text
 *
 * @is_update: entities and relations of @imported take the place of those with their ids
 *
 * Adds all records of @imported to @into. Records that are there already, equal in every member,
 * are not added again; one whose id is taken by another gets a new one, and all that name it
 * follow.
 *
 * Returns: (transfer full): both, through one edit of a document; QUO_ERROR_INVALID
 */
QuoSnapshot *quo_import_merge (QuoSnapshot *into, QuoSnapshot *imported, gboolean is_update,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the edit that does so. */
QuoEdit *quo_import_make_edit (QuoSnapshot *into, QuoSnapshot *imported, gboolean is_update,
                               const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
