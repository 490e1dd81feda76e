/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"

G_BEGIN_DECLS

/* WebAnno TSV: see quo-format-webanno.c. */
gboolean quo_webanno_read (QuoImport *import, GCancellable *cancellable, GError **error);

G_END_DECLS
