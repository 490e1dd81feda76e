/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a folder. */
#include "quo-config.h"

#include "quo-folder-entry.h"

#include <string.h>

struct _QuoFolderEntry
{
  GObject parent_instance;
  char *heading; /* or NULL */
  char *path, *name, *order;
  char *folded;            /* the name, casefolded: made once, in the thread that lists */
  QuoFolderStatus *status; /* or NULL */
};

G_DEFINE_FINAL_TYPE (QuoFolderEntry, quo_folder_entry, G_TYPE_OBJECT)

static guint changed_signal;

static void
quo_folder_entry_finalize (GObject *object)
{
  QuoFolderEntry *entry = QUO_FOLDER_ENTRY (object);

  g_free (entry->heading);
  g_free (entry->path);
  g_free (entry->name);
  g_free (entry->order);
  g_free (entry->folded);
  g_clear_pointer (&entry->status, quo_folder_status_free);
  G_OBJECT_CLASS (quo_folder_entry_parent_class)->finalize (object);
}

static void
quo_folder_entry_class_init (QuoFolderEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quo_folder_entry_finalize;
  changed_signal = g_signal_new ("changed", QUO_TYPE_FOLDER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
quo_folder_entry_init (QuoFolderEntry *entry)
{
}

QuoFolderEntry *
quo_folder_entry_new (const char *path)
{
  QuoFolderEntry *entry = g_object_new (QUO_TYPE_FOLDER_ENTRY, NULL);
  g_autofree char *base = g_path_get_basename (path);

  entry->path = g_strdup (path);
  entry->name = g_filename_display_name (base);
  entry->order = g_utf8_collate_key_for_filename (entry->name, -1);
  entry->folded = g_utf8_casefold (entry->name, -1);
  return entry;
}

QuoFolderEntry *
quo_folder_entry_new_heading (const char *heading)
{
  QuoFolderEntry *entry = g_object_new (QUO_TYPE_FOLDER_ENTRY, NULL);

  entry->heading = g_strdup (heading);
  return entry;
}

const char *
quo_folder_entry_get_heading (const QuoFolderEntry *entry)
{
  return entry->heading;
}

const char *
quo_folder_entry_get_path (const QuoFolderEntry *entry)
{
  return entry->path;
}

const char *
quo_folder_entry_get_title (const QuoFolderEntry *entry)
{
  return entry->status != NULL ? entry->status->title : entry->name;
}

const QuoFolderStatus *
quo_folder_entry_get_status (const QuoFolderEntry *entry)
{
  return entry->status;
}

QuoProgress
quo_folder_entry_get_progress (const QuoFolderEntry *entry)
{
  return entry->status != NULL ? entry->status->progress : QUO_PROGRESS_NEXT;
}

void
quo_folder_entry_take_status (QuoFolderEntry *entry, QuoFolderStatus *status)
{
  g_clear_pointer (&entry->status, quo_folder_status_free);
  entry->status = status;
  g_signal_emit (entry, changed_signal, 0);
}

void
quo_folder_entry_note_progress (QuoFolderEntry *entry, QuoProgress progress)
{
  if (quo_folder_entry_get_progress (entry) == progress)
    return;
  if (entry->status == NULL)
    {
      entry->status = g_new0 (QuoFolderStatus, 1);
      entry->status->title = g_strdup (entry->name);
      entry->status->folded_title = g_strdup (entry->folded);
    }
  entry->status->progress = progress;
  g_signal_emit (entry, changed_signal, 0);
}

gboolean
quo_folder_entry_matches (const QuoFolderEntry *entry, const char *words)
{
  return (entry->status != NULL && strstr (entry->status->folded_title, words) != NULL)
         || strstr (entry->folded, words) != NULL;
}

/* Files of one folder stand together. */
int
quo_folder_entry_compare (const QuoFolderEntry *a, const QuoFolderEntry *b)
{
  gsize a_len = (gsize)(strrchr (a->path, G_DIR_SEPARATOR) - a->path);
  gsize b_len = (gsize)(strrchr (b->path, G_DIR_SEPARATOR) - b->path);
  int order = memcmp (a->path, b->path, MIN (a_len, b_len));

  if (order == 0 && a_len != b_len)
    order = a_len < b_len ? -1 : 1;
  if (order == 0)
    order = strcmp (a->order, b->order);
  return order != 0 ? order : strcmp (a->path, b->path);
}
