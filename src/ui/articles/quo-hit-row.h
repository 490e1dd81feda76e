/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-folder-search.h"
#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoHitRow:
 *
 * A row of what was found in a folder: the title of an article with the number of its places, or a
 * place with the words around it and its label. A click goes there.
 */
#define QUO_TYPE_HIT_ROW (quo_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoHitRow, quo_hit_row, QUO, HIT_ROW, GtkWidget)

GtkWidget *quo_hit_row_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* What it shows and follows; NULL: nothing. */
void quo_hit_row_set_hit (QuoHitRow *row, QuoFolderHit *hit);
/* Opens the article at the place of @hit: `win.go-to`. */
void quo_hit_row_go (GtkWidget *widget, QuoFolderHit *hit);

G_END_DECLS
