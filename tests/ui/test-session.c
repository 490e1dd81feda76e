/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a key acts on, rule by rule, without a screen: what is selected wins, else the name or word
 * round the caret is meant; and where the keys that go on lead to. */
#include "session-fixture.h"

#include <string.h>

/* Rule 1: a text selection always wins */

static void
selection_tags_exactly (Fixture *fixture, gconstpointer data)
{
  select_words (fixture, "grid Be");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "grid Be");
  g_assert_true (quo_span_is_empty (quo_session_get_selection (fixture->session)));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place ("grid Be", 0).end);
}

static void
selection_same_again_adds_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  select_words (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  first = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  put_caret (fixture, "laughed");
  select_words (fixture, "Ingrid Berg");
  g_assert_false (quo_session_tag (fixture->session, "person"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 1);
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, first);
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "Already"));
}

static void
selection_other_label_is_second (Fixture *fixture, gconstpointer data)
{
  select_words (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  select_words (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "organization"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 2);
  assert_selected (fixture, "organization", "Ingrid Berg");
}

/* Also while an annotation is selected and while the prompt stands. */
static void
selection_wins_over_selected (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“We promised");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_is_prompting (fixture->session));
  select_words (fixture, "town");
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  g_assert_true (quo_session_tag (fixture->session, "place"));
  assert_selected (fixture, "place", "town");
}

static void
selection_is_never_rounded (Fixture *fixture, gconstpointer data)
{
  quo_session_select (fixture->session, 3, 5);
  g_assert_cmpuint (quo_session_get_selection (fixture->session).start, ==, 3);
  g_assert_cmpuint (quo_session_get_selection (fixture->session).end, ==, 5);
  quo_session_select (fixture->session, 9, 4);
  g_assert_cmpuint (quo_session_get_selection (fixture->session).start, ==, 4);
  quo_session_select (fixture->session, 10, G_MAXUINT32);
  g_assert_cmpuint (quo_session_get_selection (fixture->session).end, ==,
                    (guint)g_utf8_strlen (story, -1));
}

static void
selection_captures_quote_exactly (Fixture *fixture, gconstpointer data)
{
  select_words (fixture, "he said, ‘The river has it,’");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "he said, ‘The river has it,’");
  g_assert_true (quo_session_is_prompting (fixture->session));
}

/* Rule 3: a selected annotation is relabelled */

static void
selected_is_relabelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  put_caret (fixture, "HALDEN");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  id = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_true (quo_session_tag (fixture->session, "place"));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, id);
  assert_selected (fixture, "place", "HALDEN");
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 0);
  g_assert_cmpuint (quo_session_count (fixture->session, "place"), ==, 1);
  g_assert_false (quo_session_tag (fixture->session, "place"));
  g_assert_false (quo_session_tag (fixture->session, "no-label"));
}

/* Rule 4: the name or word round the caret */

static void
caret_tags_whole_name (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Adler, an");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "Paul Adler");
  put_caret (fixture, "engineer");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "engineer");
}

