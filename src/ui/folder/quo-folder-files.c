/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files of a folder are articles. */
#include "quo-config.h"

#include "quo-folder-files.h"

#include "quo-error.h"
#include "quo-folder-entry.h"
#include "quo-opening.h"

#include <glib/gi18n.h>
#include <string.h>

#define SIDECAR_ENDING ".quo.json"
#define TAGSET_ENDING ".tagset.json"
/* Where a browser puts the pictures and frames of the page "NAME.html". */
#define PIECES_ENDING "_files"

gboolean
quo_folder_is_article (const char *name, gboolean has_sidecar)
{
  if (*name == '.' || quo_path_is_sidecar (name) || g_str_has_suffix (name, TAGSET_ENDING))
    return FALSE;
  return has_sidecar || quo_readers_take_name (name);
}

char *
quo_folder_dup_article (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (*name == '.')
    return NULL;
  if (quo_path_is_sidecar (path))
    return g_strndup (path, strlen (path) - strlen (SIDECAR_ENDING));
  return quo_folder_is_article (name, FALSE) ? g_strdup (path) : NULL;
}

/* Whether a folder beside those names holds the pieces of a saved page. */
static gboolean
is_of_page (GHashTable *names, const char *folder)
{
  static const char *const endings[] = { ".html", ".htm", ".xhtml" };
  gsize len;

  if (!g_str_has_suffix (folder, PIECES_ENDING))
    return FALSE;
  len = strlen (folder) - strlen (PIECES_ENDING);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *page = g_strdup_printf ("%.*s%s", (int)len, folder, endings[i]);

      if (g_hash_table_contains (names, page))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  GPtrArray *entries, *folders;
  GCancellable *cancellable;
} Listing;

static void list_one (Listing *listing, const char *path, GDir *dir, guint depth);

static void
enter (Listing *listing, const char *path, guint depth)
{
  GDir *dir = g_dir_open (path, 0, NULL);

  if (dir == NULL)
    return;
  list_one (listing, path, dir, depth);
  g_dir_close (dir);
}

/* Only what has no ending of an article is asked for its kind: 10,000 articles cost one reading of
 * the folder. */
static void
list_one (Listing *listing, const char *path, GDir *dir, guint depth)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;
  const char *name;

  g_ptr_array_add (listing->folders, g_strdup (path));
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_hash_table_add (names, g_strdup (name));
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &key, NULL) && listing->entries->len < QUO_FOLDER_MAX_FILES
         && !g_cancellable_is_cancelled (listing->cancellable))
    {
      g_autofree char *sidecar = g_strconcat (key, SIDECAR_ENDING, NULL);
      g_autofree char *full = NULL;

      if (quo_path_is_sidecar (key))
        continue;
      full = g_build_filename (path, key, NULL);
      if (quo_folder_is_article (key, g_hash_table_contains (names, sidecar)))
        g_ptr_array_add (listing->entries, quo_folder_entry_new (full));
      else if (depth < QUO_FOLDER_MAX_DEPTH && !is_of_page (names, key)
               && g_file_test (full, G_FILE_TEST_IS_DIR)
               && !g_file_test (full, G_FILE_TEST_IS_SYMLINK))
        enter (listing, full, depth + 1);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return quo_folder_entry_compare (*(QuoFolderEntry *const *)a, *(QuoFolderEntry *const *)b);
}

GPtrArray *
quo_folder_list_files (const char *path, GPtrArray **ret_folders, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  Listing listing = { entries, folders, cancellable };
  g_autoptr (GError) reason = NULL;
  GDir *dir = g_dir_open (path, 0, &reason);

  if (dir == NULL)
    {
      g_set_error (error, QUO_ERROR,
                   g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? QUO_ERROR_NOT_FOUND
                                                                              : QUO_ERROR_READ,
                   _ ("%s: the folder cannot be read (%s)"), path, reason->message);
      return NULL;
    }
  list_one (&listing, path, dir, 0);
  g_dir_close (dir);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED, _ ("It was cancelled"));
      return NULL;
    }
  g_ptr_array_sort (entries, compare_entries);
  *ret_folders = g_steal_pointer (&folders);
  return g_steal_pointer (&entries);
}
