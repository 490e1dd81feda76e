/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-byte-sink.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a verb ends; over several files the highest counts. */
typedef enum
{
  QUO_EXIT_DONE = 0,
  QUO_EXIT_FOUND = 1,  /* read, and something is wrong in it */
  QUO_EXIT_USAGE = 2,  /* a call that makes no sense */
  QUO_EXIT_FAILED = 3, /* could not be read or written */
} QuoExit;

/**
 * QuoCommand:
 *
 * A verb of the program: one `const` struct quo_command_NAME in a file of its own, and one word in
 * this folder's meson.build.
 */
typedef struct
{
  const char *name;
  const char *arguments; /* N_("FILE…"), or NULL: it takes none */
  const char *summary;   /* N_(), one line */
  const char *details;   /* N_(), what else --help says, or NULL */
  const GOptionEntry *options;
  /* @inputs: what is not an option, at least @n_least. The options are in the verb's variables. */
  int (*run) (const char *const *inputs, guint n_inputs);
  guint n_least;
} QuoCommand;

/* All verbs, in the order of the help; NULL-terminated. */
const QuoCommand *const *quo_commands_list (void);

/* Parses the options of the verb and runs it. @argv [0] is the verb. */
int quo_command_run (const QuoCommand *command, int argc, char **argv);

/* "quo: message" on standard error, in one line. */
void quo_message (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Tells the error and gives the exit it means: usage or failed. */
int quo_message_error (const GError *error);

/* Writes to standard output: text in the encoding of the terminal, or bytes as they are. A full
 * disk shows at quo_output_finish(), which every verb that writes returns through: it gives @code,
 * or QUO_EXIT_FAILED after a message. */
void quo_output (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* One line that holds what stands in a file: whatever that is, it stays one, and a terminal obeys
 * nothing in it. The format ends with a line end. */
void quo_output_line (const char *format, ...) G_GNUC_PRINTF (1, 2);
void quo_output_bytes (GBytes *bytes);
/* The same as a sink, which never fails: what went wrong shows at the end. */
extern const QuoByteSink quo_output_sink;
int quo_output_finish (int code);

G_END_DECLS
