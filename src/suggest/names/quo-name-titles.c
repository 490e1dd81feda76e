/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

/* "The Home Secretary said": a title with a capital and without a name stands for who holds it. To
 * some that is a name; it is never proposed as one, but noted. */

/* Whether the token goes on with a title: another one, or what stands within them. */
static gboolean
is_part (const QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i);

  return token != NULL && (token->shape & QUO_SHAPE_CAPITAL)
         && (quo_reading_is_title (&finder->reading, i)
             || quo_reading_is_name_part (&finder->reading, i) || (token->kinds & QUO_WORD_REST));
}

/* The capitals round the title @i. */
static QuoRun
find_title (const QuoNameFinder *finder, gint i)
{
  QuoRun run = { i, i };

  while (quo_reading_is_joined (&finder->reading, run.first - 1) && is_part (finder, run.first - 1))
    run.first--;
  while (quo_reading_is_joined (&finder->reading, run.last) && is_part (finder, run.last + 1))
    run.last++;
  return run;
}

/* Whether a candidate of this chunk, which begin with @first, shares a word with @span. */
static gboolean
is_taken (const QuoNameFinder *finder, guint first, QuoSpan span)
{
  for (guint i = first; i < finder->candidates->len; i++)
    {
      const QuoNameCandidate *candidate = &g_array_index (finder->candidates, QuoNameCandidate, i);

      if (candidate->span.start >= span.end)
        break;
      if (quo_span_overlaps (candidate->span, span))
        return TRUE;
    }
  return FALSE;
}

void
quo_name_finder_collect_titles (QuoNameFinder *finder, guint first)
{
  const QuoReading *reading = &finder->reading;

  if (quo_language_has_capital_nouns (finder->language))
    return;
  for (gint i = 0; i < (gint)reading->tokens->len; i++)
    {
      QuoRun run;
      QuoSpan span;

      if (!quo_reading_is_title (reading, i))
        continue;
      run = find_title (finder, i);
      i = run.last;
      span = quo_reading_get_span (reading, run);
      if (!is_taken (finder, first, span))
        g_array_append_val (finder->titles, span);
    }
}
