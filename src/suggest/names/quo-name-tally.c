/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-tally.h"

/* A hash table of counts packed into pointers would save the allocations, but the vocabulary of an
 * article is small: 1 MB of news has some 20,000 words. Strings lie in one chunk. */

struct _QuoNameTally
{
  GHashTable *words; /* of char * to QuoWordTally */
  GStringChunk *strings;
};

QuoNameTally *
quo_name_tally_new (void)
{
  QuoNameTally *tally = g_new0 (QuoNameTally, 1);

  tally->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  tally->strings = g_string_chunk_new (4096);
  return tally;
}

void
quo_name_tally_free (QuoNameTally *tally)
{
  g_hash_table_unref (tally->words);
  g_string_chunk_free (tally->strings);
  g_free (tally);
}

QuoWordTally *
quo_name_tally_count (QuoNameTally *tally, const char *folded)
{
  QuoWordTally *word = g_hash_table_lookup (tally->words, folded);

  if (word == NULL)
    {
      word = g_new0 (QuoWordTally, 1);
      g_hash_table_insert (tally->words, g_string_chunk_insert (tally->strings, folded), word);
    }
  return word;
}

QuoWordTally
quo_name_tally_get (const QuoNameTally *tally, const char *folded)
{
  const QuoWordTally *word = g_hash_table_lookup (tally->words, folded);

  return word != NULL ? *word : (QuoWordTally){ 0 };
}
