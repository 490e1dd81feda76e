/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listing and reading a folder in threads. */
#include "quo-config.h"

#include "quo-folder-files.h"
#include "quo-folder-private.h"

/* What the thread gets of an entry, and gives back with its status. */
typedef struct
{
  QuoFolderEntry *entry;
  QuoFolderStatus *status; /* as it was; then as it is */
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->entry);
  g_clear_pointer (&reading->status, quo_folder_status_free);
  g_free (reading);
}

static gpointer
read_one (gpointer item, gpointer annotator, GCancellable *cancellable)
{
  Reading *reading = item;
  const char *path = quo_folder_entry_get_path (reading->entry);
  Reading *result;

  if (reading->status != NULL && quo_folder_status_is_current (reading->status, path))
    return NULL;
  result = g_new0 (Reading, 1);
  result->entry = g_object_ref (reading->entry);
  result->status = quo_folder_status_read (path, annotator, cancellable);
  return result;
}

static void
take_one (gpointer result, gpointer data)
{
  Reading *reading = result;

  quo_folder_entry_take_status (reading->entry, g_steal_pointer (&reading->status));
  quo_folder_group_later (data);
  free_reading (reading);
}

static void
on_read (gpointer data)
{
  QuoFolder *folder = data;

  g_clear_pointer (&folder->reading, quo_stream_stop);
  quo_folder_group (folder);
  quo_folder_set_reading (folder, FALSE);
}

/* Only the versions of the files are needed of the old status. */
static QuoFolderStatus *
copy_versions (const QuoFolderStatus *status)
{
  QuoFolderStatus *copy;

  if (status == NULL)
    return NULL;
  copy = g_new0 (QuoFolderStatus, 1);
  copy->article_etag = g_strdup (status->article_etag);
  copy->sidecar_etag = g_strdup (status->sidecar_etag);
  return copy;
}

/* A reading under way is given up for the new one, which has its rest to do as well. */
void
quo_folder_read (QuoFolder *folder, GPtrArray *entries)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_reading);

  if (folder->reading != NULL)
    entries = folder->entries;
  g_clear_pointer (&folder->reading, quo_stream_stop);
  for (guint i = 0; i < entries->len; i++)
    {
      Reading *reading = g_new0 (Reading, 1);

      reading->entry = g_object_ref (g_ptr_array_index (entries, i));
      reading->status = copy_versions (quo_folder_entry_get_status (reading->entry));
      g_ptr_array_add (items, reading);
    }
  quo_folder_set_reading (folder, TRUE);
  folder->reading
      = quo_stream_start (g_steal_pointer (&items), read_one, g_strdup (folder->annotator), g_free,
                          free_reading, take_one, on_read, folder);
}

typedef struct
{
  char *path;
  GPtrArray *folders;
} Listing;

static void
free_listing (gpointer data)
{
  Listing *listing = data;

  g_free (listing->path);
  g_clear_pointer (&listing->folders, g_ptr_array_unref);
  g_free (listing);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Listing *listing = data;
  GError *error = NULL;
  GPtrArray *entries
      = quo_folder_list_files (listing->path, &listing->folders, cancellable, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* What was there already stays the same object, with its status. */
static void
take_entries (QuoFolder *folder, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      QuoFolderEntry *known
          = quo_folder_find (folder, quo_folder_entry_get_path (entries->pdata[i]));

      if (known == NULL)
        continue;
      g_object_unref (entries->pdata[i]);
      entries->pdata[i] = g_object_ref (known);
    }
  g_hash_table_remove_all (folder->by_path);
  g_ptr_array_unref (folder->entries);
  folder->entries = entries;
  for (guint i = 0; i < entries->len; i++)
    g_hash_table_insert (folder->by_path, (gpointer)quo_folder_entry_get_path (entries->pdata[i]),
                         entries->pdata[i]);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoFolder *folder = QUO_FOLDER (source);
  Listing *listing = g_task_get_task_data (G_TASK (result));
  gboolean is_first = !folder->is_listed;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != folder->listing)
    {
      g_clear_pointer (&entries, g_ptr_array_unref);
      return;
    }
  g_clear_object (&folder->listing);
  if (entries == NULL)
    {
      quo_folder_set_reading (folder, FALSE);
      quo_folder_emit_failed (folder, error->message);
      return;
    }
  folder->is_listed = TRUE;
  take_entries (folder, entries);
  quo_folder_watch (folder, listing->folders);
  if (is_first)
    quo_folder_begin_anew (folder);
  else
    quo_folder_group (folder);
  quo_folder_read (folder, folder->entries);
  quo_folder_emit_listed (folder, is_first);
}

void
quo_folder_list (QuoFolder *folder)
{
  g_autoptr (GTask) task = NULL;
  Listing *listing = g_new0 (Listing, 1);

  if (folder->listing != NULL)
    g_cancellable_cancel (folder->listing);
  g_clear_object (&folder->listing);
  folder->listing = g_cancellable_new ();
  listing->path = g_strdup (folder->path);
  quo_folder_set_reading (folder, TRUE);
  task = g_task_new (folder, folder->listing, on_listed, NULL);
  g_task_set_task_data (task, listing, free_listing);
  g_task_run_in_thread (task, list_in_thread);
}

void
quo_folder_stop (QuoFolder *folder)
{
  if (folder->listing != NULL)
    g_cancellable_cancel (folder->listing);
  g_clear_object (&folder->listing);
  g_clear_pointer (&folder->reading, quo_stream_stop);
  quo_folder_set_reading (folder, FALSE);
}
