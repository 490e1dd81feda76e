/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a web page with its sidecar: the text is taken out of the page as it was when it was
 * annotated. */

#include "quo-config.h"

#include "opening-fixture.h"

#include "quo-sidecar-writer.h"

#include <string.h>

#define PAGE                                                                                       \
  "<html><body><nav><a href=/>Home</a></nav><article><p>Mayor Ana Ruiz said no to the bridge on "  \
  "Monday, after a night of talks.</p></article></body></html>"

static void
be_page (Opening *fixture)
{
  g_free (fixture->article);
  g_free (fixture->sidecar);
  fixture->article = g_build_filename (fixture->folder, "rally.html", NULL);
  fixture->sidecar = g_build_filename (fixture->folder, "rally.html.quo.json", NULL);
}

static QuoOpening *
open_extent (Opening *fixture, QuoExtent extent)
{
  QuoOpenOptions options = { .has_extent = TRUE, .extent = extent };
  g_autoptr (GError) error = NULL;
  QuoOpening *opening = quo_open_with (fixture->article, &options, NULL, NULL, &error);

  g_assert_no_error (error);
  return opening;
}

static char *
get_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The sidecar says what its offsets count in, and it is read so again. */
static void
test_page (Opening *fixture, gconstpointer data)
{
  const QuoSpan span = { 6, 14 };
  g_autoptr (QuoOpening) opening = NULL;
  g_autofree char *sidecar = NULL;
  g_autofree char *member = NULL;

  be_page (fixture);
  put_file (fixture->article, PAGE, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  sidecar = get_text (fixture->sidecar);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_false (opening->is_reanchored);
  check_quote (opening, "a0", 6, "Ana Ruiz");
  g_assert_nonnull (strstr (sidecar, "\"extractor\":\"quotidian-html 7\""));
  member = g_strdup_printf ("\"textsha256\":\"%s\"", opening->snapshot->article->textsha256);
  g_assert_nonnull (strstr (sidecar, member));
}

/* Another version of the program took out another text. */
static void
test_page_other_text (Opening *fixture, gconstpointer data)
{
  const QuoSpan span = { 6, 14 };
  g_autoptr (QuoOpening) opening = NULL;
  g_autofree char *sidecar = NULL;
  char *digest;

  be_page (fixture);
  put_file (fixture->article, PAGE, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  sidecar = get_text (fixture->sidecar);
  digest = strstr (sidecar, "\"textsha256\":\"") + strlen ("\"textsha256\":\"");
  *digest = *digest == 'a' ? 'b' : 'a';
  put_file (fixture->sidecar, sidecar, -1);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_true (opening->is_reanchored);
  check_quote (opening, "a0", 6, "Ana Ruiz");
}

/* The same annotations in the story and in the whole page. */
static void
test_page_extent (Opening *fixture, gconstpointer data)
{
  const QuoSpan span = { 6, 14 };
  g_autoptr (QuoOpening) opening = NULL;
  g_autoptr (GBytes) bytes = NULL;

  be_page (fixture);
  put_file (fixture->article, PAGE, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  opening = open_extent (fixture, QUO_EXTENT_PAGE);
  g_assert_true (opening->is_reanchored);
  check_quote (opening, "a0", 12, "Ana Ruiz");
  bytes = quo_sidecar_write (opening->snapshot, NULL);
  put_file (fixture->sidecar, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  quo_opening_free (g_steal_pointer (&opening));
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_false (opening->is_reanchored);
  g_assert_true (g_str_has_suffix (opening->snapshot->article->extractor, " whole-page"));
}

/* A sidecar without an extractor counts in the file itself. */
static void
test_page_source (Opening *fixture, gconstpointer data)
{
  const QuoSpan span = { 66, 74 };
  g_autoptr (QuoOpening) opening = NULL;
  g_autofree char *text = NULL;

  be_page (fixture);
  put_file (fixture->article, PAGE, -1);
  opening = open_extent (fixture, QUO_EXTENT_SOURCE);
  {
    QuoAnnotation fields = { .base.id = "a0", .type = "person", .ranges = &span, .n_ranges = 1 };
    g_autoptr (GBytes) bytes = NULL;

    quo_snapshot_take (opening->snapshot, quo_annotation_new (&fields));
    bytes = quo_sidecar_write (opening->snapshot, NULL);
    put_file (fixture->sidecar, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  }
  quo_opening_free (g_steal_pointer (&opening));
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_false (opening->is_reanchored);
  text = quo_text_dup (opening->snapshot->article->text, (QuoSpan){ 0, 6 });
  g_assert_cmpstr (text, ==, "<html>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  opening_add ("/read/opening/page", test_page);
  opening_add ("/read/opening/page-other-text", test_page_other_text);
  opening_add ("/read/opening/page-extent", test_page_extent);
  opening_add ("/read/opening/page-source", test_page_source);
  return g_test_run ();
}
