/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list that is told of by pieces: what its listeners were told adds up to the list, whatever
 * happens while they are being told. */
#include "quo-unroll.h"

/* A list of numbers, and what somebody who listens to it knows of it. */
typedef struct
{
  GListModel *model; /* only to tell by */
  QuoUnroll unroll;
  GArray *rows, *known;
  guint n_signals, n_most; /* rows that were added by one signal, once the first was there */
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint n_removed, guint n_added,
                  Fixture *fixture)
{
  g_assert_cmpuint (position + n_removed, <=, fixture->known->len);
  if (n_removed > 0)
    g_array_remove_range (fixture->known, position, n_removed);
  for (guint i = position; i < position + n_added; i++)
    g_array_insert_val (fixture->known, i, g_array_index (fixture->rows, guint, i));
  g_assert_cmpuint (fixture->known->len, ==, fixture->unroll.n_told);
  fixture->n_signals++;
  if (fixture->known->len <= 200)
    fixture->n_most = MAX (fixture->n_most, n_added);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = G_LIST_MODEL (g_list_store_new (G_TYPE_OBJECT));
  fixture->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->known = g_array_new (FALSE, FALSE, sizeof (guint));
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  quo_unroll_stop (&fixture->unroll);
  g_array_unref (fixture->rows);
  g_array_unref (fixture->known);
  g_object_unref (fixture->model);
}

/* Numbers from @first on at @position. */
static void
insert (Fixture *fixture, guint position, guint first, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint value = first + i;

      g_array_insert_val (fixture->rows, position + i, value);
    }
}

static void
reset (Fixture *fixture, guint first, guint n)
{
  g_array_set_size (fixture->rows, 0);
  insert (fixture, 0, first, n);
  quo_unroll_reset (&fixture->unroll, fixture->model, n);
}

static void
change (Fixture *fixture, guint position, guint n_removed, guint first, guint n_added)
{
  if (n_removed > 0)
    g_array_remove_range (fixture->rows, position, n_removed);
  insert (fixture, position, first, n_added);
  quo_unroll_change (&fixture->unroll, fixture->model, position, n_removed, n_added);
}

/* A view has widgets for a screen somewhere in the middle, and for the row that has the focus. */
static gboolean
has_widget (gpointer row, gpointer data)
{
  guint number = GPOINTER_TO_UINT (row);

  return number == 100 || (number >= 2000 && number < 2200);
}

/* Others from @first on take the place of the rows. */
static void
exchange (Fixture *fixture, guint first, guint n)
{
  GPtrArray *old = g_ptr_array_new ();

  for (guint i = 0; i < fixture->rows->len; i++)
    g_ptr_array_add (old, GUINT_TO_POINTER (g_array_index (fixture->rows, guint, i)));
  g_array_set_size (fixture->rows, 0);
  insert (fixture, 0, first, n);
  quo_unroll_exchange (&fixture->unroll, fixture->model, n, old, has_widget, NULL);
}

/* What is known is the beginning of what there is, or of what is going. */
static void
assert_prefix (Fixture *fixture)
{
  g_assert_cmpuint (fixture->unroll.n, ==, fixture->rows->len);
  for (guint i = 0; fixture->unroll.old != NULL && i < fixture->known->len; i++)
    g_assert_cmpuint (g_array_index (fixture->known, guint, i), ==,
                      GPOINTER_TO_UINT (g_ptr_array_index (fixture->unroll.old, i)));
  if (fixture->unroll.old != NULL)
    return;
  g_assert_cmpuint (fixture->known->len, <=, fixture->rows->len);
  for (guint i = 0; i < fixture->known->len; i++)
    g_assert_cmpuint (g_array_index (fixture->known, guint, i), ==,
                      g_array_index (fixture->rows, guint, i));
}

static void
wait (Fixture *fixture)
{
  while (fixture->unroll.idle != 0)
    g_main_context_iteration (NULL, TRUE);
  assert_prefix (fixture);
  g_assert_cmpuint (fixture->known->len, ==, fixture->rows->len);
  g_assert_true (quo_unroll_is_finished (&fixture->unroll));
}

static void
pieces (Fixture *fixture, gconstpointer data)
{
  reset (fixture, 0, 100000);
  g_assert_cmpuint (fixture->known->len, >, 0);
  g_assert_cmpuint (fixture->known->len, <, 100);
  wait (fixture);
  /* Never many at once until a view has its widgets; then not for each few of so many. */
  g_assert_cmpuint (fixture->n_most, <, 100);
  g_assert_cmpuint (fixture->n_signals, <, 30);
  reset (fixture, 7, 3);
  g_assert_cmpuint (fixture->known->len, ==, 3);
  wait (fixture);
}

static void
finish (Fixture *fixture, gconstpointer data)
{
  reset (fixture, 0, 5000);
  quo_unroll_finish (&fixture->unroll);
  g_assert_cmpuint (fixture->unroll.idle, ==, 0);
  wait (fixture);
}

/* Rows that were not told of come and go unseen; others are told of at once. */
static void
changes_meanwhile (Fixture *fixture, gconstpointer data)
{
  guint n_signals;

  reset (fixture, 0, 5000);
  n_signals = fixture->n_signals;
  change (fixture, 4000, 1, 9000, 3);
  g_assert_cmpuint (fixture->n_signals, ==, n_signals);
  assert_prefix (fixture);
  change (fixture, 5, 2, 9100, 1);
  g_assert_cmpuint (fixture->n_signals, ==, n_signals + 1);
  assert_prefix (fixture);
  /* From what was told into what was not. */
  change (fixture, 10, 1000, 9200, 500);
  assert_prefix (fixture);
  wait (fixture);
}

