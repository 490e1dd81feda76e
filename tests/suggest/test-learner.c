/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-learner.h"
#include "quo-weights.h"

#include "quo-error.h"

#include <math.h>

#define N_EXAMPLES 400

/* Answers drawn from known weights are learnt back. */
static void
test_recovers (void)
{
  const double truth[3] = { -0.5, 2, -1.5 };
  g_autoptr (QuoExamples) examples = quo_examples_new (3);
  GRand *rand = g_rand_new_with_seed (7);
  double weights[3] = { 0, 0, 0 };

  for (guint i = 0; i < 10 * N_EXAMPLES; i++)
    {
      const double x[3]
          = { 1, g_rand_double_range (rand, -1, 1), g_rand_double_range (rand, -1, 1) };
      double sum = truth[0] * x[0] + truth[1] * x[1] + truth[2] * x[2];
      gboolean is_right = g_rand_double (rand) < quo_weights_squash (sum);

      quo_examples_begin (examples, TRUE, !is_right, 1);
      quo_examples_add (examples, x, is_right);
    }
  quo_learn (examples, weights, 0.1);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (fabs (weights[i] - truth[i]), <, 0.25);
  g_rand_free (rand);
}

/* One of several is right: the feature that tells which gets its weight. */
static void
test_ranks (void)
{
  g_autoptr (QuoExamples) examples = quo_examples_new (2);
  double weights[2] = { 0, 0 };

  for (guint i = 0; i < N_EXAMPLES; i++)
    {
      const double right[2] = { 1, i % 2 }, wrong[2] = { 0, i % 2 };

      quo_examples_begin (examples, FALSE, FALSE, 1);
      quo_examples_add (examples, wrong, FALSE);
      quo_examples_add (examples, right, TRUE);
      quo_examples_add (examples, wrong, FALSE);
    }
  quo_learn (examples, weights, 1);
  g_assert_cmpfloat (weights[0], >, 2);
  g_assert_cmpfloat (fabs (weights[1]), <, 0.01);
}

/* Nothing to learn from leaves the weights as they are; so does a group without a right option. */
static void
test_keeps (void)
{
  g_autoptr (QuoExamples) examples = quo_examples_new (2);
  const double row[2] = { 1, 1 };
  double weights[2] = { 0.3, -2 };

  quo_learn (examples, weights, 1);
  quo_examples_begin (examples, FALSE, FALSE, 1);
  quo_examples_add (examples, row, FALSE);
  quo_learn (examples, weights, 1);
  g_assert_cmpfloat (weights[0], ==, 0.3);
  g_assert_cmpfloat (weights[1], ==, -2);
}

/* A weight that starts above zero may come to nothing, but not below it; the others make up for it
 * as far as they can. */
static void
test_keeps_signs (void)
{
  g_autoptr (QuoExamples) examples = quo_examples_new (3);
  double weights[3] = { 1, -1, 0 };

  for (guint i = 0; i < N_EXAMPLES; i++)
    {
      const double wrong[3] = { 1, 0, 1 }, right[3] = { 0, 1, i % 2 };

      quo_examples_begin (examples, TRUE, TRUE, 1);
      quo_examples_add (examples, wrong, FALSE);
      quo_examples_begin (examples, TRUE, FALSE, 1);
      quo_examples_add (examples, right, TRUE);
    }
  quo_learn (examples, weights, 1);
  g_assert_cmpfloat (weights[0], ==, 0);
  g_assert_cmpfloat (weights[1], ==, 0);
  g_assert_cmpfloat (weights[2], <, 0);
}

static void
test_text (void)
{
  QuoWeights *shipped = quo_weights_get_shipped ();
  g_autofree char *text = quo_weights_to_text (shipped);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoWeights) again = quo_weights_from_text (text, -1, &error);

  g_assert_no_error (error);
  for (guint model = 0; model < QUO_N_MODELS; model++)
    for (guint i = 0; i < quo_model_get_n_features (model); i++)
      {
        g_assert_nonnull (quo_model_get_feature (model, i));
        g_assert_cmpfloat (fabs (again->values[model][i] - shipped->values[model][i]), <, 1e-4);
      }
  g_assert_null (quo_weights_from_text ("no key file", -1, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_SYNTAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/learner/recovers", test_recovers);
  g_test_add_func ("/suggest/learner/ranks", test_ranks);
  g_test_add_func ("/suggest/learner/keeps", test_keeps);
  g_test_add_func ("/suggest/learner/keeps-signs", test_keeps_signs);
  g_test_add_func ("/suggest/learner/text", test_text);
  return g_test_run ();
}
