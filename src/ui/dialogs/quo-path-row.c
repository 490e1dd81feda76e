/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-path-row.h"

#include <glib/gi18n.h>

struct _QuoPathRow
{
  AdwActionRow parent_instance;
  GtkFileChooserAction action;
  char *title, *none, *path;
  GtkFileChooserNative *chooser; /* owned; while one is open */
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (QuoPathRow, quo_path_row, ADW_TYPE_ACTION_ROW)

static guint chosen_signal;

static void
on_response (GtkNativeDialog *chooser, int response, QuoPathRow *row)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  g_clear_object (&row->chooser);
  if (response != GTK_RESPONSE_ACCEPT || file == NULL || g_file_peek_path (file) == NULL)
    return;
  quo_path_row_set_path (row, g_file_peek_path (file));
  g_signal_emit (row, chosen_signal, 0);
}

/* A file to write is offered with its name, all else in the folder where it is. */
static void
set_start (QuoPathRow *row)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (row->chooser);
  g_autofree char *name = g_path_get_basename (row->path);
  g_autofree char *path = g_path_get_dirname (row->path);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (row->action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (chooser, name);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
on_clicked (QuoPathRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));

  if (row->chooser != NULL)
    return;
  row->chooser = gtk_file_chooser_native_new (row->title, GTK_WINDOW (root), row->action,
                                              _ ("_Choose"), _ ("_Cancel"));
  if (row->path != NULL)
    set_start (row);
  g_signal_connect_object (row->chooser, "response", G_CALLBACK (on_response), row, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (row->chooser));
}

static void
quo_path_row_dispose (GObject *object)
{
  QuoPathRow *row = QUO_PATH_ROW (object);

  g_clear_object (&row->chooser);
  G_OBJECT_CLASS (quo_path_row_parent_class)->dispose (object);
}

static void
quo_path_row_finalize (GObject *object)
{
  QuoPathRow *row = QUO_PATH_ROW (object);

  g_free (row->title);
  g_free (row->none);
  g_free (row->path);
  G_OBJECT_CLASS (quo_path_row_parent_class)->finalize (object);
}

static void
quo_path_row_class_init (QuoPathRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_path_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = quo_path_row_finalize;
  chosen_signal = g_signal_new ("chosen", QUO_TYPE_PATH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
quo_path_row_init (QuoPathRow *row)
{
  row->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (row->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (row->button), "flat");
  g_signal_connect_swapped (row->button, "clicked", G_CALLBACK (on_clicked), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (row->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (row->button));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "party");
}

static void
show_path (QuoPathRow *row)
{
  g_autofree char *shown = row->path != NULL ? g_filename_display_name (row->path) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown != NULL       ? shown
                                                     : row->none != NULL ? row->none
                                                                         : "");
}

void
quo_path_row_prepare (QuoPathRow *row, GtkFileChooserAction action, const char *title,
                      const char *tip, const char *none)
{
  gboolean is_folder = action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;

  g_return_if_fail (QUO_IS_PATH_ROW (row) && row->title == NULL);

  row->action = action;
  row->title = g_strdup (title);
  row->none = g_strdup (none);
  gtk_button_set_icon_name (row->button,
                            is_folder ? "folder-open-symbolic" : "document-open-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
  show_path (row);
}

const char *
quo_path_row_get_path (QuoPathRow *row)
{
  g_return_val_if_fail (QUO_IS_PATH_ROW (row), NULL);
  return row->path;
}

void
quo_path_row_set_path (QuoPathRow *row, const char *path)
{
  g_autofree char *kept = g_strdup (path);

  g_return_if_fail (QUO_IS_PATH_ROW (row));

  g_free (row->path);
  row->path = g_steal_pointer (&kept);
  show_path (row);
}
