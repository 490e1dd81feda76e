/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the world is shown: all that is asked for, no more than needed, over the edges of
 * the map as well. */
#include "quo-map-view.h"
#include "quo-map-words.h"

#include <locale.h>
#include <math.h>

static void
assert_inside (const QuoMapView *view, QuoMapPoint point, double margin)
{
  double x, y;

  quo_map_view_project (view, point, &x, &y);
  g_assert_cmpfloat (x, >=, margin - 0.01);
  g_assert_cmpfloat (x, <=, view->width - margin + 0.01);
  g_assert_cmpfloat (y, >=, margin - 0.01);
  g_assert_cmpfloat (y, <=, view->height - margin + 0.01);
}

static void
test_mercator (void)
{
  g_assert_cmpfloat (quo_map_mercator (0), ==, 0);
  /* Snyder, table 4: y of 60 degrees is 1.31696 of the radius. */
  g_assert_cmpfloat_with_epsilon (quo_map_mercator (60) * G_PI / 180, 1.31696, 1e-5);
  g_assert_cmpfloat (quo_map_mercator (-60), ==, -quo_map_mercator (60));
  g_assert_true (isfinite (quo_map_mercator (90)) && isfinite (quo_map_mercator (-90)));
  g_assert_cmpfloat (quo_map_mercator (-90), >, -180.01);
}

static void
test_one (void)
{
  const QuoMapPoint goteborg = { 57.70716, 11.96679 };
  QuoMapView view = quo_map_view_fit (&goteborg, 1, 260, 132, 24);
  double x, y;

  g_assert_cmpfloat_with_epsilon (260 / view.scale, QUO_MAP_LEAST_WIDTH, 1e-6);
  quo_map_view_project (&view, goteborg, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 130, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 66, 1e-6);
}

/* Suva and Apia are neighbours, though 180 degrees lie between them. */
static void
test_antimeridian (void)
{
  const QuoMapPoint points[] = { { -18.14, 178.44 }, { -13.83, -171.76 } };
  QuoMapView view = quo_map_view_fit (points, 2, 400, 300, 40);
  double x0, x1, y;

  g_assert_cmpfloat (400 / view.scale, <, 30);
  assert_inside (&view, points[0], 40);
  assert_inside (&view, points[1], 40);
  quo_map_view_project (&view, points[0], &x0, &y);
  quo_map_view_project (&view, points[1], &x1, &y);
  g_assert_cmpfloat (x0, <, x1);
}

