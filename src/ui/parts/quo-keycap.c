/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cap of a key: a label in a small frame (class "key", "word" with more than a letter on it).
 */
#include "quo-config.h"

#include "quo-keycap.h"

GtkWidget *
quo_keycap_new (const char *key)
{
  g_autofree char *upper = g_utf8_strlen (key, -1) == 1 ? g_utf8_strup (key, -1) : g_strdup (key);
  GtkWidget *cap = gtk_label_new (upper);

  gtk_widget_add_css_class (cap, "key");
  /* A letter stands in the middle of its cap by itself; a word needs room at its sides. */
  if (g_utf8_strlen (key, -1) > 1)
    gtk_widget_add_css_class (cap, "word");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  return cap;
}
