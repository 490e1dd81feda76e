/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports in a thread, for the export dialog and for win.export. */
#include "quo-config.h"

#include "quo-export.h"

#include "quo-opening.h"

#include <glib/gi18n.h>

typedef struct
{
  QuoSnapshot *snapshot;
  const QuoFormat *format;
  char *layer;
  char *path;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  quo_snapshot_unref (job->snapshot);
  g_free (job->layer);
  g_free (job->path);
  g_free (job);
}

/* Neither the article nor its sidecar is ever the place of an export. */
static void
protect (QuoTarget *target, const QuoArticle *article)
{
  g_autofree char *sidecar = NULL;

  if (article == NULL || article->path == NULL)
    return;
  sidecar = quo_sidecar_path_for (article->path);
  quo_target_protect (target, article->path);
  quo_target_protect (target, sidecar);
}

static gboolean
write_job (const Job *job, QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSnapshot) snapshot
      = quo_format_pick_layer (job->format, job->snapshot, job->layer, report, error);
  g_autoptr (QuoTarget) target
      = job->path != NULL ? quo_target_new_file (job->path, TRUE) : quo_target_new_nowhere ();
  QuoFormatOptions options = { NULL };

  if (snapshot == NULL)
    return FALSE;
  protect (target, snapshot->article);
  return job->format->write (snapshot, target, &options, report, cancellable, error)
         && quo_target_commit (target, error);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QuoReport *report = quo_report_new ();
  GError *error = NULL;

  if (write_job (data, report, cancellable, &error))
    {
      g_task_return_pointer (task, report, (GDestroyNotify)quo_report_free);
      return;
    }
  quo_report_free (report);
  g_task_return_error (task, error);
}

void
quo_export_async (QuoSnapshot *snapshot, const QuoFormat *format, const char *layer,
                  const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = quo_snapshot_ref (snapshot);
  job->format = format;
  job->layer = g_strdup (layer);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, quo_export_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, export_in_thread);
}

QuoReport *
quo_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, quo_export_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
