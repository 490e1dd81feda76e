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

  quo_snapshot_take (snapshot, quo_entity_new (&(QuoEntity){
                                   .base = { .id = "E1" }, .type = "person", .name = "Ana" }));
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

/* --- places ---------------------------------------------------------------------------------- */

static void
take_mention (QuoSnapshot *snapshot, const char *id, const char *type, const char *words,
              const char *entity, const char *title)
{
  const QuoText *text = snapshot->article->text;
  const char *p = strstr (quo_text_get_utf8 (text), words);
  const QuoValue value = { .text = title };
  const QuoAttr attr = { .name = "title", .values = &value, .n_values = 1 };
  QuoSpan range;

  range.start = quo_text_from_byte (text, (gsize)(p - quo_text_get_utf8 (text)));
  range.end = range.start + (guint32)g_utf8_strlen (words, -1);
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){ .base = { .id = id },
                                                                     .type = type,
                                                                     .ranges = &range,
                                                                     .n_ranges = 1,
                                                                     .entities = &entity,
                                                                     .n_entities = entity != NULL,
                                                                     .attrs = &attr,
                                                                     .n_attrs = title != NULL }));
}

static void
take_place (QuoSnapshot *snapshot, const char *id, const char *name, const char *geonames)
{
  const QuoExternalId external = { "geonames", geonames };

  quo_snapshot_take (snapshot, quo_entity_new (&(QuoEntity){ .base = { .id = id },
                                                             .type = "place",
                                                             .name = name,
                                                             .ids = &external,
                                                             .n_ids = geonames != NULL,
                                                             .lat = geonames ? "57.7" : NULL,
                                                             .lon = geonames ? "12" : NULL }));
}

/* Two mentions of one, one of another of which it is not known where it lies. */
static void
test_places (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoStatistics) statistics = NULL;
  const QuoPlaceCount *place;

  take_place (snapshot, "E2", "Göteborg", "2711537");
  take_mention (snapshot, "p1", "place", "One", "E2", NULL);
  take_mention (snapshot, "p2", "place", "three", "E2", NULL);
  take_mention (snapshot, "p3", "place", "Eight", NULL, NULL);
  take_mention (snapshot, "p4", "person", "Six", NULL, NULL);
  statistics = quo_statistics_new (snapshot, tagset, NULL);
  g_assert_cmpuint (statistics->places->len, ==, 2);
  g_assert_cmpuint (statistics->n_mentions, ==, 3);
  g_assert_cmpuint (statistics->n_unplaced, ==, 1);
  place = g_ptr_array_index (statistics->places, 0);
  g_assert_cmpstr (place->key, ==, "geonames:2711537");
  g_assert_cmpstr (place->name, ==, "Göteborg");
  g_assert_cmpstr (place->lat, ==, "57.7");
  g_assert_cmpuint (place->n_mentions, ==, 2);
  place = g_ptr_array_index (statistics->places, 1);
  g_assert_cmpstr (place->name, ==, "Eight");
  g_assert_null (place->lat);
}

/* --- voices ---------------------------------------------------------------------------------- */

static void
assert_count (const GPtrArray *counts, guint n, const char *form, guint n_quotes, guint n_words)
{
  const QuoFormCount *count;

  g_assert_cmpuint (n, <, counts->len);
  count = g_ptr_array_index (counts, n);
  g_assert_cmpstr (count->form, ==, form);
  g_assert_cmpuint (count->n_quotes, ==, n_quotes);
  g_assert_cmpuint (count->n_words, ==, n_words);
}

/* By the label of who speaks; what nobody said is counted too, and a title is the speaker's. */
static void
test_voices (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoStatistics) statistics = NULL;
  const QuoVoices *voices;
  const QuoSpeaker *speaker;

  take_quote (snapshot, "q1", "“One two ‘three four’ five,”", NULL, QUO_STATUS_NONE);
  take_quote (snapshot, "q2", "“Six seven,”", NULL, QUO_STATUS_NONE);
  take_mention (snapshot, "m1", "organization", "Ana", "E1", "Mayor");
  take_quotation (snapshot, "r1", "q1", QUO_STATUS_NONE);
  take_quotation (snapshot, "r2", "q2", QUO_STATUS_SUGGESTED);
  statistics = quo_statistics_new (snapshot, tagset, NULL);
  g_assert_cmpuint (statistics->n_unlinked, ==, 1);
  g_assert_cmpuint (statistics->n_suggested, ==, 1);
  g_assert_cmpuint (statistics->voices->len, ==, 1);
  voices = g_ptr_array_index (statistics->voices, 0);
  g_assert_null (voices->attr);
  assert_count (voices->counts, 0, "person", 1, 5); /* as its identity says */
  assert_count (voices->counts, 1, "", 1, 2);
  speaker = g_ptr_array_index (statistics->speakers, 0);
  g_assert_cmpstr (speaker->title, ==, "Mayor");
}

