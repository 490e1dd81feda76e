/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shortcuts window.  GTK 4.8 takes its sections and groups from GtkBuilder only, so the table
 * of actions is written as an interface description. */
#include "quo-config.h"

#include "quo-shortcuts.h"

#include "quo-keymap.h"

#include <glib/gi18n.h>
#include <string.h>

/* All keys of a row but those of the number pad, which do what their like does. Tab with Shift is
 * another key for X, for nobody else. */
static char *
dup_keys (const QuoActionInfo *info)
{
  g_autofree char *all = quo_keymap_dup_keys (quo_keymap_get (), info);
  g_auto (GStrv) words = g_strsplit (all, " ", -1);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (words[i], "KP_") == NULL)
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", words[i]);
  g_string_replace (keys, "ISO_Left_Tab", "Tab", 0);
  return g_string_free (g_steal_pointer (&keys), FALSE);
}

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

static void
append_row (GString *xml, const char *keys, const char *title)
{
  g_autofree char *row = NULL;

  if (*keys == '\0')
    return;
  row = g_markup_printf_escaped (
      "<child><object class=\"GtkShortcutsShortcut\">"
      "<property name=\"accelerator\">%s</property><property name=\"title\">%s</property>"
      "</object></child>",
      keys, title);

  g_string_append (xml, row);
}

static void
append_group (GString *xml, QuoActionGroup group)
{
  guint n_rows;
  const QuoActionInfo *rows = quo_actions_list (&n_rows);
  g_autofree char *head = g_markup_printf_escaped ("<child><object class=\"GtkShortcutsGroup\">"
                                                   "<property name=\"title\">%s</property>",
                                                   quo_actions_get_group_title (group));

  g_string_append (xml, head);
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].group == group)
      {
        g_autofree char *keys = dup_keys (&rows[i]);

        append_row (xml, keys, _ (rows[i].title));
      }
  for (guint i = 0; group == QUO_GROUP_SUGGESTIONS && i < G_N_ELEMENTS (LETTERS); i++)
    append_row (xml, LETTERS[i].keys, _ (LETTERS[i].title));
  g_string_append (xml, "</object></child>");
}

/* Lines of a group: its title and what has a key. */
static guint
count_lines (QuoActionGroup group)
{
  guint n_rows, n_lines = 1 + (group == QUO_GROUP_SUGGESTIONS ? G_N_ELEMENTS (LETTERS) : 0);
  const QuoActionInfo *rows = quo_actions_list (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].group == group)
      {
        g_autofree char *keys = dup_keys (&rows[i]);

        n_lines += *keys != '\0';
      }
  return n_lines;
}

/* The lines of a column when two hold all groups, none of them parted: GTK puts what is in no
 * column on a second page, shows numbers below, and warns of their width. */
static guint
count_column (const QuoActionGroup *groups, guint n_groups)
{
  guint all = 0, first = 0, height = G_MAXUINT;

  for (guint i = 0; i < n_groups; i++)
    all += count_lines (groups[i]);
  for (guint i = 0; i < n_groups; i++)
    {
      first += count_lines (groups[i]);
      height = MIN (height, MAX (first, all - first));
    }
  return height;
}

static void
append_section (GString *xml, const char *name, const char *title, const QuoActionGroup *groups,
                guint n_groups)
{
  g_autofree char *head = g_markup_printf_escaped ("<child><object class=\"GtkShortcutsSection\">"
                                                   "<property name=\"section-name\">%s</property>"
                                                   "<property name=\"title\">%s</property>"
                                                   "<property name=\"max-height\">%u</property>",
                                                   name, title, count_column (groups, n_groups));

  g_string_append (xml, head);
  for (guint i = 0; i < n_groups; i++)
    append_group (xml, groups[i]);
  g_string_append (xml, "</object></child>");
}

GtkWidget *
quo_shortcuts_new (void)
{
  static const QuoActionGroup marking[] = { QUO_GROUP_TAG, QUO_GROUP_QUOTE, QUO_GROUP_BORDERS };
  static const QuoActionGroup judging[] = { QUO_GROUP_SUGGESTIONS, QUO_GROUP_REVIEW };
  static const QuoActionGroup moving[] = { QUO_GROUP_GO, QUO_GROUP_VIEW };
  static const QuoActionGroup files[] = { QUO_GROUP_FILES, QUO_GROUP_ARTICLE };
  g_autoptr (GString) xml
      = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                      "<property name=\"modal\">1</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GObject *window;

  append_section (xml, "marking", _ ("Annotating"), marking, G_N_ELEMENTS (marking));
  append_section (xml, "judging", _ ("Suggestions and Review"), judging, G_N_ELEMENTS (judging));
  /* Translators: a page of the keys: those that change what the window shows. */
  append_section (xml, "moving", _ ("Window"), moving, G_N_ELEMENTS (moving));
  append_section (xml, "files", _ ("Articles and Files"), files, G_N_ELEMENTS (files));
  g_string_append (xml, "</object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize)xml->len);
  window = gtk_builder_get_object (builder, "window");
  g_object_set (window, "section-name", "marking", "title", _ ("Keyboard Shortcuts"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keyboard Shortcuts"), -1);
  return GTK_WIDGET (g_object_ref (window));
}
