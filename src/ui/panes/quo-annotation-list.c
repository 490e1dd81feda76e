/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of annotations: an array of records, of which rows are made on demand.  Invariant:
 * `shown` holds, in the order of the filter, exactly the document's annotations that pass it;
 * `chosen` holds the session's selected annotation, if any, and what was chosen beside it. */
#include "quo-config.h"

#include "quo-annotation-list.h"

#include "quo-find.h"

/* Above this many changes in one edit the list is made anew instead of row by row. */
#define MAX_SINGLE_CHANGES 64
/* To find the row of a chosen one takes as long as to look at so many rows. */
#define FEW 16

struct _QuoAnnotationList
{
  GObject parent_instance;
  QuoSession *session;
  QuoDocument *document;
  GPtrArray *shown;
  GHashTable *rows; /* quo_annotation_rows_new() */
  QuoListFilter filter;
  GHashTable *chosen;    /* set of ids */
  gboolean is_selecting; /* the session is told by the list, not the other way round */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuoAnnotationList, quo_annotation_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

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
take_change (QuoAnnotationList *list, const QuoAnnotation *before, const QuoAnnotation *after)
{
  gboolean was_found = FALSE, is_found = FALSE;
  guint old_place = before != NULL ? find_record (list, before, &was_found) : 0;
  guint new_place;

  if (was_found)
    g_ptr_array_remove_index (list->shown, old_place);
  if (after == NULL || !quo_list_filter_has (&list->filter, list->session, after))
    {
      if (was_found)
        g_list_model_items_changed (G_LIST_MODEL (list), old_place, 1, 0);
      return;
    }
  new_place = find_place (list, after, &is_found);
  g_ptr_array_insert (list->shown, (int)new_place, quo_record_ref ((gpointer)after));
  quo_annotation_rows_swap (list->rows, after->base.id, after);
  if (!was_found)
    g_list_model_items_changed (G_LIST_MODEL (list), new_place, 0, 1);
  else if (old_place != new_place)
    {
      guint first = MIN (old_place, new_place), n = MAX (old_place, new_place) - first + 1;

      g_list_model_items_changed (G_LIST_MODEL (list), first, n, n);
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

static void
rebuild (QuoAnnotationList *list)
{
  guint n_before = list->shown->len;

  g_ptr_array_set_size (list->shown, 0);
  if (list->document != NULL)
    {
      GPtrArray *all = quo_document_get_records (list->document, QUO_RECORD_ANNOTATION);

      for (guint i = 0; i < all->len; i++)
        {
          QuoAnnotation *annotation = g_ptr_array_index (all, i);

          if (quo_list_filter_has (&list->filter, list->session, annotation))
            g_ptr_array_add (list->shown, quo_record_ref (annotation));
        }
      quo_list_filter_sort (&list->filter, quo_document_get_text (list->document),
                            quo_document_get_records (list->document, QUO_RECORD_LAYER),
                            list->shown);
      swap_rows (list);
    }
  g_list_model_items_changed (G_LIST_MODEL (list), 0, n_before, list->shown->len);
}

static void
forget_removed (QuoAnnotationList *list, QuoEdit *edit)
{
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);

      if (change->after == NULL)
        g_hash_table_remove (list->chosen, change->before->id);
    }
}

static void
on_changed (QuoSession *session, QuoEdit *edit, QuoAnnotationList *list)
{
  guint n = quo_edit_get_length (edit);

  forget_removed (list, edit);
  /* A layer that comes, goes or changes leaves the order of the others as it is. */
  if (n > MAX_SINGLE_CHANGES)
    {
      rebuild (list);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;

      if (record->kind == QUO_RECORD_ANNOTATION)
        take_change (list, (const QuoAnnotation *)change->before,
                     (const QuoAnnotation *)change->after);
    }
}

/* Chosen are these ids (owned) from now on. */
static void
choose (QuoAnnotationList *list, GHashTable *ids)
{
  g_hash_table_unref (list->chosen);
  list->chosen = ids;
  if (list->shown->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (list), 0, list->shown->len);
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What is selected elsewhere is the only one chosen. */
static void
on_selected (QuoSession *session, GParamSpec *spec, QuoAnnotationList *list)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  GHashTable *ids;

  if (list->is_selecting)
    return;
  if (selected == NULL && g_hash_table_size (list->chosen) == 0)
    return;
  ids = new_ids ();
  if (selected != NULL)
    g_hash_table_add (ids, g_strdup (selected->base.id));
  choose (list, ids);
}

static void
on_document (QuoSession *session, GParamSpec *spec, QuoAnnotationList *list)
{
  g_set_object (&list->document, quo_session_get_document (session));
  g_hash_table_remove_all (list->chosen);
  list->filter.entity = NULL;
  rebuild (list);
}

/* Interfaces */

static GType
get_item_type (GListModel *model)
{
  return QUO_TYPE_ANNOTATION_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return QUO_ANNOTATION_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);

