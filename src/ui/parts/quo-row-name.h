/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader says of a row of a list view. @cell: the child of the list item, bound; it
 * and the row itself are named, because GTK since 4.12 makes up a name for a row that has none. */
void quo_row_name_set (GtkWidget *cell, const char *sentence);

G_END_DECLS
