/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-builder.h"

G_BEGIN_DECLS

/**
 * QuoDraftEntities:
 *
 * What the annotations of a brat file stand for. brat has no list of identities: the lines that say
 * two spans are the same, and normalizations with the same id, tell them.
 */
typedef struct _QuoDraftEntities QuoDraftEntities;

QuoDraftEntities *quo_draft_entities_new (QuoBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
void quo_draft_entities_free (QuoDraftEntities *entities);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoDraftEntities, quo_draft_entities_free)

/* The two annotations stand for the same. */
void quo_draft_entities_unite (QuoDraftEntities *entities, QuoDraft *a, QuoDraft *b);
/* The annotation stands for what @name calls @value; a second id of one register, or one under
 * another name, is of a second entity. @title: what it is called, or NULL. */
void quo_draft_entities_add_id (QuoDraftEntities *entities, QuoDraft *annotation, const char *name,
                                const char *value, const char *title);
/* "52.5,13.4", of the entity told last; FALSE: it is no such pair. */
gboolean quo_draft_entities_add_point (QuoDraftEntities *entities, QuoDraft *annotation,
                                       const char *point);

/* Adds the entities to the builder and links the annotations to them. */
void quo_draft_entities_finish (QuoDraftEntities *entities);

G_END_DECLS
