/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo convert: where outputs go, what is never overwritten, which layer, what is told. */

#include "quo-config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void
check_file (Cli *cli, const char *name, const char *expected)
{
  g_autofree char *text = cli_get (cli, name);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_there (Cli *cli, const char *name)
{
  g_autofree char *path = cli_path (cli, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_standard_output (Cli *cli, gconstpointer data)
{
  g_autofree char *sidecar = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  sidecar = cli_get (cli, "market.txt.quo.json");
  cli_run (cli, 0, "convert --to quo market.txt");
  g_assert_cmpstr (cli->out, ==, sidecar);
  cli_run (cli, 0, "convert --to csv-quotes market.txt.quo.json");
  g_assert_true (g_str_has_prefix (cli->out, "relation,quote,form,"));
  cli_run (cli, 2, "convert --to brat market.txt");
  cli_check_err (cli, "-o OUT.ann");
  cli_run (cli, 2, "convert --to html market.txt market.txt");
  cli_check_err (cli, "-o FOLDER");
}

static void
test_file (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_run (cli, 0, "convert --to html -o out.html market.txt");
  g_assert_cmpstr (cli->out, ==, "");
  g_assert_true (is_there (cli, "out.html"));
  cli_put (cli, "out.html", "old", -1);
  cli_run (cli, 3, "convert --to html -o out.html market.txt");
  cli_check_err (cli, "out.html: there is a file of this name");
  check_file (cli, "out.html", "old");
  cli_run (cli, 0, "convert --to html -o out.html --force market.txt");
  g_assert_false (is_there (cli, "out.txt"));
  cli_run (cli, 3, "convert --to html -o missing/out.html market.txt");
  cli_check_err (cli, "there is no folder");
}

static void
test_folder (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_copy (cli, "bare", "day/bare", NULL, NULL);
  cli_run (cli, 0, "convert --to brat -o out market.txt day/bare.txt");
  g_assert_true (is_there (cli, "out/market.ann"));
  g_assert_true (is_there (cli, "out/market.txt"));
  g_assert_true (is_there (cli, "out/bare.ann"));
  cli_run (cli, 0, "convert --to csv-quotes -o out market.txt");
  g_assert_true (is_there (cli, "out/market.quotes.csv"));
  cli_run (cli, 0, "convert --to quo -o new/ market.txt");
  g_assert_true (is_there (cli, "new/market.txt.quo.json"));
}

/* One that fails does not stop the others. */
static void
test_some_fail (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_run (cli, 3, "convert --to html -o out missing.txt market.txt");
  cli_check_err (cli, "missing.txt: there is no such file");
  g_assert_true (is_there (cli, "out/market.html"));
}

static void
test_same_names (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "a/market", NULL, NULL);
  cli_copy (cli, "market", "b/market", NULL, NULL);
  cli_run (cli, 2, "convert --to html --force -o out a/market.txt b/market.txt");
  cli_check_err (cli, "market.html");
  g_assert_false (is_there (cli, "out"));
}

/* The text beside the .ann is the article itself: it stays when it is the same. */
static void
test_article_as_sibling (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_copy (cli, "ferry", "ferry", NULL, NULL);
  cli_run (cli, 0, "convert --to brat -o market.ann market.txt");
  g_assert_true (is_there (cli, "market.ann"));
  cli_run (cli, 3, "convert --to brat --force -o ferry.ann ferry.txt");
  cli_check_err (cli, "give the output another name");
  g_assert_false (is_there (cli, "ferry.ann"));
}

static void
test_never_the_article (Cli *cli, gconstpointer data)
{
  g_autofree char *article = NULL;
  g_autofree char *sidecar = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  article = cli_get (cli, "market.txt");
  sidecar = cli_get (cli, "market.txt.quo.json");
  cli_run (cli, 3, "convert --to html --force -o market.txt market.txt");
  cli_check_err (cli, "never overwrites");
  cli_run (cli, 3, "convert --to html --force -o ./market.txt.quo.json market.txt");
  cli_run (cli, 0, "convert --to quo --force -o market.txt.quo.json market.txt");
  check_file (cli, "market.txt", article);
  check_file (cli, "market.txt.quo.json", sidecar);
}

static void
test_layers (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "ferry", "done", NULL, NULL);
  cli_copy (cli, "ferry", "open", ",\"state\":\"done\"", "");
  cli_run (cli, 0, "convert --to csv-quotes done.txt");
  cli_check_err (cli, "1 annotation of another layer was left out");
  cli_run (cli, 2, "convert --to csv-quotes open.txt");
  cli_check_err (cli, "mia1 (Mia), old (First try)");
  cli_run (cli, 0, "convert --to csv-quotes --layer old open.txt");
  cli_run (cli, 2, "convert --to html --layer none open.txt");
  cli_check_err (cli, "no layer “none”");
  cli_run (cli, 0, "convert --to csv-annotations open.txt");
  cli_check_out (cli, "z1,old,");
  cli_check_out (cli, "c1,mia1,");
}

static void
test_options (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "ferry", "ferry", NULL, NULL);
  cli_run (cli, 0, "convert --to csv-quotes --option bom=yes --option 'separator=;' ferry.txt");
  g_assert_true (g_str_has_prefix (cli->out, "\xef\xbb\xbfrelation;quote;"));
  cli_run (cli, 2, "convert --to csv-quotes --option bom ferry.txt");
  cli_check_err (cli, "NAME=VALUE");
  cli_run (cli, 2, "convert --to csv-quotes --option bom=maybe ferry.txt");
  cli_check_err (cli, "no, yes");
  cli_run (cli, 2, "convert --to docx ferry.txt");
  cli_check_err (cli, "there are: quo, brat, webannotation");
  cli_run (cli, 2, "convert ferry.txt");
  cli_check_err (cli, "--to FORMAT");
  cli_run (cli, 2, "convert --to html");
  cli_check_err (cli, "quo convert --help");
}

