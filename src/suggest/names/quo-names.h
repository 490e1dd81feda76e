/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"

G_BEGIN_DECLS

/* The name round @offset: a run of capitalised words with particles and initials between ("van
 * der", "of the" not), without a sentence-initial stopword; else the word. */
QuoSpan quo_name_around (const QuoText *text, guint32 offset, const QuoLanguage *language);
/* The next name (a run as above that is not merely the first word of a sentence) that begins at or
 * after @offset; empty if there is none. */
QuoSpan quo_name_next (const QuoText *text, guint32 offset, const QuoLanguage *language);
/* The same of those that are wanted, in one pass over what is between. */
typedef gboolean (*QuoNameFilter) (QuoSpan name, gpointer data);
QuoSpan quo_name_next_wanted (const QuoText *text, guint32 offset, const QuoLanguage *language,
                              QuoNameFilter is_wanted, gpointer data);

/* What the words of @span are if they stand for somebody without being a name: "pronoun" (she) or
 * "nominal" (the mayor), as the label of mentions has it; NULL: they may be a name. */
const char *quo_name_get_form (const QuoText *text, QuoSpan span, const QuoLanguage *language);

G_END_DECLS
