/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Context menus, the same way everywhere: the second button of a mouse, a long press of a finger,
 * the Menu key and Shift+F10. */

/**
 * QuoContextMenuFunc:
 * @is_pointed: whether a place was pointed at; FALSE: the keys asked, for what has the keyboard
 * @at: (inout): in px of @widget, the place that was pointed at, or the middle of the widget; what
 * the menu shall stand beside
 *
 * Returns: (transfer full) (nullable): what is offered there; NULL: nothing, there is no menu
 */
typedef GMenuModel *(*QuoContextMenuFunc) (GtkWidget *widget, gboolean is_pointed, GdkRectangle *at,
                                           gpointer data);

/* Gives @widget a context menu, which is made each time it is asked for. */
void quo_context_menu_attach (GtkWidget *widget, QuoContextMenuFunc make, gpointer data);
/* As the Menu key does. Returns whether there is something to offer. */
gboolean quo_context_menu_popup (GtkWidget *widget);

/* For lists, whose rows say by object data named @key what they show: that of the row that is
 * pointed at, or that has the keyboard; then @at becomes its place. NULL: there is no such row. */
gpointer quo_context_menu_find_row (GtkWidget *list, const char *key, gboolean is_pointed,
                                    GdkRectangle *at);

G_END_DECLS
