/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-statistics.h"

G_BEGIN_DECLS

/**
 * QuoStatisticsPage:
 *
 * Statistics to be looked at: four figures; who is quoted, the balance of voices, and how they are
 * quoted; beside these, or below where it is narrow, where it all is. What is not known of the
 * annotations is left out.
 *
 * Signal `speaker-activated (char *id)`: of one who stands in the article that is open.
 */
#define QUO_TYPE_STATISTICS_PAGE (quo_statistics_page_get_type ())
G_DECLARE_FINAL_TYPE (QuoStatisticsPage, quo_statistics_page, QUO, STATISTICS_PAGE, GtkWidget)

GtkWidget *quo_statistics_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Both borrowed until the next call, or NULL for none. */
void quo_statistics_page_show (QuoStatisticsPage *page, const QuoStatistics *statistics,
                               const QuoTagset *tagset);

G_END_DECLS
