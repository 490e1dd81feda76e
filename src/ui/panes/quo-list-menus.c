/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of the list of annotations: what can be done to its rows, and what it shows. */
#include "quo-config.h"

#include "quo-list-menus.h"

#include "quo-palette.h"

#include <glib/gi18n.h>

static void
add_item (GMenu *menu, const char *title, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, action);

  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

/* What can be done to one row only. */
static void
add_for_one (GMenu *menu, const QuoAnnotation *annotation)
{
  if (annotation->status == QUO_STATUS_SUGGESTED)
    {
      add_item (menu, _ ("Accept the Suggestion"), "win.accept", NULL);
      add_item (menu, _ ("Reject the Suggestion"), "win.reject", NULL);
    }
  add_item (menu, _ ("Edit in the Inspector"), "win.edit", NULL);
  add_item (menu, _ ("Copy with Speaker and Title"), "win.copy-citation", "<Control><Shift>c");
  if (annotation->n_entities == 1)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Show Only Its Mentions"), NULL);

      g_menu_item_set_action_and_target (item, "pane.entity", "s", annotation->entities[0]);
      g_menu_append_item (menu, item);
    }
}

static gboolean
has_quote (const QuoTagset *tagset, GPtrArray *annotations)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (quo_tagset_get_kind (tagset, annotation->type) == QUO_LABEL_QUOTE)
        return TRUE;
    }
  return FALSE;
}

GMenuModel *
quo_list_menus_make_context (const QuoTagset *tagset, GPtrArray *chosen, GMenuModel *labels)
{
  GMenu *menu = g_menu_new ();

  if (chosen->len == 1)
    add_for_one (menu, g_ptr_array_index (chosen, 0));
  g_menu_append_submenu (menu, _ ("Change the Label"), labels);
  if (has_quote (tagset, chosen))
    add_item (menu, _ ("Link to a Speaker…"), "chosen.link", NULL);
  add_item (menu, _ ("Delete"), "chosen.delete", "Delete");
  return G_MENU_MODEL (menu);
}

static void
add_choices (GMenu *menu, const char *title, const char *const *choices)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; choices[i] != NULL; i += 2)
    g_menu_append (section, _ (choices[i]), choices[i + 1]);
  g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

GMenuModel *
quo_list_menus_make_filter (const QuoTagset *tagset)
{
  static const char *const states[] = { N_ ("All"),
                                        "pane.state::",
                                        N_ ("Quotes without a Speaker"),
                                        "pane.state::unlinked",
                                        N_ ("Place Lost"),
                                        "pane.state::lost",
                                        N_ ("Suggestions"),
                                        "pane.state::suggested",
                                        N_ ("Rejected Suggestions"),
                                        "pane.state::rejected",
                                        NULL };
  static const char *const sorts[]
      = { N_ ("By Place in the Text"), "pane.sort::",     N_ ("By Label"),
          "pane.sort::label",          N_ ("By Words"),   "pane.sort::words",
          N_ ("Latest First"),         "pane.sort::time", NULL };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) labels = g_menu_new ();

  /* Translators: a heading: which annotations the list shows. */
  add_choices (menu, _ ("Show"), states);
  g_menu_append (labels, _ ("All Labels"), "pane.label::");
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      g_autoptr (GMenuItem) item
          = g_menu_item_new (quo_label_get_shown_name (&tagset->labels[i]), NULL);

      g_menu_item_set_action_and_target (item, "pane.label", "s", tagset->labels[i].id);
      g_menu_append_item (labels, item);
    }
  /* Translators: a heading: of which label the annotations are that the list shows. */
  g_menu_append_section (menu, _ ("Label"), G_MENU_MODEL (labels));
  /* Translators: a heading: in which order the list shows them. */
  add_choices (menu, _ ("Sort"), sorts);
  return G_MENU_MODEL (menu);
}
