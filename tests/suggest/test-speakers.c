/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "marked.h"
#include "quo-quotes.h"
#include "quo-speaker-features.h"
#include "quo-speakers.h"
#include "quo-weights.h"

#include <time.h>

/* A text with its mentions (⟦ ⟧) and a caret in the quote. `types` says of each mention in turn
 * what it is annotated as, and after a colon of which entity; `expected` are the names in rank
 * order, those that are not annotated with a star; the case says how many of them count. */

typedef struct
{
  const char *name, *language, *source, *types, *expected;
} Case;

static const Case cases[] = {
  { "subject-after", "en", "“We ‸waited,” said ⟦Omar Haddad⟧ of ⟦Göteborg⟧.", "person place",
    "Omar Haddad" },
  { "subject-before", "en", "“We ‸waited,” ⟦Omar Haddad⟧ told ⟦Åsa Berg⟧.", "person person",
    "Omar Haddad, Åsa Berg" },
  { "title-between", "en", "⟦Åsa Berg⟧ listened. “We ‸waited,” said Mayor ⟦Omar Haddad⟧.",
    "person person", "Omar Haddad, Åsa Berg" },
  { "never-a-place", "en", "In ⟦Göteborg⟧ “we ‸waited,” said ⟦Omar Haddad⟧ on ⟦Friday⟧.",
    "place person date", "Omar Haddad" },
  { "organization", "en", "⟦Trafikverket⟧ said: “We ‸waited.”", "organization", "Trafikverket" },
  { "person-before-organization", "en",
    "⟦Omar Haddad⟧ of ⟦Trafikverket⟧, in from the north, said: “We ‸waited.”",
    "person organization", "Omar Haddad, Trafikverket" },
  { "antecedent", "en", "⟦Andrei Novikov⟧ spoke in ⟦Moscow⟧.\n\n“We ‸waited,” he explained.",
    "person place", "Andrei Novikov, he*" },
  { "annotated-pronoun", "en", "⟦Andrei Novikov⟧ came.\n\n“We ‸waited,” ⟦he⟧ explained.",
    "person:E1 person:E1", "E1" },
  { "pronoun-of-another-verb", "en",
    "“We ‸waited,” ⟦Åsa Berg⟧ told them, “for long.” The ⟦council⟧ knew, she added.",
    "person organization", "Åsa Berg, council" },
  { "plain-name-is-no-subject", "en",
    "⟦Åsa Berg⟧ came.\n\n“We ‸waited,” she told a meeting at the Seamen’s Hall, “for long.”",
    "person", "Åsa Berg, she*" },
  { "plain-name", "en", "“We ‸waited,” Omar Haddad said.", "", "Omar Haddad*" },
  { "plain-subject-first", "en", "“We ‸waited,” Omar Haddad said of ⟦Åsa Berg⟧.", "person",
    "Omar Haddad*, Åsa Berg" },
  { "interrupted", "en",
    "“We ‸waited,” Transport Minister ⟦Jana Köhler⟧ told reporters, “for ⟦Paul Adeyemi⟧.”",
    "person person", "Jana Köhler" },
  { "inside-is-out", "en", "“I saw ⟦Åsa Berg⟧ ‸there,” said ⟦Omar Haddad⟧.", "person person",
    "Omar Haddad" },
  { "possessor", "en", "⟦Köhler⟧'s lawyer ⟦Paul Adeyemi⟧ said: “We ‸waited.”", "person person",
    "Paul Adeyemi, Köhler" },
  { "told", "en", "⟦Åsa Berg⟧ told ⟦Omar Haddad⟧: “We ‸waited.”", "person person",
    "Åsa Berg, Omar Haddad" },
  { "according-to", "en", "According to ⟦Omar Haddad⟧, ⟦Åsa Berg⟧ was “very ‸late”.",
    "person person", "Omar Haddad, Åsa Berg" },
  { "same-paragraph", "en",
    "⟦Åsa Berg⟧ came home.\n\n“We waited,” said ⟦Omar Haddad⟧. “Nobody ‸came.”", "person person",
    "Omar Haddad, Åsa Berg" },
  { "each-entity-once", "en",
    "⟦Omar Haddad⟧ came. ⟦Haddad⟧ sat. “We ‸waited,” said ⟦Haddad⟧ to ⟦Åsa Berg⟧.",
    "person:E1 person:E1 person:E1 person:E2", "E1, E2" },
  { "near-names", "en",
    "Omar Haddad came. Jana Köhler sat in Malmö.\n\n“We ‸waited.” There was rain.", "",
    "Malmö*, Jana Köhler*, Omar Haddad*" },
  { "near-names-come-last", "en", "⟦Åsa Berg⟧ came. Jana Köhler sat.\n\n“We ‸waited,” she said.",
    "person", "Åsa Berg, she*, Jana Köhler*" },
  { "each-name-once", "en",
    "⟦Omar Haddad⟧ came. ⟦Omar Haddad⟧ sat. “We ‸waited,” said ⟦Omar Haddad⟧ to ⟦Åsa Berg⟧.",
    "person person person person", "Omar Haddad, Åsa Berg" },
  { "one-name-of-two", "en",
    "⟦Omar Haddad⟧ met ⟦Omar Haddad⟧. “We ‸waited,” said ⟦Åsa Berg⟧ in the rain.",
    "person:E1 person:E2 person", "Åsa Berg, E2, E1" },
  { "leads-the-sentence", "en",
    "One driver admitted to being a part of it, writing in a letter “we ‸waited for long”.", "",
    "a part*, driver*" },
  { "self", "en", "⟦Åsa Berg⟧ came.\n\n“We ‸waited,” I said.", "person", "I*, Åsa Berg" },
  { "noun-phrase-after", "en", "⟦Åsa Berg⟧ sat.\n\n“We ‸waited,” said the young officer.", "person",
    "the young officer*, Åsa Berg" },
  { "noun-phrase-before", "en", "⟦Åsa Berg⟧ sat.\n\n“We ‸waited,” the saloon-keeper had said.",
    "person", "the saloon-keeper*, Åsa Berg" },
  { "shared-subject", "en", "⟦Åsa Berg⟧ thanked ⟦Omar Haddad⟧ and said: “We ‸waited.”",
    "person person", "Åsa Berg, Omar Haddad" },
  { "owner-is-no-subject", "en", "“We ‸waited,” said ⟦his⟧ lawyer ⟦Omar Haddad⟧.", "person person",
    "Omar Haddad" },
  { "next-quote-lends-no-cue", "en",
    "⟦Åsa Berg⟧ spoke. “We ‸waited.” Then ⟦Omar Haddad⟧ said: “Nobody came.”", "person person",
    "Åsa Berg" },
  { "nothing", "en", "“We ‸waited.”", "", "" },
  { "de/so", "de", "„Wir ‸warten“, so ⟦Wieland⟧. ⟦Köhler⟧ ging.", "person person",
    "Wieland, Köhler" },
  { "de/inverted", "de", "⟦Köhler⟧ ging. „Wir ‸warten“, sagte ⟦Wieland⟧ gestern.", "person person",
    "Wieland, Köhler" },
  { "de/dative-first", "de", "Der ⟦Zeitung⟧ sagte ⟦Köhler⟧: „Wir ‸warten.“", "organization person",
    "Köhler" },
  { "de/noun-first", "de", "In einem Interview sagte ⟦Köhler⟧: „Wir ‸warten.“", "person",
    "Köhler" },
  { "fr/pronoun-hyphen", "fr", "⟦Anna Roy⟧ arrive.\n\n« Nous ‸attendons », dit-elle.", "person",
    "Anna Roy, elle*" },
  { "ru/dash", "ru", "«Мы ‸ждём», — сказал ⟦Новиков⟧ в ⟦Москве⟧.", "person place", "Новиков" },
  { "zh/before", "zh", "⟦王明⟧说：“我们‸等着。”⟦李红⟧走了。", "person person", "王明, 李红" },
  { "cs/party-in-brackets", "cs",
    "„My ‸čekáme,“ zopakovala po jednání vlády ministryně ⟦Ivana Tichá⟧ (⟦ANO⟧).",
    "person organization", "Ivana Tichá" },
  { "ar/before", "ar", "قال ⟦عمر حداد⟧: «نحن ‸ننتظر».", "person", "عمر حداد" },
};

