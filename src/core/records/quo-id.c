/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of records. New ones are random rather than counted, so that two copies of a sidecar that
 * both grew can be merged. Upper case and the letters that are read as digits do not occur. */
#include "quo-record.h"

#define NEW_LENGTH 7
#define MAX_LENGTH 64

static const char digits[32] = "abcdefghijkmnpqrstuvwxyz23456789";
#define N_LETTERS 24 /* of the digits: what an id may start with */

char *
quo_id_new (void)
{
  char *id = g_malloc (NEW_LENGTH + 1);

  id[0] = digits[g_random_int_range (0, N_LETTERS)];
  for (guint i = 1; i < NEW_LENGTH; i++)
    id[i] = digits[g_random_int_range (0, G_N_ELEMENTS (digits))];
  id[NEW_LENGTH] = '\0';
  return id;
}

char *
quo_id_from_hash (guint64 hash)
{
  char *id = g_malloc (NEW_LENGTH + 1);

  id[0] = digits[hash % N_LETTERS];
  hash /= N_LETTERS;
  for (guint i = 1; i < NEW_LENGTH; i++, hash /= G_N_ELEMENTS (digits))
    id[i] = digits[hash % G_N_ELEMENTS (digits)];
  id[NEW_LENGTH] = '\0';
  return id;
}

gboolean
quo_id_is_valid (const char *id, gsize len)
{
  if (len == 0 || len > MAX_LENGTH || !g_ascii_isalpha (id[0]))
    return FALSE;
  for (gsize i = 1; i < len; i++)
    if (!g_ascii_isalnum (id[i]) && id[i] != '_' && id[i] != '-')
      return FALSE;
  return TRUE;
}
