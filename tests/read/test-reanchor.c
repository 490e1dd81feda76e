/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotations of an article that changed. */
#include "quo-reanchor.h"

#include <string.h>

#define OLD                                                                                        \
  "Harbour bridge to open in spring\n\n"                                                           \
  "The mayor of Kiel, Ana Berg, said on Monday that the new bridge would open in spring. "         \
  "“We will not wait another year,” she told reporters at the quay. Her deputy, Bo Lind, "     \
  "disagreed with the plan.\n\n"                                                                   \
  "Engineers from Lübeck measured the piers last week. Bo Lind called their report “a first "   \
  "step” and asked for another one. Ana Berg will speak to the council tomorrow.\n"

/* What is looked for, with its nth occurrence in the old text; then what is expected. */
typedef struct
{
  const char *words;
  guint nth;
  QuoFate fate;
  const char *found; /* the words at its place, or at the first place proposed; NULL: as before */
} Case;

static QuoSpan
find_words (const QuoText *text, const char *words, guint nth)
{
  const char *utf8 = quo_text_get_utf8 (text), *p = utf8;
  guint32 start;

  for (guint i = 0; (p = strstr (p, words)) != NULL && i < nth; i++)
    p++;
  g_assert_nonnull (p);
  start = quo_text_from_byte (text, (gsize)(p - utf8));
  return QUO_SPAN (start, start + (guint32)g_utf8_strlen (words, -1));
}

/* The annotation as a sidecar of the old article has it. */
static QuoAnnotation *
make (const QuoText *old, const char *id, const char *type, const QuoSpan *ranges, guint n)
{
  guint32 length = quo_text_get_length (old), start = ranges[0].start, end = ranges[n - 1].end;
  g_autofree char *pre = quo_text_dup (old, QUO_SPAN (start - MIN (start, 24), start));
  g_autofree char *suf = quo_text_dup (old, QUO_SPAN (end, MIN (end + 24, length)));
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (quotes, quo_text_dup (old, ranges[i]));
  return quo_annotation_new (&(QuoAnnotation){ .base = { .id = id },
                                               .type = type,
                                               .ranges = ranges,
                                               .n_ranges = n,
                                               .quotes = (const char *const *)quotes->pdata,
                                               .pre = pre,
                                               .suf = suf,
                                               .is_kept = TRUE });
}

static QuoReanchoring *
reanchor (const char *old_text, const char *new_text, const Case *cases, guint n_cases)
{
  g_autoptr (QuoText) old = quo_text_new (old_text), new = quo_text_new (new_text);
  g_autoptr (QuoArticle) article = quo_article_new (new);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);

  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      const QuoSpan range = find_words (old, cases[i].words, cases[i].nth);

      quo_snapshot_take (snapshot, make (old, id, "person", &range, 1));
    }
  quo_snapshot_sort (snapshot);
  return quo_reanchor (snapshot, NULL);
}

static const QuoMove *
find_move (const QuoReanchoring *result, const char *id)
{
  for (guint i = 0; i < result->moves->len; i++)
    if (strcmp (((QuoMove *)g_ptr_array_index (result->moves, i))->id, id) == 0)
      return g_ptr_array_index (result->moves, i);
  return NULL;
}

static void
check (const char *new_text, const Case *cases, guint n_cases)
{
  g_autoptr (QuoReanchoring) result = reanchor (OLD, new_text, cases, n_cases);
  const QuoText *text = result->snapshot->article->text;

  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i), *found = NULL;
      const QuoMove *move = find_move (result, id);
      const QuoAnnotation *annotation = quo_snapshot_find (result->snapshot, id);
      QuoFate fate = move != NULL ? move->fate : QUO_FATE_SAME;

      g_test_message ("%s: fate %u", cases[i].words, fate);
      g_assert_cmpuint (fate, ==, cases[i].fate);
      g_assert_cmpuint (annotation->is_orphan, ==, fate >= QUO_FATE_AMBIGUOUS);
      if (fate == QUO_FATE_LOST)
        continue;
      if (fate == QUO_FATE_AMBIGUOUS)
        found = quo_text_dup (text, *(const QuoSpan *)g_ptr_array_index (move->proposals, 0));
      else
        found = quo_text_dup (text, annotation->ranges[0]);
      g_assert_cmpstr (found, ==, cases[i].found != NULL ? cases[i].found : cases[i].words);
    }
}

static char *
replace (const char *old, const char *with)
{
  GString *text = g_string_new (OLD);

  g_assert_cmpuint (g_string_replace (text, old, with, 0), >, 0);
  return g_string_free (text, FALSE);
}

