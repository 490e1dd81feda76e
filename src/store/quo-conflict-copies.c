/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conflict copies are known by their name first, so that no folder of a thousand sidecars is read.
 */

#include "quo-config.h"

#include "quo-conflict-copies.h"

#include "quo-sidecar-reader.h"

#include <string.h>

/* Whether a file name tells of a conflict, and is otherwise that of @base. */
static gboolean
is_named_so (const char *entry, const char *base)
{
  g_autofree char *lower = g_ascii_strdown (entry, -1);
  const char *dot = strchr (base, '.');
  gsize stem = dot != NULL ? (gsize)(dot - base) : strlen (base);

  return strcmp (entry, base) != 0 && strncmp (entry, base, stem) == 0
         && g_str_has_suffix (lower, ".json") && strstr (lower, "conflict") != NULL
         && strstr (lower, ".quo") != NULL;
}

static char *
dup_article_sum (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, NULL, NULL);
  g_autoptr (QuoHeader) header = bytes != NULL ? quo_sidecar_read_header (bytes, name, NULL) : NULL;

  return header != NULL ? g_strdup (header->sha256) : NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
quo_conflict_copies_list (const char *sidecar)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (sidecar);
  g_autofree char *base = g_path_get_basename (sidecar);
  g_autofree char *sum = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      g_autofree char *other = NULL;

      if (!is_named_so (entry, base) || (other = dup_article_sum (path)) == NULL)
        continue;
      if (sum == NULL && (sum = dup_article_sum (sidecar)) == NULL)
        break;
      if (strcmp (sum, other) == 0)
        g_ptr_array_add (copies, g_steal_pointer (&path));
    }
  g_ptr_array_sort (copies, compare_paths);
  return copies;
}
