/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: `texture` shows `drawn`, in the colours of `palette`; one picture is drawn at a time,
 * and what was asked for meanwhile is seen by the frame that shows it. */
#include "quo-config.h"

#include "quo-map-land.h"

#include <math.h>

/* The picture is so much wider and higher than what is seen. */
#define SPARE 1.5
/* Fewer points than this are drawn at once, in some milliseconds. */
#define FEW_POINTS 16000

/* What a picture is to show. */
typedef struct
{
  QuoMapView view;
  QuoPalette palette;
  int scale;
} Wish;

struct _QuoMapLand
{
  GtkWidget *map;        /* not owned: it owns this */
  GdkTexture *texture;   /* NULL: there is none yet */
  Wish drawn;            /* of texture */
  GCancellable *drawing; /* NULL: nothing is being drawn */
};

/* --- pictures -------------------------------------------------------------------------------- */

/* Any thread. (transfer full) */
static GdkTexture *
draw (const Wish *wish)
{
  int width = (int)wish->view.width * wish->scale, height = (int)wish->view.height * wish->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, wish->scale, wish->scale);
  quo_map_paint_world (cr, &wish->view, quo_map_get_outlines (), &wish->palette);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize)cairo_image_surface_get_stride (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize)height,
                                    (GDestroyNotify)cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
take (QuoMapLand *land, const Wish *wish, GdkTexture *texture)
{
  g_set_object (&land->texture, texture);
  land->drawn = *wish;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, draw (data), g_object_unref);
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoMapLand *land = data;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (texture == NULL)
    return; /* the land is gone */
  g_clear_object (&land->drawing);
  take (land, g_task_get_task_data (G_TASK (result)), texture);
  gtk_widget_queue_draw (land->map);
}

static void
start (QuoMapLand *land, const Wish *wish)
{
  g_autoptr (GTask) task = NULL;

  land->drawing = g_cancellable_new ();
  task = g_task_new (NULL, land->drawing, on_drawn, land);
  g_task_set_task_data (task, g_memdup2 (wish, sizeof *wish), g_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/* --- what is needed -------------------------------------------------------------------------- */

/* Where @drawn lies on @view, in its pixels: the turn of the world that is nearest. */
static graphene_rect_t
find_place (const QuoMapView *drawn, const QuoMapView *view)
{
  double stretch = view->scale / drawn->scale;
  double east = remainder (drawn->x - view->x, 360);
  double width = drawn->width * stretch, height = drawn->height * stretch;

  return GRAPHENE_RECT_INIT (
      (float)(view->width / 2 + east * view->scale - width / 2),
      (float)(view->height / 2 - (drawn->y - view->y) * view->scale - height / 2), (float)width,
      (float)height);
}

static gboolean
is_enough (const QuoMapLand *land, const Wish *wish)
{
  const graphene_rect_t seen
      = GRAPHENE_RECT_INIT (0, 0, (float)wish->view.width, (float)wish->view.height);
  graphene_rect_t place;

  if (land->texture == NULL || land->drawn.scale != wish->scale
      || land->drawn.view.scale != wish->view.scale
      || land->drawn.palette.is_dark != wish->palette.is_dark
      || land->drawn.palette.is_high_contrast != wish->palette.is_high_contrast)
    return FALSE;
  place = find_place (&land->drawn.view, &wish->view);
  return graphene_rect_contains_rect (&place, &seen);
}

static void
renew (QuoMapLand *land, const Wish *wish)
{
  Wish larger = *wish;

  larger.view.width = ceil (wish->view.width * SPARE);
  larger.view.height = ceil (wish->view.height * SPARE);
  if (quo_map_count_points (&larger.view, quo_map_get_outlines ()) < FEW_POINTS)
    {
      g_autoptr (GdkTexture) texture = draw (&larger);

      take (land, &larger, texture);
    }
  else if (land->drawing == NULL)
    start (land, &larger);
}

/* --- public ---------------------------------------------------------------------------------- */

QuoMapLand *
quo_map_land_new (GtkWidget *map)
{
  QuoMapLand *land = g_new0 (QuoMapLand, 1);

  land->map = map;
  return land;
}

void
quo_map_land_free (QuoMapLand *land)
{
  if (land->drawing != NULL)
    g_cancellable_cancel (land->drawing);
  g_clear_object (&land->drawing);
  g_clear_object (&land->texture);
  g_free (land);
}

void
quo_map_land_snapshot (QuoMapLand *land, GtkSnapshot *snapshot, const QuoMapView *view,
                       const QuoPalette *palette, int scale)
{
  const Wish wish = { *view, *palette, scale };
  QuoMapColors colors = quo_palette_map (palette);
  graphene_rect_t place;

  gtk_snapshot_append_color (snapshot, &colors.sea,
                             &GRAPHENE_RECT_INIT (0, 0, (float)view->width, (float)view->height));
  if (!is_enough (land, &wish))
    renew (land, &wish);
  if (land->texture == NULL)
    return;
  place = find_place (&land->drawn.view, view);
  gtk_snapshot_append_texture (snapshot, land->texture, &place);
}
