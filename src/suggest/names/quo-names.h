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
typedef gboolean (*QuoNameFilter) (QuoSpan name, gpointer data);
/* Which names are looked for. @is_taken: words of which no name is wanted that has them in it; so
 * what they belong to need not be found out. */
typedef struct
{
  QuoNameFilter is_taken, is_wanted;
  gpointer data;
} QuoNameWish;

/* The first of those that begin in @within, or the last; empty if there is none. One pass over what
 * is between. */
QuoSpan quo_name_next_wanted (const QuoText *text, QuoSpan within, const QuoLanguage *language,
                              const QuoNameWish *wish);
QuoSpan quo_name_last_wanted (const QuoText *text, QuoSpan within, const QuoLanguage *language,
                              const QuoNameWish *wish);

/* What the words of @span are if they stand for somebody without being a name: "pronoun" (she) or
 * "nominal" (the mayor), as the label of mentions has it; NULL: they may be a name. */
const char *quo_name_get_form (const QuoText *text, QuoSpan span, const QuoLanguage *language);

G_END_DECLS
