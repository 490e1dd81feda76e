/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-actions.h"

G_BEGIN_DECLS

/**
 * QuoKeyRow:
 *
 * What an action does and its keys. Pressing the button waits for the next key, which becomes the
 * key of the action; a key that does something else already is told, and taken only when it is
 * pressed once more. Escape gives up, Backspace takes all keys away.
 */
#define QUO_TYPE_KEY_ROW (quo_key_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoKeyRow, quo_key_row, QUO, KEY_ROW, AdwActionRow)

/* (nullable): the name of the label that has a character as its key. */
typedef const char *(*QuoFindLabel) (const char *character, gpointer data);

GtkWidget *quo_key_row_new (const QuoActionInfo *info, QuoFindLabel find_label,
                            gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
