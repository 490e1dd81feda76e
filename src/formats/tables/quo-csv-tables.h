/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-csv-read.h"
#include "quo-csv.h"
#include "quo-error.h"
#include "quo-lines.h"

G_BEGIN_DECLS

/* Tables that are read. */

gboolean quo_csv_annotations_sniff (const char *head, gsize len);
gboolean quo_csv_annotations_read (QuoImport *import, GCancellable *cancellable, GError **error);

gboolean quo_csv_quotes_sniff (const char *head, gsize len);
gboolean quo_csv_quotes_read (QuoImport *import, GCancellable *cancellable, GError **error);

gboolean quo_csv_relations_sniff (const char *head, gsize len);
gboolean quo_csv_relations_read (QuoImport *import, GCancellable *cancellable, GError **error);

gboolean quo_csv_entities_sniff (const char *head, gsize len);
gboolean quo_csv_entities_read (QuoImport *import, GCancellable *cancellable, GError **error);

G_END_DECLS
