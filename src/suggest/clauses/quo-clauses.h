/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quote-finder.h"

G_BEGIN_DECLS

/* How a clause is told to be what somebody said. */
typedef enum
{
  QUO_CLAUSE_AFTER,     /* X said that CLAUSE */
  QUO_CLAUSE_BEFORE,    /* CLAUSE, X said */
  QUO_CLAUSE_ROUND,     /* CLAUSE, X said, CLAUSE */
  QUO_CLAUSE_SOURCE,    /* According to X, CLAUSE; CLAUSE, according to X */
  QUO_CLAUSE_CONTINUED, /* a sentence in the mood of reported speech: Er sei krank. */
  QUO_CLAUSE_HEADLINE   /* CLAUSE — X; X: CLAUSE, at the top of an article */
} QuoClausePattern;
#define QUO_N_CLAUSE_PATTERNS 6

/**
 * QuoClause:
 *
 * A stretch of the author's text that tells what somebody said, found by the verb of saying and the
 * shape of the sentence: a candidate for indirect speech, or, when marks stand in it, for a mixed
 * quote grown to its clause.
 */
typedef struct
{
  QuoSpan ranges[2]; /* what is said, without commas and full stops at its ends */
  guint n_ranges;
  QuoSpan cue;      /* empty: QUO_CLAUSE_CONTINUED, QUO_CLAUSE_HEADLINE */
  QuoSpan source;   /* of QUO_CLAUSE_SOURCE, QUO_CLAUSE_HEADLINE: who is named; else empty */
  QuoSpan sentence; /* the one it stands in */
  QuoClausePattern pattern;
  guint cue_kinds;           /* bits of QuoWordKind */
  gboolean has_opener;       /* that, dass */
  gboolean has_finite;       /* a word that makes a clause */
  gboolean joins_marks;      /* the author's words go on into marks: it was “a danger” */
  gboolean is_outer;         /* what verbs in it tell is a part: CLAUSE, sagte X; said CLAUSE */
  gboolean opens_with_marks; /* which its verb follows: said “Lear” was lost */
  gboolean is_back;          /* a sentence behind it says who said it: Das teilte X mit. */
  gboolean has_mood;         /* a verb in the mood of reported speech */
  guint n_words;             /* of what is said */
  guint n_quoted_words;      /* of these, within marks */
  guint gap;                 /* words between the cue and what is said */
  guint n_tail;              /* QUO_CLAUSE_BEFORE: words after the cue */
} QuoClause;

/* (transfer full) (element-type QuoClause): in text order; may overlap where a sentence has several
 * verbs. */
GArray *quo_clauses_find (const QuoPassage *page, const GArray *stretches,
                          const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
