/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-record.h"

G_BEGIN_DECLS

/* A set of record kinds. */
#define QUO_KIND_BIT(kind) (1u << (kind))
#define QUO_KINDS_MEMBER (QUO_KIND_BIT (QUO_RECORD_ANNOTATION) | QUO_KIND_BIT (QUO_RECORD_ENTITY))

/* Called with each id that a record names, and the kinds of records that id may belong to. FALSE
 * stops. */
typedef gboolean (*QuoReferenceFunc) (const char *id, guint kinds, gpointer data);

/* Goes through all ids that @record names (layer, entities, members of roles, agents) until @func
 * gives FALSE; an id that is named twice comes twice. Returns: whether it came to the end. */
gboolean quo_record_foreach_reference (const QuoRecord *record, QuoReferenceFunc func,
                                       gpointer data);
/* Whether @record (nullable) names @id anywhere. */
gboolean quo_record_names (const QuoRecord *record, const char *id);

G_END_DECLS
