/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways to say which article: dialog, drop, clipboard, sample. An article file is never
 * replaced. */
#include "quo-config.h"

#include "quo-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The sample is copied to where it may be annotated. */
void
quo_window_open_sample (QuoWindow *window)
{
  const char *data_dir = g_getenv ("QUO_DATA_DIR");
  g_autofree char *path = g_build_filename (data_dir != NULL ? data_dir : QUO_DATA_DIR, "samples",
                                            "bridge.txt", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "quotidian", "samples", NULL);
  g_autofree char *copy_path = g_build_filename (folder, "bridge.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_copy (file, copy, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    quo_window_open (window, copy_path);
  else
    quo_window_tell_error (window, "open", error->message);
}

/* A folder becomes the list; each article gets a tab. */
static void
open_files (QuoWindow *window, GListModel *files)
{
  guint n_files = g_list_model_get_n_items (files);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (all, g_list_model_get_item (files, i));
  if (n_files > 0)
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
                        (GFile **)all->pdata, (int)n_files, "");
}

static void
on_articles_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  QuoWindow *window = QUO_WINDOW (data);
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (dialog));
      if (folder != NULL && g_file_peek_path (folder) != NULL)
        g_object_set (quo_preferences_get (), "last-folder", g_file_peek_path (folder), NULL);
      open_files (window, files);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
set_last_folder (GtkFileChooser *chooser)
{
  g_autofree char *path = quo_preferences_dup_string (quo_preferences_get (), "last-folder");
  g_autoptr (GFile) folder = NULL;

  if (path == NULL || *path == '\0' || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return;
  folder = g_file_new_for_path (path);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *mime_type, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (mime_type != NULL)
    gtk_file_filter_add_mime_type (filter, mime_type);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
quo_window_choose_articles (QuoWindow *window)
{
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_ ("Open Articles"), GTK_WINDOW (window),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  add_filter (chooser, _ ("Articles"), "text/plain", "*.quo.json");
  add_filter (chooser, _ ("All files"), NULL, "*");
  set_last_folder (chooser);
  g_signal_connect_object (native, "response", G_CALLBACK (on_articles_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
on_folder_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      if (folder != NULL && g_file_peek_path (folder) != NULL)
        {
          g_object_set (quo_preferences_get (), "last-folder", g_file_peek_path (folder), NULL);
          quo_window_open_folder (QUO_WINDOW (data), g_file_peek_path (folder));
        }
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
quo_window_choose_folder (QuoWindow *window)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      _ ("Open a Folder of Articles"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
      _ ("_Open"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  set_last_folder (GTK_FILE_CHOOSER (native));
  g_signal_connect_object (native, "response", G_CALLBACK (on_folder_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* A file that is there is never replaced: it may be an article. */
static gboolean
write_new (GFile *file, const char *text, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, error);

  return stream != NULL
         && g_output_stream_write_all (G_OUTPUT_STREAM (stream), text, strlen (text), NULL, NULL,
                                       error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static void
on_place_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  QuoWindow *window = QUO_WINDOW (data);
  const char *text = g_object_get_data (G_OBJECT (dialog), "text");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      if (write_new (file, text, &error))
        quo_window_open (window, g_file_peek_path (file));
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_autofree char *message
              = g_strdup_printf (_ ("%s is there already; choose another name for the new article"),
                                 g_file_peek_path (file));
          quo_window_tell_error (window, "open", message);
        }
      else
        quo_window_tell_error (window, "open", error->message);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* A name for the new file: the first words of the text. */
static char *
dup_file_name (const char *text)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && name->len < 40; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' && name->len > 0)
        break;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (name, g_unichar_tolower (c));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  if (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  return g_strdup_printf ("%s.txt", name->len > 0 ? name->str : _ ("article"));
}

static void
on_clipboard_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoWindow) window = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *name = NULL;
  GtkFileChooserNative *native;

  if (window->session == NULL)
    return;
  if (text == NULL || *g_strstrip (text) == '\0')
    {
      quo_window_tell_error (window, "open",
                             _ ("There is no text in the clipboard; copy an article first"));
      return;
    }
  native = gtk_file_chooser_native_new (_ ("Save the New Article"), GTK_WINDOW (window),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  name = dup_file_name (text);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  set_last_folder (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_object_set_data_full (G_OBJECT (native), "text", g_strconcat (text, "\n", NULL), g_free);
  g_signal_connect_object (native, "response", G_CALLBACK (on_place_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
quo_window_paste_article (QuoWindow *window)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL,
                                 on_clipboard_read, g_object_ref (window));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, QuoWindow *window)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  open_files (window, G_LIST_MODEL (files));
  return TRUE;
}

void
quo_window_attach_drop (QuoWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before the page, which would take the names of the files as text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
