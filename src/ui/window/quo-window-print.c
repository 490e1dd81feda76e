/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing the article in front, through the dialog of the desktop or straight into a PDF file. */
#include "quo-config.h"

#include "quo-print.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

/* Of all windows: the paper and printer that were chosen last. */
static GtkPrintSettings *last_settings;

typedef struct
{
  QuoWindow *window; /* owned */
  QuoPrint *print;   /* NULL until it begins */
  char *path;        /* of the PDF file, or NULL: a printer */
} Job;

static void
free_job (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->print, quo_print_free);
  g_object_unref (job->window);
  g_free (job->path);
  g_free (job);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  job->print = quo_print_new (quo_article_view_get_page (job->window->view), pango,
                              gtk_print_context_get_width (context),
                              gtk_print_context_get_height (context));
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, (int)quo_print_get_n_pages (job->print));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int n, Job *job)
{
  quo_print_draw_page (job->print, (guint)n, gtk_print_context_get_cairo_context (context));
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      quo_window_tell_error (job->window, "print", error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && job->path != NULL)
    quo_session_set_message (job->window->session, _ ("Printed to %s"), job->path);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
  g_clear_pointer (&job->print, quo_print_free);
}

static void
print (QuoWindow *window, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  QuoDocument *document = quo_session_get_document (window->session);
  g_autofree char *title = NULL;
  Job *job;

  if (document == NULL)
    {
      quo_session_set_message (window->session, _ ("No article is open"));
      return;
    }
  operation = gtk_print_operation_new ();
  job = g_new0 (Job, 1);
  job->window = g_object_ref (window);
  job->path = g_strdup (path);
  title = quo_article_dup_title (quo_document_get_article (document));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (last_settings != NULL)
    gtk_print_operation_set_print_settings (operation, last_settings);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), job, free_job, 0);
  /* A failure is told by "done" as well. */
  gtk_print_operation_run (operation,
                           path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                        : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (window), NULL);
}

void
quo_window_print (QuoWindow *window)
{
  print (window, NULL);
}

void
quo_window_print_to (QuoWindow *window, const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  print (window, whole);
}
