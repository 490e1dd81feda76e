/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of annotations: an array of records, of which rows are made on demand.  Invariant:
 * `shown` holds, in the order of `filter`, exactly the document's annotations that pass it, also
 * while a thread looks for those that pass `wanted`; `chosen` holds the session's selected
 * annotation, if any, and what was chosen beside it. */
#include "quo-config.h"

#include "quo-annotation-list-private.h"

#include "quo-drop.h"
#include "quo-find.h"

#include <string.h>

/* Above this many changes in one edit the list is made anew instead of row by row. */
#define MAX_SINGLE_CHANGES 64

static guint looked_signal;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuoAnnotationList, quo_annotation_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          quo_annotation_list_init_selection))

/* Where @annotation stands in `shown`, or would be inserted. */
static guint
find_place (QuoAnnotationList *list, const QuoAnnotation *annotation, gboolean *ret_found)
{
  GPtrArray *layers = quo_document_get_records (list->document, QUO_RECORD_LAYER);
  QuoText *text = quo_document_get_text (list->document);
  guint low = 0, high = list->shown->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (quo_list_filter_compare (&list->filter, text, layers,
                                   g_ptr_array_index (list->shown, middle), annotation)
          < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *ret_found = low < list->shown->len
               && quo_list_filter_compare (&list->filter, text, layers,
                                           g_ptr_array_index (list->shown, low), annotation)
                      == 0;
  return low;
}

/* Changes */

/* Where the record itself stands.  When its layer went with it, what it is sorted by is gone: then
 * all are looked at, which is a matter of pointers. */
static guint
find_record (QuoAnnotationList *list, const QuoAnnotation *annotation, gboolean *ret_found)
{
  guint place = find_place (list, annotation, ret_found);

  if (!*ret_found)
    *ret_found = g_ptr_array_find (list->shown, annotation, &place);
  return place;
}

static void
tell (QuoAnnotationList *list, guint position, guint n_removed, guint n_added)
{
  quo_unroll_change (&list->unroll, G_LIST_MODEL (list), position, n_removed, n_added);
}

static void
take_change (QuoAnnotationList *list, const QuoAnnotation *before, const QuoAnnotation *after)
{
  g_auto (QuoListScope) scope = quo_list_scope_now (list->session);
  gboolean was_found = FALSE, is_found = FALSE;
  guint old_place = before != NULL ? find_record (list, before, &was_found) : 0;
  guint new_place;

  if (was_found)
    g_ptr_array_remove_index (list->shown, old_place);
  if (after == NULL || !quo_list_filter_has (&list->filter, &scope, after))
    {
      if (was_found)
        tell (list, old_place, 1, 0);
      return;
    }
  new_place = find_place (list, after, &is_found);
  g_ptr_array_insert (list->shown, (int)new_place, quo_record_ref ((gpointer)after));
  quo_annotation_rows_swap (list->rows, after->base.id, after);
  if (!was_found)
    tell (list, new_place, 0, 1);
  else if (old_place != new_place)
    {
      guint first = MIN (old_place, new_place), n = MAX (old_place, new_place) - first + 1;

      tell (list, first, n, n);
    }
}

/* The living rows get the records of now: there are as many as on the screen. */
static void
swap_rows (QuoAnnotationList *list)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (list->rows);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      const QuoAnnotation *annotation = quo_document_find_annotation (list->document, l->data);

      if (annotation != NULL)
        quo_annotation_rows_swap (list->rows, annotation->base.id, annotation);
    }
}

/* The records that living rows have: where a view has widgets. (set of pointers) */
static GHashTable *
find_living (QuoAnnotationList *list)
{
  GHashTable *living = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, list->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_hash_table_add (living, (gpointer)quo_annotation_row_get_annotation (row));
  return living;
}

static gboolean
is_living (gpointer row, gpointer living)
{
  return g_hash_table_contains (living, row);
}

static gboolean
is_same_row (GPtrArray *a, guint i, GPtrArray *b, guint j)
{
  return a->pdata[i] == b->pdata[j]
         || strcmp (QUO_RECORD (a->pdata[i])->id, QUO_RECORD (b->pdata[j])->id) == 0;
}