static void
reset_meanwhile (Fixture *fixture, gconstpointer data)
{
  reset (fixture, 0, 5000);
  g_main_context_iteration (NULL, TRUE);
  reset (fixture, 20000, 300);
  wait (fixture);
  reset (fixture, 30000, 5000);
  g_main_context_iteration (NULL, TRUE);
  reset (fixture, 0, 0);
  g_assert_cmpuint (fixture->unroll.idle, ==, 0);
  wait (fixture);
}

/* All that was removed comes back in one change, by pieces as well. */
static void
all_back (Fixture *fixture, gconstpointer data)
{
  reset (fixture, 0, 5000);
  wait (fixture);
  change (fixture, 0, 5000, 0, 0);
  g_assert_cmpuint (fixture->known->len, ==, 0);
  change (fixture, 0, 0, 0, 5000);
  g_assert_cmpuint (fixture->known->len, <, 100);
  wait (fixture);
}

/* What no view has widgets for goes at once; the rest by pieces, and then the new rows come. */
static void
old_by_pieces (Fixture *fixture, gconstpointer data)
{
  guint n_known;

  reset (fixture, 0, 5000);
  wait (fixture);
  exchange (fixture, 7000, 4000);
  g_assert_cmpuint (fixture->known->len, ==, 201);
  g_assert_cmpuint (g_array_index (fixture->known, guint, 0), ==, 100);
  g_assert_false (quo_unroll_is_finished (&fixture->unroll));
  for (n_known = 201; fixture->unroll.old != NULL; n_known = fixture->known->len)
    {
      assert_prefix (fixture);
      g_main_context_iteration (NULL, TRUE);
      if (fixture->unroll.old != NULL)
        g_assert_cmpuint (n_known - fixture->known->len, <, 40);
    }
  g_assert_cmpuint (n_known, <, 100);
  wait (fixture);
  exchange (fixture, 0, 0);
  wait (fixture);
  g_assert_cmpuint (fixture->known->len, ==, 0);
  exchange (fixture, 0, 3000);
  wait (fixture);
}

/* While old rows go the new ones are nobody's concern, and may change again. */
static void
others_while_old_go (Fixture *fixture, gconstpointer data)
{
  guint n_signals;

  reset (fixture, 0, 5000);
  wait (fixture);
  exchange (fixture, 7000, 4000);
  n_signals = fixture->n_signals;
  change (fixture, 0, 1, 9000, 3);
  change (fixture, 4002, 0, 9100, 1);
  exchange (fixture, 8000, 500);
  change (fixture, 0, 500, 9000, 0);
  change (fixture, 0, 0, 9000, 100);
  g_assert_cmpuint (fixture->n_signals, ==, n_signals);
  assert_prefix (fixture);
  g_main_context_iteration (NULL, TRUE);
  assert_prefix (fixture);
  wait (fixture);
}

/* Who cannot wait has all of the new rows at once. */
static void
finish_while_old_go (Fixture *fixture, gconstpointer data)
{
  reset (fixture, 0, 5000);
  wait (fixture);
  exchange (fixture, 7000, 4000);
  quo_unroll_finish (&fixture->unroll);
  g_assert_cmpuint (fixture->unroll.idle, ==, 0);
  wait (fixture);
  exchange (fixture, 0, 5000);
  reset (fixture, 7000, 10);
  g_assert_null (fixture->unroll.old);
  wait (fixture);
  reset (fixture, 0, 5000);
  wait (fixture);
  exchange (fixture, 7000, 10);
  quo_unroll_stop (&fixture->unroll);
  g_assert_cmpuint (fixture->unroll.idle, ==, 0);
  g_assert_null (fixture->unroll.old);
}

static void
at_random (Fixture *fixture, gconstpointer data)
{
  reset (fixture, 0, 1000);
  for (guint i = 0; i < 2000; i++)
    {
      guint position = (guint)g_test_rand_int_range (0, (gint32)fixture->rows->len + 1);
      guint n_left = fixture->rows->len - position;

      if (g_test_rand_int_range (0, 50) == 0)
        reset (fixture, i, (guint)g_test_rand_int_range (0, 1000));
      else if (g_test_rand_int_range (0, 50) == 0)
        exchange (fixture, i, (guint)g_test_rand_int_range (0, 1000));
      else if (g_test_rand_int_range (0, 3) == 0)
        g_main_context_iteration (NULL, FALSE);
      else
        change (fixture, position, (guint)g_test_rand_int_range (0, (gint32)MIN (n_left, 60) + 1),
                i, (guint)g_test_rand_int_range (0, 90));
      assert_prefix (fixture);
    }
  wait (fixture);
}

#define ADD(name, func) g_test_add ("/ui/unroll/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pieces", pieces);
  ADD ("finish", finish);
  ADD ("changes-meanwhile", changes_meanwhile);
  ADD ("reset-meanwhile", reset_meanwhile);
  ADD ("all-back", all_back);
  ADD ("old-by-pieces", old_by_pieces);
  ADD ("others-while-old-go", others_while_old_go);
  ADD ("finish-while-old-go", finish_while_old_go);
  ADD ("at-random", at_random);
  return g_test_run ();
}
