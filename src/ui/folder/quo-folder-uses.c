/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often the labels of a tagset are used in a folder. */
#include "quo-config.h"

#include "quo-folder-uses.h"

#include "quo-error.h"
#include "quo-folder-entry.h"
#include "quo-folder-files.h"
#include "quo-opening.h"
#include "quo-sidecar-reader.h"

struct _QuoFolderUses
{
  GHashTable *counts; /* by labels */
  guint n_unread;
};

typedef struct
{
  char *folder;
  char *open_article; /* or NULL */
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_free (order->folder);
  g_free (order->open_article);
  g_free (order);
}

static void
add_uses (QuoFolderUses *uses, const QuoSnapshot *snapshot)
{
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);
      guint n = quo_folder_uses_get (uses, annotation->type);

      if (annotation->status == QUO_STATUS_NONE || annotation->status == QUO_STATUS_ACCEPTED)
        g_hash_table_insert (uses->counts, g_strdup (annotation->type), GUINT_TO_POINTER (n + 1));
    }
}

/* An article without a sidecar uses nothing. */
static void
count_article (QuoFolderUses *uses, const char *article)
{
  g_autofree char *path = quo_sidecar_path_for (article);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, NULL, &error);
  g_autoptr (QuoSnapshot) snapshot = NULL;

  if (bytes != NULL)
    snapshot = quo_sidecar_read (bytes, path, NULL, NULL, &error);
  if (snapshot != NULL)
    add_uses (uses, snapshot);
  else if (!g_error_matches (error, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    uses->n_unread++;
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  g_autoptr (QuoFolderUses) uses = g_new0 (QuoFolderUses, 1);
  g_autoptr (GPtrArray) entries = NULL, folders = NULL;
  GError *error = NULL;

  uses->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  entries = quo_folder_list_files (order->folder, &folders, cancellable, &error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const char *path = quo_folder_entry_get_path (g_ptr_array_index (entries, i));

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (g_strcmp0 (path, order->open_article) != 0)
        count_article (uses, path);
    }
  if (entries != NULL)
    g_task_return_pointer (task, g_steal_pointer (&uses), (GDestroyNotify)quo_folder_uses_free);
  else
    g_task_return_error (task, error);
}

void
quo_folder_uses_count_async (const char *folder, const char *open_article,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Order *order = g_new (Order, 1);

  g_return_if_fail (folder != NULL);

  order->folder = g_strdup (folder);
  order->open_article = g_strdup (open_article);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, count_in_thread);
}

QuoFolderUses *
quo_folder_uses_count_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
quo_folder_uses_free (QuoFolderUses *uses)
{
  g_hash_table_unref (uses->counts);
  g_free (uses);
}

guint
quo_folder_uses_get (QuoFolderUses *uses, const char *label)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (uses->counts, label));
}

guint
quo_folder_uses_get_n_unread (QuoFolderUses *uses)
{
  return uses->n_unread;
}
