/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the document share. */
#pragma once

#include "quo-document-prepare.h"
#include "quo-record-table.h"

G_BEGIN_DECLS

struct _QuoDocument
{
  GObject parent_instance;
  QuoArticle *article, *first_article; /* as it is known now, and when the document was made */
  QuoHeader *header, *first_header;
  QuoRecordTable table;
  QuoSnapshot *snapshot;  /* of now, or NULL */
  GPtrArray *undo, *redo; /* of QuoEdit as they were carried out; the last is the next */
  QuoAct last_act;
  guint64 revision;
  gboolean is_held; /* an act is being prepared */
};

/* An act that is ready: what the records are after it. Once it was carried out @table is the one
 * before it, and what else is over with it is here to be given up. */
struct _QuoPrepared
{
  QuoAct act;
  QuoEdit *edit;
  QuoRecordTable table;
  QuoSnapshot *snapshot;
  GPtrArray *edits; /* or NULL: that can no more be taken back or done again */
};

/* What follows from @edit, whose records are in the table. */
void quo_document_follow_table (QuoDocument *document, QuoEdit *edit);
/* Tells of @edit, which was just carried out. @n_undo, @n_redo: how many there were before. */
void quo_document_tell (QuoDocument *document, QuoEdit *edit, guint n_undo, guint n_redo);

G_END_DECLS
