/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a folder teaches, and where it is kept. A sidecar or article that cannot be read teaches
 * nothing and is no error here: whoever opens it is told. */
#include "quo-config.h"

#include "quo-learnt.h"

#include "quo-save.h"
#include "quo-training.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_NEIGHBOURS 200 /* sidecars that are read, by name */

typedef struct
{
  GPtrArray *sidecars; /* of char *: paths, sorted */
  gint64 newest;       /* when the youngest of them was written, in seconds */
} Neighbours;

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* The sidecars in the folder but that of the open article. */
static void
list_neighbours (Neighbours *neighbours, const char *article_path)
{
  g_autofree char *folder = g_path_get_dirname (article_path);
  g_autofree char *own = quo_sidecar_path_for (article_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  neighbours->sidecars = g_ptr_array_new_with_free_func (g_free);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (!quo_path_is_sidecar (path) || strcmp (path, own) == 0 || g_stat (path, &info) != 0)
        continue;
      neighbours->newest = MAX (neighbours->newest, (gint64)info.st_mtime);
      g_ptr_array_add (neighbours->sidecars, g_steal_pointer (&path));
    }
  g_ptr_array_sort (neighbours->sidecars, compare_paths);
  if (neighbours->sidecars->len > MAX_NEIGHBOURS)
    g_ptr_array_set_size (neighbours->sidecars, MAX_NEIGHBOURS);
}

char *
quo_learnt_path_for (const char *article_path)
{
  g_autofree char *folder = g_path_get_dirname (article_path);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA1, folder, -1);
  g_autofree char *name = g_strconcat (sum, ".ini", NULL);

  return g_build_filename (g_get_user_cache_dir (), "quotidian", "learnt", name, NULL);
}

/* (transfer full) (nullable): what was kept, if no sidecar is as young. */
static QuoWeights *
load_kept (const char *path, gint64 newest)
{
  g_autofree char *text = NULL;
  GStatBuf info;
  gsize len;

  if (g_stat (path, &info) != 0 || (gint64)info.st_mtime <= newest
      || !g_file_get_contents (path, &text, &len, NULL))
    return NULL;
  return quo_weights_from_text (text, (gssize)len, NULL);
}

static void
keep (const char *path, const QuoWeights *weights)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = quo_weights_to_text (weights);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0
      && !quo_save (path, bytes, QUO_ETAG_ANY, NULL, NULL, &error))
    g_debug ("%s", error->message);
}

/* (transfer full) (nullable): what the neighbours teach. */
static QuoWeights *
learn_neighbours (const Neighbours *neighbours, GCancellable *cancellable)
{
  g_autoptr (QuoTraining) training = quo_training_new ();

  for (guint i = 0; i < neighbours->sidecars->len; i++)
    {
      g_autoptr (QuoOpening) opening
          = quo_open (g_ptr_array_index (neighbours->sidecars, i), NULL, NULL, cancellable, NULL);

      if (opening != NULL)
        quo_training_add (training, opening->snapshot);
    }
  if (quo_training_get_n_articles (training) == 0 || g_cancellable_is_cancelled (cancellable))
    return NULL;
  return quo_training_finish (training, NULL, QUO_TRAINING_PULL);
}

QuoWeights *
quo_learnt_get (const char *article_path, QuoSnapshot *snapshot, GCancellable *cancellable)
{
  g_autofree char *path = quo_learnt_path_for (article_path);
  g_autoptr (QuoTraining) training = quo_training_new ();
  g_autoptr (QuoWeights) weights = NULL;
  Neighbours neighbours = { 0 };

  list_neighbours (&neighbours, article_path);
  if (neighbours.sidecars->len > 0)
    {
      weights = load_kept (path, neighbours.newest);
      if (weights == NULL && (weights = learn_neighbours (&neighbours, cancellable)) != NULL)
        keep (path, weights);
    }
  g_ptr_array_unref (neighbours.sidecars);
  quo_training_add (training, snapshot);
  if (quo_training_get_n_articles (training) == 0)
    return g_steal_pointer (&weights);
  return quo_training_finish (training, weights, QUO_TRAINING_PULL);
}
