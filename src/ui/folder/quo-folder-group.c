/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows the list of a folder has. Invariant: they are the headings of the groups that have
 * articles, each with those of its group that pass the filter, in the order of their names. */
#include "quo-config.h"

#include "quo-folder-private.h"

#include <string.h>

/* Articles that change their group move at most so often (milliseconds). */
#define GROUP_DELAY 150
/* From so many rows that come and go on the view is not asked to keep its place among them. */
#define MANY 64

gboolean
quo_folder_wants (const QuoFolder *folder, const QuoFolderEntry *entry)
{
  return *folder->filter == '\0' || quo_folder_entry_matches (entry, folder->filter);
}

static void
count (QuoFolder *folder, const QuoFolderEntry *entry)
{
  folder->counts[quo_folder_entry_get_progress (entry)]++;
  folder->n_read += quo_folder_entry_get_status (entry) != NULL;
}

static void
add_group (GPtrArray *rows, QuoFolderEntry *heading, GPtrArray *members)
{
  if (members->len > 0)
    g_ptr_array_add (rows, g_object_ref (heading));
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (rows, g_object_ref (members->pdata[i]));
}

/* Counts, too. */
static GPtrArray *
make_rows (QuoFolder *folder)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *groups[QUO_N_PROGRESS];

  for (guint group = 0; group < QUO_N_PROGRESS; group++)
    groups[group] = g_ptr_array_new ();
  memset (folder->counts, 0, sizeof folder->counts);
  folder->n_read = folder->n_shown = 0;
  for (guint i = 0; i < folder->entries->len; i++)
    {
      QuoFolderEntry *entry = g_ptr_array_index (folder->entries, i);

      count (folder, entry);
      if (!quo_folder_wants (folder, entry))
        continue;
      g_ptr_array_add (groups[quo_folder_entry_get_progress (entry)], entry);
      folder->n_shown++;
    }
  for (guint group = 0; group < QUO_N_PROGRESS; group++)
    {
      add_group (rows, folder->headings[group], groups[group]);
      g_ptr_array_unref (groups[group]);
    }
  return rows;
}

static void
group (QuoFolder *folder, gboolean is_anew)
{
  g_autoptr (GPtrArray) old = folder->rows;
  GPtrArray *rows = make_rows (folder);
  guint start = 0, end = 0, n_gone, n_come;

  g_clear_handle_id (&folder->group_timeout, g_source_remove);
  while (start < old->len && start < rows->len && old->pdata[start] == rows->pdata[start])
    start++;
  while (end < old->len - start && end < rows->len - start
         && old->pdata[old->len - 1 - end] == rows->pdata[rows->len - 1 - end])
    end++;
  folder->rows = rows;
  n_gone = old->len - start - end;
  n_come = rows->len - start - end;
  if (is_anew && n_gone + n_come > MANY)
    quo_unroll_reset (&folder->unroll, G_LIST_MODEL (folder), rows->len);
  else if (n_gone + n_come > 0)
    quo_unroll_change (&folder->unroll, G_LIST_MODEL (folder), start, n_gone, n_come);
  quo_folder_emit_counted (folder);
}

void
quo_folder_group (QuoFolder *folder)
{
  group (folder, FALSE);
}

void
quo_folder_begin_anew (QuoFolder *folder)
{
  group (folder, TRUE);
}

static gboolean
on_group (gpointer data)
{
  QuoFolder *folder = data;

  folder->group_timeout = 0;
  quo_folder_group (folder);
  return G_SOURCE_REMOVE;
}

void
quo_folder_group_later (QuoFolder *folder)
{
  if (folder->group_timeout == 0)
    folder->group_timeout = g_timeout_add (GROUP_DELAY, on_group, folder);
}
