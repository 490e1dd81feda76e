/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a whole as one bar. */
#include "quo-config.h"

#include "quo-share-bar.h"

#include "quo-statistics-table.h"

#include <adwaita.h>

#define HEIGHT 18
#define SWATCH 12
#define RADIUS 4.0
#define GAP 2.0
/* Of a part of next to nothing something is seen. */
#define LEAST 3.0

/* How strong the ink of the parts is, the first one first; later ones are as the last. */
static const double ALPHAS[] = { 1, 0.62, 0.36, 0.18 };

struct _QuoShareBar
{
  GtkWidget parent_instance;
  GPtrArray *shares; /* of QuoShare; NULL: a swatch */
  guint n;           /* of the swatch */
  gboolean is_untold;
};

G_DEFINE_FINAL_TYPE (QuoShareBar, quo_share_bar, GTK_TYPE_WIDGET)

static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
quo_share_paint (cairo_t *cr, const QuoPalette *palette, guint n, gboolean is_untold, double x,
                 double y, double width, double height)
{
  double alpha = ALPHAS[MIN (n, G_N_ELEMENTS (ALPHAS) - 1)];
  GdkRGBA ink = quo_palette_speech (palette, 1);
  /* A pale part is too near to the page to be seen without its edge. */
  gboolean has_edge = is_untold || alpha < 0.5 || palette->is_high_contrast;

  if (!is_untold)
    {
      cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, alpha);
      add_rounded (cr, x, y, width, height, RADIUS);
      cairo_fill (cr);
    }
  if (!has_edge)
    return;
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 1);
  cairo_set_line_width (cr, 1);
  add_rounded (cr, x + 0.5, y + 0.5, MAX (width - 1, 1), height - 1, RADIUS - 0.5);
  cairo_stroke (cr);
}

void
quo_shares_paint (cairo_t *cr, const QuoPalette *palette, const GPtrArray *shares, gboolean is_rtl,
                  double x, double y, double width, double height)
{
  double room = width - GAP * (shares->len > 0 ? shares->len - 1 : 0);
  double sum = 0, at = 0;

  for (guint i = 0; i < shares->len; i++)
    sum += MAX (((const QuoShare *)g_ptr_array_index (shares, i))->fraction, LEAST / MAX (room, 1));
  for (guint i = 0; i < shares->len; i++)
    {
      const QuoShare *share = g_ptr_array_index (shares, i);
      double part = room * MAX (share->fraction, LEAST / MAX (room, 1)) / MAX (sum, 1e-9);

      quo_share_paint (cr, palette, i, share->is_untold, is_rtl ? x + width - at - part : x + at, y,
                       part, height);
      at += part + GAP;
    }
}

static void
quo_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuoShareBar *bar = QUO_SHARE_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  QuoPalette palette = quo_palette_get ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  if (bar->shares == NULL)
    quo_share_paint (cr, &palette, bar->n, bar->is_untold, 0, 0, width, height);
  else
    quo_shares_paint (cr, &palette, bar->shares,
                      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, 0, 0, width, height);
  cairo_destroy (cr);
}

static void
quo_share_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean is_swatch = QUO_SHARE_BAR (widget)->shares == NULL;

  *minimum = *natural = is_swatch ? SWATCH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
quo_share_bar_finalize (GObject *object)
{
  g_clear_pointer (&QUO_SHARE_BAR (object)->shares, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_share_bar_parent_class)->finalize (object);
}

static void
quo_share_bar_class_init (QuoShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quo_share_bar_finalize;
  widget_class->snapshot = quo_share_bar_snapshot;
  widget_class->measure = quo_share_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
quo_share_bar_init (QuoShareBar *bar)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), bar,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), bar,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
quo_share_bar_new (GPtrArray *shares)
{
  QuoShareBar *bar = g_object_new (QUO_TYPE_SHARE_BAR, "hexpand", TRUE, NULL);

  bar->shares = shares;
  return GTK_WIDGET (bar);
}

GtkWidget *
quo_share_swatch_new (guint n, gboolean is_untold)
{
  QuoShareBar *swatch = g_object_new (QUO_TYPE_SHARE_BAR, "valign", GTK_ALIGN_CENTER, NULL);

  swatch->n = n;
  swatch->is_untold = is_untold;
  return GTK_WIDGET (swatch);
}
