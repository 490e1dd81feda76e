/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls @func with @widget, once, soon after the next frame of its window was painted: for what
 * that frame can do without. A widget that is not shown waits until it is; one that is gone is not
 * called for. */
void quo_after_paint (GtkWidget *widget, void (*func) (GtkWidget *widget));

G_END_DECLS
