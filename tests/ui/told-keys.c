/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For a test of what tells keys: all of them are changed at once, and whatever still tells one of
 * the old ones is found.
 */
#include "quo-config.h"

#include "told-keys.h"

#include "quo-keymap.h"
#include "quo-late-tooltip.h"

#include <string.h>

#define N_FUNCTION_KEYS 12u

/* Twelve function keys with each set of the other modifiers. */
static char *
dup_key (guint nth)
{
  static const GdkModifierType others[]
      = { GDK_SHIFT_MASK, GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_META_MASK };
  GdkModifierType modifiers = GDK_SUPER_MASK;
  guint set = nth / N_FUNCTION_KEYS;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (set >> i & 1)
      modifiers |= others[i];
  return gtk_accelerator_name (GDK_KEY_F1 + nth % N_FUNCTION_KEYS, modifiers);
}

static void
change_keys (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  guint n_rows;
  const QuoActionInfo *rows = quo_actions_list (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *keys = quo_keymap_dup_keys (quo_keymap_get (), &rows[i]);
      g_autofree char *key = dup_key (i);

      if (rows[i].when != QUO_KEYS_LABELS && *keys != '\0')
        quo_keymap_set (quo_keymap_get (), &rows[i], key);
    }
}

/* (transfer full) (nullable): the key that a widget tells. */
static char *
dup_told (GtkWidget *widget)
{
  g_autofree char *late = quo_late_tooltip_dup (widget);
  const char *tooltip = late != NULL ? late : gtk_widget_get_tooltip_text (widget);
  const char *bracket = tooltip != NULL ? strrchr (tooltip, '(') : NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "key")
      && gtk_widget_get_visible (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  return bracket != NULL && g_str_has_suffix (tooltip, ")") ? g_strdup (tooltip) : NULL;
}

static void
collect (GtkWidget *widget, GString *stale, guint *n_told)
{
  g_autofree char *told = dup_told (widget);

  if (told != NULL && strstr (told, "Super") == NULL)
    g_string_append_printf (stale, "%s\n", told);
  *n_told += told != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, stale, n_told);
}

static void
find_stale_keys (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_autoptr (GString) stale = g_string_new (NULL);
  GListModel *windows = gtk_window_get_toplevels ();
  g_autofree char *count = NULL;
  guint n_told = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      collect (window, stale, &n_told);
    }
  count = g_strdup_printf ("%u\n", n_told);
  g_string_prepend (stale, count);
  g_simple_action_set_state (action, g_variant_new_string (stale->str));
}

/* --- which acts there are, and where --- */

static void
collect_items (GMenuModel *menu, GHashTable *places)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (gint i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      char *action = NULL;

      if (g_menu_model_get_item_attribute (menu, i, "action", "s", &action))
        g_hash_table_replace (places, action, (gpointer) "menu");
      for (guint k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (menu, i, links[k]);

          if (inner != NULL)
            collect_items (inner, places);
        }
    }
}

static void
collect_places (GtkWidget *widget, GHashTable *places)
{
  const char *action = GTK_IS_ACTIONABLE (widget)
                           ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))
                           : NULL;

  if (action != NULL && !g_hash_table_contains (places, action))
    g_hash_table_insert (places, g_strdup (action), (gpointer) "button");
  if (GTK_IS_POPOVER_MENU (widget)
      && gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)) != NULL)
    collect_items (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)), places);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_places (child, places);
}

static void
tell_acts (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) told = g_string_new (NULL);
  GListModel *windows = gtk_window_get_toplevels ();
  GHashTableIter iter;
  gpointer name, place;
  guint n_rows;
  const QuoActionInfo *rows = quo_actions_list (&n_rows);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      collect_places (window, places);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *keys = quo_keymap_dup_keys (quo_keymap_get (), &rows[i]);

      place = g_hash_table_lookup (places, rows[i].action);
      g_string_append_printf (told, "%s\t%s\t%s\t%s\n", rows[i].action, rows[i].title, keys,
                              place != NULL ? (const char *)place : "");
    }
  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &name, &place))
    if (quo_actions_find (name) == NULL)
      g_string_append_printf (told, "%s\t\t\t%s\n", (char *)name, (char *)place);
  g_simple_action_set_state (action, g_variant_new_string (told->str));
}

void
add_told_keys (GtkApplication *application)
{
  g_autoptr (GSimpleAction) acts
      = g_simple_action_new_stateful ("told-acts", NULL, g_variant_new_string (""));
  g_autoptr (GSimpleAction) change = g_simple_action_new ("change-keys", NULL);
  g_autoptr (GSimpleAction) find
      = g_simple_action_new_stateful ("stale-keys", NULL, g_variant_new_string (""));

  g_signal_connect (change, "activate", G_CALLBACK (change_keys), application);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (change));
  g_signal_connect (find, "activate", G_CALLBACK (find_stale_keys), application);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (find));
  g_signal_connect (acts, "activate", G_CALLBACK (tell_acts), application);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (acts));
}
