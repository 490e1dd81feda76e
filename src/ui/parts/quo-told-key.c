/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose key a tooltip tells, kept with the widget; the keymap writes it into the tooltip. */
#include "quo-config.h"

#include "quo-told-key.h"

#define DATA "quo-told-key"

void
quo_told_key_set (gpointer widget, const char *action)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && action != NULL);

  g_object_set_data (G_OBJECT (widget), DATA, (gpointer)action);
}

const char *
quo_told_key_get (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), DATA);
}
