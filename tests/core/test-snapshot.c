/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapshots: order, look-up by id, what annotations say, one layer of many. */
#include "quo-snapshot.h"

#include <string.h>

static void
take_layer (QuoSnapshot *snapshot, const char *id)
{
  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = id } }));
}

static void
take_annotation (QuoSnapshot *snapshot, const char *id, const char *layer, const char *type,
                 guint32 start, guint32 end)
{
  const QuoSpan range = { start, end };

  quo_snapshot_take (
      snapshot,
      quo_annotation_new (&(QuoAnnotation){
          .base = { .id = id }, .layer = layer, .type = type, .ranges = &range, .n_ranges = 1 }));
}

static void
take_relation (QuoSnapshot *snapshot, const char *id, const char *layer, const char *quote,
               const char *source, const char *second)
{
  const char *quotes[] = { quote }, *sources[] = { source, second };
  const QuoRole roles[] = { { "quote", quotes, 1 }, { "source", sources, second != NULL ? 2 : 1 } };

  quo_snapshot_take (snapshot, quo_relation_new (&(QuoRelation){ .base = { .id = id },
                                                                 .layer = layer,
                                                                 .type = "quotation",
                                                                 .roles = roles,
                                                                 .n_roles = 2 }));
}

static QuoSnapshot *
make_snapshot (const char *utf8)
{
  g_autoptr (QuoText) text = quo_text_new (utf8);
  g_autoptr (QuoArticle) article = quo_article_new (text);

  return quo_snapshot_new (article, NULL);
}

/* Each id says where the annotation belongs; all are taken in an order that is wrong everywhere. */
static void
test_sort (void)
{
  static const char *const expected[] = { "a-start", "b-longest", "c-layerless", "d-unknown",
                                          "e-first", "f-cue",     "g-person",    "h-person" };
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (NULL, NULL);

  take_layer (snapshot, "L2");
  take_layer (snapshot, "L1");
  take_annotation (snapshot, "h-person", "L1", "person", 5, 9);
  take_annotation (snapshot, "g-person", "L1", "person", 5, 9);
  take_annotation (snapshot, "f-cue", "L1", "cue", 5, 9);
  take_annotation (snapshot, "e-first", "L2", "place", 5, 9);
  take_annotation (snapshot, "d-unknown", "L9", "x", 5, 9);
  take_annotation (snapshot, "c-layerless", NULL, "x", 5, 9);
  take_annotation (snapshot, "b-longest", "L1", "x", 5, 10);
  take_annotation (snapshot, "a-start", "L1", "x", 4, 5);
  for (guint round = 0; round < 2; round++)
    {
      quo_snapshot_sort (snapshot);
      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        {
          const QuoAnnotation *a = quo_snapshot_get_annotation (snapshot, i);
          /* Both that have no layer of the list come before the listed ones, by type and id. */
          g_assert_cmpstr (a->base.id, ==, expected[i]);
        }
    }
  g_assert_cmpint (quo_annotation_compare (quo_snapshot_get_annotation (snapshot, 6),
                                           quo_snapshot_get_annotation (snapshot, 6), NULL),
                   ==, 0);
}

static void
test_find (void)
{
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (NULL, NULL);
  g_autoptr (QuoSnapshot) again = quo_snapshot_ref (snapshot);

  take_layer (snapshot, "L1");
  take_annotation (snapshot, "a", "L1", "person", 0, 1);
  g_assert_true (quo_snapshot_find (snapshot, "a") == quo_snapshot_get_annotation (again, 0));
  g_assert_true (quo_snapshot_find (snapshot, "L1") == quo_snapshot_get_layer (again, 0));
  g_assert_null (quo_snapshot_find (snapshot, "b"));
  g_assert_null (quo_snapshot_find (snapshot, NULL));
  /* While it is being made it may grow after a look-up. The first of two equal ids is found. */
  take_annotation (snapshot, "b", "L1", "person", 2, 3);
  take_annotation (snapshot, "b", "L1", "person", 4, 5);
  g_assert_true (quo_snapshot_find (snapshot, "b") == quo_snapshot_get_annotation (again, 1));
  g_assert_cmpuint (quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION), ==, 3);
  g_assert_cmpuint (quo_snapshot_count (snapshot, QUO_RECORD_NOTE), ==, 0);
}

static gpointer
find_all (gpointer data)
{
  QuoSnapshot *snapshot = data;
  guint n = 0;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      const QuoRecord *record = quo_snapshot_find (snapshot, id);

      n += record != NULL && strcmp (record->id, id) == 0;
    }
  return GUINT_TO_POINTER (n);
}

