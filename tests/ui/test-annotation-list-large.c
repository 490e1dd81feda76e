/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of annotations of a document so large that a thread looks for words and sorts: what is
 * in it while that goes on, and what is done meanwhile. */
#include "quo-annotation-list.h"

#include <string.h>

typedef struct
{
  QuoSession *session;
  QuoAnnotationList *list;
} Fixture;

#define N_LARGE 6000

static const char *const animals[] = { "heron", "adder", "badger", "otter", "raven" };

/* Five animals over and over, each a mention. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  QuoOpening *opening = g_new0 (QuoOpening, 1);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autoptr (QuoText) text = NULL;
  g_autoptr (QuoArticle) article = NULL;

  for (guint i = 0; i < N_LARGE; i++)
    {
      guint32 start = (guint32)words->len;
      QuoSpan span;

      g_string_append_printf (words, "%s%u", animals[i * 7 % G_N_ELEMENTS (animals)], i % 100);
      span = QUO_SPAN (start, (guint32)words->len);
      g_array_append_val (spans, span);
      g_string_append (words, i % 20 == 19 ? "\n\n" : " ");
    }
  text = quo_text_new (words->str);
  article = quo_article_new (text);
  opening->snapshot = quo_snapshot_new (article, NULL);
  for (guint i = 0; i < N_LARGE; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      QuoAnnotation fields = { .base = { .id = id }, .type = g_intern_string ("person") };

      fields.ranges = &g_array_index (spans, QuoSpan, i);
      fields.n_ranges = 1;
      quo_snapshot_take (opening->snapshot, quo_annotation_new (&fields));
    }
  opening->article_path = g_strdup ("/nonexistent/zoo.txt");
  opening->sidecar_path = g_strdup ("/nonexistent/zoo.txt.quo.json");
  fixture->session = quo_session_new ();
  quo_session_take_opening (fixture->session, opening);
  fixture->list = quo_annotation_list_new (fixture->session);
}

static void
wait_until_told (Fixture *fixture)
{
  while (quo_session_is_busy (fixture->session) || quo_annotation_list_is_looking (fixture->list)
         || !quo_annotation_list_is_told (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

/* A thread that was given up still has the list for a moment. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  quo_session_take_opening (fixture->session, NULL);
  while (g_atomic_int_get ((gint *)&G_OBJECT (fixture->list)->ref_count) > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->session);
}

static QuoAnnotation *
get_shown (Fixture *fixture, guint position)
{
  g_autoptr (QuoAnnotationRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  return (QuoAnnotation *)quo_annotation_row_get_annotation (row);
}

/* The annotations of the document that have @words, in its order, and no others are in the list. */
static void
assert_has_all (Fixture *fixture, const char *words)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  guint place = 0;

  for (guint i = 0; i < all->len; i++)
    {
      QuoAnnotation *annotation = g_ptr_array_index (all, i);
      g_autofree char *said
          = quo_annotation_dup_excerpt (annotation, quo_document_get_text (document));

      if (strstr (said, words) != NULL)
        g_assert_true (get_shown (fixture, place++) == annotation);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, place);
}

/* What was there stays until the answer is known, and is selected in it. */
static void
filters (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->list);
  guint place;

  wait_until_told (fixture);
  assert_has_all (fixture, "");
  quo_session_select_annotation (fixture->session, "a03000");
  quo_annotation_list_set_filter (fixture->list, NULL, "HERON");
  g_assert_true (quo_annotation_list_is_looking (fixture->list));
  assert_has_all (fixture, "");
  wait_until_told (fixture);
  assert_has_all (fixture, "heron");
  place = quo_annotation_list_find (fixture->list, "a03000");
  g_assert_cmpuint (place, ==, 600);
  g_assert_true (gtk_selection_model_is_selected (model, place));
  quo_annotation_list_set_filter (fixture->list, NULL, NULL);
  wait_until_told (fixture);
  assert_has_all (fixture, "");
  g_assert_true (gtk_selection_model_is_selected (model, 3000));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, "a03000");
}

static void
count_looked (QuoAnnotationList *list, gboolean is_new, guint *n_looked)
{
  (*n_looked)++;
}

