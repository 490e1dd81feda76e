/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three-way merge of sidecars.
 *
 * Invariant: each id is in the result at most once, and no record of it names one that only this
 * merge took away. */
#include "quo-config.h"

#include "quo-merge.h"

#include "quo-error.h"
#include "quo-record-merge.h"
#include "quo-reference.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoSnapshot *base, *ours, *theirs;
  QuoMerge *merge;
  GHashTable *by_id; /* id to QuoRecord of the result, borrowed */
} Merging;

static void
free_conflict (gpointer data)
{
  QuoConflict *conflict = data;

  g_clear_pointer (&conflict->base, quo_record_unref);
  g_clear_pointer (&conflict->ours, quo_record_unref);
  g_clear_pointer (&conflict->theirs, quo_record_unref);
  g_free (conflict->said[0]);
  g_free (conflict->said[1]);
  g_free (conflict);
}

gboolean
quo_conflict_is_of_header (const QuoConflict *conflict)
{
  return conflict->base == NULL && conflict->ours == NULL && conflict->theirs == NULL;
}

void
quo_merge_free (QuoMerge *merge)
{
  if (merge == NULL)
    return;
  g_clear_pointer (&merge->snapshot, quo_snapshot_unref);
  g_ptr_array_unref (merge->conflicts);
  g_free (merge);
}

static QuoRecord *
ref_or_null (QuoRecord *record)
{
  return record != NULL ? quo_record_ref (record) : NULL;
}

static void
add_conflict (Merging *merging, const char *member, QuoRecord *base, QuoRecord *ours,
              QuoRecord *theirs)
{
  QuoConflict *conflict = g_new (QuoConflict, 1);

  *conflict = (QuoConflict){
    member, ref_or_null (base), ref_or_null (ours), ref_or_null (theirs), { NULL, NULL }
  };
  g_ptr_array_add (merging->merge->conflicts, conflict);
}

/* Takes a record (transfer full) into the result. */
static void
take (Merging *merging, QuoRecord *record)
{
  quo_snapshot_take (merging->merge->snapshot, record);
  g_hash_table_insert (merging->by_id, (gpointer)record->id, record);
}

static gboolean
says_same (QuoRecord *a, QuoRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->kind == b->kind && quo_record_equal (a, b);
}

/* Both sides changed it: member by member. */
static QuoRecord *
merge_changed (Merging *merging, QuoRecord *base, QuoRecord *ours, QuoRecord *theirs)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  QuoRecord *merged;

  if (base != NULL && base->kind != ours->kind)
    base = NULL;
  if (theirs->kind != ours->kind)
    {
      add_conflict (merging, "", base, ours, theirs);
      return quo_record_ref (ours);
    }
  merged = quo_record_merge (base, ours, theirs, names);
  for (guint i = 0; i < names->len; i++)
    add_conflict (merging, g_ptr_array_index (names, i), base, ours, theirs);
  return merged;
}

/* (transfer full) (nullable): the record with this id in the result. */
static QuoRecord *
merge_record (Merging *merging, const char *id)
{
  QuoRecord *base = quo_snapshot_find (merging->base, id);
  QuoRecord *ours = quo_snapshot_find (merging->ours, id);
  QuoRecord *theirs = quo_snapshot_find (merging->theirs, id);

  if (says_same (ours, theirs))
    return ref_or_null (ours);
  if (says_same (base, theirs))
    {
      merging->merge->n_ours++;
      return ref_or_null (ours);
    }
  if (says_same (base, ours))
    {
      merging->merge->n_theirs++;
      return ref_or_null (theirs);
    }
  if (ours == NULL || theirs == NULL)
    {
      add_conflict (merging, "", base, ours, theirs);
      return quo_record_ref (ours != NULL ? ours : theirs);
    }
  return merge_changed (merging, base, ours, theirs);
}

static void
merge_list (Merging *merging, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (records, i);
      QuoRecord *merged;

      if (g_hash_table_contains (merging->by_id, record->id))
        continue;
      merged = merge_record (merging, record->id);
      if (merged != NULL)
        take (merging, merged);
    }
}

/* --- What is named --- */

