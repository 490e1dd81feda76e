/* SPDX-License-Identifier: GPL-3.0-or-later */
/* U and Shift+U in an article so long that it is looked through by pieces. */
#include "long-fixture.h"

#include <string.h>

#define NAME "we met Omar Haddad there.\n"

typedef struct
{
  QuoSession *session;
  guint32 length, name; /* where it begins */
} Fixture;

/* Several pieces stand before the name, several behind it. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  const guint line = N_LINES / 2;
  QuoOpening *opening = make_long_opening (NAME, &line, 1);

  fixture->length = quo_text_get_length (opening->snapshot->article->text);
  fixture->name = (guint32)(line * strlen (FILLER) + strlen ("we met "));
  fixture->session = quo_session_new ();
  quo_session_take_opening (fixture->session, opening);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

static void
assert_found (Fixture *fixture)
{
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, fixture->name);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Not tagged: Omar Haddad");
}

static void
put_caret (Fixture *fixture, guint32 caret)
{
  quo_session_select (fixture->session, caret, caret);
}

static void
forward (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_next_name (fixture->session));
  g_assert_true (quo_session_is_busy (fixture->session));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, 0);
  wait_for (fixture->session);
  assert_found (fixture);
  /* What is told of the name is not true any more where the caret goes then. */
  put_caret (fixture, 0);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "No annotation here");
}

/* Past the end it is looked for from the start. */
static void
round_the_end (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, fixture->name + 20);
  g_assert_true (quo_session_next_name (fixture->session));
  wait_for (fixture->session);
  assert_found (fixture);
}

static void
back (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, fixture->length);
  g_assert_true (quo_session_previous_name (fixture->session));
  g_assert_true (quo_session_is_busy (fixture->session));
  wait_for (fixture->session);
  assert_found (fixture);
  put_caret (fixture, fixture->name);
  quo_session_previous_name (fixture->session);
  wait_for (fixture->session);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, fixture->name);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Every name before is tagged");
}

/* Near the caret it is found at once, whatever the length of the article. */
static void
near (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, fixture->name - 100);
  g_assert_true (quo_session_next_name (fixture->session));
  g_assert_false (quo_session_is_busy (fixture->session));
  assert_found (fixture);
  put_caret (fixture, fixture->name + 100);
  g_assert_true (quo_session_previous_name (fixture->session));
  g_assert_false (quo_session_is_busy (fixture->session));
  assert_found (fixture);
}

static void
none (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, fixture->name);
  g_assert_true (quo_session_tag (fixture->session, "person"));
  quo_session_next_name (fixture->session);
  wait_for (fixture->session);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Every name is tagged");
}

/* What was passed over is asked for once more when nothing else is left. */
static void
passed (Fixture *fixture, gconstpointer data)
{
  quo_session_next_name (fixture->session);
  wait_for (fixture->session);
  quo_session_next_name (fixture->session);
  g_assert_true (quo_session_is_busy (fixture->session));
  wait_for (fixture->session);
  assert_found (fixture);
}

/* Who has gone elsewhere, or done something, stays there. */
static void
interrupted (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_next_name (fixture->session));
  put_caret (fixture, 30);
  wait_for (fixture->session);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, 30);
  put_caret (fixture, 4);
  g_assert_true (quo_session_next_name (fixture->session));
  quo_session_select (fixture->session, 4, 9);
  g_assert_true (quo_session_tag (fixture->session, "place"));
  quo_session_select (fixture->session, 4, 4);
  wait_for (fixture->session);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, 4);
  /* The key again begins again. */
  g_assert_true (quo_session_next_name (fixture->session));
  g_assert_true (quo_session_next_name (fixture->session));
  wait_for (fixture->session);
  assert_found (fixture);
}

static void
closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_next_name (fixture->session));
  quo_session_take_opening (fixture->session, NULL);
  g_assert_false (quo_session_is_busy (fixture->session));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/session-names/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("forward", forward);
  ADD ("round-the-end", round_the_end);
  ADD ("back", back);
  ADD ("near", near);
  ADD ("none", none);
  ADD ("passed", passed);
  ADD ("interrupted", interrupted);
  ADD ("closed-meanwhile", closed_meanwhile);
  return g_test_run ();
}
