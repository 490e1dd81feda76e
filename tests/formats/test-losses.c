/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is lost on the way out is told, and nothing else is: of one small article that has a thing
 * of each kind. */

#include "quo-config.h"

#include "format-fixture.h"

#include <string.h>

static const QuoValue yes[] = { { "true", QUO_VALUE_FLAG } };
static const QuoValue either[] = { { "one|other", QUO_VALUE_STRING } };
static const QuoValue nothing[] = { { "", QUO_VALUE_STRING } };
static const QuoAttr checked[] = { { "checked", yes, 1, FALSE } };

static void
add_annotation (QuoSnapshot *snapshot, const char *id, const char *type, QuoSpan range)
{
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){
                                   .base = { .id = id },
                                   .layer = "L1",
                                   .type = type,
                                   .ranges = &range,
                                   .n_ranges = 1,
                               }));
}

/* A quote, and who said it: the relation has an attribute and a note. */
static QuoSnapshot *
make_quotation (void)
{
  static const char *const quote[] = { "q" }, *const source[] = { "p" };
  static const QuoRole roles[] = { { "quote", quote, 1 }, { "source", source, 1 } };
  g_autoptr (QuoText) text = quo_text_new ("“Yes,” said Ada.");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  add_annotation (snapshot, "q", "quote", QUO_SPAN (0, 6));
  add_annotation (snapshot, "p", "person", QUO_SPAN (12, 15));
  quo_snapshot_take (snapshot, quo_relation_new (&(QuoRelation){
                                   .base = { .id = "R1" },
                                   .layer = "L1",
                                   .type = "quotation",
                                   .roles = roles,
                                   .n_roles = 2,
                                   .attrs = checked,
                                   .n_attrs = 1,
                                   .note = "heard by two",
                               }));
  return snapshot;
}

/* (transfer full): what the format says, a line a kind. */
static char *
dup_losses (const char *format, const char *options, QuoSnapshot *snapshot)
{
  g_autoptr (QuoReport) report = quo_report_new ();
  GString *lines = g_string_new (NULL);

  quo_target_free (fixture_write (quo_formats_find (format), snapshot, options, report));
  for (guint i = 0; i < quo_report_get_length (report); i++)
    {
      g_autofree char *line = quo_report_dup_line (report, i);

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

/* Label Studio and doccano have notes on annotations; those on relations were lost without a word,
 * and so were the attributes of relations where those of annotations are written. */
static void
test_relations (void)
{
  static const char *const formats[][2]
      = { { "doccano", NULL }, { "labelstudio", NULL }, { "labelstudio", "attrs=yes" } };
  g_autoptr (QuoSnapshot) snapshot = make_quotation ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *losses = dup_losses (formats[i][0], formats[i][1], snapshot);

      g_assert_cmpstr (losses, ==,
                       "1 attribute of a relation was left out\n"
                       "1 note on a relation was left out\n");
    }
}

/* A place that has all an identity can have, and its annotation. */
static QuoSnapshot *
make_place (void)
{
  static const char *const aliases[] = { "Praha" }, *const entities[] = { "E1" };
  static const QuoExternalId ids[] = { { "geonames", "3067696" }, { "viaf", "153" } };
  const QuoSpan range = { 0, 6 };
  g_autoptr (QuoText) text = quo_text_new ("Prague.");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  quo_snapshot_take (snapshot, quo_entity_new (&(QuoEntity){
                                   .base = { .id = "E1" },
                                   .type = "place",
                                   .name = "Prague",
                                   .aliases = aliases,
                                   .n_aliases = 1,
                                   .ids = ids,
                                   .n_ids = 2,
                                   .attrs = checked,
                                   .n_attrs = 1,
                                   .lat = "50.1",
                                   .lon = "14.4",
                                   .note = "on both banks",
                               }));
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){
                                   .base = { .id = "a" },
                                   .layer = "L1",
                                   .type = "place",
                                   .ranges = &range,
                                   .n_ranges = 1,
                                   .entities = entities,
                                   .n_entities = 1,
                               }));
  return snapshot;
}

#define ENTITY_DETAILS(n) n " notes, attributes or aliases of identities were left out\n"
#define ONE_NAME "1 name of an identity was left out\n"
#define ONE_ID "1 identifier of an identity was left out\n"
#define ONE_PLACE "1 pair of coordinates was left out\n"

