/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotations by place.
 *
 * Invariant: @entries is sorted by start, then greater end, then id, so that its order does not
 * depend on the order of the edits; greatest_ends[b] is the greatest end among the entries of block
 * b, and group_ends[g] the greatest among the blocks of group g. A query enters only the groups,
 * and in them only the blocks, that reach into its window. An edit moves the entries behind it by
 * one place: each later block gains one entry and loses one, and is looked through again only if
 * the one it loses was its greatest. */
#include "quo-span-index.h"

#include <string.h>

#define BLOCK 64 /* entries */
#define GROUP 64 /* blocks */

struct _QuoSpanIndex
{
  GArray *entries;       /* of QuoSpanEntry */
  GArray *greatest_ends; /* of guint32, one for each begun block */
  GArray *group_ends;    /* of guint32, one for each begun group of blocks */
};

static inline QuoSpanEntry *
get_entries (const QuoSpanIndex *index)
{
  return (QuoSpanEntry *)(gpointer)index->entries->data;
}

static inline guint32 *
get_ends (const QuoSpanIndex *index)
{
  return (guint32 *)(gpointer)index->greatest_ends->data;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const QuoSpanEntry *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return x->annotation == y->annotation ? 0
                                        : strcmp (x->annotation->base.id, y->annotation->base.id);
}

/* The first entry that does not come before @entry. */
static guint
find_place (const QuoSpanIndex *index, const QuoSpanEntry *entry)
{
  const QuoSpanEntry *entries = get_entries (index);
  guint low = 0, high = index->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_entries (&entries[middle], entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
measure_block (QuoSpanIndex *index, guint block)
{
  const QuoSpanEntry *entries = get_entries (index);
  guint end = MIN ((block + 1) * BLOCK, index->entries->len);
  guint32 greatest = 0;

  for (guint i = block * BLOCK; i < end; i++)
    greatest = MAX (greatest, entries[i].span.end);
  get_ends (index)[block] = greatest;
}

/* Makes room for the blocks of all entries. */
static void
resize_blocks (QuoSpanIndex *index)
{
  guint n_blocks = (index->entries->len + BLOCK - 1) / BLOCK;

  g_array_set_size (index->greatest_ends, n_blocks);
  g_array_set_size (index->group_ends, (n_blocks + GROUP - 1) / GROUP);
}

/* Measures the groups from the one that @block is in: the blocks are up to date. */
static void
measure_groups (QuoSpanIndex *index, guint block)
{
  const guint32 *ends = get_ends (index);

  for (guint group = block / GROUP; group < index->group_ends->len; group++)
    {
      guint end = MIN ((group + 1) * GROUP, index->greatest_ends->len);
      guint32 greatest = 0;

      for (guint i = group * GROUP; i < end; i++)
        greatest = MAX (greatest, ends[i]);
      g_array_index (index->group_ends, guint32, group) = greatest;
    }
}

/* Block @block gained the entry with end @gained and lost the one with end @lost. */
static inline void
update_block (QuoSpanIndex *index, guint block, guint32 gained, guint32 lost)
{
  guint32 *end = &get_ends (index)[block];

  if (gained >= *end)
    *end = gained;
  else if (lost == *end)
    measure_block (index, block);
}

static void
insert_entry (QuoSpanIndex *index, const QuoSpanEntry *entry)
{
  guint place = find_place (index, entry), last;
  const QuoSpanEntry *entries;

  g_array_insert_vals (index->entries, place, entry, 1);
  resize_blocks (index);
  entries = get_entries (index);
  last = index->greatest_ends->len - 1;
  measure_block (index, place / BLOCK);
  for (guint block = place / BLOCK + 1; block < last; block++)
    update_block (index, block, entries[block * BLOCK].span.end,
                  entries[(block + 1) * BLOCK].span.end);
  measure_block (index, last);
  measure_groups (index, place / BLOCK);
}

static void
remove_entry (QuoSpanIndex *index, const QuoSpanEntry *entry)
{
  guint place = find_place (index, entry), last;
  const QuoSpanEntry *entries = get_entries (index);

  /* During a swap the old and the new record with one id may both be here. */
  while (place < index->entries->len && entries[place].annotation != entry->annotation
         && compare_entries (&entries[place], entry) == 0)
    place++;
  if (place == index->entries->len || entries[place].annotation != entry->annotation)
    return;
  g_array_remove_index (index->entries, place);
  resize_blocks (index);
  if (index->entries->len == 0)
    return;
  last = index->greatest_ends->len - 1;
  for (guint block = place / BLOCK + 1; block < last; block++)
    update_block (index, block, entries[block * BLOCK + BLOCK - 1].span.end,
                  entries[block * BLOCK - 1].span.end);
  if (place / BLOCK < last)
    measure_block (index, place / BLOCK);
  measure_block (index, last);
  measure_groups (index, MIN (place / BLOCK, last));
}

QuoSpanIndex *
quo_span_index_new (void)
{
  QuoSpanIndex *index = g_new0 (QuoSpanIndex, 1);

  index->entries = g_array_new (FALSE, FALSE, sizeof (QuoSpanEntry));
  index->greatest_ends = g_array_new (FALSE, TRUE, sizeof (guint32));
  index->group_ends = g_array_new (FALSE, TRUE, sizeof (guint32));
  return index;
}

void
quo_span_index_free (QuoSpanIndex *index)
{
  if (index == NULL)
    return;
  g_array_unref (index->entries);
  g_array_unref (index->greatest_ends);
  g_array_unref (index->group_ends);
  g_free (index);
}

static gboolean
is_sorted (const GArray *entries)
{
  for (guint i = 1; i < entries->len; i++)
    if (compare_entries (&g_array_index (entries, QuoSpanEntry, i - 1),
                         &g_array_index (entries, QuoSpanEntry, i))
        > 0)
      return FALSE;
  return TRUE;
}

void
quo_span_index_build (QuoSpanIndex *index, GPtrArray *annotations)
{
  g_return_if_fail (index != NULL && annotations != NULL);
  g_array_set_size (index->entries, 0);
  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint k = 0; !annotation->is_orphan && k < annotation->n_ranges; k++)
        {
          QuoSpanEntry entry = { annotation->ranges[k], annotation };
          g_array_append_val (index->entries, entry);
        }
    }
  if (!is_sorted (index->entries))
    g_array_sort (index->entries, compare_entries);
  resize_blocks (index);
  for (guint block = 0; block < index->greatest_ends->len; block++)
    measure_block (index, block);
  measure_groups (index, 0);
}

