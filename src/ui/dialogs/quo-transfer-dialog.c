/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of imports and of exports of folders. Each choice starts a trial, whose report is
 * shown; the answer of an older one is dropped by its cancellable. */
#include "quo-config.h"

#include "quo-transfer-dialog.h"

#include "quo-import.h"
#include "quo-path-row.h"
#include "quo-report-group.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More lines are counted, not shown. */
#define MAX_LINES 100

/* How often the bar is moved. */
#define SHOW_EVERY_MS 100

#define QUO_TYPE_TRANSFER_DIALOG (quo_transfer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuoTransferDialog, quo_transfer_dialog, QUO, TRANSFER_DIALOG, AdwWindow)

struct _QuoTransferDialog
{
  AdwWindow parent_instance;
  QuoSession *session;
  QuoTransferWay way;
  GPtrArray *formats; /* of QuoFormat; the first may be NULL: by content */
  GCancellable *cancellable;
  QuoTransferJob *job; /* the one under way, or the one that was tried */
  guint progress_timeout;
  gboolean is_running; /* it writes */

  AdwComboRow *format;
  QuoPathRow *from, *into;
  QuoReportGroup *report;
  GtkProgressBar *progress;
  GtkButton *start, *cancel;
};

G_DEFINE_FINAL_TYPE (QuoTransferDialog, quo_transfer_dialog, ADW_TYPE_WINDOW)

/* --- The report --- */

/* "12 files, 3 with losses, 1 failed" */
static char *
dup_summary (const QuoTransferResult *result)
{
  return g_strdup_printf (ngettext ("%u file, %u with losses, %u failed",
                                    "%u files, %u with losses, %u failed", result->n_files),
                          result->n_files, result->n_losses, result->n_failed);
}

static void
show_result (QuoTransferDialog *dialog, const QuoTransferResult *result)
{
  quo_report_group_clear (dialog->report);
  if (dialog->way != QUO_TRANSFER_INTO_ARTICLE)
    {
      g_autofree char *summary = dup_summary (result);

      quo_report_group_add (dialog->report, summary, "dialog-information-symbolic");
    }
  for (guint i = 0; i < MIN (result->lines->len, MAX_LINES); i++)
    quo_report_group_add (dialog->report, g_ptr_array_index (result->lines, i), NULL);
  if (result->lines->len > MAX_LINES)
    {
      guint n = result->lines->len - MAX_LINES;
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more line", "and %u more lines", n), n);

      quo_report_group_add (dialog->report, more, "view-more-symbolic");
    }
}

/* --- Progress --- */

static gboolean
on_progress (gpointer data)
{
  QuoTransferDialog *dialog = data;
  gint n_files = dialog->job != NULL ? g_atomic_int_get (&dialog->job->n_files) : 0;

  if (n_files > 0)
    gtk_progress_bar_set_fraction (dialog->progress,
                                   (double)g_atomic_int_get (&dialog->job->n_done) / n_files);
  else
    gtk_progress_bar_pulse (dialog->progress);
  return G_SOURCE_CONTINUE;
}

static void
set_progress (QuoTransferDialog *dialog, gboolean is_shown)
{
  gtk_widget_set_visible (GTK_WIDGET (dialog->progress), is_shown);
  if (is_shown && dialog->progress_timeout == 0)
    dialog->progress_timeout = g_timeout_add (SHOW_EVERY_MS, on_progress, dialog);
  else if (!is_shown)
    g_clear_handle_id (&dialog->progress_timeout, g_source_remove);
}

/* --- The work --- */

gboolean
quo_transfer_take (QuoSession *session, const QuoTransferJob *job)
{
  g_autoptr (QuoSnapshot) now = quo_document_snapshot (quo_session_get_document (session));
  g_autofree char *name = g_filename_display_basename (job->from);
  QuoEdit *edit = quo_import_make_edit (now, job->imported, job->is_part, _ ("Import annotations"));
  g_autofree char *message = NULL;

  if (quo_edit_get_length (edit) == 0)
    {
      quo_edit_unref (edit);
      quo_session_set_message (session, _ ("All of %s was there already"), name);
      return TRUE;
    }
  message = g_strdup_printf (_ ("Imported from %s"), name);
  return quo_session_apply (session, edit, message);
}

