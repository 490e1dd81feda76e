/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has a screen reader say @words, though the keyboard stays where it is. @widget: any of the window
 * in which something happened; nothing is said while another window has the keyboard, and nothing
 * twice when two widgets say the same at once. */
void quo_announce (GtkWidget *widget, const char *words);

/* The same of words that stand in @widget until somebody has dealt with them: while another window
 * has the keyboard they wait until this one has it, or until @widget is gone. */
void quo_announce_standing (GtkWidget *widget, const char *words);

/* The keyboard was given to @entry (with a GtkText inside) in the same moment in which it came to
 * be seen. No screen reader knows it then; once it is painted it is told. */
void quo_announce_entry (GtkWidget *entry);

G_END_DECLS
