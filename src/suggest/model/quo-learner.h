/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoExamples:
 *
 * What to learn the weights of a model from: groups of options, each option a row of features, of
 * which one or more are right. A question of yes or no is a group of one option and "none".
 */
typedef struct
{
  guint n_features;
  GArray *rows;   /* of float, n_features an option */
  GArray *right;  /* of gboolean, one an option */
  GArray *groups; /* of QuoExampleGroup */
} QuoExamples;

typedef struct
{
  guint first, n_options;
  gboolean has_none;   /* "none of them" is an option ... */
  gboolean none_right; /* ... and the right one */
  float weight;
} QuoExampleGroup;

QuoExamples *quo_examples_new (guint n_features) G_GNUC_WARN_UNUSED_RESULT;
void quo_examples_free (QuoExamples *examples);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoExamples, quo_examples_free)

/* Begins a group; its options follow. A group without a right option teaches nothing. */
void quo_examples_begin (QuoExamples *examples, gboolean has_none, gboolean none_right,
                         float weight);
void quo_examples_add (QuoExamples *examples, const double *features, gboolean is_right);

/**
 * quo_learn:
 * @weights: (array) (inout): n_features values: those to begin with and to stay near to
 * @strength: of the pull to them (the lambda of an L2 penalty), above 0
 *
 * Logistic regression over the options of each group (conditional logit; McFadden 1974), by
 * Newton's method with a Cholesky factor, so it is the same in every run. Cost: the options times
 * the square of the features, some ten times.
 */
void quo_learn (const QuoExamples *examples, double *weights, double strength);

G_END_DECLS
