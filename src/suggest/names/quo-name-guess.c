/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-guess.h"

#include "quo-name-finder.h"

/* The label of one name whose borders a person has chosen: the weights of a candidate, without what
 * the rest of the article says. That it is a name is beyond doubt. */

static const char *const labels[] = { "person", "place", "organization", "event" };

/* The tokens of @span; FALSE: it does not begin and end with words, or has no capital. */
static gboolean
find_run (const QuoReading *reading, QuoSpan span, QuoRun *ret_run)
{
  gint first = quo_tokens_find (reading->tokens, span.start);
  gint last = first;
  gboolean has_capital = FALSE;

  if (first < 0)
    return FALSE;
  while (quo_reading_get (reading, last + 1) != NULL
         && quo_reading_get (reading, last + 1)->span.start < span.end)
    last++;
  for (gint i = first; i <= last; i++)
    has_capital = has_capital || (quo_reading_get (reading, i)->shape & QUO_SHAPE_CAPITAL) != 0;
  *ret_run = (QuoRun){ first, last };
  return has_capital;
}

/* The likeliest guess but that it is nothing. */
static QuoGuess
choose (QuoNameCandidate *candidate, double *ret_score)
{
  candidate->weights[QUO_GUESS_NOTHING] = -100;
  return quo_name_candidate_guess (candidate, ret_score);
}

const char *
quo_name_guess_label (const QuoText *text, QuoSpan span, const QuoLanguage *language,
                      double *ret_score)
{
  QuoNameFinder finder = { .text = text, .language = language };
  QuoNameCandidate candidate = { .span = span };
  const char *label = NULL;
  QuoRun run;

  g_return_val_if_fail (text != NULL && ret_score != NULL, NULL);

  quo_reading_init (&finder.reading, text, language, span.start);
  if (find_run (&finder.reading, span, &run))
    {
      finder.gazetteer = quo_gazetteer_get_default ();
      finder.knowledge = quo_name_knowledge_get (language);
      finder.tally = quo_name_tally_new ();
      finder.strings = g_string_chunk_new (256);
      finder.is_game = quo_name_finder_is_game (&finder);
      quo_name_finder_weigh (&finder, &candidate, run);
      label = labels[choose (&candidate, ret_score)];
      quo_name_tally_free (finder.tally);
      g_string_chunk_free (finder.strings);
    }
  quo_reading_clear (&finder.reading);
  return label;
}
