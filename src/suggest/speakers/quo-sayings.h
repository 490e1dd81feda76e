/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-options.h"

G_BEGIN_DECLS

/**
 * QuoSayings:
 *
 * Finds who said each of the quotes of an article, which are added in text order, so that people
 * can take turns. In a story the quotes of a dialogue wait for its end, as later turns tell of
 * those before them.
 */
typedef struct _QuoSayings QuoSayings;

/* Is told who said @quote; not of one that nobody is known to have said. */
typedef void (*QuoSayingsFunc) (QuoRef quote, const QuoSpeakerOption *option, double score,
                                gpointer user_data);

/* @stretches, @mentions: of the whole page; must outlive it. A pronoun among the mentions is given
 * to somebody else where a dialogue shows that it stands for them. */
QuoSayings *quo_sayings_new (const QuoSuggesting *run, GArray *stretches, GArray *mentions,
                             QuoSayingsFunc func, gpointer user_data);
void quo_sayings_add (QuoSayings *sayings, const QuoQuoteCandidate *candidate, QuoRef quote);
/* Tells of all that wait. */
void quo_sayings_end (QuoSayings *sayings);
void quo_sayings_free (QuoSayings *sayings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSayings, quo_sayings_free)

G_END_DECLS
