/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-row-words.h"

#include <adwaita.h>
#include <math.h>

/* As the style class `quiet`, without and with high contrast. */
#define QUIET_ALPHA .75f
#define QUIET_ALPHA_CONTRAST .9f

PangoLayout *
quo_row_words_new (GtkWidget *widget, const char *text, int n_lines)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  /* All lines begin at the edge the row begins at. "Left" is the other side for what runs against
   * the interface, and for nothing else. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
      && pango_layout_get_direction (layout, 0) != PANGO_DIRECTION_LTR)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -n_lines);
  return layout;
}

int
quo_row_words_get_line_height (GtkWidget *widget)
{
  static PangoFontDescription *font;
  static double resolution;
  static guint serial;
  static int height;
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *its_font = pango_context_get_font_description (context);
  double its_resolution = pango_cairo_context_get_resolution (context);
  guint its_serial = pango_font_map_get_serial (pango_context_get_font_map (context));
  PangoFontMetrics *metrics;

  if (font != NULL && pango_font_description_equal (font, its_font) && serial == its_serial
      && fabs (resolution - its_resolution) < 1e-6)
    return height;
  g_clear_pointer (&font, pango_font_description_free);
  font = pango_font_description_copy (its_font);
  resolution = its_resolution;
  serial = its_serial;
  metrics = pango_context_get_metrics (context, NULL, NULL);
  height = pango_font_metrics_get_height (metrics);
  pango_font_metrics_unref (metrics);
  return height;
}

void
quo_row_words_draw (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayout *words, int start,
                    double y, float alpha)
{
  PangoRectangle area;
  GdkRGBA color;
  int x;

  pango_layout_get_pixel_extents (words, NULL, &area);
  x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
          ? gtk_widget_get_width (widget) - start - area.width
          : start;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= alpha;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(x - area.x), (float)y));
  gtk_snapshot_append_layout (snapshot, words, &color);
  gtk_snapshot_restore (snapshot);
}

void
quo_row_words_draw_quiet (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayout *words, int start,
                          double y)
{
  quo_row_words_draw (widget, snapshot, words, start, y,
                      adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
                          ? QUIET_ALPHA_CONTRAST
                          : QUIET_ALPHA);
}
