/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-learner.h"
#include "quo-weights.h"

#include <math.h>
#include <string.h>

/* Minimises  sum over groups of -weight log P(a right option)  +  strength / 2 |w - start|².
 * The matrix of Newton's step is that of the probabilities of all options, which is never negative,
 * plus the penalty, so the step always goes down; it is halved while it goes too far.
 *
 * A weight never changes the sign that it starts with: a colon before a quote may come to count for
 * nothing, but few examples shall not make it speak against one. What stands at that border and
 * would cross it is left out of the step. */

#define MAX_STEPS 40
#define MAX_HALVINGS 20
#define GOOD_ENOUGH 1e-7 /* of the gain of a step, relative */

#define N QUO_MAX_FEATURES

typedef struct
{
  const QuoExamples *examples;
  guint n;
  double start[N];
  double strength;
  double gradient[N];
  double matrix[N][N];
} Fit;

QuoExamples *
quo_examples_new (guint n_features)
{
  QuoExamples *examples = g_new0 (QuoExamples, 1);

  g_return_val_if_fail (n_features <= N, NULL);
  examples->n_features = n_features;
  examples->rows = g_array_new (FALSE, FALSE, sizeof (float));
  examples->right = g_array_new (FALSE, FALSE, sizeof (gboolean));
  examples->groups = g_array_new (FALSE, FALSE, sizeof (QuoExampleGroup));
  return examples;
}

void
quo_examples_free (QuoExamples *examples)
{
  g_array_unref (examples->rows);
  g_array_unref (examples->right);
  g_array_unref (examples->groups);
  g_free (examples);
}

void
quo_examples_begin (QuoExamples *examples, gboolean has_none, gboolean none_right, float weight)
{
  const QuoExampleGroup group = {
    .first = examples->right->len, .has_none = has_none, .none_right = none_right, .weight = weight
  };

  g_array_append_val (examples->groups, group);
}

void
quo_examples_add (QuoExamples *examples, const double *features, gboolean is_right)
{
  g_return_if_fail (examples->groups->len > 0);
  for (guint i = 0; i < examples->n_features; i++)
    {
      float value = (float)features[i];

      g_array_append_val (examples->rows, value);
    }
  g_array_append_val (examples->right, is_right);
  g_array_index (examples->groups, QuoExampleGroup, examples->groups->len - 1).n_options++;
}

static const float *
get_row (const QuoExamples *examples, guint option)
{
  return &g_array_index (examples->rows, float, (gsize)option * examples->n_features);
}

/* The probabilities of the options of a group, of all and of the right ones alone.
 * Returns: -log of the probability that a right one is chosen; 0 if none is right */
static double
measure_group (const QuoExamples *examples, const QuoExampleGroup *group, const double *weights,
               double *all, double *right)
{
  double greatest = group->has_none ? 0 : -G_MAXDOUBLE;
  double sum_all = 0, sum_right = 0;

  for (guint k = 0; k < group->n_options; k++)
    {
      const float *row = get_row (examples, group->first + k);

      all[k] = 0;
      for (guint i = 0; i < examples->n_features; i++)
        all[k] += weights[i] * row[i];
      greatest = MAX (greatest, all[k]);
    }
  for (guint k = 0; k < group->n_options; k++)
    {
      gboolean is_right = g_array_index (examples->right, gboolean, group->first + k);

      all[k] = exp (all[k] - greatest);
      right[k] = is_right ? all[k] : 0;
      sum_all += all[k];
      sum_right += right[k];
    }
  if (group->has_none)
    {
      sum_all += exp (-greatest);
      sum_right += group->none_right ? exp (-greatest) : 0;
    }
  if (sum_right <= 0)
    return 0;
  for (guint k = 0; k < group->n_options; k++)
    {
      all[k] /= sum_all;
      right[k] /= sum_right;
    }
  return log (sum_all / sum_right);
}

static guint
count_most_options (const QuoExamples *examples)
{
  guint most = 1;

  for (guint g = 0; g < examples->groups->len; g++)
    most = MAX (most, g_array_index (examples->groups, QuoExampleGroup, g).n_options);
  return most;
}

static double
measure_penalty (const Fit *fit, const double *weights)
{
  double sum = 0;

  for (guint i = 0; i < fit->n; i++)
    sum += (weights[i] - fit->start[i]) * (weights[i] - fit->start[i]);
  return fit->strength / 2 * sum;
}

static double
measure_loss (const Fit *fit, const double *weights, double *all, double *right)
{
  double loss = measure_penalty (fit, weights);

  for (guint g = 0; g < fit->examples->groups->len; g++)
    {
      const QuoExampleGroup *group = &g_array_index (fit->examples->groups, QuoExampleGroup, g);

      loss += group->weight * measure_group (fit->examples, group, weights, all, right);
    }
  return loss;
}

