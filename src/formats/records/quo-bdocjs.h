/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"

G_BEGIN_DECLS

/* The two halves of Bdoc JSON; quo-format-bdocjs.c says what it is. */

gboolean quo_bdocjs_write (QuoSnapshot *snapshot, QuoTarget *target,
                           const QuoFormatOptions *options, QuoReport *report,
                           GCancellable *cancellable, GError **error);
gboolean quo_bdocjs_read (QuoImport *import, GCancellable *cancellable, GError **error);

G_END_DECLS
