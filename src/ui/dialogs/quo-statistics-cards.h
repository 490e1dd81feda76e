/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-statistics-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The parts of the statistics that only show: figures, and shares of a whole. */

/* Words that wrap, with these classes of the style sheet; a NULL ends them. */
GtkWidget *quo_statistics_label_new (const char *text, ...) G_GNUC_NULL_TERMINATED;
/* What a screen reader calls it. */
void quo_statistics_name (GtkWidget *widget, const char *name);
/* A heading, with a quiet word (or none) at its end. */
GtkWidget *quo_statistics_head_new (const char *title, const char *note);
/* The numbers that stand above all else, each with what it counts and what to compare it with. */
GtkWidget *quo_statistics_figures_new (const QuoStatistics *all);
/* A heading and a bar of shares with its legend; @note: at the end of the heading, or NULL.
 * @shares: (transfer full) (element-type QuoShare) */
GtkWidget *quo_statistics_shares_new (const char *title, GPtrArray *shares, const char *note);

G_END_DECLS
