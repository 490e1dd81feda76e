/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gives up @data (transfer full, nullable) by @free_func in a thread: 100,000 records take as long
 * to be given up as to be looked at. Nothing in it may belong to the main thread. */
void quo_drop (gpointer data, GDestroyNotify free_func);

G_END_DECLS
