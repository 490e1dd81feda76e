/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-selection.h"

G_BEGIN_DECLS

/* The parts of brat; quo-format-brat.c puts them together. */

gboolean quo_brat_write (QuoSelection *selection, GString *out, GCancellable *cancellable,
                         GError **error);
gboolean quo_brat_sniff (const char *head, gsize len);
gboolean quo_brat_read (QuoImport *import, GCancellable *cancellable, GError **error);

G_END_DECLS