typedef struct
{
  Merging *merging;
  QuoRecord *naming;
  GPtrArray *missing; /* of QuoRecord */
} Naming;

static gboolean
check_reference (const char *id, guint kinds, gpointer data)
{
  const Naming *naming = data;
  QuoRecord *gone;

  if (g_hash_table_contains (naming->merging->by_id, id))
    return TRUE;
  gone = quo_snapshot_find (naming->merging->base, id);
  if (gone == NULL)
    return TRUE; /* it named nothing before */
  if (!g_ptr_array_find (naming->missing, gone, NULL))
    g_ptr_array_add (naming->missing, gone);
  return TRUE;
}

/* One side removed what the other began to name: it stays. */
static void
restore_named (Merging *merging)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  do
    {
      g_ptr_array_set_size (missing, 0);
      for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
        {
          GPtrArray *list = merging->merge->snapshot->records[kind];

          for (guint i = 0; i < list->len; i++)
            {
              Naming naming = { merging, g_ptr_array_index (list, i), missing };
              quo_record_foreach_reference (naming.naming, check_reference, &naming);
            }
        }
      for (guint i = 0; i < missing->len; i++)
        {
          QuoRecord *record = g_ptr_array_index (missing, i);

          add_conflict (merging, "", record, quo_snapshot_find (merging->ours, record->id),
                        quo_snapshot_find (merging->theirs, record->id));
          take (merging, quo_record_ref (record));
        }
    }
  while (missing->len > 0);
}

/* --- What the sidecar says beside its records --- */

static void
add_header_conflict (Merging *merging, const char *member, const char *ours, const char *theirs)
{
  QuoConflict *conflict = g_new0 (QuoConflict, 1);

  conflict->member = member;
  conflict->said[0] = g_strdup (ours);
  conflict->said[1] = g_strdup (theirs);
  g_ptr_array_add (merging->merge->conflicts, conflict);
}

/* @merged: the header of ours. */
static void
merge_headers (Merging *merging, QuoHeader *merged)
{
  const char *name;

  for (guint i = 0; (name = quo_header_member_name (i)) != NULL; i++)
    {
      const char *base = quo_header_get_member (merging->base->header, i);
      const char *ours = quo_header_get_member (merged, i);
      const char *theirs = quo_header_get_member (merging->theirs->header, i);

      if (g_strcmp0 (ours, theirs) == 0 || g_strcmp0 (base, theirs) == 0)
        continue;
      if (g_strcmp0 (base, ours) == 0)
        quo_header_set_member (merged, i, theirs);
      else
        add_header_conflict (merging, name, ours, theirs);
    }
}

static gboolean
check_versions (QuoSnapshot *ours, QuoSnapshot *theirs, GError **error)
{
  /* Ours is over the article as it is now, whatever its header said when it was read. */
  const char *mine = ours->article != NULL ? ours->article->sha256 : ours->header->sha256;

  if (g_strcmp0 (mine, theirs->header->sha256) == 0)
    return TRUE;
  g_set_error (error, QUO_ERROR, QUO_ERROR_CHANGED,
               _ ("the two were made in different versions of the article, so their places do not "
                  "compare; “quo anchor --write” brings both to the article as it is now"));
  return FALSE;
}

QuoMerge *
quo_merge (QuoSnapshot *base, QuoSnapshot *ours, QuoSnapshot *theirs, GError **error)
{
  Merging merging = { base, ours, theirs, NULL, NULL };
  g_autoptr (QuoHeader) header = NULL;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL, NULL);
  if (!check_versions (ours, theirs, error))
    return NULL;
  merging.merge = g_new0 (QuoMerge, 1);
  merging.merge->conflicts = g_ptr_array_new_with_free_func (free_conflict);
  header = quo_header_copy (ours->header);
  merge_headers (&merging, header);
  merging.merge->snapshot = quo_snapshot_new (ours->article, header);
  merging.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      merge_list (&merging, ours->records[kind]);
      merge_list (&merging, theirs->records[kind]);
    }
  restore_named (&merging);
  quo_snapshot_sort (merging.merge->snapshot);
  g_hash_table_unref (merging.by_id);
  return merging.merge;
}