static void
test_losses (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "ferry", "ferry", NULL, NULL);
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_run (cli, 0, "convert --to html -o out ferry.txt market.txt");
  cli_check_err (cli, "quo: ferry.txt: 1 rejected suggestion was left out\n");
  cli_run (cli, 0, "convert --dry-run --to brat ferry.txt");
  g_assert_cmpstr (cli->out, ==, "");
  cli_check_err (cli, "quo: 1 note on the article was left out\n");
  cli_run (cli, 0, "convert --dry-run --to brat -o other ferry.txt market.txt");
  g_assert_false (is_there (cli, "other"));
}

/* A limit on the size of files stands for a full disk: the program says so and goes on. */
static void
test_full_disk (Cli *cli, gconstpointer data)
{
  struct rlimit old, small;

  cli_copy (cli, "market", "market", NULL, NULL);
  cli_put (cli, "out.html", "old", -1);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  cli_run (cli, 3, "convert --to html --force -o out.html market.txt");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  cli_check_err (cli, "out.html: not saved");
  check_file (cli, "out.html", "old");
}

static void
test_full_output (Cli *cli, gconstpointer data)
{
  g_autofree char *program = g_shell_quote (g_getenv ("QUO_PROGRAM"));
  g_autofree char *line = g_strdup_printf ("%s convert --to quo a.txt >/dev/full", program);
  const char *argv[] = { "/bin/sh", "-c", line, NULL };
  g_autofree char *err = NULL;
  int status;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("this system has no /dev/full");
      return;
    }
  cli_copy (cli, "market", "a", NULL, NULL);
  g_assert_true (g_spawn_sync (cli->folder, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                               NULL, NULL, &err, &status, NULL));
  g_assert_cmpint (status >> 8, ==, 3);
  g_assert_nonnull (strstr (err, "Standard output could not be written"));
}

static void
test_read_only_file (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "out.html");

  cli_copy (cli, "market", "market", NULL, NULL);
  cli_put (cli, "out.html", "old", -1);
  g_chmod (path, 0400);
  cli_run (cli, 3, "convert --to html --force -o out.html market.txt");
  cli_check_err (cli, "read-only");
  check_file (cli, "out.html", "old");
}

