/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-json-records.h"

G_BEGIN_DECLS

gboolean quo_webannotation_sniff (const char *head, gsize len);
gboolean quo_webannotation_read (QuoImport *import, GCancellable *cancellable, GError **error);
gboolean quo_webannotation_write (QuoSnapshot *snapshot, QuoTarget *target,
                                  const QuoFormatOptions *options, QuoReport *report,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
