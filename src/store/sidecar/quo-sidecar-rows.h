/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line of one record in a canonical sidecar.  Private to src/store.
 *
 * An object is begun, given members in their written order, and ended.  A member that says nothing
 * (%NULL, an empty string or list, no time) is left out. */

#pragma once

#include "quo-json-writer.h"
#include "quo-snapshot.h"

G_BEGIN_DECLS

/* Where the writer is in the text of the article; `cursor.text` is NULL without one. */
typedef struct
{
  QuoTextCursor cursor;
} QuoRowText;

/* Begins an object, giving what quo_row_end () wants to know; adds the unknown members last. */
gsize quo_row_begin (QuoJsonWriter *writer);
void quo_row_end (QuoJsonWriter *writer, gsize start, const char *extra);

void quo_row_string (QuoJsonWriter *writer, const char *name, const char *value);
/* A value as it stands: a number as it was read, a flag. */
void quo_row_raw (QuoJsonWriter *writer, const char *name, const char *value);
/* A number that is absent below 0. */
void quo_row_count (QuoJsonWriter *writer, const char *name, gint64 value);

void quo_row_agent (QuoJsonWriter *writer, const QuoAgent *agent);
void quo_row_layer (QuoJsonWriter *writer, const QuoLayer *layer);
void quo_row_entity (QuoJsonWriter *writer, const QuoEntity *entity);
void quo_row_annotation (QuoJsonWriter *writer, const QuoAnnotation *annotation, QuoRowText *text);
void quo_row_relation (QuoJsonWriter *writer, const QuoRelation *relation);
void quo_row_note (QuoJsonWriter *writer, const QuoNote *note);
/* A record of any kind. */
void quo_row_record (QuoJsonWriter *writer, const QuoRecord *record, QuoRowText *text);

G_END_DECLS
