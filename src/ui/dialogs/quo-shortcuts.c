/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All keys in one list that can be searched, a group for what they are about. The window GTK has
 * for this is 1,300 pixels wide, whatever the screen, and cuts off what does not fit. */
#include "quo-config.h"

#include "quo-shortcuts.h"

#include "quo-ink-style.h"
#include "quo-keycap.h"
#include "quo-keymap.h"
#include "quo-list-leave.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define WIDTH 660
#define HEIGHT 720
/* Keys of so many characters stay in one line, however narrow the window is. */
#define WHOLE 14

/* What is typed while suggestions have letters is no act of its own, and cannot be changed. */
static const struct
{
  const char *keys, *title;
} LETTERS[] = {
  { "a...z", N_ ("While suggestions have letters: leave it out, or take it") },
  { "<Shift>a...<Shift>z",
    N_ ("While suggestions have letters: take it with other likely borders") },
  { "<Alt>a...<Alt>z", N_ ("While suggestions have letters: take it with the other likely label") },
};

/* (transfer full) (nullable): one key for people, or from one to another: "1...9". NULL: one of the
 * number pad, which does what its like does. */
static char *
dup_label (const char *key)
{
  g_auto (GStrv) ends = g_strsplit (key, "...", 2);
  g_autoptr (GString) label = g_string_new (NULL);

  if (strstr (key, "KP_") != NULL)
    return NULL;
  for (guint i = 0; ends[i] != NULL; i++)
    {
      g_autofree char *end = NULL;
      GdkModifierType modifiers;
      guint keyval;

      if (!gtk_accelerator_parse (ends[i], &keyval, &modifiers))
        return NULL;
      end = quo_key_dup_label (keyval, modifiers);
      g_string_append_printf (label, "%s%s", i > 0 ? " … " : "", end);
    }
  return g_strdup (label->str);
}

/* Below each other: there is little room beside a long title. */
static GtkWidget *
add_caps (const char *keys, GString *told)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *label = dup_label (words[i]);
      GtkWidget *cap;

      if (label == NULL)
        continue;
      cap = quo_keycap_new (label);
      gtk_label_set_wrap (GTK_LABEL (cap), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (cap), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (cap), (int)MIN (g_utf8_strlen (label, -1), WHOLE));
      gtk_widget_set_halign (cap, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), cap);
      g_string_append_printf (told, "%s%s", told->len > 0 ? ", " : "", label);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  return g_object_ref_sink (box);
}

/* What has no key is left out. */
static void
add_row (AdwPreferencesGroup *group, const char *keys, const char *title)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GtkWidget) caps = add_caps (keys, told);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", title, told->str);
  GtkWidget *row;

  if (told->len == 0)
    return;
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "use-markup", FALSE, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), caps);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  adw_preferences_group_add (group, row);
}

static void
add_group (AdwPreferencesPage *page, QuoActionGroup which)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint n_rows;
  const QuoActionInfo *rows = quo_actions_list (&n_rows);

  adw_preferences_group_set_title (group, quo_actions_get_group_title (which));
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].group == which)
      {
        g_autofree char *keys = quo_keymap_dup_keys (quo_keymap_get (), &rows[i]);

        add_row (group, keys, _ (rows[i].title));
      }
  for (guint i = 0; which == QUO_GROUP_SUGGESTIONS && i < G_N_ELEMENTS (LETTERS); i++)
    add_row (group, LETTERS[i].keys, _ (LETTERS[i].title));
  quo_list_leave_by_tab (GTK_WIDGET (group));
  adw_preferences_page_add (page, group);
}

/* libadwaita cuts the title off where text is large and the window narrow. */
static void
let_title_wrap (GtkWidget *widget, const char *title)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), title))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_single_line_mode (GTK_LABEL (widget), FALSE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_title_wrap (child, title);
}

GtkWidget *
quo_shortcuts_new (void)
{
  static const QuoActionGroup groups[]
      = { QUO_GROUP_TAG,  QUO_GROUP_QUOTE, QUO_GROUP_BORDERS, QUO_GROUP_SUGGESTIONS, QUO_GROUP_GO,
          QUO_GROUP_VIEW, QUO_GROUP_FILES, QUO_GROUP_ARTICLE, QUO_GROUP_REVIEW };
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *window;

  G_STATIC_ASSERT (G_N_ELEMENTS (groups) == QUO_N_GROUPS);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (page, groups[i]);
  window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _ ("Keyboard Shortcuts"), "modal",
                         TRUE, "search-enabled", TRUE, "default-width", WIDTH, "default-height",
                         HEIGHT, NULL);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  quo_ink_follow_style (window);
  let_title_wrap (window, _ ("Keyboard Shortcuts"));
  return g_object_ref (window);
}
