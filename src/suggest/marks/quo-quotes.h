/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"

G_BEGIN_DECLS

/**
 * QuoQuote:
 *
 * A quotation found by its marks: one or more parts (each with its marks, without the comma after
 * them), the words of the interruption, the verb of saying (cue), and the form.
 */
#define QUO_QUOTE_MAX_PARTS 32 /* a longer one goes on as another quote */

typedef struct
{
  QuoSpan parts[QUO_QUOTE_MAX_PARTS];
  guint n_parts;
  QuoSpan cue; /* empty if none was found */
  guint depth; /* 0 outermost */
} QuoQuote;

/* The quote round @offset, depth 0 the innermost pair of marks, 1 the next outer one ...
 * All common conventions: “ ” ‘ ’ " ' „ “ ‚ ‘ » « « » ‹ › ” ” 「 」 『 』 ﹁ ﹂ and dash dialogue;
 * marks reopened at each paragraph; a missing closing mark ends at the paragraph. An apostrophe is
 * no mark. An interruption ("...", she said, "...") joins two parts when it has a verb of saying
 * and the sentence goes on. */
gboolean quo_quote_around (const QuoText *text, guint32 offset, guint depth,
                           const QuoLanguage *language, QuoQuote *ret_quote);
/* (transfer full) (element-type QuoQuote): all quotes of the text, outer before inner, in text
 * order. */
GArray *quo_quotes_find (const QuoText *text,
                         const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (element-type QuoQuote): those round or in @span, and others near it: as many
 * paragraphs are read as for quo_quote_around(). */
GArray *quo_quotes_find_near (const QuoText *text, QuoSpan span,
                              const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
/* The cue of a quote with these parts: the verb of saying, or "according to", in the interruption,
 * else the likeliest one of the sentence before or after; or an empty span. */
QuoSpan quo_quote_find_cue (const QuoText *text, const QuoSpan *parts, guint n_parts,
                            const QuoLanguage *language);

G_END_DECLS
