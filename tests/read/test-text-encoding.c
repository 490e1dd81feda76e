/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in every encoding, told or guessed, and text that is in none. */
#include "quo-config.h"

#include "story-fixture.h"

#include <string.h>

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
test_encodings (Story *story, gconstpointer data)
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
      story_put (story, bytes->str, (gssize)bytes->len);
      article = story_read (story, encoded->given);
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
test_samples (Story *story, gconstpointer data)
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
test_invalid (Story *story, gconstpointer data)
{
  story_put (story, "one\ntwo \xff\n", -1);
  story_assert_refused (story, "UTF-8", QUO_ERROR_ENCODING, "byte 8 (line 2)");
  story_put (story, "a\x81z", -1);
  story_assert_refused (story, "windows-1252", QUO_ERROR_ENCODING, "byte 1 (line 1)");
  story_put (story,
             "\xff\xfe"
             "a\0\n\0"
             "b",
             7);
  story_assert_refused (story, NULL, QUO_ERROR_ENCODING, "byte 6");
  story_put (story,
             "\xef\xbb\xbf"
             "abc\xff",
             -1);
  story_assert_refused (story, NULL, QUO_ERROR_ENCODING, "byte 6");
  story_put (story, "One\ncaf\xc3", -1);
  story_assert_refused (story, "UTF-8", QUO_ERROR_ENCODING, "byte 7 (line 2)");
  story_put (story, "caf\xe9\n", -1);
  story_assert_refused (story, "US-ASCII", QUO_ERROR_ENCODING, "byte 3 (line 1)");
  story_put (story, "abc", -1);
  story_assert_refused (story, "klingon", QUO_ERROR_ENCODING, "klingon");
}

/* UTF-8 with a damaged byte is not a text in some old encoding. */
static void
test_damaged (Story *story, gconstpointer data)
{
  story_put (story, "“Åsa said it,” Köhler told\nreporters in G\xc3teborg — “soon”.\n", -1);
  story_assert_refused (story, NULL, QUO_ERROR_ENCODING, "line 2");
  story_put (story, "Bürgermeisterin für Straße\n\x80 „Brücke“ könnte", -1);
  story_assert_refused (story, NULL, QUO_ERROR_ENCODING, "line 2");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/read/text-encoding/" name, Story, NULL, story_set_up, func, story_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("encodings", test_encodings);
  ADD ("samples", test_samples);
  ADD ("invalid", test_invalid);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
