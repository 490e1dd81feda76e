/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading articles: every kind of line end, and every file that is none. */
#include "story-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

/* Text */

static void
test_plain (Story *story, gconstpointer data)
{
  g_autoptr (QuoArticle) article = NULL;

  story_put (story, "Åsa\n🚋", -1);
  article = story_read (story, NULL);
  g_assert_cmpstr (quo_text_get_utf8 (article->text), ==, "Åsa\n🚋");
  g_assert_cmpuint (quo_text_get_length (article->text), ==, 5);
  g_assert_cmpuint (article->bytes, ==, 9);
  g_assert_cmpstr (article->path, ==, story->path);
  g_assert_cmpstr (article->sha256, ==,
                   "ee1bbfe4ba418c4326177aa066c7ba25bfa645c526cb82dc4d441bc6efe88904");
}

static void
test_empty (Story *story, gconstpointer data)
{
  g_autoptr (QuoArticle) article = NULL;

  story_put (story, "", 0);
  article = story_read (story, NULL);
  g_assert_cmpuint (quo_text_get_length (article->text), ==, 0);
  g_assert_cmpint (article->newline, ==, QUO_NEWLINE_NONE);
  g_assert_cmpstr (article->sha256, ==,
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_newlines (Story *story, gconstpointer data)
{
  static const struct
  {
    const char *text;
    QuoNewline newline;
    guint32 length;
  } cases[] = {
    { "one", QUO_NEWLINE_NONE, 3 },
    { "one\ntwo", QUO_NEWLINE_LF, 7 },
    { "one\r\ntwo\r\n", QUO_NEWLINE_CRLF, 10 },
    { "one\rtwo\r", QUO_NEWLINE_CR, 8 },
    { "one\ntwo\r\n", QUO_NEWLINE_MIXED, 9 },
    { "one\rtwo\n", QUO_NEWLINE_MIXED, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuoArticle) article = NULL;

      story_put (story, cases[i].text, -1);
      article = story_read (story, NULL);
      g_assert_cmpint (article->newline, ==, cases[i].newline);
      g_assert_cmpstr (quo_text_get_utf8 (article->text), ==, cases[i].text);
      g_assert_cmpuint (quo_text_get_length (article->text), ==, cases[i].length);
    }
}

/* Characters that mean something to a text widget are characters like others. */
static void
test_odd_characters (Story *story, gconstpointer data)
{
  const char *text = "a\xef\xbf\xbc"
                     "b\xe2\x80\xa9"
                     "c\x01\x1b[0m\xef\xbb\xbf\xe2\x80\xae"
                     "d";
  g_autoptr (QuoArticle) article = NULL;

  story_put (story, text, -1);
  article = story_read (story, NULL);
  g_assert_cmpstr (quo_text_get_utf8 (article->text), ==, text);
  g_assert_false (article->has_bom);
}

static void
test_long_line (Story *story, gconstpointer data)
{
  g_autofree char *line = g_strnfill (1024 * 1024, 'x');
  g_autoptr (QuoArticle) article = NULL;

  story_put (story, line, -1);
  article = story_read (story, NULL);
  g_assert_cmpuint (quo_text_get_length (article->text), ==, 1024 * 1024);
  g_assert_cmpint (article->newline, ==, QUO_NEWLINE_NONE);
}

/* Files that are no articles */

static void
test_missing (Story *story, gconstpointer data)
{
  story_assert_refused (story, NULL, QUO_ERROR_NOT_FOUND, "no such file");
}

static void
test_folder (Story *story, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (story->path, 0700), ==, 0);
  story_assert_refused (story, NULL, QUO_ERROR_NOT_REGULAR, "folder");
}

static void
test_pipe (Story *story, gconstpointer data)
{
  g_assert_cmpint (mkfifo (story->path, 0600), ==, 0);
  story_assert_refused (story, NULL, QUO_ERROR_NOT_REGULAR, "pipe");
}

static void
test_device (Story *story, gconstpointer data)
{
  g_assert_cmpint (symlink ("/dev/zero", story->path), ==, 0);
  story_assert_refused (story, NULL, QUO_ERROR_NOT_REGULAR, "device");
}

static void
test_too_large (Story *story, gconstpointer data)
{
  /* The file is a hole: it is refused by its size, unread. */
  story_put (story, "", 0);
  g_assert_cmpint (truncate (story->path, 300 * 1024 * 1024), ==, 0);
  story_assert_refused (story, NULL, QUO_ERROR_TOO_LARGE, "300");
  story_assert_refused (story, NULL, QUO_ERROR_TOO_LARGE, "64 MB");
}

static void
test_binary (Story *story, gconstpointer data)
{
  story_put (story, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  story_assert_refused (story, NULL, QUO_ERROR_BINARY, "not a text file");
  story_put (story, "\x1f\x8b\x08\x02\x01\x9a\x12\x03\x05\xf1\x07\x08", -1); /* no NUL in it */
  story_assert_refused (story, NULL, QUO_ERROR_BINARY, "not a text file");
}

static void
test_nul (Story *story, gconstpointer data)
{
  story_put (story, "one\0two", 7);
  story_assert_refused (story, NULL, QUO_ERROR_BINARY, "NUL");
  story_assert_refused (story, "UTF-8", QUO_ERROR_BINARY, "NUL");
  story_assert_refused (story, "windows-1252", QUO_ERROR_BINARY, "NUL");
  story_put (story,
             "\xff\xfe"
             "a\0\0\0b\0",
             8);
  story_assert_refused (story, NULL, QUO_ERROR_BINARY, "NUL");
}

/* Root may read everything, so somebody else tries. */
static int
try_as_nobody (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoArticle) article = NULL;

  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 77;
  article = quo_read_article (path, NULL, NULL, &error);
  return article == NULL && g_error_matches (error, QUO_ERROR, QUO_ERROR_PERMISSION) ? 0 : 1;
}

static void
test_unreadable (Story *story, gconstpointer data)
{
  int status = 0;
  pid_t child;

  story_put (story, "secret", -1);
  g_assert_cmpint (g_chmod (story->path, 0000), ==, 0);
  g_assert_cmpint (g_chmod (story->folder, 0755), ==, 0);
  child = fork ();
  if (child == 0)
    _exit (try_as_nobody (story->path));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("rights of root cannot be dropped here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_cancelled (Story *story, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  story_put (story, "text", -1);
  g_cancellable_cancel (cancellable);
  g_assert_null (quo_read_article (story->path, NULL, cancellable, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_CANCELLED);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/read/reader/" name, Story, NULL, story_set_up, func, story_tear_down)

/* (transfer full): the types of MimeType= in the desktop file. */
static GStrv
load_desktop_types (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUO_DATA_DIR"),
                                            "io.github.quotidian.Quotidian.desktop.in", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return g_key_file_get_string_list (file, "Desktop Entry", "MimeType", NULL, NULL);
}

/* What the desktop offers the program for is what its readers take. */
static void
test_types (void)
{
  g_auto (GStrv) types = load_desktop_types ();
  const QuoReader *const *readers = quo_readers_list ();
  guint n = 1; /* the sidecar's own */

  g_assert_true (
      g_strv_contains ((const char *const *)types, "application/x-quotidian-sidecar+json"));
  for (guint i = 0; readers[i] != NULL; i++)
    {
      g_auto (GStrv) own = g_strsplit (readers[i]->mime_types, ";", -1);
      g_auto (GStrv) extensions = g_strsplit (readers[i]->extensions, ";", -1);

      for (guint k = 0; own[k] != NULL; k++, n++)
        if (!g_strv_contains ((const char *const *)types, own[k]))
          g_error ("the desktop file does not list %s, which reader %s takes", own[k],
                   readers[i]->id);
      for (guint k = 0; extensions[k] != NULL; k++)
        {
          g_autofree char *name = g_strconcat ("A Story.", extensions[k], NULL);
          g_autofree char *loud = g_ascii_strup (name, -1);

          g_assert_true (quo_readers_take_name (name));
          g_assert_true (quo_readers_take_name (loud));
        }
    }
  g_assert_cmpuint (g_strv_length (types), ==, n);
  g_assert_false (quo_readers_take_name ("picture.png"));
  g_assert_false (quo_readers_take_name ("txt"));
  g_assert_false (quo_readers_take_name (".txt"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("plain", test_plain);
  ADD ("empty", test_empty);
  ADD ("newlines", test_newlines);
  ADD ("odd-characters", test_odd_characters);
  ADD ("long-line", test_long_line);
  ADD ("missing", test_missing);
  ADD ("folder", test_folder);
  ADD ("pipe", test_pipe);
  ADD ("device", test_device);
  ADD ("too-large", test_too_large);
  ADD ("binary", test_binary);
  ADD ("nul", test_nul);
  ADD ("unreadable", test_unreadable);
  ADD ("cancelled", test_cancelled);
  g_test_add_func ("/read/reader/types", test_types);
  return g_test_run ();
}
