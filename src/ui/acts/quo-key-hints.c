/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks menus and widgets and writes the keys of the keymap into them. */
#include "quo-config.h"

#include "quo-key-hints.h"

#include "quo-keymap.h"
#include "quo-told-key.h"

#include <glib/gi18n.h>
#include <string.h>

/* An item of a GMenu cannot be changed, only exchanged. */
static void
exchange (GMenu *menu, gint i, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new_from_model (G_MENU_MODEL (menu), i);

  g_menu_item_set_attribute (item, "accel", accel != NULL ? "s" : NULL, accel);
  g_menu_remove (menu, i);
  g_menu_insert_item (menu, i, item);
}

static void
update_item (GMenu *menu, gint i)
{
  g_autofree char *action = NULL, *shown = NULL, *accel = NULL;
  g_autoptr (GVariant) target
      = g_menu_model_get_item_attribute_value (G_MENU_MODEL (menu), i, "target", NULL);

  if (!g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, "action", "s", &action))
    return;
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, "accel", "s", &shown);
  /* A label has its key from the tagset; of several targets only the menu knows which is meant. */
  if (target != NULL || quo_actions_find (action) == NULL)
    return;
  accel = quo_keymap_dup_accel (quo_keymap_get (), action);
  if (g_strcmp0 (accel, shown) != 0)
    exchange (menu, i, accel);
}

void
quo_key_hints_update_menu (GMenuModel *menu)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (gint i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (menu, i, links[k]);

          if (inner != NULL)
            quo_key_hints_update_menu (inner);
        }
      if (G_IS_MENU (menu))
        update_item (G_MENU (menu), i);
    }
}

/* The brackets at the end are the key's. */
static void
update_tooltip (GtkWidget *widget, const char *key)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  const char *bracket = tooltip != NULL ? quo_told_key_find (tooltip) : NULL;
  g_autofree char *words = NULL, *text = NULL;

  if (tooltip == NULL)
    return;
  words = bracket != NULL ? g_strndup (tooltip, (gsize)(bracket - tooltip)) : g_strdup (tooltip);
  /* Translators: words, and in brackets the key that does it. */
  text = key != NULL ? g_strdup_printf (_ ("%s (%s)"), words, key) : g_strdup (words);
  if (strcmp (text, tooltip) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

static void
update_caps (GtkWidget *widget, const char *key)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "key"))
    {
      gtk_label_set_label (GTK_LABEL (widget), key != NULL ? key : "");
      gtk_widget_set_visible (widget, key != NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    update_caps (child, key);
}

static void
update_button (GtkWidget *button)
{
  const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
  const QuoActionInfo *info = action != NULL ? quo_actions_find (action) : NULL;
  g_autofree char *key = NULL;
  gboolean is_known;

  /* The key of a label is the tagset's, and told already. */
  if (info == NULL || info->when == QUO_KEYS_LABELS)
    return;
  key = quo_keymap_dup_target_label (quo_keymap_get (), action, target, &is_known);
  if (!is_known)
    return;
  update_tooltip (button, key);
  update_caps (button, key);
}

void
quo_key_hints_update_tooltips (GtkWidget *root)
{
  const char *told = quo_told_key_get (root);

  if (told != NULL)
    {
      g_autofree char *key = quo_keymap_dup_label (quo_keymap_get (), told);

      update_tooltip (root, key);
    }
  else if (GTK_IS_ACTIONABLE (root))
    update_button (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    quo_key_hints_update_tooltips (child);
}
