/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-features.h"

/* What the features of speakers are called in files. What they weigh is learnt
 * (data/languages/weights.ini). */

static const char *const names[QUO_N_SPEAKER_FEATURES] = {
  [QUO_SPEAKER_PERSON] = "person",
  [QUO_SPEAKER_ORGANIZATION] = "organization",
  [QUO_SPEAKER_OTHER] = "other",
  [QUO_SPEAKER_SUBJECT] = "subject",
  [QUO_SPEAKER_NEAR_CUE] = "near-cue",
  [QUO_SPEAKER_SENTENCE] = "sentence",
  [QUO_SPEAKER_PARAGRAPH] = "paragraph",
  [QUO_SPEAKER_RECENT] = "recent",
  [QUO_SPEAKER_ANTECEDENT] = "antecedent",
  [QUO_SPEAKER_OBJECT] = "object",
  [QUO_SPEAKER_POSSESSIVE] = "possessive",
  [QUO_SPEAKER_LATER] = "later",
  [QUO_SPEAKER_QUOTED] = "quoted",
  [QUO_SPEAKER_PLAIN] = "plain",
  [QUO_SPEAKER_PRONOUN] = "pronoun",
  [QUO_SPEAKER_KNOWN] = "known",
  [QUO_SPEAKER_SAME_TURN] = "same-turn",
  [QUO_SPEAKER_LAST_TURN] = "last-turn",
  [QUO_SPEAKER_OWN_TURN] = "own-turn",
  [QUO_SPEAKER_SOMEBODY] = "somebody",
  [QUO_SPEAKER_WITH_CUE] = "with-cue",
  [QUO_SPEAKER_SUBJECT_AFTER] = "subject-after",
  [QUO_SPEAKER_NAMED] = "named",
  [QUO_SPEAKER_PHRASE] = "phrase",
  [QUO_SPEAKER_FREQUENT] = "frequent",
  [QUO_SPEAKER_LEADS] = "leads",
  [QUO_SPEAKER_RECENT_NO_CUE] = "recent-no-cue",
  [QUO_SPEAKER_BESIDE_NO_CUE] = "beside-no-cue",
  [QUO_SPEAKER_BEHIND_NO_CUE] = "behind-no-cue",
  [QUO_SPEAKER_PRONOUN_NO_CUE] = "pronoun-no-cue",
  [QUO_SPEAKER_FIRST_IN_SENTENCE] = "first-in-sentence",
  [QUO_SPEAKER_PREVIOUS_SENTENCE] = "previous-sentence",
  [QUO_SPEAKER_ADDRESSED] = "addressed",
  [QUO_SPEAKER_OTHER_SENTENCE] = "other-sentence",
  [QUO_SPEAKER_LEADS_SENTENCE] = "leads-sentence",
  [QUO_SPEAKER_APPOSED] = "apposed",
  [QUO_SPEAKER_CHAIN] = "chain",
  [QUO_SPEAKER_PRONOUN_APART] = "pronoun-apart",
  [QUO_SPEAKER_WAS_ADDRESSED] = "was-addressed",
  [QUO_SPEAKER_BARE] = "bare",
  [QUO_SPEAKER_DROPPED] = "dropped",
  [QUO_SPEAKER_AGREES] = "agrees",
  [QUO_SPEAKER_CLASHES] = "clashes",
  [QUO_SPEAKER_NOT_SUBJECT] = "not-subject",
};

const char *
quo_speaker_feature_get_name (QuoSpeakerFeature feature)
{
  return names[feature];
}
