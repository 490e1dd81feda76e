/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-gender.h"
#include "quo-quote-finder.h"

G_BEGIN_DECLS

/**
 * QuoSpeakerContext:
 *
 * What the text round a quote says about who may have said it: the cue, the sentence, who stands
 * beside the verb. Knows nothing of annotations.
 */
typedef struct
{
  const QuoLanguage *language;
  QuoPassage *page;
  GArray *stretches;
  gboolean is_borrowed_page;
  const QuoSpan *parts;
  guint n_parts;
  QuoSpan hull;
  QuoSpan paragraph; /* of the first part */
  QuoSpan cue;       /* empty: none */
  QuoSpan verb;      /* beside which the subject stands: the cue, or “has” of “has said” */
  gboolean is_borrowed;  /* the cue is that of another quote in the paragraph */
  QuoSpan sentence;      /* that of the quote and the cue */
  GArray *tokens;        /* of the sentence */
  QuoSpan before, after; /* the words beside the cue that may be its subject; empty: none */
  QuoSpan leader;        /* what the clause of the cue begins with, if it may be one; or empty */
  gboolean is_sole;      /* nobody but before speaks: described by X, quoted X as saying */
  QuoSpan told;          /* the name of a paper that it is said to; or empty */
  QuoGender gender;      /* of who speaks, by the pronoun or the verb of saying */
} QuoSpeakerContext;

/* @cue empty: it is looked for. @parts must outlive the context. */
void quo_speaker_context_init (QuoSpeakerContext *context, const QuoText *text,
                               const QuoLanguage *language, const QuoSpan *parts, guint n_parts,
                               QuoSpan cue);
/* The same on a page that is read already, with its stretches; the page must outlive the context.
 */
void quo_speaker_context_init_on (QuoSpeakerContext *context, QuoPassage *page, GArray *stretches,
                                  const QuoLanguage *language, const QuoSpan *parts, guint n_parts,
                                  QuoSpan cue);
void quo_speaker_context_clear (QuoSpeakerContext *context);
/* Forgets a cue that is that of another quote, and its subject. */
void quo_speaker_context_drop_cue (QuoSpeakerContext *context);

/* Sets the features that follow from where @mention stands. */
void quo_speaker_context_measure (const QuoSpeakerContext *context, QuoSpan mention,
                                  double *values);
/* Sets those that follow from what was set before, and from what kind of mention it is. */
void quo_speaker_context_complete (const QuoSpeakerContext *context, QuoSpan mention,
                                   gboolean is_pronoun, double *values);
/* Sets those that follow from the gender of the mention, or of the person it stands for. */
void quo_speaker_context_measure_gender (const QuoSpeakerContext *context, QuoGender gender,
                                         double *values);
/* Whether the offset is within marks, or within a part of the quote. */
gboolean quo_speaker_context_is_quoted (const QuoSpeakerContext *context, guint32 offset);
/* Whether something that parts clauses stands between the ends of two neighbouring words. */
gboolean quo_speaker_context_has_border (const QuoSpeakerContext *context, guint32 from,
                                         guint32 to);
/* Whether the subject of the cue is a pronoun that stands for somebody: "she said", not "I said".
 */
gboolean quo_speaker_context_has_pronoun (const QuoSpeakerContext *context);
/* Whether the mention is "I" or "we". */
gboolean quo_speaker_context_is_self (const QuoSpeakerContext *context, QuoSpan mention);
gboolean quo_speaker_context_is_pronoun (const QuoSpeakerContext *context, QuoSpan mention);

G_END_DECLS
