/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a document in lists and indexes.
 *
 * Invariants: `by_id` holds every record once; `referrers` leads from an id to the records that
 * name it as an entity or in a role; the annotations are in canonical order, and the index holds
 * those that have a place in the text. All of them change in quo_record_table_carry_out() only. */
#include "quo-record-table.h"

#include "quo-reference.h"

#include <string.h>

/* An edit of more changes than this is carried out on whole lists instead of record by record. */
#define BULK 256

typedef struct
{
  QuoRecordTable *table;
  QuoRecord *record;
} Link;

static guint
hash_record (gconstpointer record)
{
  return g_str_hash (((const QuoRecord *)record)->id);
}

static gboolean
has_same_id (gconstpointer a, gconstpointer b)
{
  return strcmp (((const QuoRecord *)a)->id, ((const QuoRecord *)b)->id) == 0;
}

/* Layers and agents are named by nearly every record and are no members: they have no entry. */
static gboolean
add_referrer (const char *target, guint kinds, gpointer data)
{
  const Link *link = data;
  GPtrArray *list;

  if ((kinds & QUO_KIND_BIT (QUO_RECORD_ENTITY)) == 0)
    return TRUE;
  list = g_hash_table_lookup (link->table->referrers, target);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (link->table->referrers, g_strdup (target), list);
    }
  /* A record that names the target twice has come last just before. */
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != link->record)
    g_ptr_array_add (list, link->record);
  return TRUE;
}

static gboolean
remove_referrer (const char *target, guint kinds, gpointer data)
{
  const Link *link = data;
  GPtrArray *list = g_hash_table_lookup (link->table->referrers, target);

  if (list != NULL && g_ptr_array_remove (list, link->record) && list->len == 0)
    g_hash_table_remove (link->table->referrers, target);
  return TRUE;
}

