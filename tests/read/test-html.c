/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Web pages: what is taken of them, by what rules it becomes text, and that no page is too bad. */

#include "quo-config.h"

#include "read-fixture.h"

#include "quo-web-clipping.h"

#include <string.h>

#define P1                                                                                         \
  "The council of Norby voted on Tuesday to rebuild the old ferry pier, ending a dispute that "    \
  "had "                                                                                           \
  "divided the town for nine years, the mayor said."
#define P2                                                                                           \
  "“We have waited long enough,” said Mayor Ana Ruiz, who had campaigned for the pier, and who " \
  "now wants the work to begin before the winter storms arrive."
#define P3                                                                                         \
  "Opponents, among them the fishermen's union, warned that dredging would harm the spawning "     \
  "grounds, and announced that they would go to court."

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=en><head><title>Norby rebuilds its pier | The Norby Herald</title>"   \
  "<meta property=og:site_name content='The Norby Herald'></head><body>"                           \
  "<header class=site><nav><a href=/>Home</a> <a href=/s>Sport</a></nav></header>"                 \
  "<main><article><h1>Norby rebuilds its pier</h1><p class=byline>By <a rel=author href=/a>Jo "    \
  "Field</a></p><time datetime=2026-03-03T09:14:00+01:00>3 March</time><div class=story-body>"     \
  "<p>" P1 "</p><div class=ad>Advertisement: buy a boat, today</div><p>" P2 "</p>"                 \
  "<p>Read also: <a href=/x>The long story of the ferry to the islands</a></p>"                    \
  "<p>" P3 "</p></div>"                                                                            \
  "<section class=comments><h2>Comments</h2><p>I do not agree with this at all, it is a waste, "   \
  "and everybody knows it, said nobody ever in this town.</p></section></article></main>"          \
  "<aside><h3>Most read</h3><ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul></aside>"         \
  "<footer>© The Norby Herald <a href=/i>Imprint</a></footer><script>alert('no')</script></body>" \
  "</html>"

/* --- The story --- */

static void
test_story (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html", PAGE, -1);
  reading_check (reading, "Norby rebuilds its pier\n\n" P1 "\n\n" P2 "\n\n" P3);
  reading_check_note (reading, "the story was taken");
  g_assert_cmpstr (reading->article->title, ==, "Norby rebuilds its pier");
  g_assert_cmpstr (reading->article->byline, ==, "Jo Field");
  g_assert_cmpstr (reading->article->published, ==, "2026-03-03T09:14:00+01:00");
  g_assert_cmpstr (reading->article->publisher, ==, "The Norby Herald");
  g_assert_cmpstr (reading->article->lang, ==, "en");
  g_assert_cmpstr (reading->article->extractor, ==, "quotidian-html 7");
  g_assert_cmpuint (strlen (reading->article->textsha256), ==, 64);
  g_assert_cmpstr (reading->article->sha256, !=, reading->article->textsha256);
}

static void
test_whole_page (Reading *reading, gconstpointer data)
{
  reading_read_extent (reading, "page.html", PAGE, -1, QUO_EXTENT_PAGE);
  reading_check_has (reading, "Home Sport");
  reading_check_has (reading, "• One\n• Two");
  reading_check_has (reading, "Imprint");
  reading_check_has_not (reading, "alert");
  g_assert_cmpstr (reading->article->extractor, ==, "quotidian-html 7 whole-page");
}

static void
test_source (Reading *reading, gconstpointer data)
{
  reading_read_extent (reading, "page.html", PAGE, -1, QUO_EXTENT_SOURCE);
  reading_check (reading, PAGE);
  g_assert_null (reading->article->extractor);
}

/* A text file is text, though it be about HTML. */
static void
test_named_txt (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.txt", PAGE, -1);
  reading_check (reading, PAGE);
}

static void
test_lying_name (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.pdf", PAGE, -1);
  reading_check_has (reading, P2);
  reading_check_note (reading, "the name ends in “.pdf”");
}

static void
test_old_table (Reading *reading, gconstpointer data)
{
  reading_read (reading, "old.htm",
                "<html><title>Norby</title><body bgcolor=white><table width=100%><tr><td "
                "width=150><font size=1><a href=a>Home</a><br><a href=b>News</a><br><a "
                "href=c>Sport</a></font></td><td><font face=Arial>" P1 "<br><br>" P2 "<br><br>" P3
                "</font></td><td><a href=d>Weather today</a><br><a href=e>Contact us</a></td></tr>"
                "</table>",
                -1);
  reading_check (reading, P1 "\n\n" P2 "\n\n" P3);
}

/* A column beside the story has more text than the story. */
static void
test_column (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><body><div><section><article><div class=article-body><p>" P1 "</p><p>" P2
                "</p><p>" P3
                "</p></div></article></section><aside class=sidebar><div class=live><ul>"
                "<li><p>" P3 " More.</p><li><p>" P2 " More.</p><li><p>" P1 " More.</p><li><p>" P3
                " Again.</p></ul></div></aside></div></body></html>",
                -1);
  reading_check (reading, P1 "\n\n" P2 "\n\n" P3);
}

