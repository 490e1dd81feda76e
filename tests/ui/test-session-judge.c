/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through suggestions: accepted one by one and many at once, mended, passed over. */
#include "suggest-fixture.h"

#include <string.h>

/* The prompt stands while a quote is suggested; its first speaker is the one that A would take, and
 * a digit accepts the quote with another one. */
static void
test_other_speaker (void)
{
  g_autoptr (QuoSession) session = open_story ();
  QuoDocument *document = quo_session_get_document (session);
  const QuoRelation *relation;
  const QuoCandidate *first;
  g_autofree char *quote = NULL;

  suggest (session);
  while (strcmp (quo_session_get_selected (session)->type, "quote") != 0)
    quo_session_skip (session);
  g_assert_true (quo_session_is_prompting (session));
  quote = g_strdup (quo_session_get_selected (session)->base.id);
  relation = quo_document_find_relation (document, "quotation", "quote", quote);
  first = g_ptr_array_index (quo_session_get_candidates (session), 0);
  g_assert_cmpstr (quo_relation_find_role (relation, "source")->members[0], ==, first->id);
  g_assert_cmpuint (quo_session_get_candidates (session)->len, >, 1);
  g_assert_true (quo_session_link_candidate (session, 0));
  g_assert_cmpint (quo_document_find_annotation (document, quote)->status, ==, QUO_STATUS_NONE);
  relation = quo_document_find_relation (document, "quotation", "quote", quote);
  g_assert_cmpint (relation->status, ==, QUO_STATUS_NONE);
  g_assert_cmpint (quo_session_get_selected (session)->status, ==, QUO_STATUS_SUGGESTED);
  g_assert_true (quo_session_undo (session));
  g_assert_cmpint (quo_document_find_annotation (document, quote)->status, ==,
                   QUO_STATUS_SUGGESTED);
}

/* A and X go on in the order of certainty after Shift+N, and in that of the text after Escape. */
static void
test_doubting (void)
{
  g_autoptr (QuoSession) session = open_story ();
  double last;

  suggest (session);
  quo_session_doubt (session);
  last = g_ascii_strtod (quo_session_get_selected (session)->conf, NULL);
  for (guint i = 0; i < 2; i++)
    {
      double certainty;

      g_assert_true (quo_session_skip (session));
      certainty = g_ascii_strtod (quo_session_get_selected (session)->conf, NULL);
      g_assert_cmpfloat (certainty, >=, last);
      last = certainty;
    }
}

static void
test_many (void)
{
  g_autoptr (QuoSession) session = open_story ();
  QuoDocument *document = quo_session_get_document (session);
  guint n_undo, n_suggested;

  suggest (session);
  n_undo = quo_document_get_n_undo (document);
  n_suggested = quo_document_count (document, QUO_RECORD_ANNOTATION);
  g_assert_true (quo_session_accept_paragraph (session));
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo + 1);
  g_assert_cmpuint (quo_session_get_caret (session), >, strchr (story, '\n') - story - 8);
  g_assert_cmpuint (quo_session_count (session, "quote"), ==, 1);
  settle (session);
  g_assert_true (quo_session_accept_all (session));
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 0);
  g_assert_false (quo_session_accept_all (session));
  settle (session);
  g_assert_true (quo_session_undo (session));
  g_assert_true (quo_session_undo (session));
  g_assert_cmpuint (quo_document_count (document, QUO_RECORD_ANNOTATION), ==, n_suggested);
  g_assert_true (quo_session_clear_suggestions (session));
  g_assert_cmpuint (quo_document_count (document, QUO_RECORD_ANNOTATION), ==, 0);
  quo_session_select (session, 1, 3);
  quo_session_tag (session, "person");
  settle (session);
  g_assert_cmpuint (quo_document_count (document, QUO_RECORD_ANNOTATION), ==, 1);
}

static void
note_message (QuoSession *session, const char *message, char **told)
{
  g_free (*told);
  *told = g_strdup (message);
}

