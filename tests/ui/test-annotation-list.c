/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of annotations: what passes its filter, in what order, what is chosen, and that a change
 * of the document leaves it as if it had been made anew. */
#include "quo-annotation-list.h"
#include "quo-verbs.h"

#include <string.h>

static const char *const story = "“Rain comes,” said Ida Holm. “Snow stays,” said Per Lund. Ida "
                                 "Holm left Bergen; Per Lund stayed in bergen.\n";

typedef struct
{
  QuoSession *session;
  QuoAnnotationList *list;
} Fixture;

static QuoSpan
place (const char *words, guint nth)
{
  const char *at = story - 1;
  guint32 start;

  for (guint i = 0; i <= nth; i++)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);
  start = (guint32)g_utf8_pointer_to_offset (story, at);
  return QUO_SPAN (start, start + (guint32)g_utf8_strlen (words, -1));
}

static char *
tag (Fixture *fixture, const char *label, const char *words, guint nth)
{
  QuoSpan span = place (words, nth);

  quo_session_select (fixture->session, span.start, span.end);
  g_assert_true (quo_session_tag (fixture->session, label));
  return g_strdup (quo_session_get_selected (fixture->session)->base.id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoText) text = quo_text_new (story);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoOpening *opening = g_new0 (QuoOpening, 1);

  opening->snapshot = quo_snapshot_new (article, NULL);
  opening->article_path = g_strdup ("/nonexistent/story.txt");
  opening->sidecar_path = g_strdup ("/nonexistent/story.txt.quo.json");
  fixture->session = quo_session_new ();
  quo_session_take_opening (fixture->session, opening);
  g_free (tag (fixture, "quote", "“Rain comes,”", 0));
  g_free (tag (fixture, "person", "Ida Holm", 0));
  g_free (tag (fixture, "quote", "“Snow stays,”", 0));
  g_free (tag (fixture, "person", "Per Lund", 0));
  g_free (tag (fixture, "person", "Ida Holm", 1));
  g_free (tag (fixture, "place", "Bergen", 0));
  g_free (tag (fixture, "place", "bergen", 0));
  fixture->list = quo_annotation_list_new (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->session);
}

/* The first words of each row, joined by bars. */
static char *
tell (Fixture *fixture)
{
  GString *told = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuoAnnotationRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
      g_autofree char *words = quo_annotation_dup_excerpt (
          quo_annotation_row_get_annotation (row),
          quo_document_get_text (quo_session_get_document (fixture->session)));

      if (strstr (words, "said") == words)
        continue; /* the cue that a quote brings along */
      g_string_append_printf (told, "%s%s", told->len > 0 ? "|" : "", words);
    }
  return g_string_free (told, FALSE);
}

static void
assert_told (Fixture *fixture, const char *wanted)
{
  g_autofree char *told = tell (fixture);

  g_assert_cmpstr (told, ==, wanted);
}

static void
filters (Fixture *fixture, gconstpointer data)
{
  QuoAnnotationList *list = fixture->list;
  g_autofree char *other = NULL;
  const QuoAnnotation *person;

  assert_told (fixture, "“Rain comes,”|Ida Holm|“Snow stays,”|Per Lund|Ida Holm|Bergen|bergen");
  quo_annotation_list_set_filter (list, "place", NULL);
  assert_told (fixture, "Bergen|bergen");
  quo_annotation_list_set_filter (list, NULL, "HOLM");
  assert_told (fixture, "Ida Holm|Ida Holm");
  quo_annotation_list_set_filter (list, "place", "holm");
  assert_told (fixture, "");
  quo_annotation_list_set_filter (list, NULL, "");
  quo_annotation_list_set_state (list, QUO_LIST_ORPHANS);
  assert_told (fixture, "");
  quo_annotation_list_set_state (list, QUO_LIST_ALL);
  quo_session_select_at (fixture->session, place ("Ida Holm", 0).start);
  other = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  quo_session_select_at (fixture->session, place ("Ida Holm", 1).start);
  g_assert_true (quo_session_same_as (fixture->session, other));
  person = quo_session_get_selected (fixture->session);
  quo_annotation_list_set_entity (list, person->entities[0]);
  assert_told (fixture, "Ida Holm|Ida Holm");
  quo_annotation_list_set_entity (list, NULL);
}

