/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Title, byline and date of pages in the ways sites tell them. */

#include "quo-config.h"

#include "read-fixture.h"

#include "quo-date.h"

#define P                                                                                          \
  "<p>The council voted on Monday night to build the library anew, after four hours of debate."    \
  "</p><p>The old house is too small, damp, and closed to whoever uses a wheelchair, it said.</p>"

/* A page, and what it says. NULL: nothing. */
typedef struct
{
  const char *name, *page, *title, *byline, *published;
} Case;

static const Case cases[] = {
  { "section-and-site",
    "<title>Politics - Library to be built - The Harbour</title><h1>Library to be built</h1>" P,
    "Library to be built", NULL, NULL },
  { "site-first", "<title>The Harbour | Library to be built</title><h1>Library to be built</h1>" P,
    "Library to be built", NULL, NULL },
  { "site-by-host",
    "<title>The Harbour: news - Library to be built at last | Harbour</title><link rel=canonical "
    "href=https://www.harbour.example/a>" P,
    "The Harbour: news - Library to be built at last", NULL, NULL },
  { "section-before-site",
    "<title>The council wants to build a library : News : Harbour Daily</title>" P,
    "The council wants to build a library", NULL, NULL },
  { "tight-joins", "<title>市议会决定修建新的图书馆-新闻中心_海港网</title>" P,
    "市议会决定修建新的图书馆", NULL, NULL },
  { "tight-hyphen-in-headline", "<title>上海-北京高铁今日正式开通运营 - 海港新闻网</title>" P,
    "上海-北京高铁今日正式开通运营", NULL, NULL },
  { "hyphen-in-headline",
    "<title>A library - at last | Harbour</title><meta property=og:site_name "
    "content=Harbour><h1>A library - at last</h1>" P,
    "A library - at last", NULL, NULL },
  { "og-title-with-site",
    "<title>x</title><meta property=og:title content=\"Library to be built | Harbour\"><meta "
    "property=og:site_name content=Harbour>" P,
    "Library to be built", NULL, NULL },
  { "shown-longer-than-told",
    "<title>Library | Harbour</title><meta property=og:title content=\"Council votes for "
    "library\"><h1>Council votes for a new library after four hours</h1>" P,
    "Council votes for a new library after four hours", NULL, NULL },
  { "told-is-a-teaser",
    "<title>The council votes for a new library after four hours - Harbour</title><meta "
    "name=twitter:title content=\"Council votes for library\"><ul><li><h1><a href=a>Council votes "
    "for "
    "library</a></h1></ul><h1>The council votes for a new library after four hours</h1>" P,
    "The council votes for a new library after four hours", NULL, NULL },
  { "shown-in-other-words",
    "<title>New library</title><h1>Harbour</h1><h1 class=entry-title>Books at last</h1>" P,
    "Books at last", NULL, NULL },
  { "headline-of-the-article",
    "<title>Council does what nobody thought</title><h1><a href=/>Harbour</a></h1><article><header>"
    "<h2>Library to be built</h2></header>" P "</article>",
    "Library to be built", NULL, NULL },
  { "shown-is-a-name",
    "<title>x</title><meta property=og:title content=\"Ida Holm on Harbour\"><h1>Ida Holm</h1>" P,
    "Ida Holm on Harbour", NULL, NULL },
  { "headline-is-an-h3",
    "<title>Harbour: Library to be built at last</title><h1><a href=/>Harbour</a></h1><h3 "
    "class=\"post-title entry-title\">Library to be built at last</h3>" P,
    "Library to be built at last", NULL, NULL },
  { "headline-in-bold",
    "<title>HARBOUR COUNCIL - Library to be built at last</title><table><tr><td><b>Library to be "
    "built at last</b><tr><td>" P "</table>",
    "Library to be built at last", NULL, NULL },
  { "reporter-behind-name",
    "<html lang=ko><title>시의회, 새 도서관 건립 승인 - 바다일보</title><h3>시의회, 새 도서관 건립 "
    "승인</h3><ul><li>(해솔=바다일보) 김하늘 기자<li>승인 2026.06.12 14:31</ul>" P,
    "시의회, 새 도서관 건립 승인", "김하늘", "2026-06-12T14:31:00" },
  { "kind-before-author",
    "<title>Turm</title><h1>Turm</h1><p>Ein Interview von <b>Ida Holm</b></p>" P, "Turm",
    "Ida Holm", NULL },
  { "label-before-author",
    "<title>Library</title><h1>Library</h1>" P
    "<div class=authors><div>Authors</div><span class=author>Ida Holm</span></div>",
    "Library", "Ida Holm", NULL },
  { "kicker-in-headline",
    "<title>Library to be built</title><h1><b>Politics</b> Library to be built</h1>" P,
    "Library to be built", NULL, NULL },
  { "meta-with-value",
    "<title>x</title><meta name=og:title value=\"Library to be built\"><meta name=author "
    "value=\"Ida Holm\">" P,
    "Library to be built", "Ida Holm", NULL },
  { "graph",
    "<title>Library</title><script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebPage\","
    "\"datePublished\":\"2026-03-03\"},{\"@type\":\"Article\",\"headline\":\"Ida&#8217;s "
    "library\",\"author\":{\"@id\":\"#p\"}},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ida "
    "Holm\"}]}</script>" P,
    "Ida’s library", "Ida Holm", "2026-03-03" },
  { "damaged-json",
    "<title>Library</title><script type=application/ld+json><!--\n{\"@type\":\"NewsArticle\","
    "\"headline\":\"A\nlibrary\",\"datePublished\":\"2026-03-03\",}\n--></script>" P,
    "A library", NULL, "2026-03-03" },
  { "neighbours",
    "<title>Library to be built</title><script type=application/ld+json>[{\"@type\":"
    "\"NewsArticle\",\"headline\":\"A pier burns\",\"author\":\"Bo\"},{\"@type\":\"NewsArticle\","
    "\"headline\":\"Library to be built\",\"author\":[\"Ida Holm\",{\"name\":\"Per "
    "Lind\"}]}]</script>" P,
    "Library to be built", "Ida Holm, Per Lind", NULL },
  { "nearest-time",
    "<title>Library</title><div><time datetime=2026-01-01>1 January</time></div><ul><li>a<li>b"
    "<li>c</ul><h1>Library</h1><span>x</span><time datetime=2026-03-03>3 March</time>" P,
    "Library", NULL, "2026-03-03" },
  { "time-of-comments",
    "<title>Library</title><h1>Library</h1>" P
    "<div class=comments><time datetime=2026-03-09>9 March</time><b class=author>Troll</b></div>",
    "Library", NULL, NULL },
  { "date-in-address",
    "<title>Library</title><link rel=canonical href=https://h.example/2026/03/03/library>" P,
    "Library", NULL, "2026-03-03" },
  { "figures-day-first",
    "<html lang=pt-BR><title>Obra</title><h1>Obra</h1><span class=data>03/02/2026 às "
    "08h30</span>" P,
    "Obra", NULL, "2026-02-03" },
  { "figures-month-first",
    "<html lang=en-US><title>Work</title><h1>Work</h1><span class=date>03/02/2026</span>" P, "Work",
    NULL, "2026-03-02" },
  { "plain-words",
    "<html lang=de><title>Neubau</title><h1>Neubau</h1><div>Von Jana Köhler</div><div>Stand: 3. "
    "März 2026, 14:05 Uhr</div>" P,
    "Neubau", "Jana Köhler", "2026-03-03T14:05:00" },
  { "name-before-date",
    "<html lang=fr><title>École</title><h1>École</h1><div class=meta>Par Élise Marchand 22 janvier "
    "2026</div>" P,
    "École", "Élise Marchand", "2026-01-22" },
  { "microdata",
    "<title>Library</title><h1>Library</h1><div itemprop=author>By <span itemprop=name>Ida "
    "Holm</span>, reporter</div><meta itemprop=datePublished content=2026-03-03>" P,
    "Library", "Ida Holm", "2026-03-03" },
  { "byline-with-time",
    "<title>Library</title><h1>Library</h1><p class=byline>By Ida Holm <time>3 March "
    "2026</time></p>" P,
    "Library", "Ida Holm", "2026-03-03" },
  { "byline-with-noise",
    "<title>Library</title><h1>Library</h1><p class=byline>| by Ida Holm on Tuesday, <span>3 March "
    "2026</span></p>" P,
    "Library", "Ida Holm", "2026-03-03" },
  { "byline-with-handle",
    "<title>Library</title><h1>Library</h1><p class=author>Ida Holm <a href=x>@idaholm</a></p>" P,
    "Library", "Ida Holm", NULL },
  { "label-is-no-byline",
    "<title>Library</title><h1>Library</h1><p class=authors>Authors</p><p class=author-help>Learn "
    "more about our authors</p>" P,
    "Library", NULL, NULL },
  { "several-authors",
    "<title>Library</title><meta name=author content=\"Ida Holm\"><meta name=author content=\"Per "
    "Lind\"><meta name=author content=\"Ida Holm\">" P,
    "Library", "Ida Holm, Per Lind", NULL },
  { "sailthru-parsely",
    "<title>Library</title><meta name=sailthru.date content=2026-03-03><meta name=parsely-author "
    "content=\"Ida Holm\">" P,
    "Library", "Ida Holm", "2026-03-03" },
};

