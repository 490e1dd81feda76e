/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening an article with its sidecar: which file, which encoding, and what becomes of annotations
 * when the article changed. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-opening.h"
#include "quo-sidecar-writer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STORY "Mayor Ana Ruiz said no.\nThe mayor left. Ana Ruiz came back.\n"

typedef struct
{
  char *folder, *article, *sidecar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quo-opening-XXXXXX", NULL);
  fixture->article = g_build_filename (fixture->folder, "rally.txt", NULL);
  fixture->sidecar = g_build_filename (fixture->folder, "rally.txt.quo.json", NULL);
}

/* Nothing was written but what a test put there, so the folder is empty once that is gone. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.quo.json", NULL);

  g_remove (fixture->article);
  g_remove (fixture->sidecar);
  g_remove (other);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->article);
  g_free (fixture->sidecar);
}

static void
put (const char *path, const char *text, gssize len)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, len, &error);
  g_assert_no_error (error);
}

static QuoOpening *
open_path (const char *path, const char *encoding, QuoReport *report)
{
  g_autoptr (GError) error = NULL;
  QuoOpening *opening = quo_open (path, encoding, report, NULL, &error);

  g_assert_no_error (error);
  return opening;
}

/* Puts a sidecar for the article as it is now, with one annotation for each of the places. */
static void
put_sidecar (Fixture *fixture, const char *path, const QuoSpan *spans, guint n_spans)
{
  g_autoptr (QuoOpening) opening = open_path (fixture->article, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      QuoAnnotation fields
          = { .base.id = id, .type = "person", .ranges = &spans[i], .n_ranges = 1 };

      quo_snapshot_take (opening->snapshot, quo_annotation_new (&fields));
    }
  bytes = quo_sidecar_write (opening->snapshot, NULL);
  put (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
}

static const QuoAnnotation *
get (QuoOpening *opening, const char *id)
{
  const QuoAnnotation *annotation = quo_snapshot_find (opening->snapshot, id);

  g_assert_nonnull (annotation);
  return annotation;
}

static void
check_quote (QuoOpening *opening, const char *id, guint32 start, const char *expected)
{
  const QuoAnnotation *annotation = get (opening, id);
  g_autofree char *quote = quo_snapshot_dup_quote (opening->snapshot, annotation, 0);

  g_assert_false (annotation->is_orphan);
  g_assert_false (annotation->is_kept);
  g_assert_cmpuint (annotation->ranges[0].start, ==, start);
  g_assert_cmpstr (quote, ==, expected);
}

static void
check_fails (const char *path, QuoError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (quo_open (path, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  if (error->domain != QUO_ERROR || error->code != (int)code
      || strstr (error->message, words) == NULL)
    g_error ("code %d: %s", error->code, error->message);
}

/* --- Which files --- */

static void
test_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, STORY, -1);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_cmpstr (opening->sidecar_path, ==, fixture->sidecar);
  g_assert_null (opening->etag);
  g_assert_false (opening->is_reanchored);
  g_assert_cmpuint (quo_snapshot_count (opening->snapshot, QUO_RECORD_ANNOTATION), ==, 0);
  g_assert_false (g_file_test (fixture->sidecar, G_FILE_TEST_EXISTS));
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (6, 14);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  opening = open_path (fixture->article, NULL, report);
  g_assert_nonnull (opening->etag);
  g_assert_false (opening->is_reanchored);
  check_quote (opening, "a0", 6, "Ana Ruiz");
  g_assert_cmpuint (quo_report_get_length (report), ==, 0);
}

static void
test_by_sidecar (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (6, 14);
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  opening = open_path (fixture->sidecar, NULL, NULL);
  g_assert_cmpstr (opening->article_path, ==, fixture->article);
  check_quote (opening, "a0", 6, "Ana Ruiz");
}

/* A sidecar of another name says which article it is about. */
static void
test_by_named_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.quo.json", NULL);
  QuoSpan span = QUO_SPAN (6, 14);
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, STORY, -1);
  put_sidecar (fixture, other, &span, 1);
  opening = open_path (other, NULL, NULL);
  g_assert_cmpstr (opening->article_path, ==, fixture->article);
  g_assert_cmpstr (opening->sidecar_path, ==, other);
}

