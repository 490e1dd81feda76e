/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quotes.h"

G_BEGIN_DECLS

/* The likeliest speech without marks round @offset: a clause that somebody is said to have said,
 * with its word of saying if it is found. Looks at the paragraph alone, whatever the size of the
 * article. @ret_form: "indirect", or "mixed" when some of it stands in marks; a constant.
 *
 * Returns: %FALSE when nothing there reads like speech */
gboolean quo_speech_around (const QuoText *text, guint32 offset, const QuoLanguage *language,
                            QuoQuote *ret_quote, const char **ret_form);

/* How likely it is that the words in marks are speech, and no title or word that is only mentioned:
 * 0 .. 1. Looks at the paragraph alone. */
double quo_speech_weigh_marks (const QuoText *text, const QuoQuote *quote,
                               const QuoLanguage *language);

G_END_DECLS
