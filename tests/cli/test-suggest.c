/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo suggest: what it prints, where it writes, what it leaves alone. */

#include "quo-config.h"

#include "cli-fixture.h"

#include <string.h>

#define ARTICLE                                                                                    \
  "The bridge opens in May.\n\n“We will wait no longer,” said Omar Haddad on Friday.\n"

static void
put_article (Cli *cli)
{
  cli_put (cli, "bridge.txt", ARTICLE, -1);
}

static void
test_prints (Cli *cli, gconstpointer data)
{
  put_article (cli);
  cli_run (cli, 0, "suggest bridge.txt");
  cli_check_out (cli, "We will wait no longer");
  cli_check_out (cli, "Omar Haddad");
  cli_run (cli, 0, "suggest --json bridge.txt");
  cli_check_out (cli, "\"type\":\"quote\",\"at\":[[26,51]]");
  cli_check_out (cli, "\"source\":\"Omar Haddad\"");
  cli_run (cli, 0, "suggest --json --only quotes -l en bridge.txt");
  cli_check_out (cli, "\"cue\":\"said\"");
}

/* A language without a file is no reason to find nothing, but is told. */
static void
test_language_without_file (Cli *cli, gconstpointer data)
{
  put_article (cli);
  cli_run (cli, 0, "suggest --json -l tlh bridge.txt");
  cli_check_out (cli, "\"source\":\"Omar Haddad\"");
  cli_check_err (cli, "no language file for “tlh”, so that of “en” is taken; there are ar, ");
  cli_run (cli, 0, "suggest --json -l en-GB bridge.txt");
  cli_check_out (cli, "\"source\":\"Omar Haddad\"");
  g_assert_cmpstr (cli->err, ==, "");
}

/* Weights of the person's own count instead of those that come with the program. */
static void
test_weights (Cli *cli, gconstpointer data)
{
  put_article (cli);
  cli_put (cli, "none.ini", "[marks]\nbias=-50\n[clause]\nbias=-50\n", -1);
  cli_run (cli, 0, "suggest --json --only quotes --weights none.ini bridge.txt");
  cli_check_out (cli, "[\n]");
  cli_run (cli, 0, "suggest --json --only quotes bridge.txt");
  cli_check_out (cli, "\"type\":\"quote\"");
}

static void
test_writes (Cli *cli, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  put_article (cli);
  cli_run (cli, 0, "suggest -o out.quo.json bridge.txt");
  cli_check_silent (cli);
  cli_run (cli, 3, "suggest -o out.quo.json bridge.txt");
  cli_check_err (cli, "out.quo.json: there is a file of this name");
  cli_run (cli, 0, "suggest --write bridge.txt");
  first = cli_get (cli, "bridge.txt.quo.json");
  g_assert_nonnull (strstr (first, "\"status\":\"suggested\""));
  cli_run (cli, 0, "check bridge.txt");
  /* The proposals of the first run give way to equal ones. */
  cli_run (cli, 0, "suggest --write bridge.txt");
  second = cli_get (cli, "bridge.txt.quo.json");
  g_assert_cmpstr (first, ==, second);
}

static void
test_several (Cli *cli, gconstpointer data)
{
  g_autofree char *one = NULL;

  put_article (cli);
  cli_put (cli, "other.txt", ARTICLE, -1);
  cli_run (cli, 0, "suggest -o out/ bridge.txt other.txt");
  one = cli_get (cli, "out/other.txt.quo.json");
  g_assert_nonnull (one);
  cli_run (cli, 3, "suggest -o out/ missing.txt other.txt --force");
  cli_check_err (cli, "missing.txt");
}

/* An article that was edited since: what people had annotated was moved, and all that told so was
 * gone. Proposals of an earlier run may move. */
static void
test_changed_article (Cli *cli, gconstpointer data)
{
  g_autofree char *article = NULL, *changed = NULL, *before = NULL, *after = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  before = cli_get (cli, "market.txt.quo.json");
  article = cli_get (cli, "market.txt");
  changed = g_strconcat ("Later.\n\n", article, NULL);
  cli_put (cli, "market.txt", changed, -1);
  cli_run (cli, 3, "suggest --write market.txt");
  cli_check_err (cli, "quo anchor --write");
  after = cli_get (cli, "market.txt.quo.json");
  g_assert_cmpstr (before, ==, after);
  put_article (cli);
  cli_run (cli, 0, "suggest --write bridge.txt");
  cli_put (cli, "bridge.txt", "Later.\n\n" ARTICLE, -1);
  cli_run (cli, 0, "suggest --write bridge.txt");
}

/* Two articles of one name had one name for their proposals in a folder: with --force the second
 * took the place of the first, and it ended with 0. */
static void
test_same_name (Cli *cli, gconstpointer data)
{
  g_autofree char *written = NULL;

  cli_put (cli, "a/bridge.txt", ARTICLE, -1);
  cli_put (cli, "b/bridge.txt", "Nothing.\n", -1);
  cli_run (cli, 2, "suggest --force -o out/ a/bridge.txt b/bridge.txt");
  cli_check_err (cli, "out/bridge.txt.quo.json");
  written = cli_get (cli, "out/bridge.txt.quo.json");
  g_assert_null (written);
}

static void
test_usage (Cli *cli, gconstpointer data)
{
  put_article (cli);
  cli_run (cli, 2, "suggest");
  cli_run (cli, 2, "suggest --only nobody bridge.txt");
  cli_check_err (cli, "There is no suggester “nobody”");
  cli_run (cli, 2, "suggest --write -o out bridge.txt");
  cli_run (cli, 2, "suggest --json --write bridge.txt");
}

/* A sidecar in which something is wrong is not written over. */
static void
test_faulty (Cli *cli, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  cli_copy (cli, "market", "market", "\"layer\":\"L9\"", "\"layer\":\"L7\"");
  before = cli_get (cli, "market.txt.quo.json");
  cli_run (cli, 3, "suggest --write market.txt");
  after = cli_get (cli, "market.txt.quo.json");
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  cli_add ("/cli/suggest/prints", test_prints);
  cli_add ("/cli/suggest/weights", test_weights);
  cli_add ("/cli/suggest/language-without-file", test_language_without_file);
  cli_add ("/cli/suggest/writes", test_writes);
  cli_add ("/cli/suggest/several", test_several);
  cli_add ("/cli/suggest/changed-article", test_changed_article);
  cli_add ("/cli/suggest/same-name", test_same_name);
  cli_add ("/cli/suggest/usage", test_usage);
  cli_add ("/cli/suggest/faulty", test_faulty);
  return g_test_run ();
}
