/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-clause-sentence.h"

G_BEGIN_DECLS

/* The last token of whom a source names, which begins at token @first: to a comma, or, where the
 * verb stands second, to the first verb or small word; with a name in marks: laut „Utro“. @is_last:
 * to the end of the sentence, if the clause stands before. *@ret_has_comma: whether the clause
 * begins right behind it. */
gint quo_clause_find_source_end (const QuoClauseSentence *sentence, gint first, gboolean is_last,
                                 gboolean *ret_has_comma);
/* The same where nothing tells the end: the first noun with the names after it. */
gint quo_clause_find_shortest_source (const QuoClauseSentence *sentence, gint first);
/* The last token before a clause about the source: an official who asked not to be named. */
gint quo_clause_skip_relative (const QuoClauseSentence *sentence, gint first, gint last);
/* From the last token of a source over what stands in brackets behind it, over what a comma sets
 * off, over a name between commas; @last if there is none. */
gint quo_clause_skip_brackets (const QuoClauseSentence *sentence, gint last, gboolean *has_comma);
gint quo_clause_skip_aside (const QuoClauseSentence *sentence, gint last);
gint quo_clause_skip_name (const QuoClauseSentence *sentence, gint last);
/* With the mark that closes a name, if the one that opens it is in the source. */
void quo_clause_close_marks (const QuoClauseSentence *sentence, QuoSpan *source);

G_END_DECLS