static void
test_poles (void)
{
  const QuoMapPoint points[] = { { -90, 0 }, { 78.2, 15.6 }, { 90, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      QuoMapView view = quo_map_view_fit (&points[i], 1, 260, 132, 24);

      assert_inside (&view, points[i], 0);
      g_assert_true (isfinite (view.y));
    }
}

static void
test_nothing (void)
{
  QuoMapView view = quo_map_view_fit (NULL, 0, 720, 360, 24);

  g_assert_cmpfloat_with_epsilon (view.scale, 2, 1e-9);
  view = quo_map_view_fit (NULL, 0, 0, 0, 24); /* not yet laid out */
  g_assert_true (isfinite (view.scale) && view.scale > 0);
}

/* Against places anywhere: all are seen, with the margin free unless half of the world is shown. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 2000; round++)
    {
      QuoMapPoint points[6];
      guint n = (guint)g_rand_int_range (rand, 1, G_N_ELEMENTS (points) + 1);
      double spread = g_rand_double_range (rand, 0.1, 150);
      double lon = g_rand_double_range (rand, -180, 180), lat = g_rand_double_range (rand, -70, 70);
      QuoMapView view;

      for (guint i = 0; i < n; i++)
        {
          double north = lat + g_rand_double_range (rand, -spread, spread) / 4;

          points[i].lat = CLAMP (north, -75, 75);
          points[i].lon = remainder (lon + g_rand_double_range (rand, -spread, spread), 360);
        }
      view = quo_map_view_fit (points, n, 500, 500, 30);
      g_assert_cmpfloat (view.scale, >=, 500 / 360.0 - 1e-9);
      g_assert_cmpfloat (view.scale, <=, 500 / QUO_MAP_LEAST_WIDTH + 1e-9);
      for (guint i = 0; i < n; i++)
        assert_inside (&view, points[i], view.scale > 500 / 180.0 ? 29 : 0);
    }
}

/* What is under the pointer stays there, there and back again. */
static void
test_zoom (void)
{
  const QuoMapPoint paris = { 48.85, 2.35 };
  QuoMapView view = quo_map_view_fit (&paris, 1, 400, 300, 24);
  double x, y, x_after, y_after, closest;

  quo_map_view_pan (&view, -60, 20);
  quo_map_view_project (&view, paris, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 260, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 130, 1e-6);
  g_assert_true (quo_map_view_zoom (&view, 1.5, x, y));
  quo_map_view_project (&view, paris, &x_after, &y_after);
  g_assert_cmpfloat_with_epsilon (x_after, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (y_after, y, 1e-6);
  while (quo_map_view_zoom (&view, 2, 0, 0))
    continue;
  closest = view.scale;
  g_assert_cmpfloat_with_epsilon (400 / closest, QUO_MAP_CLOSEST_WIDTH, 1e-6);
  while (quo_map_view_zoom (&view, 0.5, 0, 0))
    continue;
  g_assert_cmpfloat_with_epsilon (400 / view.scale, 360, 1e-6);
}

/* However far it is moved, it goes round to the east and ends at the poles. */
static void
test_pan (void)
{
  QuoMapView view = quo_map_view_fit (NULL, 0, 360, 100, 0);

  for (guint i = 0; i < 100; i++)
    quo_map_view_pan (&view, 50, -50);
  g_assert_cmpfloat (fabs (view.x), <=, 180);
  g_assert_cmpfloat_with_epsilon (view.y, quo_map_mercator (QUO_MAP_MAX_LATITUDE) - 50, 1e-6);
}

static void
test_words (void)
{
  g_autofree char *words = quo_map_dup_words ((QuoMapPoint){ 57.70716, 11.96679 });
  g_autofree char *south = quo_map_dup_words ((QuoMapPoint){ -33.92, -18.4 });
  g_autofree char *degrees = quo_map_dup_degrees ((QuoMapPoint){ -33.92, 151 });
  QuoMapPoint point;

  g_assert_cmpstr (words, ==, "57.7 degrees north, 12.0 degrees east");
  g_assert_cmpstr (south, ==, "33.9 degrees south, 18.4 degrees west");
  g_assert_cmpstr (degrees, ==, "33.92° S, 151.00° E");
  g_assert_true (quo_map_point_parse (&point, "57.70716", "-11.5"));
  g_assert_cmpfloat (point.lat, ==, 57.70716);
  g_assert_cmpfloat (point.lon, ==, -11.5);
  g_assert_false (quo_map_point_parse (&point, NULL, NULL));
  g_assert_false (quo_map_point_parse (&point, "91", "0"));
  g_assert_false (quo_map_point_parse (&point, "nan", "0"));
  g_assert_false (quo_map_point_parse (&point, "1e1x", "0"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/view/mercator", test_mercator);
  g_test_add_func ("/map/view/one", test_one);
  g_test_add_func ("/map/view/antimeridian", test_antimeridian);
  g_test_add_func ("/map/view/poles", test_poles);
  g_test_add_func ("/map/view/nothing", test_nothing);
  g_test_add_func ("/map/view/random", test_random);
  g_test_add_func ("/map/view/zoom", test_zoom);
  g_test_add_func ("/map/view/pan", test_pan);
  g_test_add_func ("/map/words", test_words);
  return g_test_run ();
}
