/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of a file is read, told only when that takes longer than a moment. */
#include "quo-config.h"

#include "quo-window-private.h"

#include <glib/gi18n.h>

/* Milliseconds between two looks; before the first one nothing is shown. */
#define INTERVAL 250

#define NOTICE "opening"

static char *
dup_words (QuoWindow *window, const char *name)
{
  gint share = g_atomic_int_get (&window->opened_share);

  if (share < 0)
    return g_strdup_printf (_ ("Opening %s…"), name);
  return g_strdup_printf (_ ("Opening %s: %d %% read"), name, share);
}

static gboolean
on_look (gpointer data)
{
  QuoWindow *window = data;
  QuoNotices *notices = quo_window_get_notices (window);
  const char *name = g_object_get_data (G_OBJECT (window), NOTICE);
  g_autofree char *words = dup_words (window, name);
  const QuoNoticeButton stop[] = { { _ ("Stop"), "win.stop-opening" }, { NULL, NULL } };

  if (!quo_notices_has (notices, NOTICE))
    quo_notices_show (notices, NOTICE, FALSE, words, stop, NULL, NULL);
  else
    quo_notices_update (notices, NOTICE, words);
  return G_SOURCE_CONTINUE;
}

void
quo_window_begin_progress (QuoWindow *window, const char *path)
{
  quo_window_end_progress (window);
  g_atomic_int_set (&window->opened_share, -1);
  g_object_set_data_full (G_OBJECT (window), NOTICE, g_filename_display_basename (path), g_free);
  window->progress_timeout = g_timeout_add (INTERVAL, on_look, window);
}

void
quo_window_end_progress (QuoWindow *window)
{
  g_clear_handle_id (&window->progress_timeout, g_source_remove);
  quo_notices_hide (window->notices, NOTICE);
  quo_notices_hide (window->empty_notices, NOTICE);
}

/* The thread sees it and ends the opening, which tells so. */
void
quo_window_stop_opening (QuoWindow *window)
{
  if (window->opening != NULL)
    g_cancellable_cancel (window->opening);
}
