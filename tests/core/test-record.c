/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: nothing of what they were made from is shared, every member counts in a comparison. */
#include "quo-record.h"

#include <string.h>

/* Strings on the stack, so that a record that keeps a pointer into its source is seen at once. */
typedef struct
{
  char id[8], layer[4], type[8], by[4], note[8], conf[8], extra[16];
  char name[8], text[12], entity[4], pre[4], suf[4], quote[8];
} Words;

static const Words words = { "k3f9q2", "L1",       "place", "ann", "a note", "0.83",  "\"x-a\":1",
                             "form",   "indirect", "E1",    "pre", "suf",    "BERLIN" };

/* A full annotation made from @w; the arrays live as long as the caller's frame needs. */
static QuoAnnotation *
make_annotation (Words *w)
{
  const QuoSpan ranges[] = { { 34, 40 }, { 50, 56 } };
  const char *quotes[] = { w->quote, w->quote }, *entities[] = { w->entity, "E2" };
  const QuoValue values[] = { { w->text, QUO_VALUE_STRING }, { "1e3", QUO_VALUE_NUMBER } };
  const QuoAttr attrs[] = { { w->name, values, 2, TRUE } };
  const QuoFrom from = { "sugg", "said-clause", "0.83", "brat", "T12", "\"y\":2" };
  const QuoAnnotation fields = {
    .base = { .id = w->id, .extra = w->extra },
    .layer = w->layer,
    .type = w->type,
    .ranges = ranges,
    .n_ranges = 2,
    .quotes = quotes,
    .pre = w->pre,
    .suf = w->suf,
    .entities = entities,
    .n_entities = 2,
    .attrs = attrs,
    .n_attrs = 1,
    .status = QUO_STATUS_SUGGESTED,
    .is_orphan = TRUE,
    .is_kept = TRUE,
    .note = w->note,
    .conf = w->conf,
    .by = w->by,
    .created = 20260303091402,
    .modified = 20260303091403,
    .from = &from,
  };

  return quo_annotation_new (&fields);
}

static void
check_annotation (const QuoAnnotation *a)
{
  g_assert_cmpint (a->base.kind, ==, QUO_RECORD_ANNOTATION);
  g_assert_cmpstr (a->base.id, ==, "k3f9q2");
  g_assert_cmpstr (a->base.extra, ==, "\"x-a\":1");
  g_assert_cmpstr (a->layer, ==, "L1");
  g_assert_cmpstr (a->type, ==, "place");
  g_assert_cmpuint (a->ranges[1].start, ==, 50);
  g_assert_cmpstr (a->quotes[1], ==, "BERLIN");
  g_assert_cmpstr (a->pre, ==, "pre");
  g_assert_cmpstr (a->suf, ==, "suf");
  g_assert_cmpstr (a->entities[0], ==, "E1");
  g_assert_cmpstr (a->entities[1], ==, "E2");
  g_assert_cmpstr (a->attrs[0].name, ==, "form");
  g_assert_true (a->attrs[0].is_list);
  g_assert_cmpstr (a->attrs[0].values[0].text, ==, "indirect");
  g_assert_cmpint (a->attrs[0].values[1].kind, ==, QUO_VALUE_NUMBER);
  g_assert_cmpstr (a->note, ==, "a note");
  g_assert_cmpstr (a->conf, ==, "0.83");
  g_assert_cmpstr (a->by, ==, "ann");
  g_assert_cmpint (a->created, ==, 20260303091402);
  g_assert_cmpstr (a->from->rule, ==, "said-clause");
  g_assert_cmpstr (a->from->ref, ==, "T12");
  g_assert_cmpstr (a->from->extra, ==, "\"y\":2");
}

static void
test_copies (void)
{
  Words w = words;
  g_autoptr (QuoAnnotation) a = make_annotation (&w);
  QuoAnnotation *again = quo_record_ref (a);

  memset (&w, 'Z', sizeof w);
  check_annotation (a);
  quo_record_unref (again);
  check_annotation (a);
}

/* A changed copy of a record may use all of the old one, which may then go. */
static void
test_with (void)
{
  Words w = words;
  QuoAnnotation *old = make_annotation (&w);
  QuoAnnotation fields = *old;
  g_autoptr (QuoAnnotation) changed = NULL;

  fields.conf = NULL;
  changed = quo_annotation_new (&fields);
  g_assert_cmpint (changed->base.ref_count, ==, 1);
  g_assert_false (quo_record_equal (old, changed));
  quo_record_unref (old);
  g_assert_null (changed->conf);
  g_assert_cmpstr (changed->note, ==, "a note");
  g_assert_cmpstr (changed->entities[1], ==, "E2");
}

