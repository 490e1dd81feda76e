/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Y: letters on what is suggested, yes to all but those that are typed. */
#include "sift-fixture.h"

#include <string.h>

static void
note_span (GArray *spans, guint start, guint end)
{
  QuoSpan span = QUO_SPAN (start, end);

  g_array_append_val (spans, span);
}

/* Letters in the order of the text; what is left out is rejected, the rest accepted, all of it one
 * act. */
static void
test_all_but_one (void)
{
  g_autoptr (QuoSession) session = open_text ("It was Vera Moss who met Karl Olsen and Omar Haddad."
                                              "\n\nThen Mary Jones left Paris.\n");
  guint n_undo;
  gboolean is_taken;

  suggest (session);
  n_undo = quo_document_get_n_undo (quo_session_get_document (session));
  g_assert_true (quo_session_sift (session, ""));
  g_assert_true (quo_session_is_sifting (session));
  g_assert_cmpint (get_letter (session, "Vera Moss", &is_taken), ==, 'a');
  g_assert_true (is_taken);
  g_assert_cmpint (get_letter (session, "Karl Olsen", &is_taken), ==, 'c');
  type (session, "Karl Olsen");
  get_letter (session, "Karl Olsen", &is_taken);
  g_assert_false (is_taken);
  g_assert_true (quo_text_equals (quo_document_get_text (quo_session_get_document (session)),
                                  quo_session_get_selected (session)->ranges[0], "Karl Olsen"));
  quo_session_type_sift (session, '\n');
  g_assert_false (quo_session_is_sifting (session));
  assert_status (session, "Vera Moss", QUO_STATUS_NONE);
  assert_status (session, "Karl Olsen", QUO_STATUS_REJECTED);
  assert_status (session, "Omar Haddad", QUO_STATUS_NONE);
  assert_status (session, "Paris", QUO_STATUS_NONE);
  g_assert_cmpuint (quo_document_get_n_undo (quo_session_get_document (session)), ==, n_undo + 1);
  settle (session);
  quo_session_undo (session);
  assert_status (session, "Vera Moss", QUO_STATUS_SUGGESTED);
  assert_status (session, "Karl Olsen", QUO_STATUS_SUGGESTED);
}

/* What is doubtful is left as it is unless its letter is typed; typed twice a letter does nothing.
 */
static void
test_doubtful (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It was Vera Moss. They walked past Kvist twice, and Omar Haddad left.\n");
  const QuoAnnotation *kvist;
  gboolean is_taken;

  suggest (session);
  kvist = find (session, "Kvist");
  g_assert_true (quo_session_sift (session, ""));
  get_letter (session, "Kvist", &is_taken);
  g_assert_cmpint (is_taken, ==, g_ascii_strtod (kvist->conf, NULL) >= 0.5);
  type (session, "Omar Haddad");
  type (session, "Omar Haddad");
  if (!is_taken)
    type (session, "Kvist");
  quo_session_type_sift (session, '\n');
  assert_status (session, "Kvist", QUO_STATUS_NONE);
  assert_status (session, "Omar Haddad", QUO_STATUS_NONE);
  settle (session);
}

/* After its letter a digit, Shift+B and a speaker's digit mend a suggestion, and the letters stay.
 */
static void
test_mended (void)
{
  g_autoptr (QuoSession) session = open_story ();
  gboolean is_taken;

  suggest (session);
  quo_session_select_annotation (session, NULL);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  type (session, "Ingrid Berg");
  g_assert_true (quo_session_accept_other_borders (session));
  assert_status (session, "Mayor Ingrid Berg", QUO_STATUS_NONE);
  g_assert_true (quo_session_is_sifting (session));
  settle (session);
  type (session, "Paul Adler");
  g_assert_true (quo_session_tag (session, "place"));
  g_assert_cmpstr (find (session, "Paul Adler")->type, ==, "place");
  settle (session);
  type (session, "“Nobody asked us about the price,”");
  g_assert_true (quo_session_is_prompting (session));
  g_assert_true (quo_session_link_candidate (session, 0));
  assert_status (session, "“Nobody asked us about the price,”", QUO_STATUS_NONE);
  settle (session);
  g_assert_true (quo_session_is_sifting (session));
  g_assert_cmpint (get_letter (session, "“We promised this town a bridge,”", &is_taken), !=, 0);
  quo_session_type_sift (session, '\n');
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_NONE), ==, 2);
  settle (session);
}

