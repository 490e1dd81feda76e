/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading articles: every encoding and kind of line end, and every file that is none. */
#include "quo-config.h"

#include "quo-reader.h"

#include "quo-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quo-reader-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "story.txt", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (g_remove (fixture->path) != 0)
    g_assert_cmpint (errno, ==, ENOENT);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing was left in it */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
put (Fixture *fixture, const char *bytes, gssize len)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, bytes, len, &error);
  g_assert_no_error (error);
}

static QuoArticle *
read_it (Fixture *fixture, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  QuoArticle *article = quo_read_article (fixture->path, encoding, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);
  return article;
}

/* The file is refused with @code, and the message says @word. */
static void
assert_refused (Fixture *fixture, const char *encoding, QuoError code, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (quo_read_article (fixture->path, encoding, NULL, &error));
  g_assert_error (error, QUO_ERROR, (int)code);
  if (strstr (error->message, "story.txt") == NULL || strstr (error->message, word) == NULL)
    g_error ("the message does not say “story.txt” and “%s”: %s", word, error->message);
}

/* Text */

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoArticle) article = NULL;

  put (fixture, "Åsa\n🚋", -1);
  article = read_it (fixture, NULL);
  g_assert_cmpstr (quo_text_get_utf8 (article->text), ==, "Åsa\n🚋");
  g_assert_cmpuint (quo_text_get_length (article->text), ==, 5);
  g_assert_cmpuint (article->bytes, ==, 9);
  g_assert_cmpstr (article->path, ==, fixture->path);
  g_assert_cmpstr (article->sha256, ==,
                   "ee1bbfe4ba418c4326177aa066c7ba25bfa645c526cb82dc4d441bc6efe88904");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoArticle) article = NULL;

  put (fixture, "", 0);
  article = read_it (fixture, NULL);
  g_assert_cmpuint (quo_text_get_length (article->text), ==, 0);
  g_assert_cmpint (article->newline, ==, QUO_NEWLINE_NONE);
  g_assert_cmpstr (article->sha256, ==,
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_newlines (Fixture *fixture, gconstpointer data)
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

      put (fixture, cases[i].text, -1);
      article = read_it (fixture, NULL);
      g_assert_cmpint (article->newline, ==, cases[i].newline);
      g_assert_cmpstr (quo_text_get_utf8 (article->text), ==, cases[i].text);
      g_assert_cmpuint (quo_text_get_length (article->text), ==, cases[i].length);
    }
}

/* Characters that mean something to a text widget are characters like others. */
static void
test_odd_characters (Fixture *fixture, gconstpointer data)
{
  const char *text = "a\xef\xbf\xbc"
                     "b\xe2\x80\xa9"
                     "c\x01\x1b[0m\xef\xbb\xbf\xe2\x80\xae"
                     "d";
  g_autoptr (QuoArticle) article = NULL;

  put (fixture, text, -1);
  article = read_it (fixture, NULL);
  g_assert_cmpstr (quo_text_get_utf8 (article->text), ==, text);
  g_assert_false (article->has_bom);
}

static void
test_long_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = g_strnfill (1024 * 1024, 'x');
  g_autoptr (QuoArticle) article = NULL;

  put (fixture, line, -1);
  article = read_it (fixture, NULL);
  g_assert_cmpuint (quo_text_get_length (article->text), ==, 1024 * 1024);
  g_assert_cmpint (article->newline, ==, QUO_NEWLINE_NONE);
}

/* Encodings */

typedef struct
{
  const char *encoding; /* of the file, for the test's own converter */
  const char *mark;     /* written before it */
  guint mark_len;
  const char *given;    /* told to the reader, or NULL */
  const char *recorded; /* what the article says */
  gboolean is_guessed;
  const char *text;
} Encoded;

#define GERMAN                                                                                            \
  "Die Bürgermeisterin sagte, für die Straße fehle das Geld. „Wir können nicht länger warten“, " \
  "erklärte sie am Dienstag in Köln. Die Gäste aus Österreich hörten zu und schwiegen.\n"
