/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggestions in a session: asked for, made anew, learnt from; in test-session-judge.c: judged. */
#include "suggest-fixture.h"

#include "quo-learnt.h"
#include "quo-session-reason.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_one_by_one (void)
{
  g_autoptr (QuoSession) session = open_story ();
  const QuoAnnotation *selected;

  suggest (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 2);
  g_assert_cmpuint (quo_session_count (session, "quote"), ==, 0);
  for (guint i = 0; i < 20 && count_quotes (session, QUO_STATUS_NONE) == 0; i++)
    {
      selected = quo_session_get_selected (session);
      g_assert_nonnull (selected);
      g_assert_cmpint (selected->status, ==, QUO_STATUS_SUGGESTED);
      if (strcmp (selected->type, "quote") != 0)
        g_assert_true (quo_session_skip (session));
      else
        g_assert_true (quo_session_accept (session));
    }
  g_assert_cmpuint (quo_session_count (session, "quote"), ==, 1);
  g_assert_cmpuint (quo_session_count (session, "cue"), ==, 1);
  for (guint i = 0; i < 20 && count_quotes (session, QUO_STATUS_REJECTED) == 0; i++)
    {
      selected = quo_session_get_selected (session);
      if (strcmp (selected->type, "quote") != 0)
        g_assert_true (quo_session_skip (session));
      else
        g_assert_true (quo_session_reject (session));
    }
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 0);
  quo_session_undo (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 1);
  quo_session_undo (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 2);
}

/* What was rejected is not suggested again; one undo takes all suggestions away. */
static void
test_again (void)
{
  g_autoptr (QuoSession) session = open_story ();

  suggest (session);
  while (strcmp (quo_session_get_selected (session)->type, "quote") != 0)
    quo_session_skip (session);
  quo_session_reject (session);
  suggest (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 1);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_REJECTED), ==, 1);
  while (quo_document_get_n_undo (quo_session_get_document (session)) > 0)
    g_assert_true (quo_session_undo (session));
  g_assert_cmpuint (quo_document_count (quo_session_get_document (session), QUO_RECORD_ANNOTATION),
                    ==, 0);
}

/* So many that a thread makes records of them: they all come at once, the first is shown, nothing
 * is suggested anew because of it, and one undo takes them away. */
