/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* What a row of the list of annotations shows: the swatch and name of the label, with the speaker
 * of a quote, above the words. */
GtkWidget *quo_annotation_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_annotation_cell_show (GtkWidget *cell, QuoSession *session,
                               const QuoAnnotation *annotation);

G_END_DECLS
