/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Adds app.change-keys: every act gets another key, with Super, which no act of the program has;
 * and app.stale-keys: its state says, a line each, which tooltips in brackets and which caps of
 * keys of the window tell a key without it; and app.told-acts: its state is a line for each row of
 * the table of acts and each switch in a menu, "action<tab>title<tab>keys<tab>place": the place is
 * "menu" if a menu of the open windows has it, "button" if a button does it, else nothing. */
void add_told_keys (GtkApplication *application);