static void
begin_job (QuoTransferDialog *dialog, gboolean is_dry_run, GAsyncReadyCallback callback)
{
  QuoDocument *document = quo_session_get_document (dialog->session);
  g_autoptr (QuoSnapshot) known = document != NULL ? quo_document_snapshot (document) : NULL;
  const QuoFormat *format
      = g_ptr_array_index (dialog->formats, adw_combo_row_get_selected (dialog->format));

  g_cancellable_cancel (dialog->cancellable);
  g_clear_object (&dialog->cancellable);
  dialog->cancellable = g_cancellable_new ();
  g_clear_pointer (&dialog->job, quo_transfer_job_unref);
  dialog->job = quo_transfer_job_new (dialog->way, format, quo_path_row_get_path (dialog->from),
                                      quo_path_row_get_path (dialog->into), known);
  dialog->job->is_dry_run = is_dry_run;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog->start), FALSE);
  set_progress (dialog, TRUE);
  quo_transfer_job_run_async (dialog->job, dialog->cancellable, callback, g_object_ref (dialog));
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoTransferDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTransferJob) job = quo_transfer_job_run_finish (result, &error);

  if (dialog->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || (job != NULL && job != dialog->job))
    return;
  set_progress (dialog, FALSE);
  if (job == NULL)
    {
      quo_report_group_show_error (dialog->report, error->message);
      return;
    }
  show_result (dialog, job->result);
  gtk_widget_set_sensitive (
      GTK_WIDGET (dialog->start),
      (dialog->way != QUO_TRANSFER_OUT_FOLDER || quo_path_row_get_path (dialog->into) != NULL)
          && job->result->n_failed < job->result->n_files);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoTransferDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTransferJob) job = quo_transfer_job_run_finish (result, &error);

  if (dialog->session == NULL)
    return;
  dialog->is_running = FALSE;
  set_progress (dialog, FALSE);
  gtk_button_set_label (dialog->cancel, _ ("_Close"));
  if (job == NULL)
    quo_report_group_show_error (dialog->report,
                                 g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                     ? _ ("Stopped; what was done before stays")
                                     : error->message);
  else
    {
      g_autofree char *summary = dup_summary (job->result);

      show_result (dialog, job->result);
      quo_session_set_message (dialog->session, "%s", summary);
    }
}

static void
on_choice_changed (QuoTransferDialog *dialog)
{
  quo_report_group_clear (dialog->report);
  if (quo_path_row_get_path (dialog->from) != NULL)
    begin_job (dialog, TRUE, on_tried);
}

static void
on_start (QuoTransferDialog *dialog)
{
  if (dialog->way == QUO_TRANSFER_INTO_ARTICLE)
    {
      if (dialog->job != NULL && dialog->job->imported != NULL
          && quo_transfer_take (dialog->session, dialog->job))
        gtk_window_close (GTK_WINDOW (dialog));
      return;
    }
  dialog->is_running = TRUE;
  begin_job (dialog, FALSE, on_done);
}

/* Stops what runs; the second time, or when nothing does, it closes. */
static void
on_cancel (QuoTransferDialog *dialog)
{
  if (dialog->is_running)
    g_cancellable_cancel (dialog->cancellable);
  else
    gtk_window_close (GTK_WINDOW (dialog));
}

/* --- Object --- */

