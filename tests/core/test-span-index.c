/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The span index against a walk through all annotations. */
#include "quo-span-index.h"

#include <string.h>

#define TEXT_LENGTH 5000

static QuoAnnotation *
make_annotation (const char *id, const QuoSpan *ranges, guint n_ranges)
{
  return quo_annotation_new (&(QuoAnnotation){
      .base = { .id = id },
      .type = "person",
      .ranges = ranges,
      .n_ranges = n_ranges,
  });
}

static QuoAnnotation *
make_random (guint number)
{
  g_autofree char *id = g_strdup_printf ("a%u", number);
  QuoSpan ranges[3];
  guint n = g_test_rand_int_range (0, 5) == 0 ? 3 : 1;
  guint32 at = g_test_rand_int_range (0, TEXT_LENGTH);
  /* Some are long, and many begin together, as in a text that several people mark. */
  guint32 reach = g_test_rand_int_range (0, 20) == 0 ? 1500 : 12;

  if (g_test_rand_int_range (0, 4) == 0)
    at = at / 500 * 500;
  for (guint i = 0; i < n; i++)
    {
      ranges[i].start = at;
      ranges[i].end = at + g_test_rand_int_range (1, reach);
      at = ranges[i].end + g_test_rand_int_range (1, 9);
    }
  return make_annotation (id, ranges, n);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const QuoSpanEntry *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return strcmp (x->annotation->base.id, y->annotation->base.id);
}

/* The slow, obvious version: look at everything, then sort. */
static GArray *
query_slowly (GPtrArray *annotations, QuoSpan window)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QuoSpanEntry));

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint k = 0; k < annotation->n_ranges; k++)
        {
          QuoSpanEntry entry = { annotation->ranges[k], annotation };

          if (!annotation->is_orphan && quo_span_overlaps (entry.span, window))
            g_array_append_val (found, entry);
        }
    }
  g_array_sort (found, compare_entries);
  return found;
}

static gboolean
collect (const QuoSpanEntry *entry, gpointer data)
{
  g_array_append_vals (data, entry, 1);
  return TRUE;
}

static void
check_entries (const GArray *got, const GArray *expected)
{
  g_assert_cmpuint (got->len, ==, expected->len);
  for (guint i = 0; i < got->len; i++)
    {
      const QuoSpanEntry *a = &g_array_index (got, QuoSpanEntry, i);
      const QuoSpanEntry *b = &g_array_index (expected, QuoSpanEntry, i);

      g_assert_true (a->annotation == b->annotation);
      g_assert_true (quo_span_equal (a->span, b->span));
    }
}

static void
check_list (const QuoSpanIndex *index, QuoSpan window, const GArray *entries)
{
  g_autoptr (GPtrArray) got = quo_span_index_list (index, window);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      gpointer annotation = (gpointer)g_array_index (entries, QuoSpanEntry, i).annotation;
      if (!g_ptr_array_find (expected, annotation, NULL))
        g_ptr_array_add (expected, annotation);
    }
  g_assert_cmpmem (got->pdata, got->len * sizeof (gpointer), expected->pdata,
                   expected->len * sizeof (gpointer));
}

static void
check_window (const QuoSpanIndex *index, GPtrArray *annotations, QuoSpan window)
{
  g_autoptr (GArray) expected = query_slowly (annotations, window);
  g_autoptr (GArray) got = g_array_new (FALSE, FALSE, sizeof (QuoSpanEntry));

  quo_span_index_query (index, window, collect, got);
  check_entries (got, expected);
  check_list (index, window, expected);
}

/* The whole array, and some windows: of a screen, of a caret, of nothing. */
static void
check_index (const QuoSpanIndex *index, GPtrArray *annotations)
{
  g_autoptr (GArray) all = query_slowly (annotations, QUO_SPAN (0, G_MAXUINT32));

  g_assert_cmpuint (quo_span_index_get_length (index), ==, all->len);
  for (guint i = 0; i < all->len; i++)
    g_assert_true (quo_span_index_get (index, i)->annotation
                   == g_array_index (all, QuoSpanEntry, i).annotation);
  for (guint i = 0; i < 5; i++)
    {
      guint32 start = g_test_rand_int_range (0, TEXT_LENGTH + 100);

      check_window (index, annotations, QUO_SPAN (start, start + 300));
      check_window (index, annotations, QUO_SPAN (start, start + 1));
      check_window (index, annotations, QUO_SPAN (start, start));
      check_window (index, annotations, QUO_SPAN (start / 500 * 500, start / 500 * 500 + 1));
    }
}

