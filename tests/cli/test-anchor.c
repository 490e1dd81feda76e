/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quo anchor: what is found again, what is written, how it ends. */
#include "quo-config.h"

#include "cli-fixture.h"

#include <string.h>

/* The article of @name with one string exchanged for another. */
static void
change_article (Cli *cli, const char *name, const char *old, const char *new)
{
  g_autofree char *bytes = cli_get (cli, name);
  g_autoptr (GString) text = g_string_new (bytes);

  g_assert_cmpuint (g_string_replace (text, old, new, 1), ==, 1);
  cli_put (cli, name, text->str, -1);
}

static void
test_unchanged (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_run (cli, 0, "anchor market.txt");
  g_assert_cmpstr (cli->out, ==,
                   "market.txt: 7 are where they were, 0 moved, 0 uncertain, 0 lost\n");
}

static void
test_moved (Cli *cli, gconstpointer data)
{
  g_autofree char *old = NULL, *same = NULL, *backup = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  change_article (cli, "market.txt", "told", "quietly told");
  old = cli_get (cli, "market.txt.quo.json");
  cli_run (cli, 0, "anchor market.txt");
  cli_check_out (cli, "market.txt: k: moved to 139–149: person “Paulo Dias”\n");
  cli_check_out (cli, ": 2 are where they were, 5 moved, 0 uncertain, 0 lost\n");
  same = cli_get (cli, "market.txt.quo.json");
  g_assert_cmpstr (same, ==, old);
  cli_run (cli, 0, "anchor --write market.txt");
  backup = cli_get (cli, "market.txt.quo.json.bak");
  g_assert_cmpstr (backup, ==, old);
  cli_run (cli, 0, "check market.txt");
  cli_run (cli, 0, "anchor market.txt");
  cli_check_out (cli, ": 7 are where they were, 0 moved");
}

static void
test_uncertain (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  change_article (cli, "market.txt", "That is not true", "That was not true");
  cli_run (cli, 1, "anchor market.txt");
  cli_check_out (cli, "d: uncertain, other words at 92–112: quote");
  cli_run (cli, 1, "anchor --write market.txt");
  /* What is not certain is an orphan then, and is still proposed. */
  cli_run (cli, 1, "anchor market.txt");
  cli_check_out (cli, "d: uncertain, other words at 92–112: quote");
  cli_check_out (cli, ": 6 are where they were, 0 moved, 1 uncertain, 0 lost\n");
}

static void
test_json (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  change_article (cli, "market.txt", "told", "quietly told");
  cli_run (cli, 0, "anchor --json market.txt");
  cli_check_out (cli, "{\"file\":\"market.txt\",\"id\":\"k\",\"type\":\"person\",\"text\":\"Paulo "
                      "Dias\",\"fate\":\"moved\",\"at\":[[139,149]],\"places\":[]}");
}

static void
test_failures (Cli *cli, gconstpointer data)
{
  cli_run (cli, 3, "anchor none.txt");
  cli_check_err (cli, "none.txt");
  cli_run (cli, 2, "anchor");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add ("/anchor/unchanged", test_unchanged);
  cli_add ("/anchor/moved", test_moved);
  cli_add ("/anchor/uncertain", test_uncertain);
  cli_add ("/anchor/json", test_json);
  cli_add ("/anchor/failures", test_failures);
  return g_test_run ();
}
