/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many articles of a folder are counted, in words and as a bar, and the button that stops it
 * ("statistics.stop"). It is hidden when it is made. */
#define QUO_TYPE_STATISTICS_PROGRESS (quo_statistics_progress_get_type ())
G_DECLARE_FINAL_TYPE (QuoStatisticsProgress, quo_statistics_progress, QUO, STATISTICS_PROGRESS,
                      GtkWidget)

GtkWidget *quo_statistics_progress_new (void);
/* @is_running: it can be stopped. */
void quo_statistics_progress_show (QuoStatisticsProgress *progress, guint n_counted, guint n_all,
                                   gboolean is_running);

G_END_DECLS
