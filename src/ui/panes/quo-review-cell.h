/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* What a row of the review shows: what became of the annotation or what is in conflict, the words,
 * and the old context of what has no place. What was decided is dimmed. */
GtkWidget *quo_review_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_review_cell_show (GtkWidget *cell, QuoSession *session, guint position);

G_END_DECLS