static void
test_article_missing (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (6, 14);

  check_fails (fixture->article, QUO_ERROR_NOT_FOUND, "there is no such file");
  put (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  g_remove (fixture->article);
  check_fails (fixture->sidecar, QUO_ERROR_NOT_FOUND, "its article rally.txt is not beside it");
}

/* --- The article changed --- */

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  const QuoSpan spans[]
      = { QUO_SPAN (0, 5), QUO_SPAN (6, 14), QUO_SPAN (28, 33), QUO_SPAN (40, 48) };
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = NULL;
  const QuoAnnotation *orphan;

  put (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, spans, G_N_ELEMENTS (spans));
  put (fixture->article, "Mayor Eva Sanz said no.\nToday the mayor left. Ana Ruiz came back.\n",
       -1);
  opening = open_path (fixture->article, NULL, report);
  g_assert_true (opening->is_reanchored);
  check_quote (opening, "a0", 0, "Mayor");
  orphan = get (opening, "a1");
  g_assert_true (orphan->is_orphan);
  g_assert_cmpuint (orphan->ranges[0].start, ==, 6);
  g_assert_cmpstr (orphan->quotes[0], ==, "Ana Ruiz");
  check_quote (opening, "a2", 34, "mayor");
  g_assert_cmpuint (opening->n_orphans, ==, 3 - opening->n_moved);
  g_assert_cmpuint (quo_report_get_length (report), ==, opening->n_orphans);
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (40, 48);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  put (fixture->article, "🚋 New.\n" STORY, -1);
  opening = open_path (fixture->article, NULL, report);
  g_assert_cmpuint (opening->n_moved, ==, 1);
  g_assert_cmpuint (opening->n_orphans, ==, 0);
  check_quote (opening, "a0", 47, "Ana Ruiz");
  g_assert_cmpuint (quo_report_get_length (report), ==, 0);
}

/* Twice in the new text with the same context: not a guess, an orphan. */
static void
test_ambiguous (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (6, 14);
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  put (fixture->article, "New.\n" STORY STORY STORY, -1);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_cmpuint (opening->n_orphans, ==, 1);
  g_assert_true (get (opening, "a0")->is_orphan);
}

static void
test_emptied (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (40, 48);
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  put (fixture->article, "", 0);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_cmpuint (opening->n_orphans, ==, 1);
}

/* --- Encodings --- */

