/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of ranges: the one operation on them that is not a comparison. */
#include "quo-span.h"

#include <stdlib.h>

static int
compare_spans (const void *a, const void *b)
{
  const QuoSpan *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

guint
quo_ranges_normalize (QuoSpan *ranges, guint n_ranges)
{
  guint n = 0;

  g_return_val_if_fail (ranges != NULL || n_ranges == 0, 0);
  if (n_ranges > 1)
    qsort (ranges, n_ranges, sizeof *ranges, compare_spans);
  for (guint i = 0; i < n_ranges; i++)
    {
      QuoSpan span = ranges[i];

      if (quo_span_is_empty (span))
        continue;
      if (n > 0 && span.start <= ranges[n - 1].end)
        ranges[n - 1].end = MAX (ranges[n - 1].end, span.end);
      else
        ranges[n++] = span;
    }
  return n;
}
