/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab leaves @list (a GtkListView or GtkListBox) instead of going through all its rows; what stands
 * inside the row that has the keyboard comes first. Up and Down go from row to row as ever. */
void quo_list_leave_by_tab (GtkWidget *list);

G_END_DECLS
