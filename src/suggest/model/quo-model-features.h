/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-weights.h"

G_BEGIN_DECLS

/* Each feature is 0 (no) to 1 (fully). The names of the enumerations are those in files, in small
 * letters: QUO_MARKS_COMMA_AFTER is "comma-after" in the group "marks". */

/* Whether a stretch between marks is something said, not a title or a word held at a distance. */
typedef enum
{
  QUO_MARKS_BIAS,
  QUO_MARKS_ONE_WORD,
  QUO_MARKS_TWO_WORDS,
  QUO_MARKS_FEW_WORDS,  /* 3 or 4 */
  QUO_MARKS_SOME_WORDS, /* 5 to 9 */
  QUO_MARKS_CAPITAL_START,
  QUO_MARKS_TITLE_CASE,  /* all its words have capitals */
  QUO_MARKS_STOP_INSIDE, /* its last character is a full stop, or a comma */
  QUO_MARKS_CRY_INSIDE,  /* ... a question or exclamation mark */
  QUO_MARKS_COMMA_AFTER, /* a comma stands after it */
  QUO_MARKS_STOP_AFTER,
  QUO_MARKS_COLON_BEFORE,
  QUO_MARKS_COMMA_BEFORE,
  QUO_MARKS_STARTS_PARAGRAPH,
  QUO_MARKS_ENDS_PARAGRAPH,
  QUO_MARKS_CUE,       /* a verb of saying is its own */
  QUO_MARKS_WEAK_CUE,  /* one that says other things too */
  QUO_MARKS_NEAR_CUE,  /* by nearness to it */
  QUO_MARKS_COLON_CUE, /* a verb of saying and a colon before it */
  QUO_MARKS_SEVERAL_PARTS,
  QUO_MARKS_NOUN_BEFORE,   /* an article or preposition stands right before it */
  QUO_MARKS_WORD_AFTER,    /* a small word goes on right after it */
  QUO_MARKS_WORD_BEFORE,   /* a word that says nothing stands right before up to 9 words */
  QUO_MARKS_PERSON_INSIDE, /* I, we */
  QUO_MARKS_FINITE_INSIDE,
  QUO_MARKS_NESTED,
  QUO_MARKS_SINGLE, /* single marks in a text of mostly double ones, or the other way round */
  QUO_MARKS_DASH,
  QUO_MARKS_BROKEN,
  QUO_MARKS_IN_CLAUSE,    /* stands in a clause that tells what was said */
  QUO_MARKS_CLAUSE_REST,  /* how much of that clause is outside its marks */
  QUO_MARKS_DIALOGUE,     /* the share of the text that stands in marks */
  QUO_MARKS_SHORT_BARE,   /* up to 4 words, small, with no stop or comma about it */
  QUO_MARKS_AFTER_QUOTE,  /* another quote stands in the paragraph before it */
  QUO_MARKS_NAMING,       /* few words, and the sentence says what somebody calls something */
  QUO_MARKS_SENTENCE,     /* a whole sentence: a capital first, a stop at or after its end */
  QUO_MARKS_CUE_BESIDE,   /* nothing stands between it and its verb of saying */
  QUO_MARKS_ALONE,        /* all of its paragraph */
  QUO_MARKS_MANY_WORDS,   /* 10 and more */
  QUO_MARKS_UNLISTED_CUE, /* its verb of saying is known by its place alone */
  QUO_MARKS_CUE_OF_OTHER, /* its verb of saying is that of a longer quote before it */
  QUO_MARKS_NAMED_COLON,  /* no verb, but somebody and a colon stand before it */
  QUO_MARKS_NAME_OF,      /* up to 4 words, a capital first: the paper “Morning Star” */
} QuoMarksFeature;
#define QUO_N_MARKS_FEATURES (QUO_MARKS_NAME_OF + 1)

/* Whether a clause without marks, or with marks in it, tells what somebody said. */
typedef enum
{
  QUO_CLAUSE_F_BIAS,
  QUO_CLAUSE_F_BEFORE,
  QUO_CLAUSE_F_ROUND,
  QUO_CLAUSE_F_SOURCE,
  QUO_CLAUSE_F_CONTINUED,
  QUO_CLAUSE_F_AFTER_QUOTE, /* ... and the sentence before it was a quote */
  QUO_CLAUSE_F_OPENER,
  QUO_CLAUSE_F_OPENER_NEAR, /* right after the verb */
  QUO_CLAUSE_F_BARE,        /* no opener */
  QUO_CLAUSE_F_SAYING,
  QUO_CLAUSE_F_WEAK,
  QUO_CLAUSE_F_REPORTING, /* no verb of saying, but one that reports */
  QUO_CLAUSE_F_FINITE,
  QUO_CLAUSE_F_MOOD,
  QUO_CLAUSE_F_FEW_WORDS,   /* up to 5, with nothing that opens it */
  QUO_CLAUSE_F_SOME_WORDS,  /* up to 10, likewise */
  QUO_CLAUSE_F_MANY_WORDS,  /* above 30 */
  QUO_CLAUSE_F_MARKS,       /* marks stand in it */
  QUO_CLAUSE_F_ALL_MARKS,   /* by the share of it in marks */
  QUO_CLAUSE_F_GAP,         /* words between the verb and it */
  QUO_CLAUSE_F_NAME,        /* a name beside the verb */
  QUO_CLAUSE_F_PRONOUN,     /* a pronoun beside the verb */
  QUO_CLAUSE_F_PHRASE,      /* a noun phrase beside the verb */
  QUO_CLAUSE_F_SELF,        /* I, we */
  QUO_CLAUSE_F_IN_QUOTE,    /* a part of it is in a longer quote */
  QUO_CLAUSE_F_CUE_TAKEN,   /* the word of saying is that of a quote before it */
  QUO_CLAUSE_F_SURE_OPENER, /* an opener where one must stand, or after a comma */
  QUO_CLAUSE_F_COMMA,       /* a comma alone there */
  QUO_CLAUSE_F_NARRATIVE,   /* by how far the text is a story */
  QUO_CLAUSE_F_SAID_LAST,   /* “..., he said.”: hardly anything follows the verb */
  QUO_CLAUSE_F_JOINS_MARKS, /* the author's words go on into marks: it was “a danger” */
} QuoClauseFeature;
#define QUO_N_CLAUSE_FEATURES (QUO_CLAUSE_F_JOINS_MARKS + 1)

G_END_DECLS
