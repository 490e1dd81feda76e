/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-log.h"

G_BEGIN_DECLS

/**
 * QuoAutosave:
 *
 * Keeps the sidecar of a document saved: a snapshot is written in a thread 1 s after the last edit,
 * or at once on request. Nothing is written before the first edit. Property `state` (QuoSaveState,
 * notify).
 */
typedef enum
{
  QUO_SAVE_STATE_SAVED,
  QUO_SAVE_STATE_DIRTY,
  QUO_SAVE_STATE_SAVING,
  QUO_SAVE_STATE_FAILED,
} QuoSaveState;

#define QUO_TYPE_AUTOSAVE (quo_autosave_get_type ())
G_DECLARE_FINAL_TYPE (QuoAutosave, quo_autosave, QUO, AUTOSAVE, GObject)

/* @etag: of the sidecar as it was read, NULL: there was none. @keep_backup: the old sidecar is kept
 * once as PATH.bak before the first write (the article had changed). */
QuoAutosave *quo_autosave_new (QuoDocument *document, const char *path, const char *etag,
                               gboolean keep_backup) G_GNUC_WARN_UNUSED_RESULT;
/* Tells the log (transfer none, NULL: no more) of every save, and saves at once when it cannot be
 * written. */
void quo_autosave_set_log (QuoAutosave *autosave, QuoLog *log);
/* The document is not what is on disk though it was not edited yet (it was recovered). */
void quo_autosave_mark_dirty (QuoAutosave *autosave);
QuoSaveState quo_autosave_get_state (QuoAutosave *autosave);
/* Why the last save failed, or NULL. Borrowed. */
const GError *quo_autosave_get_error (QuoAutosave *autosave);
/* Saves now if there is something to save; @callback is called when the file is safe or the save
 * failed. */
void quo_autosave_save_async (QuoAutosave *autosave, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
gboolean quo_autosave_save_finish (QuoAutosave *autosave, GAsyncResult *result, GError **error);
/* The same, waiting; for the moment before the program ends. */
gboolean quo_autosave_save_sync (QuoAutosave *autosave, GError **error);
/* What the sidecar on disk said when it was read or saved last: what a merge starts from. Borrowed.
 */
QuoSnapshot *quo_autosave_get_base (QuoAutosave *autosave);
void quo_autosave_set_base (QuoAutosave *autosave, QuoSnapshot *base);
/* After QUO_ERROR_CHANGED: what is on disk now (its records and version) is part of the document;
 * the next save takes its place, and keeps it as PATH.bak. */
void quo_autosave_rebase (QuoAutosave *autosave, QuoSnapshot *theirs, const char *etag);
/* After QUO_ERROR_CHANGED: the next save takes the place of what is on disk (its copy is kept as
 * PATH.bak). */
void quo_autosave_overwrite (QuoAutosave *autosave);

G_END_DECLS