#define EURO "Die Brücke kostet 3 Millionen €, sagte die Bürgermeisterin für Straßenbau.\n"
#define DOS                                                                                         \
  "Die Bürgermeisterin sagte, für die Straße fehle das Geld. Wir können nicht länger warten, " \
  "erklärte sie am Dienstag in Köln. Die Gäste aus Österreich hörten zu und schwiegen.\r\n"
#define RUSSIAN                                                                                                                                                          \
  "Мэр города заявил во вторник, что мост будет открыт весной. «Мы построим его», — сказал он " \
  "журналистам после заседания городского совета.\n"

#define HEBREW                                                                                                                                                   \
  "מועצת העיר החליטה ביום שני בערב לבנות ספרייה חדשה בשוק הישן. הבית קטן מדי ולח, והספרים " \
  "נשמרים בארגזים.\n"
#define JAPANESE                                                                                                                            \
  "市議会は月曜日の夜、古い市場に新しい図書館を建てることを決めた。「子どもたちのために建てる" \
  "のです」と市長は述べた。\n"
/* Nothing in it but characters of two bytes. */
#define JAPANESE_LINE "港は昨日、強風のため閉鎖された。漁師たちは新しい安全対策を求めている。"
#define CHINESE_LINE "港口昨天因大风关闭。渔民要求采取新的安全措施，部长答应在一周内答复。"
#define FRENCH                                                                                               \
  "À Saint-Vran, les élèves ont été reçus lundi. Le maire a déçu les commerçants, privés de leur " \
  "marché depuis février.\n"
#define UKRAINIAN                                                                                                                                                           \
  "Міська рада вирішила побудувати нову бібліотеку на старому ринку. Будинок замалий, у ньому " \
  "волого, і книги вже багато років лежать у скринях.\n"

