/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The log of a document, being written.
 *
 * Invariant: all steps are in the file, or `error` is set. `n_steps` counts the edits, undos and
 * redos in it since its header. */

#include "quo-config.h"

#include "quo-log-private.h"

#include "quo-error.h"
#include "quo-log-compact.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define SYNC_DELAY_MS 1000

enum
{
  PROP_0,
  PROP_IS_SAFE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (QuoLog, quo_log, G_TYPE_OBJECT)

void
quo_log_give_up (QuoLog *log, int number)
{
  if (log->error != NULL)
    return;
  g_set_error (&log->error, QUO_ERROR, QUO_ERROR_WRITE,
               _ ("The journal of your changes cannot be written (%s): what you do is not safe "
                  "until the annotations are saved"),
               g_strerror (number));
  g_object_notify_by_pspec (G_OBJECT (log), props[PROP_IS_SAFE]);
}

/* Lines that count: what fails is told. */
static gboolean
append (QuoLog *log, const QuoJsonWriter *lines)
{
  int number = quo_log_file_append (&log->file, lines->data, lines->len);

  if (number != 0)
    quo_log_give_up (log, number);
  return number == 0;
}

static gboolean
go_on (QuoLog *log)
{
  int number = log->file.fd >= 0
                   ? 0
                   : quo_log_file_continue (&log->file, log->file.size, log->past->is_damaged);

  if (number != 0)
    quo_log_give_up (log, number);
  return number == 0;
}

/* The header and the first lines (or none) in one go: there is no moment at which a log that was
 * there before is gone and what it held is not in this one. */
static gboolean
begin (QuoLog *log, const QuoJsonWriter *lines)
{
  g_auto (QuoJsonWriter) all = { 0 };
  int number;

  quo_json_writer_init (&all, 512 + lines->len);
  quo_log_write_header (&all, &log->header);
  if (lines->len > 0)
    quo_json_writer_raw (&all, lines->data, lines->len);
  number = quo_log_file_begin (&log->file, all.data, all.len);
  if (number != 0)
    quo_log_give_up (log, number);
  else
    log->is_continued = TRUE;
  return number == 0;
}

/* --- Syncing --- */

typedef struct
{
  int fd, folder;
} Sync;

static void
sync_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Sync *sync = data;

  g_task_return_int (task, quo_log_file_sync (sync->fd, sync->folder));
}

static void
on_synced (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoLog *log = QUO_LOG (source);
  int number = (int)g_task_propagate_int (G_TASK (result), NULL);

  log->is_syncing = FALSE;
  if (number != 0)
    quo_log_give_up (log, number);
}

static gboolean
on_sync_timer (gpointer data)
{
  QuoLog *log = data;
  Sync sync;

  log->sync_timer = 0;
  /* Who writes has the file: not to be waited for. */
  if (log->is_syncing || log->record.is_on)
    {
      quo_log_queue_sync (log);
      return G_SOURCE_REMOVE;
    }
  sync.fd = quo_log_file_dup_fd (&log->file, &sync.folder);
  if (sync.fd >= 0)
    {
      g_autoptr (GTask) task = g_task_new (log, NULL, on_synced, NULL);

      log->is_syncing = TRUE;
      g_task_set_task_data (task, g_memdup2 (&sync, sizeof sync), g_free);
      g_task_run_in_thread (task, sync_in_thread);
    }
  return G_SOURCE_REMOVE;
}

void
quo_log_queue_sync (QuoLog *log)
{
  if (log->sync_timer == 0)
    log->sync_timer = g_timeout_add (SYNC_DELAY_MS, on_sync_timer, log);
}

/* --- Steps --- */

static void
write_steps (QuoLog *log, const QuoJsonWriter *lines, guint n_steps)
{
  log->n_steps += n_steps;
  log->has_changed = TRUE;
  if (log->error != NULL)
    return; /* a gap: only a new log makes it whole again */
  if (log->is_continued ? go_on (log) && append (log, lines) : begin (log, lines))
    quo_log_queue_sync (log);
}

