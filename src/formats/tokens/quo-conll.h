/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-selection.h"

G_BEGIN_DECLS

/* Columns of CoNLL: see quo-format-conll.c. */
gboolean quo_conll_read (QuoImport *import, GCancellable *cancellable, GError **error);
gboolean quo_conll_sniff (const char *head, gsize len);

gboolean quo_conll_write (QuoSelection *selection, QuoTarget *target,
                          const QuoFormatOptions *options, GCancellable *cancellable,
                          GError **error);

G_END_DECLS
