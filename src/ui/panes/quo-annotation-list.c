/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of annotations: an array of records in the order of the document, of which rows are made
 * on demand.  Invariant: `shown` holds, in canonical order, exactly the document's annotations that
 * pass the filter; `rows` holds the living rows by id, without keeping them alive. */
#include "quo-annotation-list.h"

/* Above this many changes in one edit the list is made anew instead of row by row. */
#define MAX_SINGLE_CHANGES 64

struct _QuoAnnotationRow
{
  GObject parent_instance;
  QuoAnnotationList *list; /* NULL once the list is gone */
  QuoAnnotation *annotation;
};

struct _QuoAnnotationList
{
  GObject parent_instance;
  QuoSession *session;
  QuoDocument *document;
  GPtrArray *shown;
  GHashTable *rows; /* id (of the row's record) to QuoAnnotationRow, not owned */
  char *label;
  char *text; /* casefolded */
  char *selected;
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE (QuoAnnotationRow, quo_annotation_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (QuoAnnotationList, quo_annotation_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

/* Row */

static void
quo_annotation_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_pointer (value, QUO_ANNOTATION_ROW (object)->annotation);
}

static void
quo_annotation_row_finalize (GObject *object)
{
  QuoAnnotationRow *row = QUO_ANNOTATION_ROW (object);

  if (row->list != NULL)
    g_hash_table_remove (row->list->rows, row->annotation->base.id);
  quo_record_unref (row->annotation);
  G_OBJECT_CLASS (quo_annotation_row_parent_class)->finalize (object);
}

static void
quo_annotation_row_class_init (QuoAnnotationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = quo_annotation_row_get_property;
  object_class->finalize = quo_annotation_row_finalize;
  g_object_class_install_property (
      object_class, 1,
      g_param_spec_pointer ("annotation", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
quo_annotation_row_init (QuoAnnotationRow *row)
{
}

const QuoAnnotation *
quo_annotation_row_get_annotation (QuoAnnotationRow *row)
{
  g_return_val_if_fail (QUO_IS_ANNOTATION_ROW (row), NULL);
  return row->annotation;
}

/* The table is keyed by the id inside the row's own record, so it is entered anew with it. */
static void
swap_row_record (QuoAnnotationRow *row, const QuoAnnotation *annotation)
{
  g_hash_table_remove (row->list->rows, row->annotation->base.id);
  quo_record_unref (row->annotation);
  row->annotation = quo_record_ref ((gpointer)annotation);
  g_hash_table_insert (row->list->rows, (gpointer)row->annotation->base.id, row);
  g_object_notify (G_OBJECT (row), "annotation");
}

/* Filter */

static gboolean
has_text (QuoAnnotationList *list, const QuoAnnotation *annotation)
{
  QuoText *text = quo_document_get_text (list->document);

  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      g_autofree char *quote = annotation->is_kept ? g_strdup (annotation->quotes[i])
                                                   : quo_text_dup (text, annotation->ranges[i]);
      g_autofree char *folded = g_utf8_casefold (quote, -1);

      if (strstr (folded, list->text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_shown (QuoAnnotationList *list, const QuoAnnotation *annotation)
{
  if (list->label != NULL && g_strcmp0 (annotation->type, list->label) != 0)
    return FALSE;
  if (!quo_session_is_layer_shown (list->session, annotation->layer))
    return FALSE;
  return list->text == NULL || has_text (list, annotation);
}

/* Where @annotation stands in `shown`, or would be inserted. */
static guint
find_place (QuoAnnotationList *list, const QuoAnnotation *annotation, gboolean *ret_found)
{
  GPtrArray *layers = quo_document_get_records (list->document, QUO_RECORD_LAYER);
  guint low = 0, high = list->shown->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (quo_annotation_compare (g_ptr_array_index (list->shown, middle), annotation, layers) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *ret_found
      = low < list->shown->len
        && quo_annotation_compare (g_ptr_array_index (list->shown, low), annotation, layers) == 0;
  return low;
}

/* Changes */

static void
update_row (QuoAnnotationList *list, const QuoAnnotation *annotation)
{
  QuoAnnotationRow *row = g_hash_table_lookup (list->rows, annotation->base.id);

  if (row != NULL)
    swap_row_record (row, annotation);
}

static void
take_change (QuoAnnotationList *list, const QuoAnnotation *before, const QuoAnnotation *after)
{
  gboolean was_found = FALSE, is_found = FALSE;
  guint old_place = before != NULL ? find_place (list, before, &was_found) : 0;
  guint new_place;

  if (was_found)
    g_ptr_array_remove_index (list->shown, old_place);
  if (after == NULL || !is_shown (list, after))
    {
      if (was_found)
        g_list_model_items_changed (G_LIST_MODEL (list), old_place, 1, 0);
      return;
    }
  new_place = find_place (list, after, &is_found);
  g_ptr_array_insert (list->shown, (int)new_place, quo_record_ref ((gpointer)after));
  update_row (list, after);
  if (!was_found)
    g_list_model_items_changed (G_LIST_MODEL (list), new_place, 0, 1);
  else if (old_place != new_place)
    {
      guint first = MIN (old_place, new_place), n = MAX (old_place, new_place) - first + 1;

      g_list_model_items_changed (G_LIST_MODEL (list), first, n, n);
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

          if (is_shown (list, annotation))
            {
              g_ptr_array_add (list->shown, quo_record_ref (annotation));
              update_row (list, annotation);
            }
        }
    }
  g_list_model_items_changed (G_LIST_MODEL (list), 0, n_before, list->shown->len);
}

static void
on_changed (QuoSession *session, QuoEdit *edit, QuoAnnotationList *list)
{
  gboolean has_layer_change = FALSE;
  guint n = quo_edit_get_length (edit);

  for (guint i = 0; i < n; i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;

      has_layer_change |= record->kind == QUO_RECORD_LAYER;
    }
  if (n > MAX_SINGLE_CHANGES || has_layer_change)
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

static void
on_selected (QuoSession *session, GParamSpec *spec, QuoAnnotationList *list)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  guint before = quo_annotation_list_find (list, list->selected);
  guint after;

  g_free (list->selected);
  list->selected = selected != NULL ? g_strdup (selected->base.id) : NULL;
  after = quo_annotation_list_find (list, list->selected);
  if (before != G_MAXUINT)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (list), before, 1);
  if (after != G_MAXUINT && after != before)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (list), after, 1);
}

static void
on_document (QuoSession *session, GParamSpec *spec, QuoAnnotationList *list)
{
  g_set_object (&list->document, quo_session_get_document (session));
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
  QuoAnnotation *annotation;
  QuoAnnotationRow *row;

  if (position >= list->shown->len)
    return NULL;
  annotation = g_ptr_array_index (list->shown, position);
  row = g_hash_table_lookup (list->rows, annotation->base.id);
  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (QUO_TYPE_ANNOTATION_ROW, NULL);
  row->list = list;
  row->annotation = quo_record_ref (annotation);
  g_hash_table_insert (list->rows, (gpointer)row->annotation->base.id, row);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);

  return list->selected != NULL && position < list->shown->len
         && strcmp (QUO_RECORD (g_ptr_array_index (list->shown, position))->id, list->selected)
                == 0;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);
  GtkBitset *bitset = gtk_bitset_new_empty ();
  guint place = quo_annotation_list_find (list, list->selected);

  if (place != G_MAXUINT && place >= position && place - position < n_items)
    gtk_bitset_add (bitset, place);
  return bitset;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);

  if (position >= list->shown->len)
    return FALSE;
  quo_session_select_annotation (list->session,
                                 QUO_RECORD (g_ptr_array_index (list->shown, position))->id);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
}

/* Object */

static void
quo_annotation_list_finalize (GObject *object)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (object);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, list->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    ((QuoAnnotationRow *)row)->list = NULL;
  g_hash_table_unref (list->rows);
  g_ptr_array_unref (list->shown);
  g_clear_object (&list->document);
  g_clear_object (&list->session);
  g_free (list->label);
  g_free (list->text);
  g_free (list->selected);
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
  list->rows = g_hash_table_new (g_str_hash, g_str_equal);
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
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected), list, 0);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (on_document), list, 0);
  on_document (session, NULL, list);
  return list;
}

void
quo_annotation_list_set_filter (QuoAnnotationList *list, const char *label, const char *text)
{
  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));
  g_free (list->label);
  g_free (list->text);
  list->label = g_strdup (label);
  list->text = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  rebuild (list);
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
  QuoAnnotationRow *row;

  g_return_if_fail (QUO_IS_ANNOTATION_LIST (list));
  row = g_hash_table_lookup (list->rows, id);
  if (row != NULL)
    g_object_notify (G_OBJECT (row), "annotation");
}
