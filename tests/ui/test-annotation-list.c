/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of annotations: what passes its filter, in what order, what is chosen, and that a change
 * of the document leaves it as if it had been made anew. */
#include "quo-annotation-list.h"

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
  return g_test_run ();
}
