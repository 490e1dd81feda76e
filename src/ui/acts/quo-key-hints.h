/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Menus and tooltips tell the keys as they are (QuoKeymap), not as they were when the interface was
 * written. */

/* Each item of @menu and of what is inside it gets the key of its action. */
void quo_key_hints_update_menu (GMenuModel *menu);
/* "Undo (Ctrl+Z)": what stands in brackets at the end of the tooltip of a button becomes the key of
 * its action, and so do the caps of keys on it; of @root and all in it. What has no such action may
 * say whose key it tells (quo_told_key_set()). */
void quo_key_hints_update_tooltips (GtkWidget *root);

G_END_DECLS
