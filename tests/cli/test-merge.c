/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quo merge, quo diff, and the conflict copies that quo check sees. */
#include "quo-config.h"

#include "cli-fixture.h"

#include <string.h>

/* A version of the market's sidecar beside the first, under a name of its own. */
static void
put_version (Cli *cli, const char *name, const char *old, const char *new)
{
  g_autofree char *bytes = cli_get (cli, "market.txt.quo.json");
  g_autoptr (GString) text = g_string_new (bytes);

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (text, old, new, 1), ==, 1);
  cli_put (cli, name, text->str, -1);
}

static void
test_clean (Cli *cli, gconstpointer data)
{
  g_autofree char *merged = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  put_version (cli, "base", NULL, NULL);
  put_version (cli, "ours", "\"type\":\"cue\",\"at\":[[64,68]]",
               "\"type\":\"verb\",\"at\":[[64,68]]");
  put_version (cli, "theirs", "\"type\":\"cue\",\"at\":[[112,116]]",
               "\"type\":\"verb\",\"at\":[[112,116]]");
  cli_run (cli, 0, "merge base ours theirs");
  cli_check_silent (cli);
  merged = cli_get (cli, "ours");
  g_assert_nonnull (strstr (merged, "\"type\":\"verb\",\"at\":[[64,68]]"));
  g_assert_nonnull (strstr (merged, "\"type\":\"verb\",\"at\":[[112,116]]"));
  cli_run (cli, 1, "diff base ours");
  cli_check_out (cli, "changed verb “told” (c): type was “cue”, is now “verb”\n");
  cli_run (cli, 0, "diff ours ours");
  cli_check_silent (cli);
}

/* The result takes the place of a sidecar, and of nothing else. */
static void
test_output (Cli *cli, gconstpointer data)
{
  g_autofree char *article = NULL, *again = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  put_version (cli, "base", NULL, NULL);
  article = cli_get (cli, "market.txt");
  cli_run (cli, 3, "merge -o market.txt base base base");
  cli_check_err (cli, "market.txt: this is no sidecar");
  again = cli_get (cli, "market.txt");
  g_assert_cmpstr (again, ==, article);
  cli_run (cli, 0, "merge -o market.txt.quo.json base base base");
  cli_run (cli, 0, "merge -o new.quo.json base base base");
}

static void
test_conflict (Cli *cli, gconstpointer data)
{
  g_autofree char *merged = NULL, *ours = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  put_version (cli, "base", NULL, NULL);
  put_version (cli, "ours", "\"type\":\"cue\",\"at\":[[64,68]]",
               "\"type\":\"mine\",\"at\":[[64,68]]");
  put_version (cli, "theirs", "\"type\":\"cue\",\"at\":[[64,68]]",
               "\"type\":\"theirs\",\"at\":[[64,68]]");
  ours = cli_get (cli, "ours");
  cli_run (cli, 1, "merge -o out base ours theirs");
  cli_check_out (cli, "out: conflict: mine “told” (c): type: ours says “mine”, theirs “theirs”");
  merged = cli_get (cli, "out");
  g_assert_nonnull (strstr (merged, "\"type\":\"mine\",\"at\":[[64,68]]"));
  g_clear_pointer (&merged, g_free);
  merged = cli_get (cli, "ours");
  g_assert_cmpstr (merged, ==, ours);
}

static void
test_failures (Cli *cli, gconstpointer data)
{
  g_autofree char *ours = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  put_version (cli, "ours", NULL, NULL);
  cli_put (cli, "bad", "{\"format\":", -1);
  cli_run (cli, 3, "merge ours ours bad");
  cli_check_err (cli, "bad: ");
  ours = cli_get (cli, "ours");
  g_assert_nonnull (strstr (ours, "told"));
  cli_run (cli, 3, "merge none ours ours");
  cli_run (cli, 2, "merge ours ours");
  cli_run (cli, 2, "diff ours");
  /* Git gives an empty base when both sides added the file. */
  cli_put (cli, "empty", "", 0);
  cli_run (cli, 0, "merge empty ours ours");
}

static void
test_copies (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  put_version (cli, "market (conflicted copy 2026-03-03).txt.quo.json", NULL, NULL);
  put_version (cli, "market.txt.quo.sync-conflict-20260303-091402-ABCDEFG.json", NULL, NULL);
  cli_put (cli, "market.conflict.quo.json", "{}", -1);
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "“market (conflicted copy 2026-03-03).txt.quo.json” is a conflict copy");
  cli_check_out (cli, "“market.txt.quo.sync-conflict-20260303-091402-ABCDEFG.json” is a conflict");
  g_assert_null (strstr (cli->out, "“market.conflict.quo.json”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add ("/merge/output", test_output);
  cli_add ("/merge/clean", test_clean);
  cli_add ("/merge/conflict", test_conflict);
  cli_add ("/merge/failures", test_failures);
  cli_add ("/merge/conflict-copies", test_copies);
  return g_test_run ();
}
