/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inks of labels as style classes. Labels are made by people, so their colours cannot stand in the
 * style sheet: each set of four inks that is asked for gets a class, and the rules of all of them
 * are one style sheet of the display. */
#include "quo-config.h"

#include "quo-ink-style.h"

#include <adwaita.h>

static GString *rules;      /* all that are in force */
static GHashTable *classes; /* set of interned names */

static void
append_rule (const char *selector, const char *name, const QuoPalette *palette,
             const QuoLabel *label)
{
  GdkRGBA ink = quo_palette_ink (palette, label, 1);
  g_autofree char *color = gdk_rgba_to_string (&ink);

  g_string_append_printf (rules, "%s.%s { color: %s; }\n", selector, name, color);
}

static void
load_rules (void)
{
  static GtkCssProvider *provider;

  if (provider == NULL)
    {
      provider = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  gtk_css_provider_load_from_data (provider, rules->str, (gssize)rules->len);
}

/* "ink-15529f86b7f4...": the four inks in a row. */
static const char *
make_name (const QuoLabel *label)
{
  g_autoptr (GString) name = g_string_new ("ink-");

  for (guint variant = 0; variant < 4; variant++)
    {
      QuoPalette palette = quo_palette_make ((variant & 1) != 0, (variant & 2) != 0);
      GdkRGBA ink = quo_palette_ink (&palette, label, 1);

      g_string_append_printf (name, "%02x%02x%02x", (guint)(ink.red * 255 + 0.5f),
                              (guint)(ink.green * 255 + 0.5f), (guint)(ink.blue * 255 + 0.5f));
    }
  return g_intern_string (name->str);
}

const char *
quo_ink_get_class (const QuoLabel *label)
{
  static const char *const selectors[4] = { "", ".dark ", ".hc ", ".dark.hc " };
  const char *name = make_name (label);

  if (classes == NULL)
    {
      classes = g_hash_table_new (NULL, NULL);
      rules = g_string_new (NULL);
    }
  if (!g_hash_table_add (classes, (gpointer)name))
    return name;
  for (guint variant = 0; variant < 4; variant++)
    {
      QuoPalette palette = quo_palette_make ((variant & 1) != 0, (variant & 2) != 0);

      append_rule (selectors[variant], name, &palette, label);
    }
  load_rules ();
  return name;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
take_style (GtkWidget *window)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  set_class (window, "dark", adw_style_manager_get_dark (style));
  set_class (window, "hc", adw_style_manager_get_high_contrast (style));
}

void
quo_ink_follow_style (GtkWidget *window)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  take_style (window);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (take_style), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (take_style), window,
                           G_CONNECT_SWAPPED);
}
