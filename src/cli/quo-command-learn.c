/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo learn: weights for suggestions, from what people have accepted and rejected. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-error.h"
#include "quo-inputs.h"
#include "quo-target.h"
#include "quo-training.h"

#include <glib/gi18n.h>
#include <string.h>

static char *out, *start, *encoding;
static gboolean is_force;
static double pull = QUO_TRAINING_PULL;

/* (transfer full) (nullable): the weights in the file. */
static QuoWeights *
load_weights (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize len;

  if (!g_file_get_contents (path, &text, &len, error))
    return NULL;
  return quo_weights_from_text (text, (gssize)len, error);
}

static gboolean
write_weights (const QuoWeights *weights, GError **error)
{
  g_autofree char *text = quo_weights_to_text (weights);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (QuoTarget) target = NULL;

  if (out == NULL)
    {
      quo_output_bytes (bytes);
      return TRUE;
    }
  target = quo_target_new_file (out, is_force);
  quo_target_set (target, NULL, bytes);
  return quo_target_commit (target, error);
}

static int
add_file (QuoTraining *training, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOpening) opening = quo_open (path, encoding, NULL, NULL, &error);

  if (opening == NULL)
    return quo_message_error (error);
  quo_training_add (training, opening->snapshot);
  return QUO_EXIT_DONE;
}

static int
run_learn (const char *const *inputs, guint n_inputs)
{
  int code;
  g_autoptr (GPtrArray) files = quo_inputs_list (inputs, n_inputs, &code);
  g_autoptr (QuoTraining) training = quo_training_new ();
  g_autoptr (QuoWeights) from = NULL;
  g_autoptr (QuoWeights) weights = NULL;
  g_autoptr (GError) error = NULL;

  if (pull <= 0)
    {
      quo_message (_ ("--pull takes a number above 0"));
      return QUO_EXIT_USAGE;
    }
  if (start != NULL && (from = load_weights (start, &error)) == NULL)
    return quo_message_error (error);
  for (guint i = 0; i < files->len; i++)
    {
      int file_code = add_file (training, g_ptr_array_index (files, i));

      code = MAX (code, file_code);
    }
  weights = quo_training_finish (training, from, pull);
  quo_message (ngettext ("learnt from %u article", "learnt from %u articles",
                         quo_training_get_n_articles (training)),
               quo_training_get_n_articles (training));
  if (!write_weights (weights, &error))
    return MAX (code, quo_message_error (error));
  return code;
}

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
    N_ ("File to write the weights to; without it standard output"), N_ ("OUT") },
  { "start", 0, 0, G_OPTION_ARG_FILENAME, &start,
    N_ ("Begin with the weights in this file, not with those of the program"), N_ ("FILE") },
  { "pull", 0, 0, G_OPTION_ARG_DOUBLE, &pull,
    N_ ("How much the weights to begin with count beside the articles; 10 if not said"),
    N_ ("NUMBER") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &is_force, N_ ("Overwrite files that exist"), NULL },
  { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding,
    N_ ("Read articles in this encoding, whatever the sidecar says"), N_ ("NAME") },
  { NULL },
};

const QuoCommand quo_command_learn = {
  .name = "learn",
  .arguments = N_ ("FILE|FOLDER…"),
  .summary = N_ ("Learn from annotated articles how to suggest"),
  .details
  = N_ ("What was accepted and rejected teaches; a proposal that nobody has looked at does "
        "not. In a layer that\nis done or gold, what was not marked teaches as well. “quo "
        "suggest --weights OUT” takes the result."),
  .options = options,
  .run = run_learn,
  .n_least = 1,
};
