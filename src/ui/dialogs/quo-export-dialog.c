/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog.  Each choice starts a dry run, whose report is shown; the answer of an older
 * run is dropped by its cancellable. */
#include "quo-config.h"

#include "quo-export-dialog.h"

#include "quo-export.h"
#include "quo-path-row.h"
#include "quo-report-group.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define QUO_TYPE_EXPORT_DIALOG (quo_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuoExportDialog, quo_export_dialog, QUO, EXPORT_DIALOG, AdwWindow)

struct _QuoExportDialog
{
  AdwWindow parent_instance;
  QuoSession *session;
  QuoSnapshot *snapshot;
  GCancellable *cancellable; /* of the dry run under way */
  gboolean is_path_chosen;   /* until then it follows the format */

  AdwComboRow *format, *layer;
  QuoPathRow *file;
  QuoReportGroup *report;
  GtkButton *export;
};

G_DEFINE_FINAL_TYPE (QuoExportDialog, quo_export_dialog, ADW_TYPE_WINDOW)

static const QuoFormat *
get_format (QuoExportDialog *dialog)
{
  return quo_formats_list_written ()[adw_combo_row_get_selected (dialog->format)];
}

/* NULL: all layers. */
static const char *
get_layer (QuoExportDialog *dialog)
{
  guint selected = adw_combo_row_get_selected (dialog->layer);

  if (selected == 0 || selected > quo_snapshot_count (dialog->snapshot, QUO_RECORD_LAYER))
    return NULL;
  return quo_snapshot_get_layer (dialog->snapshot, selected - 1)->base.id;
}

/* bridge.txt -> bridge.ann beside it; never the article itself. */
static char *
suggest_path (QuoExportDialog *dialog)
{
  const QuoFormat *format = get_format (dialog);
  const char *article = quo_session_get_article_path (dialog->session);
  g_auto (GStrv) extensions = g_strsplit (format->extensions, ";", -1);
  const char *dot = strrchr (article, '.');
  const char *slash = strrchr (article, G_DIR_SEPARATOR);
  g_autofree char *stem = dot != NULL && dot > slash ? g_strndup (article, (gsize)(dot - article))
                                                     : g_strdup (article);

  if (g_str_equal (format->id, "quo"))
    return g_strconcat (article, ".copy.quo.json", NULL);
  return g_strconcat (stem, ".", extensions[0], NULL);
}

/* The report */

static void
on_dry_run (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoExportDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoReport) report = quo_export_finish (result, &error);

  if (dialog->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog->export), report != NULL);
  if (report != NULL)
    quo_report_group_show (dialog->report, report);
  else
    quo_report_group_show_error (dialog->report, error->message);
}

static void
on_choice_changed (QuoExportDialog *dialog)
{
  if (!dialog->is_path_chosen)
    {
      g_autofree char *path = suggest_path (dialog);

      quo_path_row_set_path (dialog->file, path);
    }
  g_cancellable_cancel (dialog->cancellable);
  g_clear_object (&dialog->cancellable);
  dialog->cancellable = g_cancellable_new ();
  quo_export_async (dialog->snapshot, get_format (dialog), get_layer (dialog), NULL,
                    dialog->cancellable, on_dry_run, g_object_ref (dialog));
}

static void
on_chosen (QuoExportDialog *dialog)
{
  dialog->is_path_chosen = TRUE;
}

/* Exporting */

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoExportDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoReport) report = quo_export_finish (result, &error);

  if (dialog->session == NULL)
    return;
  if (report == NULL)
    {
      quo_report_group_show_error (dialog->report, error->message);
      gtk_widget_set_sensitive (GTK_WIDGET (dialog->export), TRUE);
      return;
    }
  quo_session_set_message (dialog->session, _ ("Exported to %s"),
                           quo_path_row_get_path (dialog->file));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_export (QuoExportDialog *dialog)
{
  gtk_widget_set_sensitive (GTK_WIDGET (dialog->export), FALSE);
  quo_export_async (dialog->snapshot, get_format (dialog), get_layer (dialog),
                    quo_path_row_get_path (dialog->file), NULL, on_exported, g_object_ref (dialog));
}

/* Object */

static void
quo_export_dialog_dispose (GObject *object)
{
  QuoExportDialog *dialog = QUO_EXPORT_DIALOG (object);

  g_cancellable_cancel (dialog->cancellable);
  g_clear_object (&dialog->cancellable);
  g_clear_object (&dialog->session);
  g_clear_pointer (&dialog->snapshot, quo_snapshot_unref);
  G_OBJECT_CLASS (quo_export_dialog_parent_class)->dispose (object);
}

static void
quo_export_dialog_class_init (QuoExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_export_dialog_dispose;
  g_type_ensure (QUO_TYPE_PATH_ROW);
  g_type_ensure (QUO_TYPE_REPORT_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, QuoExportDialog, layer);
  gtk_widget_class_bind_template_child (widget_class, QuoExportDialog, file);
  gtk_widget_class_bind_template_child (widget_class, QuoExportDialog, report);
  gtk_widget_class_bind_template_child (widget_class, QuoExportDialog, export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quo_export_dialog_init (QuoExportDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  quo_path_row_prepare (dialog->file, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export Into"),
                        _ ("Choose another file"), NULL);
  g_signal_connect_swapped (dialog->file, "chosen", G_CALLBACK (on_chosen), dialog);
  g_signal_connect_swapped (dialog->export, "clicked", G_CALLBACK (on_export), dialog);
}

static void
fill_choices (QuoExportDialog *dialog)
{
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) layers = gtk_string_list_new (NULL);
  guint n_layers = quo_snapshot_count (dialog->snapshot, QUO_RECORD_LAYER);

  for (guint i = 0; quo_formats_list_written ()[i] != NULL; i++)
    gtk_string_list_append (formats, _ (quo_formats_list_written ()[i]->title));
  gtk_string_list_append (layers, _ ("All layers"));
  for (guint i = 0; i < n_layers; i++)
    {
      const QuoLayer *layer = quo_snapshot_get_layer (dialog->snapshot, i);

      gtk_string_list_append (layers, layer->title != NULL ? layer->title : layer->base.id);
    }
  adw_combo_row_set_model (dialog->format, G_LIST_MODEL (formats));
  adw_combo_row_set_model (dialog->layer, G_LIST_MODEL (layers));
  gtk_widget_set_visible (GTK_WIDGET (dialog->layer), n_layers > 1);
}

void
quo_export_dialog_present (GtkWindow *parent, QuoSession *session)
{
  QuoExportDialog *dialog;
  QuoDocument *document = quo_session_get_document (session);

  if (document == NULL || quo_session_get_article_path (session) == NULL)
    return;
  dialog = g_object_new (QUO_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  dialog->session = g_object_ref (session);
  dialog->snapshot = quo_document_snapshot (document);
  fill_choices (dialog);
  g_signal_connect_swapped (dialog->format, "notify::selected", G_CALLBACK (on_choice_changed),
                            dialog);
  g_signal_connect_swapped (dialog->layer, "notify::selected", G_CALLBACK (on_choice_changed),
                            dialog);
  on_choice_changed (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (dialog->format));
}
