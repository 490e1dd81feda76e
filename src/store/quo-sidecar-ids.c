/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open addressing with linear steps.  Each slot keeps the hash beside the record, so that a record
 * is looked into only when it is most likely the right one. */

#include "quo-config.h"

#include "quo-sidecar-ids.h"

#include <string.h>

#define FIRST_SIZE 1024

typedef struct
{
  QuoRecord *record;
  guint32 hash;
} Slot;

struct _QuoSidecarIds
{
  Slot *slots;
  gsize mask; /* number of slots less one; they are a power of two */
  gsize n_records;
  guint32 seed;
};

QuoSidecarIds *
quo_sidecar_ids_new (void)
{
  QuoSidecarIds *ids = g_new0 (QuoSidecarIds, 1);

  ids->slots = g_new0 (Slot, FIRST_SIZE);
  ids->mask = FIRST_SIZE - 1;
  ids->seed = g_random_int ();
  return ids;
}

void
quo_sidecar_ids_free (QuoSidecarIds *ids)
{
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

/* The slot of the id, or the free one where it belongs. */
static Slot *
find_slot (const QuoSidecarIds *ids, const char *id, guint32 hash)
{
  gsize i = hash & ids->mask;

  while (ids->slots[i].record != NULL
         && (ids->slots[i].hash != hash || strcmp (ids->slots[i].record->id, id) != 0))
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
  for (gsize i = 0; i < n_old; i++)
    if (old[i].record != NULL)
      *find_slot (ids, old[i].record->id, old[i].hash) = old[i];
}

QuoRecord *
quo_sidecar_ids_add (QuoSidecarIds *ids, QuoRecord *record)
{
  guint32 hash = hash_id (ids, record->id);
  Slot *slot = find_slot (ids, record->id, hash);

  if (slot->record != NULL)
    return slot->record;
  *slot = (Slot){ record, hash };
  if (++ids->n_records * 2 > ids->mask)
    grow (ids);
  return NULL;
}

QuoRecord *
quo_sidecar_ids_find (QuoSidecarIds *ids, const char *id)
{
  return find_slot (ids, id, hash_id (ids, id))->record;
}