static void
test_page (Reading *reading, gconstpointer data)
{
  const Case *page = data;

  reading_read (reading, "page.html", page->page, -1);
  g_assert_cmpstr (reading->article->title, ==, page->title);
  g_assert_cmpstr (reading->article->byline, ==, page->byline);
  g_assert_cmpstr (reading->article->published, ==, page->published);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text, *lang, *date;
  } dates[] = {
    { "3 March 2026", "en", "2026-03-03" },
    { "Mar. 3, 2026", "en", "2026-03-03" },
    { "March 3rd, 2026", "en", "2026-03-03" },
    { "mardi 3 mars 2026", "fr", "2026-03-03" },
    { "1er juin 2026", "fr", "2026-06-01" },
    { "martes, 3 de marzo de 2026", "es", "2026-03-03" },
    { "3 de março de 2026", "pt", "2026-03-03" },
    { "martedì 3 maggio 2026", "it", "2026-05-03" },
    { "maandag 3 maart 2026", "nl", "2026-03-03" },
    { "3 марта 2026, 14:05", "ru", "2026-03-03T14:05:00" },
    { "3 marca 2026", "pl", "2026-03-03" },
    { "3 Mayıs 2026", "tr", "2026-05-03" },
    { "٣ مارس", "ar", NULL },
    { "3 مارس 2026", "ar", "2026-03-03" },
    { "2026年3月3日", "zh", "2026-03-03" },
    { "2026년 3월 3일", "ko", "2026-03-03" },
    { "승인 2026.06.12 14:31", "ko", "2026-06-12T14:31:00" },
    { "2026. 6. 12.", "ko", "2026-06-12" },
    { "2026.13.12", "ko", NULL },
    { "Thứ tư, 3 tháng 6 năm 2026", "vi", "2026-06-03" },
    { "30 במרץ 2026", "he", "2026-03-30" },
    { "25 फरवरी 2026", "hi", "2026-02-25" },
    { "२५ मार्च २०२६", "hi", "2026-03-25" },
    { "3 червня 2026", "uk", "2026-06-03" },
    { "3. července 2026", "cs", "2026-07-03" },
    { "3 Μαΐου 2026", "el", "2026-05-03" },
    { "2026. május 3.", "hu", "2026-05-03" },
    { "3 آذار 2026", "ar", "2026-03-03" },
    { "۱۵ اردیبهشت ۱۴۰۵", "fa", "2026-05-05" },
    { "۱۴۰۵/۰۲/۱۵", "fa", "2026-05-05" },
    { "۳۰ اسفند ۱۳۹۹", "fa", "2021-03-20" },
    { "1 فروردین 1400", "fa", "2021-03-21" },
    { "Mary Julian, 44", "en", NULL },
    { "03/02/2026", "en", NULL },
    { "03/02/2026", "es", "2026-02-03" },
    { "31/02/2026", "es", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = quo_date_parse_for (dates[i].text, dates[i].lang);

      g_test_message ("%s", dates[i].text);
      g_assert_cmpstr (date, ==, dates[i].date);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/read/web-metadata/", cases[i].name, NULL);

      g_test_add (path, Reading, &cases[i], reading_set_up, test_page, reading_tear_down);
    }
  g_test_add_func ("/read/web-metadata/dates", test_dates);
  return g_test_run ();
}
