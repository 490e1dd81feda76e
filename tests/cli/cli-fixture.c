/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs `quo` in a folder of its own. */

#include "quo-config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

void
cli_set_up (Cli *cli, gconstpointer data)
{
  cli->folder = g_dir_make_tmp ("quo-cli-XXXXXX", NULL);
  g_assert_nonnull (cli->folder);
  cli->environment = g_get_environ ();
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *entry;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, entry, NULL);

      g_assert_false (g_str_has_suffix (entry, ".tmp"));
      remove_tree (child);
    }
  g_remove (path);
}

void
cli_tear_down (Cli *cli, gconstpointer data)
{
  g_chmod (cli->folder, 0700);
  remove_tree (cli->folder);
  g_free (cli->folder);
  g_free (cli->out);
  g_free (cli->err);
  g_strfreev (cli->environment);
}

void
cli_run (Cli *cli, int code, const char *arguments)
{
  g_autofree char *program = g_shell_quote (g_getenv ("QUO_PROGRAM"));
  g_autofree char *line = g_strdup_printf ("%s %s", program, arguments);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;
  int status;

  g_clear_pointer (&cli->out, g_free);
  g_clear_pointer (&cli->err, g_free);
  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_sync (cli->folder, argv, cli->environment, G_SPAWN_DEFAULT, NULL, NULL, &cli->out,
                &cli->err, &status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != code)
    g_error ("quo %s: ended with status %d, not with %d\n%s%s", arguments,
             WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status), code, cli->out,
             cli->err);
}

static void
check (const char *what, const char *text, const char *fragment)
{
  if (strstr (text, fragment) == NULL)
    g_error ("%s is “%s”, without “%s”", what, text, fragment);
}

void
cli_check_out (Cli *cli, const char *fragment)
{
  check ("the output", cli->out, fragment);
}

void
cli_check_err (Cli *cli, const char *fragment)
{
  g_assert_true (g_str_has_prefix (cli->err, "quo: "));
  check ("the message", cli->err, fragment);
}

void
cli_check_silent (Cli *cli)
{
  g_assert_cmpstr (cli->out, ==, "");
  g_assert_cmpstr (cli->err, ==, "");
}

char *
cli_path (Cli *cli, const char *name)
{
  return g_build_filename (cli->folder, name, NULL);
}

void
cli_put (Cli *cli, const char *name, const char *bytes, gssize len)
{
  g_autofree char *path = cli_path (cli, name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, bytes, len, NULL));
}

char *
cli_get (Cli *cli, const char *name)
{
  g_autofree char *path = cli_path (cli, name);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

void
cli_copy (Cli *cli, const char *from, const char *to, const char *old, const char *new)
{
  g_autofree char *source = g_strdup_printf ("formats/articles/%s.txt", from);
  g_autofree char *article = g_test_build_filename (G_TEST_DIST, source, NULL);
  g_autofree char *sidecar = g_strconcat (article, ".quo.json", NULL);
  g_autofree char *article_name = g_strconcat (to, ".txt", NULL);
  g_autofree char *sidecar_name = g_strconcat (to, ".txt.quo.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *records = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (article, &text, &len, NULL));
  g_assert_true (g_file_get_contents (sidecar, &records, NULL, NULL));
  if (old != NULL)
    {
      g_autoptr (GString) changed = g_string_new (records);

      g_assert_cmpuint (g_string_replace (changed, old, new, 0), >, 0);
      g_free (records);
      records = g_strdup (changed->str);
    }
  cli_put (cli, article_name, text, (gssize)len);
  cli_put (cli, sidecar_name, records, -1);
}
