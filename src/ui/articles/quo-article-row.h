/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-folder-entry.h"

G_BEGIN_DECLS

/**
 * QuoArticleRow:
 *
 * A row of the list of articles: the ring, two lines of title, what is annotated; or the heading of
 * a group. A click opens the article in this tab, a middle click or Ctrl in a new one.
 */
#define QUO_TYPE_ARTICLE_ROW (quo_article_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoArticleRow, quo_article_row, QUO, ARTICLE_ROW, GtkWidget)

GtkWidget *quo_article_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* What it shows and follows; NULL: nothing. */
void quo_article_row_set_entry (QuoArticleRow *row, QuoFolderEntry *entry);
/* Whether it is the article that @path names: it is shown as the one that is open. */
void quo_article_row_set_current (QuoArticleRow *row, const char *path);

G_END_DECLS