gboolean
quo_log_make_ready (QuoLog *log)
{
  const QuoJsonWriter nothing = { 0 };

  return log->error == NULL && (log->is_continued ? go_on (log) : begin (log, &nothing));
}

static void
on_changed (QuoDocument *document, QuoEdit *edit, QuoLog *log)
{
  g_auto (QuoJsonWriter) line = { 0 };
  QuoAct act = quo_document_get_last_act (document);
  QuoText *text = quo_document_get_text (document);
  gboolean is_amended = act == QUO_ACT_AMEND;

  if (quo_log_take_record (log, edit)
      || (act == QUO_ACT_APPLY && quo_log_write_at_once (log, edit)))
    return;
  quo_json_writer_init (&line, 1024);
  /* What a log says of an amended act: it was taken back, and done once more with what was added.
   */
  if (is_amended || act == QUO_ACT_UNDO)
    quo_log_write_word (&line, QUO_LOG_UNDO);
  if (act == QUO_ACT_REDO)
    quo_log_write_word (&line, QUO_LOG_REDO);
  if (is_amended || act == QUO_ACT_APPLY)
    quo_log_write_edit (&line, is_amended ? quo_document_get_undo (document, 0) : edit, text);
  write_steps (log, &line, is_amended ? 2 : 1);
}

static void
write_unlogged (QuoLog *log, guint n)
{
  g_auto (QuoJsonWriter) lines = { 0 };
  QuoText *text = quo_document_get_text (log->document);

  if (n == 0)
    return;
  quo_json_writer_init (&lines, 4096);
  for (guint i = n; i > 0; i--)
    quo_log_write_edit (&lines, quo_document_get_undo (log->document, i - 1), text);
  write_steps (log, &lines, n);
}

/* --- Compacting --- */

/* Takes the place of the file; its descriptor is the caller's to open anew. */
static gboolean
compact (QuoLog *log)
{
  guint n_steps;
  g_autoptr (GBytes) bytes = NULL;

  g_clear_pointer (&log->header.sidecar, g_free); /* the mark at the end says it */
  bytes = quo_log_compact (log->document, &log->header, log->saved, &n_steps);
  if (quo_log_file_replace (&log->file, bytes) != 0)
    return FALSE;
  log->is_continued = TRUE;
  log->is_moved = FALSE;
  log->past->is_damaged = FALSE;
  log->n_steps = n_steps;
  return TRUE;
}

/* --- Public --- */

gboolean
quo_log_is_safe (QuoLog *log)
{
  g_return_val_if_fail (QUO_IS_LOG (log), FALSE);
  return log->error == NULL;
}

const GError *
quo_log_get_error (QuoLog *log)
{
  g_return_val_if_fail (QUO_IS_LOG (log), NULL);
  return log->error;
}

guint
quo_log_get_n_steps (QuoLog *log)
{
  g_return_val_if_fail (QUO_IS_LOG (log), 0);
  return log->n_steps;
}

void
quo_log_tell_saving (QuoLog *log, const char *sha256, guint n_steps)
{
  g_auto (QuoJsonWriter) line = { 0 };

  g_return_if_fail (QUO_IS_LOG (log));
  quo_json_writer_init (&line, 128);
  quo_log_write_mark (&line, QUO_LOG_SAVING, sha256, n_steps);
  /* Without this line the next opening takes longer to see what is saved, and that is all. */
  quo_log_file_append (&log->file, line.data, line.len);
}

void
quo_log_mend (QuoLog *log)
{
  g_return_if_fail (QUO_IS_LOG (log));
  if (log->error == NULL || log->record.is_on || !compact (log))
    return;
  g_clear_error (&log->error);
  g_object_notify_by_pspec (G_OBJECT (log), props[PROP_IS_SAFE]);
}

