/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): a button of the label bar: the cap of a @key (nullable), a @word, and below
 * that a @line (nullable, taken). */
GtkWidget *quo_pill_new (const char *key, const char *word,
                         GtkWidget *line) G_GNUC_WARN_UNUSED_RESULT;
/* What it is called, and in its tooltip by which @key (nullable) it is done. */
void quo_pill_name (GtkWidget *pill, const char *name, const char *key);

G_END_DECLS
