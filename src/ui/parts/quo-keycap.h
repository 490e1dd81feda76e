/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): a key as it is printed on a keyboard, to stand beside what it does. */
GtkWidget *quo_keycap_new (const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
