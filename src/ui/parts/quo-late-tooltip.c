/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-late-tooltip.h"

#define FUNC "quo-late-tooltip"

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean is_by_keyboard, GtkTooltip *tooltip,
                  gpointer data)
{
  QuoTooltipFunc func = data;
  g_autofree char *words = func (widget);

  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

char *
quo_late_tooltip_dup (GtkWidget *widget)
{
  QuoTooltipFunc func = g_object_get_data (G_OBJECT (widget), FUNC);

  return func != NULL ? func (widget) : NULL;
}

void
quo_late_tooltip_attach (GtkWidget *widget, QuoTooltipFunc func)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && func != NULL);

  g_object_set_data (G_OBJECT (widget), FUNC, func);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_tooltip), func);
}
