/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-format.h"

G_BEGIN_DECLS

/**
 * quo_export_async:
 * @snapshot: what to export
 * @format: into what
 * @layer: (nullable): id of the only layer to export; NULL: all, or, when the format
 *   cannot tell layers apart, as quo_format_pick_layer() chooses
 * @path: (nullable): the file, overwritten if it is there; NULL: nothing is written, the report is
 * the loss report
 *
 * Exports in a thread. The same call makes the loss report and the files, so they cannot differ.
 */
void quo_export_async (QuoSnapshot *snapshot, const QuoFormat *format, const char *layer,
                       const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data);
/* (transfer full): what could not be carried; NULL on failure. */
QuoReport *quo_export_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
