/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full): a sentence of the program, fit to be shown: it runs as the language of the
 * interface does, though it may begin with a name in letters that run the other way. Text that has
 * no letters of the interface's direction is somebody's own words, and stays as it is. */
char *quo_directed (const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
