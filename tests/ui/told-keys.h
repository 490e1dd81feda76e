/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Adds app.change-keys: every act gets another key, with Super, which no act of the program has;
 * and app.stale-keys: its state says, a line each, which tooltips in brackets and which caps of
 * keys of the window tell a key without it. */
void add_told_keys (GtkApplication *application);
