/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The formats of the news industry, feeds, messages, Markdown and JSON. */

#include "quo-config.h"

#include "read-fixture.h"

#include <string.h>

#define P1 "The council voted to rebuild the pier."
#define P2 "“We have waited long enough,” said Ana Ruiz."

static void
check_facts (Reading *reading, const char *title, const char *byline, const char *published)
{
  g_assert_cmpstr (reading->article->title, ==, title);
  g_assert_cmpstr (reading->article->byline, ==, byline);
  g_assert_cmpstr (reading->article->published, ==, published);
}

#if QUO_HAVE_LIBXML2
#define NITF                                                                                       \
  "<nitf xml:lang=\"en\"><head><title>Pier</title><docdata><date.issue "                           \
  "norm=\"20260303T091400Z\"/>"                                                                    \
  "</docdata></head><body><body.head><hedline><hl1>Norby rebuilds its pier</hl1><hl2>A vote of "   \
  "eleven to ten</hl2></hedline><byline>By <person>Jo Field</person></byline><distributor>The "    \
  "Wire</distributor><dateline><location>NORBY</location></dateline></"                            \
  "body.head><body.content><p>" P1 "</p><block><p>" P2                                             \
  "</p></block><table><tr><td>For</td><td>11</td></tr></table>"                                    \
  "<media><media-caption>The old pier</media-caption></media></body.content></body></nitf>"

static void
test_nitf (Reading *reading, gconstpointer data)
{
  reading_read (reading, "story.xml", "<?xml version=\"1.0\"?>\n" NITF, -1);
  reading_check (reading, "Norby rebuilds its pier\n\nA vote of eleven to ten\n\n" P1 "\n\n" P2
                          "\n\nFor\t11\n\nThe old pier");
  check_facts (reading, "Norby rebuilds its pier", "Jo Field", "2026-03-03T09:14:00Z");
  g_assert_cmpstr (reading->article->dateline, ==, "NORBY");
  g_assert_cmpstr (reading->article->publisher, ==, "The Wire");
  g_assert_cmpstr (reading->article->lang, ==, "en");
  g_assert_cmpstr (reading->article->extractor, ==, "quotidian-nitf 1");
}

#define NEWSML_HEAD                                                                                \
  "<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemMeta>"      \
  "<versionCreated>2026-03-03T09:14:00+01:00</versionCreated></itemMeta><contentMeta><by>By Jo "   \
  "Field</by><dateline>NORBY, March 3</dateline><language tag=\"en-GB\"/><headline>Norby "         \
  "rebuilds "                                                                                      \
  "its pier</headline></contentMeta><contentSet>"
#define NEWSML_TAIL "</contentSet></newsItem>"

static void
test_newsml (Reading *reading, gconstpointer data)
{
  reading_read (reading, "a.xml",
                NEWSML_HEAD "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x"
                            "</title></head><body><p>" P1 "</p><p>" P2
                            "</p></body></html></inlineXML>" NEWSML_TAIL,
                -1);
  reading_check (reading, "Norby rebuilds its pier\n\n" P1 "\n\n" P2);
  check_facts (reading, "Norby rebuilds its pier", "Jo Field", "2026-03-03T09:14:00+01:00");
  g_assert_cmpstr (reading->article->dateline, ==, "NORBY, March 3");
  g_assert_cmpstr (reading->article->lang, ==, "en-GB");
  reading_read (reading, "b.xml", NEWSML_HEAD "<inlineXML>" NITF "</inlineXML>" NEWSML_TAIL, -1);
  reading_check_has (reading, "A vote of eleven to ten\n\n" P1);
  reading_read (reading, "c.xml",
                NEWSML_HEAD "<inlineData contenttype=\"text/plain\">" P1 "\n" P2
                            "</inlineData>" NEWSML_TAIL,
                -1);
  reading_check (reading, "Norby rebuilds its pier\n\n" P1 "\n" P2);
}

