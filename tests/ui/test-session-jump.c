/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F: to a word by its first two letters. */
#include "session-fixture.h"

#include <string.h>

static void
assert_at (Fixture *fixture, const char *words, guint nth)
{
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place (words, nth).start);
}

static void
type (Fixture *fixture, const char *letters)
{
  quo_session_begin_jump (fixture->session);
  for (const char *p = letters; *p != '\0'; p++)
    {
      g_assert_true (quo_session_is_jumping (fixture->session));
      quo_session_type_jump (fixture->session, (gunichar)*p);
    }
  g_assert_false (quo_session_is_jumping (fixture->session));
}

/* The nearest to either side, then the next nearest, then none. */
static void
to_the_nearest (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "recalled");
  type (fixture, "ad");
  assert_at (fixture, "Adler, an", 0);
  type (fixture, "\n");
  assert_at (fixture, "Adler laughed", 0);
  type (fixture, "\n");
  assert_at (fixture, "Adler said", 0);
  type (fixture, "\n");
  assert_at (fixture, "Adler said", 0);
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "ad"));
}

/* A capital is a capital; a small letter is both. */
static void
letters_and_case (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_jump (fixture->session, "br"));
  assert_at (fixture, "bridge", 0);
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_jump (fixture->session, "Br"));
  assert_at (fixture, "Bridge", 0);
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_jump (fixture->session, "a "));
  assert_at (fixture, "a bridge", 0);
  g_assert_false (quo_session_jump (fixture->session, "xq"));
  g_assert_false (quo_session_jump (fixture->session, "x"));
  assert_at (fixture, "a bridge", 0);
}

/* What is marked is passed over; the label tags what was gone to. */
static void
past_what_is_marked (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Paul Adler, an");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  put_caret (fixture, "recalled");
  g_assert_true (quo_session_jump (fixture->session, "pa"));
  assert_at (fixture, "Paul Adler laughed", 0);
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_true (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "Paul Adler");
}

/* Shift+F selects on to the end of the word, and farther; what is selected can be tagged. */
static void
selecting (Fixture *fixture, gconstpointer data)
{
  QuoSpan span;

  quo_session_select (fixture->session, place ("Paul Adler laughed", 0).start,
                      place ("Paul Adler laughed", 0).start);
  g_assert_true (quo_session_jump_select (fixture->session, "la"));
  span = quo_session_get_selection (fixture->session);
  g_assert_true (quo_span_equal (span, place ("Paul Adler laughed", 0)));
  g_assert_false (quo_session_jump_select (fixture->session, ""));
  g_assert_true (quo_session_is_jumping (fixture->session));
  quo_session_type_jump (fixture->session, 'n');
  quo_session_type_jump (fixture->session, 'o');
  span = quo_session_get_selection (fixture->session);
  g_assert_true (quo_span_equal (span, place ("Paul Adler laughed. Berg did not", 0)));
  g_assert_false (quo_session_jump_select (fixture->session, "br"));
  g_assert_true (quo_session_tag (fixture->session, "event"));
  assert_selected (fixture, "event", "Paul Adler laughed. Berg did not");
}

/* Any other key ends the waiting. */
static void
ended (Fixture *fixture, gconstpointer data)
{
  g_assert_false (quo_session_jump (fixture->session, ""));
  g_assert_true (quo_session_is_jumping (fixture->session));
  quo_session_type_jump (fixture->session, 'p');
  quo_session_end_jump (fixture->session);
  g_assert_false (quo_session_is_jumping (fixture->session));
  type (fixture, "pa");
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "nearest", to_the_nearest },     { "letters", letters_and_case },
    { "marked", past_what_is_marked }, { "ended", ended },
    { "selecting", selecting },
  };

  return session_fixture_run (argc, argv, "session-jump", tests, G_N_ELEMENTS (tests));
}
