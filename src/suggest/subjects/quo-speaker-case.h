/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* What the endings of words tell of who is no subject, in languages whose file lists such. */

/* stránkách, ministrovi, журналистам: a word that ends as no subject does. */
gboolean quo_speaker_is_oblique_form (const QuoSpeakerContext *context, const QuoToken *token);
/* (na) tiskové (konferenci): an adjective behind a preposition, whose noun follows. */
gboolean quo_speaker_is_oblique_adjective (const QuoSpeakerContext *context, const QuoToken *token);
/* How many of the @n words right behind the verb @cue tell whom it is said to: řekl novinářům. */
gint quo_speaker_count_addressee (const QuoSpeakerContext *context, gint cue, gint n);
/* Whether the clause that holds the words before token @i is made of places, times and whom it is
 * said to, so that a subject may follow: Mladému muži však (soudce řekl). */
gboolean quo_speaker_follows_oblique (const QuoSpeakerContext *context, gint i);
/* Whether token @i stands behind a preposition, with nothing but whose it is and adjectives
 * between: K jeho výhradám. */
gboolean quo_speaker_is_behind_preposition (const QuoSpeakerContext *context, gint i);

G_END_DECLS
