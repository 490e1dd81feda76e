/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-score.h"
#include "quo-weights.h"

/* What the features are called and mean. What they weigh is learnt (data/languages/weights.ini). */

static const struct
{
  const char *name;
  const char *words;
} features[QUO_N_SPEAKER_FEATURES] = {
  [QUO_SPEAKER_PERSON] = { "person", "is a person" },
  [QUO_SPEAKER_ORGANIZATION] = { "organization", "is an organization" },
  [QUO_SPEAKER_OTHER] = { "other", "is neither: a place, a date" },
  [QUO_SPEAKER_SUBJECT] = { "subject", "stands beside the verb of saying: X said, said X" },
  [QUO_SPEAKER_NEAR_CUE]
  = { "near-cue", "stands in the sentence of the verb of saying, by nearness" },
  [QUO_SPEAKER_SENTENCE] = { "sentence", "stands in the sentence of the quote" },
  [QUO_SPEAKER_PARAGRAPH]
  = { "paragraph", "stands in the paragraph of the quote, outside of quotes" },
  [QUO_SPEAKER_RECENT] = { "recent", "was mentioned before the quote, by nearness" },
  [QUO_SPEAKER_ANTECEDENT] = { "antecedent", "is the last person before a “she said”" },
  [QUO_SPEAKER_OBJECT] = { "object", "follows a preposition, or is the one told" },
  [QUO_SPEAKER_POSSESSIVE] = { "possessive", "is a possessor: X’s lawyer said" },
  [QUO_SPEAKER_LATER] = { "later", "is mentioned only after the quote" },
  [QUO_SPEAKER_QUOTED] = { "quoted", "is mentioned within another quote" },
  [QUO_SPEAKER_PLAIN] = { "plain", "is not annotated yet" },
  [QUO_SPEAKER_PRONOUN] = { "pronoun", "is a pronoun" },
  [QUO_SPEAKER_KNOWN] = { "known", "is the speaker of another quote" },
  [QUO_SPEAKER_SAME_TURN] = { "same-turn", "is the speaker of a quote in the same paragraph" },
  [QUO_SPEAKER_LAST_TURN] = { "last-turn", "is the speaker before last in a dialogue" },
  [QUO_SPEAKER_OWN_TURN] = { "own-turn", "is the last speaker in a dialogue" },
  [QUO_SPEAKER_SOMEBODY] = { "somebody", "is anybody at all" },
  [QUO_SPEAKER_WITH_CUE] = { "with-cue", "is anybody, and there is a verb of saying" },
  [QUO_SPEAKER_SUBJECT_AFTER] = { "subject-after", "stands after the verb of saying" },
  [QUO_SPEAKER_NAMED] = { "named", "is a name" },
  [QUO_SPEAKER_PHRASE] = { "phrase", "is a noun phrase: the minister" },
  [QUO_SPEAKER_FREQUENT] = { "frequent", "is mentioned often" },
  [QUO_SPEAKER_LEADS] = { "leads", "is whom “according to” names" },
  [QUO_SPEAKER_RECENT_NO_CUE] = { "recent-no-cue", "was mentioned before; no verb of saying" },
  [QUO_SPEAKER_BESIDE_NO_CUE]
  = { "beside-no-cue", "stands before it in its paragraph; no verb of saying" },
  [QUO_SPEAKER_BEHIND_NO_CUE]
  = { "behind-no-cue", "stands after it in its paragraph; no verb of saying" },
  [QUO_SPEAKER_PRONOUN_NO_CUE] = { "pronoun-no-cue", "is a pronoun; no verb of saying" },
  [QUO_SPEAKER_FIRST_IN_SENTENCE] = { "first-in-sentence", "begins its sentence" },
  [QUO_SPEAKER_PREVIOUS_SENTENCE] = { "previous-sentence", "stands in the sentence before" },
  [QUO_SPEAKER_ADDRESSED] = { "addressed", "is spoken to in the quote" },
  [QUO_SPEAKER_OTHER_SENTENCE] = { "other-sentence", "stands in another sentence than the verb" },
  [QUO_SPEAKER_LEADS_SENTENCE]
  = { "leads-sentence", "is named first in the sentence of the verb of saying" },
  [QUO_SPEAKER_APPOSED] = { "apposed", "is named first, and a comma stands before the verb" },
  [QUO_SPEAKER_CHAIN]
  = { "chain", "is named first, and nothing but what belongs to it stands before the verb" },
  [QUO_SPEAKER_PRONOUN_APART] = { "pronoun-apart", "is a pronoun away from the verb of saying" },
  [QUO_SPEAKER_WAS_ADDRESSED] = { "was-addressed", "is spoken to in the quote before" },
  [QUO_SPEAKER_BARE] = { "bare", "is a noun without an article: police" },
  [QUO_SPEAKER_DROPPED]
  = { "dropped", "spoke last, and the verb of saying has no subject of its own" },
  [QUO_SPEAKER_AGREES] = { "agrees", "has the gender of the pronoun or verb of saying" },
  [QUO_SPEAKER_CLASHES] = { "clashes", "has another gender than the pronoun or verb of saying" },
  [QUO_SPEAKER_NOT_SUBJECT]
  = { "not-subject", "is not whom the verb of saying has for its subject" },
};

double
quo_speaker_weigh (const double values[QUO_N_SPEAKER_FEATURES])
{
  return quo_weights_sum (quo_weights_get_shipped (), QUO_MODEL_SPEAKER, values);
}

double
quo_speaker_squash (double sum)
{
  return quo_weights_squash (sum);
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