gboolean
quo_annotation_list_take_shown (QuoAnnotationList *list, GPtrArray *shown)
{
  g_autoptr (GPtrArray) old = list->shown;
  g_autoptr (GHashTable) living = find_living (list);
  guint start = 0, end = 0, n_gone, n_come;

  list->shown = shown;
  if (list->document != NULL)
    swap_rows (list);
  while (start < MIN (old->len, shown->len) && is_same_row (old, start, shown, start))
    start++;
  while (end < MIN (old->len, shown->len) - start
         && is_same_row (old, old->len - 1 - end, shown, shown->len - 1 - end))
    end++;
  n_gone = old->len - start - end;
  n_come = shown->len - start - end;
  if (MAX (old->len, shown->len) > QUO_LIST_AT_ONCE && n_gone + n_come > MAX_SINGLE_CHANGES)
    {
      quo_unroll_exchange (&list->unroll, G_LIST_MODEL (list), shown->len, g_steal_pointer (&old),
                           is_living, living);
      return TRUE;
    }
  if (n_gone + n_come > 0)
    tell (list, start, n_gone, n_come);
  if (old->len > QUO_LIST_AT_ONCE)
    quo_drop (g_steal_pointer (&old), (GDestroyNotify)g_ptr_array_unref);
  return FALSE;
}

/* Following the session */

static void
on_changed (QuoSession *session, QuoEdit *edit, QuoAnnotationList *list)
{
  guint n = quo_edit_get_length (edit);

  quo_annotation_list_forget_chosen (list, edit);
  if (n > MAX_SINGLE_CHANGES)
    quo_annotation_list_look_again (list, edit);
  /* A layer that comes, goes or changes leaves the order of the others as it is. */
  for (guint i = 0; i < n && n <= MAX_SINGLE_CHANGES; i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;

      if (record->kind == QUO_RECORD_ANNOTATION)
        take_change (list, (const QuoAnnotation *)change->before,
                     (const QuoAnnotation *)change->after);
    }
  if (list->looking != NULL)
    quo_annotation_list_look (list);
}

static void
on_document (QuoSession *session, GParamSpec *spec, QuoAnnotationList *list)
{
  quo_annotation_list_stop_looking (list);
  g_set_object (&list->document, quo_session_get_document (session));
  g_hash_table_remove_all (list->chosen);
  list->wanted.entity = NULL;
  quo_drop (list->shown, (GDestroyNotify)g_ptr_array_unref);
  list->shown = g_ptr_array_new_with_free_func (quo_record_unref);
  quo_unroll_reset (&list->unroll, G_LIST_MODEL (list), 0);
  quo_annotation_list_look (list);
}

/* Interfaces */

void
quo_annotation_list_tell_looked (QuoAnnotationList *list, gboolean is_new)
{
  g_signal_emit (list, looked_signal, 0, is_new);
}

GPtrArray *
quo_annotation_list_get_rows (QuoAnnotationList *list)
{
  return list->unroll.old != NULL ? list->unroll.old : list->shown;
}

static GType
get_item_type (GListModel *model)
{
  return QUO_TYPE_ANNOTATION_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return QUO_ANNOTATION_LIST (model)->unroll.n_told;
}

