/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An act on many records: what it leads to is made beside the document while that is held, and
 * takes the place of what was there. */
#include "quo-config.h"

#include "quo-document-private.h"

#include "quo-document-check.h"
#include "quo-drop.h"

#include <gio/gio.h>

void
quo_document_hold (QuoDocument *document)
{
  g_return_if_fail (QUO_IS_DOCUMENT (document) && !document->is_held);
  document->is_held = TRUE;
}

gboolean
quo_document_is_held (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), FALSE);
  return document->is_held;
}

static QuoPrepared *
prepare (QuoDocument *document, QuoAct act, QuoEdit *edit)
{
  QuoPrepared *prepared = g_new0 (QuoPrepared, 1);

  prepared->act = act;
  prepared->edit = edit;
  quo_record_table_copy (&prepared->table, &document->table);
  quo_record_table_carry_out (&prepared->table, edit);
  return prepared;
}

QuoPrepared *
quo_document_prepare (QuoDocument *document, QuoAct act, QuoEdit *edit, GError **error)
{
  GPtrArray *stack;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && document->is_held, NULL);
  if (act == QUO_ACT_APPLY)
    {
      g_return_val_if_fail (edit != NULL, NULL);
      if (!quo_document_check (document, edit, error) || quo_edit_is_empty (edit))
        return NULL;
      return prepare (document, act, quo_edit_ref (edit));
    }
  stack = act == QUO_ACT_UNDO ? document->undo : document->redo;
  if (stack->len == 0)
    return NULL;
  return prepare (document, act, quo_edit_invert (g_ptr_array_index (stack, stack->len - 1)));
}

const QuoEdit *
quo_prepared_get_edit (const QuoPrepared *prepared)
{
  g_return_val_if_fail (prepared != NULL, NULL);
  return prepared->edit;
}

static void
free_prepared (gpointer data)
{
  QuoPrepared *prepared = data;

  quo_record_table_clear (&prepared->table);
  quo_edit_unref (prepared->edit);
  g_clear_pointer (&prepared->snapshot, quo_snapshot_unref);
  g_clear_pointer (&prepared->edits, g_ptr_array_unref);
  g_free (prepared);
}

static void
take_prepared (QuoDocument *document, QuoPrepared *prepared)
{
  QuoRecordTable old = document->table;

  document->table = prepared->table;
  prepared->table = old;
  prepared->snapshot = g_steal_pointer (&document->snapshot);
  quo_document_follow_table (document, prepared->edit);
}

/* The stacks as they are after the act: what it takes back or does again goes from one, what can
 * no longer be done again goes. */
static void
move_on_stacks (QuoDocument *document, QuoPrepared *prepared)
{
  gboolean is_undo = prepared->act == QUO_ACT_UNDO;
  GPtrArray *from = is_undo ? document->undo : document->redo;
  guint n_gone = prepared->act == QUO_ACT_APPLY ? from->len : 1;

  prepared->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_edit_unref);
  for (; n_gone > 0; n_gone--)
    g_ptr_array_add (prepared->edits, g_ptr_array_steal_index (from, from->len - 1));
  g_ptr_array_add (is_undo ? document->redo : document->undo, quo_edit_ref (prepared->edit));
}

QuoEdit *
quo_document_release (QuoDocument *document, QuoPrepared *prepared)
{
  guint n_undo, n_redo;
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && document->is_held, NULL);
  document->is_held = FALSE;
  if (prepared == NULL)
    return NULL;
  n_undo = document->undo->len;
  n_redo = document->redo->len;
  edit = prepared->edit;
  take_prepared (document, prepared);
  move_on_stacks (document, prepared);
  document->last_act = prepared->act;
  quo_drop (prepared, free_prepared);
  quo_document_tell (document, edit, n_undo, n_redo);
  return edit;
}