/* The encoding in the sidecar is used again, though the bytes look like another one. */
static void
test_recorded_encoding (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (0, 4);
  g_autoptr (QuoOpening) opening = NULL, again = NULL;
  g_autoptr (GBytes) bytes = NULL;

  put (fixture->article, "caf\xe9 \x80 here\n", -1);
  opening = open_path (fixture->article, "WINDOWS-1252", NULL);
  quo_snapshot_take (opening->snapshot,
                     quo_annotation_new (&(QuoAnnotation){
                         .base.id = "a0", .type = "t", .ranges = &span, .n_ranges = 1 }));
  bytes = quo_sidecar_write (opening->snapshot, NULL);
  put (fixture->sidecar, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  again = open_path (fixture->article, NULL, NULL);
  g_assert_cmpstr (again->snapshot->article->encoding, ==, "WINDOWS-1252");
  g_assert_false (again->is_reanchored);
  check_quote (again, "a0", 0, "café");
}

/* In another encoding than the sidecar was written in the text is another one. */
static void
test_chosen_encoding (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (5, 9);
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, "caf\xc3\xa9 here\n", -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  opening = open_path (fixture->article, "ISO-8859-1", NULL);
  g_assert_true (opening->is_reanchored);
  g_assert_cmpuint (opening->n_orphans + opening->n_moved, ==, 1);
}

/* A file that was saved in another encoding since cannot be read in the recorded one. */
static void
test_encoding_changed (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (0, 3);
  g_autoptr (QuoOpening) opening = NULL, again = NULL;
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GBytes) bytes = NULL;

  put (fixture->article, "caf\xe9\n", -1);
  opening = open_path (fixture->article, "windows-1252", NULL);
  quo_snapshot_take (opening->snapshot,
                     quo_annotation_new (&(QuoAnnotation){
                         .base.id = "a0", .type = "t", .ranges = &span, .n_ranges = 1 }));
  bytes = quo_sidecar_write (opening->snapshot, NULL);
  put (fixture->sidecar, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  put (fixture->article, "caf\xc3\x81 \xe2\x80\x9d\n", -1); /* no letters in windows-1252 */
  again = open_path (fixture->article, NULL, report);
  g_assert_null (again->snapshot->article->encoding);
  g_assert_true (again->is_reanchored);
  check_quote (again, "a0", 0, "caf");
  g_assert_cmpstr (quo_report_get (report, 0)->place, ==, "document.encoding");
}

/* --- Bad sidecars --- */

/* The sidecar of another article: all are orphans, it is told, and the file stays as it is. */
static void
test_sidecar_of_another (Fixture *fixture, gconstpointer data)
{
  const QuoSpan spans[] = { QUO_SPAN (6, 14), QUO_SPAN (40, 48) };
  g_autofree char *before = NULL, *after = NULL, *line = NULL;
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = NULL;

  put (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, spans, 2);
  g_assert_true (g_file_get_contents (fixture->sidecar, &before, NULL, NULL));
  put (fixture->article, "Quite another story, of a bridge.\n", -1);
  opening = open_path (fixture->article, NULL, report);
  g_assert_cmpuint (opening->n_orphans, ==, 2);
  g_assert_cmpuint (quo_report_get_length (report), ==, 3);
  line = quo_report_dup_line (report, 2);
  g_assert_nonnull (strstr (line, "rally.txt"));
  g_assert_true (g_file_get_contents (fixture->sidecar, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
}

static void
check_bad_sidecar (Fixture *fixture, const char *text, QuoError code, const char *words)
{
  g_autofree char *left = NULL;

  put (fixture->article, STORY, -1);
  put (fixture->sidecar, text, -1);
  check_fails (fixture->article, code, words);
  g_assert_true (g_file_get_contents (fixture->sidecar, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, text);
}

static void
test_sidecar_malformed (Fixture *fixture, gconstpointer data)
{
  check_bad_sidecar (fixture, "{\"format\":", QUO_ERROR_SYNTAX, "rally.txt.quo.json: line 1");
}

static void
test_sidecar_empty (Fixture *fixture, gconstpointer data)
{
  check_bad_sidecar (fixture, "", QUO_ERROR_SYNTAX, "rally.txt.quo.json");
}

static void
test_sidecar_later (Fixture *fixture, gconstpointer data)
{
  check_bad_sidecar (fixture, "{\"format\":\"quotidian-annotations\",\"version\":\"3.1\"}",
                     QUO_ERROR_VERSION, "3.1");
}

static void
test_sidecar_folder (Fixture *fixture, gconstpointer data)
{
  put (fixture->article, STORY, -1);
  g_assert_cmpint (g_mkdir (fixture->sidecar, 0700), ==, 0);
  check_fails (fixture->article, QUO_ERROR_NOT_REGULAR, "a folder");
}

static void
test_sidecar_fifo (Fixture *fixture, gconstpointer data)
{
  put (fixture->article, STORY, -1);
  g_assert_cmpint (mkfifo (fixture->sidecar, 0600), ==, 0);
  check_fails (fixture->article, QUO_ERROR_NOT_REGULAR, "pipe");
}

/* A file with a hole: it has the size, and takes no room. */
static void
test_sidecar_too_large (Fixture *fixture, gconstpointer data)
{
  put (fixture->article, STORY, -1);
  put (fixture->sidecar, "", 0);
  g_assert_cmpint (truncate (fixture->sidecar, (off_t)1024 * 1024 * 1200), ==, 0);
  check_fails (fixture->article, QUO_ERROR_TOO_LARGE, "1200 MB");
}

#define ADD(name, test) g_test_add ("/read/opening/" name, Fixture, NULL, set_up, test, tear_down)

/* --- Text taken out of a page --- */

#if QUO_HAVE_GUMBO
#define PAGE                                                                                       \
  "<html><body><nav><a href=/>Home</a></nav><article><p>Mayor Ana Ruiz said no to the bridge on "  \
  "Monday, after a night of talks.</p></article></body></html>"

static void
be_page (Fixture *fixture)
{
  g_free (fixture->article);
  g_free (fixture->sidecar);
  fixture->article = g_build_filename (fixture->folder, "rally.html", NULL);
  fixture->sidecar = g_build_filename (fixture->folder, "rally.html.quo.json", NULL);
}

static QuoOpening *
open_extent (Fixture *fixture, QuoExtent extent)
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
test_page (Fixture *fixture, gconstpointer data)
{
  const QuoSpan span = { 6, 14 };
  g_autoptr (QuoOpening) opening = NULL;
  g_autofree char *sidecar = NULL;
  g_autofree char *member = NULL;

  be_page (fixture);
  put (fixture->article, PAGE, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  sidecar = get_text (fixture->sidecar);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_false (opening->is_reanchored);
  check_quote (opening, "a0", 6, "Ana Ruiz");
  g_assert_nonnull (strstr (sidecar, "\"extractor\":\"quotidian-html 3\""));
  member = g_strdup_printf ("\"textsha256\":\"%s\"", opening->snapshot->article->textsha256);
  g_assert_nonnull (strstr (sidecar, member));
}

/* Another version of the program took out another text. */
static void
test_page_other_text (Fixture *fixture, gconstpointer data)
{
  const QuoSpan span = { 6, 14 };
  g_autoptr (QuoOpening) opening = NULL;
  g_autofree char *sidecar = NULL;
  char *digest;

  be_page (fixture);
  put (fixture->article, PAGE, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  sidecar = get_text (fixture->sidecar);
  digest = strstr (sidecar, "\"textsha256\":\"") + strlen ("\"textsha256\":\"");
  *digest = *digest == 'a' ? 'b' : 'a';
  put (fixture->sidecar, sidecar, -1);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_true (opening->is_reanchored);
  check_quote (opening, "a0", 6, "Ana Ruiz");
}

/* The same annotations in the story and in the whole page. */
static void
test_page_extent (Fixture *fixture, gconstpointer data)
{
  const QuoSpan span = { 6, 14 };
  g_autoptr (QuoOpening) opening = NULL;
  g_autoptr (GBytes) bytes = NULL;

  be_page (fixture);
  put (fixture->article, PAGE, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  opening = open_extent (fixture, QUO_EXTENT_PAGE);
  g_assert_true (opening->is_reanchored);
  check_quote (opening, "a0", 12, "Ana Ruiz");
  bytes = quo_sidecar_write (opening->snapshot, NULL);
  put (fixture->sidecar, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  quo_opening_free (g_steal_pointer (&opening));
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_false (opening->is_reanchored);
  g_assert_true (g_str_has_suffix (opening->snapshot->article->extractor, " whole-page"));
}

/* A sidecar without an extractor counts in the file itself. */
static void
test_page_source (Fixture *fixture, gconstpointer data)
{
  const QuoSpan span = { 66, 74 };
  g_autoptr (QuoOpening) opening = NULL;
  g_autofree char *text = NULL;

  be_page (fixture);
  put (fixture->article, PAGE, -1);
  opening = open_extent (fixture, QUO_EXTENT_SOURCE);
  {
    QuoAnnotation fields = { .base.id = "a0", .type = "person", .ranges = &span, .n_ranges = 1 };
    g_autoptr (GBytes) bytes = NULL;

    quo_snapshot_take (opening->snapshot, quo_annotation_new (&fields));
    bytes = quo_sidecar_write (opening->snapshot, NULL);
    put (fixture->sidecar, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  }
  quo_opening_free (g_steal_pointer (&opening));
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_false (opening->is_reanchored);
  text = quo_text_dup (opening->snapshot->article->text, (QuoSpan){ 0, 6 });
  g_assert_cmpstr (text, ==, "<html>");
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("alone", test_alone);
  ADD ("unchanged", test_unchanged);
  ADD ("by-sidecar", test_by_sidecar);
  ADD ("by-named-file", test_by_named_file);
  ADD ("article-missing", test_article_missing);
  ADD ("changed", test_changed);
  ADD ("moved", test_moved);
  ADD ("ambiguous", test_ambiguous);
  ADD ("emptied", test_emptied);
  ADD ("recorded-encoding", test_recorded_encoding);
  ADD ("chosen-encoding", test_chosen_encoding);
  ADD ("encoding-changed", test_encoding_changed);
  ADD ("sidecar-of-another", test_sidecar_of_another);
  ADD ("sidecar-malformed", test_sidecar_malformed);
  ADD ("sidecar-empty", test_sidecar_empty);
  ADD ("sidecar-later-version", test_sidecar_later);
  ADD ("sidecar-folder", test_sidecar_folder);
  ADD ("sidecar-fifo", test_sidecar_fifo);
  ADD ("sidecar-too-large", test_sidecar_too_large);
#if QUO_HAVE_GUMBO
  ADD ("page", test_page);
  ADD ("page-other-text", test_page_other_text);
  ADD ("page-extent", test_page_extent);
  ADD ("page-source", test_page_source);
#endif
  return g_test_run ();
}