/* What is derived from the text is not kept, and costs nothing. */
static void
test_not_kept (void)
{
  Words w = words;
  g_autoptr (QuoAnnotation) kept = make_annotation (&w), lean = NULL;
  QuoAnnotation fields = *kept;

  fields.is_kept = FALSE;
  lean = quo_annotation_new (&fields);
  g_assert_null (lean->quotes);
  g_assert_null (lean->pre);
  g_assert_null (lean->suf);
  g_assert_cmpuint (quo_record_get_size (lean), <, quo_record_get_size (kept));
}

static void
test_interned (void)
{
  Words w = words, v = words;
  g_autoptr (QuoAnnotation) a = make_annotation (&w), b = make_annotation (&v);

  g_assert_true (a->layer == b->layer);
  g_assert_true (a->type == b->type);
  g_assert_true (a->by == b->by);
  g_assert_true (a->attrs[0].name == b->attrs[0].name);
  g_assert_true (a->layer == g_intern_string ("L1"));
  g_assert_true (a->base.id != b->base.id);
}

/* Two equal annotations; then one member at a time is made another. */
static void
test_equal (void)
{
  Words w = words;
  g_autoptr (QuoAnnotation) a = make_annotation (&w);
  const QuoSpan other_ranges[] = { { 34, 40 }, { 50, 57 } };
  const char *other_strings[] = { "BERLIN", "Berlin" };
  const QuoValue other_values[] = { { "direct", QUO_VALUE_STRING }, { "1e3", QUO_VALUE_NUMBER } };
  const QuoValue other_kinds[] = { { "indirect", QUO_VALUE_STRING }, { "1e3", QUO_VALUE_STRING } };
  const QuoAttr other_attrs[] = { { "form", other_values, 2, TRUE },
                                  { "form", other_kinds, 2, TRUE },
                                  { "form", a->attrs[0].values, 2, FALSE },
                                  { "form", a->attrs[0].values, 1, TRUE },
                                  { "shape", a->attrs[0].values, 2, TRUE } };
  QuoFrom others[6];
  QuoAnnotation variants[40];
  guint n = 0;

#define VARIANT(member, value)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    variants[n] = *a;                                                                              \
    variants[n++].member = (value);                                                                \
  }                                                                                                \
  G_STMT_END
  VARIANT (base.id, "other");
  VARIANT (base.extra, NULL);
  VARIANT (layer, "L2");
  VARIANT (type, NULL);
  VARIANT (ranges, other_ranges);
  VARIANT (n_ranges, 1);
  VARIANT (quotes, other_strings);
  VARIANT (quotes, NULL);
  VARIANT (pre, "");
  VARIANT (suf, NULL);
  VARIANT (entities, other_strings);
  VARIANT (n_entities, 1);
  VARIANT (n_attrs, 0);
  for (guint i = 0; i < G_N_ELEMENTS (other_attrs); i++)
    VARIANT (attrs, &other_attrs[i]);
  VARIANT (status, QUO_STATUS_NONE);
  VARIANT (is_orphan, FALSE);
  VARIANT (is_kept, FALSE);
  VARIANT (note, "A note");
  VARIANT (conf, "0.830");
  VARIANT (by, "ben");
  VARIANT (created, 0);
  VARIANT (modified, 20260303091404);
  VARIANT (from, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = *a->from;
  others[0].agent = "x";
  others[1].rule = "x";
  others[2].score = "x";
  others[3].format = "x";
  others[4].ref = "x";
  others[5].extra = "x";
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    VARIANT (from, &others[i]);
#undef VARIANT

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuoAnnotation) same = make_annotation (&w);
      g_autoptr (QuoAnnotation) other = quo_annotation_new (&variants[i]);

      g_test_message ("variant %u", i);
      g_assert_true (quo_record_equal (a, same));
      g_assert_false (quo_record_equal (a, other));
      g_assert_false (quo_record_equal (other, a));
    }
  g_assert_true (quo_record_equal (a, a));
}

static void
test_entity (void)
{
  const char *aliases[] = { "Köhler", "J. Köhler" };
  const QuoExternalId ids[] = { { "geonames", "2950159" }, { "wikidata", "Q64" } };
  const QuoExternalId other_ids[] = { { "geonames", "2950159" }, { "wikidata", "Q65" } };
  QuoEntity fields = {
    .base = { .id = "E1" },
    .type = "person",
    .name = "Jana Köhler",
    .aliases = aliases,
    .n_aliases = 2,
    .ids = ids,
    .n_ids = 2,
    .lat = "52.52437",
    .lon = "13.41053",
    .note = "n",
    .created = 20260303091402,
  };
  g_autoptr (QuoEntity) a = quo_entity_new (&fields), b = quo_entity_new (&fields), other = NULL;

  g_assert_cmpint (a->base.kind, ==, QUO_RECORD_ENTITY);
  g_assert_true (a->aliases != aliases && a->ids != ids);
  g_assert_cmpstr (a->aliases[1], ==, "J. Köhler");
  g_assert_cmpstr (a->ids[1].value, ==, "Q64");
  g_assert_true (a->ids[0].name == g_intern_string ("geonames"));
  g_assert_null (a->from);
  g_assert_true (quo_record_equal (a, b));
  fields.ids = other_ids;
  other = quo_entity_new (&fields);
  g_assert_false (quo_record_equal (a, other));
}

