/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"

G_BEGIN_DECLS

/**
 * QuoCastMember:
 * @first, @last: indices of the first and the last mention by name
 *
 * Somebody named outside of quotes in a dialogue or not long before it.
 */
typedef struct
{
  guint32 person;
  guint first, last;
} QuoCastMember;

#define quo_cast_get(cast, i) (&g_array_index (cast, QuoCastMember, i))

/* (transfer full) (element-type QuoCastMember): the people of the dialogue at @span, who was named
 * last comes first. */
GArray *quo_dialogue_list_cast (const GArray *mentions, QuoSpan span) G_GNUC_WARN_UNUSED_RESULT;

/* Adds to @choices (of QuoDialogueChoice), which begin with whom the pronoun is taken for, whom
 * else of those named before it it may stand for. */
void quo_dialogue_add_antecedents (const GArray *mentions, const GArray *cast,
                                   const QuoMention *pronoun, GArray *choices);

/* Lets the pronoun stand for @person, if they are of the cast. */
void quo_dialogue_settle_pronoun (const GArray *mentions, const GArray *cast, QuoMention *pronoun,
                                  guint32 person);

G_END_DECLS
