/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the span index: 100,000 ranges in a text of a million code points, some of them long.
 *
 * Prints `index.query_us` (all ranges of a window of 3,000 code points, a screen, given to a
 * function), `index.stab_us` (all ranges at one place), `index.edit_us` (one range taken out and
 * put in again, at a random place) and `index.build_ms` (the whole index, in order). */
#include "quo-span-index.h"

#define N_ANNOTATIONS 100000
#define TEXT_LENGTH 1000000
#define SCREEN 3000
#define LONG_EVERY 1000 /* one span in so many is as long as a chapter */
#define LONG_LENGTH 20000
#define N_QUERIES 20000
#define N_EDITS 2000

static GPtrArray *
make_annotations (GRand *rand)
{
  GPtrArray *annotations = g_ptr_array_new_with_free_func (quo_record_unref);

  for (guint i = 0; i < N_ANNOTATIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      guint32 start = (guint64)i * TEXT_LENGTH / N_ANNOTATIONS;
      guint32 length = i % LONG_EVERY == 0 ? LONG_LENGTH : (guint32)g_rand_int_range (rand, 3, 40);
      QuoSpan range = { start, start + length };

      g_ptr_array_add (annotations, quo_annotation_new (&(QuoAnnotation){
                                        .base = { .id = id }, .ranges = &range, .n_ranges = 1 }));
    }
  return annotations;
}

static gboolean
add_length (const QuoSpanEntry *entry, gpointer data)
{
  *(guint64 *)data += entry->span.end - entry->span.start;
  return TRUE;
}

/* Microseconds a query of a window of this many code points takes. */
static double
measure_queries (const QuoSpanIndex *index, GRand *rand, guint32 length)
{
  guint64 total = 0;
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < N_QUERIES; i++)
    {
      guint32 start = g_rand_int_range (rand, 0, TEXT_LENGTH - SCREEN);
      quo_span_index_query (index, QUO_SPAN (start, start + length), add_length, &total);
    }
  if (total == 0)
    g_error ("the queries found nothing");
  return (double)(g_get_monotonic_time () - began) / N_QUERIES;
}

static double
measure_edits (QuoSpanIndex *index, GPtrArray *annotations, GRand *rand)
{
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < N_EDITS; i++)
    {
      guint k = g_rand_int_range (rand, 0, annotations->len);
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, k);

      quo_span_index_remove (index, annotation);
      quo_span_index_add (index, annotation);
    }
  return (double)(g_get_monotonic_time () - began) / N_EDITS;
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) annotations = make_annotations (rand);
  g_autoptr (QuoSpanIndex) index = quo_span_index_new ();
  gint64 began = g_get_monotonic_time ();

  quo_span_index_build (index, annotations);
  g_print ("index.build_ms %.2f\n", (g_get_monotonic_time () - began) / 1000.0);
  g_print ("index.query_us %.2f\n", measure_queries (index, rand, SCREEN));
  g_print ("index.stab_us %.2f\n", measure_queries (index, rand, 1));
  g_print ("index.edit_us %.1f\n", measure_edits (index, annotations, rand));
  return 0;
}