/* --- Imports --- */

static void
test_import (Cli *cli, gconstpointer data)
{
  g_autofree char *sidecar = NULL;
  g_autofree char *again = NULL;

  cli_put (cli, "a.txt", "Ada said no.\r\n", -1);
  cli_put (cli, "a.ann", "T1\tperson 0 3\tAda\n", -1);
  cli_run (cli, 0, "convert a.ann");
  sidecar = cli_get (cli, "a.txt.quo.json");
  g_assert_nonnull (strstr (sidecar, "\"quote\":[\"Ada\"]"));
  cli_run (cli, 0, "check a.txt");
  cli_run (cli, 3, "convert a.ann");
  cli_check_err (cli, "--merge");
  cli_run (cli, 0, "convert --merge a.ann");
  again = cli_get (cli, "a.txt.quo.json");
  g_assert_cmpstr (again, ==, sidecar); /* the same file once more adds nothing */
  check_file (cli, "a.txt", "Ada said no.\r\n");
}

/* A text that begins as cells do that are kept from being formulas lost its apostrophe on the way
 * back, and one with a tab had one more. */
static void
test_csv_apostrophes (Cli *cli, gconstpointer data)
{
  g_autofree char *written = NULL;

  cli_put (cli, "a.txt", "'=1 said Ada\n", -1);
  cli_put (cli, "in.csv", "start,end,type,text,note\n0,3,x,''=1,''-x\n9,12,x,Ada,'\ty\n", -1);
  cli_run (cli, 0, "convert --article a.txt --from csv-annotations in.csv");
  cli_run (cli, 0, "convert --to csv-annotations --option safe=yes -o out.csv a.txt");
  written = cli_get (cli, "out.csv");
  g_assert_nonnull (strstr (written, ",''=1,"));
  g_assert_nonnull (strstr (written, ",''-x"));
  cli_run (cli, 0, "convert --article a.txt --from csv-annotations --to quo out.csv");
  cli_check_out (cli, "\"quote\":[\"'=1\"]");
  cli_check_out (cli, "\"note\":\"'-x\"");
  cli_check_out (cli, "\"note\":\"\\ty\"");
}

/* What people had annotated was moved on the way, with nobody to see it. */
static void
test_import_merge_changed (Cli *cli, gconstpointer data)
{
  g_autofree char *article = NULL, *changed = NULL, *before = NULL, *after = NULL;

  cli_copy (cli, "market", "market", NULL, NULL);
  article = cli_get (cli, "market.txt");
  changed = g_strconcat ("Later.\n", article, NULL);
  cli_put (cli, "market.txt", changed, -1);
  cli_put (cli, "new.entities.csv", "id,type,name,aliases\nE9,person,Ada,\n", -1);
  before = cli_get (cli, "market.txt.quo.json");
  cli_run (cli, 3, "convert --merge --article market.txt new.entities.csv");
  cli_check_err (cli, "quo anchor --write");
  after = cli_get (cli, "market.txt.quo.json");
  g_assert_cmpstr (before, ==, after);
  cli_run (cli, 0, "anchor --write market.txt");
  cli_run (cli, 0, "convert --merge --article market.txt new.entities.csv");
}

static void
test_import_merge (Cli *cli, gconstpointer data)
{
  g_autofree char *sidecar = NULL;

  cli_put (cli, "a.txt", "Ada said no.\n", -1);
  cli_put (cli, "mia/a.ann", "T1\tperson 0 3\tAda\n", -1);
  cli_put (cli, "ben/a.ann", "T1\tcue 4 8\tsaid\n", -1);
  cli_run (cli, 0, "convert --article a.txt --layer Mia mia/a.ann");
  cli_run (cli, 0, "convert --article a.txt --layer Ben --merge ben/a.ann");
  sidecar = cli_get (cli, "a.txt.quo.json");
  g_assert_nonnull (strstr (sidecar, "{\"id\":\"Mia\",\"title\":\"Mia\""));
  g_assert_nonnull (strstr (sidecar, "{\"id\":\"Ben\",\"title\":\"Ben\""));
  cli_run (cli, 0, "check a.txt");
  cli_put (cli, "b.txt", "Another text.\n", -1);
  cli_run (cli, 3, "convert --article b.txt mia/a.ann");
  cli_check_err (cli, "is this the right article?");
  g_assert_false (is_there (cli, "b.txt.quo.json"));
}

