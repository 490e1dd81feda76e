/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-annotation-list.h"
#include "quo-unroll.h"

G_BEGIN_DECLS

/* What the two files of the list share: which rows it has, and which of them are chosen
 * (quo-annotation-chosen.c). */

struct _QuoAnnotationList
{
  GObject parent_instance;
  QuoSession *session;
  QuoDocument *document;
  GPtrArray *shown;
  QuoUnroll unroll;      /* how many of `shown` the view knows of */
  GHashTable *rows;      /* quo_annotation_rows_new() */
  QuoListFilter filter;  /* what `shown` is the answer to */
  QuoListFilter wanted;  /* the same, or what is being looked for */
  GCancellable *looking; /* the search that is under way, or NULL */
  GHashTable *chosen;    /* ids to records (quo_annotation_list_new_ids()) */
  guint telling;         /* the source that tells by pieces which are chosen, or 0 */
  guint n_told_chosen;   /* of so many rows it was told */
  gboolean is_selecting; /* the session is told by the list, not the other way round */
};

/* The rows as the view knows them: those that are going, or `shown`. */
GPtrArray *quo_annotation_list_get_rows (QuoAnnotationList *list);
/* Where the annotation with this id stands in `shown`, told of or not, or G_MAXUINT. */
guint quo_annotation_list_find_place (QuoAnnotationList *list, const char *id);

void quo_annotation_list_init_selection (GtkSelectionModelInterface *iface);
GHashTable *quo_annotation_list_new_ids (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_annotation_list_stop_telling (QuoAnnotationList *list);
/* What is removed is no longer chosen. */
void quo_annotation_list_forget_chosen (QuoAnnotationList *list, QuoEdit *edit);
/* What is selected elsewhere is the only one chosen. */
void quo_annotation_list_follow_selected (QuoAnnotationList *list);

G_END_DECLS
