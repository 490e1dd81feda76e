/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-record.h"

G_BEGIN_DECLS

/**
 * QuoAnnotationRow:
 *
 * One row of the list: a light object around a record, made when the row is looked at. Property
 * `annotation` (pointer, notify): swapped when the record is.
 */
#define QUO_TYPE_ANNOTATION_ROW (quo_annotation_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoAnnotationRow, quo_annotation_row, QUO, ANNOTATION_ROW, GObject)

/* The rows that live, by the id of their record; none is kept alive by it. */
GHashTable *quo_annotation_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the row of this record, made if there is none. */
QuoAnnotationRow *quo_annotation_rows_get (GHashTable *rows, const QuoAnnotation *annotation)
    G_GNUC_WARN_UNUSED_RESULT;
/* The row of the record with this id, if there is one, gets this record (NULL: keeps its own), and
 * notifies. */
void quo_annotation_rows_swap (GHashTable *rows, const char *id, const QuoAnnotation *annotation);

const QuoAnnotation *quo_annotation_row_get_annotation (QuoAnnotationRow *row);

G_END_DECLS
