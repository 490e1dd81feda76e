/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of imports and of exports of folders. Each choice starts a trial, whose report is
 * shown; the answer of an older one is dropped by its cancellable. */
#include "quo-config.h"

#include "quo-transfer-dialog.h"

#include "quo-import.h"

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
  char *from_path, *into_path;
  GPtrArray *formats; /* of QuoFormat; the first may be NULL: by content */
  GCancellable *cancellable;
  QuoTransferJob *job; /* the one under way, or the one that was tried */
  guint progress_timeout;
  gboolean is_running; /* it writes */
  GPtrArray *report_rows;
  GtkFileChooserNative *chooser;

  AdwComboRow *format;
  AdwActionRow *from, *into;
  AdwPreferencesGroup *report;
  GtkProgressBar *progress;
  GtkButton *start, *cancel, *choose_from, *choose_into;
};

G_DEFINE_FINAL_TYPE (QuoTransferDialog, quo_transfer_dialog, ADW_TYPE_WINDOW)

/* --- The report --- */

static void
add_line (QuoTransferDialog *dialog, const char *title, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (dialog->report, row);
  g_ptr_array_add (dialog->report_rows, row);
}

static void
clear_report (QuoTransferDialog *dialog)
{
  for (guint i = 0; i < dialog->report_rows->len; i++)
    adw_preferences_group_remove (dialog->report, g_ptr_array_index (dialog->report_rows, i));
  g_ptr_array_set_size (dialog->report_rows, 0);
}

static void
show_error (QuoTransferDialog *dialog, const char *message)
{
  clear_report (dialog);
  add_line (dialog, message, "dialog-error-symbolic");
}

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
  clear_report (dialog);
  if (dialog->way != QUO_TRANSFER_INTO_ARTICLE)
    {
      g_autofree char *summary = dup_summary (result);

      add_line (dialog, summary, "dialog-information-symbolic");
    }
  for (guint i = 0; i < MIN (result->lines->len, MAX_LINES); i++)
    add_line (dialog, g_ptr_array_index (result->lines, i), NULL);
  if (result->lines->len > MAX_LINES)
    {
      guint n = result->lines->len - MAX_LINES;
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more line", "and %u more lines", n), n);

      add_line (dialog, more, "view-more-symbolic");
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
  dialog->job
      = quo_transfer_job_new (dialog->way, format, dialog->from_path, dialog->into_path, known);
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
      show_error (dialog, error->message);
      return;
    }
  show_result (dialog, job->result);
  gtk_widget_set_sensitive (GTK_WIDGET (dialog->start),
                            (dialog->way != QUO_TRANSFER_OUT_FOLDER || dialog->into_path != NULL)
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
    show_error (dialog, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
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
  const char *nothing
      = dialog->way == QUO_TRANSFER_INTO_ARTICLE ? _ ("Choose a file") : _ ("Choose a folder");

  adw_action_row_set_subtitle (dialog->from,
                               dialog->from_path != NULL ? dialog->from_path : nothing);
  adw_action_row_set_subtitle (dialog->into,
                               dialog->into_path != NULL ? dialog->into_path : nothing);
  clear_report (dialog);
  if (dialog->from_path != NULL)
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

/* --- Choosing --- */

static void
on_chosen (GtkNativeDialog *chooser, int response, QuoTransferDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  char **path = g_object_get_data (G_OBJECT (chooser), "into") != NULL ? &dialog->into_path
                                                                       : &dialog->from_path;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    {
      g_free (*path);
      *path = g_file_get_path (file);
      on_choice_changed (dialog);
    }
  g_clear_object (&dialog->chooser);
}

static void
choose (QuoTransferDialog *dialog, gboolean is_into)
{
  gboolean is_file = dialog->way == QUO_TRANSFER_INTO_ARTICLE;

  if (dialog->chooser != NULL)
    return;
  dialog->chooser = gtk_file_chooser_native_new (is_into   ? _ ("Export Into a Folder")
                                                 : is_file ? _ ("Import a File")
                                                           : _ ("Choose a Folder"),
                                                 GTK_WINDOW (dialog),
                                                 is_file ? GTK_FILE_CHOOSER_ACTION_OPEN
                                                         : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                 _ ("_Choose"), _ ("_Cancel"));
  g_object_set_data (G_OBJECT (dialog->chooser), "into", is_into ? dialog : NULL);
  g_signal_connect_object (dialog->chooser, "response", G_CALLBACK (on_chosen), dialog, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog->chooser));
}

static void
on_choose_from (QuoTransferDialog *dialog)
{
  choose (dialog, FALSE);
}

static void
on_choose_into (QuoTransferDialog *dialog)
{
  choose (dialog, TRUE);
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
  g_clear_object (&dialog->chooser);
  g_clear_pointer (&dialog->job, quo_transfer_job_unref);
  g_clear_pointer (&dialog->from_path, g_free);
  g_clear_pointer (&dialog->into_path, g_free);
  g_clear_pointer (&dialog->formats, g_ptr_array_unref);
  g_clear_pointer (&dialog->report_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_transfer_dialog_parent_class)->dispose (object);
}

static void
quo_transfer_dialog_class_init (QuoTransferDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_transfer_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-transfer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, format);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, from);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, into);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, report);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, start);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, choose_from);
  gtk_widget_class_bind_template_child (widget_class, QuoTransferDialog, choose_into);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quo_transfer_dialog_init (QuoTransferDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  dialog->report_rows = g_ptr_array_new ();
  dialog->formats = g_ptr_array_new ();
  g_signal_connect_swapped (dialog->choose_from, "clicked", G_CALLBACK (on_choose_from), dialog);
  g_signal_connect_swapped (dialog->choose_into, "clicked", G_CALLBACK (on_choose_into), dialog);
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
  adw_preferences_group_set_title (dialog->report, is_out ? _ ("What this format cannot keep")
                                                          : _ ("What is read"));
}

void
quo_transfer_dialog_present (GtkWindow *parent, QuoSession *session, QuoTransferWay way,
                             const char *folder)
{
  QuoTransferDialog *dialog
      = g_object_new (QUO_TYPE_TRANSFER_DIALOG, "transient-for", parent, NULL);

  dialog->session = g_object_ref (session);
  dialog->way = way;
  if (way != QUO_TRANSFER_INTO_ARTICLE)
    dialog->from_path = g_strdup (folder);
  set_titles (dialog);
  fill_formats (dialog);
  g_signal_connect_swapped (dialog->format, "notify::selected", G_CALLBACK (on_choice_changed),
                            dialog);
  on_choice_changed (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
