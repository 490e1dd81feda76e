/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-folder-status.h"

G_BEGIN_DECLS

/**
 * QuoFolderEntry:
 *
 * A row of the list of a folder: an article, or the heading of a group. One stays the same object
 * as long as its file is there. Signal `changed ()`: its status is another one.
 */
#define QUO_TYPE_FOLDER_ENTRY (quo_folder_entry_get_type ())
G_DECLARE_FINAL_TYPE (QuoFolderEntry, quo_folder_entry, QUO, FOLDER_ENTRY, GObject)

/* An article; @path is absolute. May be made in any thread. */
QuoFolderEntry *quo_folder_entry_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
QuoFolderEntry *quo_folder_entry_new_heading (const char *heading) G_GNUC_WARN_UNUSED_RESULT;

/* NULL unless it is a heading. */
const char *quo_folder_entry_get_heading (const QuoFolderEntry *entry);
/* NULL of a heading. */
const char *quo_folder_entry_get_path (const QuoFolderEntry *entry);
/* The title once it is known, else the name of the file. */
const char *quo_folder_entry_get_title (const QuoFolderEntry *entry);
/* NULL until it was read. */
const QuoFolderStatus *quo_folder_entry_get_status (const QuoFolderEntry *entry);
QuoProgress quo_folder_entry_get_progress (const QuoFolderEntry *entry);
/* (transfer full) for @status. */
void quo_folder_entry_take_status (QuoFolderEntry *entry, QuoFolderStatus *status);
/* Where its sidecar was just written: what there is to know of its progress before it is read. */
void quo_folder_entry_note_progress (QuoFolderEntry *entry, QuoProgress progress);
/* Whether title or file name have @words in them; @words as g_utf8_casefold() gives it. */
gboolean quo_folder_entry_matches (const QuoFolderEntry *entry, const char *words);
/* The order of files as people count: a2 before a10. */
int quo_folder_entry_compare (const QuoFolderEntry *a, const QuoFolderEntry *b);

G_END_DECLS