/* The list and the line below the page say as many as are judged: not the cues. */
static void
test_counts_what_is_judged (void)
{
  g_autoptr (QuoSession) session = open_story ();
  g_autofree char *told = NULL, *wanted = NULL;
  guint n_listed;

  suggest (session);
  n_listed = quo_document_count (quo_session_get_document (session), QUO_RECORD_ANNOTATION);
  g_assert_cmpuint (quo_session_count_suggested (session), <, n_listed);
  g_assert_cmpuint (quo_session_count_listed (session), ==, n_listed);
  wanted = g_strdup_printf ("%u suggestions accepted", quo_session_count_suggested (session));
  g_signal_connect (session, "acted-on-many", G_CALLBACK (note_message), &told);
  g_assert_true (quo_session_accept_all (session));
  g_assert_cmpstr (told, ==, wanted);
  g_assert_cmpuint (quo_session_count_suggested (session), ==, 0);
}

static guint
count_suggested_relations (QuoSession *session)
{
  GPtrArray *all
      = quo_document_get_records (quo_session_get_document (session), QUO_RECORD_RELATION);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((const QuoRelation *)g_ptr_array_index (all, i))->status == QUO_STATUS_SUGGESTED;
  return n;
}

/* Of a quote that somebody marked, but for other borders, only the speaker is suggested: no stop of
 * its own, so that nobody could accept it. */
static void
test_speaker_of_marked_quote (void)
{
  g_autoptr (QuoSession) session = open_story ();
  QuoDocument *document = quo_session_get_document (session);
  const QuoRelation *relation;
  g_autofree char *quote = NULL;

  suggest (session);
  quo_session_select (session, 1, 32);
  quo_session_tag (session, "quote");
  quote = g_strdup (quo_session_get_selected (session)->base.id);
  quo_session_escape (session);
  settle (session);
  relation = quo_document_find_relation (document, "quotation", "quote", quote);
  g_assert_nonnull (relation);
  g_assert_cmpint (relation->status, ==, QUO_STATUS_SUGGESTED);
  g_assert_true (quo_session_accept_all (session));
  settle (session);
  g_assert_cmpuint (count_suggested_relations (session), ==, 0);
  relation = quo_document_find_relation (document, "quotation", "quote", quote);
  g_assert_cmpint (relation->status, ==, QUO_STATUS_NONE);
  g_assert_nonnull (quo_relation_find_role (relation, "source"));
  g_assert_cmpuint (quo_session_count_listed (session), ==,
                    quo_session_count_annotations (session));
}

/* Skips until the suggestion of these words is shown. */
static void
skip_to (QuoSession *session, const char *words)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));

  for (guint i = 0; i < 20; i++)
    {
      const QuoAnnotation *selected = quo_session_get_selected (session);

      if (selected != NULL && quo_text_equals (text, selected->ranges[0], words))
        return;
      quo_session_skip (session);
    }
  g_assert_not_reached ();
}

static void
check_words (QuoSession *session, const char *words)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  g_assert_nonnull (selected);
  g_assert_true (quo_text_equals (quo_document_get_text (quo_session_get_document (session)),
                                  selected->ranges[0], words));
}

/* Another label accepts the suggestion with it, and the next one is shown. */
static void
test_other_label (void)
{
  g_autoptr (QuoSession) session = open_story ();
  QuoDocument *document = quo_session_get_document (session);
  g_autofree char *id = NULL;

  suggest (session);
  skip_to (session, "Ingrid Berg");
  id = g_strdup (quo_session_get_selected (session)->base.id);
  g_assert_true (quo_session_tag (session, "place"));
  g_assert_cmpstr (quo_document_find_annotation (document, id)->type, ==, "place");
  g_assert_cmpint (quo_document_find_annotation (document, id)->status, ==, QUO_STATUS_NONE);
  g_assert_cmpint (quo_session_get_selected (session)->status, ==, QUO_STATUS_SUGGESTED);
  g_assert_cmpstr (quo_session_get_selected (session)->base.id, !=, id);
  settle (session);
}