static const Encoded ENCODED[] = {
  { "UTF-8", "\xef\xbb\xbf", 3, NULL, NULL, FALSE, GERMAN },
  { "UTF-8", "\xef\xbb\xbf", 3, "UTF-8", NULL, FALSE, GERMAN },
  { "UTF-8", "", 0, "utf-8", NULL, FALSE, GERMAN },
  { "UTF-16LE", "\xff\xfe", 2, NULL, "UTF-16LE", FALSE, GERMAN },
  { "UTF-16BE", "\xfe\xff", 2, NULL, "UTF-16BE", FALSE, RUSSIAN },
  { "UTF-16LE", "\xff\xfe", 2, "UTF-16LE", "UTF-16LE", FALSE, GERMAN },
  { "UTF-16BE", "\xfe\xff", 2, "UTF-16", "UTF-16BE", FALSE, GERMAN },
  { "UTF-16LE", "", 0, "UTF-16LE", "UTF-16LE", FALSE, GERMAN },
  { "UTF-16LE", "", 0, NULL, "UTF-16LE", TRUE, GERMAN },
  { "UTF-16BE", "", 0, NULL, "UTF-16BE", TRUE, RUSSIAN },
  { "UTF-16LE", "", 0, NULL, "UTF-16LE", TRUE, HEBREW },
  { "UTF-16BE", "", 0, NULL, "UTF-16BE", TRUE, JAPANESE },
  { "UTF-16LE", "", 0, NULL, "UTF-16LE", TRUE, JAPANESE_LINE },
  { "UTF-16BE", "", 0, NULL, "UTF-16BE", TRUE, JAPANESE_LINE },
  { "UTF-16LE", "", 0, NULL, "UTF-16LE", TRUE, CHINESE_LINE },
  { "UTF-16BE", "", 0, NULL, "UTF-16BE", TRUE, CHINESE_LINE },
  { "ISO-2022-JP", "", 0, NULL, "ISO-2022-JP", TRUE, JAPANESE },
  { "UTF-32LE", "\xff\xfe\0\0", 4, NULL, "UTF-32LE", FALSE, RUSSIAN },
  { "UTF-32BE", "\0\0\xfe\xff", 4, NULL, "UTF-32BE", FALSE, RUSSIAN },
  { "WINDOWS-1252", "", 0, "windows-1252", "windows-1252", FALSE, GERMAN },
  { "ISO-8859-15", "", 0, "ISO-8859-15", "ISO-8859-15", FALSE, EURO },
  { "WINDOWS-1251", "", 0, "windows-1251", "windows-1251", FALSE, RUSSIAN },
#if QUO_HAVE_UCHARDET
  { "IBM850", "", 0, NULL, "IBM850", TRUE, DOS },
  { "MACINTOSH", "", 0, NULL, "MACINTOSH", TRUE, GERMAN },
  { "MACINTOSH", "", 0, NULL, "MACINTOSH", TRUE, FRENCH },
  { "KOI8-U", "", 0, NULL, "KOI8-U", TRUE, UKRAINIAN },
  { "WINDOWS-1252", "", 0, NULL, "windows-1252", TRUE, GERMAN },
  { "WINDOWS-1251", "", 0, NULL, "windows-1251", TRUE, RUSSIAN },
#endif
};

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (ENCODED); i++)
    {
      const Encoded *encoded = &ENCODED[i];
      g_autoptr (GString) bytes = g_string_new_len (encoded->mark, encoded->mark_len);
      g_autoptr (QuoArticle) article = NULL;
      gsize len;
      g_autofree char *converted
          = g_convert (encoded->text, -1, encoded->encoding, "UTF-8", NULL, &len, NULL);

      g_test_message ("%u: %s, told %s", i, encoded->encoding,
                      encoded->given != NULL ? encoded->given : "nothing");
      g_assert_nonnull (converted);
      g_string_append_len (bytes, converted, (gssize)len);
      put (fixture, bytes->str, (gssize)bytes->len);
      article = read_it (fixture, encoded->given);
      g_assert_cmpstr (quo_text_get_utf8 (article->text), ==, encoded->text);
      g_assert_cmpstr (article->encoding, ==, encoded->recorded);
      g_assert_cmpint (article->has_bom, ==, encoded->mark_len > 0);
      g_assert_cmpint (article->is_guessed, ==, encoded->is_guessed);
      g_assert_cmpuint (article->bytes, ==, bytes->len);
    }
}

/* Real articles in many encodings, NAME.ENCODING.txt beside NAME.ENCODING.expected.utf8 (with LF
 * everywhere), which do not belong to the project. QUO_TEST_ENCODINGS may name their folder. */
static void
check_sample (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".txt"));
  g_autofree char *expected_path = g_strconcat (stem, ".expected.utf8", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *as_lf = NULL;
  g_autoptr (QuoArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  article = quo_read_article (path, NULL, NULL, &error);
  if (article == NULL)
    {
      g_test_message ("%s", error->message);
      g_test_fail ();
    }
  else if (!g_str_equal (as_lf = quo_text_dup_lf (article->text), expected)
           && !g_str_equal (quo_text_get_utf8 (article->text), expected))
    {
      g_test_message ("%s: read as %s", file, article->encoding);
      g_test_fail ();
    }
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  const char *told = g_getenv ("QUO_TEST_ENCODINGS");
  g_autofree char *folder = told != NULL ? g_strdup (told)
                                         : g_test_build_filename (G_TEST_DIST, "..", "..", "shared",
                                                                  "articles", "encodings", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  if (dir == NULL || !QUO_HAVE_UCHARDET)
    {
      g_test_skip (dir == NULL ? "the articles in many encodings are not at hand"
                               : "built without uchardet");
      return;
    }
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".txt"))
      check_sample (folder, file);
}

