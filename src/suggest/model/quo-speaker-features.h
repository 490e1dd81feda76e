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
  QUO_SPEAKER_PERSON,            /* is a person */
  QUO_SPEAKER_ORGANIZATION,      /* is an organization */
  QUO_SPEAKER_OTHER,             /* is neither: a place, a date */
  QUO_SPEAKER_SUBJECT,           /* stands beside the verb of saying: X said, said X */
  QUO_SPEAKER_NEAR_CUE,          /* stands in the sentence of the verb of saying, by nearness */
  QUO_SPEAKER_SENTENCE,          /* stands in the sentence of the quote */
  QUO_SPEAKER_PARAGRAPH,         /* stands in the paragraph of the quote, outside of quotes */
  QUO_SPEAKER_RECENT,            /* was mentioned before the quote, by nearness */
  QUO_SPEAKER_ANTECEDENT,        /* is the last person before a “she said” */
  QUO_SPEAKER_OBJECT,            /* follows a preposition, or is the one told */
  QUO_SPEAKER_POSSESSIVE,        /* is a possessor: X’s lawyer said */
  QUO_SPEAKER_LATER,             /* is mentioned only after the quote */
  QUO_SPEAKER_QUOTED,            /* is mentioned within another quote */
  QUO_SPEAKER_PLAIN,             /* is not annotated yet */
  QUO_SPEAKER_PRONOUN,           /* is a pronoun */
  QUO_SPEAKER_KNOWN,             /* is the speaker of another quote */
  QUO_SPEAKER_SAME_TURN,         /* is the speaker of a quote in the same paragraph */
  QUO_SPEAKER_LAST_TURN,         /* is the speaker before last in a dialogue */
  QUO_SPEAKER_OWN_TURN,          /* is the last speaker in a dialogue */
  QUO_SPEAKER_SOMEBODY,          /* is anybody at all */
  QUO_SPEAKER_WITH_CUE,          /* is anybody, and there is a verb of saying */
  QUO_SPEAKER_SUBJECT_AFTER,     /* stands after the verb of saying */
  QUO_SPEAKER_NAMED,             /* is a name */
  QUO_SPEAKER_PHRASE,            /* is a noun phrase: the minister */
  QUO_SPEAKER_FREQUENT,          /* is mentioned often */
  QUO_SPEAKER_LEADS,             /* is whom “according to” names */
  QUO_SPEAKER_RECENT_NO_CUE,     /* was mentioned before; no verb of saying */
  QUO_SPEAKER_BESIDE_NO_CUE,     /* stands before it in its paragraph; no verb of saying */
  QUO_SPEAKER_BEHIND_NO_CUE,     /* stands after it in its paragraph; no verb of saying */
  QUO_SPEAKER_PRONOUN_NO_CUE,    /* is a pronoun; no verb of saying */
  QUO_SPEAKER_FIRST_IN_SENTENCE, /* begins its sentence */
  QUO_SPEAKER_PREVIOUS_SENTENCE, /* stands in the sentence before */
  QUO_SPEAKER_ADDRESSED,         /* is spoken to in the quote */
  QUO_SPEAKER_OTHER_SENTENCE,    /* stands in another sentence than the verb */
  QUO_SPEAKER_LEADS_SENTENCE,    /* is named first in the sentence of the verb of saying */
  QUO_SPEAKER_APPOSED,           /* is named first, and a comma stands before the verb */
  QUO_SPEAKER_CHAIN, /* is named first, and nothing but what belongs to it stands before the verb */
  QUO_SPEAKER_PRONOUN_APART, /* is a pronoun away from the verb of saying */
  QUO_SPEAKER_WAS_ADDRESSED, /* is spoken to in the quote before */
  QUO_SPEAKER_BARE,          /* is a noun without an article: police */
  QUO_SPEAKER_DROPPED,       /* spoke last, and the verb of saying has no subject of its own */
  QUO_SPEAKER_AGREES,        /* has the gender of the pronoun or verb of saying */
  QUO_SPEAKER_CLASHES,       /* has another gender than the pronoun or verb of saying */
  QUO_SPEAKER_NOT_SUBJECT,   /* is not whom the verb of saying has for its subject */
} QuoSpeakerFeature;
#define QUO_N_SPEAKER_FEATURES (QUO_SPEAKER_NOT_SUBJECT + 1)

/* What a feature is called in files. */
const char *quo_speaker_feature_get_name (QuoSpeakerFeature feature);

G_END_DECLS
