/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo diff: what leads from one sidecar to another, in words. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-diff.h"
#include "quo-inputs.h"
#include "quo-sidecar-reader.h"

#include <glib/gi18n.h>

/* Of an article its sidecar is meant. */
static QuoSnapshot *
load (const char *path, GError **error)
{
  g_autofree char *sidecar = quo_path_is_sidecar (path) || g_str_has_suffix (path, ".json")
                                     || g_str_has_suffix (path, ".bak")
                                 ? g_strdup (path)
                                 : quo_sidecar_path_for (path);
  g_autofree char *file = g_strdup (g_file_test (sidecar, G_FILE_TEST_EXISTS) ? sidecar : path);
  g_autofree char *name = g_filename_display_basename (file);
  g_autoptr (GBytes) bytes = quo_sidecar_load (file, NULL, error);

  return bytes != NULL ? quo_sidecar_read (bytes, name, NULL, NULL, error) : NULL;
}

static int
run_diff (const char *const *inputs, guint n_inputs)
{
  g_autoptr (QuoSnapshot) old = NULL, new = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (n_inputs != 2)
    {
      quo_message (_ ("Two files are needed"));
      return QUO_EXIT_USAGE;
    }
  if ((old = load (inputs[0], &error)) == NULL || (new = load (inputs[1], &error)) == NULL)
    return quo_message_error (error);
  lines = quo_diff (old, new);
  for (guint i = 0; i < lines->len; i++)
    quo_output_line ("%s\n", (const char *)g_ptr_array_index (lines, i));
  return lines->len > 0 ? QUO_EXIT_FOUND : QUO_EXIT_DONE;
}

const QuoCommand quo_command_diff = {
  .name = "diff",
  .arguments = N_ ("A B"),
  .summary = N_ ("Compare two sidecars, in words"),
  .details = N_ ("A line for each record that was added or removed, and for each member that was "
                 "changed.\nIt ends with 0 when both say the same, 1 when not, 3 when a file could "
                 "not be read."),
  .run = run_diff,
  .n_least = 1,
};
