/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-json-records.h"
#include "quo-pieces.h"

G_BEGIN_DECLS

/* The parts of Label Studio; quo-format-labelstudio.c puts them together. */

gboolean quo_labelstudio_sniff (const char *head, gsize len);
gboolean quo_labelstudio_read (QuoImport *import, GCancellable *cancellable, GError **error);

/* The labelling configuration (XML) for what is written, with the colours of the labels. */
void quo_labelstudio_write_config (const QuoSelection *selection, const QuoFormatOptions *options,
                                   GString *out);

G_END_DECLS
