/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-context.h"

G_BEGIN_DECLS

/* All give an empty span if there is no such phrase. @cue is the place of the verb among the tokens
 * of the context, @step -1 before it and 1 after it, @n how many words there belong to its clause.
 */

/* "the young officer": from its article to the verb, or to the next small word. */
QuoSpan quo_speaker_find_noun_phrase (const QuoSpeakerContext *context, gint cue, gint step,
                                      gint n);
/* "Police", „Experten“: nouns without an article right beside the verb. */
QuoSpan quo_speaker_find_bare_phrase (const QuoSpeakerContext *context, gint cue, gint step,
                                      gint n);
/* “...,” said another. “...,” said one of them. */
QuoSpan quo_speaker_find_count (const QuoSpeakerContext *context, gint cue, gint step, gint n);
/* The words from @first on that may make a noun phrase, at most @n. */
QuoSpan quo_speaker_find_run (const QuoSpeakerContext *context, gint first, gint n);
/* «...», пишет «Утро»: the last token of a name in marks right after the verb; -1: there is none.
 */
gint quo_speaker_find_marked_name (const QuoSpeakerContext *context, gint cue);
/* Who speaks by such a name, which ends with token @last, or who follows it, if the paper is told:
 * рассказала «Утру» Анна Белая. */
QuoSpan quo_speaker_find_behind_marks (const QuoSpeakerContext *context, gint cue, gint last);
/* "сообщили в", not "пожаловалась в беседе": whether the verb may have several for its subject. */
gboolean quo_speaker_is_of_several (const QuoSpeakerContext *context, gint verb);
/* Whether the verb stands after "as": "Jak uvedl mluvčí". */
gboolean quo_speaker_follows_as (const QuoSpeakerContext *context, gint cue);
/* ذكرت صحيفة "الشرق" أن: @found with the name in marks right behind it, where the subject stands
 * behind its verb. */
QuoSpan quo_speaker_add_marked_name (const QuoSpeakerContext *context, QuoSpan found);

G_END_DECLS
