/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a plain article: headline, section over it, byline, dateline. */
#include "quo-headline.h"

#include <string.h>

static const struct
{
  const char *name, *text;
  int kicker, headline, byline;
} heads[] = {
  { "headline", "Ferry to stay\n\nThe ferry stays, the council said.", -1, 0, -1 },
  { "byline", "Ferry to stay\n\nBy Ida Holm\n\nThe ferry stays.", -1, 0, 2 },
  { "byline-alone", "By Ida Holm\n\nThe ferry stays, it was said.", -1, -1, 0 },
  { "kicker", "Harbour news\n\nFerry to stay for ten more years\n\nThe ferry stays.", 0, 2, -1 },
  { "kicker-and-byline", "Local\n\nFerry to stay for ten years\n\nBy Ida Holm\n\nIt stays.", 0, 2,
    4 },
  { "kicker-after-blanks", "\n\nLocal\n\n\nFerry to stay for ten years\n\nIt stays.", 2, 5, -1 },
  { "short-headline", "Ferry stays\n\nThe ferry over the fjord stays.\n\nMore.", -1, 0, -1 },
  { "short-headline-and-quote", "Ferry stays\n\n“The ferry stays, and that is good.”\n\nMore.", -1,
    0, -1 },
  { "short-headline-and-straight-quote", "Ferry stays\n\n\"I know that it stays.\"\n\nMore.", -1, 0,
    -1 },
  { "short-headline-and-byline", "Ferry stays\n\nBy Ida Holm and Tom Ash\n\nIt stays.", -1, 0, 2 },
  { "short-headline-and-dateline",
    "Ferry stays\n\nHALDEN FERRY — What it costs is open\n\nIt stays.", -1, 0, -1 },
  { "two-headlines", "Ferry to stay for years\n\nThe council says yes to it\n\nIt stays.", -1, 0,
    -1 },
  { "chinese", "渡轮将保留\n\n市议会周二表示渡轮将保留十年。\n\n更多。", -1, 0, -1 },
  { "sentence", "The ferry stays.\n\nIt does.", -1, -1, -1 },
  { "not-alone", "Ferry to stay\nThe ferry stays.", -1, -1, -1 },
  { "nothing-after-it", "Ferry to stay\n", -1, -1, -1 },
  { "empty", "", -1, -1, -1 },
};

static void
test_head (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (GStrv) lines = g_strsplit (heads[i].text, "\n", -1);
  QuoHeadline found = quo_headline_find ((const char *const *)lines, g_strv_length (lines));

  g_assert_cmpint (found.kicker, ==, heads[i].kicker);
  g_assert_cmpint (found.headline, ==, heads[i].headline);
  g_assert_cmpint (found.byline, ==, heads[i].byline);
}

static const struct
{
  const char *text, *place;
} datelines[] = {
  { "GÖTEBORG — Mayor Åsa said", "GÖTEBORG" },
  { "HALDEN FERRY – The bridge", "HALDEN FERRY" },
  { "BEIRUT (AP) — The city", "BEIRUT" },
  { "SÃO PAULO, May 3 (Reuters) - The city", "SÃO PAULO" },
  { "ADLER DISTRICT (Coast Region), May 3. /TASS/. The city", "ADLER DISTRICT" },
  { "ST. JOHN’S, Canada -- The city", "ST. JOHN’S" },
  { "NATO said on Monday — it was cold — that", "" },
  { "The ferry — it is old — stays", "" },
  { "OSLO is the capital", "" },
  { "OSLO, the capital, is large", "" },
  { "A — B", "" },
  { "1984 — a year", "" },
  { "", "" },
};

static void
test_dateline (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (datelines); i++)
    {
      guint len = quo_headline_measure_dateline (datelines[i].text);
      g_autofree char *place = g_utf8_substring (datelines[i].text, 0, len);

      g_assert_cmpstr (place, ==, datelines[i].place);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *path = g_strconcat ("/core/headline/", heads[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_head);
    }
  g_test_add_func ("/core/headline/dateline", test_dateline);
  return g_test_run ();
}
