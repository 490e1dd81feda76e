/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quotes.h"
#include "quo-tokens.h"

G_BEGIN_DECLS

/**
 * QuoStretch:
 *
 * What stands between an opening and a closing mark, marks included: what quotes are put together
 * from. Stretches are found by the marks alone (quo-quote-marks.c), by a dash that opens a
 * paragraph (quo-quote-dash.c), by who speaks before a colon (quo-quote-labels.c) or by paragraphs
 * that ask (quo-quote-interview.c), then chained to quotes of several parts (quo-quote-parts.c).
 */
typedef struct
{
  QuoSpan span;
  QuoSpan label;     /* in an interview: who speaks, before a colon; else empty */
  guint32 paragraph; /* index in the page of the one it begins in */
  gint next;         /* index of the stretch that goes on with the same quote, or -1 */
  gint parent;       /* index of the innermost stretch round it, or -1 */
  guint8 depth;
  guint8 is_later : 1; /* another stretch goes before it */
  guint8 is_dash : 1;
  guint8 is_answer : 1; /* in an interview without labels */
  guint8 is_broken : 1; /* no closing mark: ends with its paragraph */
} QuoStretch;

#define quo_stretches_get(stretches, i) (&g_array_index (stretches, QuoStretch, i))

/* (transfer full) (element-type QuoStretch): by the marks of the page, in text order, outer before
 * inner; those that go on in the next paragraph are chained. */
GArray *quo_stretches_find (const QuoPassage *page,
                            const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the speech of paragraphs that begin with a dash. */
void quo_stretches_add_dashes (GArray *stretches, const QuoPassage *page,
                               const QuoLanguage *language);
/* Adds that of an interview, whose paragraphs begin with who speaks and a colon. @stretches are
 * sorted before and after. */
void quo_stretches_add_labelled (GArray *stretches, const QuoPassage *page,
                                 const QuoLanguage *language);
/* The label of the stretch that begins at @start; empty: it has none. */
QuoSpan quo_stretches_get_label (const GArray *stretches, guint32 start);
/* Adds the answers of an interview whose paragraphs ask and answer by turns, with nothing that says
 * who speaks. @stretches are sorted before and after. */
void quo_stretches_add_answers (GArray *stretches, const QuoPassage *page,
                                const QuoLanguage *language);
/* Whether the stretch that begins at @start is such an answer. */
gboolean quo_stretches_is_answer (const GArray *stretches, guint32 start);
/* Parts those in which the author speaks between dashes, inside the marks. */
void quo_stretches_part (GArray *stretches, const QuoPassage *page, const QuoLanguage *language);
/* Text order, outer before inner; works out parents and depths. Keeps the chains. */
void quo_stretches_sort (GArray *stretches);
/* Chains the parts of quotes that are interrupted by a verb of saying. */
void quo_stretches_join (GArray *stretches, const QuoPassage *page, const QuoLanguage *language);

/* (transfer full) (element-type QuoStretch): all of the above in their order: what quotes are read
 * from. */
GArray *quo_stretches_read (const QuoPassage *page,
                            const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
/* Cuts the chains that are too long for a quote: what follows is another one. */
void quo_stretches_cut (GArray *stretches);
/* Puts the quote together that begins with stretch @i of those which are cut. FALSE: it is a later
 * part of another one. */
gboolean quo_quote_read (const QuoPassage *page, const GArray *stretches,
                         const QuoLanguage *language, guint i, QuoQuote *ret_quote);

/* The cue of a quote with these parts among these stretches; an empty span if there is none. */
QuoSpan quo_stretches_find_cue (const GArray *stretches, const QuoPassage *page,
                                const QuoLanguage *language, const QuoSpan *parts, guint n_parts);
/* The verb of saying in @zone, which begins where a quote ends, by its place alone: of those that
 * no list knows; an empty span if there is none. */
QuoSpan quo_quote_find_cue_by_place (const QuoPassage *page, const QuoLanguage *language,
                                     QuoSpan zone);
/* The sentence round the parts: from where the one of the first begins to where the one of the last
 * ends, within their paragraphs. */
QuoSpan quo_passage_find_sentence (const QuoPassage *page, const QuoLanguage *language,
                                   QuoSpan hull);

/* Index of the last stretch that begins before @offset; -1 if none does. */
gint quo_stretches_find_last (const GArray *stretches, guint32 offset);
/* Index of the outermost stretch, as a turn of an interview is, if it begins at @start; -1: it does
 * not. */
gint quo_stretches_find_turn (const GArray *stretches, guint32 start);
/* Whether @offset is inside a stretch, or, with @but, inside one that none of these parts touches.
 */
gboolean quo_stretches_cover (const GArray *stretches, guint32 offset, const QuoSpan *but,
                              guint n_but);

G_END_DECLS
