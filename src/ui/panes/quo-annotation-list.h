/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-annotation-row.h"
#include "quo-list-filter.h"

G_BEGIN_DECLS

/**
 * QuoAnnotationList:
 *
 * The annotations of a session's document, filtered and sorted, as a GListModel of
 * #QuoAnnotationRow and a GtkSelectionModel. One selected row is the session's selected annotation;
 * several can be chosen beside it, to be changed at once. It keeps one array of records; 100,000
 * annotations make only as many rows as are on the screen. Follows the session when another
 * document is opened. Main thread only.
 *
 * In a large document a thread looks for words, and sorts: the list stays as it was until that is
 * done. Then, and when it was done at once, comes the signal `looked (gboolean is_new)`: whether
 * the view was given other rows, and begins at the top. A long list that is new is told of by
 * pieces, when the old rows went by pieces (#QuoUnroll): quo_annotation_list_count() and
 * quo_annotation_list_get_chosen() know only what there is now. Which of many rows are chosen is
 * told by pieces as well.
 */
#define QUO_TYPE_ANNOTATION_LIST (quo_annotation_list_get_type ())
G_DECLARE_FINAL_TYPE (QuoAnnotationList, quo_annotation_list, QUO, ANNOTATION_LIST, GObject)

QuoAnnotationList *quo_annotation_list_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Only annotations of this label whose text has @text in it, case ignored (NULL or "": all). */
void quo_annotation_list_set_filter (QuoAnnotationList *list, const char *label, const char *text);
/* Only mentions of this entity (NULL: all). */
void quo_annotation_list_set_entity (QuoAnnotationList *list, const char *entity);
void quo_annotation_list_set_state (QuoAnnotationList *list, QuoListState state);
void quo_annotation_list_set_sort (QuoAnnotationList *list, QuoListSort sort);
/* What was set, found or not. Borrowed. */
const QuoListFilter *quo_annotation_list_get_filter (QuoAnnotationList *list);
gboolean quo_annotation_list_is_looking (QuoAnnotationList *list);
/* How many pass, told of or not. */
guint quo_annotation_list_count (QuoAnnotationList *list);
/* Whether the view was told of all that pass, and of no others. */
gboolean quo_annotation_list_is_told (QuoAnnotationList *list);
/* Where the annotation stands in the list, which is told of as far as there, or G_MAXUINT. */
guint quo_annotation_list_find (QuoAnnotationList *list, const char *id);
/* Something that the row of @id shows changed though its record did not (the link of a quote): its
 * row, if there is one, notifies, and it is looked at whether it still passes the filter. */
void quo_annotation_list_touch (QuoAnnotationList *list, const char *id);
/* The same of all rows, of which there are as many as on the screen: somebody is called otherwise.
 */
void quo_annotation_list_touch_rows (QuoAnnotationList *list);
/* (transfer full) (element-type QuoAnnotation): the rows that are chosen, as they are shown; they
 * belong to the document. */
GPtrArray *quo_annotation_list_get_chosen (QuoAnnotationList *list) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
