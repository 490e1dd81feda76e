/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-score.h"

#include <math.h>

/* The one place that says what counts for how much. The weights were set by hand and bettered
 * against annotated news in English and German and annotated English novels. */

static const struct
{
  double weight;
  const char *name;
  const char *words;
} features[QUO_N_SPEAKER_FEATURES] = {
  [QUO_SPEAKER_PERSON] = { 2.0, "person", "is a person" },
  [QUO_SPEAKER_ORGANIZATION] = { 0.8, "organization", "is an organization" },
  [QUO_SPEAKER_OTHER] = { -6.0, "other", "is neither: a place, a date" },
  [QUO_SPEAKER_SUBJECT] = { 6.0, "subject", "stands beside the verb of saying: X said, said X" },
  [QUO_SPEAKER_NEAR_CUE]
  = { 3.0, "near-cue", "stands in the sentence of the verb of saying, by nearness" },
  [QUO_SPEAKER_SENTENCE] = { 1.0, "sentence", "stands in the sentence of the quote" },
  [QUO_SPEAKER_PARAGRAPH]
  = { 1.5, "paragraph", "stands in the paragraph of the quote, outside of quotes" },
  [QUO_SPEAKER_RECENT] = { 2.5, "recent", "was mentioned before the quote, by nearness" },
  [QUO_SPEAKER_ANTECEDENT] = { 3.5, "antecedent", "is the last person before a “she said”" },
  [QUO_SPEAKER_OBJECT] = { -2.5, "object", "follows a preposition, or is the one told" },
  [QUO_SPEAKER_POSSESSIVE] = { -2.0, "possessive", "is a possessor: X’s lawyer said" },
  [QUO_SPEAKER_LATER] = { -2.0, "later", "is mentioned only after the quote" },
  [QUO_SPEAKER_QUOTED] = { -2.5, "quoted", "is mentioned within another quote" },
  [QUO_SPEAKER_PLAIN] = { -1.5, "plain", "is not annotated yet" },
  [QUO_SPEAKER_PRONOUN] = { -0.5, "pronoun", "is a pronoun" },
  [QUO_SPEAKER_KNOWN] = { 0.7, "known", "is the speaker of another quote" },
  [QUO_SPEAKER_SAME_TURN] = { 4.0, "same-turn", "is the speaker of a quote in the same paragraph" },
  [QUO_SPEAKER_LAST_TURN] = { 2.0, "last-turn", "is the speaker before last in a dialogue" },
  [QUO_SPEAKER_OWN_TURN] = { -1.5, "own-turn", "is the last speaker in a dialogue" },
  [QUO_SPEAKER_SOMEBODY] = { 0, "somebody", "is anybody at all" },
  [QUO_SPEAKER_WITH_CUE] = { 0, "with-cue", "is anybody, and there is a verb of saying" },
  [QUO_SPEAKER_SUBJECT_AFTER] = { 0, "subject-after", "stands after the verb of saying" },
  [QUO_SPEAKER_NAMED] = { 0, "named", "is a name" },
  [QUO_SPEAKER_PHRASE] = { 0, "phrase", "is a noun phrase: the minister" },
  [QUO_SPEAKER_FREQUENT] = { 0, "frequent", "is mentioned often" },
  [QUO_SPEAKER_LEADS] = { 0, "leads", "is whom “according to” names" },
  [QUO_SPEAKER_RECENT_NO_CUE] = { 0, "recent-no-cue", "was mentioned before; no verb of saying" },
  [QUO_SPEAKER_BESIDE_NO_CUE]
  = { 0, "beside-no-cue", "stands before it in its paragraph; no verb of saying" },
  [QUO_SPEAKER_BEHIND_NO_CUE]
  = { 0, "behind-no-cue", "stands after it in its paragraph; no verb of saying" },
  [QUO_SPEAKER_PRONOUN_NO_CUE] = { 0, "pronoun-no-cue", "is a pronoun; no verb of saying" },
  [QUO_SPEAKER_FIRST_IN_SENTENCE] = { 0, "first-in-sentence", "begins its sentence" },
  [QUO_SPEAKER_PREVIOUS_SENTENCE] = { 0, "previous-sentence", "stands in the sentence before" },
  [QUO_SPEAKER_ADDRESSED] = { 0, "addressed", "is spoken to in the quote" },
  [QUO_SPEAKER_OTHER_SENTENCE]
  = { 0, "other-sentence", "stands in another sentence than the verb" },
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

const char *
quo_speaker_feature_get_name (QuoSpeakerFeature feature)
{
  return features[feature].name;
}
