/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoAnnotationRow:
 *
 * One row of the list: a light object around a record, made when the row is looked at. Property
 * `annotation` (pointer, notify): swapped when the record is.
 */
#define QUO_TYPE_ANNOTATION_ROW (quo_annotation_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoAnnotationRow, quo_annotation_row, QUO, ANNOTATION_ROW, GObject)

const QuoAnnotation *quo_annotation_row_get_annotation (QuoAnnotationRow *row);

/**
 * QuoAnnotationList:
 *
 * The annotations of a session's document in text order, filtered by label and text, as a
 * GListModel of #QuoAnnotationRow and a GtkSelectionModel whose selection is the session's. It
 * keeps one array of records; 100,000 annotations make only as many rows as are on the screen.
 * Follows the session when another document is opened. Main thread only.
 */
#define QUO_TYPE_ANNOTATION_LIST (quo_annotation_list_get_type ())
G_DECLARE_FINAL_TYPE (QuoAnnotationList, quo_annotation_list, QUO, ANNOTATION_LIST, GObject)

QuoAnnotationList *quo_annotation_list_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Only annotations of this label (NULL: all) whose text has @text in it, case ignored (NULL or "":
 * all). O(n) in the length of all annotated text when a text is given. */
void quo_annotation_list_set_filter (QuoAnnotationList *list, const char *label, const char *text);
/* Where the annotation stands in the list, or G_MAXUINT. */
guint quo_annotation_list_find (QuoAnnotationList *list, const char *id);
/* Something that the row of @id shows changed though its record did not (the link of a quote): its
 * row, if there is one, notifies. */
void quo_annotation_list_touch (QuoAnnotationList *list, const char *id);

G_END_DECLS
