/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often the labels of a tagset are used in a folder. */
#include "quo-config.h"

#include "quo-folder-uses.h"

#include "quo-folder-entry.h"
#include "quo-folder-files.h"
#include "quo-opening.h"
#include "quo-sidecar-reader.h"

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
add_uses (GHashTable *uses, const QuoSnapshot *snapshot)
{
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);
      guint n = quo_folder_uses_get (uses, annotation->type);

      if (annotation->status == QUO_STATUS_NONE || annotation->status == QUO_STATUS_ACCEPTED)
        g_hash_table_insert (uses, g_strdup (annotation->type), GUINT_TO_POINTER (n + 1));
    }
}

static void
count_article (GHashTable *uses, const char *article)
{
  g_autofree char *path = quo_sidecar_path_for (article);
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, NULL, NULL);
  g_autoptr (QuoSnapshot) snapshot = NULL;

  if (bytes != NULL)
    snapshot = quo_sidecar_read (bytes, path, NULL, NULL, NULL);
  if (snapshot != NULL)
    add_uses (uses, snapshot);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GHashTable *uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) entries = NULL, folders = NULL;
  GError *error = NULL;

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
    g_task_return_pointer (task, uses, (GDestroyNotify)g_hash_table_unref);
  else
    {
      g_hash_table_unref (uses);
      g_task_return_error (task, error);
    }
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

GHashTable *
quo_folder_uses_count_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
quo_folder_uses_get (GHashTable *uses, const char *label)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (uses, label));
}
