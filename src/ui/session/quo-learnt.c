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
  char *stamp;         /* tells these sidecars from any others, and from other versions of them */
} Neighbours;

/* What the neighbours taught that were read last. */
static struct
{
  GMutex mutex;
  char *stamp; /* NULL: nothing yet */
  QuoKnownNames *known;
  QuoWeights *weights; /* or NULL: they have no quotes */
} remembered;

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* (transfer full): names, sizes and times. */
static char *
make_stamp (const GPtrArray *sidecars)
{
  GString *stamp = g_string_new (NULL);

  for (guint i = 0; i < sidecars->len; i++)
    {
      const char *path = g_ptr_array_index (sidecars, i);
      GStatBuf info = { 0 };

      g_stat (path, &info);
      g_string_append_printf (stamp, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", path,
                              (gint64)info.st_size, (gint64)info.st_mtime);
    }
  return g_string_free (stamp, FALSE);
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
  neighbours->stamp = make_stamp (neighbours->sidecars);
}

static void
clear_neighbours (Neighbours *neighbours)
{
  g_clear_pointer (&neighbours->sidecars, g_ptr_array_unref);
  g_clear_pointer (&neighbours->stamp, g_free);
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

/* What the neighbours teach: their names go into @known, their quotes into @training. */
static void
read_neighbours (const Neighbours *neighbours, const QuoTagset *tagset, QuoKnownNames *known,
                 QuoTraining *training, GCancellable *cancellable)
{
  for (guint i = 0; i < neighbours->sidecars->len; i++)
    {
      g_autoptr (QuoOpening) opening
          = quo_open (g_ptr_array_index (neighbours->sidecars, i), NULL, NULL, cancellable, NULL);

      if (opening == NULL)
        continue;
      quo_known_names_add (known, opening->snapshot, tagset);
      if (training != NULL)
        quo_training_add (training, opening->snapshot);
    }
}

/* Whether it is remembered; then (transfer full) what. */
static gboolean
recall (const Neighbours *neighbours, QuoKnownNames **ret_known, QuoWeights **ret_weights)
{
  gboolean is_there;

  g_mutex_lock (&remembered.mutex);
  is_there = g_strcmp0 (remembered.stamp, neighbours->stamp) == 0;
  if (is_there)
    {
      *ret_known = quo_known_names_ref (remembered.known);
      *ret_weights = remembered.weights != NULL ? quo_weights_ref (remembered.weights) : NULL;
    }
  g_mutex_unlock (&remembered.mutex);
  return is_there;
}

static void
remember (const Neighbours *neighbours, QuoKnownNames *known, QuoWeights *weights)
{
  g_mutex_lock (&remembered.mutex);
  g_free (remembered.stamp);
  remembered.stamp = g_strdup (neighbours->stamp);
  g_clear_pointer (&remembered.known, quo_known_names_unref);
  remembered.known = quo_known_names_ref (known);
  g_clear_pointer (&remembered.weights, quo_weights_unref);
  remembered.weights = weights != NULL ? quo_weights_ref (weights) : NULL;
  g_mutex_unlock (&remembered.mutex);
}

/* (transfer full) (nullable): the weights that the neighbours teach; (transfer full): their names.
 */
static QuoWeights *
learn_neighbours (const Neighbours *neighbours, const char *kept_path, const QuoTagset *tagset,
                  QuoKnownNames **ret_known, GCancellable *cancellable)
{
  g_autoptr (QuoTraining) training = NULL;
  QuoWeights *weights = NULL;

  if (recall (neighbours, ret_known, &weights))
    return weights;
  *ret_known = quo_known_names_new ();
  weights = load_kept (kept_path, neighbours->newest);
  if (weights == NULL)
    training = quo_training_new ();
  read_neighbours (neighbours, tagset, *ret_known, training, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return weights;
  if (training != NULL && quo_training_get_n_articles (training) > 0)
    {
      weights = quo_training_finish (training, NULL, QUO_TRAINING_PULL);
      keep (kept_path, weights);
    }
  remember (neighbours, *ret_known, weights);
  return weights;
}

QuoWeights *
quo_learnt_get (const char *article_path, QuoSnapshot *snapshot, const QuoTagset *tagset,
                QuoKnownNames **ret_known, GCancellable *cancellable)
{
  g_autofree char *path = quo_learnt_path_for (article_path);
  g_autoptr (QuoTraining) training = quo_training_new ();
  g_autoptr (QuoWeights) weights = NULL;
  g_autoptr (QuoKnownNames) known = quo_known_names_new ();
  Neighbours neighbours = { 0 };

  list_neighbours (&neighbours, article_path);
  if (neighbours.sidecars->len > 0)
    {
      g_autoptr (QuoKnownNames) theirs = NULL;

      weights = learn_neighbours (&neighbours, path, tagset, &theirs, cancellable);
      quo_known_names_add_all (known, theirs);
    }
  clear_neighbours (&neighbours);
  quo_known_names_add (known, snapshot, tagset);
  *ret_known = g_steal_pointer (&known);
  quo_training_add (training, snapshot);
  if (quo_training_get_n_articles (training) == 0)
    return g_steal_pointer (&weights);
  return quo_training_finish (training, weights, QUO_TRAINING_PULL);
}
