/* SPDX-License-Identifier: GPL-3.0-or-later */
/* O, and Q where no quote is, in an article so long that a thread looks for its words in marks. */
#include "long-fixture.h"

#include <string.h>

#define QUOTE "“The river is ours,” said Omar Haddad.\n"
#define WORDS "“The river is ours,”"

typedef struct
{
  QuoSession *session;
  guint32 first, second; /* where the quotes begin */
} Fixture;

/* The first quote stands in the line @first. */
static QuoOpening *
make_opening (Fixture *fixture, guint first)
{
  const guint places[] = { first, N_LINES / 2 };

  fixture->first = (guint32)(first * strlen (FILLER));
  fixture->second = (guint32)((N_LINES / 2 - 1) * strlen (FILLER) + g_utf8_strlen (QUOTE, -1));
  return make_long_opening (QUOTE, places, G_N_ELEMENTS (places));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = quo_session_new ();
  quo_session_take_opening (fixture->session, make_opening (fixture, N_LINES / 3));
}

/* A thread that was given up still has the session for a moment. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  while (g_atomic_int_get ((gint *)&G_OBJECT (fixture->session)->ref_count) > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->session);
}

static void
put_caret (Fixture *fixture, guint32 caret)
{
  quo_session_select (fixture->session, caret, caret);
}

static void
assert_at (Fixture *fixture, guint32 start)
{
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, start);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Not marked: " WORDS);
}

/* The first time it takes a moment, from then on the place is known. */
static void
next (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_next_quote (fixture->session));
  g_assert_true (quo_session_is_busy (fixture->session));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, 0);
  wait_for (fixture->session);
  assert_at (fixture, fixture->first);
  put_caret (fixture, fixture->first + 100);
  g_assert_true (quo_session_next_quote (fixture->session));
  g_assert_false (quo_session_is_busy (fixture->session));
  assert_at (fixture, fixture->second);
}

/* The key twice is the key once. */
static void
again (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_next_quote (fixture->session));
  g_assert_true (quo_session_next_quote (fixture->session));
  wait_for (fixture->session);
  assert_at (fixture, fixture->first);
}

/* Q takes the next quote as soon as it is known. */
static void
capture (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *selected;

  quo_session_capture_quote (fixture->session);
  g_assert_true (quo_session_is_busy (fixture->session));
  wait_for (fixture->session);
  selected = quo_session_get_selected (fixture->session);
  g_assert_nonnull (selected);
  g_assert_cmpstr (selected->type, ==, "quote");
  g_assert_cmpuint (selected->ranges[0].start, ==, fixture->first);
  g_assert_true (quo_session_is_prompting (fixture->session));
}

/* A quote at the caret is taken without looking for others; so is selected text. */
static void
near (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *selected;

  put_caret (fixture, fixture->second + 5);
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_is_busy (fixture->session));
  quo_session_select (fixture->session, fixture->first + 1, fixture->first + 10);
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_is_busy (fixture->session));
  selected = quo_session_get_selected (fixture->session);
  g_assert_cmpstr (quo_attrs_find (selected->attrs, selected->n_attrs, "form")->values->text, ==,
                   "direct");
  quo_session_select (fixture->session, fixture->first + 100, fixture->first + 120);
  g_assert_true (quo_session_capture_quote (fixture->session));
  selected = quo_session_get_selected (fixture->session);
  g_assert_cmpstr (quo_attrs_find (selected->attrs, selected->n_attrs, "form")->values->text, ==,
                   "indirect");
}

/* Who has gone elsewhere, or done something, stays there; what was found is kept. */
static void
interrupted (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_next_quote (fixture->session));
  quo_session_select (fixture->session, 4, 9);
  g_assert_true (quo_session_tag (fixture->session, "place"));
  put_caret (fixture, 0);
  wait_for (fixture->session);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, 0);
  g_assert_true (quo_session_next_quote (fixture->session));
  g_assert_false (quo_session_is_busy (fixture->session));
  assert_at (fixture, fixture->first);
}

static void
closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_next_quote (fixture->session));
  quo_session_take_opening (fixture->session, NULL);
  g_assert_false (quo_session_is_busy (fixture->session));
}

/* Another article is opened while the one before is looked through: its answer is not taken for
 * the new one. */
static void
another_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_next_quote (fixture->session));
  quo_session_take_opening (fixture->session, make_opening (fixture, N_LINES / 4));
  g_assert_true (quo_session_next_quote (fixture->session));
  wait_for (fixture->session);
  assert_at (fixture, fixture->first);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/session-marks/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("next", next);
  ADD ("again", again);
  ADD ("capture", capture);
  ADD ("near", near);
  ADD ("interrupted", interrupted);
  ADD ("closed-meanwhile", closed_meanwhile);
  ADD ("another-meanwhile", another_meanwhile);
  return g_test_run ();
}
