/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-document.h"

G_BEGIN_DECLS

/**
 * QuoPrepared:
 *
 * An act on so many records that to check it and to carry it out takes longer than a window may
 * stand still. A document that is held does not change, so that a thread can read it and make what
 * the act leads to; to carry it out is then a matter of an exchange. In this order:
 *
 * 1. quo_document_hold(), in the main thread;
 * 2. in any thread: what makes the edit, quo_document_prepare(), and what must happen before the
 *    act counts (the log);
 * 3. quo_document_release(), in the main thread, whatever came of it.
 */
typedef struct _QuoPrepared QuoPrepared;

/* From now on the document refuses every change, and all functions that only ask may be called in
 * one thread beside the main thread; but quo_document_snapshot(), which keeps what it makes, in the
 * main thread only. A document that is held is not held again. */
void quo_document_hold (QuoDocument *document);
gboolean quo_document_is_held (QuoDocument *document);

/**
 * quo_document_prepare:
 * @document: held
 * @act: %QUO_ACT_APPLY, %QUO_ACT_UNDO or %QUO_ACT_REDO
 * @edit: (transfer none) (nullable): of %QUO_ACT_APPLY; else what is taken back or done again
 *
 * Checks the act as quo_document_apply() does, and makes all that it leads to. Any thread.
 *
 * Returns: (transfer full) (nullable): NULL with @error if it may not be applied, without if there
 * is nothing to do
 */
QuoPrepared *quo_document_prepare (QuoDocument *document, QuoAct act, QuoEdit *edit,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* As it will be carried out. */
const QuoEdit *quo_prepared_get_edit (const QuoPrepared *prepared);

/* Lets the document change again, with @prepared (transfer full, nullable) as the first change.
 * Returns: (nullable): the edit, borrowed until the next change. */
QuoEdit *quo_document_release (QuoDocument *document, QuoPrepared *prepared);

G_END_DECLS
