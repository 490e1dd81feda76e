/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QuoPathRow:
 *
 * A row that shows a file or folder and lets a person choose another one, by its button or the
 * whole row. ::chosen is emitted when they did; setting the path from here does not.
 */
#define QUO_TYPE_PATH_ROW (quo_path_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoPathRow, quo_path_row, QUO, PATH_ROW, AdwActionRow)

/* What is chosen with it, what the dialog for that and the button are called, and what is shown
 * while there is no path (nullable: nothing). */
void quo_path_row_prepare (QuoPathRow *row, GtkFileChooserAction action, const char *title,
                           const char *tip, const char *none);
/* Borrowed; NULL: none is chosen. */
const char *quo_path_row_get_path (QuoPathRow *row);
void quo_path_row_set_path (QuoPathRow *row, const char *path);

G_END_DECLS
