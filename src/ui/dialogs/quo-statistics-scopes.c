/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The switch between the statistics of the article and those of its folder. */
#include "quo-config.h"

#include "quo-statistics-scopes.h"

#include <glib/gi18n.h>

/* Round a button of a header bar. */
#define SPACING 12

/* Its words go below each other where they have no room in a line. */
static GtkWidget *
add_scope (GtkWidget *box, const char *words)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (words);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

GtkWidget *
quo_statistics_scopes_new (guint n_articles, GtkToggleButton **ret_folder)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  /* Translators: all articles of the folder that is open, and how many they are. */
  g_autofree char *words = g_strdup_printf (_ ("Folder · %'u"), n_articles);
  GtkWidget *article, *folder;

  gtk_widget_add_css_class (box, "segd");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  article = add_scope (box, _ ("This Article"));
  folder = add_scope (box, words);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (folder), GTK_TOGGLE_BUTTON (article));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (article), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is counted"), -1);
  *ret_folder = GTK_TOGGLE_BUTTON (folder);
  return box;
}

gboolean
quo_statistics_scopes_fit (GtkWidget *scopes, GtkWidget *button, int width)
{
  int own, beside;

  gtk_widget_measure (scopes, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &own, NULL, NULL);
  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &beside, NULL, NULL);
  return own + 2 * (beside + SPACING) <= width;
}