static void
test_relation (void)
{
  const char *quotes[] = { "q9n4vv" }, *sources[] = { "r5d8kk", "E3" };
  const QuoRole roles[] = { { "quote", quotes, 1 }, { "source", sources, 2 } };
  const QuoRole fewer[] = { { "quote", quotes, 1 }, { "source", sources, 1 } };
  const QuoRole swapped[] = { { "quote", quotes, 1 }, { "source", sources + 1, 1 } };
  QuoRelation fields = { .base = { .id = "R2" }, .type = "quotation", .roles = roles };
  g_autoptr (QuoRelation) a = NULL, b = NULL, other = NULL, third = NULL;

  fields.n_roles = 2;
  a = quo_relation_new (&fields);
  b = quo_relation_new (&fields);
  g_assert_true (quo_record_equal (a, b));
  g_assert_cmpstr (quo_relation_find_role (a, "source")->members[1], ==, "E3");
  g_assert_null (quo_relation_find_role (a, "cue"));
  g_assert_true (quo_role_has (&a->roles[1], "r5d8kk"));
  g_assert_false (quo_role_has (&a->roles[1], "q9n4vv"));
  g_assert_false (quo_role_has (NULL, "q9n4vv"));
  fields.roles = fewer;
  other = quo_relation_new (&fields);
  g_assert_false (quo_record_equal (a, other));
  fields.roles = swapped;
  third = quo_relation_new (&fields);
  g_assert_false (quo_record_equal (other, third));
  g_assert_cmpuint (quo_record_get_size (other), <, quo_record_get_size (a));
}

static void
test_small_kinds (void)
{
  g_autoptr (QuoAgent) agent = quo_agent_new (
      &(QuoAgent){ .base = { .id = "anna" }, .type = "person", .name = "Anna K." });
  g_autoptr (QuoLayer) layer = quo_layer_new (
      &(QuoLayer){ .base = { .id = "L1" }, .title = "first", .by = "anna", .state = "done" });
  g_autoptr (QuoNote) note = quo_note_new (
      &(QuoNote){ .base = { .id = "L1" }, .layer = "L1", .text = "t", .created = 1 });
  g_autoptr (QuoNote) other = quo_note_new (
      &(QuoNote){ .base = { .id = "L1" }, .layer = "L1", .text = "u", .created = 1 });

  g_assert_cmpint (agent->base.kind, ==, QUO_RECORD_AGENT);
  g_assert_cmpstr (agent->name, ==, "Anna K.");
  g_assert_null (agent->uri);
  g_assert_cmpint (layer->base.kind, ==, QUO_RECORD_LAYER);
  g_assert_cmpstr (layer->state, ==, "done");
  g_assert_cmpint (note->base.kind, ==, QUO_RECORD_NOTE);
  g_assert_false (quo_record_equal (note, layer)); /* one id, two kinds */
  g_assert_false (quo_record_equal (note, other));
}

/* A typical annotation of 224 bytes of JSON must not take more than 1.2 times that. */
static void
test_size (void)
{
  static const char json[] = "{\"id\":\"k3f9q2\",\"layer\":\"L1\",\"type\":\"place\",\"at\":[[34,"
                             "40]],\"quote\":[\"BERLIN\"],"
                             "\"pre\":\"efends the tram plan 🚋\\n\\n\",\"suf\":\" — “We will build "
                             "the li\",\"entity\":\"E2\","
                             "\"created\":\"2026-03-03T09:14:02Z\"},\n";
  const QuoSpan range = { 34, 40 };
  const char *entity = "E2";
  g_autoptr (QuoAnnotation) a = quo_annotation_new (&(QuoAnnotation){
      .base = { .id = "k3f9q2" },
      .layer = "L1",
      .type = "place",
      .ranges = &range,
      .n_ranges = 1,
      .entities = &entity,
      .n_entities = 1,
      .created = 20260303091402,
  });

  g_assert_cmpuint (quo_record_get_size (a) * 10, <=, (sizeof json - 1) * 12);
}

