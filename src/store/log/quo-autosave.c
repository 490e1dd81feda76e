/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps a sidecar saved.
 *
 * At most one save is under way. It takes a snapshot and writes it in a thread; what is edited
 * meanwhile is saved by the next one. `saved_revision` is the revision of the document that is on
 * the disk: the document is dirty while its own differs. */
#include "quo-config.h"

#include "quo-autosave.h"

#include "quo-backup.h"
#include "quo-save.h"
#include "quo-sidecar-writer.h"
#include "quo-temp-file.h"

#include <glib/gi18n.h>

/* After the last edit, and at the latest after the first one that is not safe yet. */
#define DELAY_MS 1000
#define MAX_DELAY_US (2 * G_USEC_PER_SEC)

struct _QuoAutosave
{
  GObject parent_instance;
  QuoDocument *document;
  QuoLog *log; /* or NULL */
  QuoSnapshot *base;
  char *path;
  char *etag;
  gboolean must_keep_backup;
  QuoSaveState state;
  GError *error;
  guint64 saved_revision;
  gboolean has_history; /* of earlier sessions, which undo can go back into */
  gboolean has_written;
  gint64 dirty_since; /* monotonic, 0: clean */
  guint timer;
  gboolean is_saving;
  GPtrArray *waiting; /* of GTask: who asked for the save that comes next */
};

/* All that the thread needs, and what it answers. */
typedef struct
{
  QuoSnapshot *snapshot;
  char *path;
  char *etag;
  gboolean must_keep_backup;
  guint64 revision;
  QuoLog *log; /* or NULL */
  guint n_steps;
  char *new_etag, *sum;
} Job;

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (QuoAutosave, quo_autosave, G_TYPE_OBJECT)

static void start_saving (QuoAutosave *autosave);
static gboolean on_timer (gpointer data);

/* In the thread */

static void
free_job (gpointer data)
{
  Job *job = data;

  quo_snapshot_unref (job->snapshot);
  g_free (job->path);
  g_free (job->etag);
  g_free (job->new_etag);
  g_free (job->sum);
  g_clear_object (&job->log);
  g_free (job);
}

