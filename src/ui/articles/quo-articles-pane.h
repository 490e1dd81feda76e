/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-folder.h"
#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoArticlesPane:
 *
 * The articles of the folder that is open, grouped by progress, with a filter and how many are
 * done. A row opens its article by `win.open`; the one in the window is marked.
 */
#define QUO_TYPE_ARTICLES_PANE (quo_articles_pane_get_type ())
G_DECLARE_FINAL_TYPE (QuoArticlesPane, quo_articles_pane, QUO, ARTICLES_PANE, GtkWidget)

GtkWidget *quo_articles_pane_new (QuoFolder *folder, QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* The keyboard goes to the filter. */
void quo_articles_pane_focus_filter (QuoArticlesPane *pane);

G_END_DECLS
