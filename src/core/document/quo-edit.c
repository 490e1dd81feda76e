/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One act of a person: records swapped, added and removed.
 *
 * Each id stands in an edit at most once; the table leads from the id to its change. The id is that
 * of a record which the change holds: of its before, or without one of its after. */
#include "quo-edit.h"

static void
clear_change (gpointer data)
{
  QuoChange *change = data;

  g_clear_pointer (&change->before, quo_record_unref);
  g_clear_pointer (&change->after, quo_record_unref);
}

QuoEdit *
quo_edit_new (const char *title)
{
  QuoEdit *edit = g_new0 (QuoEdit, 1);

  g_atomic_ref_count_init (&edit->ref_count);
  edit->title = g_strdup (title);
  edit->changes = g_array_new (FALSE, FALSE, sizeof (QuoChange));
  g_array_set_clear_func (edit->changes, clear_change);
  edit->table = g_hash_table_new (g_str_hash, g_str_equal);
  return edit;
}

QuoEdit *
quo_edit_ref (QuoEdit *edit)
{
  g_return_val_if_fail (edit != NULL, NULL);
  g_atomic_ref_count_inc (&edit->ref_count);
  return edit;
}

void
quo_edit_unref (QuoEdit *edit)
{
  g_return_if_fail (edit != NULL);
  if (!g_atomic_ref_count_dec (&edit->ref_count))
    return;
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    {
      g_free (edit->about[i].before);
      g_free (edit->about[i].after);
    }
  g_array_unref (edit->changes);
  g_hash_table_unref (edit->table);
  g_free (edit->title);
  g_free (edit->select);
  g_free (edit);
}

static QuoChange *
find_change (const QuoEdit *edit, const char *id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (edit->table, id));

  return index > 0 ? &g_array_index (edit->changes, QuoChange, index - 1) : NULL;
}

static void
note_place (QuoEdit *edit, guint i)
{
  const QuoChange *change = &g_array_index (edit->changes, QuoChange, i);
  const QuoRecord *record = change->before != NULL ? change->before : change->after;

  g_hash_table_replace (edit->table, (gpointer)record->id, GUINT_TO_POINTER (i + 1));
}

/* What was added and removed again, or changed and changed back, in the same edit is no change. */
static void
drop_change (QuoEdit *edit, const char *id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (edit->table, id)) - 1;

  g_hash_table_remove_all (edit->table);
  g_array_remove_index (edit->changes, index);
  for (guint i = 0; i < edit->changes->len; i++)
    note_place (edit, i);
}

void
quo_edit_take (QuoEdit *edit, gpointer before, gpointer after)
{
  const char *id;
  QuoChange *known;

  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL || after != NULL);
  id = QUO_RECORD (before != NULL ? before : after)->id;
  known = find_change (edit, id);
  if (known != NULL)
    {
      QuoRecord *old = known->after;

      known->after = after;
      if (known->before == known->after)
        drop_change (edit, id);
      else
        note_place (edit, (guint)(known - (QuoChange *)(gpointer)edit->changes->data));
      g_clear_pointer (&old, quo_record_unref);
      return;
    }
  g_array_append_vals (
      edit->changes,
      &(QuoChange){ before != NULL ? quo_record_ref (before) : NULL, after, G_MAXUINT }, 1);
  note_place (edit, edit->changes->len - 1);
}

void
quo_edit_swap (QuoEdit *edit, gpointer before, gpointer after)
{
  quo_edit_take (edit, before, after != NULL ? quo_record_ref (after) : NULL);
}

gpointer
quo_edit_find (QuoEdit *edit, const char *id, gpointer current)
{
  const QuoChange *change;

  g_return_val_if_fail (edit != NULL && id != NULL, NULL);
  change = find_change (edit, id);
  return change != NULL ? change->after : current;
}

void
quo_edit_set_about (QuoEdit *edit, QuoAbout about, const char *before, const char *after)
{
  QuoAboutChange *change;

  g_return_if_fail (edit != NULL && about < QUO_N_ABOUT);
  change = &edit->about[about];
  g_return_if_fail (!change->is_set);
  *change = (QuoAboutChange){ TRUE, g_strdup (before), g_strdup (after) };
}

