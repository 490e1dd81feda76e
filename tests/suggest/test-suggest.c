/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-sidecar-writer.h"
#include "quo-suggestions.h"

#include "quo-error.h"
#include "two-quotes.h"

static void
test_registry (void)
{
  for (const QuoSuggester *const *suggester = quo_suggesters_list (); *suggester != NULL;
       suggester++)
    {
      g_assert_nonnull ((*suggester)->run);
      g_assert_nonnull ((*suggester)->title);
      g_assert_true (quo_suggesters_find ((*suggester)->id) == *suggester);
    }
  g_assert_null (quo_suggesters_find ("nobody"));
}

static void
test_records (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoSuggestions) suggestions = suggest (snapshot);
  g_autoptr (QuoAnnotation) quote = NULL;
  g_autoptr (QuoRelation) relation = NULL;

  g_assert_cmpint (find_quote (suggestions, 0), >=, 0);
  quote = quo_suggestions_dup_annotation (suggestions, (guint)find_quote (suggestions, 0), NULL);
  g_assert_cmpuint (quote->ranges[0].start, ==, 0);
  g_assert_cmpuint (quote->ranges[0].end, ==, 25);
  g_assert_cmpint (quote->status, ==, QUO_STATUS_SUGGESTED);
  g_assert_cmpstr (quote->from->score, ==, quote->conf);
  g_assert_cmpfloat (quo_suggestions_get_score (suggestions, quote->base.id), >, 0);
  g_assert_cmpfloat (quo_suggestions_get_score (suggestions, quote->base.id), <=, 1);
  g_assert_nonnull (quo_suggestions_get_reason (suggestions, quote->base.id));
  relation = quo_suggestions_dup_quotation (suggestions, quote->base.id);
  g_assert_nonnull (relation);
  g_assert_nonnull (quo_relation_find_role (relation, "source"));
  g_assert_nonnull (quo_relation_find_role (relation, "cue"));
  g_assert_cmpint (find_quote (suggestions, 1), >=, 0);
  g_assert_cmpint (find_quote (suggestions, 2), ==, -1);
}

/* A record that is asked for by its id is the one in its place. */
static void
test_by_id (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoSuggestions) suggestions = suggest (snapshot);

  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) one = quo_suggestions_dup_annotation (suggestions, i, NULL);
      g_autoptr (QuoRecord) same = quo_suggestions_dup (suggestions, one->base.id);

      g_assert_true (quo_record_equal (one, same));
      if (one->n_entities > 0)
        g_assert_true (quo_suggestions_have_entity (suggestions, one->entities[0]));
    }
  for (guint i = 0; i < quo_suggestions_count_relations (suggestions); i++)
    {
      g_autoptr (QuoRelation) one = quo_suggestions_dup_relation (suggestions, i, "L9");
      g_autoptr (QuoRecord) same = quo_suggestions_dup (suggestions, one->base.id);

      g_assert_cmpstr (one->layer, ==, "L9");
      g_assert_cmpstr (same->id, ==, one->base.id);
    }
  g_assert_null (quo_suggestions_dup (suggestions, "saaaaaaaaa"));
  g_assert_null (quo_suggestions_dup (suggestions, "r"));
  g_assert_false (quo_suggestions_have_entity (suggestions, "nobody"));
}

/* Two runs give the same bytes. */
static void
test_deterministic (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  GBytes *bytes[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QuoSuggestions) suggestions = suggest (snapshot);
      g_autoptr (QuoSnapshot) all = quo_suggestions_add_to (suggestions, snapshot);

      bytes[i] = quo_sidecar_write (all, NULL);
    }
  g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
  g_bytes_unref (bytes[0]);
  g_bytes_unref (bytes[1]);
}

static gboolean
take_piece (gpointer data, const char *bytes, gsize len, GError **error)
{
  g_string_append_len (data, bytes, (gssize)len);
  return TRUE;
}

/* Piece by piece a sidecar gets what it gets whole, also where one is there with an annotation
 * between the proposals and with proposals of an earlier run. */
static void
test_pieces (void)
{
  const QuoSpan span = QUO_SPAN (26, 30);
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (QuoSuggestions) suggestions = suggest (snapshot);
      g_autoptr (QuoSnapshot) all = quo_suggestions_add_to (suggestions, snapshot);
      g_autoptr (GBytes) whole = quo_sidecar_write (all, "test");
      g_autoptr (GString) pieces = g_string_new (NULL);
      QuoSuggestionsContent content = { suggestions, snapshot, "test" };
      g_autoptr (GError) error = NULL;

      g_assert_true (quo_suggestions_give (&(QuoByteSink){ take_piece, pieces }, &content, &error));
      g_assert_no_error (error);
      g_assert_cmpmem (pieces->str, pieces->len, g_bytes_get_data (whole, NULL),
                       g_bytes_get_size (whole));
      if (i == 1)
        quo_snapshot_take (
            all,
            quo_annotation_new (&(QuoAnnotation){
                .base.id = "x1", .layer = "L1", .type = "cue", .ranges = &span, .n_ranges = 1 }));
      if (i == 1)
        quo_snapshot_take (all, quo_layer_new (&(QuoLayer){ .base.id = "L1" }));
      quo_snapshot_unref (snapshot);
      snapshot = g_steal_pointer (&all);
      quo_snapshot_sort (snapshot);
    }
}

