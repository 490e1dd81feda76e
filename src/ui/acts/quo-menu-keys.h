/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on the article has the keyboard when the menu of a button closes that was opened by a
 * click or a touch, and what was chosen in it wants the keyboard nowhere else. Called once, when
 * the program starts. */
void quo_menu_keys_start (void);

G_END_DECLS
