/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening an article with its sidecar: which file, which encoding, and what becomes of annotations
 * when the article changed. */

#include "quo-config.h"

#include "opening-fixture.h"

#include "quo-error.h"
#include "quo-sidecar-writer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STORY "Mayor Ana Ruiz said no.\nThe mayor left. Ana Ruiz came back.\n"

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
test_alone (Opening *fixture, gconstpointer data)
{
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, STORY, -1);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_cmpstr (opening->sidecar_path, ==, fixture->sidecar);
  g_assert_null (opening->etag);
  g_assert_false (opening->is_reanchored);
  g_assert_cmpuint (quo_snapshot_count (opening->snapshot, QUO_RECORD_ANNOTATION), ==, 0);
  g_assert_false (g_file_test (fixture->sidecar, G_FILE_TEST_EXISTS));
}

static void
test_unchanged (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (6, 14);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  opening = open_path (fixture->article, NULL, report);
  g_assert_nonnull (opening->etag);
  g_assert_false (opening->is_reanchored);
  check_quote (opening, "a0", 6, "Ana Ruiz");
  g_assert_cmpuint (quo_report_get_length (report), ==, 0);
}

static void
test_by_sidecar (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (6, 14);
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  opening = open_path (fixture->sidecar, NULL, NULL);
  g_assert_cmpstr (opening->article_path, ==, fixture->article);
  check_quote (opening, "a0", 6, "Ana Ruiz");
}

/* A sidecar of another name says which article it is about. */
static void
test_by_named_file (Opening *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.quo.json", NULL);
  QuoSpan span = QUO_SPAN (6, 14);
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, other, &span, 1);
  opening = open_path (other, NULL, NULL);
  g_assert_cmpstr (opening->article_path, ==, fixture->article);
  g_assert_cmpstr (opening->sidecar_path, ==, other);
}

static void
test_article_missing (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (6, 14);

  check_fails (fixture->article, QUO_ERROR_NOT_FOUND, "there is no such file");
  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  g_remove (fixture->article);
  check_fails (fixture->sidecar, QUO_ERROR_NOT_FOUND, "its article rally.txt is not beside it");
}

/* --- The article changed --- */

static void
test_changed (Opening *fixture, gconstpointer data)
{
  const QuoSpan spans[]
      = { QUO_SPAN (0, 5), QUO_SPAN (6, 14), QUO_SPAN (28, 33), QUO_SPAN (40, 48) };
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = NULL;
  const QuoAnnotation *orphan;

  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, spans, G_N_ELEMENTS (spans));
  put_file (fixture->article,
            "Mayor Eva Sanz said no.\nToday the mayor left. Ana Ruiz came back.\n", -1);
  opening = open_path (fixture->article, NULL, report);
  g_assert_true (opening->is_reanchored);
  check_quote (opening, "a0", 0, "Mayor");
  orphan = get_annotation (opening, "a1");
  g_assert_true (orphan->is_orphan);
  g_assert_cmpuint (orphan->ranges[0].start, ==, 6);
  g_assert_cmpstr (orphan->quotes[0], ==, "Ana Ruiz");
  check_quote (opening, "a2", 34, "mayor");
  g_assert_cmpuint (opening->n_orphans, ==, 3 - opening->n_moved);
  g_assert_cmpuint (quo_report_get_length (report), ==, opening->n_orphans);
}

static void
test_moved (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (40, 48);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  put_file (fixture->article, "🚋 New.\n" STORY, -1);
  opening = open_path (fixture->article, NULL, report);
  g_assert_cmpuint (opening->n_moved, ==, 1);
  g_assert_cmpuint (opening->n_orphans, ==, 0);
  check_quote (opening, "a0", 47, "Ana Ruiz");
  g_assert_cmpuint (quo_report_get_length (report), ==, 0);
}