  if (position >= list->shown->len)
    return NULL;
  return quo_annotation_rows_get (list->rows, g_ptr_array_index (list->shown, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static const char *
get_id (QuoAnnotationList *list, guint position)
{
  return QUO_RECORD (g_ptr_array_index (list->shown, position))->id;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);

  return position < list->shown->len
         && g_hash_table_contains (list->chosen, get_id (list, position));
}

/* Where few are chosen of many they are looked up, else the rows. */
static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);
  GtkBitset *bitset = gtk_bitset_new_empty ();
  guint n = MIN (n_items, list->shown->len - MIN (list->shown->len, position));
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (list->chosen) > n / FEW)
    {
      for (guint i = position; i < position + n; i++)
        if (g_hash_table_contains (list->chosen, get_id (list, i)))
          gtk_bitset_add (bitset, i);
      return bitset;
    }
  g_hash_table_iter_init (&iter, list->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint place = quo_annotation_list_find (list, id);

      if (place != G_MAXUINT && place >= position && place - position < n)
        gtk_bitset_add (bitset, place);
    }
  return bitset;
}

/* The session selects the one that was clicked; of several that came at once, none. */
static void
tell_session (QuoAnnotationList *list, const char *id)
{
  list->is_selecting = TRUE;
  quo_session_select_annotation (list->session, id);
  list->is_selecting = FALSE;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);
  GHashTable *ids;

  if (position >= list->shown->len)
    return FALSE;
  ids = unselect_rest ? new_ids () : g_hash_table_ref (list->chosen);
  g_hash_table_add (ids, g_strdup (get_id (list, position)));
  choose (list, ids);
  tell_session (list, get_id (list, position));
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);
  GHashTable *ids = g_hash_table_ref (list->chosen);
  GtkBitsetIter iter;
  guint position;

  for (gboolean is_more = gtk_bitset_iter_init_first (&iter, mask, &position);
       is_more && position < list->shown->len; is_more = gtk_bitset_iter_next (&iter, &position))
    if (gtk_bitset_contains (selected, position))
      g_hash_table_add (ids, g_strdup (get_id (list, position)));
    else
      g_hash_table_remove (ids, get_id (list, position));
  choose (list, ids);
  if (quo_session_get_selected (list->session) != NULL
      && !g_hash_table_contains (list->chosen, quo_session_get_selected (list->session)->base.id))
    tell_session (list, NULL);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->set_selection = set_selection;
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
  quo_list_filter_clear (&list->filter);
  G_OBJECT_CLASS (quo_annotation_list_parent_class)->finalize (object);
}

static void
quo_annotation_list_class_init (QuoAnnotationListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quo_annotation_list_finalize;
}

static void
quo_annotation_list_init (QuoAnnotationList *list)
{
  list->shown = g_ptr_array_new_with_free_func (quo_record_unref);
  list->rows = quo_annotation_rows_new ();
  list->chosen = new_ids ();
}

QuoAnnotationList *
quo_annotation_list_new (QuoSession *session)
{
  QuoAnnotationList *list = g_object_new (QUO_TYPE_ANNOTATION_LIST, NULL);

  g_return_val_if_fail (QUO_IS_SESSION (session), list);
  list->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), list, 0);
  g_signal_connect_object (session, "layers-changed", G_CALLBACK (rebuild), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "tagset-changed", G_CALLBACK (rebuild), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected), list, 0);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (on_document), list, 0);
  on_document (session, NULL, list);
  return list;
}

void
quo_annotation_list_set_filter (QuoAnnotationList *list, const char *label, const char *text)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  g_clear_pointer (&list->filter.words, g_array_unref);
  list->filter.label = g_intern_string (label);
  if (text != NULL && *text != '\0')
    list->filter.words = quo_find_fold (text);
  rebuild (list);
}

void
quo_annotation_list_set_entity (QuoAnnotationList *list, const char *entity)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  list->filter.entity = g_intern_string (entity);
  rebuild (list);
}

void
quo_annotation_list_set_state (QuoAnnotationList *list, QuoListState state)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  list->filter.state = state;
  rebuild (list);
}

void
quo_annotation_list_set_sort (QuoAnnotationList *list, QuoListSort sort)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));

  list->filter.sort = sort;
  rebuild (list);
}

const QuoListFilter *
quo_annotation_list_get_filter (QuoAnnotationList *list)
{
  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), NULL);
  return &list->filter;
}

GPtrArray *
quo_annotation_list_get_chosen (QuoAnnotationList *list)
{
  GPtrArray *chosen = g_ptr_array_new ();
  g_autoptr (GtkBitset) places = NULL;
  GtkBitsetIter iter;
  guint place;

  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), chosen);

  places = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (list));
  for (gboolean is_more = gtk_bitset_iter_init_first (&iter, places, &place); is_more;
       is_more = gtk_bitset_iter_next (&iter, &place))
    g_ptr_array_add (chosen, g_ptr_array_index (list->shown, place));
  return chosen;
}

guint
quo_annotation_list_find (QuoAnnotationList *list, const char *id)
{
  const QuoAnnotation *annotation;
  gboolean is_found;
  guint place;

  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), G_MAXUINT);
  if (id == NULL || list->document == NULL)
    return G_MAXUINT;
  annotation = quo_document_find_annotation (list->document, id);
  if (annotation == NULL)
    return G_MAXUINT;
  place = find_place (list, annotation, &is_found);
  return is_found ? place : G_MAXUINT;
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
