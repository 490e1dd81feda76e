/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"
#include "quo-text.h"

G_BEGIN_DECLS

/**
 * QuoNameHabits:
 *
 * How far names go by the guidelines people work by, as their annotations show: whether a person is
 * "President Anna Lee" or "Anna Lee", a body "the Arne Bank" or "Arne Bank". Each label has habits
 * of its own. Names for which there is no such question say nothing.
 */
typedef struct _QuoNameHabits QuoNameHabits;

QuoNameHabits *quo_name_habits_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_name_habits_free (QuoNameHabits *habits);

/* Notes what an accepted name shows: @span of @type (id of a label). */
void quo_name_habits_note (QuoNameHabits *habits, const QuoText *text, const QuoLanguage *language,
                           const char *type, QuoSpan span);
/* Notes all that the other ones hold. */
void quo_name_habits_add (QuoNameHabits *habits, const QuoNameHabits *other);

/* The name @span as these people would mark it: with the titles and the article before it, where
 * they have taken more such names with them than without; without "The" where it was the other way.
 */
QuoSpan quo_name_habits_apply (const QuoNameHabits *habits, const QuoText *text,
                               const QuoLanguage *language, const char *type, QuoSpan span);

G_END_DECLS
