/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watching a folder: what changes in it is looked at a moment later, all at once. */
#include "quo-config.h"

#include "quo-folder-files.h"
#include "quo-folder-private.h"

/* Saving a file is several events; copying a thousand is thousands (milliseconds). */
#define WATCH_DELAY 200
/* The system has a limit of folders that are watched. */
#define MAX_WATCHED 512

static gboolean
on_timeout (gpointer data)
{
  QuoFolder *folder = data;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer path;

  folder->watch_timeout = 0;
  g_hash_table_iter_init (&iter, folder->touched);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (quo_folder_find (folder, path) != NULL)
      g_ptr_array_add (entries, quo_folder_find (folder, path));
  if (folder->needs_listing)
    quo_folder_list (folder); /* reads every status that is not current, these as well */
  else if (entries->len > 0)
    quo_folder_read (folder, entries);
  folder->needs_listing = FALSE;
  g_hash_table_remove_all (folder->touched);
  return G_SOURCE_REMOVE;
}

static void
look_later (QuoFolder *folder)
{
  if (folder->watch_timeout == 0)
    folder->watch_timeout = g_timeout_add (WATCH_DELAY, on_timeout, folder);
}

void
quo_folder_touch (QuoFolder *folder, const char *path)
{
  g_return_if_fail (QUO_IS_FOLDER (folder) && path != NULL);

  if (quo_folder_find (folder, path) == NULL)
    return;
  g_hash_table_add (folder->touched, g_strdup (path));
  look_later (folder);
}

/* A reading under way may still bring what the sidecar said before: it is begun anew. */
void
quo_folder_note_done (QuoFolder *folder, const char *path)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  QuoFolderEntry *entry;

  g_return_if_fail (QUO_IS_FOLDER (folder) && path != NULL);

  entry = quo_folder_find (folder, path);
  if (entry == NULL)
    return;
  quo_folder_entry_note_progress (entry, QUO_PROGRESS_DONE);
  g_ptr_array_add (entries, entry);
  quo_folder_read (folder, entries);
  quo_folder_group_later (folder);
}

/* A file came, went or changed. A folder that came is seen by listing. */
static void
note (QuoFolder *folder, GFile *file, gboolean is_there)
{
  g_autofree char *article = NULL;
  g_autofree char *name = NULL;

  if (file == NULL)
    return;
  name = g_file_get_basename (file);
  if (*name == '.')
    return;
  article = quo_folder_dup_article (g_file_peek_path (file));
  if (article != NULL && quo_folder_find (folder, article) != NULL
      && (is_there || !g_str_equal (article, g_file_peek_path (file))))
    g_hash_table_add (folder->touched, g_steal_pointer (&article));
  else if (article == NULL && is_there
           && !g_file_test (g_file_peek_path (file), G_FILE_TEST_IS_DIR))
    return; /* what lies beside the articles */
  else
    folder->needs_listing = TRUE;
  look_later (folder);
}

static void
on_event (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
          QuoFolder *folder)
{
  switch (event)
    {
    case G_FILE_MONITOR_EVENT_RENAMED:
      note (folder, file, FALSE);
      note (folder, other, TRUE);
      break;
    case G_FILE_MONITOR_EVENT_DELETED:
    case G_FILE_MONITOR_EVENT_MOVED_OUT:
      note (folder, file, FALSE);
      break;
    case G_FILE_MONITOR_EVENT_CHANGED:
    case G_FILE_MONITOR_EVENT_CREATED:
    case G_FILE_MONITOR_EVENT_MOVED_IN:
      note (folder, file, TRUE);
      break;
    default:
      break;
    }
}

void
quo_folder_watch (QuoFolder *folder, GPtrArray *folders)
{
  g_ptr_array_set_size (folder->monitors, 0);
  for (guint i = 0; i < MIN (folders->len, MAX_WATCHED); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_ptr_array_index (folders, i));
      GFileMonitor *monitor
          = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

      if (monitor == NULL)
        continue;
      g_signal_connect_object (monitor, "changed", G_CALLBACK (on_event), folder, 0);
      g_ptr_array_add (folder->monitors, monitor);
    }
}

void
quo_folder_unwatch (QuoFolder *folder)
{
  g_clear_handle_id (&folder->watch_timeout, g_source_remove);
  g_ptr_array_set_size (folder->monitors, 0);
  g_hash_table_remove_all (folder->touched);
  folder->needs_listing = FALSE;
}
