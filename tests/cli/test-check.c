/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo check: every kind of bad input by name, what is said of it and how it ends. No file is
 * changed by any of them. */

#include "quo-config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- Articles --- */

static void
test_clean (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "ferry", "ferry", NULL, NULL);
  cli_copy (cli, "bare", "bare", NULL, NULL);
  cli_run (cli, 0, "check ferry.txt bare.txt.quo.json");
  cli_check_silent (cli);
}

static void
test_missing (Cli *cli, gconstpointer data)
{
  cli_run (cli, 3, "check missing.txt");
  cli_check_err (cli, "missing.txt: there is no such file");
  cli_run (cli, 3, "check missing.txt.quo.json");
  cli_check_err (cli, "there is no such file");
}

static void
test_unreadable (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "a.txt");

  if (geteuid () == 0)
    {
      g_test_skip ("the administrator may read every file");
      return;
    }
  cli_put (cli, "a.txt", "text", -1);
  g_chmod (path, 0);
  cli_run (cli, 3, "check a.txt");
  cli_check_err (cli, "you may not read this file");
}

static void
test_fifo (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "pipe.txt");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  cli_run (cli, 3, "check pipe.txt");
  cli_check_err (cli, "is a pipe, not a file");
}

static void
test_folder_as_article (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "a.txt");

  g_mkdir (path, 0700);
  cli_put (cli, "a.txt.quo.json", "{}", -1);
  cli_run (cli, 0, "check a.txt"); /* a folder, with nothing in it to check */
  cli_check_err (cli, "there is no sidecar (*.quo.json) in this folder");
  cli_run (cli, 3, "convert --to html a.txt");
  cli_check_err (cli, "a.txt");
}

static void
test_empty (Cli *cli, gconstpointer data)
{
  cli_put (cli, "empty.txt", "", 0);
  cli_run (cli, 0, "check empty.txt");
  cli_check_silent (cli);
  cli_run (cli, 0, "convert --to brat -o out.ann empty.txt");
}

/* A sparse file: 300 MB that take no room. */
static void
test_300_mb (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "big.txt");

  cli_put (cli, "big.txt", "", 0);
  g_assert_cmpint (truncate (path, 300 * 1024 * 1024), ==, 0);
  cli_run (cli, 3, "check big.txt");
  cli_check_err (cli, "has 300.0 MB; an article may have up to 64 MB");
}

static void
test_binary (Cli *cli, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0";

  cli_put (cli, "a.txt", png, sizeof png);
  cli_run (cli, 3, "check a.txt");
  cli_check_err (cli, "is not a text file");
}

static void
test_nul (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.txt", "one\0two\n", 8);
  cli_run (cli, 3, "check a.txt");
  cli_check_err (cli, "NUL bytes");
}

/* The sidecar says UTF-8 by saying nothing. */
static void
test_invalid_utf8 (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_put (cli, "market.txt", "one\ntwo \xff three\n", -1);
  cli_run (cli, 3, "list --encoding UTF-8 market.txt");
  cli_check_err (cli, "market.txt");
  cli_check_err (cli, "line 2");
}

static void
test_lone_cr (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.txt", "one\rtwo\rthree", -1);
  cli_run (cli, 0, "check a.txt");
  cli_run (cli, 0, "convert --to brat -o out.ann a.txt");
  {
    g_autofree char *text = cli_get (cli, "out.txt");

    g_assert_cmpstr (text, ==, "one\ntwo\nthree");
  }
}

static void
test_object_replacement (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.txt", "one \xef\xbf\xbc two\n", -1);
  cli_run (cli, 0, "convert --to html a.txt");
  cli_check_out (cli, "one \xef\xbf\xbc two");
}

static void
test_1_mb_line (Cli *cli, gconstpointer data)
{
  g_autofree char *line = g_strnfill (1024 * 1024, 'x');

  cli_put (cli, "a.txt", line, -1);
  cli_run (cli, 0, "check a.txt");
  cli_run (cli, 0, "convert --to html a.txt");
  cli_check_out (cli, line);
}

