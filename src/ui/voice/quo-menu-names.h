/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gives every item of every menu of the program its words as accessible name, those of menus that
 * GTK makes for itself too. GTK 4.18 has them labelled by a box without words, and a screen reader
 * says "menu item" for each. Once, when the program starts. */
void quo_menu_names_keep (void);

G_END_DECLS
