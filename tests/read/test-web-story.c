/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages: what is taken of them, and what is left out. */

#include "quo-config.h"

#include "page-fixture.h"
#include "read-fixture.h"

#include <string.h>

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  reading_add ("/read/web-story/story", test_story);
  reading_add ("/read/web-story/whole-page", test_whole_page);
  reading_add ("/read/web-story/source", test_source);
  reading_add ("/read/web-story/named-txt", test_named_txt);
  reading_add ("/read/web-story/lying-name", test_lying_name);
  reading_add ("/read/web-story/old-table", test_old_table);
  reading_add ("/read/web-story/column", test_column);
  reading_add ("/read/web-story/summary", test_summary);
  reading_add ("/read/web-story/names-of-all", test_names_of_all);
  reading_add ("/read/web-story/repeated", test_repeated);
  reading_add ("/read/web-story/sections", test_sections);
  reading_add ("/read/web-story/folded", test_folded);
  reading_add ("/read/web-story/with-sidebar", test_with_sidebar);
  reading_add ("/read/web-story/several-articles", test_several_articles);
  reading_add ("/read/web-story/next-stories", test_next_stories);
  reading_add ("/read/web-story/comments", test_comments);
  reading_add ("/read/web-story/bold-headline", test_bold_headline);
  reading_add ("/read/web-story/json-ld", test_json_ld);
  reading_add ("/read/web-story/json-ld-alone", test_json_ld_alone);
  reading_add ("/read/web-story/empty", test_empty);
  return g_test_run ();
}
