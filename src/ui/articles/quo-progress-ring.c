/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign before an article in the list of a folder. */
#include "quo-config.h"

#include "quo-progress-ring.h"

#include "quo-palette.h"

#include <math.h>

#define SIZE 18
#define RADIUS 7.0
#define STROKE 2.5

struct _QuoProgressRing
{
  GtkWidget parent_instance;
  QuoProgress progress;
  double share;
  gboolean has_problem;
};

G_DEFINE_FINAL_TYPE (QuoProgressRing, quo_progress_ring, GTK_TYPE_WIDGET)

static void
set_color (cairo_t *cr, GdkRGBA color, double alpha)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * alpha);
}

static void
draw_disc (cairo_t *cr, double x, double y, const QuoPalette *palette)
{
  GdkRGBA green;

  gdk_rgba_parse (&green, palette->is_dark ? "#57c78a" : "#1f8a55");
  set_color (cr, green, 1);
  cairo_arc (cr, x, y, RADIUS + STROKE / 2, 0, 2 * M_PI);
  cairo_fill (cr);
  set_color (cr, palette->page, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - 3.5, y + .5);
  cairo_line_to (cr, x - 1, y + 3);
  cairo_line_to (cr, x + 3.5, y - 2.5);
  cairo_stroke (cr);
}

static void
draw_ring (QuoProgressRing *ring, cairo_t *cr, double x, double y, GdkRGBA color, double track)
{
  cairo_set_line_width (cr, STROKE);
  set_color (cr, color, track);
  cairo_arc (cr, x, y, RADIUS, 0, 2 * M_PI);
  cairo_stroke (cr);
  set_color (cr, color, .75);
  if (ring->has_problem)
    {
      cairo_move_to (cr, x - RADIUS * M_SQRT1_2, y + RADIUS * M_SQRT1_2);
      cairo_line_to (cr, x + RADIUS * M_SQRT1_2, y - RADIUS * M_SQRT1_2);
      cairo_stroke (cr);
    }
  else if (ring->progress == QUO_PROGRESS_BEGUN)
    {
      /* Something is to be seen of the first annotation, and something to be missed of the last. */
      cairo_arc (cr, x, y, RADIUS, -M_PI_2, -M_PI_2 + 2 * M_PI * CLAMP (ring->share, .06, .94));
      cairo_stroke (cr);
    }
}

static void
quo_progress_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuoProgressRing *ring = QUO_PROGRESS_RING (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  QuoPalette palette = quo_palette_get ();
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (ring->progress == QUO_PROGRESS_DONE && !ring->has_problem)
    draw_disc (cr, width / 2.0, height / 2.0, &palette);
  else
    draw_ring (ring, cr, width / 2.0, height / 2.0, color, palette.is_high_contrast ? .6 : .22);
  cairo_destroy (cr);
}

static void
quo_progress_ring_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
  *minimum_baseline = *natural_baseline = -1;
}

static void
quo_progress_ring_class_init (QuoProgressRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = quo_progress_ring_snapshot;
  widget_class->measure = quo_progress_ring_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
quo_progress_ring_init (QuoProgressRing *ring)
{
  ring->progress = QUO_PROGRESS_NEXT;
}

GtkWidget *
quo_progress_ring_new (void)
{
  return g_object_new (QUO_TYPE_PROGRESS_RING, NULL);
}

void
quo_progress_ring_set (QuoProgressRing *ring, QuoProgress progress, double share,
                       gboolean has_problem)
{
  g_return_if_fail (QUO_IS_PROGRESS_RING (ring));

  ring->progress = progress;
  ring->share = share;
  ring->has_problem = has_problem;
  gtk_widget_queue_draw (GTK_WIDGET (ring));
}
