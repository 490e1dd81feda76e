/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

/* Reports of games: there "Sweden" plays, wins and scores. Where so many words are of games, the
 * name of a place is that of its team, unless the words round it say where something happens. */

#define MIN_SHARE 0.015 /* of all words */
#define MIN_WORDS 6

gboolean
quo_name_finder_is_game (QuoNameFinder *finder)
{
  guint n_words = finder->reading.tokens->len, n = 0;

  for (guint i = 0; i < n_words; i++)
    n += (quo_name_finder_get_facts (finder, (gint)i)->kinds & QUO_NAME_WORD_GAME) != 0;
  return n >= MIN_WORDS && n > n_words * MIN_SHARE;
}

void
quo_name_finder_weigh_team (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  const QuoToken *last = quo_name_finder_get_token (finder, run.last);
  gunichar after = quo_name_finder_get_char (finder, last->span.end);
  guint before = 0;

  if (!finder->is_game || candidate->n_places == 0
      || candidate->clues[QUO_GUESS_PLACE] == QUO_CLUE_DATELINE)
    return;
  if (run.first > 0 && quo_reading_is_joined (&finder->reading, run.first - 1))
    before = quo_name_finder_get_facts (finder, run.first - 1)->kinds;
  if (before & QUO_NAME_WORD_IN)
    return;
  /* "at Paris, France": a place within another one. */
  if (after == ',' && (before & QUO_NAME_WORD_TO))
    return;
  quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 4, QUO_CLUE_TEAM);
  quo_name_candidate_add (candidate, QUO_GUESS_PLACE, -2.5, QUO_CLUE_NONE);
}