/* --- Sidecars --- */

static void
test_malformed (Cli *cli, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_copy (cli, "market", "market", "\"roles\"", "\"roles");
  before = cli_get (cli, "market.txt.quo.json");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "market.txt.quo.json: ");
  cli_check_out (cli, "line ");
  cli_run (cli, 3, "convert --to html market.txt");
  cli_check_err (cli, "market.txt.quo.json");
  after = cli_get (cli, "market.txt.quo.json");
  g_assert_cmpstr (before, ==, after);
}

static void
test_empty_sidecar (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_put (cli, "market.txt.quo.json", "", 0);
  cli_run (cli, 1, "check market.txt.quo.json");
  cli_check_out (cli, "market.txt.quo.json: line 1, column 1: an object is expected");
}

static void
test_nul_in_sidecar (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", "Ines", "In\\u0000");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "market.txt.quo.json: ");
}

/* The article is another one: what is not found is named, one by one. */
static void
test_other_article (Cli *cli, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  cli_put (cli, "market.txt", "Something else altogether.\n", -1);
  before = cli_get (cli, "market.txt.quo.json");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "market.txt.quo.json: document.sha256: the article is another");
  cli_check_out (cli, "7 were not found");
  cli_check_out (cli, "Paulo Dias");
  after = cli_get (cli, "market.txt.quo.json");
  g_assert_cmpstr (before, ==, after);
}

static void
test_later_version (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "minor", "\"version\": \"1.0\"", "\"version\": \"1.9\"");
  cli_copy (cli, "market", "major", "\"version\": \"1.0\"", "\"version\": \"2.0\"");
  cli_run (cli, 0, "check minor.txt");
  cli_run (cli, 3, "check major.txt");
  cli_check_err (cli, "later version");
  cli_check_err (cli, "left as it is");
}

static void
test_double_ids (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", "\"id\":\"b\"", "\"id\":\"a\"");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "market.txt.quo.json: annotations[1].id: “a” is the id of annotations[0]");
}

static void
test_dangling_role (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", "\"source\":[\"b\"]", "\"source\":[\"nobody\"]");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli,
                 "market.txt.quo.json: relations[0].roles.source: “nobody” is not in the file");
  cli_run (cli, 0, "convert --to html market.txt");
  cli_check_err (cli, "1 thing in the sidecar is not as it should be");
}

static void
test_wrong_quote (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", "\"at\":[[42,51]]", "\"at\":[[43,52]]");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "market.txt.quo.json: annotations[1]");
}

static void
test_past_the_end (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", "\"at\":[[42,51]]", "\"at\":[[9042,9051]]");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "market.txt.quo.json: annotations[");
}

static void
test_backwards (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", "\"at\":[[42,51]]", "\"at\":[[51,42]]");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "annotations[1].at");
}

/* Without its article a sidecar is still looked at. */
static void
test_alone (Cli *cli, gconstpointer data)
{
  g_autofree char *article = cli_path (cli, "market.txt");

  cli_copy (cli, "market", "market", "\"source\":[\"b\"]", "\"source\":[\"nobody\"]");
  g_remove (article);
  cli_run (cli, 3, "check market.txt.quo.json");
  cli_check_out (cli, "relations[0].roles.source");
  cli_check_err (cli, "its article market.txt is not beside it");
}

static void
test_1_gb_sidecar (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "market.txt.quo.json");

  cli_copy (cli, "market", "market", NULL, NULL);
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (1100) * 1024 * 1024), ==, 0);
  cli_run (cli, 3, "check market.txt");
  cli_check_err (cli, "1100 MB");
}

/* --- The verb --- */

static void
test_folder (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "news/day1/market", NULL, NULL);
  cli_copy (cli, "market", "news/day2/twice", "\"id\":\"b\"", "\"id\":\"a\"");
  cli_copy (cli, "market", "news/.hidden/twice", "\"id\":\"b\"", "\"id\":\"a\"");
  cli_put (cli, "news/day2/unmarked.txt", "x", -1);
  cli_run (cli, 1, "check news");
  cli_check_out (cli, "news/day2/twice.txt.quo.json: annotations[1].id: ");
  g_assert_null (strstr (cli->out, "hidden"));
  g_assert_null (strstr (cli->out, "day1"));
}