static void
test_find_threads (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (NULL, NULL);
      GThread *threads[4];

      for (guint i = 0; i < 500; i++)
        {
          g_autofree char *id = g_strdup_printf ("a%u", i);
          take_annotation (snapshot, id, NULL, "person", i, i + 1);
        }
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("find", find_all, snapshot);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 500);
    }
}

typedef struct
{
  const char *name;
  QuoSpan first, second; /* second empty: one range */
  const char *quote, *pre, *suf, *excerpt;
} Saying;

static const char saying_text[]
    = "Plan 🚋\r\n\r\n“We will\r\nbuild  it,” Jana Köhler said, “and soon.” End";

static const Saying sayings[] = {
  { "start", { 0, 4 }, { 0, 0 }, "Plan", NULL, " 🚋\r\n\r\n“We will\r\nbuild  i", "Plan" },
  { "middle",
    { 37, 48 },
    { 0, 0 },
    "Köhler said",
    " will\r\nbuild  it,” Jana ",
    ", “and soon.” End",
    "Köhler said" },
  { "lines",
    { 10, 29 },
    { 0, 0 },
    "“We will\r\nbuild  it",
    "Plan 🚋\r\n\r\n",
    ",” Jana Köhler said, “an",
    "“We will build it" },
  { "parts",
    { 10, 31 },
    { 50, 61 },
    "“We will\r\nbuild  it,”",
    "Plan 🚋\r\n\r\n",
    " End",
    "“We will build it,” … “and soon.”" },
  { "end", { 62, 65 }, { 0, 0 }, "End", "öhler said, “and soon.” ", NULL, "End" },
};

static QuoAnnotation *
make_saying (const Saying *saying)
{
  const QuoSpan ranges[] = { saying->first, saying->second };

  return quo_annotation_new (&(QuoAnnotation){
      .base = { .id = "a" },
      .ranges = ranges,
      .n_ranges = quo_span_is_empty (saying->second) ? 1 : 2,
  });
}

static void
test_saying (gconstpointer data)
{
  const Saying *saying = data;
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (saying_text);
  g_autoptr (QuoAnnotation) a = make_saying (saying);
  g_autofree char *quote = quo_snapshot_dup_quote (snapshot, a, 0);
  g_autofree char *pre = quo_snapshot_dup_pre (snapshot, a);
  g_autofree char *suf = quo_snapshot_dup_suf (snapshot, a);
  g_autofree char *excerpt = quo_snapshot_dup_excerpt (snapshot, a);

  g_assert_cmpstr (quote, ==, saying->quote);
  g_assert_cmpstr (pre, ==, saying->pre);
  g_assert_cmpstr (suf, ==, saying->suf);
  g_assert_cmpstr (excerpt, ==, saying->excerpt);
}

/* What was kept is said, whatever the text says now. */
static void
test_kept (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (saying_text);
  const QuoSpan ranges[] = { { 0, 4 }, { 5, 6 } };
  const char *quotes[] = { " Plot\n", NULL };
  QuoAnnotation fields = { .base = { .id = "a" },
                           .ranges = ranges,
                           .n_ranges = 2,
                           .quotes = quotes,
                           .pre = "before",
                           .is_kept = TRUE };
  g_autoptr (QuoAnnotation) a = quo_annotation_new (&fields);
  g_autofree char *quote = quo_snapshot_dup_quote (snapshot, a, 0);
  g_autofree char *none = quo_snapshot_dup_quote (snapshot, a, 1);
  g_autofree char *pre = quo_snapshot_dup_pre (snapshot, a);
  g_autofree char *suf = quo_snapshot_dup_suf (snapshot, a);
  g_autofree char *excerpt = quo_snapshot_dup_excerpt (snapshot, a);

  g_assert_cmpstr (quote, ==, " Plot\n");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (pre, ==, "before");
  g_assert_null (suf);
  g_assert_cmpstr (excerpt, ==, "Plot … ");
}

/* A sidecar alone: nothing is known that was not kept. */
static void
test_no_article (void)
{
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (NULL, NULL);
  g_autoptr (QuoAnnotation) a = make_saying (&sayings[1]);
  g_autofree char *quote = quo_snapshot_dup_quote (snapshot, a, 0);

  g_assert_cmpstr (quote, ==, "");
  g_assert_null (quo_snapshot_dup_pre (snapshot, a));
  g_assert_null (quo_snapshot_dup_suf (snapshot, a));
}

