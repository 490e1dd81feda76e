/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo text and quo info. */

#include "quo-config.h"

#include "cli-fixture.h"

#include <string.h>

#define PAGE                                                                                       \
  "<html lang=en><head><title>The pier</title><meta name=author content='By Jo Field'><meta "      \
  "name=date content=2026-03-03></head><body><nav><a href=/>Home</a></nav><article><p>Mayor Ana "  \
  "Ruiz said no to the bridge on Monday, after a night of talks.</p></article></body></html>"
#define STORY "Mayor Ana Ruiz said no to the bridge on Monday, after a night of talks."

/* Byte for byte what offsets count in. */
static void
test_text (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.txt", "one\r\ntwo", -1);
  cli_run (cli, 0, "text a.txt");
  g_assert_cmpstr (cli->out, ==, "one\r\ntwo");
}

static void
test_output (Cli *cli, gconstpointer data)
{
  g_autofree char *written = NULL;
  g_autofree char *article = NULL;

  cli_put (cli, "a.txt", "one", -1);
  cli_run (cli, 0, "text a.txt -o b.txt");
  cli_check_silent (cli);
  written = cli_get (cli, "b.txt");
  g_assert_cmpstr (written, ==, "one");
  cli_put (cli, "a.txt", "two", -1);
  cli_run (cli, 3, "text a.txt -o b.txt");
  cli_run (cli, 0, "text a.txt -f -o b.txt");
  cli_put (cli, "c.txt",
           "\xef\xbb\xbf"
           "one",
           -1);
  cli_run (cli, 3, "text c.txt -f -o c.txt"); /* the article is never written */
  article = cli_get (cli, "c.txt");
  g_assert_cmpstr (article, ==,
                   "\xef\xbb\xbf"
                   "one");
}

static void
test_usage (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.txt", "one", -1);
  cli_run (cli, 2, "text");
  cli_run (cli, 2, "text a.txt a.txt");
  cli_run (cli, 2, "text --source --whole-page a.txt");
  cli_run (cli, 3, "text missing.txt");
  cli_run (cli, 3, "info missing.txt");
}

static void
test_info (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.txt", "one two", -1);
  cli_run (cli, 0, "info a.txt");
  cli_check_out (cli, "Code points: 7\n");
  cli_run (cli, 0, "info --json a.txt a.txt");
  g_assert_true (g_str_has_prefix (cli->out, "[\n{\"file\":\"a.txt\",\"kind\":\"txt\","));
  g_assert_true (g_str_has_suffix (cli->out, "}\n]\n"));
}

#if QUO_HAVE_GUMBO
static void
test_page (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.html", PAGE, -1);
  cli_run (cli, 0, "text a.html");
  g_assert_cmpstr (cli->out, ==, STORY);
  cli_run (cli, 0, "text --whole-page a.html");
  g_assert_cmpstr (cli->out, ==, "Home\n\n" STORY);
  cli_run (cli, 0, "text --source a.html");
  g_assert_cmpstr (cli->out, ==, PAGE);
  cli_run (cli, 0, "info --json a.html");
  cli_check_out (cli,
                 "\"title\":\"The pier\",\"byline\":\"Jo Field\",\"published\":\"2026-03-03\"");
  cli_check_out (cli, "\"extractor\":\"quotidian-html 7\"");
  cli_run (cli, 0, "check a.html");
  cli_run (cli, 0, "list a.html");
}
#else
static void
test_page (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.html", PAGE, -1);
  cli_run (cli, 3, "text a.html");
  cli_check_err (cli, "built without gumbo");
  cli_run (cli, 0, "text --source a.html");
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add ("/text/text", test_text);
  cli_add ("/text/output", test_output);
  cli_add ("/text/usage", test_usage);
  cli_add ("/text/info", test_info);
  cli_add ("/text/page", test_page);
  return g_test_run ();
}
