/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where tagsets come from: the one inside the program, files, and files that a sidecar names. */

#include "quo-config.h"

#include "quo-tagset-file.h"

#include "quo-error.h"
#include "quo-file.h"
#include "quo-save.h"
#include "quo-shown.h"
#include "quo-store-resources.h"

#include <string.h>

#define BUILTIN_PATH "/io/github/quotidian/store/tagsets/news.tagset.json"
#define SUFFIX ".tagset.json"

/* A tagset has some kilobytes; this is what is read of a file before it is refused. */
#define MAX_BYTES (1024 * 1024)

/* How far above its sidecar a tagset may lie. */
#define MAX_LEVELS_UP 2

static QuoTagset *
make_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (quo_store_get_resource (), BUILTIN_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  QuoTagset *tagset = NULL;

  if (bytes != NULL)
    tagset = quo_tagset_read (bytes, "news.tagset.json", &error);
  if (tagset == NULL)
    g_error ("The built-in tagset: %s", error->message);
  return tagset;
}

QuoTagset *
quo_tagset_get_builtin (void)
{
  static QuoTagset *builtin = NULL;

  if (g_once_init_enter (&builtin))
    g_once_init_leave (&builtin, make_builtin ());
  return quo_tagset_ref (builtin);
}

QuoTagset *
quo_tagset_load (const char *path, GError **error)
{
  g_autofree char *name = quo_shown_basename (path);
  g_autoptr (GBytes) bytes = quo_file_load (path, MAX_BYTES, NULL, error);

  return bytes != NULL ? quo_tagset_read (bytes, name, error) : NULL;
}

/* How many of the first parts of a relative path lead upwards; none of the others may. */
static gboolean
count_levels_up (const char *file, guint *ret_levels)
{
  g_auto (GStrv) parts = g_strsplit (file, "/", -1);
  guint levels = 0, i = 0;

  for (; parts[i] != NULL && g_str_equal (parts[i], ".."); i++)
    levels++;
  for (; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], "..") || *parts[i] == '\0')
      return FALSE;
  *ret_levels = levels;
  return TRUE;
}

/* Whether @path lies below @folder, both canonical. */
static gboolean
lies_in (const char *path, const char *folder)
{
  gsize len = strlen (folder);

  if (len == 0 || strncmp (path, folder, len) != 0 || path[len] == '\0')
    return FALSE;
  return path[len] == '/' || folder[len - 1] == '/';
}

/* Whether a part of @path below @folder is a link. */
static gboolean
has_link (const char *path, const char *folder)
{
  g_autofree char *at = g_strdup (path);

  while (lies_in (at, folder))
    {
      char *parent;

      if (g_file_test (at, G_FILE_TEST_IS_SYMLINK))
        return TRUE;
      parent = g_path_get_dirname (at);
      g_free (at);
      at = parent;
    }
  return FALSE;
}

char *
quo_tagset_find_path (const char *sidecar, const char *file, const char *root)
{
  g_autofree char *absolute = NULL, *folder = NULL, *path = NULL, *open = NULL, *top = NULL;
  guint levels;

  g_return_val_if_fail (sidecar != NULL && file != NULL, NULL);

  if (g_path_is_absolute (file) || !g_str_has_suffix (file, SUFFIX)
      || !count_levels_up (file, &levels))
    return NULL;
  absolute = g_canonicalize_filename (sidecar, NULL);
  folder = g_path_get_dirname (absolute);
  path = g_canonicalize_filename (file, folder);
  open = root != NULL ? g_canonicalize_filename (root, NULL) : NULL;
  if (levels > MAX_LEVELS_UP && (open == NULL || !lies_in (path, open)))
    return NULL;
  top = g_strdup (folder);
  for (guint i = 0; i < levels; i++)
    {
      char *parent = g_path_get_dirname (top);

      g_free (top);
      top = parent;
    }
  return has_link (path, top) ? NULL : g_steal_pointer (&path);
}

char *
quo_tagset_dup_folder_path (const char *sidecar)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (sidecar != NULL, NULL);

  folder = g_path_get_dirname (sidecar);
  return g_build_filename (folder, QUO_TAGSET_FILE, NULL);
}

char *
quo_tagset_dup_user_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "quotidian", QUO_TAGSET_FILE, NULL);
}

/* Takes over @path. A file that is not there is no fault; the first fault is kept. */
static QuoTagset *
try_file (char *path, char **ret_path, GError **error)
{
  g_autofree char *owned = path;
  g_autoptr (GError) fault = NULL;
  QuoTagset *tagset = path != NULL ? quo_tagset_load (path, &fault) : NULL;

  if (tagset != NULL && ret_path != NULL)
    *ret_path = g_steal_pointer (&owned);
  if (fault != NULL && error != NULL && *error == NULL
      && !g_error_matches (fault, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    *error = g_steal_pointer (&fault);
  return tagset;
}

QuoTagset *
quo_tagset_choose (const char *sidecar, const char *file, char **ret_path, GError **error)
{
  QuoTagset *tagset = NULL;

  if (ret_path != NULL)
    *ret_path = NULL;
  if (sidecar != NULL && file != NULL)
    tagset = try_file (quo_tagset_find_path (sidecar, file, NULL), ret_path, error);
  if (tagset == NULL && sidecar != NULL)
    tagset = try_file (quo_tagset_dup_folder_path (sidecar), ret_path, error);
  if (tagset == NULL)
    tagset = try_file (quo_tagset_dup_user_path (), ret_path, error);
  return tagset != NULL ? tagset : quo_tagset_get_builtin ();
}

gboolean
quo_tagset_save (const QuoTagset *tagset, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (tagset != NULL && path != NULL, FALSE);

  bytes = quo_tagset_write (tagset);
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  return quo_save (path, bytes, QUO_ETAG_ANY, NULL, NULL, error);
}
