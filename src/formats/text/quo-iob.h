/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoIobScheme:
 * @QUO_IOB2: a span begins with B and goes on with I
 * @QUO_IOB1: a span is I; B only where it follows another one with the same label
 * @QUO_BIOES: B, I and E; S is a span of one token. BILOU is the same with L for E and U for S
 *
 * How tags of tokens say where spans begin and end (Ramshaw and Marcus 1995; Ratinov and Roth
 * 2009). O is outside of all.
 */
typedef enum
{
  QUO_IOB2,
  QUO_IOB1,
  QUO_BIOES,
} QuoIobScheme;
#define QUO_N_IOB 3

/* "IOB2". */
const char *quo_iob_get_name (QuoIobScheme scheme);

/* The letter of a token of a span. @follows_same: the token before it is the last of another span
 * with the same label. */
static inline char
quo_iob_get_letter (QuoIobScheme scheme, gboolean is_first, gboolean is_last, gboolean follows_same)
{
  if (scheme == QUO_IOB1)
    return is_first && follows_same ? 'B' : 'I';
  if (scheme == QUO_BIOES && is_last)
    return is_first ? 'S' : 'E';
  return is_first ? 'B' : 'I';
}

/**
 * QuoIobTag:
 * @letter: B, I, O, E or S
 * @label: what stands behind the hyphen; NULL for O
 *
 * A tag that was read.
 */
typedef struct
{
  char letter;
  const char *label;
} QuoIobTag;

/* FALSE: it is no tag. The label points into @tag. */
gboolean quo_iob_parse (const char *tag, QuoIobTag *ret_tag);

/* A span of the tokens of one sentence: first, one after the last. */
typedef struct
{
  guint first, end;
  const char *label;
} QuoIobSpan;

/**
 * quo_iob_read:
 * @tags: those of the tokens of one sentence
 * @spans: (nullable): what was found is added
 * @ret_fault: (out) (optional): the first tag that may not stand where it does, or G_MAXUINT
 *
 * Returns: how many tags may not stand where they do
 */
guint quo_iob_read (QuoIobScheme scheme, const QuoIobTag *tags, guint n_tags, GArray *spans,
                    guint *ret_fault);

G_END_DECLS
