/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GActions out of the table of everything a person can do. Window and application put them into
 * their own action map, because only those are exported on D-Bus.
 */
#include "quo-config.h"

#include "quo-actions.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const group_titles[QUO_N_GROUPS] = {
  [QUO_GROUP_FILES] = N_ ("Files"),
  [QUO_GROUP_ARTICLE] = N_ ("Article"),
  /* Translators: a heading over keys: marking words with labels. */
  [QUO_GROUP_TAG] = N_ ("Tagging"),
  [QUO_GROUP_QUOTE] = N_ ("Quotes"),
  /* Translators: a heading over keys: where an annotation begins and ends. */
  [QUO_GROUP_BORDERS] = N_ ("Borders"),
  [QUO_GROUP_SUGGESTIONS] = N_ ("Suggestions"),
  /* Translators: a heading over keys: looking through changes. */
  [QUO_GROUP_REVIEW] = N_ ("Reviewing"),
  /* Translators: a heading over keys: from one annotation to the next. */
  [QUO_GROUP_GO] = N_ ("Going On"),
  /* Translators: a heading over keys: what is shown in the window, and how. */
  [QUO_GROUP_VIEW] = N_ ("View"),
};

const QuoActionInfo *
quo_actions_find (const char *action)
{
  guint n_rows;
  const QuoActionInfo *table = quo_actions_list (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (strcmp (table[i].action, action) == 0)
      return &table[i];
  return NULL;
}

const char *
quo_actions_get_group_title (QuoActionGroup group)
{
  return _ (group_titles[group]);
}

/* What an action needs when it is activated; lives as long as the action. */
typedef struct
{
  const QuoActionInfo *info;
  gpointer owner;
  void (*after) (gpointer owner);
} Binding;

static void
on_activate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Binding *binding = data;
  g_autoptr (GObject) owner = g_object_ref (binding->owner);

  binding->info->run (owner, parameter);
  if (binding->after != NULL)
    binding->after (owner);
}

static void
free_binding (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
quo_actions_add (GActionMap *map, const char *scope, gpointer owner, void (*after) (gpointer owner))
{
  guint n_rows;
  const QuoActionInfo *table = quo_actions_list (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const QuoActionInfo *info = &table[i];
      const char *name = strchr (info->action, '.') + 1;
      g_autoptr (GSimpleAction) action = NULL;
      Binding *binding;

      if (info->run == NULL || !g_str_has_prefix (info->action, scope)
          || info->action[strlen (scope)] != '.')
        continue;
      binding = g_new (Binding, 1);
      *binding = (Binding){ info, owner, after };
      action = g_simple_action_new (name, info->type != NULL ? G_VARIANT_TYPE (info->type) : NULL);
      g_signal_connect_data (action, "activate", G_CALLBACK (on_activate), binding, free_binding,
                             0);
      g_action_map_add_action (map, G_ACTION (action));
    }
}
