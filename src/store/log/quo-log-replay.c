/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a log tells, done over in a document.
 *
 * The records a log names are copies. Before an edit of it can be part of a document, they are
 * exchanged for the records of the document that say the same: edits go by pointers. */

#include "quo-config.h"

#include "quo-log-past.h"

#include "quo-sidecar-rows.h"

#include <string.h>

/* The document as it was at some step of its history: what differs from now. An id that has no
 * record there has the value &nobody. */
typedef struct
{
  QuoDocument *document;
  GHashTable *differing;          /* id to QuoRecord, borrowed from edits */
  const char *about[QUO_N_ABOUT]; /* what was said of the article, borrowed from edits and header */
} Moment;

static char nobody;

static QuoRecord *
find (const Moment *moment, const char *id)
{
  gpointer record = g_hash_table_lookup (moment->differing, id);

  if (record == &nobody)
    return NULL;
  return record != NULL ? record : quo_document_find (moment->document, id);
}

static GBytes *
make_row (QuoDocument *document, const QuoRecord *record)
{
  g_auto (QuoJsonWriter) writer = { 0 };
  QuoRowText text = { 0 };

  quo_json_writer_init (&writer, 512);
  quo_text_cursor_init (&text.cursor, quo_document_get_text (document));
  quo_row_record (&writer, record, &text);
  return quo_json_writer_finish (&writer);
}

/* Whether the document and the log mean the same record. Members that say nothing differ in memory
 * (an empty string, none), but not in what is written. */
static gboolean
is_same (QuoDocument *document, QuoRecord *a, QuoRecord *b)
{
  g_autoptr (GBytes) row_a = NULL, row_b = NULL;

  if (a == NULL || b == NULL || a->kind != b->kind)
    return a == b;
  if (quo_record_equal (a, b))
    return TRUE;
  row_a = make_row (document, a);
  row_b = make_row (document, b);
  return g_bytes_equal (row_a, row_b);
}

/* FALSE: another program has said something else of the article since. */
static gboolean
link_about (Moment *moment, const QuoEdit *edit, gboolean is_back, QuoEdit *linked)
{
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    {
      const QuoAboutChange *change = &edit->about[i];

      if (!change->is_set)
        continue;
      if (g_strcmp0 (moment->about[i], is_back ? change->after : change->before) != 0)
        return FALSE;
      quo_edit_set_about (linked, i, change->before, change->after);
      moment->about[i] = is_back ? change->before : change->after;
    }
  return TRUE;
}

/* (transfer full) (nullable): @edit, whose one side is the record of the moment and whose other
 * side is then that of the moment. @is_back: the moment is the one after the edit, and becomes the
 * one before it. */
static QuoEdit *
link_edit (Moment *moment, const QuoEdit *edit, gboolean is_back)
{
  g_autoptr (QuoEdit) linked = quo_edit_new (edit->title);

  linked->select = g_strdup (edit->select);
  if (!link_about (moment, edit, is_back, linked))
    return NULL;
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      QuoRecord *known = is_back ? change->after : change->before;
      QuoRecord *other = is_back ? change->before : change->after;
      const char *id = (known != NULL ? known : other)->id;
      QuoRecord *current = find (moment, id);

      if (!is_same (moment->document, current, known))
        return NULL;
      quo_edit_swap (linked, is_back ? other : current, is_back ? current : other);
      g_array_index (linked->changes, QuoChange, i).place = change->place;
    }
  for (guint i = 0; i < quo_edit_get_length (linked); i++)
    {
      const QuoChange *change = quo_edit_get (linked, i);
      QuoRecord *other = is_back ? change->before : change->after;
      const QuoRecord *named = change->after != NULL ? change->after : change->before;

      g_hash_table_replace (moment->differing, g_strdup (named->id),
                            other != NULL ? (gpointer)other : &nobody);
    }
  return g_steal_pointer (&linked);
}

static void
begin (Moment *moment, QuoDocument *document)
{
  moment->document = document;
  moment->differing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    moment->about[i] = quo_header_get_about (quo_document_get_header (document), i);
}

/* --- History --- */

