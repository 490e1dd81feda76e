/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the window remembers until the next start: its tabs with caret and scroll, its folder with
 * its filter, and the filter and order of the annotations, in window.json in the state folder.
 * Nothing depends on that file: one that is missing or damaged is a window that starts empty.
 */
#include "quo-config.h"

#include "quo-file.h"
#include "quo-json-reader.h"
#include "quo-json-text.h"
#include "quo-save.h"
#include "quo-window-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Changes come in bunches (milliseconds). */
#define REMEMBER_DELAY 1000
#define MAX_BYTES (1024 * 1024)

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "quotidian", "window.json", NULL);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_tabs (JsonBuilder *builder, GPtrArray *places)
{
  json_builder_set_member_name (builder, "tabs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    {
      const QuoTabPlace *place = g_ptr_array_index (places, i);

      json_builder_begin_object (builder);
      add_string (builder, "path", place->path);
      json_builder_set_member_name (builder, "caret");
      json_builder_add_int_value (builder, place->caret);
      json_builder_set_member_name (builder, "top");
      json_builder_add_int_value (builder, place->top);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What the annotations are filtered and sorted by. */
static void
add_look (JsonBuilder *builder, QuoWindow *window)
{
  g_autoptr (GVariant) look = NULL;
  GVariantIter iter;
  const char *name, *value;

  g_object_get (quo_list_column_get_annotations (window->list_page), "look", &look, NULL);
  json_builder_set_member_name (builder, "annotations");
  json_builder_begin_object (builder);
  g_variant_iter_init (&iter, look);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    add_string (builder, name, value);
  json_builder_end_object (builder);
}

static GBytes *
make_bytes (QuoWindow *window)
{
  guint current;
  g_autoptr (GPtrArray) places = quo_tabs_list (window->tabs, &current);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *filter = NULL;
  g_autofree char *page = NULL;
  char *text;

  g_object_get (window->folder, "filter", &filter, NULL);
  g_object_get (window->list_page, "page", &page, NULL);
  json_builder_begin_object (builder);
  add_string (builder, "format", "quotidian-window");
  add_string (builder, "folder", quo_folder_get_path (window->folder));
  add_string (builder, "filter", filter);
  add_string (builder, "page", page);
  add_look (builder, window);
  json_builder_set_member_name (builder, "current");
  json_builder_add_int_value (builder, current);
  add_tabs (builder, places);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = quo_json_text (root);
  return g_bytes_new_take (text, strlen (text));
}

/* What is to be written, the how manieth. */
typedef struct
{
  GBytes *bytes;
  guint serial;
} State;

static State *
state_new (QuoWindow *window)
{
  static guint serial;
  State *state = g_new (State, 1);

  *state = (State){ make_bytes (window), ++serial };
  return state;
}

static void
state_free (State *state)
{
  g_bytes_unref (state->bytes);
  g_free (state);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (State, state_free)

/* The last one at the end of the program may overtake one in a thread, which then is not written.
 */
static void
write_state (const State *state)
{
  static GMutex mutex;
  static guint written;
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&mutex);
  if (state->serial > written)
    {
      written = state->serial;
      g_mkdir_with_parents (folder, 0700);
      if (!quo_save (path, state->bytes, QUO_ETAG_ANY, NULL, NULL, &error))
        g_debug ("%s", error->message);
    }
  g_mutex_unlock (&mutex);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  write_state (data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_timeout (gpointer data)
{
  QuoWindow *window = data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  window->remember_timeout = 0;
  g_task_set_task_data (task, state_new (window), (GDestroyNotify)state_free);
  g_task_run_in_thread (task, write_in_thread);
  return G_SOURCE_REMOVE;
}

void
quo_window_remember_later (QuoWindow *window)
{
  if (window->remember_timeout == 0 && !window->is_restoring && window->session != NULL)
    window->remember_timeout = g_timeout_add (REMEMBER_DELAY, on_timeout, window);
}

/* So that a program that is ended from outside loses no more of it than a second. */
void
quo_window_remember_always (QuoWindow *window)
{
  g_signal_connect_object (window->session, "selection-moved",
                           G_CALLBACK (quo_window_remember_later), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (window->scrolled), "value-changed",
                           G_CALLBACK (quo_window_remember_later), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->folder, "notify::path", G_CALLBACK (quo_window_remember_later),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->folder, "notify::filter", G_CALLBACK (quo_window_remember_later),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->list_page, "notify::page",
                           G_CALLBACK (quo_window_remember_later), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (quo_list_column_get_annotations (window->list_page), "notify::look",
                           G_CALLBACK (quo_window_remember_later), window, G_CONNECT_SWAPPED);
}

void
quo_window_remember_now (QuoWindow *window)
{
  g_autoptr (State) state = state_new (window);

  g_clear_handle_id (&window->remember_timeout, g_source_remove);
  write_state (state);
}

/* Restoring */

static JsonObject *
load (JsonParser *parser)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GBytes) bytes = quo_file_load (path, MAX_BYTES, NULL, NULL);
  gsize len;
  const char *data;
  JsonNode *root;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &len);
  if (!quo_json_check_unique (data, len, path, NULL)
      || !json_parser_load_from_data (parser, data, (gssize)len, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gint64
get_int (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : 0;
}

static void
restore_folder (QuoWindow *window, JsonObject *state)
{
  const char *folder = get_string (state, "folder");
  const char *filter = get_string (state, "filter");
  const char *page = get_string (state, "page");

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  quo_window_open_folder (window, folder);
  if (filter != NULL)
    quo_folder_set_filter (window->folder, filter);
  if (page != NULL)
    g_object_set (window->list_page, "page", page, NULL);
}

static void
restore_look (QuoWindow *window, JsonObject *state)
{
  JsonNode *node = json_object_get_member (state, "annotations");
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr (GList) names = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  names = json_object_get_members (json_node_get_object (node));
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *value = get_string (json_node_get_object (node), l->data);

      if (value != NULL)
        g_variant_builder_add (&builder, "{ss}", l->data, value);
    }
  g_object_set (quo_list_column_get_annotations (window->list_page), "look",
                g_variant_builder_end (&builder), NULL);
}

/* Files that are gone meanwhile are left out. */
static void
restore_tabs (QuoWindow *window, JsonObject *state)
{
  JsonNode *node = json_object_get_member (state, "tabs");
  JsonArray *tabs
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 current = get_int (state, "current");
  g_autofree char *chosen = NULL;

  for (guint i = 0; tabs != NULL && i < json_array_get_length (tabs); i++)
    {
      JsonNode *element = json_array_get_element (tabs, i);
      JsonObject *tab = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *path = tab != NULL ? get_string (tab, "path") : NULL;
      QuoTabPlace place = { NULL };

      if (path == NULL || quo_tabs_has (window->tabs, path)
          || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      place.caret = (guint32)CLAMP (get_int (tab, "caret"), 0, G_MAXUINT32);
      place.top = (guint32)CLAMP (get_int (tab, "top"), 0, G_MAXUINT32);
      quo_tabs_add (window->tabs, path, &place);
      if (chosen == NULL || i == current)
        {
          g_free (chosen);
          chosen = g_strdup (path);
        }
    }
  if (chosen != NULL)
    quo_tabs_choose (window->tabs, chosen);
}

void
quo_window_restore (QuoWindow *window)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *state = load (parser);

  g_return_if_fail (QUO_IS_WINDOW (window));

  if (state == NULL)
    return;
  window->is_restoring = TRUE;
  restore_tabs (window, state);
  restore_folder (window, state);
  restore_look (window, state);
  window->is_restoring = FALSE;
}
