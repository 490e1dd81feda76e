/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-style.h"

#include "quo-page-cache.h"
#include "quo-page-type.h"

#include <adwaita.h>
#include <math.h>

/* Invariant: what is drawn is drawn anew whenever what it was measured with changed. */

#define ARABIC_SIZE (19.0 / 17)

static char *
dup_family_of_desktop (QuoPageStyle *style)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  char *family;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (style->page->view)), "gtk-font-name", &name,
                NULL);
  font = pango_font_description_from_string (name);
  family = g_strdup_printf ("\"%s\"", pango_font_description_get_family (font));
  pango_font_description_free (font);
  return family;
}

static char *
dup_family (QuoPageStyle *style, gboolean is_arabic)
{
  static const char *const FAMILIES[]
      = { "\"Source Serif 4\", Charter, \"Charis SIL\", \"Noto Serif\", serif",
          "Cantarell, \"Source Sans 3\", \"Noto Sans\", sans-serif" };

  if (style->typeface >= G_N_ELEMENTS (FAMILIES))
    return dup_family_of_desktop (style);
  if (is_arabic)
    return g_strconcat ("\"Noto Naskh Arabic\", \"Noto Sans Arabic\", ", FAMILIES[style->typeface],
                        NULL);
  return g_strdup (FAMILIES[style->typeface]);
}

static void
load_css (QuoPageStyle *style)
{
  gboolean is_arabic = quo_page_type_is_arabic (style->page);
  g_autofree char *family = dup_family (style, is_arabic);
  g_autofree char *css
      = g_strdup_printf ("textview { font-family: %s; font-size: %dpx; }", family,
                         (int)round (style->page->em * (is_arabic ? ARABIC_SIZE : 1)));

  gtk_css_provider_load_from_data (style->css, css, -1);
}

void
quo_page_style_update (QuoPageStyle *style)
{
  int width = style->page->width;

  quo_page_type_update (style->page);
  style->page->width = -1;
  if (width > 0)
    quo_page_type_fit (style->page, width);
  quo_page_cache_drop_all (style->page);
  gtk_widget_queue_draw (GTK_WIDGET (style->page->view));
}

void
quo_page_style_update_font (QuoPageStyle *style)
{
  load_css (style);
  quo_page_style_update (style);
}

static void
on_colours_changed (QuoPageStyle *style)
{
  style->page->palette = quo_palette_get ();
  quo_page_style_update (style);
}

static void
on_font_changed (QuoPageStyle *style)
{
  g_hash_table_remove_all (style->page->texts);
  g_clear_object (&style->page->ui_context);
  quo_page_style_update_font (style);
}

void
quo_page_style_init (QuoPageStyle *style, QuoPage *page)
{
  GtkWidget *view = GTK_WIDGET (page->view);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  style->page = page;
  style->typeface = 0;
  style->css = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (view),
                                  GTK_STYLE_PROVIDER (style->css),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  load_css (style);
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (on_colours_changed), style);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (on_colours_changed),
                            style);
  g_signal_connect_swapped (gtk_widget_get_settings (view), "notify::gtk-font-name",
                            G_CALLBACK (on_font_changed), style);
}

void
quo_page_style_clear (QuoPageStyle *style)
{
  if (style->css == NULL)
    return;
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), style);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_settings (GTK_WIDGET (style->page->view)),
                                        style);
  g_clear_object (&style->css);
}
