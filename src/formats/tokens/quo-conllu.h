/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-selection.h"

G_BEGIN_DECLS

/* CoNLL-U: see quo-format-conllu.c. */
gboolean quo_conllu_read (QuoImport *import, GCancellable *cancellable, GError **error);
gboolean quo_conllu_sniff (const char *head, gsize len);
gboolean quo_conllu_write (QuoSelection *selection, GString *out, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
