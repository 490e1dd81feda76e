/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Web pages: by what rules they become text, and that no page is too bad. */

#include "quo-config.h"

#include "page-fixture.h"
#include "read-fixture.h"

#include "quo-web-clipping.h"

#include <string.h>

/* --- Rules of text --- */

static void
test_rules (Reading *reading, gconstpointer data)
{
  static const struct
  {
    const char *html, *text;
  } cases[] = {
    { "<p>a<p>b", "a\n\nb" },
    { "<h2>a</h2>b", "a\n\nb" },
    { "a<br>b<br><br>c", "a\nb\n\nc" },
    { "<ul><li>a<li>b<ul><li>c</ul></ul>", "• a\n• b\n• c" },
    { "<ol start=3><li>a<li><p>b</p></ol>", "3. a\n4. b" },
    { "<table><tr><th>a<th>b<tr><td>c<td>d</table>e", "a\tb\nc\td\n\ne" },
    { "<table><tr><td>a</table>", "a" },
    { "<pre>a\n  b\n</pre>c", "a\n  b\n\nc" },
    { "<blockquote>a</blockquote><figure><img><figcaption>b</figcaption></figure>", "a\n\nb" },
    { "<q>a</q> &amp; &euro; &#x1F68B;", "“a” & € 🚋" },
    { "so\xc2\xad"
      "gar z\xe2\x80\x8b"
      "w\xe2\x81\xa0j a&nbsp;&nbsp;b",
      "sogar zwj a b" },
    { "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae \xe2\x80\x8f",
      "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae \xe2\x80\x8f" },
    { "<p hidden>a</p><p style='display: none'>b</p><p>c", "c" },
    { "<span>a</span><span>b</span> <b> c </b>", "ab c" },
    { "<script>x</script><style>y</style><noscript>z</noscript>a<!-- c -->", "a" },
    { "<dl><dt>a<dd>b</dl>", "a\nb" },
    { "<isindex>a", "a" },
    { "a\n\t b\r\n c", "a b c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html = g_strconcat ("<!doctype html><body>", cases[i].html, NULL);

      reading_read_extent (reading, "page.html", html, -1, QUO_EXTENT_PAGE);
      reading_check (reading, cases[i].text);
    }
}

/* --- Encodings --- */

static void
test_encodings (Reading *reading, gconstpointer data)
{
  static const struct
  {
    const char *html;
    gssize len;
    const char *text, *encoding;
  } cases[] = {
    { "<html><meta charset=windows-1251><body>\xcf\xf0\xe8\xe2\xe5\xf2", -1, "Привет",
      "windows-1251" },
    { "<html><meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'><body>\x93"
      "a\x94",
      -1, "“a”", "windows-1252" },
    { "<?xml version='1.0' encoding='koi8-r'?><html><body>\xf0\xd2\xc9", -1, "При", "koi8-r" },
    { "<html><meta charset=gb2312><body>\xd6\xd0\xb9\xfa", -1, "中国", "GB18030" },
    { "<html><meta charset=iso-8859-1><body>Stra\xc3\x9f"
      "e",
      -1, "Straße", NULL },
    { "<html><meta charset=utf-8><body>\xc3\xa4 a\xff"
      "b",
      -1,
      "ä a\xef\xbf\xbd"
      "b",
      NULL },
    { "\xef\xbb\xbf<html><body>\xc3\xa4", -1, "ä", NULL },
    { "\xff\xfe<\0h\0t\0m\0l\0>\0\xe4\0", 16, "ä", "UTF-16LE" },
    { "<html><body>a\0b", 15, "ab", NULL },
    { "<p>\0a\0b", 7, "ab", NULL },
    /* Beyond Unicode: iconv lets it pass. */
    { "<html><meta charset=utf-8><body>\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f\xc3\xa0 a\xf5\xac\x8a\x9d",
      -1, "äöüßà a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      reading_read (reading, "page.html", cases[i].html, cases[i].len);
      reading_check (reading, cases[i].text);
      g_assert_cmpstr (reading->article->encoding, ==, cases[i].encoding);
    }
}

/* --- No page is too bad --- */

static char *
repeat (const char *start, const char *piece, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

static void
test_nesting (Reading *reading, gconstpointer data)
{
  static const char *const pieces[] = { "<div>",
                                        "<b>",
                                        "<span><div></span>",
                                        "<div><table></div>",
                                        "<ul><li>",
                                        "<blockquote><p>",
                                        "<table><tr><td>",
                                        "<b><div></b>",
                                        "<svg><g>",
                                        "<foo/>" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *html = repeat ("<html><body>", pieces[i], 100000, "<p>" P1);

      reading_read (reading, "deep.html", html, -1);
      if (!g_str_has_prefix (pieces[i], "<svg"))
        reading_check_has (reading, P1);
    }
}

static void
test_attributes (Reading *reading, gconstpointer data)
{
  g_autofree char *value = repeat ("<html><body><img alt='", "0123456789", 5000000, "'><p>" P1);
  g_autofree char *many = repeat ("<html><body><p ", "a=1 ", 100000, ">" P1);
  g_autofree char *names = NULL;
  GString *distinct = g_string_new ("<html><body><p ");

  reading_read (reading, "value.html", value, -1);
  reading_check (reading, P1);
  reading_read (reading, "many.html", many, -1);
  reading_check (reading, P1);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (distinct, "a%u=1 ", i);
  g_string_append (distinct, ">" P1);
  names = g_string_free (distinct, FALSE);
  reading_read (reading, "names.html", names, -1);
  reading_check (reading, P1);
}

/* Behind too many attributes further ones are none, not even one that hides its element. */
static void
test_all_attributes (Reading *reading, gconstpointer data)
{
  GString *page = g_string_new ("<html><body>");
  g_autofree char *markup = NULL;

  for (guint i = 0; i < 400000; i++)
    g_string_append (page, "<p a>");
  markup = g_string_free (g_string_append (page, "<p hidden>" P1), FALSE);
  reading_read (reading, "all.html", markup, -1);
  reading_check (reading, P1);
}

/* A piece out of a browser of Windows: without what is around it, with the address it tells. */
static void
test_clipping (Reading *reading, gconstpointer data)
{
  static const char piece[]
      = "Version:0.9\r\nStartHTML:0000000120\r\nEndHTML:0000000400\r\nSourceURL:"
        "https://n.example/a?b=1&c=2\r\n<html><body><p>Before.\r\n<!--StartFragment--><p>" P1
        "<!--EndFragment--><p>After.</body></html>";
  g_autofree char *page = quo_web_dup_clipping (piece);
  g_autofree char *plain = quo_web_dup_clipping ("Version: <b>" P1 "</b>");

  reading_read (reading, "piece.html", page, -1);
  reading_check (reading, P1);
  g_assert_cmpstr (reading->article->url, ==, "https://n.example/a?b=1&c=2");
  reading_read (reading, "plain.html", plain, -1);
  reading_check (reading, "Version: " P1);
  g_assert_null (reading->article->url);
}

static void
test_cut (Reading *reading, gconstpointer data)
{
  for (gsize len = 0; len < strlen (PAGE); len += 7)
    reading_read (reading, "cut.html", PAGE, (gssize)len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  reading_add ("/read/html/rules", test_rules);
  reading_add ("/read/html/encodings", test_encodings);
  reading_add ("/read/html/nesting", test_nesting);
  reading_add ("/read/html/attributes", test_attributes);
  reading_add ("/read/html/all-attributes", test_all_attributes);
  reading_add ("/read/html/clipping", test_clipping);
  reading_add ("/read/html/cut", test_cut);
  return g_test_run ();
}
