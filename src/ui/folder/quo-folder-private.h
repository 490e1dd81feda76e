/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-folder.h"
#include "quo-stream.h"
#include "quo-unroll.h"

G_BEGIN_DECLS

/* What the files of the folder share. */

struct _QuoFolder
{
  GObject parent_instance;
  char *path;      /* or NULL */
  char *words;     /* the filter as it was given, "" for none */
  char *filter;    /* the same, casefolded */
  char *annotator; /* "" when not told */

  GPtrArray *entries;  /* of QuoFolderEntry, by name */
  GHashTable *by_path; /* path -> entry, borrowed from entries */
  GPtrArray *rows;     /* of QuoFolderEntry: what the list shows */
  QuoUnroll unroll;    /* how many of them the view knows of */
  QuoFolderEntry *headings[QUO_N_PROGRESS];
  guint counts[QUO_N_PROGRESS];
  guint n_read, n_shown;

  GCancellable *listing; /* of the listing under way, or NULL */
  QuoStream *reading;    /* of the statuses under way, or NULL */
  gboolean is_reading;
  gboolean is_listed;  /* the names were known once since it was opened */
  guint group_timeout; /* rows are to be grouped anew */

  GPtrArray *monitors; /* of GFileMonitor */
  GHashTable *touched; /* paths of articles whose status is to be read again */
  gboolean needs_listing;
  guint watch_timeout; /* what was touched is looked at then */
};

/* Whether the article passes the filter. */
gboolean quo_folder_wants (const QuoFolder *folder, const QuoFolderEntry *entry);
/* Groups and filters, and tells what that changes in the list. */
void quo_folder_group (QuoFolder *folder);
void quo_folder_group_later (QuoFolder *folder);
/* The same for another filter or other articles: where much is new the list begins at the top. */
void quo_folder_begin_anew (QuoFolder *folder);

/* The names, then the statuses that are not current. */
void quo_folder_list (QuoFolder *folder);
void quo_folder_read (QuoFolder *folder, GPtrArray *entries);
void quo_folder_stop (QuoFolder *folder);
void quo_folder_emit_listed (QuoFolder *folder, gboolean is_first);
void quo_folder_emit_counted (QuoFolder *folder);
void quo_folder_emit_failed (QuoFolder *folder, const char *message);
void quo_folder_set_reading (QuoFolder *folder, gboolean is_reading);

void quo_folder_watch (QuoFolder *folder, GPtrArray *folders);
void quo_folder_unwatch (QuoFolder *folder);

G_END_DECLS
