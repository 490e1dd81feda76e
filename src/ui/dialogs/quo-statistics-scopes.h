/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "This Article | Folder · 40": what the statistics are of, the article at first. @ret_folder is
 * active while it is the folder. */
GtkWidget *quo_statistics_scopes_new (guint n_articles, GtkToggleButton **ret_folder);
/* Whether they have room, in one line, in the middle of a header bar of this width with @button at
 * its start and the window's buttons, not much wider, at its end. */
gboolean quo_statistics_scopes_fit (GtkWidget *scopes, GtkWidget *button, int width);

G_END_DECLS