/* Of a paragraph that is not seen whole the sentences that are have letters. */
static void
test_sentences (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It was Vera Moss who met Karl Olsen.\n\n"
                   "Then Mary Jones left Paris. There was Omar Haddad with Paul Adler.\n");
  gboolean is_taken;

  suggest (session);
  quo_session_set_reach (session, 70);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  g_assert_cmpint (get_letter (session, "Mary Jones", &is_taken), ==, 'd');
  g_assert_cmpint (get_letter (session, "Omar Haddad", &is_taken), ==, 0);
  g_assert_true (quo_session_sift (session, "\n"));
  settle (session);
  g_assert_cmpint (get_letter (session, "Omar Haddad", &is_taken), ==, 'a');
  quo_session_end_sift (session);
}

/* More than a screen, or than there are letters, comes after Enter. */
static void
test_screens (void)
{
  g_autoptr (GString) words = g_string_new ("It was Vera Moss.\n\n");
  g_autoptr (QuoSession) session = NULL;
  gboolean is_taken;

  for (guint i = 0; i < 120; i++)
    g_string_append (words, "they walked on ");
  g_string_append (words, ".\n\nThen Karl Olsen left");
  for (guint i = 0; i < 30; i++)
    g_string_append (words, ", and Omar Haddad left");
  g_string_append (words, ".\n");
  session = open_text (words->str);
  suggest (session);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  g_assert_cmpint (get_letter (session, "Vera Moss", &is_taken), ==, 'a');
  g_assert_cmpint (get_letter (session, "Karl Olsen", &is_taken), ==, 0);
  g_assert_true (quo_session_sift (session, "\n"));
  settle (session);
  g_assert_true (quo_session_is_sifting (session));
  g_assert_cmpint (get_letter (session, "Karl Olsen", &is_taken), ==, 'a');
  g_assert_true (quo_session_sift (session, "\n"));
  settle (session);
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 21);
  g_assert_true (quo_session_is_sifting (session));
  g_assert_true (quo_session_sift (session, "\n"));
  settle (session);
  g_assert_false (quo_session_is_sifting (session));
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 32);
  g_assert_false (quo_session_sift (session, ""));
}

/* Of a small window fewer paragraphs have letters, but always one. */
static void
test_reach (void)
{
  g_autoptr (QuoSession) session = open_text ("It was Vera Moss who met Karl Olsen.\n\n"
                                              "Then Mary Jones left Paris.\n");
  gboolean is_taken;

  suggest (session);
  quo_session_set_reach (session, 50);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  g_assert_cmpint (get_letter (session, "Karl Olsen", &is_taken), ==, 'c');
  g_assert_cmpint (get_letter (session, "Mary Jones", &is_taken), ==, 0);
  quo_session_end_sift (session);
  quo_session_set_reach (session, 500);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  g_assert_cmpint (get_letter (session, "Mary Jones", &is_taken), ==, 'd');
}

/* An act in which nothing is accepted is called what it is. */
static void
test_only_rejected (void)
{
  g_autoptr (QuoSession) session = open_text ("It was Vera Moss.\n");

  suggest (session);
  g_assert_true (quo_session_sift (session, ""));
  type (session, "Vera Moss");
  g_assert_true (quo_session_sift (session, "\n"));
  assert_status (session, "Vera Moss", QUO_STATUS_REJECTED);
  g_assert_true (quo_session_undo (session));
  g_assert_cmpstr (quo_session_get_message (session), ==, "Undone: Reject Suggestions");
  assert_status (session, "Vera Moss", QUO_STATUS_SUGGESTED);
  g_assert_true (quo_session_sift (session, "\n"));
  settle (session);
  g_assert_true (quo_session_undo (session));
  g_assert_cmpstr (quo_session_get_message (session), ==, "Undone: Accept Suggestions");
}

/* Where nothing is left to be taken letters and their buttons go, and the act tells that it was of
 * many. */
