/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids of what is imported: those the file has, if no record has them yet, else hashes of what the
 * record is. */

#include "quo-config.h"

#include "quo-builder-private.h"

#include <string.h>

/* FNV-1a. */
guint64
quo_builder_hash (guint64 hash, gconstpointer data, gsize len)
{
  const guchar *bytes = data;

  for (gsize i = 0; i < len; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static const char *
claim (QuoBuilder *builder, const char *id)
{
  char *kept = g_string_chunk_insert (builder->strings, id);

  g_hash_table_add (builder->ids, kept);
  return kept;
}

const char *
quo_builder_make_id (QuoBuilder *builder, const char *wanted, guint64 hash)
{
  if (wanted != NULL && quo_id_is_valid (wanted, strlen (wanted))
      && !g_hash_table_contains (builder->ids, wanted))
    return claim (builder, wanted);
  for (guint8 round = 0;; round++)
    {
      g_autofree char *id = quo_id_from_hash (hash);

      if (!g_hash_table_contains (builder->ids, id))
        return claim (builder, id);
      hash = quo_builder_hash (hash, &round, 1);
    }
}

static void
give_id (QuoBuilder *builder, QuoDraft *draft)
{
  guint64 hash = quo_builder_hash (builder->seed, &draft->kind, sizeof draft->kind);

  if (draft->ref != NULL)
    hash = quo_builder_hash (hash, draft->ref, strlen (draft->ref));
  if (draft->type != NULL)
    hash = quo_builder_hash (hash, draft->type, strlen (draft->type));
  for (guint i = 0; draft->ranges != NULL && i < draft->ranges->len; i++)
    hash = quo_builder_hash (hash, &quo_draft_get_range (draft, i)->at, sizeof (QuoSpan));
  draft->final_id = quo_builder_make_id (builder, draft->id, hash);
}

void
quo_builder_give_ids (QuoBuilder *builder)
{
  for (guint is_new = 0; is_new < 2; is_new++) /* those that bring an id have the first choice */
    for (guint i = 0; i < builder->drafts->len; i++)
      {
        QuoDraft *draft = g_ptr_array_index (builder->drafts, i);

        if (!draft->is_dropped && (draft->id == NULL) == (is_new == 1))
          give_id (builder, draft);
      }
}
