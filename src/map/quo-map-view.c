/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the world is shown. Invariant: the map is never wider than the world once round,
 * and its middle never so near to a pole that a map with room for it shows what is beyond. */
#include "quo-config.h"

#include "quo-map-view.h"

#include <math.h>

#define WHOLE 360.0
#define DEGREE (G_PI / 180)

double
quo_map_mercator (double lat)
{
  double clamped = CLAMP (lat, -QUO_MAP_MAX_LATITUDE, QUO_MAP_MAX_LATITUDE);

  return asinh (tan (clamped * DEGREE)) / DEGREE;
}

static double
wrap (double degrees)
{
  return degrees - WHOLE * floor ((degrees + WHOLE / 2) / WHOLE);
}

/* The scale at which all of the world is as wide as the map, and at which no more is to be seen. */
static double
get_least_scale (const QuoMapView *view)
{
  return MAX (view->width, 1) / WHOLE;
}

static void
keep_inside (QuoMapView *view)
{
  double edge = quo_map_mercator (QUO_MAP_MAX_LATITUDE);
  double least = get_least_scale (view);
  double room;

  view->scale = CLAMP (view->scale, least, MAX (view->width, 1) / QUO_MAP_CLOSEST_WIDTH);
  view->x = wrap (view->x);
  room = MAX (0, edge - view->height / view->scale / 2);
  view->y = CLAMP (view->y, -room, room);
}

static int
compare_degrees (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, two = *(const double *)b;

  return (one > two) - (one < two);
}

/* The shortest arc of longitudes that has all of them: what is left of the circle without its
 * widest gap. */
static void
find_arc (const QuoMapPoint *points, guint n_points, double *ret_west, double *ret_width)
{
  g_autofree double *lons = g_new (double, n_points);
  double widest = 0;
  guint after = 0;

  for (guint i = 0; i < n_points; i++)
    lons[i] = wrap (points[i].lon);
  qsort (lons, n_points, sizeof *lons, compare_degrees);
  for (guint i = 0; i < n_points; i++)
    {
      double before = i > 0 ? lons[i - 1] : lons[n_points - 1] - WHOLE;

      if (lons[i] - before > widest)
        {
          widest = lons[i] - before;
          after = i;
        }
    }
  *ret_west = lons[after];
  *ret_width = WHOLE - widest;
}

QuoMapView
quo_map_view_fit (const QuoMapPoint *points, guint n_points, double width, double height,
                  double margin)
{
  QuoMapView view = { .width = width, .height = height };
  double south = G_MAXDOUBLE, north = -G_MAXDOUBLE;
  double west, arc;
  double room_x = MAX (width - 2 * margin, width / 4),
         room_y = MAX (height - 2 * margin, height / 4);

  if (n_points == 0)
    {
      keep_inside (&view);
      return view;
    }
  find_arc (points, n_points, &west, &arc);
  for (guint i = 0; i < n_points; i++)
    {
      double y = quo_map_mercator (points[i].lat);

      south = MIN (south, y);
      north = MAX (north, y);
    }
  view.x = west + arc / 2;
  view.y = (south + north) / 2;
  view.scale = width / QUO_MAP_LEAST_WIDTH;
  if (arc > 0)
    view.scale = MIN (view.scale, room_x / arc);
  if (north > south)
    view.scale = MIN (view.scale, room_y / (north - south));
  keep_inside (&view);
  return view;
}

void
quo_map_view_project (const QuoMapView *view, QuoMapPoint point, double *ret_x, double *ret_y)
{
  *ret_x = view->width / 2 + wrap (point.lon - view->x) * view->scale;
  *ret_y = view->height / 2 - (quo_map_mercator (point.lat) - view->y) * view->scale;
}

void
quo_map_view_pan (QuoMapView *view, double dx, double dy)
{
  view->x += dx / view->scale;
  view->y -= dy / view->scale;
  keep_inside (view);
}

gboolean
quo_map_view_zoom (QuoMapView *view, double factor, double x, double y)
{
  double before = view->scale;
  double right = x - view->width / 2, below = y - view->height / 2;

  view->scale *= factor;
  keep_inside (view);
  view->x += right / before - right / view->scale;
  view->y -= below / before - below / view->scale;
  keep_inside (view);
  return view->scale != before;
}

void
quo_map_view_resize (QuoMapView *view, double width, double height)
{
  view->scale *= MAX (width, 1) / MAX (view->width, 1);
  view->width = width;
  view->height = height;
  keep_inside (view);
}
