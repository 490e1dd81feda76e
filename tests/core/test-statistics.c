/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how much: what counts, and that a word within two quotes is one word. */
#include "quo-statistics.h"

#include <string.h>

/* 13 words, 9 of them in quotes. */
#define TEXT "“One two ‘three four’ five,” said Ana. “Six seven,” she said. “Eight nine.”"

static void
take_quote (QuoSnapshot *snapshot, const char *id, const char *words, const char *form,
            QuoStatus status)
{
  const QuoText *text = snapshot->article->text;
  const char *p = strstr (quo_text_get_utf8 (text), words);
  const QuoValue value = { .text = form };
  const QuoAttr attr = { .name = "form", .values = &value, .n_values = 1 };
  QuoSpan range;

  range.start = quo_text_from_byte (text, (gsize)(p - quo_text_get_utf8 (text)));
  range.end = range.start + (guint32)g_utf8_strlen (words, -1);
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){ .base = { .id = id },
                                                                     .type = "quote",
                                                                     .ranges = &range,
                                                                     .n_ranges = 1,
                                                                     .attrs = &attr,
                                                                     .n_attrs = form != NULL,
                                                                     .status = status }));
}

static void
take_quotation (QuoSnapshot *snapshot, const char *id, const char *quote, QuoStatus status)
{
  static const char *const sources[] = { "E1" };
  const QuoRole roles[] = { { "quote", &quote, 1 }, { "source", sources, 1 } };

  quo_snapshot_take (snapshot, quo_relation_new (&(QuoRelation){ .base = { .id = id },
                                                                 .type = "quotation",
                                                                 .roles = roles,
                                                                 .n_roles = 2,
                                                                 .status = status }));
}

static QuoSnapshot *
make_snapshot (void)
{
  g_autoptr (QuoText) text = quo_text_new (TEXT);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);

  quo_snapshot_take (snapshot,
                     quo_entity_new (&(QuoEntity){ .base = { .id = "E1" }, .name = "Ana" }));
  return snapshot;
}

static QuoTagset *
make_tagset (void)
{
  QuoTagset *tagset = quo_tagset_new ("test");
  const QuoLabel label = { .id = "quote", .name = "Quote", .kind = QUO_LABEL_QUOTE };

  tagset->labels = quo_tagset_keep_block (tagset, &label, sizeof label);
  tagset->n_labels = 1;
  return tagset;
}

static void
test_counts (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoStatistics) statistics = NULL;
  const QuoFormCount *form;

  take_quote (snapshot, "q1", "“One two ‘three four’ five,”", NULL, QUO_STATUS_NONE);
  take_quote (snapshot, "q2", "‘three four’", "mixed", QUO_STATUS_ACCEPTED);
  take_quote (snapshot, "q3", "“Six seven,”", "direct", QUO_STATUS_NONE);
  take_quotation (snapshot, "r1", "q1", QUO_STATUS_NONE);
  statistics = quo_statistics_new (snapshot, tagset, NULL);
  g_assert_cmpuint (statistics->n_words, ==, 13);
  g_assert_cmpuint (statistics->n_quoted, ==, 7);
  g_assert_cmpuint (statistics->n_quotes, ==, 3);
  g_assert_cmpuint (statistics->n_unlinked, ==, 2);
  g_assert_cmpuint (statistics->n_once, ==, 1);
  g_assert_cmpuint (statistics->speakers->len, ==, 1);
  g_assert_cmpuint (statistics->forms->len, ==, 2);
  form = g_ptr_array_index (statistics->forms, 0);
  g_assert_cmpstr (form->form, ==, "direct");
  g_assert_cmpuint (form->n_quotes, ==, 2);
  g_assert_cmpuint (form->n_words, ==, 7);
  form = g_ptr_array_index (statistics->forms, 1);
  g_assert_cmpstr (form->form, ==, "mixed");
  g_assert_cmpuint (form->n_words, ==, 2);
}

/* A suggestion is nobody's word yet, neither the quote nor who is said to say it. */
static void
test_left_out (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoStatistics) statistics = NULL;

  take_quote (snapshot, "q1", "“One two ‘three four’ five,”", NULL, QUO_STATUS_SUGGESTED);
  take_quote (snapshot, "q2", "“Six seven,”", NULL, QUO_STATUS_REJECTED);
  take_quote (snapshot, "q3", "“Eight nine.”", NULL, QUO_STATUS_NONE);
  take_quotation (snapshot, "r1", "q3", QUO_STATUS_SUGGESTED);
  statistics = quo_statistics_new (snapshot, tagset, NULL);
  g_assert_cmpuint (statistics->n_quotes, ==, 1);
  g_assert_cmpuint (statistics->n_quoted, ==, 2);
  g_assert_cmpuint (statistics->n_unlinked, ==, 1);
  g_assert_cmpuint (statistics->speakers->len, ==, 0);
}

/* What another annotator marked is in another layer. */
static void
test_layer (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoStatistics) theirs = NULL, mine = NULL;

  take_quote (snapshot, "q1", "“Six seven,”", NULL, QUO_STATUS_NONE);
  theirs = quo_statistics_new (snapshot, tagset, NULL);
  mine = quo_statistics_new (snapshot, tagset, "mine");
  g_assert_cmpuint (theirs->n_quotes, ==, 1);
  g_assert_cmpuint (mine->n_quotes, ==, 0);
  g_assert_cmpuint (mine->n_words, ==, 13);
}

static void
test_nothing (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoStatistics) statistics = quo_statistics_new (snapshot, tagset, NULL);

  g_assert_cmpuint (statistics->n_quotes, ==, 0);
  g_assert_cmpuint (statistics->n_quoted, ==, 0);
  g_assert_cmpuint (statistics->forms->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/statistics/counts", test_counts);
  g_test_add_func ("/core/statistics/left-out", test_left_out);
  g_test_add_func ("/core/statistics/layer", test_layer);
  g_test_add_func ("/core/statistics/nothing", test_nothing);
  return g_test_run ();
}
