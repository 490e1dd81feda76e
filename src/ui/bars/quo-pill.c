/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pill of the label bar. All of them are made anew whenever what can be done changes, so its
 * tooltip is worded when it comes. */
#include "quo-config.h"

#include "quo-pill.h"

#include "quo-keycap.h"
#include "quo-late-tooltip.h"

#include <glib/gi18n.h>

#define TIP "quo-pill-tip"

GtkWidget *
quo_pill_new (const char *key, const char *word, GtkWidget *line)
{
  GtkWidget *pill = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_label_new (word);

  if (key != NULL)
    gtk_box_append (GTK_BOX (box), quo_keycap_new (key));
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 24);
  gtk_box_append (GTK_BOX (column), text);
  if (line != NULL)
    gtk_box_append (GTK_BOX (column), line);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), column);
  gtk_button_set_child (GTK_BUTTON (pill), box);
  gtk_widget_add_css_class (pill, "lab");
  gtk_widget_set_focus_on_click (pill, FALSE);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

static char *
dup_tip (GtkWidget *pill)
{
  return g_strdup (g_object_get_data (G_OBJECT (pill), TIP));
}

void
quo_pill_name (GtkWidget *pill, const char *name, const char *key)
{
  /* Translators: words, and in brackets the key that does it. */
  char *tip = key != NULL ? g_strdup_printf (_ ("%s (%s)"), name, key) : g_strdup (name);

  g_object_set_data_full (G_OBJECT (pill), TIP, tip, g_free);
  quo_late_tooltip_attach (pill, dup_tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, key != NULL ? key : "", -1);
}