/* The note is lost by some only, which was told of all.  Ids for which a table has no column,
 * attributes of identities in a table of just these, and the name and place where one address is
 * all that is written, went without a word. */
static void
test_entities (void)
{
  static const char *const formats[][2] = {
    { "csv-annotations", ENTITY_DETAILS ("3") ONE_ID },
    { "csv-entities", "1 note, attribute or alias of an identity was left out\n" ONE_ID },
    { "nif", ENTITY_DETAILS ("3") ONE_NAME ONE_ID ONE_PLACE },
    { "geojson", ENTITY_DETAILS ("3") },
    { "tei", ENTITY_DETAILS ("2") },
    { "cas", ENTITY_DETAILS ("2") },
    { "bdocjs", ENTITY_DETAILS ("2") },
  };
  g_autoptr (QuoSnapshot) snapshot = make_place ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *losses = dup_losses (formats[i][0], NULL, snapshot);

      g_assert_cmpstr (losses, ==, formats[i][1]);
    }
}

/* A person without an id that one annotation stands for: brat has nothing to say that with. With
 * two there is a list of aliases, though without the name. */
static void
test_brat_entities (void)
{
  static const char *const entities[] = { "E1" };
  const QuoSpan ranges[] = { { 0, 3 }, { 4, 7 } };
  g_autoptr (QuoText) text = quo_text_new ("Ada Ada");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  static const char *const ids[] = { "a", "b" };
  static const char *const expected[]
      = { "1 annotation no longer tells whom or what it stands for\n", ONE_NAME };

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  quo_snapshot_take (snapshot, quo_entity_new (&(QuoEntity){
                                   .base = { .id = "E1" }, .type = "person", .name = "Lady" }));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *losses = NULL;

      quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){
                                       .base = { .id = ids[i] },
                                       .layer = "L1",
                                       .type = "person",
                                       .ranges = &ranges[i],
                                       .n_ranges = 1,
                                       .entities = entities,
                                       .n_entities = 1,
                                   }));
      losses = dup_losses ("brat", NULL, snapshot);
      g_assert_cmpstr (losses, ==, expected[i]);
    }
}

/* In a table | stands between values, and an empty cell is that of no value. */
static void
test_bars (void)
{
  static const QuoAttr attrs[] = { { "empty", nothing, 1, FALSE }, { "topic", either, 1, FALSE } };
  static const char *const aliases[] = { "A|B" }, *const entities[] = { "E1" };
  const QuoSpan range = { 0, 3 };
  g_autoptr (QuoText) text = quo_text_new ("Ada");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autofree char *annotations = NULL, *names = NULL;

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  quo_snapshot_take (snapshot, quo_entity_new (&(QuoEntity){
                                   .base = { .id = "E1" },
                                   .type = "person",
                                   .name = "Ada|Eve",
                                   .aliases = aliases,
                                   .n_aliases = 1,
                               }));
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){
                                   .base = { .id = "a" },
                                   .layer = "L1",
                                   .type = "person",
                                   .ranges = &range,
                                   .n_ranges = 1,
                                   .entities = entities,
                                   .n_entities = 1,
                                   .attrs = attrs,
                                   .n_attrs = 2,
                               }));
  annotations = dup_losses ("csv-annotations", NULL, snapshot);
  names = dup_losses ("csv-entities", NULL, snapshot);
  g_assert_cmpstr (annotations, ==,
                   "1 attribute that is false or empty was left out\n"
                   "2 values have a | in them, which will be read as several values\n"
                   "1 note, attribute or alias of an identity was left out\n");
  g_assert_cmpstr (names, ==, "1 value has a | in it, which will be read as several values\n");
}

/* PDNC tells the speaker of a quote; what else was known of both went without a word. */
static void
test_pdnc (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_quotation ();
  g_autofree char *losses = dup_losses ("pdnc", NULL, snapshot);

  g_assert_cmpstr (losses, ==,
                   "1 attribute of a relation was left out\n"
                   "1 note on a relation was left out\n"
                   "1 annotation that is no quote was left out\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/losses/relations", test_relations);
  g_test_add_func ("/losses/entities", test_entities);
  g_test_add_func ("/losses/brat-entities", test_brat_entities);
  g_test_add_func ("/losses/bars", test_bars);
  g_test_add_func ("/losses/pdnc", test_pdnc);
  return g_test_run ();
}