static QuoTagset *
create_tagset (void)
{
  static const char *const ids[] = { "person", "place", "organization", "date", "quote", "cue" };
  static const QuoLabelKind kinds[] = { QUO_LABEL_ENTITY, QUO_LABEL_ENTITY, QUO_LABEL_ENTITY,
                                        QUO_LABEL_ENTITY, QUO_LABEL_QUOTE,  QUO_LABEL_CUE };
  QuoTagset *tagset = quo_tagset_new ("test");
  QuoLabel labels[G_N_ELEMENTS (ids)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      labels[i].id = labels[i].name = ids[i];
      labels[i].kind = kinds[i];
    }
  tagset->labels = quo_tagset_keep_block (tagset, labels, sizeof labels);
  tagset->n_labels = G_N_ELEMENTS (labels);
  return tagset;
}

static void
take_entity (QuoSnapshot *snapshot, const char *id)
{
  QuoEntity entity = { .base = { .id = id }, .type = "person", .name = id };

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ENTITY); i++)
    if (strcmp (quo_snapshot_get_entity (snapshot, i)->base.id, id) == 0)
      return;
  quo_snapshot_take (snapshot, quo_entity_new (&entity));
}

/* One annotation a mention, by the words of @types. */
static void
take_mentions (QuoSnapshot *snapshot, const Marked *marked, const char *types)
{
  g_auto (GStrv) words = g_strsplit (types, " ", -1);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], ":", 2);
      g_autofree char *id = g_strdup_printf ("a%u", i);
      const char *entities[] = { pair[1] };
      QuoAnnotation mention = { .base = { .id = id },
                                .layer = "L1",
                                .type = pair[0],
                                .ranges = &marked->spans[i],
                                .n_ranges = 1,
                                .entities = entities,
                                .n_entities = pair[1] != NULL };

      g_assert_cmpuint (i, <, marked->n_spans);
      if (pair[1] != NULL)
        take_entity (snapshot, pair[1]);
      quo_snapshot_take (snapshot, quo_annotation_new (&mention));
    }
}

