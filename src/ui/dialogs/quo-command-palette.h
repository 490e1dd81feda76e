/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuoCommandPalette:
 *
 * Everything a person can do, found by typing some of its letters: the actions of the table that
 * need nothing said, and the labels of the article, each with its keys. Enter does the first; the
 * arrows choose another.
 */
void quo_command_palette_present (GtkWindow *parent, QuoSession *session);

/* How well @words fit @title: 0 not at all; more is better. All letters of @words stand in @title
 * in their order, case ignored; beginnings of words and runs count more. */
guint quo_command_palette_rate (const char *title, const char *words);

G_END_DECLS
