/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on every menu fits the screen it opens on. Called once, when the program starts. */
void quo_menu_fit_start (void);

G_END_DECLS
