/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-tally.h"

#include <string.h>

/* A megabyte of text has tens of thousands of words, so there is no allocation for each: they lie
 * in segments, which do not move, and a table of their numbers leads to them. */

#define SEGMENT_BITS 8
#define SEGMENT_LENGTH (1u << SEGMENT_BITS)
#define LEAST_SLOTS 1024

typedef struct
{
  const char *folded;
  guint32 hash;
  QuoWordFacts facts;
} Word;

struct _QuoNameTally
{
  GPtrArray *segments; /* of Word */
  guint n;
  guint32 *slots; /* number of a word + 1, at its hash or in the next one that was free; 0: free */
  guint n_slots;  /* a power of 2, more than n */
  GStringChunk *strings;
};

static Word *
get (const QuoNameTally *tally, guint i)
{
  Word *segment = g_ptr_array_index (tally->segments, i >> SEGMENT_BITS);

  return &segment[i & (SEGMENT_LENGTH - 1)];
}

QuoNameTally *
quo_name_tally_new (void)
{
  QuoNameTally *tally = g_new0 (QuoNameTally, 1);

  tally->segments = g_ptr_array_new_with_free_func (g_free);
  tally->n_slots = LEAST_SLOTS;
  tally->slots = g_new0 (guint32, tally->n_slots);
  tally->strings = g_string_chunk_new (4096);
  return tally;
}

void
quo_name_tally_free (QuoNameTally *tally)
{
  g_ptr_array_unref (tally->segments);
  g_free (tally->slots);
  g_string_chunk_free (tally->strings);
  g_free (tally);
}

/* The slot of the word, or the free one in which it would be. */
static guint32 *
find_slot (const QuoNameTally *tally, const char *folded, guint32 hash)
{
  for (guint i = hash;; i++)
    {
      guint32 *slot = &tally->slots[i & (tally->n_slots - 1)];
      const Word *word = *slot > 0 ? get (tally, *slot - 1) : NULL;

      if (word == NULL || (word->hash == hash && strcmp (word->folded, folded) == 0))
        return slot;
    }
}

static void
grow (QuoNameTally *tally)
{
  g_free (tally->slots);
  tally->n_slots *= 2;
  tally->slots = g_new0 (guint32, tally->n_slots);
  for (guint i = 0; i < tally->n; i++)
    *find_slot (tally, get (tally, i)->folded, get (tally, i)->hash) = i + 1;
}

QuoWordFacts *
quo_name_tally_look_up (QuoNameTally *tally, const char *folded)
{
  guint32 hash = g_str_hash (folded);
  guint32 *slot = find_slot (tally, folded, hash);

  if (*slot == 0)
    {
      if (tally->n % SEGMENT_LENGTH == 0)
        g_ptr_array_add (tally->segments, g_new (Word, SEGMENT_LENGTH));
      *get (tally, tally->n)
          = (Word){ .folded = g_string_chunk_insert (tally->strings, folded), .hash = hash };
      *slot = ++tally->n;
      if (tally->n > tally->n_slots / 4 * 3)
        grow (tally);
      return &get (tally, tally->n - 1)->facts;
    }
  return &get (tally, *slot - 1)->facts;
}

QuoWordTally
quo_name_tally_get (const QuoNameTally *tally, const char *folded)
{
  guint32 i = *find_slot (tally, folded, g_str_hash (folded));

  return i > 0 ? get (tally, i - 1)->facts.tally : (QuoWordTally){ 0 };
}
