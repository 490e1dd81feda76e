/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoAnnotationCell:
 *
 * What a row of the list of annotations shows: the line pattern and name of the label, with the
 * speaker of a quote, above the words, in one line or two. Its accessible name says both.
 *
 * A list view keeps 200 rows, whatever is seen of them, and all are measured before its first
 * frame: so a cell is one widget that lays out its words once, and its title when it is drawn.
 */
#define QUO_TYPE_ANNOTATION_CELL (quo_annotation_cell_get_type ())
G_DECLARE_FINAL_TYPE (QuoAnnotationCell, quo_annotation_cell, QUO, ANNOTATION_CELL, GtkWidget)

GtkWidget *quo_annotation_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_annotation_cell_show (QuoAnnotationCell *cell, QuoSession *session,
                               const QuoAnnotation *annotation);

G_END_DECLS
