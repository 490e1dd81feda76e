/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles: what is known of a text without a file, and how one is named. */
#include "quo-article.h"
#include "quo-digest.h"

#include <string.h>

static void
test_new (void)
{
  g_autoptr (QuoText) text = quo_text_new ("abc");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoArticle) again = quo_article_ref (article);

  g_assert_true (again->text == text);
  /* FIPS 180-2, appendix B.1. */
  g_assert_cmpstr (article->sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpuint (article->bytes, ==, 3);
  g_assert_cmpint (article->newline, ==, QUO_NEWLINE_NONE);
  g_assert_null (article->path);
  g_assert_null (article->encoding);
  g_assert_false (article->has_bom);
}

/* Every length round two blocks of 64 bytes, and what is no article. */
static void
test_digest (void)
{
  g_autofree char *none = quo_sha256 (NULL, 0);
  guint8 data[200];

  g_assert_cmpstr (none, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (gsize i = 0; i < sizeof data; i++)
    data[i] = (guint8)(i * 37);
  for (gsize len = 0; len <= sizeof data; len++)
    {
      g_autofree char *digest = quo_sha256 (data, len);
      g_autofree char *other = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, len);

      g_assert_cmpstr (digest, ==, other);
      g_assert_cmpuint (strlen (digest), ==, QUO_SHA256_LENGTH);
    }
}

static void
test_name (void)
{
  g_autoptr (QuoText) text = quo_text_new ("abc");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autofree char *word = quo_article_dup_name (article), *name = NULL;

  g_assert_cmpstr (word, !=, "");
  article->path = g_strdup ("/home/ann/news/rally größe.txt");
  name = quo_article_dup_name (article);
  g_assert_cmpstr (name, ==, "rally größe.txt");
}

static const struct
{
  const char *name, *utf8, *title, *expected;
} titles[] = {
  { "stated", "First line\nSecond", "A title", "A title" },
  { "first-line", "First line\nSecond", NULL, "First line" },
  { "empty-title", "First line\nSecond", "", "First line" },
  { "blank-lines", "\n \t\r\n\u00a0\n  Köhler: no  \r\nmore", NULL, "Köhler: no" },
  { "cr", "One\rTwo", NULL, "One" },
  { "kicker", "Local\r\n\r\nFerry to stay for ten years\r\n\r\nIt stays.", NULL,
    "Ferry to stay for ten years" },
  { "blank-text", " \n \n", NULL, "Untitled article" },
  { "empty-text", "", NULL, "Untitled article" },
};

static void
test_title (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (QuoText) text = quo_text_new (titles[i].utf8);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autofree char *title = NULL;

  article->title = g_strdup (titles[i].title);
  title = quo_article_dup_title (article);
  g_assert_cmpstr (title, ==, titles[i].expected);
}

static void
test_long_title (void)
{
  g_autoptr (GString) s = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;
  g_autoptr (QuoArticle) article = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (s, "ö");
  text = quo_text_new (s->str);
  article = quo_article_new (text);
  title = quo_article_dup_title (article);
  g_assert_cmpint (g_utf8_strlen (title, -1), ==, 120);
  g_assert_true (g_str_has_suffix (title, "ö…"));
}

static const struct
{
  const char *name, *utf8;
  QuoNewline expected;
} newlines[] = {
  { "none", "abc", QUO_NEWLINE_NONE },        { "empty", "", QUO_NEWLINE_NONE },
  { "lf", "a\nb\n", QUO_NEWLINE_LF },         { "crlf", "a\r\nb\r\n", QUO_NEWLINE_CRLF },
  { "cr", "a\rb\r", QUO_NEWLINE_CR },         { "crs", "\r\r", QUO_NEWLINE_CR },
  { "mixed", "a\r\nb\n", QUO_NEWLINE_MIXED }, { "mixed-cr", "a\rb\r\n", QUO_NEWLINE_MIXED },
  { "lf-cr", "\n\r", QUO_NEWLINE_MIXED },     { "cr-at-end", "a\n\r", QUO_NEWLINE_MIXED },
};

static void
test_newline (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpint (quo_newline_detect (newlines[i].utf8, strlen (newlines[i].utf8)), ==,
                   newlines[i].expected);
}

static void
test_newline_names (void)
{
  g_assert_cmpstr (quo_newline_to_string (QUO_NEWLINE_NONE), ==, "none");
  g_assert_cmpstr (quo_newline_to_string (QUO_NEWLINE_LF), ==, "lf");
  g_assert_cmpstr (quo_newline_to_string (QUO_NEWLINE_CRLF), ==, "crlf");
  g_assert_cmpstr (quo_newline_to_string (QUO_NEWLINE_CR), ==, "cr");
  g_assert_cmpstr (quo_newline_to_string (QUO_NEWLINE_MIXED), ==, "mixed");
  /* A CR that ends the part that is looked at is not looked past. */
  g_assert_cmpint (quo_newline_detect ("a\r\n", 2), ==, QUO_NEWLINE_CR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/article/new", test_new);
  g_test_add_func ("/core/article/digest", test_digest);
  g_test_add_func ("/core/article/name", test_name);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *path = g_strconcat ("/core/article/title/", titles[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_title);
    }
  g_test_add_func ("/core/article/title/long", test_long_title);
  for (guint i = 0; i < G_N_ELEMENTS (newlines); i++)
    {
      g_autofree char *path = g_strconcat ("/core/article/newline/", newlines[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_newline);
    }
  g_test_add_func ("/core/article/newline-names", test_newline_names);
  return g_test_run ();
}
