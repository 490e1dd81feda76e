/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-log-past.h"

G_BEGIN_DECLS

/**
 * QuoLog:
 *
 * Writes every change of a document to its log before the change can be seen: one write to the end
 * of a file, which survives the end of the program; a worker brings it to the disk within 2 s. The
 * file is made with the first change.
 *
 * Property `is-safe` (notify): whether all changes are in the log. When a write fails (full disk)
 * the change stays, and a sidecar saved after it makes up for it: the log then begins anew.
 *
 * All functions but quo_log_tell_saving() and quo_log_record() belong to the main thread.
 */
#define QUO_TYPE_LOG (quo_log_get_type ())
G_DECLARE_FINAL_TYPE (QuoLog, quo_log, QUO, LOG, GObject)

/**
 * quo_log_new:
 * @past: (transfer full): as it was found; its lock is kept
 * @sidecar: (nullable): SHA-256 of the sidecar on disk
 * @n_unlogged: the last edits of @document that are not in @past's log (they come from another one)
 *
 * Goes on with the log if the document came from it, else begins a new one with the first change;
 * the old one is then kept as PATH.old.
 */
QuoLog *quo_log_new (QuoDocument *document, QuoLogPast *past, const char *sidecar,
                     guint n_unlogged) G_GNUC_WARN_UNUSED_RESULT;
gboolean quo_log_is_safe (QuoLog *log);
/* Why it is not safe, or NULL. Borrowed. */
const GError *quo_log_get_error (QuoLog *log);
/* Steps so far: those before a snapshot that is taken now are in it. */
guint quo_log_get_n_steps (QuoLog *log);

/**
 * quo_log_begin_record:
 *
 * For an act so large that it is written in a thread, before the document tells of it. In this
 * order: this in the main thread; quo_log_record() with the edit in any thread, if there is
 * something to do; the document tells of that very edit, or of none; quo_log_end_record() in the
 * main thread. Between the first and the last the document tells of nothing else.
 */
void quo_log_begin_record (QuoLog *log);
void quo_log_record (QuoLog *log, const QuoEdit *edit);
void quo_log_end_record (QuoLog *log);

/* A sidecar with this SHA-256, made after @n_steps steps, is about to take its place on disk; and:
 * it has. The first may be called in any thread. */
void quo_log_tell_saving (QuoLog *log, const char *sha256, guint n_steps);
void quo_log_tell_saved (QuoLog *log, const char *sha256, guint n_steps);
/* All changes are in the sidecar that was told of last: a log that could not be written begins
 * anew.
 */
void quo_log_mend (QuoLog *log);

/* What becomes of a log when its document is left. */
typedef enum
{
  QUO_LOG_KEEP,    /* not all is saved: it is recovered when the article is opened again */
  QUO_LOG_COMPACT, /* all is in the sidecar: the history stays */
  QUO_LOG_DISCARD, /* what is not saved was given up on purpose: it goes to PATH.old */
} QuoLogEnd;

/**
 * quo_log_close:
 *
 * Ends the log, gives up its file and lock. One that is saved and has grown past 1,000 steps (or 64
 * MB) is cut to the last 1,000 edits that can be taken back, with what can be done again. Failure
 * is no matter: the longer log says the same.
 */
void quo_log_close (QuoLog *log, QuoLogEnd end);

#define QUO_LOG_MAX_EDITS 1000

G_END_DECLS
