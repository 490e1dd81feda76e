/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): what the tooltip of @widget says now; NULL: it has none. */
typedef char *(*QuoTooltipFunc) (GtkWidget *widget);

/* A tooltip whose words are asked for when it comes. gtk_widget_set_tooltip_text() asks the display
 * where the pointer is, whatever the widget: in a list that is two hundred round trips. */
void quo_late_tooltip_attach (GtkWidget *widget, QuoTooltipFunc func);

/* (transfer full) (nullable): its words, for who cannot point at @widget; NULL: it has no such
 * tooltip. */
char *quo_late_tooltip_dup (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
