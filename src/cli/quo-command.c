/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all verbs share: options, messages, standard output. */

#include "quo-config.h"

#include "quo-command.h"

#include "quo-commands-list.h"
#include "quo-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static const QuoCommand *const commands[] = { QUO_COMMANDS_LIST, NULL };

/* The first fault of standard output, 0: none. */
static int output_errno;

const QuoCommand *const *
quo_commands_list (void)
{
  return commands;
}

/* --- Messages and output --- */

/* What a terminal would obey (a file name or a message may hold anything) as a question mark: also
 * U+0080 to U+009F, which some take for an escape and a letter. @message: valid UTF-8. */
static void
tame (char *message)
{
  for (char *p = message; *p != '\0'; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f)
      *p = *p == '\n' || *p == '\t' ? ' ' : '?';
    else if ((guchar)*p == 0xc2 && (guchar)p[1] < 0xa0)
      *p = p[1] = '?';
}

static void
print_locale (FILE *file, const char *utf8)
{
  const char *charset;
  g_autofree char *local = NULL;

  if (!g_get_charset (&charset))
    {
      g_autofree char *nearest = g_strconcat (charset, "//TRANSLIT", NULL);

      local = g_convert_with_fallback (utf8, -1, nearest, "UTF-8", "?", NULL, NULL, NULL);
    }
  if (fputs (local != NULL ? local : utf8, file) == EOF && file == stdout && output_errno == 0)
    output_errno = errno;
}

void
quo_message (const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *valid = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  valid = g_utf8_make_valid (message, -1);
  tame (valid);
  fflush (stdout);
  print_locale (stderr, "quo: ");
  print_locale (stderr, valid);
  print_locale (stderr, "\n");
}

int
quo_message_error (const GError *error)
{
  quo_message ("%s", error->message);
  return g_error_matches (error, QUO_ERROR, QUO_ERROR_USAGE) ? QUO_EXIT_USAGE : QUO_EXIT_FAILED;
}

void
quo_output (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  print_locale (stdout, text);
}

void
quo_output_line (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  valid = g_utf8_make_valid (text, -1);
  if (g_str_has_suffix (valid, "\n"))
    valid[strlen (valid) - 1] = '\0';
  tame (valid);
  print_locale (stdout, valid);
  print_locale (stdout, "\n");
}

static gboolean
output_some (gpointer data, const char *bytes, gsize len, GError **error)
{
  if (len > 0 && fwrite (bytes, 1, len, stdout) != len && output_errno == 0)
    output_errno = errno;
  return TRUE;
}

const QuoByteSink quo_output_sink = { output_some, NULL };

void
quo_output_bytes (GBytes *bytes)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  output_some (NULL, data, len, NULL);
}

int
quo_output_finish (int code)
{
  if (fflush (stdout) != 0 && output_errno == 0)
    output_errno = errno;
  if (output_errno == 0)
    return code;
  quo_message (_ ("Standard output could not be written: %s"), g_strerror (output_errno));
  return QUO_EXIT_FAILED;
}

/* --- Options --- */

static int
refuse_usage (const QuoCommand *command, const char *message)
{
  quo_message ("%s", message);
  quo_message (_ ("“quo %s --help” tells how it is called"), command->name);
  return QUO_EXIT_USAGE;
}

static GOptionContext *
make_context (const QuoCommand *command, char ***ret_inputs)
{
  GOptionContext *context = g_option_context_new (NULL);
  g_autofree char *summary = NULL;
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, ret_inputs, NULL,
      command->arguments != NULL ? _ (command->arguments) : NULL },
    { NULL },
  };

  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, NULL);
  summary = g_strdup (_ (command->summary));
  g_option_context_set_summary (context, summary);
  if (command->details != NULL)
    g_option_context_set_description (context, _ (command->details));
  return context;
}

int
quo_command_run (const QuoCommand *command, int argc, char **argv)
{
  g_auto (GStrv) inputs = NULL;
  g_autoptr (GOptionContext) context = make_context (command, &inputs);
  g_autofree char *program = g_strconcat ("quo ", command->name, NULL);
  g_autoptr (GError) error = NULL;
  guint n_inputs;

  g_set_prgname (program); /* for the first line of --help */
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return refuse_usage (command, error->message);
  n_inputs = inputs != NULL ? g_strv_length (inputs) : 0;
  if (n_inputs < command->n_least)
    return refuse_usage (command, _ ("No file is named"));
  if (command->n_least == 0 && n_inputs > 0)
    return refuse_usage (command, _ ("There is nothing to be named here"));
  return quo_output_finish (command->run ((const char *const *)inputs, n_inputs));
}
