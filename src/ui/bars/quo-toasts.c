/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-toasts.h"

#include "quo-directed.h"

#include <glib/gi18n.h>

/* libadwaita makes the widgets of a toast when its turn comes, and gives no way to them but this.
 * Its words are cut off where the window is narrow: they wrap instead. */
static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_ellipsize (GTK_LABEL (widget)) != PANGO_ELLIPSIZE_NONE)
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_single_line_mode (GTK_LABEL (widget), FALSE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "circular"))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Close"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

static void
name_toasts (AdwToastOverlay *overlay)
{
  GtkWidget *page = adw_toast_overlay_get_child (overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != page)
      name_buttons (child);
}

static gboolean
on_idle (gpointer data)
{
  name_toasts (data);
  return G_SOURCE_REMOVE;
}

/* The next one has its turn. */
static void
on_dismissed (AdwToastOverlay *overlay)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, g_object_ref (overlay), g_object_unref);
}

AdwToast *
quo_toast_new (const char *text)
{
  g_autofree char *directed = quo_directed (text);
  g_autofree char *escaped = g_markup_escape_text (directed, -1);

  return adw_toast_new (escaped);
}

void
quo_toasts_add (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), overlay,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
  name_toasts (overlay);
}