static void
caret_beside_nothing (Fixture *fixture, gconstpointer data)
{
  quo_session_select (fixture->session, 15, 15);
  g_assert_false (quo_session_tag (fixture->session, "person"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 0);
}

static void
caret_in_tagged_selects_it (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  put_caret (fixture, "laughed");
  g_assert_null (quo_session_get_selected (fixture->session));
  put_caret (fixture, "Ingrid Berg");
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_false (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "Ingrid Berg");
}

/* What stays selected */

static void
selected_stays_while_inside (Fixture *fixture, gconstpointer data)
{
  QuoSpan name = place ("Ingrid Berg", 0);

  quo_session_select (fixture->session, name.start, name.start);
  g_assert_true (quo_session_tag (fixture->session, "person"));
  quo_session_follow (fixture->session, name.end, QUO_SPAN (name.end, name.end));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  quo_session_follow (fixture->session, name.end + 9, QUO_SPAN (name.end + 2, name.end + 9));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  quo_session_follow (fixture->session, name.end + 1, QUO_SPAN (0, 0));
  g_assert_null (quo_session_get_selected (fixture->session));
}

static void
escape_goes_outwards (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  select_words (fixture, "Tuesday");
  g_assert_true (quo_session_escape (fixture->session));
  g_assert_true (quo_span_is_empty (quo_session_get_selection (fixture->session)));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  g_assert_true (quo_session_escape (fixture->session));
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_false (quo_session_escape (fixture->session));
}

static void
click_selects_the_innermost (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“I asked");
  g_assert_true (quo_session_capture_quote (fixture->session));
  select_words (fixture, "river");
  g_assert_true (quo_session_tag (fixture->session, "place"));
  quo_session_select_at (fixture->session, place ("laughed", 0).start);
  g_assert_null (quo_session_get_selected (fixture->session));
  quo_session_select_at (fixture->session, place ("river", 0).start + 2);
  assert_selected (fixture, "place", "river");
}

/* J, K, U, O, auto-advance */

static void
next_and_previous (Fixture *fixture, gconstpointer data)
{
  g_assert_false (quo_session_next (fixture->session, 1));
  put_caret (fixture, "HALDEN");
  g_assert_true (quo_session_tag (fixture->session, "place"));
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_tag (fixture->session, "date"));
  quo_session_select (fixture->session, 0, 0);
  g_assert_true (quo_session_next (fixture->session, 1));
  assert_selected (fixture, "place", "HALDEN");
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place ("HALDEN", 0).start);
  g_assert_true (quo_session_next (fixture->session, 1));
  assert_selected (fixture, "date", "Tuesday");
  g_assert_false (quo_session_next (fixture->session, 1));
  assert_selected (fixture, "date", "Tuesday");
  g_assert_true (quo_session_next (fixture->session, -1));
  assert_selected (fixture, "place", "HALDEN");
  g_assert_false (quo_session_next (fixture->session, -1));
}

static void
next_name_goes_round (Fixture *fixture, gconstpointer data)
{
  guint32 first, last = 0;
  guint n_names = 0;

  g_assert_true (quo_session_next_name (fixture->session));
  first = quo_session_get_caret (fixture->session);
  g_assert_null (quo_session_get_selected (fixture->session));
  do
    {
      last = quo_session_get_caret (fixture->session);
      n_names++;
      g_assert_true (quo_session_next_name (fixture->session));
    }
  while (quo_session_get_caret (fixture->session) > last && n_names < 50);
  g_assert_cmpuint (n_names, >, 2);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, first);
}

/* What was passed over once is asked for again only when nothing else is left. */
static void
next_name_leaves_passed (Fixture *fixture, gconstpointer data)
{
  guint n_adler = 0, n_all = 0;

  while (quo_session_next_name (fixture->session) && n_all++ < 12)
    {
      const char *message = quo_session_get_message (fixture->session);

      if (g_str_has_suffix (message, ": Paul Adler"))
        n_adler++;
      if (n_adler == 2)
        break;
    }
  g_assert_cmpuint (n_adler, ==, 2);
  /* Between the two stood every other name: Halden, Ingrid Berg, Berg and Adler among them. */
  g_assert_cmpuint (n_all, >=, 5);
}

/* With auto-advance T still finds what was tagged, and goes on as well. */
static void
repeats_what_was_just_tagged (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->session, "auto-advance", TRUE, NULL);
  put_caret (fixture, "Paul Adler,");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_true (quo_session_tag_all (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 2);
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Not tagged: Berg");
}

static void
next_name_passes_tagged (Fixture *fixture, gconstpointer data)
{
  guint n_names = 0;

  while (quo_session_next_name (fixture->session) && n_names++ < 50)
    g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_cmpuint (n_names, <, 20);
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, n_names);
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "Every name"));
}

/* O, Q, Enter: three keys a quote, until nothing is left. */
static void
next_quote_marks_all (Fixture *fixture, gconstpointer data)
{
  guint n_quotes = 0;

  while (quo_session_next_quote (fixture->session) && n_quotes++ < 20)
    {
      g_assert_true (quo_session_capture_quote (fixture->session));
      g_assert_true (quo_session_link_speaker (fixture->session, ""));
    }
  g_assert_cmpuint (n_quotes, ==, 4);
  g_assert_cmpuint (quo_session_count (fixture->session, "quote"), ==, 4);
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "Every quote"));
}