static void
test_thousands (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (QuoSession) session = NULL;
  QuoDocument *document;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (words, "“We will build number %u,” said Ann Lee in Berlin.\n\n", i);
  session = open_text (words->str);
  document = quo_session_get_document (session);
  g_assert_true (quo_session_suggest (session));
  while (quo_session_is_suggesting (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (quo_session_is_busy (session));
  g_assert_cmpuint (quo_document_count (document, QUO_RECORD_ANNOTATION), ==, 0);
  while (quo_session_is_busy (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (quo_document_count (document, QUO_RECORD_ANNOTATION), >=, 5000);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 1500);
  g_assert_nonnull (quo_session_get_selected (session));
  g_assert_cmpuint (quo_session_get_selected (session)->ranges[0].start, <, 60);
  g_assert_false (quo_session_is_suggesting (session));
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, 1);
  g_assert_true (quo_session_undo (session));
  while (quo_session_is_busy (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (quo_document_count (document, QUO_RECORD_ANNOTATION), ==, 0);
}

/* From the least certain one to the surest, then from the start again. */
static void
test_least_certain (void)
{
  g_autoptr (QuoSession) session = open_story ();
  double last = 0;
  guint n = 0;

  suggest (session);
  quo_session_escape (session); /* the prompt */
  quo_session_escape (session);
  for (; quo_session_doubt (session); n++)
    {
      double certainty = g_ascii_strtod (quo_session_get_selected (session)->conf, NULL);

      if (certainty < last)
        break;
      last = certainty;
    }
  g_assert_cmpuint (n, >=, 3);
}

/* What was accepted in the article itself teaches; without any of it there is nothing to learn. */
static void
test_learns (void)
{
  g_autoptr (QuoSession) session = open_story ();
  g_autoptr (QuoSnapshot) before = NULL;
  g_autoptr (QuoSnapshot) after = NULL;
  g_autoptr (QuoWeights) weights = NULL;
  g_autoptr (QuoKnownNames) known = NULL;

  suggest (session);
  before = quo_document_snapshot (quo_session_get_document (session));
  g_assert_null (quo_learnt_get ("/nonexistent/story.txt", before, quo_session_get_tagset (session),
                                 &known, NULL));
  g_assert_cmpuint (quo_known_names_get_length (known), ==, 0);
  g_clear_pointer (&known, quo_known_names_unref);
  while (strcmp (quo_session_get_selected (session)->type, "quote") != 0)
    quo_session_skip (session);
  quo_session_accept (session);
  after = quo_document_snapshot (quo_session_get_document (session));
  weights = quo_learnt_get ("/nonexistent/story.txt", after, quo_session_get_tagset (session),
                            &known, NULL);
  g_assert_nonnull (weights);
  g_assert_cmpfloat (weights->values[QUO_MODEL_MARKS][0], !=,
                     quo_weights_get_shipped ()->values[QUO_MODEL_MARKS][0]);
}

/* An article with its sidecar: a quote with its cue and speaker, and a place that @place_status is
 * said of. */
static void
write_neighbour (const char *folder, const char *place_status)
{
  const char *words = "“Too steep,” groused Ida Lund. The road leads to Quillby.\n";
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, words, -1);
  g_autofree char *sidecar = g_strdup_printf (
      "{\"format\": \"quotidian-annotations\", \"version\": \"1.0\",\n"
      "\"document\": {\"file\": \"next.txt\", \"sha256\": \"%s\", \"length\": %ld, \"lang\": "
      "\"en\"},\n"
      "\"agents\": [{\"id\": \"ida\", \"type\": \"person\"}],\n"
      "\"layers\": [{\"id\": \"L\", \"by\": \"ida\"}], \"entities\": [],\n"
      "\"annotations\": [\n"
      "{\"id\": \"q\", \"layer\": \"L\", \"type\": \"quote\", \"at\": [[0, 12]], \"quote\": "
      "[\"“Too steep,”\"]},\n"
      "{\"id\": \"c\", \"layer\": \"L\", \"type\": \"cue\", \"at\": [[13, 20]], \"quote\": "
      "[\"groused\"]},\n"
      "{\"id\": \"p\", \"layer\": \"L\", \"type\": \"person\", \"at\": [[21, 29]], \"quote\": "
      "[\"Ida Lund\"]},\n"
      "{\"id\": \"l\", \"layer\": \"L\", \"type\": \"place\", \"at\": [[49, 56]], \"quote\": "
      "[\"Quillby\"]%s}],\n"
      "\"relations\": [{\"id\": \"r\", \"layer\": \"L\", \"type\": \"quotation\", \"roles\": "
      "{\"quote\": [\"q\"], \"source\": [\"p\"], \"cue\": [\"c\"]}}]}\n",
      sum, g_utf8_strlen (words, -1), place_status);
  g_autofree char *article_path = g_build_filename (folder, "next.txt", NULL);
  g_autofree char *sidecar_path = g_build_filename (folder, "next.txt.quo.json", NULL);

  g_assert_true (g_file_set_contents (article_path, words, -1, NULL));
  g_assert_true (g_file_set_contents (sidecar_path, sidecar, -1, NULL));
}

static void
remove_neighbour (const char *folder)
{
  static const char *const names[] = { "next.txt", "next.txt.quo.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The articles beside the open one teach names, words of saying and weights; what is kept of them
 * does not outlive a change. */
static void
test_folder_learns (void)
{
  g_autoptr (QuoSession) session = open_story ();
  g_autoptr (QuoSnapshot) snapshot = quo_document_snapshot (quo_session_get_document (session));
  g_autofree char *folder = g_dir_make_tmp ("quo-learns-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "story.txt", NULL);
  g_autofree char *kept = quo_learnt_path_for (path);
  const QuoTagset *tagset = quo_session_get_tagset (session);

  for (guint round = 0; round < 3; round++)
    {
      gboolean is_rejected = round == 2;
      g_autoptr (QuoKnownNames) known = NULL;
      g_autoptr (QuoWeights) weights = NULL;
      g_autoptr (GPtrArray) cues = NULL;

      if (round != 1)
        write_neighbour (folder, is_rejected ? ", \"status\": \"rejected\"" : "");
      weights = quo_learnt_get (path, snapshot, tagset, &known, NULL);
      g_assert_nonnull (weights);
      g_assert_cmpfloat (weights->values[QUO_MODEL_MARKS][0], !=,
                         quo_weights_get_shipped ()->values[QUO_MODEL_MARKS][0]);
      g_assert_nonnull (quo_known_names_find (known, "person", "Ida Lund"));
      g_assert_cmpint (quo_known_names_is_rejected (known, "place", "Quillby"), ==, is_rejected);
      cues = quo_known_names_list_cues (known);
      g_assert_cmpuint (cues->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (cues, 0), ==, "groused");
      g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpint (g_unlink (kept), ==, 0);
  remove_neighbour (folder);
}

static const char *const names_story
    = "Quill opened a shop. The town council met Quill on Monday.\n"
      "\n"
      "“We like it,” said Carl Bohm. Quill was not there, and neither was Berta Olsen. "
      "Nobody had asked Berta Olsen.\n";

/* How many suggestions of @type say @words. */
static guint
count_suggested (QuoSession *session, const char *type, const char *words)
{
  QuoDocument *document = quo_session_get_document (session);
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      n += annotation->status == QUO_STATUS_SUGGESTED && strcmp (annotation->type, type) == 0
           && quo_text_equals (quo_document_get_text (document), annotation->ranges[0], words);
    }
  return n;
}

/* What was tagged once by hand is suggested where else it stands, as part of that edit: one undo
 * takes both back. Caret, selection and message stay. */
static void
test_refresh (void)
{
  g_autoptr (QuoSession) session = open_text (names_story);
  QuoDocument *document = quo_session_get_document (session);
  g_autofree char *message = NULL;
  g_autofree char *selected = NULL;
  guint n_undo, before;

  suggest (session);
  quo_session_escape (session);
  quo_session_escape (session);
  before = count_suggested (session, "organization", "Quill");
  n_undo = quo_document_get_n_undo (document);
  quo_session_select (session, 0, 5);
  g_assert_true (quo_session_tag (session, "organization"));
  message = g_strdup (quo_session_get_message (session));
  selected = g_strdup (quo_session_get_selected (session)->base.id);
  settle (session);
  g_assert_cmpuint (count_suggested (session, "organization", "Quill"), ==, 2);
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo + 1);
  g_assert_cmpstr (quo_session_get_message (session), ==, message);
  g_assert_cmpstr (quo_session_get_selected (session)->base.id, ==, selected);
  g_assert_cmpuint (quo_session_get_selection (session).end, ==, 5);
  g_assert_true (quo_session_undo (session));
  settle (session);
  g_assert_cmpuint (count_suggested (session, "organization", "Quill"), ==, before);
  g_assert_cmpuint (quo_session_count (session, "organization"), ==, 0);
}

/* A name that was rejected is not suggested at another place either. */
static void
test_rejected_words (void)
{
  g_autoptr (QuoSession) session = open_text (names_story);

  suggest (session);
  g_assert_cmpuint (count_suggested (session, "person", "Berta Olsen"), ==, 2);
  for (guint i = 0; i < 20; i++)
    {
      const QuoAnnotation *selected = quo_session_get_selected (session);

      if (strcmp (selected->type, "person") == 0
          && quo_text_equals (quo_document_get_text (quo_session_get_document (session)),
                              selected->ranges[0], "Berta Olsen"))
        break;
      g_assert_true (quo_session_skip (session));
    }
  g_assert_true (quo_session_delete (session)); /* rejects, as X does */
  settle (session);
  g_assert_cmpuint (count_suggested (session, "person", "Berta Olsen"), ==, 0);
}

/* A person who tags what was suggested accepts it, and may tag what was rejected. */
static void
test_by_hand (void)
{
  g_autoptr (QuoSession) session = open_text (names_story);
  g_autofree char *id = NULL;
  QuoSpan span;

  suggest (session);
  while (strcmp (quo_session_get_selected (session)->type, "person") != 0)
    g_assert_true (quo_session_skip (session));
  id = g_strdup (quo_session_get_selected (session)->base.id);
  span = quo_session_get_selected (session)->ranges[0];
  for (guint i = 0; i < 2; i++)
    {
      quo_session_select (session, span.start, span.end);
      g_assert_true (quo_session_tag (session, "person"));
      settle (session);
      g_assert_cmpstr (quo_session_get_selected (session)->base.id, ==, id);
      g_assert_cmpint (quo_session_get_selected (session)->status, ==, QUO_STATUS_NONE);
      g_assert_true (quo_session_undo (session));
      quo_session_select_annotation (session, id);
      if (i == 0)
        g_assert_true (quo_session_reject (session));
      settle (session);
    }
}

/* What was accepted and then removed does not come again by itself. */
static void
test_removed (void)
{
  g_autoptr (QuoSession) session = open_story ();
  g_autofree char *id = NULL;

  suggest (session);
  id = g_strdup (quo_session_get_selected (session)->base.id);
  g_assert_true (quo_session_accept (session));
  settle (session);
  quo_session_select_annotation (session, id);
  g_assert_true (quo_session_delete (session));
  settle (session);
  g_assert_null (quo_document_find (quo_session_get_document (session), id));
}

/* A suggester that is switched off proposes nothing, and what it proposed goes. */
static void
test_off (void)
{
  static const char *const off[] = { "names", NULL };
  static const char *const all_off[] = { "names", "known", "quotes", NULL };
  g_autoptr (QuoSession) session = open_text (names_story);

  suggest (session);
  g_assert_cmpuint (count_suggested (session, "person", "Berta Olsen"), >, 0);
  quo_session_escape (session);
  quo_session_escape (session);
  quo_session_set_suggesters_off (session, off);
  settle (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 1);
  g_assert_cmpuint (count_suggested (session, "date", "Monday"), ==, 0);
  quo_session_set_suggesters_off (session, all_off);
  settle (session);
  g_assert_false (quo_session_suggest (session));
}

static void
test_stop (void)
{
  g_autoptr (QuoSession) session = open_story ();

  g_assert_true (quo_session_suggest (session));
  g_assert_true (quo_session_is_asked_to_suggest (session));
  g_assert_true (quo_session_escape (session));
  g_assert_false (quo_session_is_busy (session));
  g_assert_false (quo_session_is_suggesting (session));
  g_assert_false (quo_session_stop_suggesting (session));
  suggest (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 2);
}

/* "told a meeting": whom a quote is said to was a stop of its own, and counted as one. It comes and
 * goes with its quote. */
static void
test_addressee_is_no_stop (void)
{
  g_autoptr (QuoSession) session = open_story ();
  const QuoAnnotation *quote;

  suggest (session);
  for (guint i = 0; i < 20; i++)
    {
      g_assert_cmpstr (quo_session_get_selected (session)->type, !=, "mention");
      g_assert_true (quo_session_skip (session));
    }
  while ((quote = quo_session_get_selected (session)) != NULL
         && (strcmp (quote->type, "quote") != 0 || quo_annotation_get_hull (quote).start > 0))
    g_assert_true (quo_session_skip (session));
  g_assert_cmpuint (quo_session_count (session, "mention"), ==, 0);
  g_assert_true (quo_session_accept (session));
  g_assert_cmpuint (quo_session_count (session, "mention"), ==, 1);
  quo_session_undo (session);
  g_assert_cmpuint (quo_session_count (session, "mention"), ==, 0);
}

/* The window told of a place only that it is written like a name, not why it is this one of many.
 * Of a suggestion that comes from an earlier day its rule is all that is known. */
static void
test_which_springfield (void)
{
  g_autoptr (QuoSession) session
      = open_text ("The bridge is in Springfield, Ohio. “We waited,” said Paul Adler.");
  QuoAnnotation before = { .base.id = "a1", .from = &(QuoFrom){ .rule = "gazetteer" } };
  const QuoAnnotation *place;

  suggest (session);
  while ((place = quo_session_get_selected (session)) != NULL && strcmp (place->type, "place") != 0)
    g_assert_true (quo_session_skip (session));
  g_assert_nonnull (strstr (quo_session_get_reason (session, place), "Ohio"));
  g_assert_cmpstr (quo_session_get_reason (session, &before), ==, "is a name in a list");
}

static void
test_none (void)
{
  g_autoptr (QuoSession) session = open_story ();

  g_assert_false (quo_session_accept (session));
  g_assert_cmpstr (quo_session_get_message (session), ==, "No suggestions");
  g_assert_false (quo_session_reject (session));
  g_assert_false (quo_session_skip (session));
  g_assert_false (quo_session_accept_name (session));
  g_assert_cmpuint (quo_document_count (quo_session_get_document (session), QUO_RECORD_ANNOTATION),
                    ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/session-suggest/one-by-one", test_one_by_one);
  g_test_add_func ("/ui/session-suggest/again", test_again);
  g_test_add_func ("/ui/session-suggest/thousands", test_thousands);
  g_test_add_func ("/ui/session-suggest/least-certain", test_least_certain);
  g_test_add_func ("/ui/session-suggest/learns", test_learns);
  g_test_add_func ("/ui/session-suggest/folder-learns", test_folder_learns);
  g_test_add_func ("/ui/session-suggest/refresh", test_refresh);
  g_test_add_func ("/ui/session-suggest/rejected-words", test_rejected_words);
  g_test_add_func ("/ui/session-suggest/by-hand", test_by_hand);
  g_test_add_func ("/ui/session-suggest/removed", test_removed);
  g_test_add_func ("/ui/session-suggest/off", test_off);
  g_test_add_func ("/ui/session-suggest/stop", test_stop);
  g_test_add_func ("/ui/session-suggest/addressee-is-no-stop", test_addressee_is_no_stop);
  g_test_add_func ("/ui/session-suggest/which-springfield", test_which_springfield);
  g_test_add_func ("/ui/session-suggest/none", test_none);
  return g_test_run ();
}
