/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-map: how long the outlines of the world take to be read, how long the land is drawn, in a
 * thread where it is much, and what a frame of the map costs while somebody moves or zooms it, in a
 * map as large as the window of statistics: the whole world, a continent and a country, with 300
 * places, whose names are laid out too. Time of the processor, the best of a few runs. Needs no
 * screen. */

#include "quo-map-paint.h"

#include <stdio.h>
#include <time.h>

#define N_RUNS 7
#define N_PLACES 300
#define WIDTH 1280
#define HEIGHT 560

static const struct
{
  const char *name;
  double degrees; /* of longitude, from one side to the other */
} views[] = { { "world", 360 }, { "continent", 60 }, { "country", 6 } };

static double
count_ms (clock_t start)
{
  return (clock () - start) * 1000.0 / CLOCKS_PER_SEC;
}

static double
read_outlines (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
      "/io/github/quotidian/Quotidian/map/quotidian.outlines", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  clock_t start = clock ();
  g_autoptr (QuoOutlines) outlines = quo_outlines_read (bytes, NULL);

  return outlines != NULL ? count_ms (start) : G_MAXDOUBLE;
}

/* All over the part of the world that is shown. */
static GPtrArray *
make_places (double degrees)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_map_place_free);

  for (guint i = 0; i < N_PLACES; i++)
    {
      double east = (i * 37 % N_PLACES / (double)N_PLACES - 0.5) * degrees;
      double north = (i * 101 % N_PLACES / (double)N_PLACES - 0.5) * degrees / 4;
      g_autofree char *name = g_strdup_printf ("Springfield %u", i);
      QuoMapPlace *place
          = quo_map_place_new ((QuoMapPoint){ 50 + MIN (north, 30), 10 + east }, name, name);

      place->n = 1 + i % 40;
      g_ptr_array_add (places, place);
    }
  return places;
}

/* Milliseconds of land and of places. */
static void
paint (double degrees, PangoContext *context, double *ret_land, double *ret_places)
{
  g_autoptr (GPtrArray) places = make_places (degrees);
  QuoMapView view = { 10, quo_map_mercator (50), WIDTH / degrees, WIDTH, HEIGHT };
  QuoPalette palette = quo_palette_make (FALSE, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  clock_t start = clock ();

  quo_map_paint_world (cr, &view, quo_map_get_outlines (), &palette);
  cairo_surface_flush (surface);
  *ret_land = MIN (*ret_land, count_ms (start));
  start = clock ();
  quo_map_paint_places (cr, &view, places, &palette, context);
  cairo_surface_flush (surface);
  *ret_places = MIN (*ret_places, count_ms (start));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  double read_ms = G_MAXDOUBLE;

  for (guint run = 0; run < N_RUNS; run++)
    read_ms = MIN (read_ms, read_outlines ());
  printf ("map.read_ms %.2f\n", read_ms);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      double land_ms = G_MAXDOUBLE, places_ms = G_MAXDOUBLE;

      for (guint run = 0; run < N_RUNS; run++)
        paint (views[i].degrees, context, &land_ms, &places_ms);
      printf ("map.land_ms.%s %.2f\n", views[i].name, land_ms);
      printf ("map.frame_ms.%s %.2f\n", views[i].name, places_ms);
    }
  g_object_unref (context);
  return 0;
}
