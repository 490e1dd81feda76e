/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tabs of the window: opening in a further one, closing, and what `win.tabs-state` tells. */
#include "quo-config.h"

#include "quo-folder-files.h"
#include "quo-json-text.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

gboolean
quo_window_is_empty (QuoWindow *window)
{
  return quo_session_get_document (window->session) == NULL
         && quo_folder_get_path (window->folder) == NULL
         && (window->tabs == NULL || quo_tabs_count (window->tabs) == 0);
}

char *
quo_window_dup_article_path (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);

  return quo_path_is_sidecar (full) ? quo_folder_dup_article (full) : g_steal_pointer (&full);
}

static void
show_state (QuoWindow *window)
{
  guint current;
  g_autoptr (GPtrArray) places = quo_tabs_list (window->tabs, &current);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *state = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "tabs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    json_builder_add_string_value (builder, ((QuoTabPlace *)places->pdata[i])->path);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "current");
  json_builder_add_int_value (builder, current);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  state = quo_json_text (root);
  g_simple_action_set_state (window->tabs_state, g_variant_new_string (state));
}

static void
on_changed (QuoWindow *window)
{
  if (window->session == NULL)
    return;
  /* libadwaita 1.7 still counts the last tab when it tells that nothing is chosen any more. */
  quo_window_show_page (window);
  show_state (window);
  quo_window_remember_later (window);
}

/* What was said of the article before is not of this one. */
static void
tell_article (QuoWindow *window)
{
  QuoDocument *document = quo_session_get_document (window->session);
  g_autofree char *title
      = document != NULL ? quo_article_dup_title (quo_document_get_article (document)) : NULL;

  if (title != NULL)
    quo_session_set_message (window->session, "%s", title);
}

/* What was on its way into the tab that is left does not arrive. */
static void
on_switched (QuoWindow *window)
{
  if (window->opening != NULL)
    g_cancellable_cancel (window->opening);
  g_clear_object (&window->opening);
  quo_notices_hide_all (window->notices);
  tell_article (window);
  quo_window_show_article (window);
  quo_window_show_save_state (window);
  quo_window_show_log_state (window);
  quo_window_watch_article (window, FALSE);
}

/* Somebody who sets the state from outside is not listened to. */
static void
on_state_requested (GSimpleAction *action, GVariant *state, gpointer data)
{
}

void
quo_window_attach_tabs (QuoWindow *window)
{
  window->tabs_state
      = g_simple_action_new_stateful ("tabs-state", NULL, g_variant_new_string ("{}"));
  g_signal_connect (window->tabs_state, "change-state", G_CALLBACK (on_state_requested), NULL);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (window->tabs_state));
  g_signal_connect_object (window->tabs, "changed", G_CALLBACK (on_changed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->tabs, "switched", G_CALLBACK (on_switched), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->tabs, "needs-article", G_CALLBACK (quo_window_start_opening),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->tabs, "save-failed", G_CALLBACK (quo_window_show_save_state),
                           window, G_CONNECT_SWAPPED);
  show_state (window);
}

void
quo_window_open_tab (QuoWindow *window, const char *path)
{
  const char *paths[] = { path, NULL };

  quo_window_open_tabs (window, paths);
}

/* The first of them is shown; the others are read when they are chosen. */
void
quo_window_open_tabs (QuoWindow *window, const char *const *paths)
{
  g_autofree char *first = NULL;

  g_return_if_fail (QUO_IS_WINDOW (window) && paths != NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *path = quo_window_dup_article_path (paths[i]);

      if (!quo_tabs_has (window->tabs, path))
        quo_tabs_add (window->tabs, path, NULL);
      if (first == NULL)
        first = g_steal_pointer (&path);
    }
  if (first != NULL)
    quo_tabs_choose (window->tabs, first);
}

void
quo_window_close_tab (QuoWindow *window)
{
  if (quo_tabs_count (window->tabs) > 0)
    quo_tabs_close_current (window->tabs);
  else
    gtk_window_close (GTK_WINDOW (window));
}

void
quo_window_step_tab (QuoWindow *window, gint direction)
{
  quo_tabs_step (window->tabs, direction);
}
