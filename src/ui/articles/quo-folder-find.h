/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-folder-search.h"
#include "quo-folder.h"
#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoFolderFind:
 *
 * Finds words in all articles of a folder: an entry, and the places under the titles of their
 * articles while they are found. Enter or a click opens a place (`win.go-to`); the key of a label
 * tags it (`win.tag-at`), so that one goes from hit to hit by Down and digits.
 */
#define QUO_TYPE_FOLDER_FIND (quo_folder_find_get_type ())
G_DECLARE_FINAL_TYPE (QuoFolderFind, quo_folder_find, QUO, FOLDER_FIND, GtkWidget)

GtkWidget *quo_folder_find_new (QuoFolder *folder, QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Looks for @words ("": keeps those of last time); the keyboard goes to the entry. */
void quo_folder_find_open (QuoFolderFind *find, const char *words);
QuoFolderSearch *quo_folder_find_get_search (QuoFolderFind *find);

G_END_DECLS