/* Another letter before the answer to the first is known: only the last one is answered. */
static void
filter_changed (Fixture *fixture, gconstpointer data)
{
  guint n_looked = 0;

  wait_until_told (fixture);
  g_signal_connect (fixture->list, "looked", G_CALLBACK (count_looked), &n_looked);
  quo_annotation_list_set_filter (fixture->list, NULL, "o");
  quo_annotation_list_set_filter (fixture->list, NULL, "ot");
  quo_annotation_list_set_filter (fixture->list, NULL, "otter");
  wait_until_told (fixture);
  assert_has_all (fixture, "otter");
  g_assert_cmpuint (n_looked, ==, 1);
  /* Nothing is asked any more: what is still being looked for is of no interest. */
  quo_annotation_list_set_filter (fixture->list, NULL, "raven");
  quo_annotation_list_set_filter (fixture->list, NULL, NULL);
  g_assert_false (quo_annotation_list_is_looking (fixture->list));
  wait_until_told (fixture);
  assert_has_all (fixture, "");
  g_assert_cmpuint (n_looked, ==, 2);
}

/* What is done while a thread looks is in its answer, and before that in the list. */
static void
edit_meanwhile (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);

  wait_until_told (fixture);
  quo_annotation_list_set_filter (fixture->list, NULL, "adder");
  quo_session_select_annotation (fixture->session, "a00003");
  g_assert_true (quo_session_delete (fixture->session));
  assert_has_all (fixture, "");
  quo_session_select (fixture->session, 0, 20);
  g_assert_true (quo_session_tag (fixture->session, "place"));
  assert_has_all (fixture, "");
  wait_until_told (fixture);
  assert_has_all (fixture, "adder");
  while (quo_document_get_n_undo (document) > 0)
    g_assert_true (quo_session_undo (fixture->session));
  assert_has_all (fixture, "adder");
}

static void
delete_all_shown (Fixture *fixture)
{
  g_autoptr (GPtrArray) chosen = NULL;

  g_assert_true (gtk_selection_model_select_all (GTK_SELECTION_MODEL (fixture->list)));
  chosen = quo_annotation_list_get_chosen (fixture->list);
  g_assert_cmpuint (chosen->len, ==, quo_annotation_list_count (fixture->list));
  g_assert_true (quo_session_delete_many (fixture->session, chosen));
}

/* Many go and come back at once, while the list is filtered and while it is being filtered. What is
 * gone is not in it for a moment. */
static void
many (Fixture *fixture, gconstpointer data)
{
  wait_until_told (fixture);
  quo_annotation_list_set_filter (fixture->list, NULL, "badger");
  wait_until_told (fixture);
  quo_annotation_list_set_filter (fixture->list, NULL, "badger1");
  delete_all_shown (fixture);
  assert_has_all (fixture, "badger");
  g_assert_cmpuint (quo_annotation_list_count (fixture->list), ==, 0);
  wait_until_told (fixture);
  assert_has_all (fixture, "badger1");
  g_assert_true (quo_session_undo (fixture->session));
  wait_until_told (fixture);
  assert_has_all (fixture, "badger1");
  quo_annotation_list_set_filter (fixture->list, NULL, NULL);
  /* All of them, however many were told of by now. */
  delete_all_shown (fixture);
  wait_until_told (fixture);
  g_assert_cmpuint (quo_annotation_list_count (fixture->list), ==, 0);
  g_assert_true (quo_session_undo (fixture->session));
  wait_until_told (fixture);
  assert_has_all (fixture, "");
}

/* By words: as a small list is sorted, which is not looked for in a thread. */
static void
orders (Fixture *fixture, gconstpointer data)
{
  QuoText *text = quo_document_get_text (quo_session_get_document (fixture->session));
  g_autofree char *before = NULL;

  wait_until_told (fixture);
  quo_annotation_list_set_sort (fixture->list, QUO_SORT_WORDS);
  wait_until_told (fixture);
  g_assert_cmpuint (quo_annotation_list_count (fixture->list), ==, N_LARGE);
  for (guint i = 0; i < N_LARGE; i++)
    {
      char *words = quo_annotation_dup_excerpt (get_shown (fixture, i), text);

      g_assert_cmpint (g_strcmp0 (before, words), <=, 0);
      g_free (before);
      before = words;
    }
}

/* What a view does that has widgets for rows in the middle: it has their objects. */
static GPtrArray *
hold_rows (Fixture *fixture)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 3000; i < 3200; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (fixture->list), i));
  return rows;
}

