/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder of the window: opening it, going through its articles, finding in it, and what
 * `win.folder-state` tells. */
#include "quo-config.h"

#include "quo-folder-search.h"
#include "quo-json-text.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* win.folder-state */

static void
add_int (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static char *
dup_state (QuoWindow *window)
{
  QuoFolderSearch *search
      = quo_folder_find_get_search (quo_list_column_get_find (window->list_page));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "folder");
  if (quo_folder_get_path (window->folder) != NULL)
    json_builder_add_string_value (builder, quo_folder_get_path (window->folder));
  else
    json_builder_add_null_value (builder);
  add_int (builder, "articles", quo_folder_get_entries (window->folder)->len);
  add_int (builder, "read", quo_folder_count_read (window->folder));
  add_int (builder, "shown", quo_folder_count_shown (window->folder));
  add_int (builder, "in-progress", quo_folder_count (window->folder, QUO_PROGRESS_BEGUN));
  add_int (builder, "next", quo_folder_count (window->folder, QUO_PROGRESS_NEXT));
  add_int (builder, "done", quo_folder_count (window->folder, QUO_PROGRESS_DONE));
  add_flag (builder, "reading", quo_folder_is_reading (window->folder));
  add_int (builder, "hits", quo_folder_search_count_hits (search));
  add_int (builder, "hit-articles", quo_folder_search_count_articles (search));
  add_flag (builder, "searching", quo_folder_search_is_running (search));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return quo_json_text (root);
}

static void
show_state (QuoWindow *window)
{
  g_autofree char *state = NULL;

  if (window->session == NULL)
    return;
  gtk_widget_set_visible (window->find_in_folder_button,
                          quo_folder_get_path (window->folder) != NULL);
  state = dup_state (window);
  g_simple_action_set_state (window->folder_state, g_variant_new_string (state));
}

/* Somebody who sets the state from outside is not listened to. */
static void
on_state_requested (GSimpleAction *action, GVariant *state, gpointer data)
{
}

/* Opening */

/* With nothing open the first article is opened; the one that is open is never taken away. */
static void
on_listed (QuoWindow *window, gboolean is_first)
{
  GPtrArray *entries = quo_folder_get_entries (window->folder);

  if (!is_first)
    return;
  if (entries->len == 0)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("There is no article in %s"), quo_folder_get_path (window->folder));
      quo_window_tell_error (window, "folder", message);
      return;
    }
  quo_session_set_message (window->session,
                           g_dngettext (GETTEXT_PACKAGE, "Folder with %u article",
                                        "Folder with %u articles", entries->len),
                           entries->len);
  if (quo_session_get_document (window->session) == NULL && window->opening == NULL)
    quo_window_open (window, quo_folder_entry_get_path (g_ptr_array_index (entries, 0)));
}

static void
on_failed (QuoWindow *window, const char *message)
{
  g_autofree char *told = g_strdup (message);

  quo_folder_open (window->folder, NULL);
  quo_window_tell_error (window, "folder", told);
}

static void
follow_annotator (QuoWindow *window)
{
  g_autofree char *name = quo_preferences_dup_string (quo_preferences_get (), "annotator-name");

  quo_folder_set_annotator (window->folder, name);
}

