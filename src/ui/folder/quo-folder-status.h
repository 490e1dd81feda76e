/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-snapshot.h"

G_BEGIN_DECLS

/* How far an article is, for who annotates. */
typedef enum
{
  QUO_PROGRESS_BEGUN,
  QUO_PROGRESS_NEXT, /* nothing is annotated yet, or it was not looked at yet */
  QUO_PROGRESS_DONE, /* the person's layer is done */
  QUO_N_PROGRESS,
} QuoProgress;

/**
 * QuoFolderStatus:
 *
 * What the list of a folder tells of an article: counts and progress out of the article and its
 * sidecar. Immutable, but for what quo_folder_entry_note_progress() puts in.
 */
typedef struct
{
  QuoProgress progress;
  char *title;        /* never NULL */
  char *folded_title; /* casefolded, for the filter: never NULL */
  char *problem;      /* why it cannot be opened, or NULL */
  guint n_annotations, n_quotes, n_words;
  double share;                      /* 0 to 1: the text up to the last annotation */
  char *article_etag, *sidecar_etag; /* the versions it was made of; NULL: no such file */
} QuoFolderStatus;

void quo_folder_status_free (QuoFolderStatus *status);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoFolderStatus, quo_folder_status_free)

/* Whether both files are still the versions that @status was made of. Any thread; two stats. */
gboolean quo_folder_status_is_current (const QuoFolderStatus *status, const char *path);

/* (transfer full): reads the article at @path and its sidecar. @annotator: the name of who
 * annotates, "" when not told. Any thread. What cannot be read is a status with a problem. */
QuoFolderStatus *quo_folder_status_read (const char *path, const char *annotator,
                                         GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* The progress that the layers and annotations of a snapshot mean for @annotator. */
QuoProgress quo_folder_status_get_progress (const QuoSnapshot *snapshot, const char *annotator);

/* Words as people count them: runs of letters and digits between blanks; each Han, kana or Thai
 * character is one. */
guint quo_folder_count_words (const QuoText *text);

G_END_DECLS
