/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-strings.h"

struct _QuoStrings
{
  GHashTable *numbers; /* of string to its number */
  GPtrArray *list;     /* of strings; the first one is NULL */
  GStringChunk *chunk;
};

QuoStrings *
quo_strings_new (void)
{
  QuoStrings *strings = g_new (QuoStrings, 1);

  strings->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  strings->list = g_ptr_array_new ();
  strings->chunk = g_string_chunk_new (1024);
  g_ptr_array_add (strings->list, NULL);
  return strings;
}

void
quo_strings_free (QuoStrings *strings)
{
  g_hash_table_unref (strings->numbers);
  g_ptr_array_unref (strings->list);
  g_string_chunk_free (strings->chunk);
  g_free (strings);
}

guint32
quo_strings_find (const QuoStrings *strings, const char *s)
{
  return s != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (strings->numbers, s)) : 0;
}

guint32
quo_strings_add (QuoStrings *strings, const char *s)
{
  guint32 number = quo_strings_find (strings, s);
  char *copy;

  if (s == NULL || number != 0)
    return number;
  copy = g_string_chunk_insert (strings->chunk, s);
  number = strings->list->len;
  g_ptr_array_add (strings->list, copy);
  g_hash_table_insert (strings->numbers, copy, GUINT_TO_POINTER (number));
  return number;
}

const char *
quo_strings_get (const QuoStrings *strings, guint32 number)
{
  return g_ptr_array_index (strings->list, number);
}
