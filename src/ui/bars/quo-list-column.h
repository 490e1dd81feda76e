/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-folder-find.h"
#include "quo-folder.h"
#include "quo-session.h"
#include "quo-side-pane.h"

G_BEGIN_DECLS

/**
 * QuoListColumn:
 *
 * What stands in the column at the start side: the articles of the folder, the annotations of the
 * article, its contents, what was found in the folder, or what has to be reviewed. Without a folder
 * there are only the annotations, and what the article has of the others.
 *
 * Property `page` (string, notify): "articles", "annotations", "contents", "find" or "review".
 */
#define QUO_TYPE_LIST_COLUMN (quo_list_column_get_type ())
G_DECLARE_FINAL_TYPE (QuoListColumn, quo_list_column, QUO, LIST_COLUMN, GtkWidget)

GtkWidget *quo_list_column_new (QuoFolder *folder, QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
QuoFolderFind *quo_list_column_get_find (QuoListColumn *column);
/* The page of annotations, with only the mentions of this entity. */
void quo_list_column_show_mentions (QuoListColumn *column, const char *entity);
/* The keyboard goes into the page that shows, past the buttons that choose it. FALSE: there is
 * nothing to go to. */
gboolean quo_list_column_focus_page (QuoListColumn *column);
/* The keyboard goes to the list of the review. */
void quo_list_column_focus_review (QuoListColumn *column);
/* Borrowed. */
QuoSidePane *quo_list_column_get_annotations (QuoListColumn *column);

G_END_DECLS
