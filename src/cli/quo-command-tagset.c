/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo tagset: labels from and to other programs, without annotations. */

#include "quo-config.h"

#include "quo-command.h"
#include "quo-commands-list.h"
#include "quo-error.h"
#include "quo-label-set.h"
#include "quo-tagset-file.h"

#include <glib/gi18n.h>

static char *to, *out;
static gboolean is_force;

/* The format to write labels in; NULL is a tagset file. */
static gboolean
find_format (const QuoFormat **ret_format, GError **error)
{
  g_autoptr (GString) ids = g_string_new ("quo");

  if (to == NULL || g_str_equal (to, "quo"))
    return TRUE;
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    {
      if ((*format)->write_labels == NULL)
        continue;
      g_string_append_printf (ids, ", %s", (*format)->id);
      if (g_str_equal ((*format)->id, to))
        *ret_format = *format;
    }
  if (*ret_format != NULL)
    return TRUE;
  g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE, _ ("“%s” is no format of labels; there are: %s"),
               to, ids->str);
  return FALSE;
}

static gboolean
write_tagset (const QuoTagset *tagset, const QuoFormat *format, const char *input, GError **error)
{
  g_autoptr (QuoTarget) target
      = out != NULL ? quo_target_new_file (out, is_force) : quo_target_new_memory ();
  g_autoptr (GBytes) bytes = NULL;

  quo_target_protect (target, input);
  if (format != NULL)
    format->write_labels (tagset, target);
  else
    {
      bytes = quo_tagset_write (tagset);
      quo_target_set (target, NULL, bytes);
      g_clear_pointer (&bytes, g_bytes_unref);
    }
  if (!quo_target_commit (target, error))
    return FALSE;
  if (out == NULL)
    {
      bytes = quo_target_dup_bytes (target, NULL);
      quo_output_bytes (bytes);
    }
  return TRUE;
}

static int
run_tagset (const char *const *inputs, guint n_inputs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTagset) tagset = NULL;
  const QuoFormat *format = NULL;

  if (n_inputs > 1)
    {
      quo_message ("%s", _ ("Name one file of labels"));
      return QUO_EXIT_USAGE;
    }
  if (!find_format (&format, &error))
    return quo_message_error (error);
  tagset = quo_label_set_load (inputs[0], &error);
  if (tagset == NULL || !write_tagset (tagset, format, inputs[0], &error))
    return quo_message_error (error);
  return QUO_EXIT_DONE;
}

static const GOptionEntry options[] = {
  { "to", 't', 0, G_OPTION_ARG_STRING, &to,
    N_ ("Format to write: quo (a tagset file), brat, labelstudio or refi-codebook"),
    N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("File to write; without it standard output"),
    N_ ("OUT") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &is_force, N_ ("Overwrite files that exist"), NULL },
  { NULL },
};

const QuoCommand quo_command_tagset = {
  .name = "tagset",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Bring labels from and to other programs"),
  .details
  = N_ ("FILE is a tagset (.tagset.json), brat’s annotation.conf, a labelling configuration "
        "of Label Studio or\na codebook of REFI-QDA (.qdc). Names, colours, keys and "
        "attributes are kept as far as both know them."),
  .options = options,
  .run = run_tagset,
  .n_least = 1,
};
