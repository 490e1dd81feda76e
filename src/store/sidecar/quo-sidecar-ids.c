/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open addressing with linear steps.  A slot is the hash and the number of a record, eight bytes,
 * so that the table of a large file stays near the processor; a record is looked into only when its
 * hash is the one that is sought. */

#include "quo-config.h"

#include "quo-sidecar-ids.h"

#include <string.h>

#define MIN_SIZE 1024

/* Fewer bytes than a record of a sidecar mostly has. */
#define RECORD_SIZE 160

typedef struct
{
  guint32 hash;
  guint32 number; /* in `records`, from 1; 0 is a free slot */
} Slot;

struct _QuoSidecarIds
{
  Slot *slots;
  gsize mask; /* number of slots less one; they are a power of two */
  GPtrArray *records;
  guint32 seed;
};

QuoSidecarIds *
quo_sidecar_ids_new (gsize n_bytes)
{
  QuoSidecarIds *ids = g_new0 (QuoSidecarIds, 1);
  gsize n_slots = MIN_SIZE;

  while (n_slots < n_bytes / RECORD_SIZE * 2)
    n_slots *= 2;
  ids->slots = g_new0 (Slot, n_slots);
  ids->mask = n_slots - 1;
  ids->records = g_ptr_array_new ();
  ids->seed = g_random_int ();
  return ids;
}

void
quo_sidecar_ids_free (QuoSidecarIds *ids)
{
  g_ptr_array_unref (ids->records);
  g_free (ids->slots);
  g_free (ids);
}

static guint32
hash_id (const QuoSidecarIds *ids, const char *id)
{
  guint32 hash = ids->seed;

  for (; *id != '\0'; id++)
    hash = (hash ^ (guchar)*id) * 16777619u;
  return hash ^ (hash >> 15);
}

static QuoRecord *
get_record (const QuoSidecarIds *ids, const Slot *slot)
{
  return slot->number != 0 ? g_ptr_array_index (ids->records, slot->number - 1) : NULL;
}

/* The slot of the id, or the free one where it belongs. */
static Slot *
find_slot (const QuoSidecarIds *ids, const char *id, guint32 hash)
{
  gsize i = hash & ids->mask;

  while (ids->slots[i].number != 0
         && (ids->slots[i].hash != hash || strcmp (get_record (ids, &ids->slots[i])->id, id) != 0))
    i = (i + 1) & ids->mask;
  return &ids->slots[i];
}

static void
grow (QuoSidecarIds *ids)
{
  g_autofree Slot *old = ids->slots;
  gsize n_old = ids->mask + 1;

  ids->slots = g_new0 (Slot, n_old * 2);
  ids->mask = n_old * 2 - 1;
  for (gsize k = 0; k < n_old; k++)
    {
      gsize i = old[k].hash & ids->mask;

      if (old[k].number == 0)
        continue;
      while (ids->slots[i].number != 0)
        i = (i + 1) & ids->mask;
      ids->slots[i] = old[k];
    }
}

void
quo_sidecar_ids_prefetch (const QuoSidecarIds *ids, const char *id)
{
  if (id != NULL)
    __builtin_prefetch (&ids->slots[hash_id (ids, id) & ids->mask], 1);
}

QuoRecord *
quo_sidecar_ids_add (QuoSidecarIds *ids, QuoRecord *record)
{
  guint32 hash = hash_id (ids, record->id);
  Slot *slot = find_slot (ids, record->id, hash);

  if (slot->number != 0)
    return get_record (ids, slot);
  g_ptr_array_add (ids->records, record);
  *slot = (Slot){ hash, ids->records->len };
  if ((gsize)ids->records->len * 2 > ids->mask)
    grow (ids);
  return NULL;
}

QuoRecord *
quo_sidecar_ids_find (QuoSidecarIds *ids, const char *id)
{
  return get_record (ids, find_slot (ids, id, hash_id (ids, id)));
}
