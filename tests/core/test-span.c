/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans and lists of ranges. */
#include "quo-span.h"

#include <string.h>

#define MAX_RANGES 6

typedef struct
{
  const char *name;
  QuoSpan ranges[MAX_RANGES];
  guint n;
  QuoSpan expected[MAX_RANGES];
  guint n_expected;
} Case;

static const Case cases[] = {
  { "none", { { 0, 0 } }, 0, { { 0, 0 } }, 0 },
  { "one", { { 3, 8 } }, 1, { { 3, 8 } }, 1 },
  { "empty", { { 3, 3 }, { 5, 4 } }, 2, { { 0, 0 } }, 0 },
  { "order", { { 20, 30 }, { 3, 8 } }, 2, { { 3, 8 }, { 20, 30 } }, 2 },
  { "touching", { { 8, 12 }, { 3, 8 } }, 2, { { 3, 12 } }, 1 },
  { "apart-by-one", { { 9, 12 }, { 3, 8 } }, 2, { { 3, 8 }, { 9, 12 } }, 2 },
  { "overlapping", { { 3, 8 }, { 5, 12 } }, 2, { { 3, 12 } }, 1 },
  { "inside", { { 3, 20 }, { 5, 12 }, { 15, 16 } }, 3, { { 3, 20 } }, 1 },
  { "twice", { { 3, 8 }, { 3, 8 } }, 2, { { 3, 8 } }, 1 },
  { "same-start", { { 3, 8 }, { 3, 5 }, { 9, 10 } }, 3, { { 3, 8 }, { 9, 10 } }, 2 },
  { "bridge", { { 0, 4 }, { 8, 12 }, { 4, 8 }, { 20, 21 } }, 4, { { 0, 12 }, { 20, 21 } }, 2 },
};

static void
test_normalize (gconstpointer data)
{
  const Case *c = data;
  QuoSpan ranges[MAX_RANGES];
  guint n;

  memcpy (ranges, c->ranges, sizeof ranges);
  n = quo_ranges_normalize (ranges, c->n);
  g_assert_cmpmem (ranges, n * sizeof *ranges, c->expected, c->n_expected * sizeof *ranges);
}

/* Against a set of code points: what is covered stays covered, and the list is in order with gaps.
 */
static void
test_normalize_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      QuoSpan ranges[12];
      gboolean before[64] = { FALSE }, after[64] = { FALSE };
      guint n = g_test_rand_int_range (0, G_N_ELEMENTS (ranges) + 1);

      for (guint i = 0; i < n; i++)
        {
          ranges[i].start = g_test_rand_int_range (0, 60);
          ranges[i].end = ranges[i].start + g_test_rand_int_range (0, 5);
          for (guint k = ranges[i].start; k < ranges[i].end; k++)
            before[k] = TRUE;
        }
      n = quo_ranges_normalize (ranges, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_false (quo_span_is_empty (ranges[i]));
          if (i > 0)
            g_assert_cmpuint (ranges[i - 1].end, <, ranges[i].start);
          for (guint k = ranges[i].start; k < ranges[i].end; k++)
            after[k] = TRUE;
        }
      g_assert_cmpmem (before, sizeof before, after, sizeof after);
    }
}

static void
test_compare (void)
{
  g_assert_true (quo_span_overlaps (QUO_SPAN (3, 8), QUO_SPAN (7, 9)));
  g_assert_false (quo_span_overlaps (QUO_SPAN (3, 8), QUO_SPAN (8, 9)));
  g_assert_false (quo_span_overlaps (QUO_SPAN (8, 9), QUO_SPAN (3, 8)));
  g_assert_true (quo_span_overlaps (QUO_SPAN (5, 5), QUO_SPAN (3, 8)));
  g_assert_true (quo_span_contains (QUO_SPAN (3, 8), QUO_SPAN (3, 8)));
  g_assert_true (quo_span_contains (QUO_SPAN (3, 8), QUO_SPAN (4, 5)));
  g_assert_false (quo_span_contains (QUO_SPAN (3, 8), QUO_SPAN (2, 5)));
  g_assert_false (quo_span_contains (QUO_SPAN (3, 8), QUO_SPAN (5, 9)));
  g_assert_true (quo_span_equal (QUO_SPAN (3, 8), QUO_SPAN (3, 8)));
  g_assert_false (quo_span_equal (QUO_SPAN (3, 8), QUO_SPAN (3, 9)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/span/normalize/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_normalize);
    }
  g_test_add_func ("/core/span/normalize-random", test_normalize_random);
  g_test_add_func ("/core/span/compare", test_compare);
  return g_test_run ();
}