/* B goes through other borders and comes back to those it began with; each is an undo. */
static void
test_other_borders (void)
{
  g_autoptr (QuoSession) session = open_story ();
  QuoSpan span;

  suggest (session);
  skip_to (session, "Ingrid Berg");
  g_assert_true (quo_session_change_borders (session));
  check_words (session, "Mayor Ingrid Berg");
  g_assert_cmpint (quo_session_get_selected (session)->status, ==, QUO_STATUS_NONE);
  quo_session_undo (session);
  skip_to (session, "Ingrid Berg");
  span = quo_annotation_get_hull (quo_session_get_selected (session));
  do
    g_assert_true (quo_session_change_borders (session));
  while (!quo_span_equal (quo_annotation_get_hull (quo_session_get_selected (session)), span));
  check_words (session, "Ingrid Berg");
}

/* Shift+B accepts it with the first of them, which is told before, and goes on. */
static void
test_accept_other_borders (void)
{
  g_autoptr (QuoSession) session = open_story ();
  g_autofree char *id = NULL, *words = NULL;
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));

  suggest (session);
  skip_to (session, "Ingrid Berg");
  id = g_strdup (quo_session_get_selected (session)->base.id);
  words = quo_text_dup (text, quo_session_get_other_borders (session));
  g_assert_cmpstr (words, ==, "Mayor Ingrid Berg");
  g_assert_true (quo_session_accept_other_borders (session));
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 1);
  g_assert_cmpint (quo_session_get_selected (session)->status, ==, QUO_STATUS_SUGGESTED);
  g_assert_cmpstr (quo_session_get_selected (session)->base.id, !=, id);
  settle (session);
  quo_session_undo (session);
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 0);
  quo_session_select_annotation (session, NULL);
  g_assert_false (quo_session_accept_other_borders (session));
}

/* Without an annotation B selects text, which a label then takes. */
static void
test_borders_of_text (void)
{
  g_autoptr (QuoSession) session = open_story ();
  guint32 caret = (guint32)g_utf8_pointer_to_offset (story, strstr (story, "Berg"));

  quo_session_select (session, caret, caret);
  g_assert_true (quo_session_change_borders (session));
  g_assert_true (quo_session_tag (session, "person"));
  check_words (session, "Mayor Ingrid Berg");
}

/* P takes what is sure and shows what is doubtful; P on that takes it. */
static void
test_doubtful (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It was Vera Moss. They walked past Kvist twice, and Omar Haddad left.\n");

  suggest (session);
  skip_to (session, "Vera Moss");
  g_assert_true (quo_session_accept_paragraph (session));
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 2);
  check_words (session, "Kvist");
  settle (session);
  check_words (session, "Kvist");
  g_assert_true (quo_session_accept_paragraph (session));
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 3);
  settle (session);
}

/* Shift+P takes what is doubtful as well. */
static void
test_whole_paragraph (void)
{
  g_autoptr (QuoSession) session = open_text ("It was Vera Moss. They walked past Kvist twice, and "
                                              "Omar Haddad left.\n\nThen Karl Olsen left.\n");
  guint n_undo;

  suggest (session);
  skip_to (session, "Vera Moss");
  n_undo = quo_document_get_n_undo (quo_session_get_document (session));
  g_assert_true (quo_session_accept_whole_paragraph (session));
  g_assert_cmpuint (quo_document_get_n_undo (quo_session_get_document (session)), ==, n_undo + 1);
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 3);
  check_words (session, "Karl Olsen");
  settle (session);
  quo_session_undo (session);
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 0);
}

/* Shift+U goes back to a name that is not tagged; with its label the suggestion that was left is
 * shown again. */
