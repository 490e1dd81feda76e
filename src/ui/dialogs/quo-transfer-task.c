/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports and transfers of folders in a thread. */
#include "quo-config.h"

#include "quo-transfer-task.h"

#include "quo-import.h"

#include <glib/gi18n.h>

QuoTransferJob *
quo_transfer_job_new (QuoTransferWay way, const QuoFormat *format, const char *from,
                      const char *into, QuoSnapshot *known)
{
  QuoTransferJob *job = g_new0 (QuoTransferJob, 1);

  g_atomic_ref_count_init (&job->ref_count);
  job->way = way;
  job->format = format;
  job->from = g_strdup (from);
  job->into = g_strdup (into);
  job->known = known != NULL ? quo_snapshot_ref (known) : NULL;
  return job;
}

QuoTransferJob *
quo_transfer_job_ref (QuoTransferJob *job)
{
  g_atomic_ref_count_inc (&job->ref_count);
  return job;
}

void
quo_transfer_job_unref (QuoTransferJob *job)
{
  if (job == NULL || !g_atomic_ref_count_dec (&job->ref_count))
    return;
  g_free (job->from);
  g_free (job->into);
  g_clear_pointer (&job->known, quo_snapshot_unref);
  g_clear_pointer (&job->imported, quo_snapshot_unref);
  g_clear_pointer (&job->result, quo_transfer_result_free);
  g_free (job);
}

/* --- Into the article that is open --- */

/* Marks both forms for translation. */
#define N_PLURAL(one, many) one, many

static void
add_count (GPtrArray *lines, const char *one, const char *many, guint n)
{
  if (n > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext (one, many, n), n));
}

static QuoTransferResult *
make_result (QuoSnapshot *imported, const QuoReport *report)
{
  QuoTransferResult *result = g_new0 (QuoTransferResult, 1);

  result->n_files = 1;
  result->lines = g_ptr_array_new_with_free_func (g_free);
  add_count (result->lines, N_PLURAL ("%u annotation", "%u annotations"),
             quo_snapshot_count (imported, QUO_RECORD_ANNOTATION));
  add_count (result->lines, N_PLURAL ("%u relation", "%u relations"),
             quo_snapshot_count (imported, QUO_RECORD_RELATION));
  add_count (result->lines, N_PLURAL ("%u identity", "%u identities"),
             quo_snapshot_count (imported, QUO_RECORD_ENTITY));
  for (guint i = 0; i < quo_report_get_length (report); i++)
    g_ptr_array_add (result->lines, quo_report_dup_line (report, i));
  return result;
}

static gboolean
read_into_article (QuoTransferJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSource) source = quo_source_new_file (job->from);
  g_autoptr (QuoReport) report = quo_report_new ();
  const QuoFormat *format = job->format;
  g_autoptr (QuoImport) import = NULL;

  if (format == NULL && !quo_import_sniff (source, &format, error))
    return FALSE;
  import = quo_import_new (format, source, job->known->article, NULL, report);
  import->into = job->known;
  if (!quo_import_run (import, cancellable, error))
    return FALSE;
  job->imported
      = quo_snapshot_ref (((QuoImported *)g_ptr_array_index (import->texts, 0))->snapshot);
  job->is_part = format->is_part;
  job->result = make_result (job->imported, report);
  return TRUE;
}

/* --- Folders --- */

static void
note_progress (guint n_done, guint n_files, gpointer data)
{
  QuoTransferJob *job = data;

  g_atomic_int_set (&job->n_files, (gint)n_files);
  g_atomic_int_set (&job->n_done, (gint)n_done);
}

static gboolean
transfer_folder (QuoTransferJob *job, GCancellable *cancellable, GError **error)
{
  const char *busy = job->known != NULL ? job->known->article->path : NULL;

  job->result = quo_transfer_run (
      job->way == QUO_TRANSFER_OUT_FOLDER ? QUO_TRANSFER_EXPORT : QUO_TRANSFER_IMPORT, job->format,
      job->from, job->into, job->is_dry_run, busy, note_progress, job, cancellable, error);
  return job->result != NULL;
}

/* --- The thread --- */

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QuoTransferJob *job = data;
  GError *error = NULL;
  gboolean is_done = job->way == QUO_TRANSFER_INTO_ARTICLE
                         ? read_into_article (job, cancellable, &error)
                         : transfer_folder (job, cancellable, &error);

  if (is_done)
    g_task_return_pointer (task, quo_transfer_job_ref (job),
                           (GDestroyNotify)quo_transfer_job_unref);
  else
    g_task_return_error (task, error);
}

void
quo_transfer_job_run_async (QuoTransferJob *job, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, quo_transfer_job_run_async);
  g_task_set_task_data (task, quo_transfer_job_ref (job), (GDestroyNotify)quo_transfer_job_unref);
  g_task_run_in_thread (task, run_in_thread);
}

QuoTransferJob *
quo_transfer_job_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, quo_transfer_job_run_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