static gboolean
run_job (Job *job, GError **error)
{
  g_autoptr (GBytes) bytes = quo_sidecar_write (job->snapshot, "Quotidian " QUO_VERSION);

  if (job->must_keep_backup && !quo_backup_keep (job->path, error))
    return FALSE;
  if (job->log != NULL)
    {
      job->sum = quo_log_dup_sum (bytes);
      quo_log_tell_saving (job->log, job->sum, job->n_steps);
    }
  return quo_save (job->path, bytes, job->etag, &job->new_etag, NULL, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* State */

static gboolean
is_dirty (QuoAutosave *autosave)
{
  if (quo_document_get_revision (autosave->document) == autosave->saved_revision)
    return FALSE;
  /* All taken back again before anything was written: the file is as it should be. Where there was
   * something to take back at the start, nothing being left of it is a change too. */
  return autosave->has_written || autosave->has_history
         || quo_document_get_n_undo (autosave->document) > 0;
}

/* Where no log is kept, none is missed. */
static gboolean
has_safe_log (QuoAutosave *autosave)
{
  return autosave->log == NULL || quo_log_is_safe (autosave->log);
}

static void
set_state (QuoAutosave *autosave, QuoSaveState state)
{
  if (autosave->state == state)
    return;
  autosave->state = state;
  g_object_notify_by_pspec (G_OBJECT (autosave), props[PROP_STATE]);
}

static void
answer_waiting (QuoAutosave *autosave)
{
  g_autoptr (GPtrArray) waiting = autosave->waiting;

  autosave->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      GTask *task = g_ptr_array_index (waiting, i);

      if (autosave->error != NULL)
        g_task_return_error (task, g_error_copy (autosave->error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static Job *
make_job (QuoAutosave *autosave)
{
  Job *job = g_new0 (Job, 1);

  job->snapshot = quo_document_snapshot (autosave->document);
  job->path = g_strdup (autosave->path);
  job->etag = g_strdup (autosave->etag);
  job->must_keep_backup = autosave->must_keep_backup;
  job->revision = quo_document_get_revision (autosave->document);
  g_set_object (&job->log, autosave->log);
  job->n_steps = job->log != NULL ? quo_log_get_n_steps (job->log) : 0;
  g_clear_handle_id (&autosave->timer, g_source_remove);
  autosave->dirty_since = 0;
  return job;
}

/* Takes @error over. */
static void
take_result (QuoAutosave *autosave, Job *job, GError *error)
{
  g_clear_error (&autosave->error);
  autosave->error = error;
  if (error == NULL)
    {
      autosave->saved_revision = job->revision;
      autosave->has_written = TRUE;
      autosave->must_keep_backup = FALSE;
      quo_autosave_set_base (autosave, job->snapshot);
      g_free (autosave->etag);
      autosave->etag = g_steal_pointer (&job->new_etag);
      if (job->log != NULL)
        quo_log_tell_saved (job->log, job->sum, job->n_steps);
    }
  g_clear_object (&job->log); /* here, so that its last reference is not given up in the thread */
  set_state (autosave, error != NULL         ? QUO_SAVE_STATE_FAILED
                       : is_dirty (autosave) ? QUO_SAVE_STATE_DIRTY
                                             : QUO_SAVE_STATE_SAVED);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoAutosave *autosave = QUO_AUTOSAVE (source);
  GError *error = NULL;

  autosave->is_saving = FALSE;
  g_task_propagate_boolean (G_TASK (result), &error);
  take_result (autosave, g_task_get_task_data (G_TASK (result)), error);
  if (autosave->error == NULL && is_dirty (autosave)
      && (autosave->waiting->len > 0 || !has_safe_log (autosave)))
    {
      start_saving (autosave);
      return;
    }
  /* What was taken back while it was written seemed to be nothing to save. */
  if (autosave->error == NULL && is_dirty (autosave) && autosave->timer == 0)
    autosave->timer = g_timeout_add (DELAY_MS, on_timer, autosave);
  answer_waiting (autosave);
}

static void
start_saving (QuoAutosave *autosave)
{
  g_autoptr (GTask) task = g_task_new (autosave, NULL, on_saved, NULL);

  autosave->is_saving = TRUE;
  g_task_set_task_data (task, make_job (autosave), free_job);
  set_state (autosave, QUO_SAVE_STATE_SAVING);
  g_task_run_in_thread (task, run_in_thread);
}

static gboolean
on_timer (gpointer data)
{
  QuoAutosave *autosave = data;

  autosave->timer = 0;
  if (!autosave->is_saving && is_dirty (autosave))
    start_saving (autosave);
  else if (autosave->is_saving)
    autosave->timer = g_timeout_add (DELAY_MS, on_timer, autosave);
  return G_SOURCE_REMOVE;
}

static void
on_changed (QuoDocument *document, QuoEdit *edit, QuoAutosave *autosave)
{
  gint64 now = g_get_monotonic_time ();

  if (!is_dirty (autosave))
    {
      g_clear_handle_id (&autosave->timer, g_source_remove);
      autosave->dirty_since = 0;
      if (!autosave->is_saving)
        {
          /* What could not be saved was taken back: nothing is left that fails. */
          g_clear_error (&autosave->error);
          set_state (autosave, QUO_SAVE_STATE_SAVED);
        }
      return;
    }
  if (!autosave->is_saving)
    set_state (autosave, QUO_SAVE_STATE_DIRTY);
  if (autosave->dirty_since == 0)
    autosave->dirty_since = now;
  if (autosave->timer != 0 && now - autosave->dirty_since > MAX_DELAY_US - DELAY_MS * 1000)
    return; /* it has been put off long enough */
  g_clear_handle_id (&autosave->timer, g_source_remove);
  /* What the log does not hold is saved as soon as everybody has heard of it, the log too. */
  autosave->timer = g_timeout_add (has_safe_log (autosave) ? DELAY_MS : 0, on_timer, autosave);
}

/* Object */

static void
quo_autosave_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_STATE)
    g_value_set_uint (value, QUO_AUTOSAVE (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_autosave_finalize (GObject *object)
{
  QuoAutosave *autosave = QUO_AUTOSAVE (object);

  g_clear_handle_id (&autosave->timer, g_source_remove);
  g_ptr_array_unref (autosave->waiting);
  g_clear_object (&autosave->document);
  g_clear_object (&autosave->log);
  g_clear_pointer (&autosave->base, quo_snapshot_unref);
  g_clear_error (&autosave->error);
  g_free (autosave->path);
  g_free (autosave->etag);
  G_OBJECT_CLASS (quo_autosave_parent_class)->finalize (object);
}

static void
quo_autosave_class_init (QuoAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = quo_autosave_get_property;
  object_class->finalize = quo_autosave_finalize;
  props[PROP_STATE]
      = g_param_spec_uint ("state", NULL, NULL, 0, QUO_SAVE_STATE_FAILED, QUO_SAVE_STATE_SAVED,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
quo_autosave_init (QuoAutosave *autosave)
{
  autosave->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

QuoAutosave *
quo_autosave_new (QuoDocument *document, const char *path, const char *etag,
                  gboolean must_keep_backup)
{
  QuoAutosave *autosave;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && path != NULL, NULL);
  autosave = g_object_new (QUO_TYPE_AUTOSAVE, NULL);
  autosave->document = g_object_ref (document);
  autosave->path = g_strdup (path);
  autosave->etag = g_strdup (etag);
  autosave->must_keep_backup = must_keep_backup;
  autosave->base = quo_document_snapshot (document);
  autosave->saved_revision = quo_document_get_revision (document);
  autosave->has_history = quo_document_get_n_undo (document) > 0;
  quo_temp_file_sweep (path);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), autosave, 0);
  return autosave;
}

/* What the log does not hold has to be in the sidecar. */
static void
on_log_safe (QuoLog *log, GParamSpec *spec, QuoAutosave *autosave)
{
  if (!quo_log_is_safe (log) && !autosave->is_saving && is_dirty (autosave))
    start_saving (autosave);
}

void
quo_autosave_set_log (QuoAutosave *autosave, QuoLog *log)
{
  g_return_if_fail (QUO_IS_AUTOSAVE (autosave));
  if (autosave->log != NULL)
    g_signal_handlers_disconnect_by_data (autosave->log, autosave);
  g_set_object (&autosave->log, log);
  if (log != NULL)
    g_signal_connect_object (log, "notify::is-safe", G_CALLBACK (on_log_safe), autosave, 0);
}

void
quo_autosave_mark_dirty (QuoAutosave *autosave)
{
  g_return_if_fail (QUO_IS_AUTOSAVE (autosave));
  autosave->saved_revision = G_MAXUINT64;
  autosave->has_written = TRUE; /* taking all back again leads to another state than the file's */
  set_state (autosave, QUO_SAVE_STATE_DIRTY);
  if (autosave->timer == 0)
    autosave->timer = g_timeout_add (DELAY_MS, on_timer, autosave);
}

QuoSaveState
quo_autosave_get_state (QuoAutosave *autosave)
{
  g_return_val_if_fail (QUO_IS_AUTOSAVE (autosave), QUO_SAVE_STATE_FAILED);
  return autosave->state;
}

const GError *
quo_autosave_get_error (QuoAutosave *autosave)
{
  g_return_val_if_fail (QUO_IS_AUTOSAVE (autosave), NULL);
  return autosave->error;
}

void
quo_autosave_save_async (QuoAutosave *autosave, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (QUO_IS_AUTOSAVE (autosave));
  task = g_task_new (autosave, cancellable, callback, data);
  g_task_set_source_tag (task, quo_autosave_save_async);
  g_ptr_array_add (autosave->waiting, task);
  if (autosave->is_saving)
    return;
  if (is_dirty (autosave))
    {
      start_saving (autosave);
      return;
    }
  if (!has_safe_log (autosave))
    quo_log_mend (autosave->log);
  answer_waiting (autosave);
}

gboolean
quo_autosave_save_finish (QuoAutosave *autosave, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, quo_autosave_save_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
quo_autosave_save_sync (QuoAutosave *autosave, GError **error)
{
  Job *job;
  GError *local = NULL;

  g_return_val_if_fail (QUO_IS_AUTOSAVE (autosave), FALSE);
  while (autosave->is_saving)
    g_main_context_iteration (NULL, TRUE);
  if (is_dirty (autosave))
    {
      job = make_job (autosave);
      run_job (job, &local);
      take_result (autosave, job, local);
      free_job (job);
    }
  if (autosave->error == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (autosave->error);
  return FALSE;
}

void
quo_autosave_overwrite (QuoAutosave *autosave)
{
  g_return_if_fail (QUO_IS_AUTOSAVE (autosave));
  g_free (autosave->etag);
  autosave->etag = g_strdup (QUO_ETAG_ANY);
  autosave->must_keep_backup = TRUE;
}

QuoSnapshot *
quo_autosave_get_base (QuoAutosave *autosave)
{
  g_return_val_if_fail (QUO_IS_AUTOSAVE (autosave), NULL);
  return autosave->base;
}

void
quo_autosave_set_base (QuoAutosave *autosave, QuoSnapshot *base)
{
  g_return_if_fail (QUO_IS_AUTOSAVE (autosave) && base != NULL);
  quo_snapshot_ref (base);
  quo_snapshot_unref (autosave->base);
  autosave->base = base;
}

void
quo_autosave_rebase (QuoAutosave *autosave, QuoSnapshot *theirs, const char *etag)
{
  g_return_if_fail (QUO_IS_AUTOSAVE (autosave));
  quo_autosave_set_base (autosave, theirs);
  g_free (autosave->etag);
  autosave->etag = g_strdup (etag);
  autosave->must_keep_backup = TRUE;
  quo_autosave_mark_dirty (autosave);
}
