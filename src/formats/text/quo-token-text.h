/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"

G_BEGIN_DECLS

/**
 * QuoReadToken:
 * @form: what the file says
 * @before: what stands between it and the token before it; NULL: not told, a blank
 * @line: where it stands in the file
 * @at: where it stands in the text, in code points, once it is placed
 *
 * A token of a file of tokens. The strings belong to the caller.
 */
typedef struct
{
  const char *form, *before;
  guint line;
  QuoSpan at;
} QuoReadToken;

#define quo_read_tokens_get(tokens, i) (&g_array_index (tokens, QuoReadToken, i))

/**
 * quo_token_text_begin:
 * @tokens: (element-type QuoReadToken): in text order
 * @name: of the article to be made; NULL: after the file
 * @is_only: the file has no other texts
 *
 * Finds each token in the article of the import, where they must stand in this order with nothing
 * but blanks between them; without an article makes a text of them.
 *
 * Returns: (transfer full): the builder, which counts in code points; NULL without an error when
 *   the tokens are those of another text
 */
QuoBuilder *quo_token_text_begin (QuoImport *import, GArray *tokens, const char *name,
                                  gboolean is_only, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