void
quo_log_tell_saved (QuoLog *log, const char *sha256, guint n_steps)
{
  g_auto (QuoJsonWriter) line = { 0 };

  g_return_if_fail (QUO_IS_LOG (log));
  if (log->record.is_on)
    {
      g_free (log->record.saved);
      log->record.saved = g_strdup (sha256);
      log->record.n_saved = n_steps;
      return;
    }
  g_free (log->saved);
  log->saved = g_strdup (sha256);
  if (log->error != NULL)
    {
      /* What the log missed is in the sidecar, unless there was a change since. */
      if (n_steps == log->n_steps)
        quo_log_mend (log);
      return;
    }
  quo_json_writer_init (&line, 128);
  quo_log_write_mark (&line, QUO_LOG_SAVED, sha256, n_steps);
  append (log, &line);
}

/* Whether a shorter log would say the same, or the file does not say all. A log that is short
 * enough stays as it is: closing a window does not write it all once more. */
static gboolean
is_worth_compacting (QuoLog *log)
{
  return log->n_steps > QUO_LOG_MAX_EDITS || log->file.size > QUO_LOG_MAX_BYTES
         || log->error != NULL || log->past->is_damaged || log->is_moved;
}

/* A second program's history is of use to nobody: the first goes on with its own. Where there is no
 * sidecar all was taken back again. */
static void
settle (QuoLog *log)
{
  if (!log->has_changed)
    return;
  if (log->past->slot > 1 || log->saved == NULL)
    g_unlink (log->past->path);
  else if (is_worth_compacting (log))
    compact (log);
}

void
quo_log_close (QuoLog *log, QuoLogEnd end)
{
  g_return_if_fail (QUO_IS_LOG (log));
  g_signal_handlers_disconnect_by_data (log->document, log);
  if (end == QUO_LOG_COMPACT)
    settle (log);
  else if (end == QUO_LOG_DISCARD && log->has_changed)
    quo_log_file_set_aside (&log->file);
  quo_log_file_close (&log->file);
  g_clear_pointer (&log->past->lock, quo_lock_free);
}

static void
quo_log_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_IS_SAFE)
    g_value_set_boolean (value, QUO_LOG (object)->error == NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_log_finalize (GObject *object)
{
  QuoLog *log = QUO_LOG (object);

  g_clear_handle_id (&log->sync_timer, g_source_remove);
  quo_log_file_clear (&log->file);
  quo_log_header_clear (&log->header);
  g_clear_pointer (&log->past, quo_log_past_free);
  g_clear_object (&log->document);
  g_clear_error (&log->error);
  g_free (log->saved);
  g_free (log->record.saved);
  G_OBJECT_CLASS (quo_log_parent_class)->finalize (object);
}

static void
quo_log_class_init (QuoLogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = quo_log_get_property;
  object_class->finalize = quo_log_finalize;
  props[PROP_IS_SAFE]
      = g_param_spec_boolean ("is-safe", NULL, NULL, TRUE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
quo_log_init (QuoLog *log)
{
  quo_log_file_init (&log->file, NULL);
}

QuoLog *
quo_log_new (QuoDocument *document, QuoLogPast *past, const char *sidecar, guint n_unlogged)
{
  QuoArticle *article;
  QuoLog *log;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && past != NULL, NULL);
  article = quo_document_get_article (document);
  log = g_object_new (QUO_TYPE_LOG, NULL);
  log->document = g_object_ref (document);
  log->past = past;
  log->file.path = past->path;
  log->is_continued = past->is_there && past->is_fitting && past->is_of_article;
  log->file.size = log->is_continued ? (gint64)past->valid_len : 0;
  log->n_steps = log->is_continued ? past->steps->len : 0;
  log->saved = g_strdup (sidecar);
  log->header.article
      = article->path != NULL ? g_filename_to_uri (article->path, NULL, NULL) : NULL;
  log->is_moved = log->is_continued && g_strcmp0 (past->header.article, log->header.article) != 0;
  log->header.sha256 = g_strdup (quo_article_get_text_sum (article));
  log->header.length = quo_text_get_length (article->text);
  log->header.sidecar = g_strdup (sidecar);
  /* What was recovered will be saved without an edit, and that has to stand in the log. */
  log->has_changed = quo_log_past_has_unsaved (past);
  if (log->is_continued && log->has_changed)
    go_on (log);
  g_array_set_size (past->steps, 0);
  write_unlogged (log, n_unlogged);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), log, 0);
  return log;
}
