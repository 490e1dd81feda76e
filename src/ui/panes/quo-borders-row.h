/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoBordersRow:
 *
 * What a suggested name would be with its other likely borders, and the key that accepts it so. A
 * click does, too. Shows itself only where there are such borders.
 */
#define QUO_TYPE_BORDERS_ROW (quo_borders_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoBordersRow, quo_borders_row, QUO, BORDERS_ROW, GtkWidget)

void quo_borders_row_show (QuoBordersRow *row, QuoSession *session);

G_END_DECLS
