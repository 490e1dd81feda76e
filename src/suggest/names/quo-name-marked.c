/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

/* Names that people have marked are borders for what is found beside them: of "Refugee Council
 * Enver Solomon" the person is left when somebody has marked the council. */

/* The first that ends behind @offset; their number: there is none. */
static guint
find_marked (const GArray *marked, guint32 offset)
{
  guint low = 0, high = marked->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (marked, QuoSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
quo_name_is_marked (const GArray *marked, QuoSpan span)
{
  guint k = marked != NULL ? find_marked (marked, span.start) : 0;

  return marked != NULL && k < marked->len
         && quo_span_overlaps (g_array_index (marked, QuoSpan, k), span);
}

/* Whether a name may begin or end with the token, beside what is marked. */
static gboolean
is_edge (const QuoNameFinder *finder, gint i)
{
  QuoSpan span = quo_name_finder_get_token (finder, i)->span;

  return quo_reading_is_name_part (&finder->reading, i)
         && !quo_name_is_marked (finder->marked, span);
}

/* All tokens of what is marked at token @i. */
static QuoRun
get_marked_run (const QuoNameFinder *finder, gint i)
{
  QuoSpan span = quo_name_finder_get_token (finder, i)->span;
  QuoSpan marked
      = g_array_index (finder->marked, QuoSpan, find_marked (finder->marked, span.start));
  QuoRun run = { i, i };
  const QuoToken *token;

  while ((token = quo_name_finder_get_token (finder, run.first - 1)) != NULL
         && token->span.end > marked.start)
    run.first--;
  while ((token = quo_name_finder_get_token (finder, run.last + 1)) != NULL
         && token->span.start < marked.end)
    run.last++;
  return run;
}

QuoRun
quo_name_finder_fit_marked (const QuoNameFinder *finder, QuoRun run, gint i)
{
  QuoRun fit = { i, i };

  if (finder->marked == NULL
      || !quo_name_is_marked (finder->marked, quo_reading_get_span (&finder->reading, run)))
    return run;
  if (quo_name_is_marked (finder->marked, quo_name_finder_get_token (finder, i)->span))
    return get_marked_run (finder, i);
  for (gint k = i - 1; k >= run.first; k--)
    {
      if (quo_name_is_marked (finder->marked, quo_name_finder_get_token (finder, k)->span))
        break;
      fit.first = is_edge (finder, k) ? k : fit.first;
    }
  for (gint k = i + 1; k <= run.last; k++)
    {
      if (quo_name_is_marked (finder->marked, quo_name_finder_get_token (finder, k)->span))
        break;
      fit.last = is_edge (finder, k) ? k : fit.last;
    }
  return fit;
}