/* A snapshot in which the first quote is said by a record of this status. */
static QuoSnapshot *
make_settled (QuoStatus status)
{
  const QuoSpan span = QUO_SPAN (0, 25);
  QuoSnapshot *snapshot = make_snapshot ();

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base.id = "L1" }));
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){ .base.id = "q1",
                                                                     .layer = "L1",
                                                                     .type = "quote",
                                                                     .ranges = &span,
                                                                     .n_ranges = 1,
                                                                     .status = status }));
  return snapshot;
}

static void
test_rejected (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_settled (QUO_STATUS_REJECTED);
  g_autoptr (QuoSuggestions) suggestions = suggest (snapshot);

  g_assert_cmpuint (get_start_of_first (suggestions), ==, 45);
  g_assert_null (quo_suggestions_dup_quotation (suggestions, "q1"));
}

/* What is accepted is not proposed; its speaker is, until it has one. */
static void
test_accepted (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_settled (QUO_STATUS_NONE);
  g_autoptr (QuoSuggestions) suggestions = suggest (snapshot);
  g_autoptr (QuoSuggestions) again = NULL;
  g_autoptr (QuoRelation) quotation = NULL;
  g_autoptr (QuoRelation) more = NULL;
  const char *quote = "q1", *source = "p1";
  const QuoRole roles[] = { { "quote", &quote, 1 }, { "source", &source, 1 } };
  const QuoSpan span = QUO_SPAN (31, 42);

  g_assert_cmpuint (get_start_of_first (suggestions), ==, 45);
  quotation = quo_suggestions_dup_quotation (suggestions, "q1");
  g_assert_nonnull (quotation);
  quo_snapshot_take (
      snapshot,
      quo_annotation_new (&(QuoAnnotation){
          .base.id = "p1", .layer = "L1", .type = "person", .ranges = &span, .n_ranges = 1 }));
  quo_snapshot_take (
      snapshot,
      quo_relation_new (&(QuoRelation){
          .base.id = "r1", .layer = "L1", .type = "quotation", .roles = roles, .n_roles = 2 }));
  again = suggest (snapshot);
  more = quo_suggestions_dup_quotation (again, "q1");
  if (more != NULL)
    g_assert_null (quo_relation_find_role (more, "source"));
}

static void
test_cancelled (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (quo_suggest (snapshot, NULL, cancellable, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_CANCELLED);
}

/* A tagset without quotes gets none. */
static void
test_tagset (void)
{
  g_autoptr (QuoTagset) tagset = quo_tagset_new ("empty");
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  const QuoSuggestOptions options = { .tagset = tagset };
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, NULL);

  g_assert_cmpuint (quo_suggestions_count_annotations (suggestions), ==, 0);
}

/* A pronoun stands for the name before it, over others of its kind, and passes over the other
 * gender. */
static void
test_pronouns (void)
{
  const QuoSuggestOptions options = { .language = "en" };
  g_autofree char *filler = g_strnfill (400, 'x');
  g_autofree char *words = g_strdup_printf (
      "“We begin,” Philip Novikov said. Emma Brand listened.\n\n%s %s.\n\n“We go on,” he said.\n\n"
      "%s %s.\n\n“We end there,” he said. Nobody left.\n",
      filler, filler, filler, filler);
  g_autoptr (QuoText) text = quo_text_new (words);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, NULL);
  g_autofree char *novikov = NULL;
  guint n_pronouns = 0;

  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);
      g_autofree char *name = quo_text_dup (text, annotation->ranges[0]);

      if (g_str_equal (name, "Philip Novikov"))
        {
          g_free (novikov);
          novikov = g_strdup (annotation->entities[0]);
        }
      if (!g_str_equal (name, "he"))
        continue;
      n_pronouns++;
      g_assert_cmpstr (annotation->type, ==, "mention");
      g_assert_cmpstr (quo_attrs_get_text (annotation->attrs, annotation->n_attrs, "form"), ==,
                       "pronoun");
      g_assert_cmpuint (annotation->n_entities, ==, 1);
      g_assert_cmpstr (annotation->entities[0], ==, novikov);
    }
  g_assert_cmpuint (n_pronouns, ==, 2);
}

/* A pronoun goes on about whom its sentence or the one before began with, not about whoever else
 * was named in it. */
static void
test_pronoun_of_subject (void)
{
  const QuoSuggestOptions options = { .language = "en" };
  g_autoptr (QuoText) text
      = quo_text_new ("Philip Novikov waited for Oskar Brand at the gate. “We begin,” he said.\n");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, NULL);
  g_autofree char *novikov = NULL, *he = NULL;

  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);
      g_autofree char *name = quo_text_dup (text, annotation->ranges[0]);

      if (g_str_equal (name, "Philip Novikov"))
        novikov = g_strdup (annotation->entities[0]);
      else if (g_str_equal (name, "he"))
        he = g_strdup (annotation->entities[0]);
    }
  g_assert_nonnull (he);
  g_assert_cmpstr (he, ==, novikov);
}

