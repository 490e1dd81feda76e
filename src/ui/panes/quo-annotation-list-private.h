/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-annotation-list.h"
#include "quo-unroll.h"

G_BEGIN_DECLS

/* What the files of the list share: which rows it has, how they are looked for
 * (quo-annotation-list-look.c), and which of them are chosen (quo-annotation-chosen.c). */

/* Of so few annotations those that pass are found, and told of, at once. */
#define QUO_LIST_AT_ONCE 2000

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

/* Takes @shown over. Of a short list the view keeps the rows that stay, and its place among them;
 * where much of a long one is new, that begins anew: returns whether it does. */
gboolean quo_annotation_list_take_shown (QuoAnnotationList *list, GPtrArray *shown);
/* Emits "looked". */
void quo_annotation_list_tell_looked (QuoAnnotationList *list, gboolean is_new);

/* Looks for those that pass what is wanted: what was being looked for is not wanted any more, or
 * not of the document as it is now. While the document changes others may set the filter before
 * this list was told. */
void quo_annotation_list_look (QuoAnnotationList *list);
/* The same after an edit of many: what is gone is not in the list until the answer is known. */
void quo_annotation_list_look_again (QuoAnnotationList *list, QuoEdit *edit);
void quo_annotation_list_stop_looking (QuoAnnotationList *list);

void quo_annotation_list_init_selection (GtkSelectionModelInterface *iface);
GHashTable *quo_annotation_list_new_ids (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_annotation_list_stop_telling (QuoAnnotationList *list);
/* What is removed is no longer chosen. */
void quo_annotation_list_forget_chosen (QuoAnnotationList *list, QuoEdit *edit);
/* What is selected elsewhere is the only one chosen. */
void quo_annotation_list_follow_selected (QuoAnnotationList *list);

G_END_DECLS