/* A choice that the tagset gives for persons: of one it is told, of the other words it is not. */
static void
test_voices_by_choice (void)
{
  static const char *const values[] = { "official", "resident", NULL };
  const QuoLabelAttr attr = { .name = "role", .type = "choice", .values = (const char **)values };
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoStatistics) statistics = NULL;
  const QuoValue value = { .text = "official" };
  const QuoAttr told = { .name = "role", .values = &value, .n_values = 1 };
  const char *entity = "E1";
  const QuoSpan range = { 0, 3 };
  const QuoVoices *voices;
  QuoLabel labels[2] = { tagset->labels[0], { .id = "person", .kind = QUO_LABEL_ENTITY } };

  labels[1].attrs = quo_tagset_keep_block (tagset, &attr, sizeof attr);
  labels[1].n_attrs = 1;
  tagset->labels = quo_tagset_keep_block (tagset, labels, sizeof labels);
  tagset->n_labels = 2;
  take_quote (snapshot, "q1", "“One two ‘three four’ five,”", NULL, QUO_STATUS_NONE);
  take_quote (snapshot, "q2", "“Six seven,”", NULL, QUO_STATUS_NONE);
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){ .base = { .id = "m1" },
                                                                     .type = "person",
                                                                     .ranges = &range,
                                                                     .n_ranges = 1,
                                                                     .entities = &entity,
                                                                     .n_entities = 1,
                                                                     .attrs = &told,
                                                                     .n_attrs = 1 }));
  take_quotation (snapshot, "r1", "q1", QUO_STATUS_NONE);
  statistics = quo_statistics_new (snapshot, tagset, NULL);
  g_assert_cmpuint (statistics->voices->len, ==, 2);
  voices = g_ptr_array_index (statistics->voices, 1);
  g_assert_cmpstr (voices->attr, ==, "role");
  assert_count (voices->counts, 0, "official", 1, 5);
  assert_count (voices->counts, 1, "", 1, 2);
}

/* --- many articles --------------------------------------------------------------------------- */

/* The same speaker and place in two articles, under other ids and in other letters, are one. */
static void
test_sum (void)
{
  g_autoptr (QuoSnapshot) first = make_snapshot (), second = make_snapshot ();
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoStatistics) one = NULL, two = NULL, sum = quo_statistics_new_sum ();
  const QuoSpeaker *speaker;
  const QuoPlaceCount *place;

  take_quote (first, "q1", "“Six seven,”", NULL, QUO_STATUS_NONE);
  take_quotation (first, "r1", "q1", QUO_STATUS_NONE);
  take_place (first, "E2", "Göteborg", "2711537");
  take_mention (first, "p1", "place", "One", "E2", NULL);
  take_mention (first, "p2", "place", "Eight", NULL, NULL);
  take_quote (second, "q1", "“Eight nine.”", "indirect", QUO_STATUS_NONE);
  take_quotation (second, "r1", "q1", QUO_STATUS_NONE);
  take_place (second, "E9", "Gothenburg", "2711537");
  take_mention (second, "p1", "place", "One", "E9", NULL);
  one = quo_statistics_new (first, tagset, NULL);
  two = quo_statistics_new (second, tagset, NULL);
  quo_statistics_add (sum, one);
  quo_statistics_add (sum, two);
  quo_statistics_sort (sum);
  g_assert_cmpuint (sum->n_articles, ==, 2);
  g_assert_cmpuint (sum->n_words, ==, 26);
  g_assert_cmpuint (sum->n_quotes, ==, 2);
  g_assert_cmpuint (sum->n_once, ==, 0);
  g_assert_cmpuint (sum->speakers->len, ==, 1);
  speaker = g_ptr_array_index (sum->speakers, 0);
  g_assert_null (speaker->id);
  g_assert_cmpuint (speaker->n_quotes, ==, 2);
  g_assert_cmpuint (speaker->n_words, ==, 4);
  g_assert_cmpuint (sum->places->len, ==, 2);
  g_assert_cmpuint (sum->n_unplaced, ==, 1);
  place = g_ptr_array_index (sum->places, 0);
  g_assert_cmpstr (place->name, ==, "Göteborg");
  g_assert_cmpuint (place->n_mentions, ==, 2);
  assert_count (sum->forms, 0, "direct", 1, 2);
  assert_count (sum->forms, 1, "indirect", 1, 2);
  assert_count (((const QuoVoices *)g_ptr_array_index (sum->voices, 0))->counts, 0, "person", 2, 4);
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
  g_test_add_func ("/core/statistics/places", test_places);
  g_test_add_func ("/core/statistics/voices", test_voices);
  g_test_add_func ("/core/statistics/voices-by-choice", test_voices_by_choice);
  g_test_add_func ("/core/statistics/sum", test_sum);
  g_test_add_func ("/core/statistics/nothing", test_nothing);
  return g_test_run ();
}
