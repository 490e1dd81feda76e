/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo list and quo formats: tables, CSV, JSON. */

#include "quo-config.h"

#include "cli-fixture.h"

#include <string.h>

/* The columns line up. */
static void
test_table (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "market", NULL, NULL);
  cli_run (cli, 0, "list market.txt");
  g_assert_cmpstr (cli->out, ==,
                   "ID  LAYER  LABEL   START  END  TEXT                 NAME        SPEAKER     "
                   "STATUS\n"
                   "a   L9     quote      22   41  \"We had no choice,\"              Ines Roca\n"
                   "b   L9     person     42   51  Ines Roca            Ines Roca\n"
                   "c   L9     cue        64   68  told\n"
                   "d   L9     quote      92  111  \"That is not true,\"              Paulo Dias\n"
                   "e   L9     cue       112  116  said\n"
                   "h   L9     person    117  121  Roca                 Ines Roca\n"
                   "k   L9     person    131  141  Paulo Dias           Paulo Dias\n");
}

static void
test_filters (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "ferry", "ferry", NULL, NULL);
  cli_run (cli, 0, "list --layer old ferry.txt");
  cli_check_out (cli, "Captain Yusuf");
  g_assert_null (strstr (cli->out, "mia1"));
  cli_run (cli, 0, "list --label event --csv ferry.txt");
  g_assert_cmpstr (cli->out, ==,
                   "file,id,layer,type,start,end,text,entity,speaker,status,note\r\n"
                   "ferry.txt,t1,mia1,event,156,177,They promised a vote.,,,,\r\n");
}

static void
test_json (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "ferry", "ferry", NULL, NULL);
  cli_run (cli, 0, "list --label quote --layer mia1 --json ferry.txt");
  g_assert_true (g_str_has_prefix (
      cli->out, "[\n{\"file\":\"ferry.txt\",\"id\":\"q1\",\"layer\":\"mia1\",\"type\":\"quote\","
                "\"at\":[[50,80],[127,154]],\"text\":"));
  cli_check_out (cli, "\"speaker\":\"Åsa Lind, the deputy\"");
  cli_check_out (cli, "\"status\":\"suggested\"");
  g_assert_true (g_str_has_suffix (cli->out, "}\n]\n"));
  cli_run (cli, 0, "list --label none --json ferry.txt");
  g_assert_cmpstr (cli->out, ==, "[\n]\n");
}

static void
test_several (Cli *cli, gconstpointer data)
{
  cli_copy (cli, "market", "news/market", NULL, NULL);
  cli_copy (cli, "ferry", "news/ferry", NULL, NULL);
  cli_run (cli, 3, "list news missing.txt");
  cli_check_out (cli, "FILE");
  cli_check_out (cli, "news/ferry.txt.quo.json");
  cli_check_err (cli, "missing.txt");
  cli_run (cli, 2, "list --json --csv news");
}

static void
test_formats (Cli *cli, gconstpointer data)
{
  static const char *const ids[]
      = { "quo", "brat", "webannotation", "csv-annotations", "csv-quotes", "html" };

  cli_run (cli, 0, "formats");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    cli_check_out (cli, ids[i]);
  cli_run (cli, 0, "formats --json");
  cli_check_out (cli,
                 "{\"id\":\"brat\",\"title\":\"brat standoff\",\"extensions\":[\"ann\",\"a2\"],");
  cli_run (cli, 2, "formats extra");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add ("/list/table", test_table);
  cli_add ("/list/filters", test_filters);
  cli_add ("/list/json", test_json);
  cli_add ("/list/several", test_several);
  cli_add ("/formats", test_formats);
  return g_test_run ();
}