static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  put (fixture, "one\ntwo \xff\n", -1);
  assert_refused (fixture, "UTF-8", QUO_ERROR_ENCODING, "byte 8 (line 2)");
  put (fixture, "a\x81z", -1);
  assert_refused (fixture, "windows-1252", QUO_ERROR_ENCODING, "byte 1 (line 1)");
  put (fixture,
       "\xff\xfe"
       "a\0\n\0"
       "b",
       7);
  assert_refused (fixture, NULL, QUO_ERROR_ENCODING, "byte 6");
  put (fixture,
       "\xef\xbb\xbf"
       "abc\xff",
       -1);
  assert_refused (fixture, NULL, QUO_ERROR_ENCODING, "byte 6");
  put (fixture, "One\ncaf\xc3", -1);
  assert_refused (fixture, "UTF-8", QUO_ERROR_ENCODING, "byte 7 (line 2)");
  put (fixture, "caf\xe9\n", -1);
  assert_refused (fixture, "US-ASCII", QUO_ERROR_ENCODING, "byte 3 (line 1)");
  put (fixture, "abc", -1);
  assert_refused (fixture, "klingon", QUO_ERROR_ENCODING, "klingon");
}

/* UTF-8 with a damaged byte is not a text in some old encoding. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  put (fixture, "“Åsa said it,” Köhler told\nreporters in G\xc3teborg — “soon”.\n", -1);
  assert_refused (fixture, NULL, QUO_ERROR_ENCODING, "line 2");
  put (fixture, "Bürgermeisterin für Straße\n\x80 „Brücke“ könnte", -1);
  assert_refused (fixture, NULL, QUO_ERROR_ENCODING, "line 2");
}

/* Files that are no articles */

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, NULL, QUO_ERROR_NOT_FOUND, "no such file");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, NULL, QUO_ERROR_NOT_REGULAR, "folder");
}

static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture, NULL, QUO_ERROR_NOT_REGULAR, "pipe");
}

static void
test_device (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink ("/dev/zero", fixture->path), ==, 0);
  assert_refused (fixture, NULL, QUO_ERROR_NOT_REGULAR, "device");
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  /* The file is a hole: it is refused by its size, unread. */
  put (fixture, "", 0);
  g_assert_cmpint (truncate (fixture->path, 300 * 1024 * 1024), ==, 0);
  assert_refused (fixture, NULL, QUO_ERROR_TOO_LARGE, "300");
  assert_refused (fixture, NULL, QUO_ERROR_TOO_LARGE, "64 MB");
}

static void
test_binary (Fixture *fixture, gconstpointer data)
{
  put (fixture, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  assert_refused (fixture, NULL, QUO_ERROR_BINARY, "not a text file");
  put (fixture, "\x1f\x8b\x08\x02\x01\x9a\x12\x03\x05\xf1\x07\x08", -1); /* no NUL in it */
  assert_refused (fixture, NULL, QUO_ERROR_BINARY, "not a text file");
}

static void
test_nul (Fixture *fixture, gconstpointer data)
{
  put (fixture, "one\0two", 7);
  assert_refused (fixture, NULL, QUO_ERROR_BINARY, "NUL");
  assert_refused (fixture, "UTF-8", QUO_ERROR_BINARY, "NUL");
  assert_refused (fixture, "windows-1252", QUO_ERROR_BINARY, "NUL");
  put (fixture,
       "\xff\xfe"
       "a\0\0\0b\0",
       8);
  assert_refused (fixture, NULL, QUO_ERROR_BINARY, "NUL");
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
test_unreadable (Fixture *fixture, gconstpointer data)
{
  int status = 0;
  pid_t child;

  put (fixture, "secret", -1);
  g_assert_cmpint (g_chmod (fixture->path, 0000), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  child = fork ();
  if (child == 0)
    _exit (try_as_nobody (fixture->path));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("rights of root cannot be dropped here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put (fixture, "text", -1);
  g_cancellable_cancel (cancellable);
  g_assert_null (quo_read_article (fixture->path, NULL, cancellable, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_CANCELLED);
}

#define ADD(name, func) g_test_add ("/read/reader/" name, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("encodings", test_encodings);
  ADD ("samples", test_samples);
  ADD ("invalid", test_invalid);
  ADD ("damaged", test_damaged);
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
