/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoReviewPane:
 *
 * The page of the left column that lists what a person has to look at: annotations whose article
 * changed, with the old context of those that have no place, and conflicts of two versions. Under
 * the list stands what can be decided of the chosen row; each is an action of the window.
 */
#define QUO_TYPE_REVIEW_PANE (quo_review_pane_get_type ())
G_DECLARE_FINAL_TYPE (QuoReviewPane, quo_review_pane, QUO, REVIEW_PANE, GtkWidget)

GtkWidget *quo_review_pane_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* The keyboard goes to the list. */
void quo_review_pane_focus (QuoReviewPane *pane);

G_END_DECLS
