/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quote and its speaker: what Q takes, and how the prompt links whom. */
#include "session-fixture.h"

#include <string.h>

/* Rule 2: the prompt */

static void
prompt_links_by_rank (Fixture *fixture, gconstpointer data)
{
  const QuoRelation *relation;
  g_autofree char *quote = NULL;

  put_caret (fixture, "Paul Adler, an");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  put_caret (fixture, "“I asked");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_cmpuint (quo_session_get_candidates (fixture->session)->len, >, 0);
  g_assert_true (quo_session_link_candidate (fixture->session, 0));
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, quote);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Speaker: Paul Adler");
  relation = quo_document_find_relation (quo_session_get_document (fixture->session), "quotation",
                                         "quote", quote);
  g_assert_nonnull (quo_relation_find_role (relation, "source"));
}

static void
prompt_ends_by_escape_and_caret (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_escape (fixture->session));
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  g_assert_false (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_is_prompting (fixture->session));
  quo_session_follow (fixture->session, quo_session_get_caret (fixture->session) + 1,
                      QUO_SPAN (0, 0));
  g_assert_false (quo_session_is_prompting (fixture->session));
}

/* A click on the question in the margin. */
static void
unlinked_quote_is_asked_about (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quote = NULL;

  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_true (quo_session_escape (fixture->session));
  put_caret (fixture, "Ingrid Berg");
  quo_session_ask_speaker (fixture->session, quote);
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, quote);
  g_assert_true (quo_session_is_prompting (fixture->session));
  g_assert_true (quo_session_link_speaker (fixture->session, ""));
  quo_session_ask_speaker (fixture->session, quote);
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, quote);
}

static void
prompt_without_candidate_makes_no_edit (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_false (quo_session_link_speaker (fixture->session, ""));
  g_assert_cmpuint (quo_document_get_n_undo (quo_session_get_document (fixture->session)), ==, 1);
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_link_candidate (fixture->session, 50));
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "51"));
}

static void
link_takes_given_ids (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  g_autofree char *berg = NULL;
  g_autofree char *quote = NULL;
  const QuoRelation *relation;

  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  berg = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  put_caret (fixture, "“We promised");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_false (quo_session_link_speaker (fixture->session, "nobody"));
  g_assert_false (quo_session_link_speaker (fixture->session, quote));
  g_assert_false (quo_session_link_speaker (fixture->session, "@9-3"));
  g_assert_true (quo_session_link_speaker (fixture->session, berg));
  relation = quo_document_find_relation (document, "quotation", "quote", quote);
  g_assert_true (quo_role_has (quo_relation_find_role (relation, "source"), berg));
  g_assert_false (quo_session_link_speaker (fixture->session, berg));
}

static void
link_name_makes_a_person (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_link_name (fixture->session, "  "));
  g_assert_true (quo_session_link_name (fixture->session, "Vera Lind"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 1);
  put_caret (fixture, "“I asked");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_link_name (fixture->session, "vera lind"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 1);
}

/* "She" is no name: she is marked as a mention, and nobody is called so. Done again, the link
 * leaves its quote selected as it did at first. */
static void
link_pronoun_makes_a_mention (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  QuoSpan she = place ("she told", 0);
  g_autofree char *at = g_strdup_printf ("@%u-%u", she.start, she.start + 3);
  g_autofree char *quote = NULL;
  const QuoAnnotation *mention;
  const QuoRelation *relation;

  put_caret (fixture, "“We promised");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_true (quo_session_link_speaker (fixture->session, at));
  relation = quo_document_find_relation (document, "quotation", "quote", quote);
  mention = quo_document_find_annotation (document,
                                          quo_relation_find_role (relation, "source")->members[0]);
  g_assert_cmpstr (mention->type, ==, "mention");
  g_assert_cmpstr (quo_attrs_get_text (mention->attrs, mention->n_attrs, "form"), ==, "pronoun");
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 0);
  g_assert_false (quo_session_link_speaker (fixture->session, at));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 0);
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_true (quo_session_redo (fixture->session));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, quote);
}

/* Q */

static void
quote_across_an_interruption (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "and you will");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote",
                   "“We promised this town a bridge,”|“and you will walk across it.”");
  g_assert_cmpuint (quo_session_count (fixture->session, "cue"), ==, 1);
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 1);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place ("and you", 0).start + 1);
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 0);
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 0);
  g_assert_null (quo_session_get_selected (fixture->session));
}

static void
quote_innermost_then_outer (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "river");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "‘The river has it,’");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "“I asked, and he said, ‘The river has it,’ and hung up,”");
  g_assert_cmpuint (quo_session_count (fixture->session, "quote"), ==, 2);
}

static void
quote_marked_is_only_selected (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  put_caret (fixture, "laughed");
  put_caret (fixture, "Good");
  g_assert_false (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "“Good,”");
  g_assert_true (quo_session_is_prompting (fixture->session));
  g_assert_cmpuint (quo_document_get_n_undo (quo_session_get_document (fixture->session)), ==, 1);
}

static void
quote_without_marks (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Adler said");
  g_assert_false (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_is_prompting (fixture->session));
  select_words (fixture, "Berg did not");
  g_assert_true (quo_session_tag (fixture->session, "quote"));
  put_caret (fixture, "laughed");
  put_caret (fixture, "did not");
  g_assert_false (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "Berg did not");
  g_assert_true (quo_session_is_prompting (fixture->session));
}

