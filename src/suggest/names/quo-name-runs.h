/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-name-tally.h"
#include "quo-tokens.h"

G_BEGIN_DECLS

/**
 * QuoReading:
 *
 * The words of a paragraph, read for names in them. Tokens are named by their index; functions that
 * look at a neighbour take an index past either end as well.
 */
typedef struct
{
  const QuoText *text;
  const QuoLanguage *language;
  QuoPassage *page;
  GArray *tokens;
  const QuoNameTally *tally; /* of the whole article; NULL: the text is searched instead */
} QuoReading;

/* Tokens first to last, both included. */
typedef struct
{
  gint first, last;
} QuoRun;

/* The words near @offset, in its paragraph. */
void quo_reading_init (QuoReading *reading, const QuoText *text, const QuoLanguage *language,
                       guint32 offset);
void quo_reading_clear (QuoReading *reading);

/* The token, or NULL past either end. */
const QuoToken *quo_reading_get (const QuoReading *reading, gint i);
/* Whether nothing but opening marks stands between the token and the start of its sentence. */
gboolean quo_reading_begins_sentence (const QuoReading *reading, gint i);
gboolean quo_reading_is_name_part (const QuoReading *reading, gint i);
gboolean quo_reading_is_title (const QuoReading *reading, gint i);
/* Whether the token and the next one may be of one name by what stands between them. */
gboolean quo_reading_is_joined (const QuoReading *reading, gint i);
/* Whether the token is a possessive and the next one stands beside it: "Seamen's Hall". */
gboolean quo_reading_owns_next (const QuoReading *reading, gint i);
/* The token after @i that goes on with a name, over particles; -1 if none does. */
gint quo_reading_step_right (const QuoReading *reading, gint i);

/* The name that holds the name part @i, without titles and what only begins a sentence. */
QuoRun quo_reading_find_name (const QuoReading *reading, gint i);
QuoSpan quo_reading_get_span (const QuoReading *reading, QuoRun run);

/* Whether the word stands elsewhere near here with a capital inside a sentence, or in small
 * letters. */
gboolean quo_reading_is_capital_elsewhere (const QuoReading *reading, gint i);
gboolean quo_reading_is_small_elsewhere (const QuoReading *reading, gint i);

G_END_DECLS
