/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry, options, names of outputs, the choice of a layer. */

#include "quo-config.h"

#include "format-fixture.h"

#include "quo-error.h"

#include <string.h>

static void
test_registry (void)
{
  static const char *const ids[]
      = { "quo",           "brat",         "webannotation", "csv-annotations", "csv-quotes",
          "csv-relations", "csv-entities", "conll",         "doccano",         "prodigy",
          "spacy",         "labelstudio",  "tei",           "geojson",         "agreement",
          "html",          "markdown" };
  const QuoFormat *const *formats = quo_formats_list ();

  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_assert_true (quo_formats_find (formats[i]->id) == formats[i]);
      g_assert_nonnull (formats[i]->title);
      g_assert_nonnull (formats[i]->extensions);
      g_assert_true (formats[i]->write != NULL || formats[i]->read != NULL);
      for (const QuoFormatOption *o = formats[i]->options; o != NULL && o->name != NULL; o++)
        g_assert_true (o->values != NULL && o->title != NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (quo_formats_find (ids[i]));
  g_assert_null (quo_formats_find ("docx"));
  g_assert_null (quo_formats_find (NULL));
  for (guint i = 0; i < QUO_N_CARRIES; i++)
    g_assert_cmpstr (quo_carries_get_name (1u << i), !=, "");
}

/* The table of README names every format. */
static void
test_readme (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "README.md", NULL);
  g_autofree char *readme = NULL;
  const char *table;

  g_assert_true (g_file_get_contents (path, &readme, NULL, NULL));
  table = strstr (readme, "## Formats");
  g_assert_nonnull (table);
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    {
      g_autofree char *word = g_strdup_printf ("`%s`", (*format)->id);
      const char *row = strstr (table, word);
      const char *end = row != NULL ? strchr (row, '\n') : NULL;
      gboolean is_in = (*format)->read != NULL || (*format)->read_labels != NULL;
      const char *ways = is_in && (*format)->write != NULL ? "| in, out |"
                         : is_in                           ? "| in |"
                                                           : "| out |";

      if (end == NULL || g_strstr_len (row, end - row, ways) == NULL)
        g_error ("README has no row `%s` … %s", (*format)->id, ways);
    }
}

static void
check_option (const char *format, const char *name, const char *value, const char *message)
{
  g_autoptr (GError) error = NULL;
  gboolean is_good = quo_format_check_option (quo_formats_find (format), name, value, &error);

  if (message == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (is_good);
      return;
    }
  g_assert_error (error, QUO_ERROR, QUO_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_options (void)
{
  check_option ("webannotation", "offsets", "utf16", NULL);
  check_option ("csv-quotes", "separator", ";", NULL);
  check_option ("csv-quotes", "separator", ":", "takes one of: ,, ;, tab");
  check_option ("brat", "bom", "yes", "it has: conf, status");
  check_option ("quo", "bom", "yes", "has no options");
  g_assert_null (quo_format_options_get (NULL, "bom"));
  g_assert_false (quo_format_options_is (NULL, "bom", "yes"));
}

static void
check_name (const char *format, const char *article, const char *expected)
{
  g_autofree char *name = quo_format_dup_name (quo_formats_find (format), article);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
  check_name ("brat", "/news/rally.txt", "rally.ann");
  check_name ("webannotation", "rally.v2.txt", "rally.v2.jsonld");
  check_name ("csv-quotes", "rally", "rally.quotes.csv");
  check_name ("html", ".hidden", ".hidden.html");
  check_name ("quo", "/news/rally.txt", "rally.txt.quo.json");
}

/* --- Layers --- */

static QuoSnapshot *
make_layers (const char *state1, const char *state2)
{
  g_autoptr (QuoText) text = quo_text_new ("one two three");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);
  const QuoSpan range = { 0, 3 };
  QuoAnnotation fields
      = { .base = { .id = "a" }, .layer = "L1", .type = "x", .ranges = &range, .n_ranges = 1 };

  quo_snapshot_take (snapshot,
                     quo_layer_new (&(QuoLayer){ .base = { .id = "L1" }, .state = state1 }));
  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){
                                   .base = { .id = "L2" }, .title = "Ben", .state = state2 }));
  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L3" } }));
  quo_snapshot_take (snapshot, quo_annotation_new (&fields));
  fields.base.id = "b";
  fields.layer = "L2";
  quo_snapshot_take (snapshot, quo_annotation_new (&fields));
  return snapshot;
}

/* @expected: id of the only annotation left; NULL: refused with @message. */
static void
check_layer (const char *state1, const char *state2, const char *layer, const char *expected,
             const char *message)
{
  g_autoptr (QuoSnapshot) snapshot = make_layers (state1, state2);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) picked
      = quo_format_pick_layer (quo_formats_find ("brat"), snapshot, layer, report, &error);

  if (expected == NULL)
    {
      g_assert_error (error, QUO_ERROR, QUO_ERROR_USAGE);
      g_assert_nonnull (strstr (error->message, message));
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (quo_snapshot_count (picked, QUO_RECORD_ANNOTATION), ==, 1);
  g_assert_cmpstr (quo_snapshot_get_annotation (picked, 0)->base.id, ==, expected);
  g_assert_cmpuint (quo_report_get_length (report), ==, layer != NULL ? 0 : 1);
}

static void
test_layers (void)
{
  check_layer (NULL, NULL, "L2", "b", NULL);
  check_layer (NULL, NULL, "a", NULL, "no layer “a”; there are: L1, L2 (Ben), L3");
  check_layer (NULL, NULL, NULL, NULL, "L1, L2 (Ben)");
  check_layer ("done", "open", NULL, "b", NULL);
  check_layer (NULL, "gold", NULL, "a", NULL);
  check_layer ("done", "gold", NULL, NULL, "choose one of");
}

/* All layers go where they can be told apart; without annotations there is nothing to choose. */
static void
test_all_layers (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_layers (NULL, NULL);
  g_autoptr (QuoSnapshot) all
      = quo_format_pick_layer (quo_formats_find ("html"), snapshot, NULL, NULL, NULL);
  g_autoptr (QuoSnapshot) empty = quo_snapshot_new (snapshot->article, NULL);
  g_autoptr (QuoSnapshot) none
      = quo_format_pick_layer (quo_formats_find ("brat"), empty, NULL, NULL, NULL);

  g_assert_cmpuint (quo_snapshot_count (all, QUO_RECORD_ANNOTATION), ==, 2);
  g_assert_nonnull (none);
}

static void
test_no_article (void)
{
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (NULL, NULL);

  for (const QuoFormat *const *format = quo_formats_list_written (); *format != NULL; format++)
    {
      g_autoptr (QuoTarget) target = quo_target_new_memory ();
      g_autoptr (GError) error = NULL;

      if (g_str_equal ((*format)->id, "quo"))
        continue;
      g_assert_false ((*format)->write (snapshot, target, NULL, NULL, NULL, &error));
      g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/registry", test_registry);
  g_test_add_func ("/formats/readme", test_readme);
  g_test_add_func ("/formats/options", test_options);
  g_test_add_func ("/formats/names", test_names);
  g_test_add_func ("/formats/layers", test_layers);
  g_test_add_func ("/formats/all-layers", test_all_layers);
  g_test_add_func ("/formats/no-article", test_no_article);
  return g_test_run ();
}