/* In no quote Q takes the next one, so that O is not needed; what is linked is passed over. */
static void
quote_that_comes_next (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote",
                   "“We promised this town a bridge,”|“and you will walk across it.”");
  g_assert_true (quo_session_is_prompting (fixture->session));
  g_assert_true (quo_session_link_name (fixture->session, "Ingrid Berg"));
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "“I asked, and he said, ‘The river has it,’ and hung up,”");
  /* It is marked, but nobody is linked yet: Q comes back to it, with no edit. */
  put_caret (fixture, "Tuesday");
  g_assert_false (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "“I asked, and he said, ‘The river has it,’ and hung up,”");
  g_assert_true (quo_session_is_prompting (fixture->session));
}

static void
assert_form (Fixture *fixture, const char *words, const char *form)
{
  const QuoAnnotation *quote;

  select_words (fixture, words);
  g_assert_true (quo_session_capture_quote (fixture->session));
  quote = quo_session_get_selected (fixture->session);
  g_assert_cmpstr (quo_attrs_get_text (quote->attrs, quote->n_attrs, "form"), ==, form);
}

/* Selected words say by their marks how they are quoted. */
static void
form_of_selected_words (Fixture *fixture, gconstpointer data)
{
  assert_form (fixture, "“We promised this town a bridge,”", "direct");
  assert_form (fixture, "The river has it", "direct");
  assert_form (fixture, "Berg did not", "indirect");
  assert_form (fixture, "Paul Adler laughed. Berg did not. “Good,”", "mixed");
}

/* Tagging with the quote label and nothing selected is Q. */
static void
quote_by_its_label (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_tag (fixture->session, "quote"));
  assert_selected (fixture, "quote", "“Good,”");
  g_assert_true (quo_session_is_prompting (fixture->session));
}

/* Shift+Q: speech that nothing shows but its beginning. Again: another end of the same quote; the
 * caret may stand within its first word. */
static void
quote_from_here (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "ayor Ingrid");
  g_assert_true (quo_session_capture_from_here (fixture->session));
  assert_selected (fixture, "quote", "Mayor Ingrid Berg spoke on Tuesday");
  g_assert_true (quo_session_is_prompting (fixture->session));
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "spoke on Tuesday"));
  g_assert_true (quo_session_link_speaker (fixture->session, "@80-83"));
}

/* Where there is no comma nothing can be changed: it is said, or the key would seem to do nothing.
 */
static void
quote_from_here_with_one_end (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "ayor Ingrid");
  g_assert_true (quo_session_capture_from_here (fixture->session));
  g_assert_true (quo_session_capture_from_here (fixture->session));
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "No other end"));
  assert_selected (fixture, "quote", "Mayor Ingrid Berg spoke on Tuesday");
  g_assert_true (quo_session_is_prompting (fixture->session));
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 0);
}

static void
quote_from_here_to_another_end (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  put_caret (fixture, "she told a");
  g_assert_true (quo_session_capture_from_here (fixture->session));
  id = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  assert_selected (fixture, "quote", "she told a meeting, “and you will walk across it.”");
  g_assert_true (quo_session_capture_from_here (fixture->session));
  assert_selected (fixture, "quote", "she told a meeting");
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, id);
  g_assert_true (quo_session_is_prompting (fixture->session));
  g_assert_true (quo_session_capture_from_here (fixture->session));
  assert_selected (fixture, "quote", "she told a meeting, “and you will walk across it.”");
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 1);
}

static void
quote_from_here_where_nothing_stands (Fixture *fixture, gconstpointer data)
{
  quo_session_select (fixture->session, 15, 15); /* an empty line */
  g_assert_false (quo_session_capture_from_here (fixture->session));
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "No word"));
  select_words (fixture, "Berg did not");
  g_assert_true (quo_session_capture_from_here (fixture->session));
  assert_selected (fixture, "quote", "Berg did not");
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "prompt/rank", prompt_links_by_rank },
    { "prompt/ends", prompt_ends_by_escape_and_caret },
    { "prompt/asks-about-unlinked-quote", unlinked_quote_is_asked_about },
    { "prompt/no-candidate", prompt_without_candidate_makes_no_edit },
    { "link/ids", link_takes_given_ids },
    { "link/name", link_name_makes_a_person },
    { "link/pronoun", link_pronoun_makes_a_mention },
    { "quote/interrupted", quote_across_an_interruption },
    { "quote/nested", quote_innermost_then_outer },
    { "quote/marked", quote_marked_is_only_selected },
    { "quote/no-marks", quote_without_marks },
    { "quote/next", quote_that_comes_next },
    { "quote/form", form_of_selected_words },
    { "quote/label", quote_by_its_label },
    { "quote/from-here", quote_from_here },
    { "quote/from-here-one-end", quote_from_here_with_one_end },
    { "quote/from-here-again", quote_from_here_to_another_end },
    { "quote/from-here-nothing", quote_from_here_where_nothing_stands },
  };

  return session_fixture_run (argc, argv, "session-quotes", tests, G_N_ELEMENTS (tests));
}
