/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * Keys: what the table of actions and the tagset say, matched to what is pressed. A key is matched
 * by its character; where the layout has no Latin letters, or a digit needs Shift (French), by its
 * place on the keyboard.
 */

/* Bare keys and accelerators of the article: @view is what must have the focus. */
void quo_keys_attach_article (GtkWidget *view, QuoSession *session);
/* The accelerators, wherever the focus is in @window; what a text entry uses itself stays its own.
 */
void quo_keys_attach_window (GtkWidget *window);
/* Escape in a column beside the page, where nothing in it wants the key, gives the keyboard back to
 * the page. */
void quo_keys_attach_column (GtkWidget *column, GtkWidget *view);

/* (transfer full): what is printed on the key that does @key (one character of the table or tagset)
 * in the keyboard layout in use: "Q", on a Russian keyboard "Й". */
char *quo_keys_dup_printed (GdkDisplay *display, const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* For tests: the character at this place (hardware key code) of a US keyboard, or 0. */
gunichar quo_keys_get_place (guint keycode);

G_END_DECLS
