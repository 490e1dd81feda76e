/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article file, watched while it is open: when another program changed it the person is told,
 * and may have it read again. Nothing is read by itself under the hands of who annotates. So is its
 * folder, for conflict copies of the sidecar that tools leave there. */
#include "quo-config.h"

#include "quo-conflict-copies.h"
#include "quo-opening.h"
#include "quo-save.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

/* A change is several events (milliseconds). */
#define LOOK_DELAY 300

static char *
read_etag (const char *path)
{
  char *etag = NULL;

  return quo_etag_read (path, &etag, NULL) ? etag : NULL;
}

static gboolean
on_look (gpointer data)
{
  QuoWindow *window = data;
  const char *path = quo_session_get_article_path (window->session);
  const QuoNoticeButton again[] = { { _ ("Read Again"), "win.read-again" }, { NULL, NULL } };
  const char *known = path != NULL ? g_hash_table_lookup (window->article_etags, path) : NULL;
  g_autofree char *etag = path != NULL ? read_etag (path) : NULL;

  window->look_timeout = 0;
  if (path == NULL || known == NULL || g_strcmp0 (known, etag) == 0)
    quo_notices_hide (window->notices, "article");
  else if (etag == NULL)
    quo_notices_show (
        window->notices, "article", TRUE,
        _ ("The article file is gone. What you mark is still saved beside where it was"), NULL,
        NULL, NULL);
  else
    quo_notices_show (window->notices, "article", FALSE,
                      _ ("Another program changed the article. Read it again to find the "
                         "annotations in the new text"),
                      again, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
look_later (QuoWindow *window)
{
  if (window->look_timeout == 0 && window->session != NULL)
    window->look_timeout = g_timeout_add (LOOK_DELAY, on_look, window);
}

/* --- Conflict copies --- */

static gboolean
on_look_for_copies (gpointer data)
{
  QuoWindow *window = data;
  const char *path = quo_session_get_article_path (window->session);
  g_autofree char *sidecar = path != NULL ? quo_sidecar_path_for (path) : NULL;
  g_autoptr (GPtrArray) copies = sidecar != NULL ? quo_conflict_copies_list (sidecar) : NULL;

  window->copies_timeout = 0;
  if (copies != NULL && copies->len == 0)
    quo_notices_hide (window->notices, "copies");
  quo_window_tell_copies (window, copies);
  return G_SOURCE_REMOVE;
}

/* Only files that are named as conflict copies are: what else happens in the folder is not read. */
static void
on_folder_changed (QuoWindow *window, GFile *file, GFile *other, GFileMonitorEvent event)
{
  const char *path = quo_session_get_article_path (window->session);
  g_autofree char *sidecar = path != NULL ? quo_sidecar_path_for (path) : NULL;
  GFile *files[] = { file, other };

  for (guint i = 0; i < G_N_ELEMENTS (files) && sidecar != NULL; i++)
    if (files[i] != NULL && g_file_peek_path (files[i]) != NULL && window->copies_timeout == 0
        && quo_conflict_copy_is_named_so (g_file_peek_path (files[i]), sidecar))
      window->copies_timeout = g_timeout_add (LOOK_DELAY, on_look_for_copies, window);
}

static void
watch_folder (QuoWindow *window, GFile *article)
{
  g_autoptr (GFile) folder = g_file_get_parent (article);

  window->folder_monitor
      = folder != NULL ? g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL)
                       : NULL;
  if (window->folder_monitor != NULL)
    g_signal_connect_object (window->folder_monitor, "changed", G_CALLBACK (on_folder_changed),
                             window, G_CONNECT_SWAPPED);
}

/* --- Both --- */

void
quo_window_unwatch_article (QuoWindow *window)
{
  g_clear_handle_id (&window->look_timeout, g_source_remove);
  g_clear_handle_id (&window->copies_timeout, g_source_remove);
  g_clear_object (&window->monitor);
  g_clear_object (&window->folder_monitor);
}

void
quo_window_watch_article (QuoWindow *window, gboolean is_new)
{
  const char *path = quo_session_get_article_path (window->session);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  char *etag;

  quo_window_unwatch_article (window);
  if (path == NULL)
    return;
  if (is_new && (etag = read_etag (path)) != NULL)
    g_hash_table_insert (window->article_etags, g_strdup (path), etag);
  watch_folder (window, file);
  window->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (window->monitor != NULL)
    g_signal_connect_object (window->monitor, "changed", G_CALLBACK (look_later), window,
                             G_CONNECT_SWAPPED);
  if (!is_new)
    look_later (window);
}