/* A summary in a box, and a story that begins with it, nearly, and is full of links. */
static void
test_summary (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><body><div><div class=second><div><div><div><div>" P1
                "</div></div></div></div></div><div class=third><div><div><div><p>" P1
                " Today.</p><p><a href=a>" P2 "</a></p><p><a href=b>" P3
                "</a></p></div></div></div></div></div></body></html>",
                -1);
  reading_check_has (reading, P1 " Today.\n\n" P2 "\n\n" P3);
}

/* Names that speak against a paragraph say nothing where all of the story has them, nor where only
 * a label is hidden. */
static void
test_names_of_all (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><title>Pier</title><body><div><h1><span class='field "
                "field--label-hidden'>Pier</span></h1><div><p class=highLightSearchTarget>" P1
                "</p><p class=highLightSearchTarget>" P2 "</p><p class=highLightSearchTarget>" P3
                "</p></div></div><ul><li><a href=a>" P1 "</a><li><a href=b>" P2
                "</a><li><a href=c>" P3 "</a></ul>",
                -1);
  reading_check (reading, "Pier\n\n" P1 "\n\n" P2 "\n\n" P3);
}

/* A sentence in large type that the story has, too; what is paid for; a time to read. */
static void
test_repeated (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><body><article><p>" P1
                "</p><blockquote>We have waited long enough</blockquote>"
                "<p>" P2 "</p><blockquote>Nobody else says so in this story.</blockquote><div "
                "class=sponsored-content><p>A new kitchen in three days, without any noise.</p>"
                "</div><p>5 min read</p><p>Advertisement</p><p>" P3 "</p></article></body></html>",
                -1);
  reading_check (reading, P1 "\n\n" P2 "\n\nNobody else says so in this story.\n\n" P3);
}

/* The main part is one text in sections of different kinds. */
static void
test_sections (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><body><nav><a href=a>Home</a></nav><main><section><header><p>" P1
                "</p></header><div class=notice><p>" P2
                "</p></div></section><section><div><ul><li><h2>One</h2><p>" P3
                "</p></li><li><h2>Two</h2><p>" P1 "</p></li><li><h2>Three</h2><p>" P2
                "</p></li></ul></div></section></main></body></html>",
                -1);
  reading_check_has (reading, "One\n\n" P3);
  reading_check_has (reading, "Three\n\n" P2);
  reading_check_has_not (reading, "Home");
}

/* The rest of the story is folded away, in an element of its own. */
static void
test_folded (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><body><nav><a href=a>Home</a></nav><div class=story-body><p>" P1 "</p><p>" P2
                "</p><div id=read-more><div id=read-more-content><p>" P3 "</p><p>" P1 "</p><p>" P2
                "</p><p>" P3 "</p><p>" P1 "</p></div></div></div></body></html>",
                -1);
  reading_check (reading, P1 "\n\n" P2 "\n\n" P3 "\n\n" P1 "\n\n" P2 "\n\n" P3 "\n\n" P1);
}

/* What an element holds is not what it is. */
static void
test_with_sidebar (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><body><div class=with-sidebar><div class=x><p>" P1 "</p><p>" P2
                "</p></div></div></div><p>" P3 "</p><p>" P1 "</p><p>" P2 "</p><p>" P3
                "</p></body></html>",
                -1);
  reading_check (reading, P1 "\n\n" P2 "\n\n" P3 "\n\n" P1 "\n\n" P2 "\n\n" P3);
}

/* Of several articles the one that the title names; a quoted post belongs to it. */
static void
test_several_articles (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><title>Pier</title><body><div><article><h1>Pier</h1><p>" P1 "</p><p>" P2
                "</p><blockquote class=twitter-tweet><p>At last! <a href=t>pic.example/1</a></p>"
                "<a href=u>3 March</a></blockquote><p>" P3
                "</p></article><article><h1>Boats</h1><p>" P3 " More.</p><p>" P2 " More.</p><p>" P1
                " More.</p></article></div></body></html>",
                -1);
  reading_check (reading, "Pier\n\n" P1 "\n\n" P2 "\n\nAt last! pic.example/1\n\n3 March\n\n" P3);
}

/* Below the story the page goes on with the next ones, which are short. */
static void
test_next_stories (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><title>Norby rebuilds its pier</title><main><article><h1>Norby rebuilds its "
                "pier</h1><p>" P1 "</p><p>" P2 "</p><p>" P3
                "</p></article><article><h1>No ferry</h1><p>The ferry to the islands will not run "
                "on Sundays until the new pier stands, the company said on "
                "Monday.</p></article><article><h1>Rain</h1><p>It will rain on all days of the "
                "week, and on Sunday it will rain more, forecasters said.</p></article></main>",
                -1);
  reading_check (reading, "Norby rebuilds its pier\n\n" P1 "\n\n" P2 "\n\n" P3);
}

