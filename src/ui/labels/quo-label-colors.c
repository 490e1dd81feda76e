/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of a colour. Invariant: no signal is sent while the state is only shown. */
#include "quo-config.h"

#include "quo-label-colors.h"

#include "quo-ink-style.h"

#include <glib/gi18n.h>

/* Every one keeps 4.5 to 1 on the page and as a chip on the block of a quote (test-palette). The
 * amber of speech is for quotes and cues. */
static const struct
{
  const char *name, *color, *dark;
} INKS[] = {
  { N_ ("Blue"), "#15529f", "#86b7f4" },   { N_ ("Green"), "#12715b", "#6fd6ae" },
  { N_ ("Violet"), "#8c3fae", "#e4c3f8" }, { N_ ("Grey"), "#4c4b53", "#d9d8d4" },
  { N_ ("Olive"), "#3d6b1f", "#b1d98a" },  { N_ ("Teal"), "#2f6f8f", "#8cc7e3" },
  { N_ ("Indigo"), "#5b4fc4", "#bcb4ff" }, { N_ ("Amber"), "#a24800", "#ffbe6f" },
};

struct _QuoLabelColors
{
  GtkWidget parent_instance;
  GtkWidget *inks[G_N_ELEMENTS (INKS)]; /* toggle buttons */
  GtkWidget *other;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (QuoLabelColors, quo_label_colors, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_toggled (GtkToggleButton *button, QuoLabelColors *colors)
{
  if (colors->is_showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (INKS); i++)
    if (colors->inks[i] == GTK_WIDGET (button))
      g_signal_emit (colors, signals[CHOSEN], 0, INKS[i].color, INKS[i].dark);
}

static void
on_other (GtkColorButton *button, QuoLabelColors *colors)
{
  g_autofree char *color = NULL;
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (button), &rgba);
  color = g_strdup_printf ("#%02x%02x%02x", (guint)(rgba.red * 255 + 0.5f),
                           (guint)(rgba.green * 255 + 0.5f), (guint)(rgba.blue * 255 + 0.5f));
  g_signal_emit (colors, signals[CHOSEN], 0, color, NULL);
}

static GtkWidget *
make_ink (QuoLabelColors *colors, guint i)
{
  const QuoLabel label = { .color = INKS[i].color, .dark = INKS[i].dark };
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "swatch");
  gtk_widget_add_css_class (button, quo_ink_get_class (&label));
  gtk_widget_set_tooltip_text (button, _ (INKS[i].name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (INKS[i].name), -1);
  if (i > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (colors->inks[0]));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), colors);
  return button;
}

static void
quo_label_colors_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_label_colors_parent_class)->dispose (object);
}

static void
quo_label_colors_class_init (QuoLabelColorsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_label_colors_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", QUO_TYPE_LABEL_COLORS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "labelcolors");
}

static void
quo_label_colors_init (QuoLabelColors *colors)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (colors)));

  gtk_box_layout_set_spacing (layout, 6);
  gtk_widget_set_hexpand (flow, TRUE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), G_N_ELEMENTS (INKS));
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 4);
  for (guint i = 0; i < G_N_ELEMENTS (INKS); i++)
    {
      colors->inks[i] = make_ink (colors, i);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), colors->inks[i], -1);
    }
  colors->other = gtk_color_button_new ();
  gtk_color_button_set_title (GTK_COLOR_BUTTON (colors->other), _ ("Colour of the Label"));
  gtk_widget_set_tooltip_text (colors->other, _ ("Another colour"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (colors->other), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another colour"), -1);
  /* The keyboard comes to the button within, which has no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (colors->other)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Another colour"), -1);
  g_signal_connect (colors->other, "color-set", G_CALLBACK (on_other), colors);
  /* It is wider than the others, and would push those below it apart. */
  gtk_widget_set_valign (colors->other, GTK_ALIGN_CENTER);
  /* The buttons have the focus, not what the box puts round them. */
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_parent (flow, GTK_WIDGET (colors));
  gtk_widget_set_parent (colors->other, GTK_WIDGET (colors));
}

void
quo_label_colors_show (QuoLabelColors *colors, const QuoLabel *label)
{
  GdkRGBA rgba = { 0 };

  g_return_if_fail (QUO_IS_LABEL_COLORS (colors) && label != NULL);

  colors->is_showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (INKS); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (colors->inks[i]),
                                  g_ascii_strcasecmp (INKS[i].color, label->color) == 0);
  gdk_rgba_parse (&rgba, label->color);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (colors->other), &rgba);
  colors->is_showing = FALSE;
}

static gboolean
is_used (const QuoTagset *tagset, const char *color)
{
  for (guint i = 0; i < tagset->n_labels; i++)
    if (g_ascii_strcasecmp (tagset->labels[i].color, color) == 0)
      return TRUE;
  return FALSE;
}

void
quo_label_colors_pick (const QuoTagset *tagset, QuoLabel *label)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (INKS) - 1 && is_used (tagset, INKS[i].color))
    i++;
  label->color = INKS[i].color;
  label->dark = INKS[i].dark;
}
