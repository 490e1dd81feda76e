/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of quotes: whatever stands in an article or its sidecar is text there, no markup. */

#include "quo-config.h"

#include "format-fixture.h"

#include <string.h>

/* (transfer full): the list of an article that is one quote. */
static char *
write_quote (const char *words, const char *url)
{
  g_autoptr (QuoText) text = quo_text_new (words);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (QuoTarget) target = NULL;
  const QuoSpan range = { 0, quo_text_get_length (text) };

  article->url = g_strdup (url);
  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){
                                   .base = { .id = "q" },
                                   .layer = "L1",
                                   .type = "quote",
                                   .ranges = &range,
                                   .n_ranges = 1,
                               }));
  target = fixture_write (quo_formats_find ("markdown"), snapshot, NULL, NULL);
  return fixture_dup_text (target, NULL);
}

/* "- Yes" lost its dash in a list of one, "1. Yes" was numbered, and "===" made a heading of the
 * line before. */
static void
test_line_starts (void)
{
  g_autofree char *written = write_quote ("- Yes\n12. No\n3) So\n===\n+ 5 %", NULL);

  g_assert_nonnull (strstr (written, "> \\- Yes  \n"
                                     "> 12\\. No  \n"
                                     "> 3\\) So  \n"
                                     "> \\===  \n"
                                     "> \\+ 5 %\n"));
}

/* An address stood between < and > as it was: any scheme was a link, and one with a > in it went on
 * as markup. */
static void
test_urls (void)
{
  static const char *const urls[][2] = {
    { "https://news.example/a?b=1&c=2", "\n<https://news.example/a?b=1&c=2>\n" },
    { "javascript:alert(1)", "\njavascript:alert(1)\n" },
    { "https://a/><b>", "\nhttps://a/\\>\\<b\\>\n" },
    { "https://a/\n# b", "\nhttps://a/ \\# b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *written = write_quote ("Yes", urls[i][0]);

      g_assert_nonnull (strstr (written, urls[i][1]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/line-starts", test_line_starts);
  g_test_add_func ("/markdown/urls", test_urls);
  return g_test_run ();
}