static void
check_line (const char *sidecar, const char *fragment)
{
  if (strstr (sidecar, fragment) == NULL)
    g_error ("%s is not in\n%s", fragment, sidecar);
}

/* Tables of entities and relations that were edited change these, cell by cell; what they do not
 * tell stays. */
static void
test_import_update (Cli *cli, gconstpointer data)
{
  g_autofree char *sidecar = NULL;
  g_autofree char *again = NULL;

  cli_copy (cli, "market", "a", "\"Ines Roca\"}",
            "\"Ines Roca\",\"ids\":{\"viaf\":\"9\"},\"attrs\":{\"trade\":\"fish\"}}");
  cli_run (cli, 0, "convert --to csv-entities -o a.entities.csv a.txt");
  cli_run (cli, 0, "convert --to csv-relations -o a.relations.csv a.txt");
  sidecar = cli_get (cli, "a.txt.quo.json");
  cli_run (cli, 0, "convert --merge --article a.txt a.entities.csv");
  cli_run (cli, 0, "convert --merge --article a.txt a.relations.csv");
  check_file (cli, "a.txt.quo.json", sidecar); /* what was written changes nothing */
  cli_put (cli, "a.entities.csv",
           "id,type,name,aliases,wikidata\nE1,,Inés Roca,Roca,Q7\n,person,Paulo Dias,,Q8\n"
           ",organization,The Hall,,\n",
           -1);
  cli_put (cli, "a.relations.csv", "id,type,role,member\nu1,remark,quote,a\nu1,remark,source,k\n",
           -1);
  cli_run (cli, 0, "convert --merge --article a.txt --from csv-entities a.entities.csv");
  cli_run (cli, 0, "convert --merge --article a.txt a.relations.csv");
  again = cli_get (cli, "a.txt.quo.json");
  check_line (again, "{\"id\":\"E1\",\"type\":\"person\",\"name\":\"Inés Roca\",\"aliases\":"
                     "[\"Roca\"],\"ids\":{\"viaf\":\"9\",\"wikidata\":\"Q7\"},\"attrs\":"
                     "{\"trade\":\"fish\"}}");
  check_line (again, "\"name\":\"Paulo Dias\",\"ids\":{\"wikidata\":\"Q8\"}}");
  check_line (again, "\"type\":\"organization\",\"name\":\"The Hall\"");
  check_line (again, "{\"id\":\"u1\",\"layer\":\"L9\",\"type\":\"remark\",\"roles\":{\"quote\":"
                     "[\"a\"],\"source\":[\"k\"]}}");
  check_line (again, "{\"id\":\"u2\",\"layer\":\"L9\",\"type\":\"quotation\"");
  g_assert_null (strstr (again, "import"));
}

/* What does not fit is told, and the exit says so; --partial reads the rest of a damaged file. */
static void
test_import_faults (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.txt", "Ada said no.\n", -1);
  cli_put (cli, "a.ann", "T1\tperson 0 3\tAda\nT2\tcue 5 9\tsaid\n", -1);
  cli_run (cli, 1, "convert -n a.ann");
  cli_check_err (cli, "line 2: “said” should stand at 5–9");
  g_assert_false (is_there (cli, "a.txt.quo.json"));
  cli_put (cli, "a.ann", "T1\tperson 0 3\tAda\nT2\tcue\n", -1);
  cli_run (cli, 3, "convert a.ann");
  cli_check_err (cli, "a.ann: line 2: ");
  g_assert_false (is_there (cli, "a.txt.quo.json"));
  cli_run (cli, 1, "convert --partial a.ann");
  g_assert_true (is_there (cli, "a.txt.quo.json"));
}

