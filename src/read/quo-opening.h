/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-log.h"
#include "quo-reader.h"
#include "quo-reanchor.h"
#include "quo-report.h"
#include "quo-snapshot.h"

G_BEGIN_DECLS

/**
 * QuoOpening:
 *
 * An article with what its sidecar says: what the window and every verb of the command line start
 * from.
 */
typedef struct
{
  QuoSnapshot *snapshot;
  QuoDocument *document; /* NULL until quo_opening_make_document() */
  char *article_path;
  char *sidecar_path;     /* where it is, or will be */
  char *etag;             /* of the sidecar as read (store/files/quo-save.h), NULL: there is none */
  gboolean is_reanchored; /* the article is not the one the sidecar was written for */
  guint n_moved, n_orphans;
  /* (element-type QuoMove): of those not where they were, and, when it was opened to be edited, of
   * those that an earlier session left without a place; NULL: none were looked for. */
  GPtrArray *moves;
  /* Only when it was opened to be edited: */
  QuoLogPast *past;      /* its log as it was found, NULL otherwise */
  QuoSnapshot *base;     /* what the sidecar says, without what was recovered */
  char *sum;             /* SHA-256 of the sidecar on disk, NULL: there is none */
  gboolean is_elsewhere; /* another window or program has it open */
  gboolean is_recovered; /* the document holds what was never saved */
  guint n_recovered;     /* changes that were done over */
  guint n_unrecovered;   /* those that could not be */
  guint n_unlogged;      /* the last edits, which the log does not have */
  GPtrArray *orphans;    /* (element-type QuoLogPast): logs of other programs that were done over */
  GPtrArray *copies;     /* (element-type filename): conflict copies of the sidecar */
} QuoOpening;

void quo_opening_free (QuoOpening *opening);
/* Makes the document of the snapshot. In the thread that opened it, so that the main loop need not
 * wait for the tables of a large one; from then on the document is the main thread's. */
void quo_opening_make_document (QuoOpening *opening);
/* (transfer full): the log of its document, which was opened to be edited. What other programs left
 * goes once this one holds it. Main thread. */
QuoLog *quo_opening_begin_log (QuoOpening *opening) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoOpening, quo_opening_free)

/* (transfer full): ARTICLE.quo.json. */
char *quo_sidecar_path_for (const char *article) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the article of a sidecar: its own name without the suffix, if there is such a
 * file, else the file in the same folder that the sidecar names. */
char *quo_sidecar_find_article (const char *sidecar,
                                const QuoHeader *header) G_GNUC_WARN_UNUSED_RESULT;
gboolean quo_path_is_sidecar (const char *path);

/**
 * QuoOpenOptions:
 * @encoding: (nullable): read the article in this one, whatever the sidecar says
 * @has_extent: take as much of the file as @extent says; otherwise what the sidecar counts in, and
 * without a sidecar the story. Annotations made in another extent are found again like those of an
 * article that changed.
 * @is_to_edit: see quo_open_to_edit()
 * @on_progress: (nullable): told how much of the article is read, in the thread of the opening
 */
typedef struct
{
  const char *encoding;
  gboolean has_extent;
  QuoExtent extent;
  gboolean is_to_edit;
  QuoReadProgress on_progress;
  gpointer progress_data;
} QuoOpenOptions;

/* As quo_open(), in the way that @options tell. */
QuoOpening *quo_open_with (const char *path, const QuoOpenOptions *options, QuoReport *report,
                           GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_open:
 * @path: an article, or a sidecar (then its article beside it is opened)
 * @encoding: (nullable): read the article in this one, whatever the sidecar says
 * @report: (nullable): gets what is wrong but did not prevent the opening, a line an orphan
 *
 * When the article changed since the sidecar was written (its SHA-256 differs), its
 * annotations are found again (quo_reanchor()); of what is not certain the old offsets stay, as
 * orphans. Nothing is written. May be called in
 * any thread.
 *
 * quo_open_to_edit() also takes the lock of the article, gives the document the history of earlier
 * sessions, and does over what the last one could not save; the document is made then.
 */
QuoOpening *quo_open_to_edit (const char *path, const char *encoding, QuoReport *report,
                              GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
QuoOpening *quo_open (const char *path, const char *encoding, QuoReport *report,
                      GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether its sidecar may be written by somebody who does not look at it: all that people annotated
 * stands where it stood. QUO_ERROR_CHANGED when the article changed and they have to see what was
 * found elsewhere, or was not (what is only proposed does not count). */
gboolean quo_opening_check_places (const QuoOpening *opening,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
