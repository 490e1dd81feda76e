/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading articles: encodings, marks, line ends, and what is refused. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads bytes through a file; the article, or NULL with the error. */
static QuoArticle *
read_bytes (const char *bytes, gssize len, const char *encoding, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("quo-reader-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "story.txt", NULL);
  QuoArticle *article;

  g_assert_true (g_file_set_contents (path, bytes, len, NULL));
  article = quo_read_article (path, encoding, NULL, error);
  g_remove (path);
  g_rmdir (folder);
  return article;
}

typedef struct
{
  const char *name, *bytes;
  gssize len;
  const char *encoding; /* asked for */
  const char *text;
  const char *found; /* encoding of the article */
  gboolean has_bom;
  QuoNewline newline;
} Good;

static const Good good[] = {
  { "plain", "One\nTwo\n", -1, NULL, "One\nTwo\n", NULL, FALSE, QUO_NEWLINE_LF },
  { "empty", "", 0, NULL, "", NULL, FALSE, QUO_NEWLINE_NONE },
  { "no-newline-at-end", "One\nTwo", -1, NULL, "One\nTwo", NULL, FALSE, QUO_NEWLINE_LF },
  { "crlf", "One\r\nTwo\r\n", -1, NULL, "One\r\nTwo\r\n", NULL, FALSE, QUO_NEWLINE_CRLF },
  { "lone-cr", "One\rTwo\r", -1, NULL, "One\rTwo\r", NULL, FALSE, QUO_NEWLINE_CR },
  { "mixed", "One\r\nTwo\n\r", -1, NULL, "One\r\nTwo\n\r", NULL, FALSE, QUO_NEWLINE_MIXED },
  { "utf8-mark", "\xef\xbb\xbfÉté\n", -1, NULL, "Été\n", NULL, TRUE, QUO_NEWLINE_LF },
  { "object-replacement", "a\xef\xbf\xbc z\n", -1, NULL, "a\xef\xbf\xbc z\n", NULL, FALSE,
    QUO_NEWLINE_LF },
  { "utf16-le-mark",
    "\xff\xfe"
    "A\0\xe9\0\n\0",
    8, NULL, "Aé\n", "UTF-16LE", TRUE, QUO_NEWLINE_LF },
  { "utf16-be-mark",
    "\xfe\xff"
    "\0A\0\xe9\0\n",
    8, NULL, "Aé\n", "UTF-16BE", TRUE, QUO_NEWLINE_LF },
  { "asked-for", "caf\xe9\n", -1, "ISO-8859-1", "café\n", "ISO-8859-1", FALSE, QUO_NEWLINE_LF },
  { "asked-for-utf8", "café\n", -1, "utf-8", "café\n", NULL, FALSE, QUO_NEWLINE_LF },
};

static void
test_good (gconstpointer data)
{
  const Good *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoArticle) article = read_bytes (c->bytes, c->len, c->encoding, &error);
  gsize len = c->len < 0 ? strlen (c->bytes) : (gsize)c->len;
  g_autofree char *sha256
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)c->bytes, len);

  g_assert_no_error (error);
  g_assert_cmpstr (quo_text_get_utf8 (article->text), ==, c->text);
  g_assert_cmpstr (article->encoding, ==, c->found);
  g_assert_cmpint (article->has_bom, ==, c->has_bom);
  g_assert_cmpint (article->newline, ==, c->newline);
  g_assert_cmpuint (article->bytes, ==, len);
  g_assert_cmpstr (article->sha256, ==, sha256);
}

typedef struct
{
  const char *name, *bytes;
  gssize len;
  const char *encoding;
  QuoError code;
  const char *words;
} Bad;

static const Bad bad[] = {
  { "nul", "One\0Two\n", 8, NULL, QUO_ERROR_BINARY, "not a text file" },
  { "picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, NULL, QUO_ERROR_BINARY, "not a text file" },
  { "not-utf8", "One\ncaf\xe9\n", -1, "UTF-8", QUO_ERROR_ENCODING, "byte 7 (line 2)" },
  { "cut-at-end", "One\ncaf\xc3", -1, "UTF-8", QUO_ERROR_ENCODING, "byte 7 (line 2)" },
  { "not-ascii", "caf\xe9\n", -1, "US-ASCII", QUO_ERROR_ENCODING, "byte 3 (line 1)" },
  { "unknown-encoding", "One\n", -1, "KLINGON-9", QUO_ERROR_ENCODING, "KLINGON-9" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (c->bytes, c->len, c->encoding, &error));
  g_assert_nonnull (error);
  if (error->domain != QUO_ERROR || error->code != (int)c->code
      || strstr (error->message, c->words) == NULL)
    g_error ("code %d: %s", error->code, error->message);
}

static void
check_path_fails (const char *path, QuoError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (quo_read_article (path, NULL, NULL, &error));
  g_assert_error (error, QUO_ERROR, (int)code);
}

static void
test_paths (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quo-reader-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "story.txt", NULL);

  check_path_fails (path, QUO_ERROR_NOT_FOUND);
  check_path_fails (folder, QUO_ERROR_NOT_REGULAR);
  check_path_fails ("/dev/zero", QUO_ERROR_NOT_REGULAR);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  check_path_fails (path, QUO_ERROR_NOT_REGULAR);
  g_remove (path);
  g_rmdir (folder);
}

/* 300 MB are told by their figure, unread: the file is a hole. */
static void
test_too_large (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quo-reader-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "story.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, (off_t)300 * 1024 * 1024), ==, 0);
  g_assert_null (quo_read_article (path, NULL, NULL, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "300.0 MB"));
  g_remove (path);
  g_rmdir (folder);
}

static void
test_not_allowed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quo-reader-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "story.txt", NULL);

  g_assert_true (g_file_set_contents (path, "One\n", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (access (path, R_OK) == 0)
    g_test_skip ("the administrator may read every file");
  else
    check_path_fails (path, QUO_ERROR_PERMISSION);
  g_remove (path);
  g_rmdir (folder);
}

/* A file of the corpus reads as it should; the expected text has LF everywhere. */
static void
check_corpus_file (const char *folder, const char *entry)
{
  g_autofree char *path = g_build_filename (folder, entry, NULL);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".txt"));
  g_autofree char *expected_path = g_strconcat (stem, ".expected.utf8", NULL);
  g_autofree char *expected = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoArticle) article = quo_read_article (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  text = quo_text_dup_lf (article->text);
  g_assert_cmpstr (text, ==, expected);
}

/* Files in many encodings with the text that is meant, where they are at hand.  No detector tells
 * the old code page 850 from its likes: a person must choose it. */
static void
test_corpus (void)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "articles", "encodings", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;
  guint n_files = 0;

  if (dir == NULL)
    {
      g_test_skip ("the articles in many encodings are not at hand");
      return;
    }
#if !QUO_HAVE_UCHARDET
  g_test_skip ("built without uchardet");
  return;
#endif
  while ((entry = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (entry, ".txt") && strstr (entry, ".cp850.") == NULL)
      {
        check_corpus_file (folder, entry);
        n_files++;
      }
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read/reader/read/%s", good[i].name);

      g_test_add_data_func (path, &good[i], test_good);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read/reader/refused/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/read/reader/paths", test_paths);
  g_test_add_func ("/read/reader/too-large", test_too_large);
  g_test_add_func ("/read/reader/not-allowed", test_not_allowed);
  g_test_add_func ("/read/reader/corpus", test_corpus);
  return g_test_run ();
}
