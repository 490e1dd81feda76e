/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roles while they are changed. Invariant: the entries are in order of their names. */
#include "quo-role-list.h"

#include <string.h>

typedef struct
{
  const char *name;
  GPtrArray *members; /* of ids, borrowed */
} Entry;

struct _QuoRoleList
{
  GArray *entries;
  GArray *filled; /* of QuoRole, without the empty ones */
};

static void
clear_entry (gpointer data)
{
  g_ptr_array_unref (((Entry *)data)->members);
}

static Entry *
get_entry (const QuoRoleList *list, guint i)
{
  return &g_array_index (list->entries, Entry, i);
}

static Entry *
find_entry (const QuoRoleList *list, const char *role)
{
  for (guint i = 0; i < list->entries->len; i++)
    if (strcmp (get_entry (list, i)->name, role) == 0)
      return get_entry (list, i);
  return NULL;
}

static guint
find_member (const Entry *entry, const char *id)
{
  for (guint i = 0; i < entry->members->len; i++)
    if (strcmp (entry->members->pdata[i], id) == 0)
      return i;
  return G_MAXUINT;
}

static Entry *
make_entry (QuoRoleList *list, const char *role)
{
  Entry entry = { role, NULL };
  Entry *known = find_entry (list, role);
  guint place = 0;

  if (known != NULL)
    return known;
  while (place < list->entries->len && strcmp (get_entry (list, place)->name, role) < 0)
    place++;
  entry.members = g_ptr_array_new ();
  g_array_insert_val (list->entries, place, entry);
  return get_entry (list, place);
}

QuoRoleList *
quo_role_list_new (const QuoRelation *relation)
{
  QuoRoleList *list = g_new0 (QuoRoleList, 1);

  list->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (list->entries, clear_entry);
  list->filled = g_array_new (FALSE, FALSE, sizeof (QuoRole));
  for (guint i = 0; relation != NULL && i < relation->n_roles; i++)
    for (guint j = 0; j < relation->roles[i].n_members; j++)
      quo_role_list_add (list, relation->roles[i].name, relation->roles[i].members[j]);
  return list;
}

void
quo_role_list_free (QuoRoleList *list)
{
  if (list == NULL)
    return;
  g_array_unref (list->entries);
  g_array_unref (list->filled);
  g_free (list);
}

gboolean
quo_role_list_add (QuoRoleList *list, const char *role, const char *id)
{
  Entry *entry = make_entry (list, role);

  if (find_member (entry, id) != G_MAXUINT)
    return FALSE;
  g_ptr_array_add (entry->members, (gpointer)id);
  return TRUE;
}

void
quo_role_list_clear (QuoRoleList *list, const char *role)
{
  Entry *entry = find_entry (list, role);

  if (entry != NULL)
    g_ptr_array_set_size (entry->members, 0);
}

gboolean
quo_role_list_remove (QuoRoleList *list, const char *role, const char *id)
{
  gboolean is_removed = FALSE;

  for (guint i = 0; i < list->entries->len; i++)
    {
      Entry *entry = get_entry (list, i);
      guint place = find_member (entry, id);

      if (place == G_MAXUINT || (role != NULL && strcmp (entry->name, role) != 0))
        continue;
      g_ptr_array_remove_index (entry->members, place);
      is_removed = TRUE;
    }
  return is_removed;
}

void
quo_role_list_replace (QuoRoleList *list, const char *id, const char *other)
{
  for (guint i = 0; i < list->entries->len; i++)
    {
      Entry *entry = get_entry (list, i);
      guint place = find_member (entry, id);

      if (place == G_MAXUINT)
        continue;
      if (find_member (entry, other) != G_MAXUINT)
        g_ptr_array_remove_index (entry->members, place);
      else
        entry->members->pdata[place] = (gpointer)other;
    }
}

guint
quo_role_list_count (const QuoRoleList *list)
{
  guint n = 0;

  for (guint i = 0; i < list->entries->len; i++)
    n += get_entry (list, i)->members->len > 0;
  return n;
}

guint
quo_role_list_count_members (const QuoRoleList *list, const char *role)
{
  guint n = 0;

  for (guint i = 0; i < list->entries->len; i++)
    if (role == NULL || strcmp (get_entry (list, i)->name, role) == 0)
      n += get_entry (list, i)->members->len;
  return n;
}

void
quo_role_list_fill (QuoRoleList *list, QuoRelation *relation)
{
  g_array_set_size (list->filled, 0);
  for (guint i = 0; i < list->entries->len; i++)
    {
      const Entry *entry = get_entry (list, i);
      QuoRole role
          = { entry->name, (const char *const *)entry->members->pdata, entry->members->len };

      if (role.n_members > 0)
        g_array_append_val (list->filled, role);
    }
  relation->roles = (const QuoRole *)list->filled->data;
  relation->n_roles = list->filled->len;
}
