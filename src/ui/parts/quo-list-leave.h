/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab leaves a list instead of going through all its rows; what stands inside the row that has the
 * keyboard comes first. Up and Down go from row to row as ever. @widget: a GtkListView or
 * GtkListBox, or what holds one, such as an AdwPreferencesGroup. */
void quo_list_leave_by_tab (GtkWidget *widget);

G_END_DECLS
