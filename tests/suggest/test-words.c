/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "marked.h"
#include "quo-words.h"

/* ‸ the caret, ⟦ ⟧ the word round it. */
static const char *const around[] = {
  "one ⟦t‸wo⟧ three",
  "one ⟦two⟧‸ three",
  "one ⟦‸two⟧ three",
  "one,‸ two",
  "⟦don’‸t⟧ go",
  "⟦don't‸⟧ go",
  "the ⟦Syrian‸-Iraqi⟧ zone",
  "‘⟦on‸e⟧’",
  "a - ‸ b",
  "⟦éc‸lair⟧ & tea",
  "in ⟦20‸17⟧.",
  "⟦аг‸ент⟧ там",
  "قال ⟦الو‸زير⟧ أمس",
  "the ⟦boys‸⟧’ house",
  "🚋‸",
  "⟦‸one⟧",
  "⟦one⟧‸",
  "‸",
  "⟦ประ‸เทศ⟧ไทย",
};

static void
test_around (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    {
      g_autofree char *wanted = NULL, *found = NULL;
      Marked marked;
      QuoSpan span;

      marked_read (&marked, around[i]);
      span = quo_word_around (marked.text, marked.caret);
      wanted = marked_show (marked.text, marked.spans, marked.n_spans);
      found = marked_show (marked.text, &span, quo_span_is_empty (span) ? 0 : 1);
      g_assert_cmpstr (found, ==, wanted);
      if (quo_span_is_empty (span))
        g_assert_cmpuint (span.start, ==, marked.caret);
      marked_clear (&marked);
    }
}

/* Against a table of where words begin and end. */
static void
test_borders (void)
{
  g_autoptr (QuoText) text = quo_text_new ("one, two-three  four's.");
  static const QuoSpan words[] = { { 0, 3 }, { 5, 14 }, { 16, 22 } };
  const guint n = G_N_ELEMENTS (words);
  guint32 length = quo_text_get_length (text);

  for (guint32 at = 0; at <= length; at++)
    {
      guint32 next_end = length, next_start = length, previous_end = 0, previous_start = 0;

      for (guint i = n; i > 0; i--)
        {
          if (words[i - 1].end > at)
            next_end = words[i - 1].end;
          if (words[i - 1].start > at)
            next_start = words[i - 1].start;
        }
      for (guint i = 0; i < n; i++)
        {
          if (words[i].end < at)
            previous_end = words[i].end;
          if (words[i].start < at)
            previous_start = words[i].start;
        }
      g_assert_cmpuint (quo_word_next_end (text, at), ==, next_end);
      g_assert_cmpuint (quo_word_next_start (text, at), ==, next_start);
      g_assert_cmpuint (quo_word_previous_end (text, at), ==, previous_end);
      g_assert_cmpuint (quo_word_previous_start (text, at), ==, previous_start);
    }
}

/* ⟦ ⟧ every occurrence of the first one. */
static const char *const occurrences[] = {
  "⟦Ann⟧ met ⟦Ann⟧, not Annie or Joann; ⟦Ann⟧'s hat, ⟦Ann⟧’s coat; “⟦Ann⟧”. Ann-Marie, ann",
  "⟦Iran⟧: l’⟦Iran⟧ et d'⟦Iran⟧, Irans, Iran-Irak",
  "⟦Brien⟧ and O’Brien",
  "⟦Андрей⟧ и ⟦Андрей⟧, Андрейка",
  "⟦王明⟧说，⟦王明⟧来了",
  "⟦Anti-Terror Center⟧ in the ⟦Anti-Terror Center⟧s",
  "⟦aa⟧ aaa ⟦aa⟧",
};

static void
test_occurrences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (occurrences); i++)
    {
      g_autoptr (GArray) found = NULL;
      g_autofree char *wanted = NULL, *shown = NULL;
      Marked marked;

      marked_read (&marked, occurrences[i]);
      if (i == 5)
        marked.n_spans = 1;
      found = quo_occurrences (marked.text, marked.spans[0]);
      wanted = marked_show (marked.text, marked.spans, marked.n_spans);
      shown = marked_show (marked.text, (QuoSpan *)found->data, found->len);
      g_assert_cmpstr (shown, ==, wanted);
      for (guint k = 0; k < found->len; k++)
        g_assert_true (quo_span_equal (g_array_index (found, QuoSpan, k), marked.spans[k]));
      marked_clear (&marked);
    }
}

/* A stretch that is no whole word is still found where it was asked for. */
static void
test_occurrence_of_part (void)
{
  g_autoptr (QuoText) text = quo_text_new ("Annie Ann Annie");
  g_autoptr (GArray) found = quo_occurrences (text, QUO_SPAN (0, 3));

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (quo_span_equal (g_array_index (found, QuoSpan, 0), QUO_SPAN (0, 3)));
  g_assert_true (quo_span_equal (g_array_index (found, QuoSpan, 1), QUO_SPAN (6, 9)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/words/around", test_around);
  g_test_add_func ("/suggest/words/borders", test_borders);
  g_test_add_func ("/suggest/words/occurrences", test_occurrences);
  g_test_add_func ("/suggest/words/occurrence-of-part", test_occurrence_of_part);
  return g_test_run ();
}