static QuoAnnotation *
create_quote (const Marked *marked, const QuoLanguage *language, guint32 caret, const char *id)
{
  QuoAnnotation fields = { .base = { .id = id }, .layer = "L1", .type = "quote" };
  QuoQuote quote;

  g_assert_true (quo_quote_around (marked->text, caret, 0, language, &quote));
  fields.ranges = quote.parts;
  fields.n_ranges = quote.n_parts;
  return quo_annotation_new (&fields);
}

static QuoSnapshot *
create_snapshot (const Marked *marked)
{
  g_autoptr (QuoArticle) article = quo_article_new (marked->text);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);
  QuoLayer layer = { .base = { .id = "L1" } };

  quo_snapshot_take (snapshot, quo_layer_new (&layer));
  return snapshot;
}

static char *
show_ranking (GPtrArray *ranking, guint n_shown)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < ranking->len && i < n_shown; i++)
    {
      const QuoCandidate *candidate = g_ptr_array_index (ranking, i);

      g_string_append_printf (shown, "%s%s%s", i > 0 ? ", " : "", candidate->name,
                              candidate->id == NULL ? "*" : "");
    }
  return g_string_free (shown, FALSE);
}

static void
check_order (GPtrArray *ranking)
{
  for (guint i = 0; i < ranking->len; i++)
    {
      const QuoCandidate *candidate = g_ptr_array_index (ranking, i);

      g_assert_cmpfloat (candidate->score, >=, 0);
      g_assert_cmpfloat (candidate->score, <=, 1);
      if (i > 0)
        g_assert_cmpfloat (candidate->score, <=,
                           ((QuoCandidate *)g_ptr_array_index (ranking, i - 1))->score);
    }
  g_assert_cmpuint (ranking->len, <=, 9);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const QuoLanguage *language = quo_language_get (c->language);
  g_autoptr (QuoTagset) tagset = create_tagset ();
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (QuoDocument) document = NULL;
  g_autoptr (GPtrArray) ranking = NULL;
  g_auto (GStrv) expected = g_strsplit (c->expected, ", ", -1);
  g_autofree char *shown = NULL;
  Marked marked;

  marked_read (&marked, c->source);
  snapshot = create_snapshot (&marked);
  take_mentions (snapshot, &marked, c->types);
  quo_snapshot_take (snapshot, create_quote (&marked, language, marked.caret, "q1"));
  quo_snapshot_sort (snapshot);
  document = quo_document_new (snapshot);
  ranking = quo_speakers_rank (document, quo_document_find_annotation (document, "q1"), tagset,
                               language);
  check_order (ranking);
  shown = show_ranking (ranking, MAX (1, g_strv_length (expected)));
  g_assert_cmpstr (shown, ==, c->expected);
  marked_clear (&marked);
}

/* Ann and Ben take turns; the quotes before tell who is next, and somebody who spoke far away is
 * offered as an entity. */
