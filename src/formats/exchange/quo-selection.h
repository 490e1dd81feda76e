/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-format.h"
#include "quo-losses.h"

G_BEGIN_DECLS

/**
 * QuoSelection:
 * @annotations: (element-type QuoAnnotation): those that are written, in the order of the sidecar
 * @relations: (element-type QuoRelation): those that are written
 * @losses: what is not written, and what the format adds to it
 *
 * What of a snapshot goes into an export: every annotation that has a place in the text and is not
 * a rejected suggestion; a suggestion only with the option `status=all`. So that all formats decide
 * alike. Everything is borrowed from the snapshot, which must outlive it.
 */
typedef struct
{
  QuoSnapshot *snapshot;
  QuoText *text;
  GPtrArray *annotations;
  GPtrArray *relations;
  QuoLosses losses;
  /*< private >*/
  GHashTable *entities; /* id to QuoEntity */
  GHashTable *members;  /* id of an annotation that a relation names, to its position */
} QuoSelection;

/* (transfer full): QUO_ERROR_INVALID when the snapshot has no article, QUO_ERROR_CANCELLED. */
QuoSelection *quo_selection_new (QuoSnapshot *snapshot, const QuoFormatOptions *options,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_selection_free (QuoSelection *selection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSelection, quo_selection_free)

#define quo_selection_get_annotation(s, i)                                                         \
  ((const QuoAnnotation *)g_ptr_array_index ((s)->annotations, i))
#define quo_selection_get_relation(s, i)                                                           \
  ((const QuoRelation *)g_ptr_array_index ((s)->relations, i))

/* The member of a relation: its position among the annotations, or G_MAXUINT; the annotation
 * itself, or NULL. */
guint quo_selection_find_position (const QuoSelection *selection, const char *id);
const QuoAnnotation *quo_selection_find_member (const QuoSelection *selection, const char *id);
const QuoEntity *quo_selection_find_entity (const QuoSelection *selection, const char *id);

/* (transfer full): what a member is called in a table: what its annotation says, else the name of
 * the entity, else its id. */
char *quo_selection_dup_member_name (const QuoSelection *selection,
                                     const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the ranges of an annotation as they stand in the text, joined by " … ". */
char *quo_selection_dup_quote (const QuoSelection *selection,
                               const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* Whether annotations of this type are quotes: the tagset says so, or it is "quote", or one of them
 * fills the role quote. */
gboolean quo_selection_is_quote_type (const QuoSelection *selection,
                                      const QuoFormatOptions *options, const char *type);

/* Counts what a format with these bits drops of the selected records: relations, attributes, notes,
 * identities, provenance, unknown members, notes on the article. A format counts by itself what it
 * drops of the things that it does carry. */
void quo_selection_count_losses (QuoSelection *selection, QuoCarries carries);
/* Besides, with the same bits: attributes and notes of relations, for formats in which only
 * annotations have any. */
void quo_selection_count_relation_details (QuoSelection *selection, QuoCarries carries);
/* Afterwards, for formats that list all identities, with their notes: what they lose of these are
 * attributes and aliases, whether an annotation has the identity or not. */
void quo_selection_count_listed_entities (QuoSelection *selection);

/* Whether to stop; asks only now and then, so that it can stand in a loop over records. */
gboolean quo_selection_is_cancelled (guint i, GCancellable *cancellable, GError **error);

G_END_DECLS
