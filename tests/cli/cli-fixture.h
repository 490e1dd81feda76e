/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An empty folder in which the program is run, and what its last run said. */
typedef struct
{
  char *folder;
  char *out, *err;
  char **environment; /* NULL: as it is */
} Cli;

void cli_set_up (Cli *cli, gconstpointer data);
void cli_tear_down (Cli *cli, gconstpointer data);

#define cli_add(path, func) g_test_add (path, Cli, NULL, cli_set_up, func, cli_tear_down)

/* Runs `quo ARGUMENTS`, given as one line of shell words, and fails unless it ends with @code. */
void cli_run (Cli *cli, int code, const char *arguments);
/* Fails unless the output, or the messages, hold the fragment. */
void cli_check_out (Cli *cli, const char *fragment);
void cli_check_err (Cli *cli, const char *fragment);
/* Fails unless neither output nor message was written. */
void cli_check_silent (Cli *cli);

/* (transfer full): a path in the folder. */
char *cli_path (Cli *cli, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Writes a file; @len -1: up to the NUL. */
void cli_put (Cli *cli, const char *name, const char *bytes, gssize len);
/* (transfer full) (nullable): what a file holds. */
char *cli_get (Cli *cli, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Copies the article tests/formats/articles/FROM.txt and its sidecar under the name of @to; of the
 * sidecar, @old is replaced by @new, which must change it (both NULL: nothing is). */
void cli_copy (Cli *cli, const char *from, const char *to, const char *old, const char *new);

G_END_DECLS
