/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conflict copies are known by their name first, so that no folder of a thousand sidecars is read.
 */

#include "quo-config.h"

#include "quo-conflict-copies.h"

#include "quo-error.h"
#include "quo-shown.h"
#include "quo-sidecar-reader.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How many copies are kept under names of their own. */
#define MAX_NAMES 99

/* "rally.txt.quo (1).json" */
static gboolean
has_number (const char *name)
{
  for (const char *p = name; (p = strstr (p, " (")) != NULL; p += 2)
    {
      gsize n = strspn (p + 2, "0123456789");

      if (n > 0 && p[2 + n] == ')')
        return TRUE;
    }
  return FALSE;
}

/* In the languages in which these tools are most used. */
static gboolean
tells_conflict (const char *lower)
{
  static const char *const words[] = { "conflict", "konflikt", "conflit" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return has_number (lower);
}

/* Whether a file name tells of a conflict, and is otherwise that of @base. */
static gboolean
is_named_so (const char *entry, const char *base)
{
  g_autofree char *lower = g_ascii_strdown (entry, -1);
  const char *dot = strchr (base, '.');
  gsize stem = dot != NULL ? (gsize)(dot - base) : strlen (base);

  return strcmp (entry, base) != 0 && strncmp (entry, base, stem) == 0
         && g_str_has_suffix (lower, ".json") && strstr (lower, ".quo") != NULL
         && tells_conflict (lower);
}

gboolean
quo_conflict_copy_is_named_so (const char *path, const char *sidecar)
{
  g_autofree char *folder = g_path_get_dirname (path), *entry = g_path_get_basename (path);
  g_autofree char *beside = g_path_get_dirname (sidecar), *base = g_path_get_basename (sidecar);

  return strcmp (folder, beside) == 0 && is_named_so (entry, base);
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

/* Gives the file another name, if nothing has that. */
static gboolean
move (const char *from, const char *to)
{
  if (link (from, to) == 0)
    return g_unlink (from) == 0;
  /* Where a file can have only one name. */
  return errno != EEXIST && !g_file_test (to, G_FILE_TEST_EXISTS) && g_rename (from, to) == 0;
}

gboolean
quo_conflict_copy_retire (const char *path, GError **error)
{
  g_autofree char *name = quo_shown_basename (path);

  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *aside
          = i == 1 ? g_strconcat (path, ".bak", NULL) : g_strdup_printf ("%s.bak.%u", path, i);

      if (move (path, aside))
        return TRUE;
    }
  g_set_error (error, QUO_ERROR, QUO_ERROR_WRITE,
               _ ("%s: merged, but it could not be renamed, so it will be offered again. Move it "
                  "away"),
               name);
  return FALSE;
}
