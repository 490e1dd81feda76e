/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shortcuts window.  GTK 4.8 takes its sections and groups from GtkBuilder only, so the table
 * of actions is written as an interface description. */
#include "quo-config.h"

#include "quo-shortcuts.h"

#include "quo-actions.h"

#include <glib/gi18n.h>

static void
append_row (GString *xml, const QuoActionInfo *info)
{
  g_autofree char *keys = g_strjoin (info->keys != NULL && info->accels != NULL ? " " : "",
                                     info->keys != NULL ? info->keys : "",
                                     info->accels != NULL ? info->accels : "", NULL);
  g_autofree char *row = g_markup_printf_escaped (
      "<child><object class=\"GtkShortcutsShortcut\">"
      "<property name=\"accelerator\">%s</property><property name=\"title\">%s</property>"
      "</object></child>",
      keys, _ (info->title));

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
    if (rows[i].group == group && (rows[i].keys != NULL || rows[i].accels != NULL))
      append_row (xml, &rows[i]);
  g_string_append (xml, "</object></child>");
}

GtkWidget *
quo_shortcuts_new (void)
{
  g_autoptr (GString) xml
      = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                      "<property name=\"modal\">1</property>"
                      "<child><object class=\"GtkShortcutsSection\">"
                      "<property name=\"section-name\">all</property>"
                      "<property name=\"max-height\">14</property>");
  g_autoptr (GtkBuilder) builder = NULL;

  for (guint group = 0; group < QUO_N_GROUPS; group++)
    append_group (xml, group);
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize)xml->len);
  return GTK_WIDGET (g_object_ref (gtk_builder_get_object (builder, "window")));
}
