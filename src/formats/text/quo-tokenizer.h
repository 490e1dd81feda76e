/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-selection.h"

G_BEGIN_DECLS

/**
 * QuoTextToken:
 * @span: in code points
 * @byte: where it begins in the text
 * @end_byte: where it ends
 * @is_first: of its line: a line end stands before it
 *
 * What formats of tokens call a word: letters and digits, with apostrophes and full stops inside;
 * or one sign.
 */
typedef struct
{
  QuoSpan span;
  guint32 byte, end_byte;
  gboolean is_first;
} QuoTextToken;

#define quo_text_tokens_get(tokens, i) (&g_array_index (tokens, QuoTextToken, i))

/**
 * quo_tokenizer_run:
 * @has_clusters: marks, joiners and skin tones stay with the character they stand on; else they are
 *   tokens, as most programs have it
 *
 * All tokens of the text. They are cut at every border of the selected annotations, so that none
 * begins or ends inside of one; only what is written as one character is never cut there.
 *
 * Returns: (transfer full) (element-type QuoTextToken): in text order
 */
GArray *quo_tokenizer_run (const QuoSelection *selection,
                           gboolean has_clusters) G_GNUC_WARN_UNUSED_RESULT;

/* The tokens that @span touches: the first and the one after the last; FALSE: it touches none.
 * @first: (inout): a token to begin to look at: that of the span before, or 0. Cost: logarithmic in
 * how far it is from there. */
gboolean quo_text_tokens_find (const GArray *tokens, QuoSpan span, guint *first, guint *ret_end);
/* Whether these tokens are just what is in @span, but for blanks at its ends. */
gboolean quo_text_tokens_fit (const GArray *tokens, QuoSpan span, guint first, guint end);

G_END_DECLS
