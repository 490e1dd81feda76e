/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-stream.h"

/* More frames than any thread needs to get its turn. */
#define MANY_FRAMES 1000000

typedef struct
{
  gint n_worked; /* atomic */
  guint n_taken, n_frames;
  gboolean is_ended;
} Case;

static gpointer
work (gpointer item, gpointer context, GCancellable *cancellable)
{
  Case *c = context;

  g_atomic_int_inc (&c->n_worked);
  return g_strdup (item);
}

static void
take (gpointer result, gpointer data)
{
  Case *c = data;
  g_autofree char *word = result;

  g_assert_cmpstr (word, ==, c->n_taken == 0 ? "one" : "two");
  c->n_taken++;
}

static void
end (gpointer data)
{
  Case *c = data;

  c->is_ended = TRUE;
}

static QuoStream *
start (Case *c)
{
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_add (items, (gpointer) "one");
  g_ptr_array_add (items, (gpointer) "two");
  return quo_stream_start (items, work, c, NULL, g_free, take, end, c);
}

static void
test_all_come (void)
{
  Case c = { 0 };
  QuoStream *stream = start (&c);

  while (!c.is_ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (c.n_taken, ==, 2);
  quo_stream_stop (stream);
}

/* A frame that took so long that it is time for the next one. Those are counted in which there is
 * something to take. */
static gboolean
paint (gpointer data)
{
  Case *c = data;

  if (g_atomic_int_get (&c->n_worked) == 2)
    c->n_frames++;
  g_thread_yield ();
  return G_SOURCE_CONTINUE;
}

/* While a search runs a spinner turns. On a slow machine that takes all the time there is, and what
 * was found never came: the search did not end. */
static void
test_comes_while_painting (void)
{
  Case c = { 0 };
  /* GDK_PRIORITY_REDRAW */
  guint painting = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 20, paint, &c, NULL);
  QuoStream *stream = start (&c);

  while (!c.is_ended && c.n_frames < MANY_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (c.is_ended);
  g_assert_cmpuint (c.n_taken, ==, 2);
  quo_stream_stop (stream);
  g_source_remove (painting);
}

/* Nothing comes any more, whatever was found. */
static void
test_stopped (void)
{
  Case c = { 0 };
  QuoStream *stream = start (&c);

  while (g_atomic_int_get (&c.n_worked) < 2)
    g_thread_yield ();
  quo_stream_stop (stream);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (c.n_taken, ==, 0);
  g_assert_false (c.is_ended);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/stream/all-come", test_all_come);
  g_test_add_func ("/ui/stream/comes-while-painting", test_comes_while_painting);
  g_test_add_func ("/ui/stream/stopped", test_stopped);
  return g_test_run ();
}
