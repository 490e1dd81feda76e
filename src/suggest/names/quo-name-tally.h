/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-passage.h"

G_BEGIN_DECLS

/**
 * QuoNameTally:
 *
 * The words of an article: how they are written in it (with a capital inside a sentence, with one
 * only because a sentence begins, or small), which is counted first and then read, and what else is
 * known of each, which is found out when it is asked for.
 */
typedef struct _QuoNameTally QuoNameTally;

typedef struct
{
  guint16 n_inside; /* with a capital, inside a sentence */
  guint16 n_begin;  /* with a capital, where a sentence begins */
  guint16 n_small;
} QuoWordTally;

/* What is known of a word. */
typedef struct
{
  guint32 kinds;         /* QuoNameWord */
  guint16 flags : 13;    /* QuoNameFlags, of its base form if it is inflected */
  guint16 is_known : 1;  /* it was asked for; else only the tally is there */
  guint16 is_word : 1;   /* a common word of the language, and no surname or organization */
  guint16 is_common : 1; /* a common word, whatever else it is */
  QuoWordTally tally;
} QuoWordFacts;

QuoNameTally *quo_name_tally_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_name_tally_free (QuoNameTally *tally);
/* The facts of a word as quo_word_fold() writes it, made if they are not there; they stay where
 * they are. */
QuoWordFacts *quo_name_tally_look_up (QuoNameTally *tally, const char *folded);
/* All zero for a word that is not there. */
QuoWordTally quo_name_tally_get (const QuoNameTally *tally, const char *folded);

G_END_DECLS
