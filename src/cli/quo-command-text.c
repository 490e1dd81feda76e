/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo text: the text of an article, exactly as offsets count in it. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-error.h"
#include "quo-inputs.h"
#include "quo-target.h"

#include <glib/gi18n.h>

static char *out;
static QuoInputOptions reading;
static gboolean is_force;

static gboolean
write_file (const QuoOpening *opening, GBytes *bytes, GError **error)
{
  g_autoptr (QuoTarget) target = quo_target_new_file (out, is_force);

  quo_target_protect (target, opening->article_path);
  quo_target_protect (target, opening->sidecar_path);
  quo_target_set (target, NULL, bytes);
  return quo_target_commit (target, error);
}

static int
run_text (const char *const *inputs, guint n_inputs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOpening) opening = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const QuoText *text;

  if (n_inputs > 1)
    {
      quo_message ("%s", _ ("Name one file; of several the texts could not be told apart"));
      return QUO_EXIT_USAGE;
    }
  opening = quo_inputs_open (inputs[0], &reading, NULL, &error);
  if (opening == NULL)
    return quo_message_error (error);
  text = opening->snapshot->article->text;
  bytes = g_bytes_new_static (quo_text_get_utf8 (text), quo_text_get_bytes (text));
  if (out == NULL)
    quo_output_bytes (bytes);
  else if (!write_file (opening, bytes, &error))
    return quo_message_error (error);
  return QUO_EXIT_DONE;
}

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("File to write; without it standard output"),
    N_ ("OUT") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &is_force, N_ ("Overwrite files that exist"), NULL },
  QUO_INPUT_OPTIONS (reading),
  { NULL },
};

const QuoCommand quo_command_text = {
  .name = "text",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write the text of an article, in which offsets count"),
  .details = N_ ("It is UTF-8, and its bytes are those of document.textsha256 in the sidecar. "
                 "Without an option it is the text\nthe sidecar counts in; without a sidecar the "
                 "story alone."),
  .options = options,
  .run = run_text,
  .n_least = 1,
};
