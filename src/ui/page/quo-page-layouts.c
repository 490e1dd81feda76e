/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-layouts.h"

#include "quo-page-rows.h"

/* Invariant: a key says all that its layout was made of, apart from the font of the interface,
 * whose change drops all. */

#define MAX_TEXTS 2000

typedef struct
{
  const char *text; /* owned in the table */
  int px;           /* tenths */
  int weight, width;
  gboolean is_rtl;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return ((g_str_hash (key->text) * 31 + key->px) * 31 + key->weight) * 31 + key->width
         + key->is_rtl;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->px == y->px && x->weight == y->weight && x->width == y->width && x->is_rtl == y->is_rtl
         && g_str_equal (x->text, y->text);
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free ((char *)key->text);
  g_free (key);
}

GHashTable *
quo_page_layouts_new (void)
{
  return g_hash_table_new_full (hash_key, equal_keys, free_key, g_object_unref);
}

static void
make_context (QuoPage *page)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (page->view)), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name);
  page->ui_context = gtk_widget_create_pango_context (GTK_WIDGET (page->view));
  pango_context_set_font_description (page->ui_context, font);
  pango_font_description_free (font);
}

static PangoLayout *
make_text (QuoPage *page, const char *text, double px, int weight, double width)
{
  PangoLayout *layout;
  PangoFontDescription *font;

  if (page->ui_context == NULL)
    make_context (page);
  layout = pango_layout_new (page->ui_context);
  font = pango_font_description_copy (pango_context_get_font_description (page->ui_context));
  pango_font_description_set_absolute_size (font, px * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      PangoDirection own = quo_find_direction (text);
      PangoDirection base = pango_context_get_base_dir (page->ui_context);
      gboolean is_swapped = own != PANGO_DIRECTION_NEUTRAL
                            && (own == PANGO_DIRECTION_RTL) != (base == PANGO_DIRECTION_RTL);

      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_height (layout, -2);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      /* Towards the text. Pango swaps the sides where text runs against its context. */
      pango_layout_set_alignment (layout, page->is_rtl != is_swapped ? PANGO_ALIGN_LEFT
                                                                     : PANGO_ALIGN_RIGHT);
    }
  return layout;
}

PangoLayout *
quo_page_get_text (QuoPage *page, const char *text, double px, int weight, double width)
{
  Key key = { text, (int)(px * 10), weight, (int)width, page->is_rtl };
  PangoLayout *layout = g_hash_table_lookup (page->texts, &key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (page->texts) >= MAX_TEXTS)
    g_hash_table_remove_all (page->texts);
  layout = make_text (page, text, px, weight, key.width);
  key.text = g_strdup (text);
  g_hash_table_insert (page->texts, g_memdup2 (&key, sizeof key), layout);
  return layout;
}