static void
test_previous_name (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It was Vera Moss.\n\n“Nobody asked us,” said Omar Haddad.\n");
  static const char *const off[] = { "names", NULL };

  quo_session_set_suggesters_off (session, off);
  suggest (session);
  skip_to (session, "“Nobody asked us,”");
  g_assert_true (quo_session_previous_name (session));
  g_assert_cmpuint (quo_session_get_caret (session), ==, strlen ("It was "));
  g_assert_true (quo_session_tag (session, "person"));
  check_words (session, "“Nobody asked us,”");
  settle (session);
  check_words (session, "“Nobody asked us,”");
  quo_session_undo (session);
  skip_to (session, "“Nobody asked us,”");
  g_assert_true (quo_session_previous_name (session));
  quo_session_select (session, 0, 2);
  quo_session_tag (session, "person");
  check_words (session, "It"); /* another name: nothing is left to come back to */
  settle (session);
  quo_session_select (session, 0, 0);
  g_assert_false (quo_session_previous_name (session));
}

/* F leads to a suggestion as well, and shows it as if N had come to it. */
static void
test_jump (void)
{
  g_autoptr (QuoSession) session = open_story ();

  suggest (session);
  quo_session_escape (session); /* the prompt */
  quo_session_escape (session);
  g_assert_true (quo_session_jump (session, "pa"));
  check_words (session, "Paul Adler");
  g_assert_true (quo_session_accept (session));
  settle (session);
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 1);
}

/* After a name was mended P takes the rest of its paragraph, which was not come to yet. */
static void
test_paragraph_after_borders (void)
{
  g_autoptr (QuoSession) session = open_text (
      "It was Mayor Vera Moss who met Omar Haddad in Paris.\n\nThen Karl Olsen left.\n");

  suggest (session);
  skip_to (session, "Vera Moss");
  g_assert_true (quo_session_change_borders (session));
  check_words (session, "Mayor Vera Moss");
  settle (session);
  g_assert_true (quo_session_accept_paragraph (session));
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 2);
  g_assert_cmpuint (quo_session_count (session, "place"), ==, 1);
  settle (session);
  g_assert_cmpint (quo_session_get_selected (session)->status, ==, QUO_STATUS_SUGGESTED);
}

/* A label after other borders goes on to the next suggestion, as it does without them; not so when
 * somebody comes back to the name later. */
static void
test_label_after_borders (void)
{
  g_autoptr (QuoSession) session = open_story ();
  g_autofree char *id = NULL;

  suggest (session);
  skip_to (session, "Ingrid Berg");
  id = g_strdup (quo_session_get_selected (session)->base.id);
  g_assert_true (quo_session_change_borders (session));
  g_assert_cmpstr (quo_session_get_selected (session)->base.id, ==, id);
  g_assert_true (quo_session_tag (session, "place"));
  g_assert_cmpint (quo_session_get_selected (session)->status, ==, QUO_STATUS_SUGGESTED);
  settle (session);
  quo_session_select_annotation (session, id);
  g_assert_true (quo_session_tag (session, "person"));
  g_assert_cmpstr (quo_session_get_selected (session)->base.id, ==, id);
  settle (session);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/session-judge/other-speaker", test_other_speaker);
  g_test_add_func ("/ui/session-judge/doubting", test_doubting);
  g_test_add_func ("/ui/session-judge/many", test_many);
  g_test_add_func ("/ui/session-judge/counts-what-is-judged", test_counts_what_is_judged);
  g_test_add_func ("/ui/session-judge/speaker-of-marked-quote", test_speaker_of_marked_quote);
  g_test_add_func ("/ui/session-judge/other-label", test_other_label);
  g_test_add_func ("/ui/session-judge/other-borders", test_other_borders);
  g_test_add_func ("/ui/session-judge/accept-other-borders", test_accept_other_borders);
  g_test_add_func ("/ui/session-judge/borders-of-text", test_borders_of_text);
  g_test_add_func ("/ui/session-judge/previous-name", test_previous_name);
  g_test_add_func ("/ui/session-judge/doubtful", test_doubtful);
  g_test_add_func ("/ui/session-judge/whole-paragraph", test_whole_paragraph);
  g_test_add_func ("/ui/session-judge/jump", test_jump);
  g_test_add_func ("/ui/session-judge/label-after-borders", test_label_after_borders);
  g_test_add_func ("/ui/session-judge/paragraph-after-borders", test_paragraph_after_borders);
  return g_test_run ();
}
