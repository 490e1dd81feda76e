/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place of the world: degrees north and degrees east. */
typedef struct
{
  double lat, lon;
} QuoMapPoint;

/**
 * QuoMapView:
 * @x: of the middle, in degrees east
 * @y: of the middle, in degrees as quo_map_mercator() gives them
 * @scale: pixels for a degree of longitude
 * @width: of the map, in pixels
 *
 * Which part of the world a map shows, in the projection of Mercator: the one in which a coast has
 * its true shape wherever it lies and however close one looks, and in which the map goes on at 180
 * degrees as everywhere else. What it cannot do is the poles: all beyond 85 degrees lies on its
 * edge. A plain value.
 */
typedef struct
{
  double x, y;
  double scale;
  double width, height;
} QuoMapView;

#define QUO_MAP_MAX_LATITUDE 85.0
/* A single town is shown with this much round it, in degrees of longitude. */
#define QUO_MAP_LEAST_WIDTH 18.0
/* Nothing closer than this: the outlines are not made for it. */
#define QUO_MAP_CLOSEST_WIDTH 3.0

/* How far north a latitude lies on the map, in degrees of longitude at the equator: -180 to 180
 * (J. P. Snyder, Map Projections: A Working Manual, 1987, equation 7-2). */
double quo_map_mercator (double lat);

/**
 * quo_map_view_fit:
 * @points: what has to be seen; none: the whole world
 * @margin: pixels that stay free round them, if there is room for that
 *
 * The smallest part of the world that shows them all, over 180 degrees where that is shorter, but
 * at least %QUO_MAP_LEAST_WIDTH wide. Cost: sorts the points.
 */
QuoMapView quo_map_view_fit (const QuoMapPoint *points, guint n_points, double width, double height,
                             double margin) G_GNUC_WARN_UNUSED_RESULT;

/* Where a place is on the map, in pixels from its upper left corner; of its repetitions the one
 * nearest to the middle. May lie outside. */
void quo_map_view_project (const QuoMapView *view, QuoMapPoint point, double *ret_x, double *ret_y);
/* Moves what is shown by pixels; stops at the poles. */
void quo_map_view_pan (QuoMapView *view, double dx, double dy);
/* @factor above 1 shows less, closer; what is at the pixel @x, @y stays there. FALSE: it is as
 * close or as far already as it gets. */
gboolean quo_map_view_zoom (QuoMapView *view, double factor, double x, double y);
/* The same part of the world on a map of another size: the middle stays, and the width in degrees.
 */
void quo_map_view_resize (QuoMapView *view, double width, double height);

G_END_DECLS
