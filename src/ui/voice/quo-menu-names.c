/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-menu-names.h"

#include <gtk/gtk.h>

/* What a label shows of a text with marked letters: "_" marks the next one, "__" stands for one. */
static char *
dup_without_marks (const char *text)
{
  GString *shown = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '_' && p[1] != '\0')
        p++;
      g_string_append_c (shown, *p);
    }
  return g_string_free (shown, FALSE);
}

/* The items are of a type that GTK keeps to itself; it is known by its name. */
static gboolean
on_mapped (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);
  g_autofree char *text = NULL, *shown = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return TRUE;
  g_object_get (widget, "text", &text, NULL);
  if (text == NULL || *text == '\0')
    return TRUE;
  shown = dup_without_marks (text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, shown,
                                  -1);
  return TRUE;
}

void
quo_menu_names_keep (void)
{
  /* A signal is known once its class is. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_mapped, NULL, NULL);
}