static void
judge (QuoSession *session, QuoSpan span, QuoStatus status)
{
  QuoEdit *edit = quo_edit_new ("judge");
  const QuoAnnotation *annotation;
  QuoAnnotation fields;

  quo_session_select_at (session, span.start);
  annotation = quo_session_get_selected (session);
  fields = *annotation;
  fields.status = status;
  quo_edit_take (edit, (gpointer)annotation, quo_annotation_new (&fields));
  g_assert_true (quo_session_apply (session, edit, "judged"));
}

/* A rejected suggestion is seen only where it is asked for. */
static void
judged (Fixture *fixture, gconstpointer data)
{
  QuoAnnotationList *list = fixture->list;

  judge (fixture->session, place ("Bergen", 0), QUO_STATUS_REJECTED);
  judge (fixture->session, place ("Ida Holm", 0), QUO_STATUS_SUGGESTED);
  assert_told (fixture, "“Rain comes,”|Ida Holm|“Snow stays,”|Per Lund|Ida Holm|bergen");
  quo_annotation_list_set_state (list, QUO_LIST_SUGGESTED);
  assert_told (fixture, "Ida Holm");
  quo_annotation_list_set_state (list, QUO_LIST_REJECTED);
  assert_told (fixture, "Bergen");
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_true (quo_session_undo (fixture->session));
  assert_told (fixture, "");
  quo_annotation_list_set_state (list, QUO_LIST_ALL);
  assert_told (fixture, "“Rain comes,”|Ida Holm|“Snow stays,”|Per Lund|Ida Holm|Bergen|bergen");
}

/* A quote leaves the list of those without a speaker when it gets one, and comes back. */
static void
unlinked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *speaker = NULL;
  g_autofree char *quote = NULL;

  quo_session_select_at (fixture->session, place ("Ida Holm", 0).start);
  speaker = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  quo_session_select_at (fixture->session, place ("Rain", 0).start);
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  quo_annotation_list_set_state (fixture->list, QUO_LIST_UNLINKED);
  assert_told (fixture, "“Rain comes,”|“Snow stays,”");
  g_assert_true (quo_session_link (fixture->session, quote, speaker));
  quo_annotation_list_touch (fixture->list, quote);
  assert_told (fixture, "“Snow stays,”");
  g_assert_true (quo_session_undo (fixture->session));
  quo_annotation_list_touch (fixture->list, quote);
  assert_told (fixture, "“Rain comes,”|“Snow stays,”");
}

static void
orders (Fixture *fixture, gconstpointer data)
{
  quo_annotation_list_set_sort (fixture->list, QUO_SORT_WORDS);
  assert_told (fixture, "Bergen|bergen|Ida Holm|Ida Holm|Per Lund|“Rain comes,”|“Snow stays,”");
  /* What comes later takes its place in the order, and goes from it. */
  g_free (tag (fixture, "person", "Per Lund", 1));
  assert_told (fixture,
               "Bergen|bergen|Ida Holm|Ida Holm|Per Lund|Per Lund|“Rain comes,”|“Snow stays,”");
  g_assert_true (quo_session_undo (fixture->session));
  quo_annotation_list_set_sort (fixture->list, QUO_SORT_LABEL);
  assert_told (fixture, "Ida Holm|Per Lund|Ida Holm|Bergen|bergen|“Rain comes,”|“Snow stays,”");
  quo_annotation_list_set_sort (fixture->list, QUO_SORT_PLACE);
  assert_told (fixture, "“Rain comes,”|Ida Holm|“Snow stays,”|Per Lund|Ida Holm|Bergen|bergen");
}

static void
choose_all (Fixture *fixture)
{
  g_assert_true (gtk_selection_model_select_all (GTK_SELECTION_MODEL (fixture->list)));
}