/* Twice in the new text with the same context: not a guess, an orphan. */
static void
test_ambiguous (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (6, 14);
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  put_file (fixture->article, "New.\n" STORY STORY STORY, -1);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_cmpuint (opening->n_orphans, ==, 1);
  g_assert_true (get_annotation (opening, "a0")->is_orphan);
}

static void
test_emptied (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (40, 48);
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  put_file (fixture->article, "", 0);
  opening = open_path (fixture->article, NULL, NULL);
  g_assert_cmpuint (opening->n_orphans, ==, 1);
}

/* --- Encodings --- */

/* The encoding in the sidecar is used again, though the bytes look like another one. */
static void
test_recorded_encoding (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (0, 4);
  g_autoptr (QuoOpening) opening = NULL, again = NULL;
  g_autoptr (GBytes) bytes = NULL;

  put_file (fixture->article, "caf\xe9 \x80 here\n", -1);
  opening = open_path (fixture->article, "WINDOWS-1252", NULL);
  quo_snapshot_take (opening->snapshot,
                     quo_annotation_new (&(QuoAnnotation){
                         .base.id = "a0", .type = "t", .ranges = &span, .n_ranges = 1 }));
  bytes = quo_sidecar_write (opening->snapshot, NULL);
  put_file (fixture->sidecar, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  again = open_path (fixture->article, NULL, NULL);
  g_assert_cmpstr (again->snapshot->article->encoding, ==, "WINDOWS-1252");
  g_assert_false (again->is_reanchored);
  check_quote (again, "a0", 0, "café");
}

/* In another encoding than the sidecar was written in the text is another one. */
static void
test_chosen_encoding (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (5, 9);
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, "caf\xc3\xa9 here\n", -1);
  put_sidecar (fixture, fixture->sidecar, &span, 1);
  opening = open_path (fixture->article, "ISO-8859-1", NULL);
  g_assert_true (opening->is_reanchored);
  g_assert_cmpuint (opening->n_orphans + opening->n_moved, ==, 1);
}

/* A file that was saved in another encoding since cannot be read in the recorded one. */
static void
test_encoding_changed (Opening *fixture, gconstpointer data)
{
  QuoSpan span = QUO_SPAN (0, 3);
  g_autoptr (QuoOpening) opening = NULL, again = NULL;
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GBytes) bytes = NULL;

  put_file (fixture->article, "caf\xe9\n", -1);
  opening = open_path (fixture->article, "windows-1252", NULL);
  quo_snapshot_take (opening->snapshot,
                     quo_annotation_new (&(QuoAnnotation){
                         .base.id = "a0", .type = "t", .ranges = &span, .n_ranges = 1 }));
  bytes = quo_sidecar_write (opening->snapshot, NULL);
  put_file (fixture->sidecar, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  put_file (fixture->article, "caf\xc3\x81 \xe2\x80\x9d\n", -1); /* no letters in windows-1252 */
  again = open_path (fixture->article, NULL, report);
  g_assert_null (again->snapshot->article->encoding);
  g_assert_true (again->is_reanchored);
  check_quote (again, "a0", 0, "caf");
  g_assert_cmpstr (quo_report_get (report, 0)->place, ==, "document.encoding");
}

/* --- Bad sidecars --- */

