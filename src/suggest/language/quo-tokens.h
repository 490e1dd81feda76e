/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-passage.h"
#include "quo-word-kinds.h"

G_BEGIN_DECLS

/* How a word is written. */
typedef enum
{
  QUO_SHAPE_CAPITAL = 1 << 0, /* the first letter, or one after an inner apostrophe or hyphen */
  QUO_SHAPE_CAPS = 1 << 1,    /* two capitals and more, no small letter */
  QUO_SHAPE_INITIAL = 1 << 2, /* one capital alone, or several with full stops: J, U.S */
  QUO_SHAPE_NUMBER = 1 << 3,  /* begins with a digit */
} QuoShape;

/**
 * QuoToken:
 *
 * A word with what the language knows of it. The first word of a phrase ("according to") carries
 * the phrase's kinds and the count of its words; the others are QUO_WORD_REST.
 */
typedef struct
{
  QuoSpan span;
  guint kinds;    /* bits of QuoWordKind */
  guint8 shape;   /* bits of QuoShape */
  guint8 n_words; /* 1, or that of the phrase */
} QuoToken;

/* (transfer full) (element-type QuoToken): the words in @span, in text order. In scripts without
 * blanks: the longest words the language knows, else single characters. */
GArray *quo_tokens_list (const QuoPassage *page, const QuoLanguage *language,
                         QuoSpan span) G_GNUC_WARN_UNUSED_RESULT;
/* Index of the token that holds @offset or ends at it; -1 if there is none. */
gint quo_tokens_find (const GArray *tokens, guint32 offset);
#define quo_tokens_get(tokens, i) (&g_array_index (tokens, QuoToken, i))

/* Whether a sentence of @language ends with the character at @offset: in quo-sentences.c, which
 * cuts whole pages by it. */
gboolean quo_tokens_end_sentence (const QuoPassage *page, const QuoLanguage *language,
                                  guint32 offset);
/* The word that begins at @start (a word character): where it ends. */
guint32 quo_passage_find_word_end (const QuoPassage *page, guint32 start);

/* What stands in @span in lower case, cut off where the buffer ends. Returns: its length in bytes
 */
gsize quo_passage_fold (const QuoPassage *page, QuoSpan span, char buffer[QUO_FOLD_SIZE]);
/* The same of a word, plain as lists have it (quo_word_make_plain()). */
gsize quo_token_fold (const QuoPassage *page, const QuoToken *token, char buffer[QUO_FOLD_SIZE]);
/* Whether the word, as quo_token_fold() has it, is in the list; FALSE for NULL. */
gboolean quo_token_is_listed (const QuoPassage *page, const QuoToken *token,
                              const QuoLanguage *language, QuoWordList list);
/* "union's", but not "it's": a noun follows, though it may look like a verb (demands). */
gboolean quo_token_is_possessive (const QuoPassage *page, const QuoToken *token);

G_END_DECLS
