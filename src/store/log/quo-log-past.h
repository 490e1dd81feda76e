/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What earlier sessions left of an article in its log: the history of its edits, and those that
 * were not saved when the program ended. */

#pragma once

#include "quo-lock.h"
#include "quo-log-line.h"

G_BEGIN_DECLS

/**
 * QuoLogPast:
 *
 * A log as it was found. Each article has one, `$XDG_STATE_HOME/quotidian/logs/HASH.log` with the
 * hash of its path; while a second program has the article open too, that one uses HASH.2.log, and
 * so on. Each is held by a lock of its name.
 *
 * Steps are edits and the words undo and redo. The first @n_base of them are in the sidecar, the
 * others were never saved. @is_fitting: the sidecar on disk is one this log knows, so its history
 * can be taken up again. Otherwise another program wrote it since; then steps that were not saved
 * are done over where what they change is still as it was.
 */
typedef struct
{
  char *path;
  QuoLock *lock;
  guint slot;          /* 1 for the first to have the article open */
  gboolean is_there;   /* a readable log was found */
  gboolean is_damaged; /* more than a last line that was torn */
  gboolean is_fitting;
  gboolean is_of_article; /* its ranges count in the article as it is now */
  QuoLogHeader header;
  GArray *steps; /* (element-type QuoLogStep) */
  guint n_base;
  gsize valid_len; /* bytes up to the end of the last whole line */
} QuoLogPast;

typedef struct
{
  QuoLogWord word;
  QuoEdit *edit; /* of QUO_LOG_EDIT */
} QuoLogStep;

/**
 * quo_log_past_load:
 * @article: with a path
 * @sidecar: (nullable): SHA-256 of the bytes of its sidecar on disk, NULL: there is none
 *
 * Finds the log of an article, by its path, else (its folder was moved) by the sidecar, takes its
 * lock and reads it. A log that cannot be read is as good as none: what is wrong with it shows when
 * it is written to. Any thread.
 */
QuoLogPast *quo_log_past_load (QuoArticle *article, const char *sidecar) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): the same of another program's log of the article, if that program has
 * ended and left something that was not saved. @slot: 2 and up. */
QuoLogPast *quo_log_past_load_orphan (QuoArticle *article, const char *sidecar,
                                      guint slot) G_GNUC_WARN_UNUSED_RESULT;
#define QUO_LOG_MAX_SLOTS 9
void quo_log_past_free (QuoLogPast *past);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoLogPast, quo_log_past_free)

/* What an orphan held is done over and in another log: its file is kept as PATH.old. */
void quo_log_past_retire (const QuoLogPast *orphan);
gboolean quo_log_past_has_unsaved (const QuoLogPast *past);
/* (transfer full): where the log of the article is, or will be; two paths of one article give the
 * same. */
char *quo_log_dup_path (const char *article, guint slot) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the SHA-256 of the bytes of a sidecar; NULL of NULL. */
char *quo_log_dup_sum (GBytes *sidecar) G_GNUC_WARN_UNUSED_RESULT;

/* Gives a document that was just made from the sidecar its history, as far as it leads to it. */
void quo_log_past_restore (const QuoLogPast *past, QuoDocument *document);
/* Does what was not saved over, in order. @ret_n_refused: steps that could not be done, because
 * what they change is no longer as it was. Returns: how many could. */
guint quo_log_past_recover (const QuoLogPast *past, QuoDocument *document, guint *ret_n_refused);

G_END_DECLS
