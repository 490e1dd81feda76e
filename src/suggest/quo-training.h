/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-snapshot.h"
#include "quo-weights.h"

G_BEGIN_DECLS

/**
 * QuoTraining:
 *
 * Collects from annotated articles what the models can learn: accepted quotes and speakers speak
 * for a candidate, rejected ones against it. In a layer that is done or gold, what was not marked
 * speaks against as well. Proposals that nobody has looked at teach nothing.
 */
typedef struct _QuoTraining QuoTraining;

QuoTraining *quo_training_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_training_free (QuoTraining *training);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTraining, quo_training_free)

/* Takes in an article with its records; may be called in any thread, of one training in one at a
 * time. */
void quo_training_add (QuoTraining *training, QuoSnapshot *snapshot);
/* How many articles with something to learn from were taken in. */
guint quo_training_get_n_articles (const QuoTraining *training);
/* How much @start counts where it was learnt from texts itself, and where somebody has thought it
 * out: more than what a few articles say, or less. */
#define QUO_TRAINING_PULL 10.0
#define QUO_TRAINING_PULL_PRIOR 1.0
/* (transfer full): weights that begin with @start (NULL: the shipped ones) and stay the nearer to
 * it the less was taken in and the greater @pull (above 0) is. */
QuoWeights *quo_training_finish (QuoTraining *training, const QuoWeights *start,
                                 double pull) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
