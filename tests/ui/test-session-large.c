/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on so many annotations that a thread makes them ready: what can be done meanwhile, what
 * cannot, and that nothing of them is lost. */
#include "quo-parked.h"
#include "quo-session.h"

#include <glib/gstdio.h>
#include <string.h>

#define N 6000
#define STRIDE 5 /* code points from one word to the next */

typedef struct
{
  char *folder, *path;
  QuoSession *session;
  guint n_many; /* how often `acted-on-many` was heard */
} Fixture;

static QuoDocument *
get_document (Fixture *fixture)
{
  return quo_session_get_document (fixture->session);
}

static guint
count (Fixture *fixture, const char *type)
{
  return quo_session_count (fixture->session, type);
}

static void
count_many (Fixture *fixture)
{
  fixture->n_many++;
}

static void
open_article (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QuoOpening *opening = quo_open_to_edit (fixture->path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  fixture->session = quo_session_new ();
  g_signal_connect_swapped (fixture->session, "acted-on-many", G_CALLBACK (count_many), fixture);
  quo_session_take_opening (fixture->session, opening);
}

/* A person at each word, as one act, which is saved. */
static void
annotate (Fixture *fixture)
{
  QuoEdit *edit = quo_edit_new ("Annotate");

  for (guint32 i = 0; i < N; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      const QuoSpan span = QUO_SPAN (i * STRIDE, i * STRIDE + 4);
      QuoAnnotation fields
          = { .base = { .id = id }, .type = "person", .ranges = &span, .n_ranges = 1 };

      quo_edit_take (edit, NULL, quo_annotation_new (&fields));
    }
  g_assert_true (quo_session_apply (fixture->session, edit, NULL));
  g_assert_true (quo_autosave_save_sync (quo_session_get_autosave (fixture->session), NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < N; i++)
    g_string_append (words, i % 20 == 19 ? "Ida.\n" : "Ida, ");
  fixture->folder = g_dir_make_tmp ("quo-large-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "ida.txt", NULL);
  g_assert_true (g_file_set_contents (fixture->path, words->str, -1, NULL));
  open_article (fixture);
  annotate (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sidecar = g_strconcat (fixture->path, ".quo.json", NULL);

  g_assert_finalize_object (fixture->session);
  g_unlink (fixture->path);
  g_unlink (sidecar);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
wait (Fixture *fixture)
{
  while (quo_session_is_busy (fixture->session))
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
list_all (Fixture *fixture)
{
  return quo_document_get_records (get_document (fixture), QUO_RECORD_ANNOTATION);
}

/* Returns while it is under way. */
static void
start_deleting (Fixture *fixture)
{
  g_assert_true (quo_session_delete_many (fixture->session, list_all (fixture)));
  g_assert_true (quo_session_is_busy (fixture->session));
  g_assert_cmpuint (count (fixture, "person"), ==, N);
}

static void
reopen (Fixture *fixture)
{
  g_assert_finalize_object (fixture->session);
  open_article (fixture);
}

static void
there_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoSnapshot) before = quo_document_snapshot (get_document (fixture));
  GPtrArray *all = before->records[QUO_RECORD_ANNOTATION];

  start_deleting (fixture);
  wait (fixture);
  g_assert_cmpuint (count (fixture, "person"), ==, 0);
  g_assert_cmpuint (list_all (fixture)->len, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (get_document (fixture)), ==, 2);
  g_assert_cmpuint (fixture->n_many, ==, 1);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "6000 annotations deleted");
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_cmpuint (list_all (fixture)->len, ==, 0);
  wait (fixture);
  g_assert_cmpuint (count (fixture, "person"), ==, N);
  for (guint i = 0; i < N; i++)
    {
      QuoRecord *record = g_ptr_array_index (all, i);

      g_assert_true (g_ptr_array_index (list_all (fixture), i) == record);
      g_assert_true (quo_document_find (get_document (fixture), record->id) == record);
    }
  g_assert_true (quo_session_redo (fixture->session));
  wait (fixture);
  g_assert_cmpuint (count (fixture, "person"), ==, 0);
  g_assert_cmpuint (quo_document_get_n_redo (get_document (fixture)), ==, 0);
}

/* Who does something else meanwhile hears why it is not done; the act itself comes to its end. */
static void
edit_meanwhile (Fixture *fixture, gconstpointer data)
{
  const char *wanted = "What was done to many annotations is still being carried out: wait "
                       "a moment, then do this again";
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  start_deleting (fixture);
  quo_session_select (fixture->session, 1, 3);
  g_assert_false (quo_session_tag (fixture->session, "place"));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, wanted);
  quo_session_set_message (fixture->session, "%s", "");
  g_assert_false (quo_session_undo (fixture->session));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, wanted);
  g_assert_false (quo_session_redo (fixture->session));
  g_ptr_array_add (one, g_ptr_array_index (list_all (fixture), 0));
  g_assert_false (quo_session_delete_many (fixture->session, one));
  g_assert_false (quo_session_relabel_many (fixture->session, one, "place"));
  g_assert_cmpuint (quo_document_get_n_undo (get_document (fixture)), ==, 1);
  wait (fixture);
  g_assert_cmpuint (list_all (fixture)->len, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (get_document (fixture)), ==, 2);
  g_assert_true (quo_session_tag (fixture->session, "place"));
}

/* Another label: what is selected stays so, and what is that already is no change. */
static void
relabelled (Fixture *fixture, gconstpointer data)
{
  quo_session_select_annotation (fixture->session, "a03000");
  g_assert_true (quo_session_relabel_many (fixture->session, list_all (fixture), "place"));
  g_assert_true (quo_session_is_busy (fixture->session));
  g_assert_cmpuint (count (fixture, "place"), ==, 0);
  wait (fixture);
  g_assert_cmpuint (count (fixture, "place"), ==, N);
  g_assert_cmpuint (count (fixture, "person"), ==, 0);
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, "a03000");
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->type, ==, "place");
  quo_session_relabel_many (fixture->session, list_all (fixture), "place");
  wait (fixture);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "");
  g_assert_cmpuint (quo_document_get_n_undo (get_document (fixture)), ==, 2);
  g_assert_true (quo_session_undo (fixture->session));
  wait (fixture);
  g_assert_cmpuint (count (fixture, "person"), ==, N);
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, "a03000");
}