static QuoSnapshot *
make_layers (void)
{
  QuoSnapshot *snapshot = make_snapshot (saying_text);

  take_layer (snapshot, "L1");
  take_layer (snapshot, "L2");
  quo_snapshot_take (snapshot, quo_entity_new (&(QuoEntity){ .base = { .id = "E1" } }));
  take_annotation (snapshot, "q1", "L1", "quote", 10, 30);
  take_annotation (snapshot, "p1", "L1", "person", 32, 40);
  take_annotation (snapshot, "q2", "L2", "quote", 10, 30);
  take_annotation (snapshot, "free", NULL, "quote", 10, 30);
  take_relation (snapshot, "whole", "L1", "q1", "p1", "E1");
  take_relation (snapshot, "partly", "L1", "q1", "q2", "E1");
  take_relation (snapshot, "no-source", "L1", "q1", "q2", "gone");
  take_relation (snapshot, "none", "L1", "q2", "free", NULL);
  take_relation (snapshot, "other", "L2", "q2", "E1", NULL);
  quo_snapshot_take (snapshot, quo_note_new (&(QuoNote){ .base = { .id = "n1" }, .layer = "L1" }));
  quo_snapshot_take (snapshot, quo_note_new (&(QuoNote){ .base = { .id = "n2" }, .layer = "L2" }));
  return snapshot;
}

static void
test_filter (void)
{
  g_autoptr (QuoSnapshot) all = make_layers ();
  g_autoptr (QuoSnapshot) one = quo_snapshot_filter_layer (all, "L1");
  const QuoRelation *relation;

  g_assert_true (one->article == all->article);
  g_assert_true (one->header == all->header);
  g_assert_cmpuint (quo_snapshot_count (one, QUO_RECORD_LAYER), ==, 2);
  g_assert_cmpuint (quo_snapshot_count (one, QUO_RECORD_ENTITY), ==, 1);
  g_assert_cmpuint (quo_snapshot_count (one, QUO_RECORD_ANNOTATION), ==, 2);
  g_assert_cmpuint (quo_snapshot_count (one, QUO_RECORD_NOTE), ==, 1);
  g_assert_cmpuint (quo_snapshot_count (one, QUO_RECORD_RELATION), ==, 3);
  g_assert_null (quo_snapshot_find (one, "q2"));
  /* Nothing lost: the same record. */
  g_assert_true (quo_snapshot_find (one, "whole") == quo_snapshot_find (all, "whole"));
  relation = quo_snapshot_find (one, "partly");
  g_assert_cmpuint (relation->roles[1].n_members, ==, 1);
  g_assert_cmpstr (relation->roles[1].members[0], ==, "E1");
  relation = quo_snapshot_find (one, "no-source");
  g_assert_cmpuint (relation->n_roles, ==, 1);
  g_assert_cmpstr (relation->roles[0].name, ==, "quote");
  g_assert_null (quo_snapshot_find (one, "none"));
  g_assert_null (quo_snapshot_find (one, "other"));
}

static void
test_header (void)
{
  g_autoptr (QuoHeader) header = quo_header_new (), copy = NULL;
  g_autoptr (QuoSnapshot) snapshot = NULL;

  g_assert_cmpstr (header->version, ==, "1.0");
  g_assert_cmpint (header->length, ==, -1);
  g_assert_cmpint (header->bytes, ==, -1);
  header->extra = g_strdup ("\"x-a\": 1");
  header->tagset_name = g_strdup ("news");
  header->length = 812;
  copy = quo_header_copy (header);
  g_clear_pointer (&header->extra, g_free);
  g_assert_cmpstr (copy->extra, ==, "\"x-a\": 1");
  g_assert_true (copy->tagset_name != header->tagset_name);
  g_assert_cmpstr (copy->tagset_name, ==, "news");
  g_assert_cmpint (copy->length, ==, 812);
  g_assert_null (copy->generator);
  snapshot = quo_snapshot_new (NULL, copy);
  g_assert_true (snapshot->header == copy);
  g_assert_cmpint (copy->ref_count, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/snapshot/sort", test_sort);
  g_test_add_func ("/core/snapshot/find", test_find);
  g_test_add_func ("/core/snapshot/find-threads", test_find_threads);
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autofree char *path = g_strconcat ("/core/snapshot/saying/", sayings[i].name, NULL);
      g_test_add_data_func (path, &sayings[i], test_saying);
    }
  g_test_add_func ("/core/snapshot/kept", test_kept);
  g_test_add_func ("/core/snapshot/no-article", test_no_article);
  g_test_add_func ("/core/snapshot/filter", test_filter);
  g_test_add_func ("/core/snapshot/header", test_header);
  return g_test_run ();
}
