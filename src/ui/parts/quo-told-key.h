/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The tooltip of @widget ends with the key of @action (a literal) in brackets, though the widget
 * itself does something else, or nothing: an entry, one of several toggles. What has the action of
 * its key needs none of this. */
void quo_told_key_set (gpointer widget, const char *action);
/* NULL: none was set. */
const char *quo_told_key_get (GtkWidget *widget);

G_END_DECLS
