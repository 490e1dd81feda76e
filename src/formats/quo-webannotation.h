/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-json-records.h"

G_BEGIN_DECLS

/* Web Annotations that are read; quo-format-webannotation.c writes them. */
gboolean quo_webannotation_sniff (const char *head, gsize len);
gboolean quo_webannotation_read (QuoImport *import, GCancellable *cancellable, GError **error);

G_END_DECLS