void
quo_window_attach_folder (QuoWindow *window)
{
  QuoFolderSearch *search
      = quo_folder_find_get_search (quo_list_column_get_find (window->list_page));
  g_autoptr (GPropertyAction) page = g_property_action_new ("list-page", window->list_page, "page");

  window->folder_state
      = g_simple_action_new_stateful ("folder-state", NULL, g_variant_new_string ("{}"));
  g_signal_connect (window->folder_state, "change-state", G_CALLBACK (on_state_requested), NULL);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (window->folder_state));
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (page));
  follow_annotator (window);
  g_signal_connect_object (quo_preferences_get (), "notify::annotator-name",
                           G_CALLBACK (follow_annotator), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->folder, "listed", G_CALLBACK (on_listed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->folder, "failed", G_CALLBACK (on_failed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->folder, "counted", G_CALLBACK (show_state), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->folder, "notify::is-reading", G_CALLBACK (show_state), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->folder, "notify::path", G_CALLBACK (show_state), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "items-changed", G_CALLBACK (show_state), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "notify::is-running", G_CALLBACK (show_state), window,
                           G_CONNECT_SWAPPED);
  show_state (window);
}

void
quo_window_open_folder (QuoWindow *window, const char *path)
{
  g_return_if_fail (QUO_IS_WINDOW (window) && path != NULL);

  quo_notices_hide (quo_window_get_notices (window), "folder");
  quo_folder_open (window->folder, path);
}

void
quo_window_close_folder (QuoWindow *window)
{
  quo_folder_open (window->folder, NULL);
}

/* Going through the articles */

void
quo_window_note_saved (QuoWindow *window)
{
  const char *path = quo_session_get_article_path (window->session);

  if (path != NULL)
    quo_folder_touch (window->folder, path);
}

void
quo_window_step_article (QuoWindow *window, gint step)
{
  const char *path = quo_session_get_article_path (window->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (window->folder));
  guint position = quo_folder_get_position (window->folder, path);

  if (quo_folder_get_path (window->folder) == NULL)
    {
      quo_session_set_message (window->session, _ ("No folder is open"));
      return;
    }
  if (position == G_MAXUINT)
    position = step > 0 ? G_MAXUINT : n;
  for (position += (guint)step; position < n; position += (guint)step)
    {
      g_autoptr (QuoFolderEntry) entry
          = g_list_model_get_item (G_LIST_MODEL (window->folder), position);

      if (quo_folder_entry_get_path (entry) == NULL)
        continue;
      quo_window_open (window, quo_folder_entry_get_path (entry));
      return;
    }
  quo_session_set_message (window->session, step > 0
                                                ? _ ("This is the last article of the folder")
                                                : _ ("This is the first article of the folder"));
}

/* The way back to an article that was left because it is done. */
static void
offer_way_back (QuoWindow *window, const char *path)
{
  g_autofree char *title = quo_article_dup_title (
      quo_document_get_article (quo_session_get_document (window->session)));
  g_autofree char *message = g_strdup_printf (_ ("Done: %s"), title);
  AdwToast *toast = quo_toast_new (message);

  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _ ("Go Back"));
  adw_toast_set_action_name (toast, "win.open");
  adw_toast_set_action_target (toast, "s", path);
  quo_toasts_add (window->toasts, toast);
}

/* A filter that leaves nothing to do is no reason to go where it does not look. */
static void
tell_no_next (QuoWindow *window)
{
  g_autofree char *filter = NULL;

  g_object_get (window->folder, "filter", &filter, NULL);
  quo_session_set_message (window->session, *filter == '\0'
                                                ? _ ("Every article of this folder is done")
                                                : _ ("Every article that fits the filter is done"));
}

void
quo_window_done (QuoWindow *window)
{
  gboolean was_done = quo_window_is_done (window);
  g_autofree char *path = g_strdup (quo_session_get_article_path (window->session));
  const char *next;

  quo_session_done (window->session);
  if (was_done || !quo_window_is_done (window) || quo_folder_find (window->folder, path) == NULL
      || !quo_window_save_now (window))
    return;
  quo_folder_note_done (window->folder, path);
  next = quo_folder_get_next (window->folder, path);
  if (next == NULL)
    {
      tell_no_next (window);
      return;
    }
  offer_way_back (window, path);
  quo_window_open (window, next);
}

/* Finding */

void
quo_window_find_in_folder (QuoWindow *window, const char *words)
{
  if (quo_folder_get_path (window->folder) == NULL)
    {
      quo_session_set_message (window->session, _ ("No folder is open"));
      return;
    }
  g_object_set (window->list_page, "page", "find", NULL);
  quo_fold_show (window->fold, FALSE);
  quo_folder_find_open (quo_list_column_get_find (window->list_page), words);
}

/* What is to be done at a place once its article is open. */
typedef struct
{
  char *path;
  QuoSpan span;
  char *label; /* to tag it with, or NULL: only to go there */
} Place;

static void
free_place (gpointer data)
{
  Place *place = data;

  g_free (place->path);
  g_free (place->label);
  g_free (place);
}

void
quo_window_reach_place (QuoWindow *window)
{
  Place *place = g_steal_pointer (&window->place);

  if (place == NULL)
    return;
  if (g_strcmp0 (place->path, quo_session_get_article_path (window->session)) == 0)
    {
      quo_session_select (window->session, place->span.start, place->span.end);
      if (place->label != NULL)
        quo_session_tag (window->session, place->label);
      else
        quo_window_focus_article (window);
    }
  window->keeps_focus = FALSE;
  free_place (place);
}

void
quo_window_drop_place (QuoWindow *window)
{
  g_clear_pointer (&window->place, free_place);
}

void
quo_window_go_to (QuoWindow *window, const char *path, guint32 start, guint32 end,
                  const char *label)
{
  Place *place = g_new0 (Place, 1);

  quo_window_drop_place (window);
  place->path = g_canonicalize_filename (path, NULL);
  place->span = QUO_SPAN (start, end);
  place->label = g_strdup (label);
  window->place = place;
  window->keeps_focus = label != NULL;
  if (g_strcmp0 (place->path, quo_session_get_article_path (window->session)) == 0)
    quo_window_reach_place (window);
  else
    quo_window_open (window, place->path);
}
