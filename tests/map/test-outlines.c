/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outlines of the world: that they are where the land is, and that a damaged file is told. */
#include "quo-outlines.h"

#include "quo-error.h"
#include "quo-map-view.h"

#include <string.h>

/* A file with one ring (0,0 1,0 1,1) and one border (0,0 0,1), a unit a degree. */
static const guint8 small[]
    = { 'Q', 'U', 'O', 'M', 'A', 'P', '0', '1', 1, 0, 0, 0, 1, 0, 0, 0, 1, 0,
        0,   0,   36,  0,   0,   0,   3,   0,   0, 2, 0, 0, 2, 2, 0, 0, 0, 2 };

static GBytes *
load (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("QUO_DATA_DIR"), "map", "quotidian.outlines", NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (size, <=, 300 * 1024);
  return g_bytes_new_take (contents, size);
}

/* Whether a ray to the west crosses the ring an odd number of times. */
static gboolean
is_inside (const QuoOutline *ring, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0, k = ring->n_points - 1; i < ring->n_points; k = i++)
    {
      const QuoOutlinePoint *a = &ring->points[i], *b = &ring->points[k];

      if ((a->y > y) != (b->y > y) && x > (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }
  return inside;
}

static gboolean
is_land (const QuoOutlines *outlines, double lat, double lon)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < outlines->n_land; i++)
    for (int turn = -1; turn <= 1; turn++)
      inside ^= is_inside (&outlines->land[i], lon + 360 * turn, quo_map_mercator (lat));
  return inside;
}

/* Towns are on land, seas are not, the Caspian is a sea in the land, the poles are as they are. */
static void
test_world (void)
{
  static const struct
  {
    double lat, lon;
    gboolean is_land;
  } cases[] = {
    { 48.85, 2.35, TRUE },  { 55.75, 37.62, TRUE }, { -33.93, 18.60, TRUE }, { 39.9, 116.4, TRUE },
    { -15.8, -47.9, TRUE }, { 67.5, -178.0, TRUE }, { -80, 0, TRUE },        { -82, 100, TRUE },
    { -72.5, 168, TRUE },   { -17.8, 178.0, TRUE }, { 52.5, 3.0, FALSE },    { 0, -30, FALSE },
    { 0, 179.9, FALSE },    { 42, 50.5, FALSE },    { 35, 18, FALSE },       { 84.9, 20, FALSE },
  };
  g_autoptr (GBytes) bytes = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOutlines) outlines = quo_outlines_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outlines->n_land, >, 1000);
  g_assert_cmpuint (outlines->n_borders, >, 300);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (is_land (outlines, cases[i].lat, cases[i].lon) != cases[i].is_land)
      g_error ("%.2f, %.2f: is %sland", cases[i].lat, cases[i].lon, cases[i].is_land ? "no " : "");
}

static void
test_small (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (small, sizeof small);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOutlines) outlines = quo_outlines_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outlines->n_land, ==, 1);
  g_assert_cmpuint (outlines->land[0].n_points, ==, 3);
  g_assert_cmpfloat (outlines->land[0].points[2].x, ==, 1);
  g_assert_cmpfloat_with_epsilon (outlines->land[0].points[2].y, 1, 1e-3);
  g_assert_cmpfloat (outlines->land[0].east, ==, 1);
  g_assert_cmpuint (outlines->n_borders, ==, 1);
  g_assert_cmpfloat (outlines->borders[0].points[1].x, ==, 0);
}

static void
assert_refused (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  QuoOutlines *outlines = quo_outlines_read (bytes, &error);

  g_assert_null (outlines);
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "byte"));
}

/* Cut off anywhere, or with one number too large for the rest. */
static void
test_damaged (void)
{
  guint8 copy[sizeof small];

  for (gsize size = 0; size < sizeof small; size++)
    {
      memcpy (copy, small, sizeof small);
      assert_refused (copy, size);
      if (size < 24)
        continue;
      copy[20] = (guint8)size; /* says that it is whole */
      assert_refused (copy, size);
    }
  for (gsize at = 0; at < 24; at++)
    {
      memcpy (copy, small, sizeof small);
      copy[at] = 0xff;
      if (at >= 8 && at < 12)
        continue; /* other units are another, smaller land */
      assert_refused (copy, sizeof copy);
    }
  memcpy (copy, small, sizeof small);
  copy[24] = 2; /* a ring of two points */
  assert_refused (copy, sizeof copy);
  memcpy (copy, small, sizeof small);
  copy[8] = 0; /* no units */
  assert_refused (copy, sizeof copy);
}

/* Bytes changed at random: read or refused, and what is read lies on the globe. */
static void
test_random (void)
{
  g_autoptr (GBytes) whole = load ();
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (QuoOutlines) outlines = NULL;

      memcpy (copy, data, size);
      for (guint i = 0; i < 5; i++)
        copy[g_rand_int_range (rand, 0, (gint32)size)] = (guint8)g_rand_int (rand);
      bytes = g_bytes_new_static (copy, size);
      outlines = quo_outlines_read (bytes, &error);
      g_assert_true ((outlines == NULL) == (error != NULL));
      for (guint i = 0; outlines != NULL && i < outlines->n_land; i++)
        g_assert_true (outlines->land[i].west >= -360 && outlines->land[i].east <= 360);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/outlines/world", test_world);
  g_test_add_func ("/map/outlines/small", test_small);
  g_test_add_func ("/map/outlines/damaged", test_damaged);
  g_test_add_func ("/map/outlines/random", test_random);
  return g_test_run ();
}
