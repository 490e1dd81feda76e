/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-transfer.h"

G_BEGIN_DECLS

/* Imports and transfers of folders in a thread, for the dialog and for actions. */

typedef enum
{
  QUO_TRANSFER_INTO_ARTICLE, /* a file into the article that is open */
  QUO_TRANSFER_IN_FOLDER,    /* the files of a folder, each into its article */
  QUO_TRANSFER_OUT_FOLDER,   /* the articles of a folder, into another folder */
} QuoTransferWay;

/**
 * QuoTransferJob:
 * @format: to read (NULL: by content) or to write
 * @from: (type filename): a file or folder
 * @into: (type filename) (nullable): where an export goes
 * @known: (nullable): the article that is open
 * @is_dry_run: nothing is written
 * @n_done: (atomic): files that were done, of @n_files
 * @result: what came of it
 * @imported: (nullable): what the file says of the article that is open
 * @is_part: that is a part of what is known of it, and changes the records it names
 *
 * What is to be done, and what came of it. Reference counted, because the thread outlives who
 * asked.
 */
typedef struct
{
  gatomicrefcount ref_count;
  QuoTransferWay way;
  const QuoFormat *format;
  char *from, *into;
  QuoSnapshot *known;
  gboolean is_dry_run;
  gint n_done, n_files;
  QuoTransferResult *result;
  QuoSnapshot *imported;
  gboolean is_part;
} QuoTransferJob;

/* @known may be NULL unless the way is into an article. */
QuoTransferJob *quo_transfer_job_new (QuoTransferWay way, const QuoFormat *format, const char *from,
                                      const char *into,
                                      QuoSnapshot *known) G_GNUC_WARN_UNUSED_RESULT;
QuoTransferJob *quo_transfer_job_ref (QuoTransferJob *job);
void quo_transfer_job_unref (QuoTransferJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTransferJob, quo_transfer_job_unref)

void quo_transfer_job_run_async (QuoTransferJob *job, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/* (transfer full): the job with its result; NULL with the errors of imports and transfers. */
QuoTransferJob *quo_transfer_job_run_finish (GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
