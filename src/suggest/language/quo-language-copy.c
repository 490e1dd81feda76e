/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-language-file.h"
#include "quo-words.h"

#include <string.h>

/* A language with the words of saying that people have marked. It shares all else with the language
 * it is made from, which never changes. */

/* The words of @language that can be changed. */
static GHashTable *
copy_words (const QuoLanguage *language)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, language->words);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (words, g_strdup (key), value);
  return words;
}

QuoLanguage *
quo_language_add_sayings (const QuoLanguage *language, const GPtrArray *words)
{
  QuoLanguage *copy = NULL;

  for (guint i = 0; i < words->len; i++)
    {
      char folded[QUO_FOLD_SIZE];
      gsize len = quo_word_fold_utf8 (g_ptr_array_index (words, i), folded);
      guint kinds = quo_language_get_kinds (language, folded, len);

      if (len == 0 || strchr (folded, ' ') != NULL
          || (kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_ANY_SOURCE | QUO_WORD_STOPWORD)))
        continue;
      if (copy == NULL)
        {
          copy = g_memdup2 (language, sizeof *language);
          copy->words = copy_words (language);
        }
      g_hash_table_insert (copy->words, g_strdup (folded),
                           GUINT_TO_POINTER (kinds | QUO_WORD_SAYING));
    }
  return copy;
}

void
quo_language_free_copy (QuoLanguage *copy)
{
  if (copy == NULL)
    return;
  g_hash_table_unref (copy->words);
  g_free (copy);
}
