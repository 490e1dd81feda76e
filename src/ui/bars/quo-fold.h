/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuoFold:
 *
 * Three columns: a list, the page, an inspector. Below 860 px the inspector folds, below 600 px the
 * list: folded, a column lies over the page while it is shown; below 600 px the inspector then
 * comes up from below as a sheet, 60 % high. Works from 360 px.
 *
 * Properties: `list`, `page`, `inspector` (the widgets), `show-list`, `show-inspector` (boolean,
 * what a person wants to see beside the page); read-only booleans: `is-list-beside`,
 * `is-inspector-beside` (whether the column stands beside the page now), `is-compact` (below 860
 * px, or less than 400 px for the page), `is-narrow` (less than 560 px for the page), `is-tight`
 * (less than 440 px, and the window's buttons stand over it), `is-sheet` (the inspector is one).
 */
#define QUO_TYPE_FOLD (quo_fold_get_type ())
G_DECLARE_FINAL_TYPE (QuoFold, quo_fold, QUO, FOLD, GtkWidget)

/* Shows the column or hides it, folded or not; whether it is shown now. */
gboolean quo_fold_toggle (QuoFold *fold, gboolean is_inspector);
/* Shows the column, folded or not. */
void quo_fold_show (QuoFold *fold, gboolean is_inspector);
/* Hides a folded column that lies over the page; whether there was one. */
gboolean quo_fold_uncover (QuoFold *fold);

G_END_DECLS
