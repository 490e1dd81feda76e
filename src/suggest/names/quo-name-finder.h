/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-gazetteer.h"
#include "quo-name-knowledge.h"
#include "quo-name-runs.h"
#include "quo-name-tally.h"
#include "quo-names-find.h"

G_BEGIN_DECLS

/* What a candidate may turn out to be. */
typedef enum
{
  QUO_GUESS_PERSON,
  QUO_GUESS_PLACE,
  QUO_GUESS_ORGANIZATION,
  QUO_GUESS_EVENT,
  QUO_GUESS_NOTHING,
  QUO_N_GUESSES,
} QuoGuess;

/* What speaks for a guess; the strongest one is told to the person. */
typedef enum
{
  QUO_CLUE_NONE,
  QUO_CLUE_CAPITALS,
  QUO_CLUE_TITLE,
  QUO_CLUE_SAYING,
  QUO_CLUE_GIVEN,
  QUO_CLUE_SURNAME,
  QUO_CLUE_INITIAL,
  QUO_CLUE_PARTICLE,
  QUO_CLUE_KIN,
  QUO_CLUE_WHO,
  QUO_CLUE_KNOWN_PLACE,
  QUO_CLUE_IN,
  QUO_CLUE_DATELINE,
  QUO_CLUE_INSIDE_PLACE,
  QUO_CLUE_PLACE_WORD,
  QUO_CLUE_KNOWN_ORGANIZATION,
  QUO_CLUE_ORGANIZATION_WORD,
  QUO_CLUE_COMPANY,
  QUO_CLUE_ACRONYM,
  QUO_CLUE_ARTICLE,
  QUO_CLUE_EVENT_WORD,
  QUO_CLUE_SAME_PERSON,
  QUO_CLUE_OWN,
  QUO_CLUE_SOUND,
  QUO_CLUE_TEAM,
  QUO_N_CLUES,
} QuoClue;

/**
 * QuoNameCandidate:
 * @name: the folded words, interned: the same pointer for the same name
 * @base: the form under which the gazetteer knows it; NULL if it does not
 * @weights: how much speaks for each guess; the difference of two is the logarithm of their odds
 * @own_type: (nullable): the label that the person's own list gives
 *
 * A stretch that may be a name.
 */
typedef struct
{
  QuoSpan span;
  const char *name, *base, *own_type;
  float weights[QUO_N_GUESSES];
  float strongest[QUO_N_GUESSES];
  guint8 clues[QUO_N_GUESSES];
  guint8 n_places;
  guint8 is_well_known : 1; /* a place of this name is no mere town, or a large one */
  guint8 is_weak : 1;       /* only worth something if the article says more of it */
  guint8 is_apart : 1;      /* its title tells it from others of this surname */
  guint8 gender;            /* QuoGender: what the title before it tells ... */
  guint32 title;            /* ... and where that begins */
  guint16 n_words;
  guint32 group;
} QuoNameCandidate;

G_STATIC_ASSERT (QUO_NAME_MAX_PLACES <= G_MAXUINT8);

typedef struct
{
  QuoSpan span;
  double score;
} QuoFoundDate;

/**
 * QuoNameFinder:
 *
 * One search through one article. The reading is of the chunk at hand.
 */
typedef struct
{
  const QuoText *text;
  const QuoLanguage *language;
  const QuoNameKnowledge *knowledge;
  const QuoGazetteer *gazetteer;
  QuoNameTally *tally;
  GStringChunk *strings;
  QuoReading reading;
  const GArray *marked; /* (nullable): of quo_names_find() */
  gboolean is_game;     /* the chunk at hand tells of a game */
  GArray *candidates;   /* of QuoNameCandidate, in text order */
  GArray *dates;        /* of QuoFoundDate, in text order */
  GArray *titles;       /* of QuoSpan, in text order: titles alone */
} QuoNameFinder;

void quo_name_candidate_add (QuoNameCandidate *candidate, QuoGuess guess, float weight,
                             QuoClue clue);
/* The best guess; @ret_score: how likely it is, 0 to 1. */
QuoGuess quo_name_candidate_guess (const QuoNameCandidate *candidate, double *ret_score);

/* The character at @offset of the chunk at hand; 0 outside it. */
static inline gunichar
quo_name_finder_get_char (const QuoNameFinder *finder, guint32 offset)
{
  return quo_passage_get (finder->reading.page, offset);
}

/* The word @i of the chunk at hand, or NULL past either end. */
static inline const QuoToken *
quo_name_finder_get_token (const QuoNameFinder *finder, gint i)
{
  return quo_reading_get (&finder->reading, i);
}

