/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places of a text by what stands there. Invariant: the places whose first KEY bytes have the hash
 * h are heads[h] - 1, next[that] - 1 and so on, in ascending order, until 0. */
#include "quo-substring-index.h"

#include <string.h>

/* Bytes that are hashed. A shorter string is looked for from one end of the text to the other. */
#define KEY 8
#define BITS 18
/* In a text above this the index would take more memory than it is worth. */
#define MAX_LENGTH (16 * 1024 * 1024)

struct _QuoSubstringIndex
{
  const char *text;
  gsize len;
  guint32 *heads; /* NULL: no index */
  guint32 *next;
};

static guint
hash (const char *p)
{
  guint64 key;

  memcpy (&key, p, KEY);
  return (guint)((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - BITS));
}

QuoSubstringIndex *
quo_substring_index_new (const char *text, gsize len)
{
  QuoSubstringIndex *index = g_new0 (QuoSubstringIndex, 1);

  index->text = text;
  index->len = len;
  if (len < KEY || len > MAX_LENGTH)
    return index;
  index->heads = g_new0 (guint32, 1u << BITS);
  index->next = g_new (guint32, len);
  for (gsize i = len - KEY + 1; i > 0; i--)
    {
      guint h = hash (text + i - 1);

      index->next[i - 1] = index->heads[h];
      index->heads[h] = (guint32)i;
    }
  return index;
}

void
quo_substring_index_free (QuoSubstringIndex *index)
{
  if (index == NULL)
    return;
  g_free (index->heads);
  g_free (index->next);
  g_free (index);
}

static gsize
scan (const QuoSubstringIndex *index, const char *needle, gsize len, gsize from)
{
  const char *found
      = from < index->len ? memmem (index->text + from, index->len - from, needle, len) : NULL;

  return found != NULL ? (gsize)(found - index->text) : QUO_NOWHERE;
}

gsize
quo_substring_index_find (const QuoSubstringIndex *index, const char *needle, gsize len, gsize last)
{
  guint32 place;

  g_return_val_if_fail (index != NULL && needle != NULL && len > 0, QUO_NOWHERE);
  if (index->heads == NULL || len < KEY)
    return scan (index, needle, len, last == QUO_NOWHERE ? 0 : last + 1);
  place = last == QUO_NOWHERE ? index->heads[hash (needle)] : index->next[last];
  for (; place > 0; place = index->next[place - 1])
    if (index->len - (place - 1) >= len && memcmp (index->text + place - 1, needle, len) == 0)
      return place - 1;
  return QUO_NOWHERE;
}