void
quo_span_index_add (QuoSpanIndex *index, const QuoAnnotation *annotation)
{
  g_return_if_fail (index != NULL && annotation != NULL);
  for (guint i = 0; !annotation->is_orphan && i < annotation->n_ranges; i++)
    insert_entry (index, &(QuoSpanEntry){ annotation->ranges[i], annotation });
}

void
quo_span_index_remove (QuoSpanIndex *index, const QuoAnnotation *annotation)
{
  g_return_if_fail (index != NULL && annotation != NULL);
  for (guint i = 0; !annotation->is_orphan && i < annotation->n_ranges; i++)
    remove_entry (index, &(QuoSpanEntry){ annotation->ranges[i], annotation });
}

guint
quo_span_index_get_length (const QuoSpanIndex *index)
{
  g_return_val_if_fail (index != NULL, 0);
  return index->entries->len;
}

const QuoSpanEntry *
quo_span_index_get (const QuoSpanIndex *index, guint i)
{
  g_return_val_if_fail (index != NULL && i < index->entries->len, NULL);
  return &get_entries (index)[i];
}

/* The first entry that starts at @start or later. */
static guint
find_start (const QuoSpanIndex *index, guint32 start)
{
  const QuoSpanEntry *entries = get_entries (index);
  guint low = 0, high = index->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (entries[middle].span.start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Gives @func the entries of @block before @end that reach past @start; FALSE if it wants no more.
 */
static gboolean
query_block (const QuoSpanIndex *index, guint block, guint end, guint32 start, QuoSpanFunc func,
             gpointer data)
{
  const QuoSpanEntry *entries = get_entries (index);

  end = MIN (end, (block + 1) * BLOCK);
  for (guint i = block * BLOCK; i < end; i++)
    if (entries[i].span.end > start && !func (&entries[i], data))
      return FALSE;
  return TRUE;
}

void
quo_span_index_query (const QuoSpanIndex *index, QuoSpan window, QuoSpanFunc func, gpointer data)
{
  guint n, n_blocks;

  g_return_if_fail (index != NULL && func != NULL);
  n = find_start (index, window.end);
  n_blocks = (n + BLOCK - 1) / BLOCK;
  for (guint block = 0; block < n_blocks; block++)
    {
      if (block % GROUP == 0
          && g_array_index (index->group_ends, guint32, block / GROUP) <= window.start)
        block += GROUP - 1;
      else if (get_ends (index)[block] > window.start
               && !query_block (index, block, n, window.start, func, data))
        return;
    }
}

typedef struct
{
  QuoSpan window;
  GPtrArray *found;
} Search;

/* An annotation of several ranges is found once for each: taken at the first that is in the window.
 */
static gboolean
take_once (const QuoSpanEntry *entry, gpointer data)
{
  Search *search = data;
  const QuoAnnotation *annotation = entry->annotation;
  guint i = 0;

  while (!quo_span_overlaps (annotation->ranges[i], search->window))
    i++;
  if (quo_span_equal (annotation->ranges[i], entry->span))
    g_ptr_array_add (search->found, (gpointer)annotation);
  return TRUE;
}

GPtrArray *
quo_span_index_list (const QuoSpanIndex *index, QuoSpan window)
{
  Search search = { window, g_ptr_array_new () };

  quo_span_index_query (index, window, take_once, &search);
  return search.found;
}
