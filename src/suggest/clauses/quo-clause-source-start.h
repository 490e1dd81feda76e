/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-clause-sentence.h"

G_BEGIN_DECLS

/* The first token of what is said before the source whose words begin with token @cue; @cue itself
 * if nothing before it belongs to it. @has_comma: whether a comma stands behind the source. */
gint quo_clause_find_source_start (const QuoClauseSentence *sentence, gint cue, gboolean has_comma);
/* Whether a clause must follow the source, as what stands before it needs one: Pokud neustane déšť,
 * podle starosty ... */
gboolean quo_clause_goes_on_after_source (const QuoClauseSentence *sentence, gint cue);
/* The last token of what is said behind the source, if what is said begins with token @start before
 * it and with token @first behind it. */
gint quo_clause_find_source_said_end (const QuoClauseSentence *sentence, gint start, gint first);

G_END_DECLS