/* Returns when the document has lost them, and the list has rows yet that are going. */
static void
delete_all (Fixture *fixture)
{
  delete_all_shown (fixture);
  while (quo_session_is_busy (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (quo_annotation_list_count (fixture->list), ==, 0);
  g_assert_false (quo_annotation_list_is_told (fixture->list));
}

/* Rows that have widgets go by pieces when all are deleted; meanwhile there is nothing in them that
 * could be chosen, and what is done is in the list in the end. */
static void
rows_go (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GtkBitset) selected = NULL;

  wait_until_told (fixture);
  rows = hold_rows (fixture);
  delete_all (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 200);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (QuoAnnotationRow) row = g_list_model_get_item (model, i);

      g_assert_true (row == g_ptr_array_index (rows, i));
    }
  g_assert_false (gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), 7, TRUE));
  g_assert_null (quo_session_get_selected (fixture->session));
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (model));
  g_assert_true (gtk_bitset_is_empty (selected));
  chosen = quo_annotation_list_get_chosen (fixture->list);
  g_assert_cmpuint (chosen->len, ==, 0);
  g_assert_cmpuint (quo_annotation_list_find (fixture->list, "a03000"), ==, G_MAXUINT);
  quo_session_select (fixture->session, 0, 20);
  g_assert_true (quo_session_tag (fixture->session, "place"));
  g_assert_cmpuint (quo_annotation_list_count (fixture->list), ==, 1);
  wait_until_told (fixture);
  assert_has_all (fixture, "");
  g_assert_true (quo_session_undo (fixture->session));
  assert_has_all (fixture, "");
}

/* Undo before all rows have gone, and redo before all have come. */
static void
rows_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  wait_until_told (fixture);
  rows = hold_rows (fixture);
  delete_all (fixture);
  g_main_context_iteration (NULL, TRUE);
  g_assert_true (quo_session_undo (fixture->session));
  wait_until_told (fixture);
  assert_has_all (fixture, "");
  g_assert_true (quo_session_redo (fixture->session));
  wait_until_told (fixture);
  g_assert_true (quo_session_undo (fixture->session));
  while (quo_session_is_busy (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  /* Who goes to an annotation finds it, told of or not. */
  g_assert_cmpuint (quo_annotation_list_find (fixture->list, "a03000"), ==, 3000);
  assert_has_all (fixture, "");
}

static void
rows_go_with_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  wait_until_told (fixture);
  rows = hold_rows (fixture);
  delete_all (fixture);
  quo_session_take_opening (fixture->session, NULL);
  g_assert_true (quo_annotation_list_is_told (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
}

static void
note_told (GtkSelectionModel *model, guint position, guint n, GtkBitset *told)
{
  gtk_bitset_add_range (told, position, n);
}

/* That all are chosen is so at once, and told of by pieces to those that have widgets. */
static void
chosen_by_pieces (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->list);
  g_autoptr (GtkBitset) told = gtk_bitset_new_empty ();
  g_autoptr (GPtrArray) rows = NULL;

  wait_until_told (fixture);
  rows = hold_rows (fixture);
  g_signal_connect (model, "selection-changed", G_CALLBACK (note_told), told);
  g_assert_true (gtk_selection_model_select_all (model));
  g_assert_true (gtk_selection_model_is_selected (model, 3100));
  g_assert_true (gtk_bitset_is_empty (told));
  g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_bitset_contains (told, 3100));
  while (gtk_bitset_get_size (told) < N_LARGE)
    g_main_context_iteration (NULL, TRUE);
  /* Of those that were chosen it is told from the start that they are not, whatever was told. */
  g_assert_true (gtk_selection_model_select_item (model, 3100, TRUE));
  g_assert_false (gtk_selection_model_is_selected (model, 3101));
  g_assert_true (gtk_selection_model_select_all (model));
  g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_selection_model_select_item (model, 5, TRUE));
  gtk_bitset_remove_all (told);
  while (gtk_bitset_get_size (told) < N_LARGE)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_func (model, note_told, told);
}

/* Another document is opened while a thread looks in the one before. */
static void
other_document (Fixture *fixture, gconstpointer data)
{
  quo_annotation_list_set_filter (fixture->list, NULL, "raven");
  g_assert_true (quo_annotation_list_is_looking (fixture->list));
  quo_session_take_opening (fixture->session, NULL);
  g_assert_false (quo_annotation_list_is_looking (fixture->list));
  g_assert_cmpuint (quo_annotation_list_count (fixture->list), ==, 0);
}

#define ADD(name, func) g_test_add ("/ui/list/large/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("filter", filters);
  ADD ("filter-changed", filter_changed);
  ADD ("edit-meanwhile", edit_meanwhile);
  ADD ("many", many);
  ADD ("order", orders);
  ADD ("rows-go", rows_go);
  ADD ("rows-come-back", rows_come_back);
  ADD ("rows-go-with-document", rows_go_with_document);
  ADD ("chosen-by-pieces", chosen_by_pieces);
  ADD ("other-document", other_document);
  return g_test_run ();
}
