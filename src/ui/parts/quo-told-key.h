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

/* Where the brackets at the end of "Undo (Ctrl+Z)" begin, with the blank before them, be they of
 * Latin or of Chinese; NULL: there are none. */
const char *quo_told_key_find (const char *tooltip);
/* (transfer full) (nullable): what stands in them: "Ctrl+Z". */
char *quo_told_key_dup (const char *tooltip);

G_END_DECLS