/* Writes the span as names are looked up: folded, white space as single blanks. */
gsize quo_name_finder_fold (const QuoNameFinder *finder, QuoSpan span, char buffer[QUO_FOLD_SIZE]);
const QuoWordFacts *quo_name_finder_get_facts (QuoNameFinder *finder, gint i);
const QuoWordFacts *quo_name_finder_get_span_facts (QuoNameFinder *finder, QuoSpan span);
/* Looks the whole span up, in its base forms too; @ret_base: (nullable): interned form found. */
gboolean quo_name_finder_look_up (QuoNameFinder *finder, QuoSpan span, QuoNameEntry *ret_entry,
                                  const char **ret_base);

/* The three ways to candidates in the chunk at hand. */
void quo_name_finder_collect_capitals (QuoNameFinder *finder);
void quo_name_finder_collect_caseless (QuoNameFinder *finder); /* scripts without capitals */
void quo_name_finder_collect_unspaced (QuoNameFinder *finder); /* scripts without blanks */
void quo_name_finder_collect_dates (QuoNameFinder *finder);
/* The greatest place of this name; FALSE: there is none. */
gboolean quo_name_finder_look_up_place (QuoNameFinder *finder, QuoRun run, QuoPlace *ret_place);
/* Whether the words are a place that all know: no town that is called like a person. */
gboolean quo_name_finder_is_well_known (QuoNameFinder *finder, QuoRun run);
/* Where a second name begins in the run; the end of the run + 1 if there is only one. */
gint quo_name_finder_find_meeting (QuoNameFinder *finder, QuoRun run);
/* Where the name in the run begins, behind common words. */
gint quo_name_finder_skip_words (QuoNameFinder *finder, QuoRun run);
/* Where words begin that are not of the name the run begins with; the end of the run + 1 if there
 * are none. */
gint quo_name_finder_find_words (QuoNameFinder *finder, QuoRun run);
/* The run of name part @i as far as what people have marked lets it: what they have marked there,
 * or what of @run stands beside it. */
QuoRun quo_name_finder_fit_marked (const QuoNameFinder *finder, QuoRun run, gint i);
/* Titles that stand alone, but for those in candidates from the one with number @first on. */
void quo_name_finder_collect_titles (QuoNameFinder *finder, guint first);
/* Weighs a candidate of the tokens of @run by what it is and what stands around it. */
void quo_name_finder_weigh (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run);
/* A part of that: what stands around it. */
void quo_name_finder_weigh_around (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run);
/* Kinds of the word @other beside @i; none if something other than a blank stands between. */
guint quo_name_finder_get_neighbour_kinds (QuoNameFinder *finder, gint i, gint other,
                                           guint *ret_language_kinds);
/* Only by what the gazetteer knows of it. */
void quo_name_finder_weigh_known (QuoNameFinder *finder, QuoNameCandidate *candidate);
/* The same for what stands before a hyphen: "NATO" of "NATO-Mitglied", @is_before_role: of
 * "NATO-Chef". */
void quo_name_finder_weigh_part (QuoNameFinder *finder, QuoNameCandidate *candidate,
                                 gboolean is_before_role);
/* Whether the chunk at hand tells of a game; and what that says of the name of a place. */
gboolean quo_name_finder_is_game (QuoNameFinder *finder);
void quo_name_finder_weigh_team (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run);
/* Which place each name that seems to be one means: what is sure of it, and why. */
typedef struct
{
  gboolean has_place;
  gboolean is_stated; /* the article says it beside the name */
  guint32 number;     /* of the gazetteer */
  char *reason;       /* never NULL */
} QuoNameIdentity;

/* (transfer full) (element-type utf8 QuoNameIdentity): by the pointer `base` of a candidate. */
GHashTable *quo_name_finder_identify (QuoNameFinder *finder) G_GNUC_WARN_UNUSED_RESULT;
/* What the mentions of a name, and of parts of it, tell each other. */
void quo_name_finder_agree (QuoNameFinder *finder);
/* Gives those that are one word the group of whom they mean. @n_groups: so many groups there are.
 */
void quo_name_finder_lend_names (QuoNameFinder *finder, guint n_groups);
/* (transfer full): the likely ones, and the dates; @hunches: (nullable) (element-type QuoHunch):
 * gets what may be a name besides. Takes the candidates, the dates and the strings. */
QuoFoundNames *quo_name_finder_make_names (QuoNameFinder *finder,
                                           GArray *hunches) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
