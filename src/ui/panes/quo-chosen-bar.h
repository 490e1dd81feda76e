/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-annotation-list.h"

G_BEGIN_DECLS

/**
 * QuoChosenBar:
 *
 * What can be done to the chosen rows of a list, at once: another label, a speaker, away with them.
 * The bar is seen while more than one is chosen. Its actions (group "chosen": `relabel s`, `link`,
 * `delete`) also serve the context menu.
 */
#define QUO_TYPE_CHOSEN_BAR (quo_chosen_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuoChosenBar, quo_chosen_bar, QUO, CHOSEN_BAR, GtkWidget)

GtkWidget *quo_chosen_bar_new (QuoSession *session,
                               QuoAnnotationList *list) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer none) */
GActionGroup *quo_chosen_bar_get_actions (QuoChosenBar *bar);
/* (transfer full): the labels, each as `chosen.relabel`. */
GMenuModel *quo_chosen_bar_make_labels (QuoChosenBar *bar) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
