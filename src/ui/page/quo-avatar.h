/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): the initials of a speaker in a disc (class "ava"); only to be seen, since
 * the name stands beside it. */
GtkWidget *quo_avatar_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the initials of the margin (quo_name_dup_initials()), "?" where there are none.
 * @name: nullable. */
char *quo_dup_initials (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
