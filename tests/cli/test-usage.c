/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the program is called: verbs, help, and the manual page, which names all that the help does.
 */

#include "quo-config.h"

#include "cli-fixture.h"

#include <string.h>

static const char *const verbs[] = { "check",   "list",   "anchor",  "diff",  "merge",
                                     "convert", "tagset", "suggest", "learn", "formats" };

static void
test_verbs (Cli *cli, gconstpointer data)
{
  cli_run (cli, 2, "");
  cli_check_err (cli, "there are: check, list, anchor, diff, merge, convert, tagset, suggest, "
                      "learn, formats");
  cli_run (cli, 2, "chekc a.txt");
  cli_check_err (cli, "no verb “chekc”");
  cli_run (cli, 0, "--version");
  cli_check_out (cli, "quo " QUO_VERSION "\n");
  cli_run (cli, 0, "--help");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    cli_check_out (cli, verbs[i]);
}

static void
test_options (Cli *cli, gconstpointer data)
{
  cli_run (cli, 2, "check");
  cli_check_err (cli, "No file is named");
  cli_run (cli, 2, "check --colour a.txt");
  cli_check_err (cli, "--colour");
  cli_check_err (cli, "“quo check --help” tells how it is called");
}

/* The manual page without its font escapes. */
static char *
load_manual (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "cli", "quo.1", NULL);
  g_autoptr (GError) error = NULL;
  char *manual = NULL;

  g_file_get_contents (path, &manual, NULL, &error);
  g_assert_no_error (error);
  return manual;
}

/* (transfer full): the part of the page about the verb: from its heading to the next. */
static char *
dup_section (const char *page, const char *verb)
{
  g_autofree char *heading = g_strdup_printf (".SS quo %s\n", verb);
  g_auto (GStrv) halves = g_strsplit (page, heading, 2);
  g_auto (GStrv) sections = NULL;

  g_assert_cmpuint (g_strv_length (halves), ==, 2);
  sections = g_strsplit (halves[1], "\n.S", 2);
  return g_strdup (sections[0]);
}

static void
test_manual (Cli *cli, gconstpointer data)
{
  g_autofree char *manual = load_manual ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *section = dup_section (manual, verbs[i]);
      g_autofree char *arguments = g_strdup_printf ("%s --help", verbs[i]);
      guint n = 0;

      cli_run (cli, 0, arguments);
      for (const char *p = cli->out; (p = strstr (p, "  -")) != NULL; p += 3)
        {
          const char *option = strstr (p, "--");
          g_autofree char *name = g_strndup (option, strcspn (option, " =\n"));

          n++;
          if (strstr (g_str_equal (name, "--help") ? manual : section, name) == NULL)
            g_error ("the manual page does not tell of %s of quo %s", name, verbs[i]);
        }
      g_assert_cmpuint (n, >=, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add ("/usage/verbs", test_verbs);
  cli_add ("/usage/options", test_options);
  cli_add ("/usage/manual", test_manual);
  return g_test_run ();
}