static void
several (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  guint n_all = quo_document_count (document, QUO_RECORD_ANNOTATION);
  guint n_undo = quo_document_get_n_undo (document);
  g_autoptr (GPtrArray) chosen = NULL;

  quo_annotation_list_set_filter (fixture->list, "place", NULL);
  choose_all (fixture);
  chosen = quo_annotation_list_get_chosen (fixture->list);
  g_assert_cmpuint (chosen->len, ==, 2);
  g_assert_true (quo_session_relabel_many (fixture->session, chosen, "organization"));
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo + 1);
  assert_told (fixture, "");
  quo_annotation_list_set_filter (fixture->list, "organization", NULL);
  choose_all (fixture);
  g_clear_pointer (&chosen, g_ptr_array_unref);
  chosen = quo_annotation_list_get_chosen (fixture->list);
  g_assert_true (quo_session_delete_many (fixture->session, chosen));
  g_assert_cmpuint (quo_document_count (document, QUO_RECORD_ANNOTATION), ==, n_all - 2);
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo + 2);
  quo_annotation_list_set_filter (fixture->list, "quote", NULL);
  choose_all (fixture);
  g_clear_pointer (&chosen, g_ptr_array_unref);
  chosen = quo_annotation_list_get_chosen (fixture->list);
  quo_session_select_at (fixture->session, place ("Per Lund", 0).start);
  g_assert_true (quo_session_link_many (fixture->session, chosen,
                                        quo_session_get_selected (fixture->session)->base.id));
  quo_annotation_list_set_filter (fixture->list, NULL, NULL);
  quo_annotation_list_set_state (fixture->list, QUO_LIST_UNLINKED);
  assert_told (fixture, "");
}

/* One row is the session's selected annotation; what is selected elsewhere is the only one. */
static void
selection (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->list);
  g_autoptr (GPtrArray) chosen = NULL;

  g_assert_true (gtk_selection_model_select_item (model, 0, TRUE));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  g_assert_true (gtk_selection_model_select_item (model, 2, FALSE));
  chosen = quo_annotation_list_get_chosen (fixture->list);
  g_assert_cmpuint (chosen->len, ==, 2);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  quo_session_select_at (fixture->session, place ("Bergen", 0).start);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_clear_pointer (&chosen, g_ptr_array_unref);
  chosen = quo_annotation_list_get_chosen (fixture->list);
  g_assert_cmpuint (chosen->len, ==, 1);
}

static void
citation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *speaker = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *cited = NULL;

  quo_session_select_at (fixture->session, place ("Ida Holm", 0).start);
  speaker = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  quo_session_select_at (fixture->session, place ("Rain", 0).start);
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  bare = quo_session_dup_citation (fixture->session, quo_session_get_selected (fixture->session));
  g_assert_true (g_str_has_prefix (bare, "“Rain comes,” ("));
  g_assert_true (quo_session_link (fixture->session, quote, speaker));
  cited = quo_session_dup_citation (fixture->session, quo_session_get_selected (fixture->session));
  g_assert_true (g_str_has_prefix (cited, "“Rain comes,” — Ida Holm ("));
}

static void
assert_as_if_made_anew (Fixture *fixture)
{
  g_autoptr (QuoAnnotationList) fresh = quo_annotation_list_new (fixture->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fresh));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuoAnnotationRow) a = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
      g_autoptr (QuoAnnotationRow) b = g_list_model_get_item (G_LIST_MODEL (fresh), i);

      g_assert_true (quo_annotation_row_get_annotation (a)
                     == quo_annotation_row_get_annotation (b));
    }
}

static void
assert_single (GListModel *model, guint position, guint n_removed, guint n_added, gpointer data)
{
  g_assert_cmpuint (n_removed, <=, 1);
  g_assert_cmpuint (n_added, <=, 1);
}

/* An edit that brings its layer along, on a place that other layers have marked, is shown as the
 * row it adds; and so are undo, which takes the layer away, and redo. */
static void
layers (Fixture *fixture, gconstpointer data)
{
  guint n_undone = 0;

  g_assert_true (quo_session_add_layer (fixture->session, "Second reading"));
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (assert_single), NULL);
  g_free (tag (fixture, "place", "Bergen", 0));
  g_free (tag (fixture, "person", "Ida Holm", 0));
  assert_as_if_made_anew (fixture);
  while (quo_session_undo (fixture->session))
    {
      assert_as_if_made_anew (fixture);
      n_undone++;
    }
  g_assert_cmpuint (n_undone, >=, 9);
  while (quo_session_redo (fixture->session))
    assert_as_if_made_anew (fixture);
  g_signal_handlers_disconnect_by_func (fixture->list, assert_single, NULL);
}

