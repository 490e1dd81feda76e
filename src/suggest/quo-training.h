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
/* (transfer full): weights that begin with @start (NULL: the shipped ones) and stay the nearer to
 * it the less was taken in. */
QuoWeights *quo_training_finish (QuoTraining *training,
                                 const QuoWeights *start) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