static const char *
find_type_of (const QuoSuggestions *suggestions, const QuoText *text, const char *words)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);

      if (quo_text_equals (text, annotation->ranges[0], words))
        return annotation->type;
    }
  return NULL;
}

/* Words that speak but are no name are mentions, and persons where the tagset has none. */
static void
test_mentions (void)
{
  static const QuoLabel labels[] = { { .id = "person", .kind = QUO_LABEL_ENTITY },
                                     { .id = "quote", .kind = QUO_LABEL_QUOTE } };
  g_autoptr (QuoTagset) tagset = quo_tagset_new ("names");
  g_autoptr (QuoText) text
      = quo_text_new ("“We begin,” the neighbour said. “I know,” Philip Novikov said.\n");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  QuoSuggestOptions options = { .language = "en" };
  g_autoptr (QuoSuggestions) all = quo_suggest (snapshot, &options, NULL, NULL);
  g_autoptr (QuoSuggestions) persons = NULL;

  tagset->labels = quo_tagset_keep_block (tagset, labels, sizeof labels);
  tagset->n_labels = G_N_ELEMENTS (labels);
  options.tagset = tagset;
  persons = quo_suggest (snapshot, &options, NULL, NULL);
  g_assert_cmpstr (find_type_of (all, text, "the neighbour"), ==, "mention");
  g_assert_cmpstr (find_type_of (all, text, "Philip Novikov"), ==, "person");
  g_assert_cmpstr (find_type_of (persons, text, "the neighbour"), ==, "person");
}

/* Where every noun has a capital, who speaks is a noun behind an article, and a name without. */
static void
test_mentions_among_capitals (void)
{
  static const char words[] = "Ein junger Schöffe sagte, dass er Zeit habe.\n\n"
                              "Der Pförtner schilderte, dass er nichts hörte.\n\n"
                              "Kvistgaard sagte, dass er Zeit habe.\n";
  g_autoptr (QuoText) text = quo_text_new (words);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  const QuoSuggestOptions options = { .language = "de" };
  g_autoptr (QuoSuggestions) found = quo_suggest (snapshot, &options, NULL, NULL);

  g_assert_cmpstr (find_type_of (found, text, "Ein junger Schöffe"), ==, "mention");
  g_assert_cmpstr (find_type_of (found, text, "Der Pförtner"), ==, "mention");
  g_assert_cmpstr (find_type_of (found, text, "Kvistgaard"), ==, "person");
}

/* (transfer full): the words of the chances, in the order of the text. */
static char *
list_chances (const char *words, gboolean is_eager)
{
  const QuoSuggestOptions options = { .language = "en", .is_eager = is_eager };
  g_autoptr (QuoText) text = quo_text_new (words);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, &error);
  GString *list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < suggestions->chances->len; i++)
    {
      const QuoChance *chance = &g_array_index (suggestions->chances, QuoChance, i);
      g_autofree char *own = quo_text_dup (text, chance->span);

      g_assert_cmpfloat (chance->score, >, 0);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", own);
    }
  return g_string_free (list, FALSE);
}

/* A title alone is a chance, where a sentence begins, too, but not one with a name behind it; and
 * only for who judges each. */
static void
test_chances (void)
{
  static const char *const words
      = "It was the Home Secretary who met President Karl Olsen. President and council agree.\n";
  g_autofree char *eager = list_chances (words, TRUE);
  g_autofree char *strict = list_chances (words, FALSE);

  g_assert_cmpstr (eager, ==, "Home Secretary, President");
  g_assert_cmpstr (strict, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/suggest/registry", test_registry);
  g_test_add_func ("/suggest/suggest/records", test_records);
  g_test_add_func ("/suggest/suggest/by-id", test_by_id);
  g_test_add_func ("/suggest/suggest/deterministic", test_deterministic);
  g_test_add_func ("/suggest/suggest/pieces", test_pieces);
  g_test_add_func ("/suggest/suggest/rejected", test_rejected);
  g_test_add_func ("/suggest/suggest/accepted", test_accepted);
  g_test_add_func ("/suggest/suggest/cancelled", test_cancelled);
  g_test_add_func ("/suggest/suggest/tagset", test_tagset);
  g_test_add_func ("/suggest/suggest/pronouns", test_pronouns);
  g_test_add_func ("/suggest/suggest/pronoun-of-subject", test_pronoun_of_subject);
  g_test_add_func ("/suggest/suggest/mentions", test_mentions);
  g_test_add_func ("/suggest/suggest/mentions-among-capitals", test_mentions_among_capitals);
  g_test_add_func ("/suggest/suggest/chances", test_chances);
  return g_test_run ();
}