/* The article is closed before the act counts: it does then, and is in the log. */
static void
closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  start_deleting (fixture);
  quo_session_take_opening (fixture->session, NULL);
  g_assert_false (quo_session_is_busy (fixture->session));
  reopen (fixture);
  g_assert_cmpuint (list_all (fixture)->len, ==, 0);
  g_assert_true (quo_session_undo (fixture->session));
  wait (fixture);
  g_assert_cmpuint (list_all (fixture)->len, ==, N);
}

static void
taken_back_and_closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  start_deleting (fixture);
  wait (fixture);
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_true (quo_session_is_busy (fixture->session));
  reopen (fixture);
  g_assert_cmpuint (list_all (fixture)->len, ==, N);
  g_assert_cmpuint (quo_document_get_n_redo (get_document (fixture)), ==, 1);
}

/* A sidecar that is saved while the act is under way has nothing of it; the log has. */
static void
saved_meanwhile (Fixture *fixture, gconstpointer data)
{
  quo_session_select (fixture->session, 1, 3);
  g_assert_true (quo_session_tag (fixture->session, "place"));
  start_deleting (fixture);
  g_assert_true (quo_autosave_save_sync (quo_session_get_autosave (fixture->session), NULL));
  wait (fixture);
  g_assert_cmpuint (list_all (fixture)->len, ==, 0);
  g_assert_cmpint (quo_autosave_get_state (quo_session_get_autosave (fixture->session)), ==,
                   QUO_SAVE_STATE_DIRTY);
  reopen (fixture);
  g_assert_cmpuint (list_all (fixture)->len, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (get_document (fixture)), ==, 3);
}

static void
parked_meanwhile (Fixture *fixture, gconstpointer data)
{
  QuoParked *parked;

  start_deleting (fixture);
  parked = quo_session_park (fixture->session);
  g_assert_false (quo_session_is_busy (fixture->session));
  g_assert_cmpuint (quo_document_count (quo_parked_get_document (parked), QUO_RECORD_ANNOTATION),
                    ==, 0);
  quo_session_unpark (fixture->session, parked);
  g_assert_true (quo_session_undo (fixture->session));
  wait (fixture);
  g_assert_cmpuint (count (fixture, "person"), ==, N);
}

/* (transfer container): all but the first, which becomes the only person among quotes. */
static GPtrArray *
make_quotes (Fixture *fixture)
{
  g_autoptr (GPtrArray) persons = g_ptr_array_new ();
  GPtrArray *quotes = g_ptr_array_new ();

  for (guint i = 1; i < N; i++)
    g_ptr_array_add (persons, g_ptr_array_index (list_all (fixture), i));
  g_assert_true (quo_session_relabel_many (fixture->session, persons, "quote"));
  wait (fixture);
  for (guint i = 1; i < N; i++)
    g_ptr_array_add (quotes, g_ptr_array_index (list_all (fixture), i));
  return quotes;
}