/* The sidecar of another article: all are orphans, it is told, and the file stays as it is. */
static void
test_sidecar_of_another (Opening *fixture, gconstpointer data)
{
  const QuoSpan spans[] = { QUO_SPAN (6, 14), QUO_SPAN (40, 48) };
  g_autofree char *before = NULL, *after = NULL, *line = NULL;
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = NULL;

  put_file (fixture->article, STORY, -1);
  put_sidecar (fixture, fixture->sidecar, spans, 2);
  g_assert_true (g_file_get_contents (fixture->sidecar, &before, NULL, NULL));
  put_file (fixture->article, "Quite another story, of a bridge.\n", -1);
  opening = open_path (fixture->article, NULL, report);
  g_assert_cmpuint (opening->n_orphans, ==, 2);
  g_assert_cmpuint (quo_report_get_length (report), ==, 3);
  line = quo_report_dup_line (report, 2);
  g_assert_nonnull (strstr (line, "rally.txt"));
  g_assert_true (g_file_get_contents (fixture->sidecar, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
}

static void
check_bad_sidecar (Opening *fixture, const char *text, QuoError code, const char *words)
{
  g_autofree char *left = NULL;

  put_file (fixture->article, STORY, -1);
  put_file (fixture->sidecar, text, -1);
  check_fails (fixture->article, code, words);
  g_assert_true (g_file_get_contents (fixture->sidecar, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, text);
}

static void
test_sidecar_malformed (Opening *fixture, gconstpointer data)
{
  check_bad_sidecar (fixture, "{\"format\":", QUO_ERROR_SYNTAX, "rally.txt.quo.json: line 1");
}

static void
test_sidecar_empty (Opening *fixture, gconstpointer data)
{
  check_bad_sidecar (fixture, "", QUO_ERROR_SYNTAX, "rally.txt.quo.json");
}

static void
test_sidecar_later (Opening *fixture, gconstpointer data)
{
  check_bad_sidecar (fixture, "{\"format\":\"quotidian-annotations\",\"version\":\"3.1\"}",
                     QUO_ERROR_VERSION, "3.1");
}

static void
test_sidecar_folder (Opening *fixture, gconstpointer data)
{
  put_file (fixture->article, STORY, -1);
  g_assert_cmpint (g_mkdir (fixture->sidecar, 0700), ==, 0);
  check_fails (fixture->article, QUO_ERROR_NOT_REGULAR, "a folder");
}

static void
test_sidecar_fifo (Opening *fixture, gconstpointer data)
{
  put_file (fixture->article, STORY, -1);
  g_assert_cmpint (mkfifo (fixture->sidecar, 0600), ==, 0);
  check_fails (fixture->article, QUO_ERROR_NOT_REGULAR, "pipe");
}

/* A file with a hole: it has the size, and takes no room. */
static void
test_sidecar_too_large (Opening *fixture, gconstpointer data)
{
  put_file (fixture->article, STORY, -1);
  put_file (fixture->sidecar, "", 0);
  g_assert_cmpint (truncate (fixture->sidecar, (off_t)1024 * 1024 * 1200), ==, 0);
  check_fails (fixture->article, QUO_ERROR_TOO_LARGE, "1200 MB");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  opening_add ("/read/opening/alone", test_alone);
  opening_add ("/read/opening/unchanged", test_unchanged);
  opening_add ("/read/opening/by-sidecar", test_by_sidecar);
  opening_add ("/read/opening/by-named-file", test_by_named_file);
  opening_add ("/read/opening/article-missing", test_article_missing);
  opening_add ("/read/opening/changed", test_changed);
  opening_add ("/read/opening/moved", test_moved);
  opening_add ("/read/opening/ambiguous", test_ambiguous);
  opening_add ("/read/opening/emptied", test_emptied);
  opening_add ("/read/opening/recorded-encoding", test_recorded_encoding);
  opening_add ("/read/opening/chosen-encoding", test_chosen_encoding);
  opening_add ("/read/opening/encoding-changed", test_encoding_changed);
  opening_add ("/read/opening/sidecar-of-another", test_sidecar_of_another);
  opening_add ("/read/opening/sidecar-malformed", test_sidecar_malformed);
  opening_add ("/read/opening/sidecar-empty", test_sidecar_empty);
  opening_add ("/read/opening/sidecar-later-version", test_sidecar_later);
  opening_add ("/read/opening/sidecar-folder", test_sidecar_folder);
  opening_add ("/read/opening/sidecar-fifo", test_sidecar_fifo);
  opening_add ("/read/opening/sidecar-too-large", test_sidecar_too_large);
  return g_test_run ();
}