static guint
find_annotation_place (QuoRecordTable *table, const QuoAnnotation *annotation)
{
  GPtrArray *all = table->records[QUO_RECORD_ANNOTATION];
  guint low = 0, high = all->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (quo_annotation_compare (g_ptr_array_index (all, middle), annotation,
                                  table->records[QUO_RECORD_LAYER])
          < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* From the end: what was added last is what is changed most. */
guint
quo_record_table_find_place (QuoRecordTable *table, const QuoRecord *record)
{
  GPtrArray *list = table->records[record->kind];

  if (record->kind == QUO_RECORD_ANNOTATION)
    {
      guint place = find_annotation_place (table, (const QuoAnnotation *)record);

      if (place < list->len && g_ptr_array_index (list, place) == record)
        return place;
    }
  for (guint i = list->len; i > 0; i--)
    if (g_ptr_array_index (list, i - 1) == record)
      return i - 1;
  return G_MAXUINT;
}

static void
forget (QuoRecordTable *table, QuoRecord *record)
{
  g_hash_table_remove (table->by_id, record);
  quo_record_foreach_reference (record, remove_referrer, &(Link){ table, record });
}

static void
learn (QuoRecordTable *table, QuoRecord *record)
{
  g_hash_table_add (table->by_id, record);
  quo_record_foreach_reference (record, add_referrer, &(Link){ table, record });
}

static void
sort_annotations (QuoRecordTable *table)
{
  QuoSnapshot lists = { 0 };

  memcpy (lists.records, table->records, sizeof lists.records);
  quo_snapshot_sort (&lists);
}

static void
carry_out_annotation (QuoRecordTable *table, const QuoChange *change)
{
  GPtrArray *list = table->records[QUO_RECORD_ANNOTATION];

  if (change->before != NULL)
    {
      quo_span_index_remove (table->index, (const QuoAnnotation *)change->before);
      g_ptr_array_remove_index (list, quo_record_table_find_place (table, change->before));
    }
  if (change->after != NULL)
    {
      guint place = find_annotation_place (table, (const QuoAnnotation *)change->after);

      g_ptr_array_insert (list, (int)place, quo_record_ref (change->after));
      quo_span_index_add (table->index, (const QuoAnnotation *)change->after);
    }
}

static void
carry_out_other (QuoRecordTable *table, QuoChange *change)
{
  const QuoRecord *record = change->after != NULL ? change->after : change->before;
  GPtrArray *list = table->records[record->kind];
  guint place = change->before != NULL ? quo_record_table_find_place (table, change->before)
                                       : change->place;

  if (change->before != NULL && change->after != NULL)
    {
      quo_record_unref (change->before);
      list->pdata[place] = quo_record_ref (change->after);
    }
  else if (change->before != NULL)
    {
      change->place = place;
      g_ptr_array_remove_index (list, place);
    }
  else
    g_ptr_array_insert (list, place <= list->len ? (int)place : -1, quo_record_ref (change->after));
}

/* Many annotations at once: one pass to take out, one sort, one build. */
static void
carry_out_bulk (QuoRecordTable *table, QuoEdit *edit)
{
  GPtrArray *old = table->records[QUO_RECORD_ANNOTATION];
  GPtrArray *list = g_ptr_array_new_full (old->len, quo_record_unref);

  for (guint i = 0; i < old->len; i++)
    {
      QuoRecord *record = g_ptr_array_index (old, i);

      if (quo_edit_find (edit, record->id, record) == record)
        g_ptr_array_add (list, quo_record_ref (record));
    }
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      QuoRecord *after = quo_edit_get (edit, i)->after;

      if (after != NULL && after->kind == QUO_RECORD_ANNOTATION)
        g_ptr_array_add (list, quo_record_ref (after));
    }
  g_ptr_array_unref (old);
  table->records[QUO_RECORD_ANNOTATION] = list;
  sort_annotations (table);
  quo_span_index_build (table->index, list);
}

void
quo_record_table_carry_out (QuoRecordTable *table, QuoEdit *edit)
{
  gboolean is_bulk = quo_edit_get_length (edit) > BULK;
  gboolean has_layers = FALSE;

  for (guint i = 0; i < edit->changes->len; i++)
    {
      QuoChange *change = &g_array_index (edit->changes, QuoChange, i);
      QuoRecordKind kind = (change->after != NULL ? change->after : change->before)->kind;

      if (change->before != NULL)
        forget (table, change->before);
      if (change->after != NULL)
        learn (table, change->after);
      has_layers |= kind == QUO_RECORD_LAYER;
      if (kind != QUO_RECORD_ANNOTATION)
        carry_out_other (table, change);
      else if (!is_bulk)
        carry_out_annotation (table, change);
    }
  if (is_bulk)
    carry_out_bulk (table, edit);
  else if (has_layers)
    sort_annotations (table);
}

/* Fills a new table with the records in @lists. */
static void
take_lists (QuoRecordTable *table, GPtrArray *const lists[QUO_N_RECORD_KINDS])
{
  table->by_id = g_hash_table_new (hash_record, has_same_id);
  table->referrers
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  table->index = quo_span_index_new ();
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      GPtrArray *from = lists[kind];
      GPtrArray *to = g_ptr_array_new_full (from->len, quo_record_unref);

      table->records[kind] = to;
      for (guint i = 0; i < from->len; i++)
        {
          g_ptr_array_add (to, quo_record_ref (g_ptr_array_index (from, i)));
          learn (table, g_ptr_array_index (from, i));
        }
    }
}

void
quo_record_table_init (QuoRecordTable *table, QuoSnapshot *snapshot)
{
  take_lists (table, snapshot->records);
  sort_annotations (table);
  quo_span_index_build (table->index, table->records[QUO_RECORD_ANNOTATION]);
}

void
quo_record_table_copy (QuoRecordTable *copy, const QuoRecordTable *table)
{
  take_lists (copy, table->records);
  quo_span_index_build (copy->index, copy->records[QUO_RECORD_ANNOTATION]);
}

QuoRecord *
quo_record_table_find (QuoRecordTable *table, const char *id)
{
  return g_hash_table_lookup (table->by_id, &(QuoRecord){ .id = id });
}

void
quo_record_table_clear (QuoRecordTable *table)
{
  g_clear_pointer (&table->by_id, g_hash_table_unref);
  g_clear_pointer (&table->referrers, g_hash_table_unref);
  g_clear_pointer (&table->index, quo_span_index_free);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    g_clear_pointer (&table->records[kind], g_ptr_array_unref);
}
