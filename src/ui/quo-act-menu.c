/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of the label bar and of the page, made out of the tagset and the table of actions. */
#include "quo-config.h"

#include "quo-act-menu.h"
#include "quo-keymap.h"
#include "quo-palette.h"

#include <glib/gi18n.h>

static void
add_item (GMenu *menu, const char *action, const char *key, GVariant *target, const char *title)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static void
add_labels (GMenu *menu, const QuoTagset *tagset)
{
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];
      gboolean is_quote = label->kind == QUO_LABEL_QUOTE;

      add_item (menu, is_quote ? "win.capture-quote" : "win.tag", label->key,
                is_quote ? NULL : g_variant_new_string (label->id),
                quo_label_get_shown_name (label));
    }
}

static void
add_acts (GMenu *menu)
{
  static const char *const acts[]
      = { "win.tag-all", "win.choose-same",   "win.choose-speaker", "win.add-part",
          "win.edit",    "win.copy-citation", "win.delete" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      const QuoActionInfo *info = quo_actions_find (acts[i]);
      g_autofree char *key = quo_keymap_dup_accel (quo_keymap_get (), acts[i]);

      add_item (menu, acts[i], key, NULL, _ (info->title));
    }
}

GMenuModel *
quo_act_menu_new (QuoSession *session)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) labels = g_menu_new ();
  g_autoptr (GMenu) acts = g_menu_new ();

  add_labels (labels, quo_session_get_tagset (session));
  add_acts (acts);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (labels));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
