/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoModel:
 *
 * A question that is answered by a weighed sum of features: whether a stretch in marks is a quote,
 * whether a clause is one, who of several has said it. What each feature means stands in
 * quo-model-features.h and quo-speaker-features.h.
 */
typedef enum
{
  QUO_MODEL_MARKS,
  QUO_MODEL_CLAUSE,
  QUO_MODEL_SPEAKER,
} QuoModel;
#define QUO_N_MODELS 3
#define QUO_MAX_FEATURES 48

/**
 * QuoWeights:
 *
 * What the features of each model weigh. Immutable once it is handed on, atomically reference
 * counted. Prediction is a dot product: the learner is not needed for it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  double values[QUO_N_MODELS][QUO_MAX_FEATURES];
} QuoWeights;

/* What a model is called in files, how many features it has, and what they are called. */
const char *quo_model_get_name (QuoModel model);
guint quo_model_get_n_features (QuoModel model);
const char *quo_model_get_feature (QuoModel model, guint i);

/* (transfer none): those that come with the program, out of its resource. */
QuoWeights *quo_weights_get_shipped (void);
QuoWeights *quo_weights_copy (const QuoWeights *weights) G_GNUC_WARN_UNUSED_RESULT;
QuoWeights *quo_weights_ref (QuoWeights *weights);
void quo_weights_unref (QuoWeights *weights);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoWeights, quo_weights_unref)

/* The weighed sum, and the probability that belongs to it, 0 .. 1. */
double quo_weights_sum (const QuoWeights *weights, QuoModel model, const double *features);
double quo_weights_squash (double sum);

/* As text (a GKeyFile: a group a model, a key a feature) and back. Features that are not known are
 * passed over, those that are not there keep what they weigh in the shipped ones.
 * Returns: NULL with QUO_ERROR_SYNTAX if it is no such text */
char *quo_weights_to_text (const QuoWeights *weights) G_GNUC_WARN_UNUSED_RESULT;
QuoWeights *quo_weights_from_text (const char *text, gssize len,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
