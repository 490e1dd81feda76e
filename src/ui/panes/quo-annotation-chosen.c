/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chosen rows of the list of annotations. They are known by their ids, so that they stay chosen
 * when their records are swapped, and while they do not pass the filter. */
#include "quo-config.h"

#include "quo-annotation-list-private.h"

#include "quo-drop.h"

/* To find the row of a chosen one takes as long as to look at so many rows. */
#define FEW 16
/* What is chosen of more rows than this is told by pieces, of so many rows with widgets at once;
 * after the next frame is painted. */
#define MANY 60
#define STEP 20
#define PRIORITY (G_PRIORITY_HIGH_IDLE + 21)

static const char *
get_id (QuoAnnotationList *list, guint position)
{
  return QUO_RECORD (g_ptr_array_index (quo_annotation_list_get_rows (list), position))->id;
}

/* Telling which rows are chosen */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

/* Up to where the next few rows go that have widgets: only those have something to change. */
static guint
find_next_end (QuoAnnotationList *list)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer id;

  if (list->unroll.old != NULL || list->document == NULL)
    return list->n_told_chosen + STEP;
  g_hash_table_iter_init (&iter, list->rows);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint place = quo_annotation_list_find_place (list, id);

      if (place != G_MAXUINT && place >= list->n_told_chosen)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places->len > STEP ? g_array_index (places, guint, STEP) : G_MAXUINT;
}

static gboolean
tell_some (gpointer data)
{
  QuoAnnotationList *list = data;
  guint start = list->n_told_chosen;
  guint end = MIN (find_next_end (list), list->unroll.n_told);
  gboolean is_last = end >= list->unroll.n_told;

  list->n_told_chosen = end;
  if (is_last)
    list->telling = 0;
  if (start < end)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (list), start, end - start);
  return is_last ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
quo_annotation_list_stop_telling (QuoAnnotationList *list)
{
  g_clear_handle_id (&list->telling, g_source_remove);
}

/* A view tells assistive technology of each row that it has a widget for, and that is new in it. */
static void
tell (QuoAnnotationList *list, gboolean is_of_many)
{
  list->n_told_chosen = 0;
  if (is_of_many && list->telling == 0)
    list->telling = g_idle_add_full (PRIORITY, tell_some, list, NULL);
  if (list->telling == 0 && list->unroll.n_told > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (list), 0, list->unroll.n_told);
}

/* Chosen are these ids (owned) from now on. */
static void
choose (QuoAnnotationList *list, GHashTable *ids)
{
  GHashTable *old = list->chosen;
  gboolean is_of_many = g_hash_table_size (old) > MANY || g_hash_table_size (ids) > MANY;

  list->chosen = ids;
  if (g_hash_table_size (old) > MANY)
    quo_drop (old, (GDestroyNotify)g_hash_table_unref);
  else
    g_hash_table_unref (old);
  tell (list, is_of_many);
}

/* Ids to records that have them, which only keep the ids there: of 100,000 rows no id is copied. */
GHashTable *
quo_annotation_list_new_ids (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, quo_record_unref);
}

static void
add_id (GHashTable *ids, const QuoRecord *record)
{
  g_hash_table_replace (ids, (gpointer)record->id, quo_record_ref ((gpointer)record));
}

/* The selection model */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);

  return position < list->unroll.n_told
         && g_hash_table_contains (list->chosen, get_id (list, position));
}

/* The chosen ones of the first @n of @rows. Where few are chosen of many they are looked up, else
 * the rows. */
static GtkBitset *
find_chosen (QuoAnnotationList *list, GPtrArray *rows, guint n)
{
  GtkBitset *places = gtk_bitset_new_empty ();
  GHashTableIter iter;
  gpointer id;

  if (rows != list->shown || g_hash_table_size (list->chosen) > n / FEW)
    {
      for (guint i = 0; i < n; i++)
        if (g_hash_table_contains (list->chosen, QUO_RECORD (rows->pdata[i])->id))
          gtk_bitset_add (places, i);
      return places;
    }
  g_hash_table_iter_init (&iter, list->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint place = quo_annotation_list_find_place (list, id);

      if (place < n)
        gtk_bitset_add (places, place);
    }
  return places;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);

  return find_chosen (list, quo_annotation_list_get_rows (list), list->unroll.n_told);
}

