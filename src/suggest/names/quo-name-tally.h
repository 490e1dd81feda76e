/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-passage.h"

G_BEGIN_DECLS

/**
 * QuoNameTally:
 *
 * How the words of an article are written in it: with a capital inside a sentence, with one only
 * because a sentence begins, or small. Filled once, then read.
 */
typedef struct _QuoNameTally QuoNameTally;

typedef struct
{
  guint16 n_inside; /* with a capital, inside a sentence */
  guint16 n_begin;  /* with a capital, where a sentence begins */
  guint16 n_small;
} QuoWordTally;

QuoNameTally *quo_name_tally_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_name_tally_free (QuoNameTally *tally);
/* The counts of a word as quo_word_fold() writes it, made if it is not there. */
QuoWordTally *quo_name_tally_count (QuoNameTally *tally, const char *folded);
/* All zero for a word that is not there. */
QuoWordTally quo_name_tally_get (const QuoNameTally *tally, const char *folded);

G_END_DECLS
