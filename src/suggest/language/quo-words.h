/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

/* The word round @offset (letters, digits, marks, inner apostrophes and hyphens); the one that ends
 * at @offset if none begins there; empty if there is none. Scripts without blanks by Pango's words.
 */
QuoSpan quo_word_around (const QuoText *text, guint32 offset);
/* The next and previous word border, for growing and shrinking by a word. */
guint32 quo_word_next_end (const QuoText *text, guint32 offset);
guint32 quo_word_previous_end (const QuoText *text, guint32 offset);
guint32 quo_word_next_start (const QuoText *text, guint32 offset);
guint32 quo_word_previous_start (const QuoText *text, guint32 offset);

/* (transfer full) (element-type QuoSpan): every place where the words of @span stand, whole words
 * only, in text order, @span itself included. */
GArray *quo_occurrences (const QuoText *text, QuoSpan span) G_GNUC_WARN_UNUSED_RESULT;

/* Whether no word goes on past either end of @span, which is not empty. */
gboolean quo_are_whole_words (const QuoText *text, QuoSpan span);

G_END_DECLS
