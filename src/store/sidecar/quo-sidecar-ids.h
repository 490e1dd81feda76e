/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ids of a file that is being read. */

#pragma once

#include "quo-record.h"

G_BEGIN_DECLS

/**
 * QuoSidecarIds:
 *
 * A table from id to record with open addressing, at most half full.  Does not
 * own the records.
 */
typedef struct _QuoSidecarIds QuoSidecarIds;

/* @n_bytes: of the file, from which the number of records is guessed. */
QuoSidecarIds *quo_sidecar_ids_new (gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void quo_sidecar_ids_free (QuoSidecarIds *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSidecarIds, quo_sidecar_ids_free)

/* Asks for the memory that adding this id will look at; NULL is allowed.  In a large file the wait
 * for it is a tenth of the reading. */
void quo_sidecar_ids_prefetch (const QuoSidecarIds *ids, const char *id);

/* Adds a record; gives the one that has its id already, and adds nothing, when there is one. */
QuoRecord *quo_sidecar_ids_add (QuoSidecarIds *ids, QuoRecord *record);
QuoRecord *quo_sidecar_ids_find (QuoSidecarIds *ids, const char *id);

G_END_DECLS