static void
test_all_accepted (void)
{
  g_autoptr (QuoSession) session = open_text ("It was Vera Moss who met Karl Olsen.\n");

  suggest (session);
  g_assert_true (quo_session_sift (session, ""));
  g_assert_true (quo_session_accept_all (session));
  g_assert_false (quo_session_is_sifting (session));
  settle (session);
  g_assert_true (quo_session_undo (session));
  g_assert_cmpstr (quo_session_get_message (session), ==, "Undone: Accept Suggestions");
}

/* What was left behind is told at the end. */
static void
test_end (void)
{
  g_autoptr (QuoSession) session = open_text ("It was Vera Moss who met Karl Olsen.\n");
  guint32 at;

  suggest (session);
  at = find (session, "Karl Olsen")->ranges[0].start;
  quo_session_select_annotation (session, NULL);
  quo_session_select (session, at, at);
  g_assert_true (quo_session_sift (session, "\n"));
  assert_status (session, "Karl Olsen", QUO_STATUS_NONE);
  g_assert_cmpstr (quo_session_get_message (session), ==,
                   "No more suggestions after this, 1 before");
  g_assert_true (quo_session_sift (session, "\n"));
  g_assert_cmpstr (quo_session_get_message (session), ==, "No more suggestions");
}

/* Who does not see the letters hears them, wherever the caret goes; and the page follows what is
 * typed. */
static void
test_told (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It was Vera Moss who met Karl Olsen.\n\nMary Jones left.\n");
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  QuoSpan karl;

  g_signal_connect_swapped (session, "keep-in-sight", G_CALLBACK (note_span), kept);
  suggest (session);
  karl = find (session, "Karl Olsen")->ranges[0];
  g_assert_true (quo_session_sift (session, ""));
  g_assert_true (g_str_has_prefix (quo_session_get_message (session), "3 suggestions"));
  quo_session_next (session, 1);
  g_assert_cmpstr (quo_session_get_message (session), ==, "Letter A, taken: Person: Vera Moss");
  g_assert_cmpuint (kept->len, ==, 0);
  type (session, "Karl Olsen");
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_true (quo_span_equal (g_array_index (kept, QuoSpan, 0), karl));
  quo_session_follow (session, 0, QUO_SPAN (0, 0));
  quo_session_follow (session, karl.start + 2, QUO_SPAN (karl.start + 2, karl.start + 2));
  g_assert_cmpstr (quo_session_get_message (session), ==,
                   "Letter C, left out: In Person: Karl Olsen");
  quo_session_end_sift (session);
  quo_session_next (session, -1);
  g_assert_cmpstr (quo_session_get_message (session), ==, "Person: Karl Olsen");
}

/* Escape takes nothing; letters that nobody has do nothing; another article has none. */
static void
test_given_up (void)
{
  g_autoptr (QuoSession) session = open_story ();
  guint n_undo;

  suggest (session);
  n_undo = quo_document_get_n_undo (quo_session_get_document (session));
  g_assert_true (quo_session_sift (session, "z"));
  g_assert_nonnull (strstr (quo_session_get_message (session), "Z"));
  quo_session_end_sift (session);
  g_assert_false (quo_session_is_sifting (session));
  g_assert_cmpuint (quo_document_get_n_undo (quo_session_get_document (session)), ==, n_undo);
  g_assert_true (quo_session_sift (session, ""));
  quo_session_take_opening (session, NULL);
  g_assert_false (quo_session_is_sifting (session));
  g_assert_false (quo_session_sift (session, ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/session-sift/all-but-one", test_all_but_one);
  g_test_add_func ("/ui/session-sift/doubtful", test_doubtful);
  g_test_add_func ("/ui/session-sift/mended", test_mended);
  g_test_add_func ("/ui/session-sift/sentences", test_sentences);
  g_test_add_func ("/ui/session-sift/screens", test_screens);
  g_test_add_func ("/ui/session-sift/reach", test_reach);
  g_test_add_func ("/ui/session-sift/only-rejected", test_only_rejected);
  g_test_add_func ("/ui/session-sift/all-accepted", test_all_accepted);
  g_test_add_func ("/ui/session-sift/end", test_end);
  g_test_add_func ("/ui/session-sift/told", test_told);
  g_test_add_func ("/ui/session-sift/given-up", test_given_up);
  return g_test_run ();
}
