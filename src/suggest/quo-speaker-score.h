/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoSpeakerFeature:
 *
 * What speaks for and against somebody having said a quote: each 0 (no) to 1 (fully). What each
 * weighs stands in one table in quo-speaker-score.c.
 */
typedef enum
{
  QUO_SPEAKER_PERSON,
  QUO_SPEAKER_ORGANIZATION,
  QUO_SPEAKER_OTHER,
  QUO_SPEAKER_SUBJECT,
  QUO_SPEAKER_NEAR_CUE,
  QUO_SPEAKER_SENTENCE,
  QUO_SPEAKER_PARAGRAPH,
  QUO_SPEAKER_RECENT,
  QUO_SPEAKER_ANTECEDENT,
  QUO_SPEAKER_OBJECT,
  QUO_SPEAKER_POSSESSIVE,
  QUO_SPEAKER_LATER,
  QUO_SPEAKER_QUOTED,
  QUO_SPEAKER_PLAIN,
  QUO_SPEAKER_PRONOUN,
  QUO_SPEAKER_KNOWN,
  QUO_SPEAKER_SAME_TURN,
  QUO_SPEAKER_LAST_TURN,
  QUO_SPEAKER_OWN_TURN,
} QuoSpeakerFeature;
#define QUO_N_SPEAKER_FEATURES 19

/* The sum of what the features weigh: any number, greater is likelier. */
double quo_speaker_weigh (const double values[QUO_N_SPEAKER_FEATURES]);
/* The same as 0 .. 1. */
double quo_speaker_squash (double sum);
/* What a feature means, in words; for tests and explanations. */
const char *quo_speaker_feature_describe (QuoSpeakerFeature feature);

G_END_DECLS
