/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-statistics-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who is quoted, most words first: a list with a row for each of at most @n_at_most speakers, of
 * whom there is one at least, and a last row that counts the others. @is_wide: a bar has room
 * beside its name. */
GtkWidget *quo_statistics_speakers_new (const QuoStatistics *all, guint n_at_most,
                                        gboolean is_wide);
/* (nullable): the id of the mention that stands for the speaker of a row; NULL for one of many
 * articles, and for the row that counts the others. */
const char *quo_statistics_get_speaker (GtkListBoxRow *row);

G_END_DECLS