static void
test_moved (void)
{
  const Case cases[] = { { "Ana Berg", 0, QUO_FATE_MOVED, NULL },
                         { "Bo Lind", 0, QUO_FATE_MOVED, NULL },
                         { "Bo Lind", 1, QUO_FATE_MOVED, NULL },
                         { "“We will not wait another year,”", 0, QUO_FATE_MOVED, NULL } };
  g_autofree char *text = g_strconcat ("CORRECTED\n", OLD, NULL);
  g_autoptr (QuoReanchoring) result = reanchor (OLD, text, cases, G_N_ELEMENTS (cases));
  const QuoAnnotation *second = quo_snapshot_find (result->snapshot, "a2");

  check (text, cases, G_N_ELEMENTS (cases));
  g_assert_cmpuint (second->ranges[0].start, ==,
                    find_words (result->snapshot->article->text, "Bo Lind", 1).start);
}

static void
test_same_before_the_change (void)
{
  const Case cases[]
      = { { "Ana Berg", 0, QUO_FATE_SAME, NULL }, { "Lübeck", 0, QUO_FATE_MOVED, NULL } };
  g_autofree char *text = replace ("at the quay", "at the old quay");

  check (text, cases, G_N_ELEMENTS (cases));
}

/* Marks and white space are no words. */
static void
test_plain_marks (void)
{
  const Case cases[] = { { "“We will not wait another year,”", 0, QUO_FATE_MOVED,
                           "\"We will not wait another year,\"" },
                         { "“a first step”", 0, QUO_FATE_MOVED, "\"a first\nstep\"" },
                         { "Bo Lind", 1, QUO_FATE_SAME, NULL } };
  g_autoptr (GString) text = g_string_new (OLD);

  g_string_replace (text, "“", "\"", 0);
  g_string_replace (text, "”", "\"", 0);
  g_string_replace (text, "first step", "first\nstep", 0);
  check (text->str, cases, G_N_ELEMENTS (cases));
}

/* Words that were edited are shown, never taken. */
static void
test_edited_words (void)
{
  const Case cases[] = { { "“We will not wait another year,”", 0, QUO_FATE_AMBIGUOUS,
                           "“We shall not wait another year,”" },
                         { "Ana Berg", 0, QUO_FATE_SAME, NULL } };
  g_autofree char *text = replace ("We will", "We shall");

  check (text, cases, G_N_ELEMENTS (cases));
}

/* A name that was replaced is not found at the next place it stands. */
static void
test_replaced_name (void)
{
  const Case cases[]
      = { { "Ana Berg", 0, QUO_FATE_AMBIGUOUS, "Ana Berg" }, { "Kiel", 0, QUO_FATE_SAME, NULL } };
  g_autofree char *text = replace ("Ana Berg, said", "Eva Holm, said");

  check (text, cases, G_N_ELEMENTS (cases));
}

static void
test_lost (void)
{
  const Case cases[]
      = { { "Lübeck", 0, QUO_FATE_LOST, NULL }, { "Ana Berg", 0, QUO_FATE_SAME, NULL } };
  g_autofree char *text = replace ("Engineers from Lübeck measured the piers last week. ", "");

  check (text, cases, G_N_ELEMENTS (cases));
}

/* A paragraph that stands twice now: which of them was meant, nobody can tell. */
static void
test_repeated (void)
{
  const Case cases[] = { { "Lübeck", 0, QUO_FATE_AMBIGUOUS, NULL } };
  const char *last = strstr (OLD, "Engineers");
  g_autofree char *text = g_strconcat (OLD, "\n", last, NULL);
  g_autoptr (QuoReanchoring) result = reanchor (OLD, text, cases, 1);

  check (text, cases, G_N_ELEMENTS (cases));
  g_assert_cmpuint (find_move (result, "a0")->proposals->len, ==, 2);
}

/* It stood twice before, and both were marked: order and distance tell them apart. */
static void
test_repeated_before (void)
{
  g_autofree char *old = g_strconcat (OLD, "\n", OLD, NULL);
  g_autofree char *new = g_strconcat ("Update 17:30\n", old, NULL);
  const Case cases[] = { { "Lübeck", 0, QUO_FATE_MOVED, NULL },
                         { "Lübeck", 1, QUO_FATE_MOVED, NULL },
                         { "Bo Lind", 0, QUO_FATE_MOVED, NULL },
                         { "tomorrow.\n\nHarbour", 0, QUO_FATE_MOVED, NULL } };
  g_autoptr (QuoReanchoring) result = reanchor (old, new, cases, G_N_ELEMENTS (cases));

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      const QuoAnnotation *found = quo_snapshot_find (result->snapshot, id);

      g_assert_false (found->is_orphan);
      g_assert_cmpuint (found->ranges[0].start, ==,
                        find_words (result->snapshot->article->text, "Lübeck", i).start);
    }
}