/* Over several files the highest counts, and none is passed over. */
static void
test_highest (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "twice", "\"id\":\"b\"", "\"id\":\"a\"");
  cli_copy (cli, "market", "good", NULL, NULL);
  cli_run (cli, 3, "check missing.txt twice.txt good.txt");
  cli_check_err (cli, "missing.txt");
  cli_check_out (cli, "twice.txt.quo.json: ");
}

static void
test_json (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "twice", "\"id\":\"b\"", "\"id\":\"a\"");
  cli_run (cli, 3, "check --json missing.txt twice.txt");
  g_assert_true (g_str_has_prefix (cli->out, "[\n{\"file\":\"missing.txt\",\"kind\":\"failure\","));
  cli_check_out (cli, "},\n{\"file\":\"twice.txt.quo.json\",\"kind\":\"finding\",");
  g_assert_true (g_str_has_suffix (cli->out, "\"}\n]\n"));
  g_assert_cmpstr (cli->err, ==, "");
}

/* A name may hold anything; the terminal shall not obey it. */
static void
test_name_of_file (Cli *cli, gconstpointer data)
{
  cli_run (cli, 3, "check \"a\x1b[31m\nb.txt\"");
  g_assert_null (strchr (cli->err, 0x1b));
  g_assert_cmpint (strchr (cli->err, '\n') - cli->err, ==, (gssize)strlen (cli->err) - 1);
}

/* What stands in a file does nothing to the terminal, and a finding stays one line. */
static void
test_control_characters (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", "[\"told\"]", "[\"\\u001b\\u009b\\nd\"]");
  cli_run (cli, 1, "check market.txt");
  cli_check_out (cli, "says “??? d”");
  g_assert_null (strchr (cli->out, '\x1b'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add ("/check/clean", test_clean);
  cli_add ("/check/article/missing", test_missing);
  cli_add ("/check/article/unreadable", test_unreadable);
  cli_add ("/check/article/fifo", test_fifo);
  cli_add ("/check/article/folder", test_folder_as_article);
  cli_add ("/check/article/empty", test_empty);
  cli_add ("/check/article/300-mb", test_300_mb);
  cli_add ("/check/article/binary", test_binary);
  cli_add ("/check/article/nul", test_nul);
  cli_add ("/check/article/invalid-utf8", test_invalid_utf8);
  cli_add ("/check/article/lone-cr", test_lone_cr);
  cli_add ("/check/article/object-replacement", test_object_replacement);
  cli_add ("/check/article/1-mb-line", test_1_mb_line);
  cli_add ("/check/sidecar/malformed", test_malformed);
  cli_add ("/check/sidecar/empty", test_empty_sidecar);
  cli_add ("/check/sidecar/nul", test_nul_in_sidecar);
  cli_add ("/check/sidecar/other-article", test_other_article);
  cli_add ("/check/sidecar/later-version", test_later_version);
  cli_add ("/check/sidecar/double-ids", test_double_ids);
  cli_add ("/check/sidecar/dangling-role", test_dangling_role);
  cli_add ("/check/sidecar/wrong-quote", test_wrong_quote);
  cli_add ("/check/sidecar/past-the-end", test_past_the_end);
  cli_add ("/check/sidecar/backwards", test_backwards);
  cli_add ("/check/sidecar/alone", test_alone);
  cli_add ("/check/sidecar/1-gb", test_1_gb_sidecar);
  cli_add ("/check/folder", test_folder);
  cli_add ("/check/highest", test_highest);
  cli_add ("/check/json", test_json);
  cli_add ("/check/name-of-file", test_name_of_file);
  cli_add ("/check/control-characters", test_control_characters);
  return g_test_run ();
}