/* Comments of readers are known by their heading, where no name tells them. */
static void
test_comments (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><title>Pier</title><div class=a><h1>Pier</h1><p>" P1 "</p><p>" P2
                "</p><p>" P3
                "</p><div class=b><h4>2 תגובות</h4><p>It was high time, and my boat needs a place "
                "to lie in winter, too.</p><p>Who will pay for all this, I ask, and who will "
                "sweep it?</p></div></div>",
                -1);
  reading_check (reading, "Pier\n\n" P1 "\n\n" P2 "\n\n" P3);
}

/* A page without headings has its headline in bold type, in a cell of its own. */
static void
test_bold_headline (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><title>HARBOUR COUNCIL - Norby rebuilds its pier</title><table><tr><td><ul>"
                "<li><a href=a>Norby rebuilds its pier</a></ul><tr><td><b>Norby rebuilds its "
                "pier</b></td></tr><tr><td><p>" P1 "</p><p>" P2 "</p><p>" P3 "</p></table>",
                -1);
  reading_check (reading, "Norby rebuilds its pier\n\n" P1 "\n\n" P2 "\n\n" P3);
}

static void
test_json_ld (Reading *reading, gconstpointer data)
{
  reading_read (
      reading, "page.html",
      "<html><head><script type=application/ld+json>{\"@context\":\"https://schema.org\","
      "\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Herald\"},{\"@type\":\"NewsArticle\","
      "\"headline\":\"Pier &amp; ferry\",\"author\":[{\"@type\":\"Person\",\"name\":\"Jo "
      "Field\"},{\"name\":\"Lu Marsh\"}],\"datePublished\":\"2026-03-03T08:00:00Z\","
      "\"publisher\":{\"name\":\"Herald\"},\"inLanguage\":\"en-GB\"}]}</script></head>"
      "<body><p>" P1 "</p></body></html>",
      -1);
  g_assert_cmpstr (reading->article->byline, ==, "Jo Field, Lu Marsh");
  g_assert_cmpstr (reading->article->published, ==, "2026-03-03T08:00:00Z");
  g_assert_cmpstr (reading->article->publisher, ==, "Herald");
  g_assert_cmpstr (reading->article->lang, ==, "en-GB");
}

/* A page that a script builds, with its story for machines. */
static void
test_json_ld_alone (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html",
                "<html><head><script type=application/ld+json>{\"@type\":\"NewsArticle\","
                "\"headline\":\"Pier\",\"articleBody\":\"" P1 "\\n" P3 "\"}</script></head>"
                "<body><div id=root></div></body></html>",
                -1);
  reading_check (reading, "Pier\n\n" P1 "\n\n" P3);
  reading_check_note (reading, "for machines");
}

static void
test_empty (Reading *reading, gconstpointer data)
{
  reading_read (reading, "page.html", "<html><body><div id=root></div></body></html>", -1);
  reading_check (reading, "");
  reading_check_note (reading, "shows no text");
  reading_read (reading, "empty.html", "", 0);
  reading_check (reading, "");
}

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
  reading_add ("/read/html/story", test_story);
  reading_add ("/read/html/whole-page", test_whole_page);
  reading_add ("/read/html/source", test_source);
  reading_add ("/read/html/named-txt", test_named_txt);
  reading_add ("/read/html/lying-name", test_lying_name);
  reading_add ("/read/html/old-table", test_old_table);
  reading_add ("/read/html/column", test_column);
  reading_add ("/read/html/summary", test_summary);
  reading_add ("/read/html/names-of-all", test_names_of_all);
  reading_add ("/read/html/repeated", test_repeated);
  reading_add ("/read/html/sections", test_sections);
  reading_add ("/read/html/folded", test_folded);
  reading_add ("/read/html/with-sidebar", test_with_sidebar);
  reading_add ("/read/html/several-articles", test_several_articles);
  reading_add ("/read/html/next-stories", test_next_stories);
  reading_add ("/read/html/comments", test_comments);
  reading_add ("/read/html/bold-headline", test_bold_headline);
  reading_add ("/read/html/json-ld", test_json_ld);
  reading_add ("/read/html/json-ld-alone", test_json_ld_alone);
  reading_add ("/read/html/empty", test_empty);
  reading_add ("/read/html/rules", test_rules);
  reading_add ("/read/html/encodings", test_encodings);
  reading_add ("/read/html/nesting", test_nesting);
  reading_add ("/read/html/attributes", test_attributes);
  reading_add ("/read/html/all-attributes", test_all_attributes);
  reading_add ("/read/html/clipping", test_clipping);
  reading_add ("/read/html/cut", test_cut);
  return g_test_run ();
}