static guint
count_relations (Fixture *fixture)
{
  return quo_document_count (get_document (fixture), QUO_RECORD_RELATION);
}

/* Thousands of quotes get their speaker, and the article is closed before that counts. */
static void
linked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) quotes = make_quotes (fixture);

  g_assert_true (quo_session_link_many (fixture->session, quotes, "a00000"));
  g_assert_true (quo_session_is_busy (fixture->session));
  g_assert_cmpuint (count_relations (fixture), ==, 0);
  wait (fixture);
  g_assert_cmpuint (count_relations (fixture), ==, N - 1);
  g_assert_true (
      g_str_has_prefix (quo_session_get_message (fixture->session), "5999 quotes linked to Ida"));
  g_assert_cmpuint (fixture->n_many, ==, 2);
  g_assert_true (quo_session_undo (fixture->session));
  wait (fixture);
  g_assert_cmpuint (count_relations (fixture), ==, 0);
  g_assert_true (quo_session_link_many (fixture->session, quotes, "a00000"));
  g_assert_true (quo_session_is_busy (fixture->session));
  reopen (fixture);
  g_assert_cmpuint (count_relations (fixture), ==, N - 1);
}

static void
suggest_all (Fixture *fixture)
{
  QuoEdit *edit = quo_edit_new ("Suggest");

  for (guint i = 0; i < N; i++)
    {
      QuoAnnotation *annotation = g_ptr_array_index (list_all (fixture), i);
      QuoAnnotation fields = *annotation;

      fields.status = QUO_STATUS_SUGGESTED;
      quo_edit_take (edit, annotation, quo_annotation_new (&fields));
    }
  g_assert_true (quo_session_apply (fixture->session, edit, NULL));
}

/* Thousands of suggestions are accepted; meanwhile they wait, and nothing is accepted twice. */
static void
accepted (Fixture *fixture, gconstpointer data)
{
  suggest_all (fixture);
  g_assert_cmpuint (quo_session_count_suggested (fixture->session), ==, N);
  g_assert_true (quo_session_accept_all (fixture->session));
  g_assert_true (quo_session_is_busy (fixture->session));
  g_assert_cmpuint (quo_session_count_suggested (fixture->session), ==, N);
  g_assert_false (quo_session_accept_all (fixture->session));
  wait (fixture);
  g_assert_cmpuint (quo_session_count_suggested (fixture->session), ==, 0);
  g_assert_cmpuint (count (fixture, "person"), ==, N);
  g_assert_cmpuint (fixture->n_many, ==, 1);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "No more suggestions");
  g_assert_true (quo_session_undo (fixture->session));
  wait (fixture);
  g_assert_cmpuint (quo_session_count_suggested (fixture->session), ==, N);
}

/* A word that stands thousands of times is tagged wherever it stands; meanwhile nothing else is,
 * and what it began with stays selected. */
static void
tagged_everywhere (Fixture *fixture, gconstpointer data)
{
  start_deleting (fixture);
  wait (fixture);
  g_assert_cmpuint (count (fixture, "person"), ==, 0);
  quo_session_select (fixture->session, 0, 3);
  g_assert_true (quo_session_tag (fixture->session, "place"));
  g_assert_true (quo_session_tag_all (fixture->session));
  g_assert_true (quo_session_is_busy (fixture->session));
  g_assert_cmpuint (count (fixture, "place"), ==, 1);
  g_assert_false (quo_session_tag_all (fixture->session));
  wait (fixture);
  g_assert_cmpuint (count (fixture, "place"), ==, N);
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  g_assert_cmpuint (quo_session_get_selected (fixture->session)->ranges[0].start, ==, 0);
  g_assert_true (quo_session_undo (fixture->session));
  wait (fixture);
  g_assert_cmpuint (count (fixture, "place"), ==, 1);
  g_assert_true (quo_session_redo (fixture->session));
  reopen (fixture);
  g_assert_cmpuint (count (fixture, "place"), ==, N);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/session-large/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("there-and-back", there_and_back);
  ADD ("edit-meanwhile", edit_meanwhile);
  ADD ("relabelled", relabelled);
  ADD ("linked", linked);
  ADD ("accepted", accepted);
  ADD ("tagged-everywhere", tagged_everywhere);
  ADD ("closed-meanwhile", closed_meanwhile);
  ADD ("taken-back-and-closed-meanwhile", taken_back_and_closed_meanwhile);
  ADD ("saved-meanwhile", saved_meanwhile);
  ADD ("parked-meanwhile", parked_meanwhile);
  return g_test_run ();
}
