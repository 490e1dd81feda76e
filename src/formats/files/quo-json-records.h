/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-json-tree.h"
#include "quo-json-writer.h"

G_BEGIN_DECLS

/* Files of JSON records: one a line (JSON Lines), or all in one list. */

/**
 * QuoRecordFunc:
 * @tree: what the record is of, to ask for lines
 * @index: of the record in the file, from 0
 * @data: of the caller
 *
 * Reads one record. FALSE with the error: the import ends.
 */
typedef gboolean (*QuoRecordFunc) (QuoImport *import, QuoJsonTree *tree, const QuoJsonNode *record,
                                   guint index, gpointer data, GError **error);

/* Calls @func with each record of the file of @import. */
gboolean quo_json_records_read (QuoImport *import, QuoRecordFunc func, gpointer data,
                                GCancellable *cancellable, GError **error);

/* Begins the text of a record: NULL without an error when it is not wanted. @id (nullable) names
 * the article when there are several. (transfer full) */
QuoBuilder *quo_json_records_begin (QuoImport *import, const QuoJsonNode *text, const char *id,
                                    guint index, const QuoReading *reading);

/* Whether the head of a file has a member of this name, for sniffing. */
gboolean quo_json_head_has (const char *head, const char *name);

/* A value of an attribute out of a node: a string, number or flag; FALSE: it is something else. */
gboolean quo_json_node_to_value (const QuoJsonNode *node, QuoValue *ret_value);
/* Adds the members of an object, values or lists of values, as attributes. Returns: how many were
 * something else. */
guint quo_json_add_attrs (QuoBuilder *builder, QuoDraft *draft, const QuoJsonNode *object);

/* "NAME": and a string, after a comma if it is not the first; for writers. */
void quo_json_write_string (QuoJsonWriter *json, const char *before, const char *s);

/* Spells out compact JSON with a member or element a line, each level one blank further in. */
GBytes *quo_json_indent (GBytes *compact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
