/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speech-around.h"

#include "quo-quote-candidates.h"

#include <string.h>

/* The candidates of the suggestions, for one place and with less asked of them: who points at a
 * sentence says already that somebody speaks there. */

#define REACH 1500 /* code points to each side; a paragraph of news has some 300 */
/* What is less likely than this is no speech whoever says so. */
#define LEAST 0.02

static gboolean
covers (const QuoQuoteCandidate *candidate, guint32 offset)
{
  for (guint i = 0; i < candidate->n_parts; i++)
    if (offset >= candidate->parts[i].start && offset <= candidate->parts[i].end)
      return TRUE;
  return FALSE;
}

static const QuoQuoteCandidate *
find_likeliest (const GArray *candidates, guint32 offset)
{
  const QuoQuoteCandidate *best = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const QuoQuoteCandidate *candidate = quo_candidates_get (candidates, i);

      if (candidate->model == QUO_MODEL_CLAUSE && candidate->score >= LEAST
          && covers (candidate, offset) && (best == NULL || candidate->score > best->score))
        best = candidate;
    }
  return best;
}

gboolean
quo_speech_around (const QuoText *text, guint32 offset, const QuoLanguage *language,
                   QuoQuote *ret_quote, const char **ret_form)
{
  g_autoptr (QuoPassage) page = NULL;
  g_autoptr (GArray) stretches = NULL;
  g_autoptr (GArray) candidates = NULL;
  const QuoQuoteCandidate *found;

  g_return_val_if_fail (text != NULL && ret_quote != NULL && ret_form != NULL, FALSE);

  page = quo_passage_new_around (text, offset, REACH);
  stretches = quo_stretches_read (page, language);
  candidates = quo_quote_candidates_find (page, stretches, language, quo_weights_get_shipped ());
  found = find_likeliest (candidates, offset);
  if (found == NULL)
    return FALSE;
  memset (ret_quote, 0, sizeof *ret_quote);
  memcpy (ret_quote->parts, found->parts, found->n_parts * sizeof *found->parts);
  ret_quote->n_parts = found->n_parts;
  ret_quote->cue = found->cue;
  *ret_form = quo_quote_candidate_get_form (found);
  return TRUE;
}

double
quo_speech_weigh_marks (const QuoText *text, const QuoQuote *quote, const QuoLanguage *language)
{
  g_autoptr (QuoPassage) page = NULL;
  g_autoptr (GArray) stretches = NULL;
  g_autoptr (GArray) candidates = NULL;

  g_return_val_if_fail (text != NULL && quote != NULL && quote->n_parts > 0, 0);

  page = quo_passage_new_around (text, quote->parts[0].start, REACH);
  stretches = quo_stretches_read (page, language);
  candidates = quo_quote_candidates_find (page, stretches, language, quo_weights_get_shipped ());
  for (guint i = 0; i < candidates->len; i++)
    {
      const QuoQuoteCandidate *candidate = quo_candidates_get (candidates, i);

      if (candidate->model == QUO_MODEL_MARKS && candidate->parts[0].start == quote->parts[0].start)
        return candidate->score;
    }
  return 1; /* nobody knows */
}
