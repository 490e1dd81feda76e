/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-json-tree.h"
#include "quo-sidecar-rows.h"

G_BEGIN_DECLS

/* The twin of a sidecar: a page of Web Annotations whose items hold their records, too, and which
 * holds what has no item. They stand as JSON literals under names of ours, which JSON-LD keeps. */

/* Adds the record to an item. */
void quo_webannotation_twin_write_record (QuoJsonWriter *json, const QuoRecord *record,
                                          QuoRowText *text);
/* Adds all records but @written (a set of them) to the page, the header of the sidecar, and how
 * positions count. */
void quo_webannotation_twin_write_rest (QuoJsonWriter *json, QuoSnapshot *snapshot,
                                        GHashTable *written, gboolean is_utf16);

/* Whether an item has its record; whether a page is a twin. */
gboolean quo_webannotation_twin_has_record (const QuoJsonNode *item);
gboolean quo_webannotation_twin_is (const QuoJsonNode *page);

/**
 * quo_webannotation_twin_read:
 * @items: of @page
 *
 * The sidecar again. Where another program changed the label, the note or the place of an
 * item, this is taken, and told. Items without a record are passed over.
 *
 * Returns: (transfer full): over the article of @import
 */
QuoSnapshot *quo_webannotation_twin_read (QuoImport *import, const QuoJsonNode *page,
                                          const QuoJsonNode *items,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
