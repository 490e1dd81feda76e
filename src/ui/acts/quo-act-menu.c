/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of the label bar, made out of the tagset and the table of actions; and the items that
 * the context menus share with it. */
#include "quo-config.h"

#include "quo-act-menu.h"
#include "quo-keymap.h"
#include "quo-palette.h"

#include <glib/gi18n.h>

void
quo_act_menu_add_target (GMenu *menu, const char *action, const char *key, GVariant *target,
                         const char *title)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

void
quo_act_menu_add_named (GMenu *menu, const char *action, const char *key, const char *title)
{
  quo_act_menu_add_target (menu, action, key, NULL, title);
}

void
quo_act_menu_add (GMenu *menu, const char *action, GVariant *target)
{
  const QuoActionInfo *info = quo_actions_find (action);
  g_autofree char *key = quo_keymap_dup_accel (quo_keymap_get (), action);

  g_return_if_fail (info != NULL);
  quo_act_menu_add_target (menu, action, key, target, _ (info->title));
}

void
quo_act_menu_add_labels (GMenu *menu, const QuoTagset *tagset, const char *action)
{
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];
      gboolean is_captured = action == NULL && label->kind == QUO_LABEL_QUOTE;

      quo_act_menu_add_target (menu,
                               is_captured      ? "win.capture-quote"
                               : action != NULL ? action
                                                : "win.tag",
                               label->key, is_captured ? NULL : g_variant_new_string (label->id),
                               quo_label_get_shown_name (label));
    }
}

GMenuModel *
quo_act_menu_new (QuoSession *session)
{
  static const char *const acts[]
      = { "win.tag-all", "win.choose-same",   "win.choose-speaker", "win.add-part",
          "win.edit",    "win.copy-citation", "win.delete" };
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) labels = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  quo_act_menu_add_labels (labels, quo_session_get_tagset (session), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    quo_act_menu_add (section, acts[i], NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (labels));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