static gpointer
get_item (GListModel *model, guint position)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);

  if (position >= list->unroll.n_told)
    return NULL;
  return quo_annotation_rows_get (
      list->rows, g_ptr_array_index (quo_annotation_list_get_rows (list), position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Object */

static void
quo_annotation_list_finalize (GObject *object)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (object);

  g_hash_table_unref (list->rows);
  g_hash_table_unref (list->chosen);
  g_ptr_array_unref (list->shown);
  g_clear_object (&list->document);
  g_clear_object (&list->session);
  quo_unroll_stop (&list->unroll);
  quo_annotation_list_stop_telling (list);
  quo_list_filter_clear (&list->filter);
  quo_list_filter_clear (&list->wanted);
  G_OBJECT_CLASS (quo_annotation_list_parent_class)->finalize (object);
}

static void
quo_annotation_list_class_init (QuoAnnotationListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quo_annotation_list_finalize;
  looked_signal = g_signal_new ("looked", QUO_TYPE_ANNOTATION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
quo_annotation_list_init (QuoAnnotationList *list)
{
  list->shown = g_ptr_array_new_with_free_func (quo_record_unref);
  list->rows = quo_annotation_rows_new ();
  list->chosen = quo_annotation_list_new_ids ();
}

QuoAnnotationList *
quo_annotation_list_new (QuoSession *session)
{
  QuoAnnotationList *list = g_object_new (QUO_TYPE_ANNOTATION_LIST, NULL);

  g_return_val_if_fail (QUO_IS_SESSION (session), list);
  list->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), list, 0);
  g_signal_connect_object (session, "layers-changed", G_CALLBACK (quo_annotation_list_look), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "tagset-changed", G_CALLBACK (quo_annotation_list_look), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected",
                           G_CALLBACK (quo_annotation_list_follow_selected), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (on_document), list, 0);
  on_document (session, NULL, list);
  return list;
}

void
quo_annotation_list_set_filter (QuoAnnotationList *list, const char *label, const char *text)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  g_clear_pointer (&list->wanted.words, g_array_unref);
  list->wanted.label = g_intern_string (label);
  if (text != NULL && *text != '\0')
    list->wanted.words = quo_find_fold (text);
  quo_annotation_list_look (list);
}

void
quo_annotation_list_set_entity (QuoAnnotationList *list, const char *entity)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  list->wanted.entity = g_intern_string (entity);
  quo_annotation_list_look (list);
}

void
quo_annotation_list_set_state (QuoAnnotationList *list, QuoListState state)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  list->wanted.state = state;
  quo_annotation_list_look (list);
}

void
quo_annotation_list_set_sort (QuoAnnotationList *list, QuoListSort sort)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  list->wanted.sort = sort;
  quo_annotation_list_look (list);
}

const QuoListFilter *
quo_annotation_list_get_filter (QuoAnnotationList *list)
{
  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), NULL);
  return &list->wanted;
}

guint
quo_annotation_list_find_place (QuoAnnotationList *list, const char *id)
{
  const QuoAnnotation *annotation = quo_document_find_annotation (list->document, id);
  gboolean is_found = FALSE;
  guint place = annotation != NULL ? find_place (list, annotation, &is_found) : 0;

  return is_found ? place : G_MAXUINT;
}

guint
quo_annotation_list_find (QuoAnnotationList *list, const char *id)
{
  guint place;

  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), G_MAXUINT);
  place = id != NULL && list->document != NULL ? quo_annotation_list_find_place (list, id)
                                               : G_MAXUINT;
  /* Whoever asks wants to go there. */
  if (place != G_MAXUINT && (list->unroll.old != NULL || place >= list->unroll.n_told))
    quo_unroll_finish (&list->unroll);
  return place;
}

guint
quo_annotation_list_count (QuoAnnotationList *list)
{
  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), 0);
  return list->shown->len;
}

gboolean
quo_annotation_list_is_told (QuoAnnotationList *list)
{
  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), FALSE);
  return quo_unroll_is_finished (&list->unroll);
}

gboolean
quo_annotation_list_is_looking (QuoAnnotationList *list)
{
  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), FALSE);
  return list->looking != NULL;
}

void
quo_annotation_list_touch (QuoAnnotationList *list, const char *id)
{
  const QuoAnnotation *annotation;

  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  annotation = list->document != NULL ? quo_document_find_annotation (list->document, id) : NULL;
  if (annotation != NULL && list->filter.state == QUO_LIST_UNLINKED)
    take_change (list, annotation, annotation);
  quo_annotation_rows_swap (list->rows, id, NULL);
}

void
quo_annotation_list_touch_rows (QuoAnnotationList *list)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  if (list->document != NULL)
    swap_rows (list);
}
