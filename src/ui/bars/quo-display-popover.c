/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popover of "Aa": nothing but bindings to the preferences and to the actions that set them. */
#include "quo-config.h"

#include "quo-display-popover.h"
#include "quo-preferences.h"

#include <glib/gi18n.h>

struct _QuoDisplayPopover
{
  GtkPopover parent_instance;
  GtkLabel *size;
  GtkWidget *margin_names, *auto_advance;
};

G_DEFINE_FINAL_TYPE (QuoDisplayPopover, quo_display_popover, GTK_TYPE_POPOVER)

static gboolean
format_size (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_take_string (to, g_strdup_printf (_ ("%d px"), g_value_get_int (from)));
  return TRUE;
}

static void
quo_display_popover_dispose (GObject *object)
{
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  G_OBJECT_CLASS (quo_display_popover_parent_class)->dispose (object);
}

static void
quo_display_popover_class_init (QuoDisplayPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_display_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-display-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoDisplayPopover, size);
  gtk_widget_class_bind_template_child (widget_class, QuoDisplayPopover, margin_names);
  gtk_widget_class_bind_template_child (widget_class, QuoDisplayPopover, auto_advance);
}

static void
quo_display_popover_init (QuoDisplayPopover *popover)
{
  QuoPreferences *preferences = quo_preferences_get ();
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  gtk_widget_init_template (GTK_WIDGET (popover));
  g_object_bind_property_full (preferences, "text-size", popover->size, "label",
                               G_BINDING_SYNC_CREATE, format_size, NULL, NULL, NULL);
  g_object_bind_property (preferences, "margin-names", popover->margin_names, "active", both);
  g_object_bind_property (preferences, "auto-advance", popover->auto_advance, "active", both);
}
