/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what a person names to the files a verb works on. */

#include "quo-config.h"

#include "quo-inputs.h"

#include "quo-command.h"
#include "quo-error.h"
#include "quo-tagset-file.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GPtrArray *files;
  QuoInputsWant want;
  gconstpointer data;
} Walk;

static gboolean add_folder (Walk *walk, const char *folder);

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
add_entry (Walk *walk, const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_file_test (path, G_FILE_TEST_IS_SYMLINK) || add_folder (walk, path);
  if (walk->want (path, walk->data))
    g_ptr_array_add (walk->files, g_strdup (path));
  return TRUE;
}

static gboolean
add_folder (Walk *walk, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gboolean is_done = TRUE;
  const char *name;

  if (dir == NULL)
    {
      quo_message ("%s", error->message);
      return FALSE;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    if (!add_entry (walk, g_ptr_array_index (paths, i)))
      is_done = FALSE;
  return is_done;
}

gboolean
quo_inputs_add_folder (GPtrArray *files, const char *folder, QuoInputsWant want, gconstpointer data)
{
  Walk walk = { files, want, data };

  return add_folder (&walk, folder);
}

static gboolean
want_sidecar (const char *path, gconstpointer data)
{
  return quo_path_is_sidecar (path);
}

GPtrArray *
quo_inputs_list (const char *const *paths, guint n_paths, int *ret_code)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  *ret_code = QUO_EXIT_DONE;
  for (guint i = 0; i < n_paths; i++)
    {
      guint n = files->len;

      if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        g_ptr_array_add (files, g_strdup (paths[i]));
      else if (!quo_inputs_add_folder (files, paths[i], want_sidecar, NULL))
        *ret_code = QUO_EXIT_FAILED;
      else if (files->len == n)
        quo_message (_ ("%s: there is no sidecar (*.quo.json) in this folder"), paths[i]);
    }
  return files;
}

QuoReadOptions
quo_inputs_get_read_options (const QuoInputOptions *options)
{
  QuoExtent extent = options->is_source       ? QUO_EXTENT_SOURCE
                     : options->is_whole_page ? QUO_EXTENT_PAGE
                                              : QUO_EXTENT_ARTICLE;

  return (QuoReadOptions){ .encoding = options->encoding, .extent = extent };
}

QuoOpening *
quo_inputs_open (const char *path, const QuoInputOptions *options, QuoReport *report,
                 GError **error)
{
  QuoOpenOptions open_options = { 0 };

  if (options->is_whole_page && options->is_source)
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_USAGE,
                           _ ("Choose one of --whole-page and --source"));
      return NULL;
    }
  open_options.encoding = options->encoding;
  open_options.has_extent = options->is_whole_page || options->is_source;
  open_options.extent = options->is_source ? QUO_EXTENT_SOURCE : QUO_EXTENT_PAGE;
  return quo_open_with (path, &open_options, report, NULL, error);
}

QuoTagset *
quo_inputs_load_tagset (const QuoOpening *opening)
{
  return quo_tagset_choose (opening->sidecar_path, opening->snapshot->header->tagset_file, NULL,
                            NULL);
}
