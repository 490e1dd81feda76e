/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"

G_BEGIN_DECLS

/* Sets person, gender and n_named of each mention, and the entity of a pronoun; the rest of all of
 * them, in text order, is known. */
void quo_mention_persons_find (const QuoSuggesting *run, GArray *mentions);
/* What @person is of something that nobody has annotated, by its last word. */
guint32 quo_mention_persons_hash (const QuoPassage *page, QuoSpan span);

G_END_DECLS