gboolean
quo_edit_is_empty (const QuoEdit *edit)
{
  g_return_val_if_fail (edit != NULL, TRUE);
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    if (edit->about[i].is_set)
      return FALSE;
  return edit->changes->len == 0;
}

guint
quo_edit_get_length (const QuoEdit *edit)
{
  g_return_val_if_fail (edit != NULL, 0);
  return edit->changes->len;
}

const QuoChange *
quo_edit_get (const QuoEdit *edit, guint i)
{
  g_return_val_if_fail (edit != NULL && i < edit->changes->len, NULL);
  return &g_array_index (edit->changes, QuoChange, i);
}

/* What is to be selected when the edit is taken back: what it selected, if that is there again or
 * was there all the time, else the first annotation that comes back. */
static const char *
find_selection (const QuoEdit *edit)
{
  const char *first = NULL;

  if (edit->select != NULL && !g_hash_table_contains (edit->table, edit->select))
    return edit->select;
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const QuoChange *change = &g_array_index (edit->changes, QuoChange, i);

      if (change->before == NULL || change->before->kind != QUO_RECORD_ANNOTATION)
        continue;
      if (g_strcmp0 (change->before->id, edit->select) == 0)
        return edit->select;
      if (first == NULL && change->after == NULL)
        first = change->before->id;
    }
  return first;
}

QuoEdit *
quo_edit_invert (const QuoEdit *edit)
{
  QuoEdit *inverse;

  g_return_val_if_fail (edit != NULL, NULL);
  inverse = quo_edit_new (edit->title);
  inverse->select = g_strdup (find_selection (edit));
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    if (edit->about[i].is_set)
      quo_edit_set_about (inverse, i, edit->about[i].after, edit->about[i].before);
  for (guint i = edit->changes->len; i > 0; i--)
    {
      const QuoChange *change = &g_array_index (edit->changes, QuoChange, i - 1);

      quo_edit_swap (inverse, change->after, change->before);
      g_array_index (inverse->changes, QuoChange, inverse->changes->len - 1).place = change->place;
    }
  return inverse;
}

static void
add_changes (QuoEdit *edit, const QuoEdit *from)
{
  for (guint i = 0; i < from->changes->len; i++)
    {
      const QuoChange *change = &g_array_index (from->changes, QuoChange, i);

      quo_edit_swap (edit, change->before, change->after);
    }
}

QuoEdit *
quo_edit_join (const QuoEdit *first, const QuoEdit *second)
{
  QuoEdit *joined;

  g_return_val_if_fail (first != NULL && second != NULL, NULL);
  joined = quo_edit_new (first->title);
  joined->select = g_strdup (first->select);
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    {
      const QuoAboutChange *a = &first->about[i], *b = &second->about[i];

      if (a->is_set || b->is_set)
        quo_edit_set_about (joined, i, a->is_set ? a->before : b->before,
                            b->is_set ? b->after : a->after);
    }
  add_changes (joined, first);
  add_changes (joined, second);
  return joined;
}

static void
add_to_hull (QuoSpan *hull, const QuoRecord *record)
{
  QuoSpan span;

  if (record == NULL || record->kind != QUO_RECORD_ANNOTATION)
    return;
  span = quo_annotation_get_hull ((const QuoAnnotation *)record);
  if (quo_span_is_empty (*hull))
    *hull = span;
  hull->start = MIN (hull->start, span.start);
  hull->end = MAX (hull->end, span.end);
}

QuoSpan
quo_edit_get_hull (const QuoEdit *edit)
{
  QuoSpan hull = { 0, 0 };

  g_return_val_if_fail (edit != NULL, hull);
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const QuoChange *change = &g_array_index (edit->changes, QuoChange, i);

      add_to_hull (&hull, change->before);
      add_to_hull (&hull, change->after);
    }
  return hull;
}
