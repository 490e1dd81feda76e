/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

/* What the two ways of counting share: what is to be annotated, the keys by kind, and what a
 * practised person does by hand. */

typedef struct
{
  gboolean is_quote;
  QuoSpan span, speaker; /* a speaker that is empty: nobody is named */
  char *label;
  gboolean is_counted;
  gboolean is_extra; /* a quote that need not be marked, but is none to be left out either */
} Gold;

typedef struct
{
  guint n_entities, move, tag, mend;
  guint n_quotes, quote_move, quote_mark, quote_mend, quote_link;
  guint judge; /* asking for suggestions, accepting, rejecting, skipping */
} Keys;

/* Tells on standard error what cost a key; prints a line for each quote on standard output. */
extern gboolean keys_is_verbose, keys_is_each;

/* What a step cost, if somebody wants to know. */
void keys_tell (const QuoText *text, QuoSpan span, const char *what, guint n);
guint keys_count_words (const QuoText *text, guint32 from, guint32 to);
/* Down by lines, on by words; or searching. */
guint keys_count_walk (const QuoText *text, guint32 from, guint32 to);

/* Tags the name, or marks and links the quote, from where the caret is. @all: (element-type Gold)
 */
void keys_do_entity (QuoSession *session, const Gold *gold, GArray *all, Keys *keys);
/* The same for a name before the caret. */
void keys_do_passed (QuoSession *session, const Gold *gold, Keys *keys);
/* @can_wait: a quote that O does not stop at on its way is left for later. Returns FALSE then. */
gboolean keys_do_quote (QuoSession *session, const Gold *gold, gboolean can_wait, Keys *keys);
/* Whether it is tagged with its label; whether it is marked and linked. */
gboolean keys_is_tagged (QuoSession *session, const Gold *gold);
gboolean keys_is_done (QuoSession *session, QuoSpan span);
/* Back to where so many acts could be taken back: a press that only says something is none. */
void keys_take_back (QuoSession *session, guint n_undo);
/* Enter, a digit, or "/", some letters of the name and Enter. */
guint keys_link_speaker (QuoSession *session, const Gold *gold);
/* Whether a candidate is who the gold says: the same mention, or the same words elsewhere. */
gboolean keys_is_speaker (const QuoText *text, const QuoCandidate *candidate, QuoSpan speaker);

/* The same with suggestions, in keys-judging.c: they are asked for, judged in the order of the
 * text, and what is missing is done by hand. */
void keys_judge (QuoSession *session, GArray *all, Keys *keys);
/* The same with Y, a screen at a time, in keys-sifting.c. */
void keys_sift (QuoSession *session, GArray *all, Keys *keys);
/* What has been suggested since. */
void keys_judge_new (QuoSession *session, GArray *all, Keys *keys);
