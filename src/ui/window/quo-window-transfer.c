/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports, and exports of folders, as actions of the window. */
#include "quo-config.h"

#include "quo-transfer-dialog.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

static gboolean
require_article (QuoWindow *window)
{
  if (quo_session_get_document (window->session) != NULL)
    return TRUE;
  quo_session_set_message (window->session, _ ("No article is open"));
  return FALSE;
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTransferJob) job = quo_transfer_job_run_finish (result, &error);
  QuoDocument *document
      = window->session != NULL ? quo_session_get_document (window->session) : NULL;
  g_autoptr (QuoSnapshot) now = document != NULL ? quo_document_snapshot (document) : NULL;

  if (window->session == NULL)
    return;
  if (job == NULL)
    quo_window_tell_error (window, "import", error->message);
  else if (now != NULL && now->article == job->known->article) /* another may be open by now */
    quo_transfer_take (window->session, job);
  quo_session_end_busy (window->session);
}

void
quo_window_import (QuoWindow *window, const char *path)
{
  g_autoptr (QuoSnapshot) known = NULL;
  g_autoptr (QuoTransferJob) job = NULL;

  if (!require_article (window))
    return;
  known = quo_document_snapshot (quo_session_get_document (window->session));
  job = quo_transfer_job_new (QUO_TRANSFER_INTO_ARTICLE, NULL, path, NULL, known);
  quo_session_begin_busy (window->session);
  quo_transfer_job_run_async (job, NULL, on_imported, g_object_ref (window));
}

void
quo_window_choose_import (QuoWindow *window)
{
  if (require_article (window))
    quo_transfer_dialog_present (GTK_WINDOW (window), window->session, QUO_TRANSFER_INTO_ARTICLE,
                                 NULL);
}

static void
on_transferred (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTransferJob) job = quo_transfer_job_run_finish (result, &error);

  if (window->session == NULL)
    return;
  if (job == NULL)
    quo_window_tell_error (window, "transfer", error->message);
  else
    quo_session_set_message (window->session,
                             ngettext ("%u file, %u with losses, %u failed",
                                       "%u files, %u with losses, %u failed", job->result->n_files),
                             job->result->n_files, job->result->n_losses, job->result->n_failed);
  quo_session_end_busy (window->session);
}

static void
transfer (QuoWindow *window, QuoTransferWay way, const QuoFormat *format, const char *from,
          const char *into)
{
  QuoDocument *document = quo_session_get_document (window->session);
  g_autoptr (QuoSnapshot) known = document != NULL ? quo_document_snapshot (document) : NULL;
  g_autoptr (QuoTransferJob) job = quo_transfer_job_new (way, format, from, into, known);

  quo_session_begin_busy (window->session);
  quo_transfer_job_run_async (job, NULL, on_transferred, g_object_ref (window));
}

void
quo_window_import_folder (QuoWindow *window, const char *path)
{
  transfer (window, QUO_TRANSFER_IN_FOLDER, NULL, path, NULL);
}

void
quo_window_export_folder (QuoWindow *window, const char *format_id, const char *from,
                          const char *into)
{
  const QuoFormat *format = quo_formats_find (format_id);

  if (format != NULL && format->write != NULL)
    transfer (window, QUO_TRANSFER_OUT_FOLDER, format, from, into);
  else
    {
      g_autofree char *message
          = g_strdup_printf (_ ("There is no format “%s”; “quo formats” lists them"), format_id);

      quo_window_tell_error (window, "transfer", message);
    }
}

void
quo_window_choose_import_folder (QuoWindow *window)
{
  quo_transfer_dialog_present (GTK_WINDOW (window), window->session, QUO_TRANSFER_IN_FOLDER,
                               quo_folder_get_path (window->folder));
}

void
quo_window_choose_export_folder (QuoWindow *window)
{
  quo_transfer_dialog_present (GTK_WINDOW (window), window->session, QUO_TRANSFER_OUT_FOLDER,
                               quo_folder_get_path (window->folder));
}
