/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"
#include "quo-quote-candidates.h"
#include "quo-speaker-features.h"

G_BEGIN_DECLS

/**
 * QuoSpeakerOption:
 *
 * Somebody who may have said a quote, measured for the ranker. "Nobody" is an option too: its sum
 * is 0.
 */
typedef struct
{
  QuoSpan span;
  gint mention;   /* index among the mentions; -1: a noun phrase that is none of them */
  guint32 person; /* as of QuoMention */
  double features[QUO_N_SPEAKER_FEATURES];
} QuoSpeakerOption;

#define quo_options_get(options, i) (&g_array_index (options, QuoSpeakerOption, i))

/* Who said a quote before this one: @person as of QuoMention, 0 if nobody knows. */
typedef struct
{
  QuoSpan hull;
  guint32 person;
  QuoSpan span;    /* of whom was chosen; empty: nobody */
  gint mention;    /* as of QuoSpeakerOption */
  guint paragraph; /* index in the page of the one it begins in */
} QuoSpeakerTurn;

/* The turn of a quote whose speaker is not known yet. */
QuoSpeakerTurn quo_speaker_turn_begin (const QuoSuggesting *run, const QuoQuoteCandidate *quote);
/* (transfer full) (element-type QuoSpeakerOption): @turns (element-type QuoSpeakerTurn): the quotes
 * before it, in text order. Looks only at what is near. */
GArray *quo_speaker_options_find (const QuoSuggesting *run, GArray *stretches,
                                  const GArray *mentions, const QuoQuoteCandidate *quote,
                                  const GArray *turns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
