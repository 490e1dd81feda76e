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

/* The labelling configuration as a tagset, and out of one. */
gboolean quo_labelstudio_sniff_labels (const char *text);
QuoTagset *quo_labelstudio_read_labels (QuoSource *source,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_labelstudio_write_labels (const QuoTagset *tagset, QuoTarget *target);

G_END_DECLS
