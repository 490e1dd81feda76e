/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways to say which article: dialog, dropped files, sample. */
#include "quo-config.h"

#include "quo-error.h"
#include "quo-file.h"
#include "quo-save.h"
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
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = quo_file_load (path, G_MAXINT32, NULL, &error);

  g_mkdir_with_parents (folder, 0700);
  if ((bytes != NULL && quo_save (copy_path, bytes, NULL, NULL, NULL, &error))
      || g_error_matches (error, QUO_ERROR, QUO_ERROR_EXISTS))
    quo_window_open (window, copy_path);
  else
    quo_window_tell_error (window, "open", error->message);
}

void
quo_window_open_files (QuoWindow *window, GPtrArray *files)
{
  if (files->len > 0)
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
                        (GFile **)files->pdata, (int)files->len, "");
}

static void
open_list (QuoWindow *window, GListModel *list)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (files, g_list_model_get_item (list, i));
  quo_window_open_files (window, files);
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
      open_list (window, files);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
quo_window_set_last_folder (GtkFileChooser *chooser)
{
  g_autofree char *path = quo_preferences_dup_string (quo_preferences_get (), "last-folder");
  g_autoptr (GFile) folder = NULL;

  if (path == NULL || *path == '\0' || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return;
  folder = g_file_new_for_path (path);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/* What @reader takes; NULL: what all of them take, and sidecars. */
static void
add_types (GtkFileFilter *filter, const QuoReader *reader)
{
  const QuoReader *const *readers = quo_readers_list ();
  g_auto (GStrv) types = reader != NULL ? g_strsplit (reader->mime_types, ";", -1) : NULL;
  g_auto (GStrv) extensions = reader != NULL ? g_strsplit (reader->extensions, ";", -1) : NULL;

  for (guint i = 0; reader == NULL && readers[i] != NULL; i++)
    add_types (filter, readers[i]);
  if (reader == NULL)
    gtk_file_filter_add_pattern (filter, "*.quo.json");
  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  for (guint i = 0; extensions != NULL && extensions[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, extensions[i]);
}

static void
add_filters (GtkFileChooser *chooser)
{
  const QuoReader *const *readers = quo_readers_list ();
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _ ("Articles"));
  add_types (articles, NULL);
  gtk_file_chooser_add_filter (chooser, articles);
  for (guint i = 0; readers[i] != NULL; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      if (readers[i]->needs != NULL)
        continue;
      gtk_file_filter_set_name (filter, _ (readers[i]->title));
      add_types (filter, readers[i]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
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
  add_filters (chooser);
  quo_window_set_last_folder (chooser);
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
  quo_window_set_last_folder (GTK_FILE_CHOOSER (native));
  g_signal_connect_object (native, "response", G_CALLBACK (on_folder_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, QuoWindow *window)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  quo_window_open_files (window, files);
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
  quo_window_attach_text_drop (window);
}
