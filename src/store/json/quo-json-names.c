/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of open objects on one stack.  An object with more than N_LISTED names is also in the
 * table, under its serial number, so that a file made to be slow is not. */

#include "quo-config.h"

#include "quo-json-names.h"

#include <string.h>

/* Up to here comparing one by one is faster than hashing. */
#define N_LISTED 16

typedef struct
{
  const char *name;
  gsize len;
  gsize place;
  guint serial;
} Entry;

struct _QuoJsonNames
{
  GArray *stack;      /* of Entry */
  GHashTable *crowds; /* Entry -> itself, owned; NULL until an object has many names */
  guint serial;
};

static guint hash_seed;

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;
  guint hash = hash_seed ^ entry->serial;

  for (gsize i = 0; i < entry->len; i++)
    hash = (hash ^ (guchar)entry->name[i]) * 16777619u;
  return hash;
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->serial == y->serial && x->len == y->len && memcmp (x->name, y->name, x->len) == 0;
}

QuoJsonNames *
quo_json_names_new (void)
{
  static gsize once = 0;
  QuoJsonNames *names = g_new0 (QuoJsonNames, 1);

  if (g_once_init_enter (&once))
    {
      hash_seed = g_random_int ();
      g_once_init_leave (&once, 1);
    }
  names->stack = g_array_new (FALSE, FALSE, sizeof (Entry));
  return names;
}

void
quo_json_names_free (QuoJsonNames *names)
{
  g_clear_pointer (&names->crowds, g_hash_table_unref);
  g_array_unref (names->stack);
  g_free (names);
}

QuoJsonNamesMark
quo_json_names_begin (QuoJsonNames *names)
{
  return (QuoJsonNamesMark){ names->stack->len, ++names->serial };
}

void
quo_json_names_end (QuoJsonNames *names, QuoJsonNamesMark mark)
{
  g_array_set_size (names->stack, mark.first);
}

static void
add_to_crowds (QuoJsonNames *names, const Entry *entry)
{
  Entry *copy = g_memdup2 (entry, sizeof *entry);

  if (names->crowds == NULL)
    names->crowds = g_hash_table_new_full (hash_entry, equal_entries, g_free, NULL);
  g_hash_table_add (names->crowds, copy);
}

static const Entry *
find_entry (QuoJsonNames *names, guint first, const Entry *wanted)
{
  if (names->stack->len - first > N_LISTED)
    return g_hash_table_lookup (names->crowds, wanted);
  for (guint i = first; i < names->stack->len; i++)
    {
      const Entry *entry = &g_array_index (names->stack, Entry, i);

      if (equal_entries (entry, wanted))
        return entry;
    }
  return NULL;
}

gboolean
quo_json_names_add (QuoJsonNames *names, QuoJsonNamesMark mark, const char *name, gsize len,
                    gsize place, gsize *ret_first)
{
  Entry entry = { name, len, place, mark.serial };
  const Entry *found = find_entry (names, mark.first, &entry);
  guint n_names = names->stack->len - mark.first;

  if (found != NULL)
    {
      *ret_first = found->place;
      return FALSE;
    }
  g_array_append_val (names->stack, entry);
  if (n_names == N_LISTED)
    for (guint i = mark.first; i < names->stack->len; i++)
      add_to_crowds (names, &g_array_index (names->stack, Entry, i));
  else if (n_names > N_LISTED)
    add_to_crowds (names, &entry);
  return TRUE;
}