/* The session selects the one that was clicked; of several that came at once, none. */
static void
tell_session (QuoAnnotationList *list, const char *id)
{
  list->is_selecting = TRUE;
  quo_session_select_annotation (list->session, id);
  list->is_selecting = FALSE;
}

/* A row that is going may be of an annotation that is gone. */
static gboolean
is_there (QuoAnnotationList *list, guint position)
{
  return list->unroll.old == NULL
         || quo_document_find_annotation (list->document, get_id (list, position)) != NULL;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);
  GHashTable *ids;
  const char *id;

  if (position >= list->unroll.n_told || !is_there (list, position))
    return FALSE;
  ids = unselect_rest ? quo_annotation_list_new_ids () : g_hash_table_ref (list->chosen);
  id = get_id (list, position);
  add_id (ids, quo_document_find (list->document, id));
  choose (list, ids);
  tell_session (list, id);
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
       is_more && position < list->unroll.n_told; is_more = gtk_bitset_iter_next (&iter, &position))
    if (gtk_bitset_contains (selected, position) && is_there (list, position))
      add_id (ids, quo_document_find (list->document, get_id (list, position)));
    else
      g_hash_table_remove (ids, get_id (list, position));
  choose (list, ids);
  if (quo_session_get_selected (list->session) != NULL
      && !g_hash_table_contains (list->chosen, quo_session_get_selected (list->session)->base.id))
    tell_session (list, NULL);
  return TRUE;
}

/* Those, too, that the view was not told of yet. */
static gboolean
select_all (GtkSelectionModel *model)
{
  QuoAnnotationList *list = QUO_ANNOTATION_LIST (model);
  GHashTable *ids = quo_annotation_list_new_ids ();

  quo_unroll_finish (&list->unroll);
  for (guint i = 0; i < list->shown->len; i++)
    add_id (ids, g_ptr_array_index (list->shown, i));
  choose (list, ids);
  return TRUE;
}

void
quo_annotation_list_init_selection (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->select_all = select_all;
  iface->set_selection = set_selection;
}

/* Following the session */

void
quo_annotation_list_forget_chosen (QuoAnnotationList *list, QuoEdit *edit)
{
  guint n = quo_edit_get_length (edit);

  for (guint i = 0; i < n && g_hash_table_size (list->chosen) > 0; i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);

      if (change->after == NULL)
        g_hash_table_remove (list->chosen, change->before->id);
    }
}

void
quo_annotation_list_follow_selected (QuoAnnotationList *list)
{
  const QuoAnnotation *selected = quo_session_get_selected (list->session);
  GHashTable *ids;

  if (list->is_selecting)
    return;
  if (selected == NULL && g_hash_table_size (list->chosen) == 0)
    return;
  ids = quo_annotation_list_new_ids ();
  if (selected != NULL)
    add_id (ids, &selected->base);
  choose (list, ids);
}

/* Public */

GPtrArray *
quo_annotation_list_get_chosen (QuoAnnotationList *list)
{
  GPtrArray *chosen = g_ptr_array_new ();
  g_autoptr (GtkBitset) places = NULL;
  GtkBitsetIter iter;
  guint place;

  g_return_val_if_fail (QUO_IS_ANNOTATION_LIST (list), chosen);

  places = find_chosen (list, list->shown, list->shown->len);
  for (gboolean is_more = gtk_bitset_iter_init_first (&iter, places, &place); is_more;
       is_more = gtk_bitset_iter_next (&iter, &place))
    g_ptr_array_add (chosen, g_ptr_array_index (list->shown, place));
  return chosen;
}
