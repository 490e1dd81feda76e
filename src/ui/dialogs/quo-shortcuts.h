/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window that lists every key, made from the table of actions (quo-actions.h). (transfer full): a
 * window, to be presented and destroyed by its user. */
GtkWidget *quo_shortcuts_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
