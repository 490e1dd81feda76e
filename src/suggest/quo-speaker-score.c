/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-score.h"

#include <math.h>

/* The one place that says what counts for how much. The weights were set by hand and bettered
 * against annotated news in English and German and annotated English novels. */

static const struct
{
  double weight;
  const char *words;
} features[QUO_N_SPEAKER_FEATURES] = {
  [QUO_SPEAKER_PERSON] = { 2.0, "is a person" },
  [QUO_SPEAKER_ORGANIZATION] = { 0.8, "is an organization" },
  [QUO_SPEAKER_OTHER] = { -6.0, "is neither: a place, a date" },
  [QUO_SPEAKER_SUBJECT] = { 6.0, "stands beside the verb of saying: X said, said X" },
  [QUO_SPEAKER_NEAR_CUE] = { 3.0, "stands in the sentence of the verb of saying, by nearness" },
  [QUO_SPEAKER_SENTENCE] = { 1.0, "stands in the sentence of the quote" },
  [QUO_SPEAKER_PARAGRAPH] = { 1.5, "stands in the paragraph of the quote, outside of quotes" },
  [QUO_SPEAKER_RECENT] = { 2.5, "was mentioned before the quote, by nearness" },
  [QUO_SPEAKER_ANTECEDENT] = { 3.5, "is the last person before a “she said”" },
  [QUO_SPEAKER_OBJECT] = { -2.5, "follows a preposition, or is the one told" },
  [QUO_SPEAKER_POSSESSIVE] = { -2.0, "is a possessor: X’s lawyer said" },
  [QUO_SPEAKER_LATER] = { -2.0, "is mentioned only after the quote" },
  [QUO_SPEAKER_QUOTED] = { -2.5, "is mentioned within another quote" },
  [QUO_SPEAKER_PLAIN] = { -1.5, "is not annotated yet" },
  [QUO_SPEAKER_PRONOUN] = { -0.5, "is a pronoun" },
  [QUO_SPEAKER_KNOWN] = { 0.7, "is the speaker of another quote" },
  [QUO_SPEAKER_SAME_TURN] = { 4.0, "is the speaker of a quote in the same paragraph" },
  [QUO_SPEAKER_LAST_TURN] = { 2.0, "is the speaker before last in a dialogue" },
  [QUO_SPEAKER_OWN_TURN] = { -1.5, "is the last speaker in a dialogue" },
};

double
quo_speaker_weigh (const double values[QUO_N_SPEAKER_FEATURES])
{
  double sum = 0;

  for (guint i = 0; i < QUO_N_SPEAKER_FEATURES; i++)
    sum += features[i].weight * values[i];
  return sum;
}

double
quo_speaker_squash (double sum)
{
  return 1 / (1 + exp ((4 - sum) / 2));
}

const char *
quo_speaker_feature_describe (QuoSpeakerFeature feature)
{
  return features[feature].words;
}
