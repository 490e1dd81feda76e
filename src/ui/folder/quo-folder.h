/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-folder-entry.h"

G_BEGIN_DECLS

/**
 * QuoFolder:
 *
 * A folder of articles as a list of rows (GListModel of #QuoFolderEntry): the articles begun, those
 * that are next, those that are done, each group under its heading. The files are listed in a
 * thread, then each is read in a thread for its counts and progress, and again when it or its
 * sidecar became another version; the folder is watched. 10,000 files never block the main loop: a
 * list that is new is told of by pieces (#QuoUnroll).
 *
 * Properties, all with notify: `path` (NULL: none is open), `is-reading` (boolean: files are still
 * being looked at), `filter` (string), `annotator` (string: whose progress is told).
 *
 * Signals: `listed (gboolean is_first)`: the names of the files are known; `failed (char
 * *message)`: the folder cannot be read; `counted ()`: one of the totals is another one.
 */
#define QUO_TYPE_FOLDER (quo_folder_get_type ())
G_DECLARE_FINAL_TYPE (QuoFolder, quo_folder, QUO, FOLDER, GObject)

QuoFolder *quo_folder_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Lists another folder; NULL closes. */
void quo_folder_open (QuoFolder *folder, const char *path);
const char *quo_folder_get_path (QuoFolder *folder);
gboolean quo_folder_is_reading (QuoFolder *folder);
void quo_folder_set_filter (QuoFolder *folder, const char *words);
void quo_folder_set_annotator (QuoFolder *folder, const char *name);
/* "" when not told. */
const char *quo_folder_get_annotator (QuoFolder *folder);
/* An article was saved: its status is read again, without waiting for the system to tell. */
void quo_folder_touch (QuoFolder *folder, const char *path);
/* The article was saved as done: it is among those at once, so that nobody is led back to it before
 * it was read again. */
void quo_folder_note_done (QuoFolder *folder, const char *path);

/* All articles (element-type QuoFolderEntry), in order of their names, filtered or not. Borrowed
 * until the next `listed`. */
GPtrArray *quo_folder_get_entries (QuoFolder *folder);
QuoFolderEntry *quo_folder_find (QuoFolder *folder, const char *path);
/* Where the article stands in the list as shown, which is told of as far as there, or G_MAXUINT.
 * Linear. */
guint quo_folder_get_position (QuoFolder *folder, const char *path);
/* The first article after @path (NULL: from the start), round the end, that passes the filter and
 * is not done; NULL: there is none besides @path. Borrowed. */
const char *quo_folder_get_next (QuoFolder *folder, const char *path);
guint quo_folder_count (QuoFolder *folder, QuoProgress progress);
/* Articles whose status is known. */
guint quo_folder_count_read (QuoFolder *folder);
guint quo_folder_count_shown (QuoFolder *folder);

G_END_DECLS