static void
test_turns (void)
{
  static const char *source = "⟦Ann⟧ met ⟦Ben⟧.\n\n“One,” said ⟦Ann⟧.\n\n“Two,” said ⟦Ben⟧.\n\n"
                              "“Three.”\n\n“F‸our.”";
  const QuoLanguage *language = quo_language_get ("en");
  g_autoptr (QuoTagset) tagset = create_tagset ();
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (QuoDocument) document = NULL;
  g_autoptr (GPtrArray) ranking = NULL;
  g_autoptr (GArray) quotes = NULL;
  g_autofree char *shown = NULL;
  static const char *const speakers[] = { "E1", "E2", "E1", NULL };
  Marked marked;

  marked_read (&marked, source);
  snapshot = create_snapshot (&marked);
  take_mentions (snapshot, &marked, "person:E1 person:E2 person:E1 person:E2");
  take_entity (snapshot, "E3");
  quotes = quo_quotes_find (marked.text, language);
  g_assert_cmpuint (quotes->len, ==, 4);
  for (guint i = 0; i < quotes->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i), *other = g_strdup_printf ("r%u", i);
      const char *members[] = { id }, *sources[] = { speakers[i], "E3" };
      QuoRole roles[] = { { "quote", members, 1 }, { "source", sources, i == 0 ? 2 : 1 } };
      QuoRelation relation = {
        .base = { .id = other }, .layer = "L1", .type = "quotation", .roles = roles, .n_roles = 2
      };

      quo_snapshot_take (snapshot,
                         create_quote (&marked, language,
                                       g_array_index (quotes, QuoQuote, i).parts[0].start + 1, id));
      if (speakers[i] != NULL)
        quo_snapshot_take (snapshot, quo_relation_new (&relation));
    }
  quo_snapshot_sort (snapshot);
  document = quo_document_new (snapshot);
  ranking = quo_speakers_rank (document, quo_document_find_annotation (document, "q3"), tagset,
                               language);
  shown = show_ranking (ranking, 9);
  g_assert_cmpstr (shown, ==, "E2, E1, E3");
  g_assert_cmpstr (((QuoCandidate *)g_ptr_array_index (ranking, 2))->id, ==, "E3");
  marked_clear (&marked);
}

/* A document of @n paragraphs with a mark on every name, and the quote q1 in the middle. */
static QuoDocument *
create_long (guint n)
{
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (GString) source = g_string_new (NULL);
  Marked marked = { 0 };
  guint32 paragraph;

  for (guint i = 0; i < n; i++)
    g_string_append (source, "Then Omar Haddad went away. “It is late, and we waited for long,” "
                             "he said to Åsa Berg, who sat there.\n\n");
  marked.text = quo_text_new (source->str);
  paragraph = quo_text_get_length (marked.text) / n;
  snapshot = create_snapshot (&marked);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      QuoSpan span = QUO_SPAN (i * paragraph + 5, i * paragraph + 16);
      QuoAnnotation mention = {
        .base = { .id = id }, .layer = "L1", .type = "person", .ranges = &span, .n_ranges = 1
      };

      quo_snapshot_take (snapshot, quo_annotation_new (&mention));
    }
  quo_snapshot_take (snapshot,
                     create_quote (&marked, quo_language_get ("en"), n / 2 * paragraph + 40, "q1"));
  quo_snapshot_sort (snapshot);
  marked_clear (&marked);
  return quo_document_new (snapshot);
}

/* Processor time of this thread that ranking who said q1 takes, in microseconds. */
static gint64
measure_ranking (QuoDocument *document)
{
  g_autoptr (QuoTagset) tagset = create_tagset ();
  struct timespec begin, end;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &begin);
  for (guint i = 0; i < 20; i++)
    g_ptr_array_unref (quo_speakers_rank (document, quo_document_find_annotation (document, "q1"),
                                          tagset, quo_language_get ("en")));
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &end);
  return (end.tv_sec - begin.tv_sec) * 1000000 + (end.tv_nsec - begin.tv_nsec) / 1000;
}

/* Who said a quote is asked for while somebody presses keys: what it costs does not grow with the
 * article. Here it is 90 times as long. */
static void
test_long_text (void)
{
  g_autoptr (QuoDocument) middling = create_long (100), endless = create_long (9000);
  const gint64 little = measure_ranking (middling), much = measure_ranking (endless);

  g_assert_cmpuint (quo_text_get_bytes (quo_document_get_text (endless)), >, 900000);
  g_test_message ("%.2f ms a ranking, %.2f in a long text", little / 20e3, much / 20e3);
  g_assert_cmpint (much, <, 10 * little);
}

static void
test_weights (void)
{
  double nobody[QUO_N_SPEAKER_FEATURES] = { 0 };

  g_assert_cmpfloat (quo_weights_sum (quo_weights_get_shipped (), QUO_MODEL_SPEAKER, nobody), ==,
                     0);
  for (guint i = 0; i < QUO_N_SPEAKER_FEATURES; i++)
    g_assert_nonnull (quo_speaker_feature_get_name (i));
  g_assert_cmpfloat (quo_weights_squash (9), >, quo_weights_squash (3));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/speakers/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/suggest/speakers/turns", test_turns);
  g_test_add_func ("/suggest/speakers/long-text", test_long_text);
  g_test_add_func ("/suggest/speakers/weights", test_weights);
  return g_test_run ();
}