/* Adds what one group says about the slope and the curve. */
static void
add_group (Fit *fit, const QuoExampleGroup *group, const double *all, const double *right)
{
  double mean[N] = { 0 };

  for (guint k = 0; k < group->n_options; k++)
    {
      const float *row = get_row (fit->examples, group->first + k);

      for (guint i = 0; i < fit->n; i++)
        {
          double pulled = all[k] * row[i];

          if (row[i] == 0)
            continue;
          mean[i] += pulled;
          fit->gradient[i] += group->weight * (pulled - right[k] * row[i]);
          for (guint j = 0; j <= i; j++)
            fit->matrix[i][j] += group->weight * pulled * row[j];
        }
    }
  for (guint i = 0; i < fit->n; i++)
    for (guint j = 0; j <= i && mean[i] != 0; j++)
      fit->matrix[i][j] -= group->weight * mean[i] * mean[j];
}

static void
measure_slope (Fit *fit, const double *weights, double *all, double *right)
{
  memset (fit->matrix, 0, sizeof fit->matrix);
  for (guint i = 0; i < fit->n; i++)
    {
      fit->gradient[i] = fit->strength * (weights[i] - fit->start[i]);
      fit->matrix[i][i] = fit->strength;
    }
  for (guint g = 0; g < fit->examples->groups->len; g++)
    {
      const QuoExampleGroup *group = &g_array_index (fit->examples->groups, QuoExampleGroup, g);

      if (measure_group (fit->examples, group, weights, all, right) > 0)
        add_group (fit, group, all, right);
    }
}

/* Whether a weight would leave the side of zero that it began on. */
static gboolean
is_beyond (const Fit *fit, guint i, double weight)
{
  return (fit->start[i] > 0 && weight < 0) || (fit->start[i] < 0 && weight > 0);
}

static void
hold_at_border (Fit *fit, const double *weights)
{
  for (guint i = 0; i < fit->n; i++)
    {
      if (weights[i] != 0 || !is_beyond (fit, i, -fit->gradient[i]))
        continue;
      fit->gradient[i] = 0;
      for (guint j = 0; j < fit->n; j++)
        *(j <= i ? &fit->matrix[i][j] : &fit->matrix[j][i]) = i == j;
    }
}

/* Solves matrix * step = gradient by Cholesky's factors, in place. */
static void
solve (Fit *fit, double *step)
{
  for (guint i = 0; i < fit->n; i++)
    for (guint j = 0; j <= i; j++)
      {
        double sum = fit->matrix[i][j];

        for (guint k = 0; k < j; k++)
          sum -= fit->matrix[i][k] * fit->matrix[j][k];
        fit->matrix[i][j] = i == j ? sqrt (MAX (sum, 1e-12)) : sum / fit->matrix[j][j];
      }
  for (guint i = 0; i < fit->n; i++)
    {
      step[i] = fit->gradient[i];
      for (guint k = 0; k < i; k++)
        step[i] -= fit->matrix[i][k] * step[k];
      step[i] /= fit->matrix[i][i];
    }
  for (guint i = fit->n; i > 0; i--)
    {
      for (guint k = i; k < fit->n; k++)
        step[i - 1] -= fit->matrix[k][i - 1] * step[k];
      step[i - 1] /= fit->matrix[i - 1][i - 1];
    }
}

void
quo_learn (const QuoExamples *examples, double *weights, double strength)
{
  guint most = count_most_options (examples);
  g_autofree double *all = g_new (double, most);
  g_autofree double *right = g_new (double, most);
  g_autofree Fit *fit = g_new0 (Fit, 1);
  double loss, step[N], next[N];

  g_return_if_fail (strength > 0);
  fit->examples = examples;
  fit->n = examples->n_features;
  fit->strength = strength;
  memcpy (fit->start, weights, fit->n * sizeof *weights);
  loss = measure_loss (fit, weights, all, right);
  for (guint n = 0; n < MAX_STEPS; n++)
    {
      double length = 1, next_loss = loss;

      measure_slope (fit, weights, all, right);
      hold_at_border (fit, weights);
      solve (fit, step);
      for (guint halving = 0; halving < MAX_HALVINGS; halving++, length /= 2)
        {
          for (guint i = 0; i < fit->n; i++)
            {
              next[i] = weights[i] - length * step[i];
              if (is_beyond (fit, i, next[i]))
                next[i] = 0;
            }
          next_loss = measure_loss (fit, next, all, right);
          if (next_loss < loss)
            break;
        }
      if (next_loss >= loss)
        return;
      memcpy (weights, next, fit->n * sizeof *weights);
      if (loss - next_loss < GOOD_ENOUGH * loss)
        return;
      loss = next_loss;
    }
}