static void
next_quote_stops_at_unlinked (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quo_session_select (fixture->session, place ("laughed", 0).start, place ("laughed", 0).start);
  g_assert_true (quo_session_next_quote (fixture->session));
  assert_selected (fixture, "quote", "“Good,”");
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_false (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_is_prompting (fixture->session));
}

/* Words in marks that O was pressed again at are no quote; they are asked for again when nothing
 * else is left. */
static void
next_quote_remembers_passed (Fixture *fixture, gconstpointer data)
{
  guint32 first;

  g_assert_true (quo_session_next_quote (fixture->session));
  first = quo_session_get_caret (fixture->session);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (quo_session_next_quote (fixture->session));
      g_assert_cmpuint (quo_session_get_caret (fixture->session), >, first);
      g_assert_true (quo_session_capture_quote (fixture->session));
      g_assert_true (quo_session_link_speaker (fixture->session, ""));
      quo_session_select (fixture->session, 0, 0);
    }
  g_assert_true (quo_session_next_quote (fixture->session));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, first);
  g_assert_true (quo_session_next_quote (fixture->session));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, first);
}

static void
advance_after_tag_and_link (Fixture *fixture, gconstpointer data)
{
  QuoSpan berg = place ("Ingrid Berg", 0);

  g_object_set (fixture->session, "auto-advance", TRUE, NULL);
  quo_session_select (fixture->session, berg.start, berg.start);
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), >, berg.end);
  put_caret (fixture, "“We promised");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_link_speaker (fixture->session, ""));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place ("“I asked", 0).start);
}

/* Who only hears the page is told what the caret goes into and comes out of, once. */
static void
caret_tells_where_it_is (Fixture *fixture, gconstpointer data)
{
  guint32 start;

  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  start = quo_annotation_get_hull (quo_session_get_selected (fixture->session)).start;
  quo_session_follow (fixture->session, 0, QUO_SPAN (0, 0));
  quo_session_follow (fixture->session, start, QUO_SPAN (start, start));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "In Person: Ingrid Berg");
  quo_session_set_message (fixture->session, "-");
  quo_session_follow (fixture->session, start + 1, QUO_SPAN (start + 1, start + 1));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "-");
  put_caret (fixture, "“I asked");
  g_assert_true (quo_session_capture_quote (fixture->session));
  start = quo_session_get_caret (fixture->session);
  quo_session_follow (fixture->session, 0, QUO_SPAN (0, 0));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "No annotation here");
  quo_session_follow (fixture->session, start, QUO_SPAN (start, start));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "In a quote without a speaker");
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "selection/exactly", selection_tags_exactly },
    { "selection/same-again", selection_same_again_adds_nothing },
    { "selection/other-label", selection_other_label_is_second },
    { "selection/wins-over-selected", selection_wins_over_selected },
    { "selection/never-rounded", selection_is_never_rounded },
    { "selection/quote", selection_captures_quote_exactly },
    { "selected/relabel", selected_is_relabelled },
    { "caret/name", caret_tags_whole_name },
    { "caret/nothing", caret_beside_nothing },
    { "caret/tagged", caret_in_tagged_selects_it },
    { "selected/stays", selected_stays_while_inside },
    { "selected/escape", escape_goes_outwards },
    { "selected/click", click_selects_the_innermost },
    { "go/annotation", next_and_previous },
    { "go/name", next_name_goes_round },
    { "go/name-passed", next_name_leaves_passed },
    { "go/name-repeated", repeats_what_was_just_tagged },
    { "go/name-tagged", next_name_passes_tagged },
    { "go/quote", next_quote_marks_all },
    { "go/quote-unlinked", next_quote_stops_at_unlinked },
    { "go/quote-passed", next_quote_remembers_passed },
    { "go/advance", advance_after_tag_and_link },
    { "caret/told", caret_tells_where_it_is },
  };

  return session_fixture_run (argc, argv, "session", tests, G_N_ELEMENTS (tests));
}
