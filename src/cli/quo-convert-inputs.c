/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What quo convert is called with: files, folders and patterns. Of a folder those files are taken
 * that the call can mean: sidecars to export, else files of the format that is read, or of any. */

#include "quo-config.h"

#include "quo-convert.h"

#include "quo-command.h"
#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whether it is a file of some format that is read, by its name and by what stands in it. */
static gboolean
is_of_any_format (const char *path)
{
  g_autoptr (QuoSource) source = NULL;
  const QuoFormat *found = NULL;

  if (!quo_format_reads_name (NULL, path) || quo_path_is_sidecar (path))
    return FALSE;
  source = quo_source_new_file (path);
  return quo_import_sniff (source, &found, NULL);
}

static gboolean
want_file (const char *path, gconstpointer data)
{
  const QuoConvert *convert = data;

  if (convert->from != NULL)
    return quo_format_reads_name (convert->from, path);
  return convert->to != NULL ? quo_path_is_sidecar (path) : is_of_any_format (path);
}

/* Where below the folder that was named the file is: "2024/may", or "". */
static char *
dup_subfolder (const char *folder, const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  const char *rest = parent + strlen (folder);

  if (!g_str_has_prefix (parent, folder))
    return g_strdup ("");
  return g_strdup (rest + strspn (rest, G_DIR_SEPARATOR_S));
}

static gboolean
add_folder (QuoConvert *convert, const char *folder, GError **error)
{
  guint n = convert->files->len;

  if (!quo_inputs_add_folder (convert->files, folder, want_file, convert))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_READ, _ ("%s: not all of the folder could be read"),
                   folder);
      return FALSE;
    }
  if (convert->files->len == n)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND,
                   convert->from == NULL && convert->to != NULL
                       ? _ ("%s: there is no sidecar (*.quo.json) in this folder")
                       : _ ("%s: there is no file to be imported in this folder"),
                   folder);
      return FALSE;
    }
  for (; n < convert->files->len; n++)
    g_ptr_array_add (convert->subfolders,
                     dup_subfolder (folder, g_ptr_array_index (convert->files, n)));
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* "news/a*.ann", which a shell did not expand: * and ? in the last part. FALSE: nothing fits. */
static gboolean
add_pattern (QuoConvert *convert, const char *pattern)
{
  g_autofree char *folder = g_path_get_dirname (pattern);
  g_autofree char *last = g_path_get_basename (pattern);
  g_autoptr (GPatternSpec) spec = g_pattern_spec_new (last);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_pattern_spec_match_string (spec, name) && *name != '.')
      g_ptr_array_add (found, strchr (pattern, G_DIR_SEPARATOR) != NULL
                                  ? g_build_filename (folder, name, NULL)
                                  : g_strdup (name));
  g_ptr_array_sort (found, compare_names);
  for (guint i = 0; i < found->len; i++)
    {
      g_ptr_array_add (convert->files, g_ptr_array_index (found, i));
      g_ptr_array_add (convert->subfolders, g_strdup (""));
    }
  return found->len > 0;
}

gboolean
quo_convert_list (QuoConvert *convert, const char *const *paths, guint n_paths, GError **error)
{
  convert->files = g_ptr_array_new_with_free_func (g_free);
  convert->subfolders = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_paths; i++)
    {
      gboolean is_folder = g_file_test (paths[i], G_FILE_TEST_IS_DIR);

      if (is_folder && !add_folder (convert, paths[i], error))
        return FALSE;
      convert->has_folder = convert->has_folder || is_folder;
      if (is_folder
          || (strpbrk (paths[i], "*?") != NULL && !g_file_test (paths[i], G_FILE_TEST_EXISTS)
              && add_pattern (convert, paths[i])))
        continue;
      g_ptr_array_add (convert->files, g_strdup (paths[i]));
      g_ptr_array_add (convert->subfolders, g_strdup (""));
    }
  convert->inputs = (const char *const *)convert->files->pdata;
  convert->n_inputs = convert->files->len;
  return TRUE;
}
