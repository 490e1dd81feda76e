/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"

/* The order of stretches and what lies in what. Invariant after sorting: text order, outer before
 * inner; a stretch's parent is the innermost one round it. */

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const QuoStretch *x = quo_stretches_get ((GArray *)data, *(const gint *)a);
  const QuoStretch *y = quo_stretches_get ((GArray *)data, *(const gint *)b);

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

static void
find_parents (GArray *stretches)
{
  gint parent = -1;

  for (guint i = 0; i < stretches->len; i++)
    {
      QuoStretch *stretch = quo_stretches_get (stretches, i);

      while (parent >= 0 && quo_stretches_get (stretches, parent)->span.end <= stretch->span.start)
        parent = quo_stretches_get (stretches, parent)->parent;
      stretch->parent = parent;
      stretch->depth = parent >= 0 ? quo_stretches_get (stretches, parent)->depth + 1 : 0;
      parent = i;
    }
}

void
quo_stretches_sort (GArray *stretches)
{
  guint n = stretches->len;
  g_autofree gint *order = g_new (gint, n + 1);
  g_autofree gint *place = g_new (gint, n + 1);
  g_autofree QuoStretch *old = g_memdup2 (stretches->data, n * sizeof (QuoStretch));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (gint), compare_places, stretches);
  for (guint i = 0; i < n; i++)
    place[order[i]] = i;
  for (guint i = 0; i < n; i++)
    {
      QuoStretch *stretch = quo_stretches_get (stretches, i);

      *stretch = old[order[i]];
      stretch->next = stretch->next >= 0 ? place[stretch->next] : -1;
    }
  find_parents (stretches);
}

gint
quo_stretches_find_last (const GArray *stretches, guint32 offset)
{
  guint low = 0, high = stretches->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (quo_stretches_get (stretches, middle)->span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return (gint)low - 1;
}

gint
quo_stretches_find_turn (const GArray *stretches, guint32 start)
{
  gint i = quo_stretches_find_last (stretches, start + 1);

  /* A quote may begin where the turn does. */
  while (i > 0 && quo_stretches_get (stretches, i)->parent >= 0
         && quo_stretches_get (stretches, i)->span.start == start)
    i = quo_stretches_get (stretches, i)->parent;
  return i >= 0 && quo_stretches_get (stretches, i)->span.start == start ? i : -1;
}

gboolean
quo_stretches_cover (const GArray *stretches, guint32 offset, const QuoSpan *but, guint n_but)
{
  for (gint i = quo_stretches_find_last (stretches, offset + 1); i >= 0;
       i = quo_stretches_get (stretches, i)->parent)
    {
      QuoSpan span = quo_stretches_get (stretches, i)->span;
      gboolean is_apart = offset < span.end;

      for (guint k = 0; is_apart && k < n_but; k++)
        is_apart = !quo_span_overlaps (span, but[k]);
      if (is_apart)
        return TRUE;
    }
  return FALSE;
}
