/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-name-tally.h"

/* The words of an article beside a plain table of them. */

#define N_COUNTED 50000
#define N_WORDS 9000 /* more than there are slots at first */

static void
test_random (void)
{
  QuoNameTally *tally = quo_name_tally_new ();
  g_autofree guint *counts = g_new0 (guint, N_WORDS);
  QuoWordFacts *first = quo_name_tally_look_up (tally, "word 0");

  for (guint i = 0; i < N_COUNTED; i++)
    {
      guint n = (guint)g_test_rand_int_range (0, N_WORDS);
      g_autofree char *word = g_strdup_printf ("word %u", n);

      counts[n]++;
      quo_name_tally_look_up (tally, word)->tally.n_small++;
    }
  for (guint n = 0; n < N_WORDS; n++)
    {
      g_autofree char *word = g_strdup_printf ("word %u", n);

      g_assert_cmpuint (quo_name_tally_get (tally, word).n_small, ==, counts[n]);
    }
  g_assert_true (quo_name_tally_look_up (tally, "word 0") == first);
  g_assert_false (first->is_known);
  g_assert_cmpuint (quo_name_tally_get (tally, "none of them").n_small, ==, 0);
  quo_name_tally_free (tally);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/name-tally/random", test_random);
  return g_test_run ();
}