static void
test_lookups (void)
{
  Words w = words;
  g_autoptr (QuoAnnotation) a = make_annotation (&w);
  const QuoAttr empty = { "tags", NULL, 0, TRUE };
  QuoSpan hull = quo_annotation_get_hull (a);

  g_assert_cmpuint (hull.start, ==, 34);
  g_assert_cmpuint (hull.end, ==, 56);
  g_assert_true (quo_annotation_has_entity (a, "E2"));
  g_assert_false (quo_annotation_has_entity (a, "E3"));
  g_assert_true (quo_attrs_find (a->attrs, a->n_attrs, "form") == a->attrs);
  g_assert_null (quo_attrs_find (a->attrs, a->n_attrs, "shape"));
  g_assert_cmpstr (quo_attrs_get_text (a->attrs, a->n_attrs, "form"), ==, "indirect");
  g_assert_null (quo_attrs_get_text (a->attrs, a->n_attrs, "shape"));
  g_assert_null (quo_attrs_get_text (&empty, 1, "tags"));
}

static gpointer
ref_and_unref (gpointer record)
{
  for (guint i = 0; i < 20000; i++)
    quo_record_unref (quo_record_ref (record));
  return NULL;
}

static void
test_threads (void)
{
  Words w = words;
  g_autoptr (QuoAnnotation) a = make_annotation (&w);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ref", ref_and_unref, a);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (a->base.ref_count, ==, 1);
}

static void
test_new_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *id = quo_id_new ();

      g_assert_cmpuint (strlen (id), ==, 7);
      g_assert_true (g_ascii_islower (id[0]));
      g_assert_true (quo_id_is_valid (id, 7));
      g_assert_cmpuint (strspn (id, "abcdefghijkmnpqrstuvwxyz23456789"), ==, 7);
      g_hash_table_add (seen, id);
    }
  /* 24 * 32^6 ids: two equal ones among a thousand are a chance of one in 50,000. */
  g_assert_cmpuint (g_hash_table_size (seen), >=, 999);
}

static void
test_valid_ids (void)
{
  g_autofree char *longest = g_strnfill (65, 'a');

  g_assert_true (quo_id_is_valid ("A", 1));
  g_assert_true (quo_id_is_valid ("a-B_9", 5));
  g_assert_true (quo_id_is_valid (longest, 64));
  g_assert_false (quo_id_is_valid (longest, 65));
  g_assert_false (quo_id_is_valid ("", 0));
  g_assert_false (quo_id_is_valid ("9a", 2));
  g_assert_false (quo_id_is_valid ("_a", 2));
  g_assert_false (quo_id_is_valid ("a b", 3));
  g_assert_false (quo_id_is_valid ("aé", 3));
  g_assert_true (quo_id_is_valid ("a b", 1));
}

static const struct
{
  const char *text;
  QuoTime time;
} times[] = {
  { "2026-03-03T09:14:02Z", 20260303091402 },
  { "0001-01-01T00:00:00Z", 10101000000 },
  { "2026-99-99T99:99:99Z", 20269999999999 },
  { "2026-03-03T09:14:02", 0 },
  { "2026-03-03T09:14:02+", 0 },
  { "2026-03-03 09:14:02Z", 0 },
  { "2026-03-03T09:14:02Zx", 0 },
  { "2026-3-003T09:14:02Z", 0 },
  { "2026-03-03t09:14:02Z", 0 },
  { "", 0 },
};

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      char buffer[21];
      QuoTime time = quo_time_parse (times[i].text, strlen (times[i].text));

      g_assert_cmpuint (time, ==, times[i].time);
      if (time == 0)
        continue;
      quo_time_format (time, buffer);
      g_assert_cmpstr (buffer, ==, times[i].text);
    }
}

static void
test_now (void)
{
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  QuoTime now = quo_time_now ();
  gint64 after = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDateTime) parsed = NULL;
  char buffer[21];

  quo_time_format (now, buffer);
  g_assert_cmpuint (quo_time_parse (buffer, 20), ==, now);
  parsed = g_date_time_new_from_iso8601 (buffer, NULL);
  g_assert_cmpint (g_date_time_to_unix (parsed), >=, before);
  g_assert_cmpint (g_date_time_to_unix (parsed), <=, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record/copies", test_copies);
  g_test_add_func ("/core/record/with", test_with);
  g_test_add_func ("/core/record/not-kept", test_not_kept);
  g_test_add_func ("/core/record/interned", test_interned);
  g_test_add_func ("/core/record/equal", test_equal);
  g_test_add_func ("/core/record/entity", test_entity);
  g_test_add_func ("/core/record/relation", test_relation);
  g_test_add_func ("/core/record/small-kinds", test_small_kinds);
  g_test_add_func ("/core/record/size", test_size);
  g_test_add_func ("/core/record/lookups", test_lookups);
  g_test_add_func ("/core/record/threads", test_threads);
  g_test_add_func ("/core/id/new", test_new_ids);
  g_test_add_func ("/core/id/valid", test_valid_ids);
  g_test_add_func ("/core/time/table", test_times);
  g_test_add_func ("/core/time/now", test_now);
  return g_test_run ();
}
