/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"
#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* Papers and agencies beside a verb of saying to which something is told. Tokens are indices into
 * context->tokens; one behind the token @i must exist where it is told. */

/* "řekla Petra Malá ČTK": whether a paper stands at token @i right behind the name @found. */
gboolean quo_speaker_is_told_behind (const QuoSpeakerContext *context, gint i, QuoSpan found);
/* Whether the word names a paper in the case of whom something is told to: "řekla Právu". */
gboolean quo_speaker_is_told_paper (const QuoSpeakerContext *context, const QuoToken *token);

/* "řekla ČTK jeho mluvčí", «сообщил ТАСС глава МЧС»: where the order of words is free, an agency
 * before other words is told. */
gboolean quo_speaker_is_told_agency (const QuoSpeakerContext *context, gint i);

/* "vysvětlila deníku Sever": the noun in the case of whom it is told to, and its name. */
gboolean quo_speaker_is_told_named (const QuoSpeakerContext *context, gint i);

/* "ČTK to řekla mluvčí", «Об этом ТАСС сообщили в мэрии»: whether context->before is a paper that
 * is told, because somebody stands behind the verb. */
gboolean quo_speaker_is_told_before (const QuoSpeakerContext *context);
/* The preposition behind the verb @cue behind which stands whom it has from what it hands on; @cue
 * if it hands nothing on. */
gint quo_speaker_find_relayed (const QuoSpeakerContext *context, gint cue);
/* What stands behind the verb, without a name with a preposition in one word with it: مصادر أمنية
 * لرويترز. */
QuoSpan quo_speaker_cut_addressee (const QuoSpeakerContext *context, const GArray *mentions);

/* "приводит слова тренера сайт клуба", "приводит ТАСС его слова": whether a paper hands on
 * somebody's words, by the verb or by the noun at @cue. context->after becomes whose they are, if
 * it says so; the paper is nobody's subject. */
gboolean quo_speaker_read_words (QuoSpeakerContext *context, gint cue);

G_END_DECLS