static void
test_import_to (Cli *cli, gconstpointer data)
{
  cli_put (cli, "a.txt", "Ada said no.\n", -1);
  cli_put (cli, "a.ann", "T1\tperson 0 3\tAda\n", -1);
  cli_run (cli, 0, "convert --from brat --to csv-annotations a.ann");
  cli_check_out (cli, "person,0,3,0-3,Ada");
  cli_run (cli, 2, "convert --from html a.ann");
  cli_check_err (cli, "html is only written");
  cli_run (cli, 2, "convert -o a.json a.ann");
  cli_check_err (cli, "ARTICLE.quo.json");
  cli_put (cli, "b.dat", "nothing of the kind\n", -1);
  cli_run (cli, 3, "convert b.dat");
  cli_check_err (cli, "--from FORMAT");
  cli_run (cli, 0, "convert --to quo -o new/ a.ann");
  g_assert_true (is_there (cli, "new/a.txt.quo.json"));
}

static void
test_strict (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "ferry", "ferry", NULL, NULL);
  cli_run (cli, 1, "convert --strict -n --to csv-annotations ferry.txt");
  cli_run (cli, 0, "convert --strict -n --to quo ferry.txt");
}

/* A whole tree goes to the same places below OUT, and comes back. */
static void
test_whole_folder (Cli *cli, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;

  cli_copy (cli, "market", "news/may/market", NULL, NULL);
  cli_copy (cli, "bare", "news/bare", NULL, NULL);
  cli_copy (cli, "market", "news/june/market", NULL, NULL);
  cli_run (cli, 2, "convert --to brat news");
  cli_check_err (cli, "-o FOLDER");
  cli_run (cli, 0, "convert --to brat -o out news");
  cli_check_err (cli, "3 of 3 files were converted");
  g_assert_true (is_there (cli, "out/may/market.ann"));
  g_assert_true (is_there (cli, "out/june/market.ann"));
  g_assert_true (is_there (cli, "out/bare.ann"));
  cli_run (cli, 1, "convert --strict --to conll -o other news");
  cli_run (cli, 0, "convert --from brat out");
  g_assert_true (is_there (cli, "out/may/market.txt.quo.json"));
  first = cli_get (cli, "out/may/market.txt.quo.json");
  again = cli_get (cli, "out/june/market.txt.quo.json");
  g_assert_cmpstr (first, ==, again);
  cli_run (cli, 3, "convert out/may out/june");
  cli_check_err (cli, "0 of 2 files were converted, 0 with losses; 2 failed");
  cli_run (cli, 0, "convert -n --to csv-annotations 'out/may/m*.ann' 'out/june/*.ann'");
  cli_check_err (cli, "2 of 2 files can be converted");
  cli_run (cli, 3, "convert --from doccano out");
  cli_check_err (cli, "there is no file to be imported");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add ("/convert/standard-output", test_standard_output);
  cli_add ("/convert/file", test_file);
  cli_add ("/convert/folder", test_folder);
  cli_add ("/convert/whole-folder", test_whole_folder);
  cli_add ("/convert/some-fail", test_some_fail);
  cli_add ("/convert/same-names", test_same_names);
  cli_add ("/convert/article-as-sibling", test_article_as_sibling);
  cli_add ("/convert/never-the-article", test_never_the_article);
  cli_add ("/convert/layers", test_layers);
  cli_add ("/convert/options", test_options);
  cli_add ("/convert/losses", test_losses);
  cli_add ("/convert/full-disk", test_full_disk);
  cli_add ("/convert/full-output", test_full_output);
  cli_add ("/convert/read-only-file", test_read_only_file);
  cli_add ("/convert/import", test_import);
  cli_add ("/convert/import/merge", test_import_merge);
  cli_add ("/convert/csv-apostrophes", test_csv_apostrophes);
  cli_add ("/convert/import/merge-changed", test_import_merge_changed);
  cli_add ("/convert/import/update", test_import_update);
  cli_add ("/convert/import/faults", test_import_faults);
  cli_add ("/convert/import/to", test_import_to);
  cli_add ("/convert/strict", test_strict);
  return g_test_run ();
}
