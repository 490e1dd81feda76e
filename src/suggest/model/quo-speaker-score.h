/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoSpeakerFeature:
 *
 * What speaks for and against somebody having said a quote: each 0 (no) to 1 (fully). What each
 * weighs is learnt: see quo-weights.h.
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
  QUO_SPEAKER_SOMEBODY,
  QUO_SPEAKER_WITH_CUE,
  QUO_SPEAKER_SUBJECT_AFTER,
  QUO_SPEAKER_NAMED,
  QUO_SPEAKER_PHRASE,
  QUO_SPEAKER_FREQUENT,
  QUO_SPEAKER_LEADS,
  QUO_SPEAKER_RECENT_NO_CUE,
  QUO_SPEAKER_BESIDE_NO_CUE,
  QUO_SPEAKER_BEHIND_NO_CUE,
  QUO_SPEAKER_PRONOUN_NO_CUE,
  QUO_SPEAKER_FIRST_IN_SENTENCE,
  QUO_SPEAKER_PREVIOUS_SENTENCE,
  QUO_SPEAKER_ADDRESSED,
  QUO_SPEAKER_OTHER_SENTENCE,
  QUO_SPEAKER_LEADS_SENTENCE,
  QUO_SPEAKER_APPOSED,
  QUO_SPEAKER_CHAIN,
  QUO_SPEAKER_PRONOUN_APART,
  QUO_SPEAKER_WAS_ADDRESSED,
  QUO_SPEAKER_BARE,
  QUO_SPEAKER_DROPPED,
  QUO_SPEAKER_AGREES,
  QUO_SPEAKER_CLASHES,
  QUO_SPEAKER_NOT_SUBJECT,
} QuoSpeakerFeature;
#define QUO_N_SPEAKER_FEATURES (QUO_SPEAKER_NOT_SUBJECT + 1)

/* The sum of what the features weigh: any number, greater is likelier. */
double quo_speaker_weigh (const double values[QUO_N_SPEAKER_FEATURES]);
/* The same as 0 .. 1. */
double quo_speaker_squash (double sum);
/* What a feature means, in words, and what it is called in files. */
const char *quo_speaker_feature_describe (QuoSpeakerFeature feature);
const char *quo_speaker_feature_get_name (QuoSpeakerFeature feature);

G_END_DECLS