/* The stacks of undo and redo after the first @n steps. */
static void
run_steps (const QuoLogPast *past, guint n, GPtrArray *undo, GPtrArray *redo)
{
  for (guint i = 0; i < n; i++)
    {
      const QuoLogStep *step = &g_array_index (past->steps, QuoLogStep, i);

      if (step->word == QUO_LOG_EDIT)
        {
          g_ptr_array_add (undo, step->edit);
          g_ptr_array_set_size (redo, 0);
        }
      else if (step->word == QUO_LOG_UNDO && undo->len > 0)
        g_ptr_array_add (redo, g_ptr_array_steal_index (undo, undo->len - 1));
      else if (step->word == QUO_LOG_REDO && redo->len > 0)
        g_ptr_array_add (undo, g_ptr_array_steal_index (redo, redo->len - 1));
    }
}

static void
reverse (GPtrArray *list)
{
  for (guint i = 0; i < list->len / 2; i++)
    {
      gpointer *a = &list->pdata[i], *b = &list->pdata[list->len - 1 - i], held = *a;

      *a = *b;
      *b = held;
    }
}

/* (transfer full): the edits of a stack, from its top down as far as they fit, bottom first. */
static GPtrArray *
link_stack (QuoDocument *document, const GPtrArray *stack, gboolean is_back)
{
  GPtrArray *linked = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_edit_unref);
  Moment moment;

  begin (&moment, document);
  for (guint i = stack->len; i > 0; i--)
    {
      QuoEdit *edit = link_edit (&moment, g_ptr_array_index (stack, i - 1), is_back);

      if (edit == NULL)
        break;
      g_ptr_array_add (linked, edit);
    }
  g_hash_table_unref (moment.differing);
  reverse (linked);
  return linked;
}

void
quo_log_past_restore (const QuoLogPast *past, QuoDocument *document)
{
  g_autoptr (GPtrArray) undo = g_ptr_array_new (), redo = g_ptr_array_new ();
  g_autoptr (GPtrArray) linked_undo = NULL, linked_redo = NULL;

  if (!past->is_fitting)
    return;
  run_steps (past, past->n_base, undo, redo);
  linked_undo = link_stack (document, undo, TRUE);
  linked_redo = link_stack (document, redo, FALSE);
  for (guint i = 0; i < linked_redo->len; i++)
    {
      QuoEdit *edit = linked_redo->pdata[i];

      linked_redo->pdata[i] = quo_edit_invert (edit);
      quo_edit_unref (edit);
    }
  quo_document_restore_history (document, linked_undo, linked_redo);
}

/* --- What was not saved --- */

static gboolean
redo_edit (QuoDocument *document, const QuoEdit *edit)
{
  g_autoptr (QuoEdit) linked = NULL;
  Moment moment;

  begin (&moment, document);
  linked = link_edit (&moment, edit, FALSE);
  g_hash_table_unref (moment.differing);
  return linked != NULL && quo_document_apply (document, linked, NULL);
}

/* Which steps could be done over: an undo takes back only what was. */
typedef struct
{
  const QuoLogPast *past;
  QuoDocument *document;
  GByteArray *undo, *redo; /* of gboolean */
} Replay;

static gboolean
pop (GByteArray *stack, gboolean otherwise)
{
  gboolean top;

  if (stack->len == 0)
    return otherwise;
  top = stack->data[stack->len - 1];
  g_byte_array_set_size (stack, stack->len - 1);
  return top;
}

static gboolean
replay_step (Replay *replay, const QuoLogStep *step)
{
  gboolean is_history = replay->past->is_fitting;
  gboolean is_done;
  guint8 byte;

  if (step->word == QUO_LOG_EDIT)
    is_done = redo_edit (replay->document, step->edit);
  else if (step->word == QUO_LOG_UNDO)
    is_done = pop (replay->undo, is_history) && quo_document_undo (replay->document) != NULL;
  else
    is_done = pop (replay->redo, is_history) && quo_document_redo (replay->document) != NULL;
  byte = is_done ? 1 : 0;
  if (step->word == QUO_LOG_EDIT)
    g_byte_array_set_size (replay->redo, 0);
  g_byte_array_append (step->word == QUO_LOG_UNDO ? replay->redo : replay->undo, &byte, 1);
  return is_done;
}

guint
quo_log_past_recover (const QuoLogPast *past, QuoDocument *document, guint *ret_n_refused)
{
  Replay replay = { past, document, g_byte_array_new (), g_byte_array_new () };
  guint n_done = 0;

  *ret_n_refused = 0;
  for (guint i = past->n_base; i < past->steps->len; i++)
    if (replay_step (&replay, &g_array_index (past->steps, QuoLogStep, i)))
      n_done++;
    else
      ++*ret_n_refused;
  g_byte_array_unref (replay.undo);
  g_byte_array_unref (replay.redo);
  return n_done;
}
