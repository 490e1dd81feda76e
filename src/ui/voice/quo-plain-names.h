/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, no widget is called by the name of its class ("GtkImage") for a screen reader, and
 * every item of every menu, those that GTK makes for itself too, by its words. Called once, before
 * the first window. */
void quo_plain_names_start (void);

/* What a screen reader says of @widget after its name: its tooltip, but for the words that are the
 * name already. */
void quo_plain_names_describe (GtkWidget *widget);

G_END_DECLS
