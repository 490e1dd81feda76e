/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-edit.h"
#include "quo-snapshot.h"
#include "quo-span-index.h"

G_BEGIN_DECLS

/**
 * QuoDocument:
 *
 * The living annotations of one article, with undo and redo. quo_document_apply() is the only way
 * to change it. Belongs to the main thread; threads get a snapshot.
 *
 * While an act on many records is being prepared (quo-document-prepare.h) every other change is
 * refused.
 *
 * Signal `changed (QuoEdit *edit)` after each change (apply, undo, redo; the edit as it was carried
 * out). Properties `can-undo`, `can-redo` (notify).
 */
#define QUO_TYPE_DOCUMENT (quo_document_get_type ())
G_DECLARE_FINAL_TYPE (QuoDocument, quo_document, QUO, DOCUMENT, GObject)

QuoDocument *quo_document_new (QuoSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;

QuoArticle *quo_document_get_article (QuoDocument *document);
QuoText *quo_document_get_text (QuoDocument *document);
const QuoHeader *quo_document_get_header (QuoDocument *document);
QuoSpanIndex *quo_document_get_index (QuoDocument *document);
/* (element-type QuoRecord): borrowed, in the order of the sidecar; valid until the next change. */
GPtrArray *quo_document_get_records (QuoDocument *document, QuoRecordKind kind);
guint quo_document_count (QuoDocument *document, QuoRecordKind kind);
/* Where the annotation stands among the annotations, or G_MAXUINT. O(log n). */
guint quo_document_get_position (QuoDocument *document, const QuoAnnotation *annotation);

/* The record with this id (of this kind), or NULL. Borrowed. */
QuoRecord *quo_document_find (QuoDocument *document, const char *id);
const QuoAnnotation *quo_document_find_annotation (QuoDocument *document, const char *id);
const QuoEntity *quo_document_find_entity (QuoDocument *document, const char *id);
const QuoLayer *quo_document_find_layer (QuoDocument *document, const char *id);
/* (nullable) (element-type QuoRecord): relations that name @id in a role, annotations that name the
 * entity @id. Borrowed, valid until the next change. */
GPtrArray *quo_document_get_referrers (QuoDocument *document, const char *id);
/* The first relation of @type that has @id in @role, or NULL. */
const QuoRelation *quo_document_find_relation (QuoDocument *document, const char *type,
                                               const char *role, const char *id);

/* (transfer full): now, for threads. Kept until the next change, so a second call costs nothing. */
QuoSnapshot *quo_document_snapshot (QuoDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_document_apply:
 * @edit: (transfer none): what to change
 *
 * Checks the edit (each before is the record as it is now; ids are new, valid and unique; ranges
 * lie in the text, in order, without overlap; nothing is left that names a record which is gone),
 * then carries it out and puts it on the undo stack. Nothing happens if a check fails.
 *
 * Returns: whether it was done; QUO_ERROR_INVALID else
 */
gboolean quo_document_apply (QuoDocument *document, QuoEdit *edit, GError **error);

/**
 * quo_document_amend:
 * @edit: (transfer none): what follows from the last act
 *
 * The same, but the edit becomes a part of the last act: both are taken back together. For what the
 * program does by itself when somebody has acted; `changed` tells of @edit alone. After an undo,
 * or when nothing can be taken back, it is an act of its own.
 */
gboolean quo_document_amend (QuoDocument *document, QuoEdit *edit, GError **error);

/* The edit that was taken back or done again, borrowed until the next change; NULL if there is
 * none. */
QuoEdit *quo_document_undo (QuoDocument *document);
QuoEdit *quo_document_redo (QuoDocument *document);
/* What the last change was; for those who listen to `changed`. */
typedef enum
{
  QUO_ACT_APPLY,
  QUO_ACT_UNDO,
  QUO_ACT_REDO,
  QUO_ACT_AMEND, /* what can be taken back next is another edit than before, but no more of them */
} QuoAct;
QuoAct quo_document_get_last_act (QuoDocument *document);

/**
 * quo_document_restore_history:
 * @undo: (element-type QuoEdit): edits that led to the document as it is, the last one last
 * @redo: (element-type QuoEdit): edits that were carried out to take others back, the last one last
 *
 * Gives a document that was just made the history of an earlier session. The records the edits name
 * are those of the document and of one another, pointer by pointer: what follows from an edit is
 * the before of the next one.
 */
void quo_document_restore_history (QuoDocument *document, GPtrArray *undo, GPtrArray *redo);
/* The edit that was done @i before the last one (0: the last), of those that can be taken back, or
 * taken back last and so could be done again. Borrowed; NULL: there are not so many. */
QuoEdit *quo_document_get_undo (QuoDocument *document, guint i);
QuoEdit *quo_document_get_redo (QuoDocument *document, guint i);
guint quo_document_get_n_undo (QuoDocument *document);
guint quo_document_get_n_redo (QuoDocument *document);
/* Counts every change; two equal values mean the same state. */
guint64 quo_document_get_revision (QuoDocument *document);

/* The header as it was merged with another program's: what no edit changes (a tagset, members that
 * nobody here knows) is taken from it. That is not undone: it was not this person's to do. */
void quo_document_adopt_header (QuoDocument *document, const QuoHeader *header);

G_END_DECLS