static void
change_at_random (QuoSpanIndex *index, GPtrArray *annotations, guint number)
{
  if (annotations->len > 0 && g_test_rand_bit ())
    {
      guint i = g_test_rand_int_range (0, annotations->len);

      quo_span_index_remove (index, g_ptr_array_index (annotations, i));
      g_ptr_array_remove_index_fast (annotations, i);
    }
  else
    {
      QuoAnnotation *annotation = make_random (number);

      quo_span_index_add (index, annotation);
      g_ptr_array_add (annotations, annotation);
    }
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (quo_record_unref);
  g_autoptr (QuoSpanIndex) index = quo_span_index_new ();
  guint n = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (annotations, make_random (i));
  quo_span_index_build (index, annotations);
  check_index (index, annotations);
  for (guint i = 0; i < 400; i++)
    {
      change_at_random (index, annotations, n + i);
      if (i % 10 == 0)
        check_index (index, annotations);
    }
  check_index (index, annotations);
  while (annotations->len > 0)
    {
      quo_span_index_remove (index, g_ptr_array_index (annotations, 0));
      g_ptr_array_remove_index (annotations, 0);
      if (annotations->len % 32 <= 1)
        check_index (index, annotations);
    }
}

/* The order does not tell how the index came to be what it is. */
static void
test_same_order (void)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (quo_record_unref);
  g_autoptr (QuoSpanIndex) built = quo_span_index_new (), grown = quo_span_index_new ();

  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (annotations, make_random (i));
  quo_span_index_build (built, annotations);
  for (guint i = annotations->len; i-- > 0;)
    quo_span_index_add (grown, g_ptr_array_index (annotations, i));
  g_assert_cmpuint (quo_span_index_get_length (built), ==, quo_span_index_get_length (grown));
  for (guint i = 0; i < quo_span_index_get_length (built); i++)
    g_assert_true (quo_span_index_get (built, i)->annotation
                   == quo_span_index_get (grown, i)->annotation);
}

static void
test_orphans (void)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (quo_record_unref);
  g_autoptr (QuoSpanIndex) index = quo_span_index_new ();
  const QuoSpan range = { 3, 8 };
  QuoAnnotation *orphan = quo_annotation_new (&(QuoAnnotation){
      .base = { .id = "lost" }, .ranges = &range, .n_ranges = 1, .is_orphan = TRUE });

  g_ptr_array_add (annotations, orphan);
  quo_span_index_build (index, annotations);
  g_assert_cmpuint (quo_span_index_get_length (index), ==, 0);
  quo_span_index_add (index, orphan);
  g_assert_cmpuint (quo_span_index_get_length (index), ==, 0);
  quo_span_index_remove (index, orphan);
}

/* In a swap the new record may come before the old one goes; then each is removed by itself. */
static void
test_swap (void)
{
  g_autoptr (QuoSpanIndex) index = quo_span_index_new ();
  const QuoSpan range = { 3, 8 };
  g_autoptr (QuoAnnotation) old = make_annotation ("a", &range, 1);
  g_autoptr (QuoAnnotation) new = make_annotation ("a", &range, 1);

  quo_span_index_add (index, old);
  quo_span_index_add (index, new);
  quo_span_index_remove (index, old);
  g_assert_cmpuint (quo_span_index_get_length (index), ==, 1);
  g_assert_true (quo_span_index_get (index, 0)->annotation == new);
  quo_span_index_remove (index, old); /* not there: nothing happens */
  g_assert_cmpuint (quo_span_index_get_length (index), ==, 1);
  quo_span_index_add (index, old);
  quo_span_index_remove (index, new);
  g_assert_true (quo_span_index_get (index, 0)->annotation == old);
}

static gboolean
stop_at_second (const QuoSpanEntry *entry, gpointer data)
{
  return ++*(guint *)data < 2;
}

static void
test_stop (void)
{
  g_autoptr (QuoSpanIndex) index = quo_span_index_new ();
  const QuoSpan ranges[] = { { 0, 4 }, { 5, 9 }, { 10, 12 }, { 13, 20 } };
  g_autoptr (QuoAnnotation) annotation = make_annotation ("a", ranges, G_N_ELEMENTS (ranges));
  guint n = 0;

  quo_span_index_add (index, annotation);
  quo_span_index_query (index, QUO_SPAN (0, 100), stop_at_second, &n);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 0, 1, 63, 64, 65, 500, 6000 };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/span-index/random/%u", sizes[i]);
      g_test_add_data_func (path, GUINT_TO_POINTER (sizes[i]), test_random);
    }
  g_test_add_func ("/core/span-index/same-order", test_same_order);
  g_test_add_func ("/core/span-index/orphans", test_orphans);
  g_test_add_func ("/core/span-index/swap", test_swap);
  g_test_add_func ("/core/span-index/stop", test_stop);
  return g_test_run ();
}