/* A document so large that a thread looks for words and sorts */

#define N_LARGE 6000

static const char *const animals[] = { "heron", "adder", "badger", "otter", "raven" };

/* Five animals over and over, each a mention. */
static void
set_up_large (Fixture *fixture, gconstpointer data)
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
  while (quo_annotation_list_is_looking (fixture->list)
         || g_list_model_get_n_items (G_LIST_MODEL (fixture->list))
                != quo_annotation_list_count (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

/* A thread that was given up still has the list for a moment. */
static void
tear_down_large (Fixture *fixture, gconstpointer data)
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
large_filter (Fixture *fixture, gconstpointer data)
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
large_filter_changed (Fixture *fixture, gconstpointer data)
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
large_edit_meanwhile (Fixture *fixture, gconstpointer data)
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

  choose_all (fixture);
  chosen = quo_annotation_list_get_chosen (fixture->list);
  g_assert_cmpuint (chosen->len, ==, quo_annotation_list_count (fixture->list));
  g_assert_true (quo_session_delete_many (fixture->session, chosen));
}

/* Many go and come back at once, while the list is filtered and while it is being filtered. What is
 * gone is not in it for a moment. */
static void
large_many (Fixture *fixture, gconstpointer data)
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
  g_assert_cmpuint (quo_annotation_list_count (fixture->list), ==, 0);
  g_assert_true (quo_session_undo (fixture->session));
  wait_until_told (fixture);
  assert_has_all (fixture, "");
}

/* By words: as a small list is sorted, which is not looked for in a thread. */
static void
large_order (Fixture *fixture, gconstpointer data)
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

/* Another document is opened while a thread looks in the one before. */
static void
large_other_document (Fixture *fixture, gconstpointer data)
{
  quo_annotation_list_set_filter (fixture->list, NULL, "raven");
  g_assert_true (quo_annotation_list_is_looking (fixture->list));
  quo_session_take_opening (fixture->session, NULL);
  g_assert_false (quo_annotation_list_is_looking (fixture->list));
  g_assert_cmpuint (quo_annotation_list_count (fixture->list), ==, 0);
}

static void
filter_list (QuoSession *session, GParamSpec *spec, QuoAnnotationList **list)
{
  quo_annotation_list_set_filter (*list, NULL, "Ida");
}

/* Who hears of another document first may filter a list that does not know of it yet. */
static void
filter_before (Fixture *fixture, gconstpointer data)
{
  QuoAnnotationList *list = NULL;

  g_signal_connect (fixture->session, "notify::document", G_CALLBACK (filter_list), &list);
  list = quo_annotation_list_new (fixture->session);
  g_assert_cmpuint (quo_annotation_list_count (list), >, 0);
  quo_session_take_opening (fixture->session, NULL);
  g_assert_cmpuint (quo_annotation_list_count (list), ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->session, &list);
  g_assert_finalize_object (list);
}

#define ADD(name, func) g_test_add ("/ui/list/" name, Fixture, NULL, set_up, func, tear_down)
#define ADD_LARGE(name, func)                                                                      \
  g_test_add ("/ui/list/large/" name, Fixture, NULL, set_up_large, func, tear_down_large)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("filters", filters);
  ADD ("unlinked", unlinked);
  ADD ("judged", judged);
  ADD ("orders", orders);
  ADD ("layers", layers);
  ADD ("several", several);
  ADD ("selection", selection);
  ADD ("citation", citation);
  ADD ("filter-before", filter_before);
  ADD_LARGE ("filter", large_filter);
  ADD_LARGE ("filter-changed", large_filter_changed);
  ADD_LARGE ("edit-meanwhile", large_edit_meanwhile);
  ADD_LARGE ("many", large_many);
  ADD_LARGE ("order", large_order);
  ADD_LARGE ("other-document", large_other_document);
  return g_test_run ();
}
