/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-format.h"

G_BEGIN_DECLS

/**
 * QuoTransferKind:
 *
 * Whole folders: the sidecars in one and below it are exported into another folder, in the same
 * places; or files of other formats are imported into the sidecars of their articles, which lie
 * beside them or are made, in layers of their own.
 */
typedef enum
{
  QUO_TRANSFER_EXPORT,
  QUO_TRANSFER_IMPORT,
} QuoTransferKind;

/* What of a folder was done: the fields are read when it is finished. */
typedef struct
{
  guint n_files, n_losses, n_failed;
  GPtrArray *lines; /* of char *: what is told of the files, "FILE: ..." */
} QuoTransferResult;

void quo_transfer_result_free (QuoTransferResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTransferResult, quo_transfer_result_free)

/* How far it is: called in the thread of the work before each file. */
typedef void (*QuoTransferProgress) (guint n_done, guint n_files, gpointer data);

/**
 * quo_transfer_run:
 * @format: to write in, or to read; reading NULL: each file by its content
 * @from: (type filename): a folder
 * @into: (type filename) (nullable): where an export goes; NULL: nothing is written, an export or
 *   import is only tried
 * @is_dry_run: nothing is written
 * @busy: (nullable): an article (type filename) that is not touched, because it is open
 *
 * Goes on after a file that fails; files that exist are not overwritten. May be called in any
 * thread.
 *
 * Returns: (transfer full): NULL with QUO_ERROR_CANCELLED (what was done stays), QUO_ERROR_READ or
 *   QUO_ERROR_NOT_FOUND when there is nothing to do
 */
QuoTransferResult *quo_transfer_run (QuoTransferKind kind, const QuoFormat *format,
                                     const char *from, const char *into, gboolean is_dry_run,
                                     const char *busy, QuoTransferProgress progress, gpointer data,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