/* Nothing is expanded, nothing is fetched, nothing is read. */
static void
test_entities (Reading *reading, gconstpointer data)
{
  GString *laughs = g_string_new ("<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a0 \"ha\">");
  g_autofree char *bytes = NULL;

  for (guint i = 1; i < 12; i++)
    g_string_append_printf (laughs, "<!ENTITY a%u \"&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;\">", i,
                            i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
  g_string_append (laughs,
                   "]><nitf><body><body.content><p>&a11;" P1 "</p></body.content></body></nitf>");
  bytes = g_string_free (laughs, FALSE);
  reading_fail (reading, "laughs.xml", bytes, -1, QUO_ERROR_SYNTAX, "not well-formed");
  reading_read (
      reading, "external.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY "
      "x SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><p>&x;" P1
      "</p></body.content></body></nitf>",
      -1);
  reading_check (reading, P1);
}

static void
test_bad_xml (Reading *reading, gconstpointer data)
{
  GString *deep = g_string_new ("<nitf><body><body.content>");
  g_autofree char *bytes = NULL;

  reading_fail (reading, "cut.xml", NITF, (gssize)strlen (NITF) / 2, QUO_ERROR_SYNTAX,
                "not well-formed");
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<block>");
  bytes = g_string_free (deep, FALSE);
  reading_fail (reading, "deep.xml", bytes, -1, QUO_ERROR_SYNTAX, "not well-formed");
}

#if QUO_HAVE_GUMBO
#define ITEM(title, body)                                                                          \
  "<item><title>" title "</title><link>https://example.org/1</link><dc:creator "                   \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Jo Field</dc:creator><pubDate>Tue, 3 Mar 2026 "   \
  "09:14:00 +0100</pubDate><description>&lt;p&gt;" body "&lt;/p&gt;&lt;p&gt;" P2                   \
  "&lt;/p&gt;</description></item>"

static void
test_feed (Reading *reading, gconstpointer data)
{
  reading_read (reading, "a.rss",
                "<rss version=\"2.0\"><channel><title>Herald</title><language>en</language>" ITEM (
                    "Pier", P1) "</channel></rss>",
                -1);
  reading_check (reading, "Pier\n\n" P1 "\n\n" P2);
  check_facts (reading, "Pier", "Jo Field", "2026-03-03T09:14:00+01:00");
  g_assert_cmpstr (reading->article->publisher, ==, "Herald");
  g_assert_cmpstr (reading->article->url, ==, "https://example.org/1");
  reading_read (reading, "b.xml",
                "<rss><channel><title>Herald</title>" ITEM ("One", P1)
                    ITEM ("Two", P1) "</channel></rss>",
                -1);
  g_assert_cmpuint (reading->article->sections->len, ==, 2);
  g_assert_cmpstr (g_array_index (reading->article->sections, QuoSection, 1).title, ==, "Two");
  g_assert_cmpuint (g_array_index (reading->article->sections, QuoSection, 1).start, ==,
                    strlen ("One\n\n" P1 "\n\n") + g_utf8_strlen (P2, -1) + 2);
  reading_read (
      reading, "c.atom",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Herald</title><entry><title>Pier"
      "</title><updated>2026-03-03T09:14:00Z</updated><author><name>Jo Field</name>"
      "</author><content type=\"html\">&lt;p>" P1 "&lt;/p></content></entry></feed>",
      -1);
  reading_check (reading, "Pier\n\n" P1);
  check_facts (reading, "Pier", "Jo Field", "2026-03-03T09:14:00Z");
}
#endif
#endif

static void
test_ninjs (Reading *reading, gconstpointer data)
{
  reading_read (
      reading, "a.json",
      "{\"uri\":\"http://example.org/1\",\"headline\":\"Pier\",\"byline\":\"Jo Field\","
      "\"versioncreated\":\"2026-03-03T09:14:00Z\",\"language\":\"en\",\"located\":\"Norby\","
      "\"body_text\":\"" P1 "\\n\\n" P2 "\"}",
      -1);
  reading_check (reading, "Pier\n\n" P1 "\n\n" P2);
  check_facts (reading, "Pier", "Jo Field", "2026-03-03T09:14:00Z");
  g_assert_cmpstr (reading->article->dateline, ==, "Norby");
  reading_read (
      reading, "b.ninjs",
      "{\"headlines\":[{\"role\":\"main\",\"value\":\"Pier\"}],\"bodies\":[{\"contentType\":"
      "\"text/html\",\"value\":\"<p>" P1 "</p><p>" P2 "</p>\"}]}",
      -1);
#if QUO_HAVE_GUMBO
  reading_check (reading, "Pier\n\n" P1 "\n\n" P2);
#endif
  reading_read (
      reading, "c.jsonl",
      "{\"title\":\"One\",\"text\":\"" P1 "\"}\n{\"title\":\"Two\",\"text\":\"" P2 "\"}\n", -1);
  reading_check (reading, "One\n\n" P1 "\n\nTwo\n\n" P2);
  g_assert_cmpuint (reading->article->sections->len, ==, 2);
}

/* Paragraphs in a list, a story in an object, one line. */
static void
test_json_forms (Reading *reading, gconstpointer data)
{
  reading_read (reading, "a.json", "{\"title\":\"Pier\",\"text\":[\"One.\",\"Two.\"]}", -1);
  reading_check (reading, "Pier\n\nOne.\n\nTwo.");
  reading_read (reading, "b.json",
                "{\"status\":\"ok\",\"data\":{\"article\":{\"title\":\"Pier\",\"author\":{\"name\":"
                "\"Jo Field\"},\"date\":\"2026-03-03\",\"body\":\"One.\"}}}",
                -1);
  reading_check (reading, "Pier\n\nOne.");
  check_facts (reading, "Pier", "Jo Field", "2026-03-03");
  reading_read (reading, "c.json", "[{\"title\":\"Pier\",\"text\":\"One.\"}]", -1);
  check_facts (reading, "Pier", NULL, NULL);
  reading_read (
      reading, "d.json",
      "[{\"title\":\"No text\"},{\"title\":\"Pier\",\"text\":\"One.\"},{\"text\":\"Two.\"}]", -1);
  reading_check (reading, "Pier\n\nOne.\n\nTwo.");
}

/* JSON without a story is text; damaged JSON is told. */
static void
test_json (Reading *reading, gconstpointer data)
{
  GString *deep = g_string_new ("{\"text\":\"a\",\"x\":");
  g_autofree char *bytes = NULL;

  reading_read (reading, "a.json", "{\"a\":1}", -1);
  reading_check (reading, "{\"a\":1}");
  reading_fail (reading, "b.json", "{\"text\":\"a\"", -1, QUO_ERROR_SYNTAX, "b.json");
  reading_fail (reading, "c.json", "{\"text\":5}", -1, QUO_ERROR_INVALID, "there is no text in it");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  bytes = g_string_free (deep, FALSE);
  reading_fail (reading, "d.json", bytes, -1, QUO_ERROR_SYNTAX, "d.json");
}

#if QUO_HAVE_CMARK && QUO_HAVE_GUMBO
static void
test_markdown (Reading *reading, gconstpointer data)
{
  reading_read (
      reading, "a.md",
      "---\ntitle: \"The pier\"\nauthor: Jo Field\ndate: 2026-03-03\n---\n# The *pier*\n\n" P1
      "\n\n- one\n- [two](http://x)\n\n> quoted\n",
      -1);
  reading_check (reading, "The pier\n\n" P1 "\n\n• one\n• two\n\nquoted");
  check_facts (reading, "The pier", "Jo Field", "2026-03-03");
  reading_read (reading, "b.md", "---\nno second rule", -1);
  reading_check_has (reading, "no second rule");
}
#endif

#if QUO_HAVE_GMIME && QUO_HAVE_GUMBO
static void
test_eml (Reading *reading, gconstpointer data)
{
  reading_read (
      reading, "a.eml",
      "From: =?utf-8?q?J=C3=B8_Field?= <jo@example.org>\r\nSubject: The pier\r\nDate: Tue, "
      "3 Mar 2026 09:14:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: "
      "multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; "
      "charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nOne =E4.\r\n"
      "Two.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Other</p>\r\n--b--\r\n",
      -1);
  reading_check (reading, "One ä.\nTwo.");
  check_facts (reading, "The pier", "Jø Field", "2026-03-03T09:14:00+01");
  reading_read (
      reading, "b.eml",
      "From: a@example.org\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n<p>One</p>"
      "<p>Two</p>",
      -1);
  reading_check (reading, "One\n\nTwo");
  reading_read (
      reading, "c.eml",
      "From: a@example.org\nContent-Type: text/plain; format=flowed\n\nThe council \nvoted "
      "on \nTuesday.\nNext.\n-- \nJo\n",
      -1);
  reading_check (reading, "The council voted on Tuesday.\nNext.\n-- \nJo");
}

static void
test_mhtml (Reading *reading, gconstpointer data)
{
  reading_read (
      reading, "a.mht",
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/pier\r\nSubject: "
      "Pier\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; "
      "boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
      "quoted-printable\r\nContent-Location: https://example.org/pier\r\n\r\n<html><head><meta "
      "charset=3D\"utf-8\"><title>Pier</title></head><body><nav><a href=3D/>Home</a></nav><p>" P1
      " And so the long story =C3=A4nds, with many "
      "words.</p></body></html>\r\n--b\r\nContent-Type: "
      "image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n",
      -1);
  reading_check (reading, P1 " And so the long story änds, with many words.");
  g_assert_cmpstr (reading->article->url, ==, "https://example.org/pier");
  g_assert_cmpstr (reading->article->extractor, ==, "quotidian-mhtml 7");
}

/* Parts in parts in parts. */
static void
test_mime_nesting (Reading *reading, gconstpointer data)
{
  GString *deep = g_string_new ("From: a@example.org\nSubject: x\n");
  g_autofree char *bytes = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (deep, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  bytes = g_string_free (deep, FALSE);
  reading_fail (reading, "deep.eml", bytes, -1, QUO_ERROR_INVALID, "no text");
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#if QUO_HAVE_LIBXML2
  reading_add ("/read/news/nitf", test_nitf);
  reading_add ("/read/news/newsml", test_newsml);
  reading_add ("/read/news/entities", test_entities);
  reading_add ("/read/news/bad-xml", test_bad_xml);
#if QUO_HAVE_GUMBO
  reading_add ("/read/news/feed", test_feed);
#endif
#endif
  reading_add ("/read/news/ninjs", test_ninjs);
  reading_add ("/read/news/json-forms", test_json_forms);
  reading_add ("/read/news/json", test_json);
#if QUO_HAVE_CMARK && QUO_HAVE_GUMBO
  reading_add ("/read/news/markdown", test_markdown);
#endif
#if QUO_HAVE_GMIME && QUO_HAVE_GUMBO
  reading_add ("/read/news/eml", test_eml);
  reading_add ("/read/news/mhtml", test_mhtml);
  reading_add ("/read/news/mime-nesting", test_mime_nesting);
#endif
  return g_test_run ();
}
