/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-edit.h"
#include "quo-snapshot.h"
#include "quo-span-index.h"

G_BEGIN_DECLS

/**
 * QuoRecordTable:
 *
 * All records of a document: a list of each kind, and what finds them by id, by who names them and
 * by place. One is inside each QuoDocument, which checks an edit before it is carried out here.
 */
typedef struct
{
  GPtrArray *records[QUO_N_RECORD_KINDS]; /* owned, of QuoRecord, in the order of the sidecar */
  GHashTable *by_id;     /* owned; a set of QuoRecord, which takes less than a map */
  GHashTable *referrers; /* owned; id to GPtrArray of QuoRecord */
  QuoSpanIndex *index;   /* owned */
} QuoRecordTable;

/* Takes the records of @snapshot over, which stays as it is. */
void quo_record_table_init (QuoRecordTable *table, QuoSnapshot *snapshot);
/* The same records in a table of their own, which is initialized here. */
void quo_record_table_copy (QuoRecordTable *copy, const QuoRecordTable *table);
void quo_record_table_clear (QuoRecordTable *table);
/* Swaps the records of a checked edit. Notes in it where a record stood that is gone, so that to
 * undo it puts the record back there. A change of an annotation costs O(log n) and one memmove. */
void quo_record_table_carry_out (QuoRecordTable *table, QuoEdit *edit);
/* The record with this id, or NULL. */
QuoRecord *quo_record_table_find (QuoRecordTable *table, const char *id);
/* Where the record stands in the list of its kind, or G_MAXUINT. O(log n) for an annotation. */
guint quo_record_table_find_place (QuoRecordTable *table, const QuoRecord *record);

G_END_DECLS
