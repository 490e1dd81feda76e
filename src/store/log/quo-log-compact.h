/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-log-line.h"

G_BEGIN_DECLS

/* A compacted log of more is cut further, oldest edits first. */
#define QUO_LOG_MAX_BYTES (64 * 1024 * 1024)

/* (transfer full): the history of @document as it is now, at most QUO_LOG_MAX_EDITS edits that can
 * be taken back, in the words of a log. All of it is in the sidecar with the SHA-256 @saved (NULL:
 * there is none). @ret_n_steps: the steps in it. */
GBytes *quo_log_compact (QuoDocument *document, const QuoLogHeader *header, const char *saved,
                         guint *ret_n_steps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