static void
test_moved_paragraph (void)
{
  const char *last = strstr (OLD, "Engineers");
  g_autofree char *first = g_strndup (OLD, (gsize)(last - OLD));
  g_autofree char *text = g_strconcat (last, "\n", first, NULL);
  const Case cases[] = { { "Lübeck", 0, QUO_FATE_MOVED, NULL },
                         { "Bo Lind", 1, QUO_FATE_MOVED, NULL },
                         { "Kiel", 0, QUO_FATE_MOVED, NULL },
                         { "Bo Lind", 0, QUO_FATE_MOVED, NULL } };

  check (text, cases, G_N_ELEMENTS (cases));
}

/* Both parts of a quote move, though not by the same shift. */
static void
test_parts (void)
{
  g_autofree char *changed = replace ("she told reporters at the quay. Her", "she said. Her");
  g_autofree char *new_text = g_strconcat ("New: ", changed, NULL);
  g_autoptr (QuoText) old = quo_text_new (OLD), new = quo_text_new (new_text);
  g_autoptr (QuoArticle) article = quo_article_new (new);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (QuoReanchoring) result = NULL;
  const QuoSpan ranges[] = { find_words (old, "“We will not wait another year,”", 0),
                             find_words (old, "disagreed with the plan", 0) };
  const QuoAnnotation *found;

  quo_snapshot_take (snapshot, make (old, "a0", "quote", ranges, 2));
  result = quo_reanchor (snapshot, NULL);
  found = quo_snapshot_find (result->snapshot, "a0");
  g_assert_false (found->is_orphan);
  g_assert_true (quo_text_equals (new, found->ranges[0], "“We will not wait another year,”"));
  g_assert_true (quo_text_equals (new, found->ranges[1], "disagreed with the plan"));
}

static void
test_propose (void)
{
  g_autoptr (QuoText) old = quo_text_new (OLD);
  g_autofree char *text = replace ("We will", "We shall");
  g_autoptr (QuoText) new = quo_text_new (text);
  g_autoptr (QuoArticle) article = quo_article_new (new);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  const QuoSpan range = find_words (old, "“We will not wait another year,”", 0);
  g_autoptr (QuoAnnotation) lost = make (old, "a0", "quote", &range, 1);
  QuoAnnotation orphan = *lost;
  g_autoptr (GPtrArray) moves = NULL;
  const QuoMove *move;

  orphan.is_orphan = TRUE;
  quo_snapshot_take (snapshot, quo_annotation_new (&orphan));
  moves = quo_reanchor_orphans (snapshot);
  g_assert_cmpuint (moves->len, ==, 1);
  move = g_ptr_array_index (moves, 0);
  g_assert_cmpint (move->fate, ==, QUO_FATE_AMBIGUOUS);
  g_assert_true (quo_span_equal (move->old[0], range));
  g_assert_cmpuint (move->proposals->len, ==, 1);
  g_assert_true (move->is_reworded);
  g_assert_true (quo_text_equals (new, *(const QuoSpan *)move->proposals->pdata[0],
                                  "“We shall not wait another year,”"));
}

static void
test_empty_article (void)
{
  const Case cases[] = { { "Ana Berg", 0, QUO_FATE_LOST, NULL } };

  check ("", cases, G_N_ELEMENTS (cases));
  check ("x", cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read/reanchor/moved", test_moved);
  g_test_add_func ("/read/reanchor/same-before-the-change", test_same_before_the_change);
  g_test_add_func ("/read/reanchor/plain-marks", test_plain_marks);
  g_test_add_func ("/read/reanchor/edited-words", test_edited_words);
  g_test_add_func ("/read/reanchor/replaced-name", test_replaced_name);
  g_test_add_func ("/read/reanchor/lost", test_lost);
  g_test_add_func ("/read/reanchor/repeated", test_repeated);
  g_test_add_func ("/read/reanchor/repeated-before", test_repeated_before);
  g_test_add_func ("/read/reanchor/moved-paragraph", test_moved_paragraph);
  g_test_add_func ("/read/reanchor/parts", test_parts);
  g_test_add_func ("/read/reanchor/propose", test_propose);
  g_test_add_func ("/read/reanchor/empty-article", test_empty_article);
  return g_test_run ();
}