static void
quo_transfer_dialog_dispose (GObject *object)
{
  QuoTransferDialog *dialog = QUO_TRANSFER_DIALOG (object);

  g_cancellable_cancel (dialog->cancellable);
  g_clear_handle_id (&dialog->progress_timeout, g_source_remove);
  g_clear_object (&dialog->cancellable);
  g_clear_object (&dialog->session);
  g_clear_pointer (&dialog->job, quo_transfer_job_unref);
  g_clear_pointer (&dialog->formats, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_transfer_dialog_parent_class)->dispose (object);
}

static void
quo_transfer_dialog_class_init (QuoTransferDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_transfer_dialog_dispose;
  g_type_ensure (QUO_TYPE_PATH_ROW);
  g_type_ensure (QUO_TYPE_REPORT_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-transfer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, format);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, from);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, into);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, report);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, start);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quo_transfer_dialog_init (QuoTransferDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  dialog->formats = g_ptr_array_new ();
  g_signal_connect_swapped (dialog->from, "chosen", G_CALLBACK (on_choice_changed), dialog);
  g_signal_connect_swapped (dialog->into, "chosen", G_CALLBACK (on_choice_changed), dialog);
  g_signal_connect_swapped (dialog->start, "clicked", G_CALLBACK (on_start), dialog);
  g_signal_connect_swapped (dialog->cancel, "clicked", G_CALLBACK (on_cancel), dialog);
}

/* Those that are written, or those that are read after one that stands for all of them. */
static void
fill_formats (QuoTransferDialog *dialog)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gboolean is_out = dialog->way == QUO_TRANSFER_OUT_FOLDER;

  if (!is_out)
    {
      g_ptr_array_add (dialog->formats, NULL);
      gtk_string_list_append (titles, _ ("As the content tells"));
    }
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    if (is_out ? (*format)->write != NULL : (*format)->read != NULL)
      {
        g_ptr_array_add (dialog->formats, (gpointer)*format);
        gtk_string_list_append (titles, _ ((*format)->title));
      }
  adw_combo_row_set_model (dialog->format, G_LIST_MODEL (titles));
}

static void
set_titles (QuoTransferDialog *dialog)
{
  static const char *const titles[]
      = { N_ ("Import Into This Article"), N_ ("Import a Folder"), N_ ("Export a Folder") };
  gboolean is_out = dialog->way == QUO_TRANSFER_OUT_FOLDER;

  gtk_window_set_title (GTK_WINDOW (dialog), _ (titles[dialog->way]));
  gtk_button_set_label (dialog->start, is_out ? _ ("_Export") : _ ("_Import"));
  gtk_widget_set_visible (GTK_WIDGET (dialog->into), is_out);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (dialog->report),
                                   is_out ? _ ("What Is Lost") : _ ("What is read"));
}

static void
prepare_paths (QuoTransferDialog *dialog, const char *folder)
{
  gboolean is_file = dialog->way == QUO_TRANSFER_INTO_ARTICLE;

  quo_path_row_prepare (
      dialog->from, is_file ? GTK_FILE_CHOOSER_ACTION_OPEN : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
      is_file ? _ ("Import a File") : _ ("Choose a Folder"), _ ("Choose what to read"),
      is_file ? _ ("Choose a file") : _ ("Choose a folder"));
  quo_path_row_prepare (dialog->into, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                        _ ("Export Into a Folder"), _ ("Choose the folder to write into"),
                        _ ("Choose a folder"));
  if (!is_file)
    quo_path_row_set_path (dialog->from, folder);
}

void
quo_transfer_dialog_present (GtkWindow *parent, QuoSession *session, QuoTransferWay way,
                             const char *folder)
{
  QuoTransferDialog *dialog
      = g_object_new (QUO_TYPE_TRANSFER_DIALOG, "transient-for", parent, NULL);

  dialog->session = g_object_ref (session);
  dialog->way = way;
  set_titles (dialog);
  prepare_paths (dialog, folder);
  fill_formats (dialog);
  g_signal_connect_swapped (dialog->format, "notify::selected", G_CALLBACK (on_choice_changed),
                            dialog);
  on_choice_changed (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
