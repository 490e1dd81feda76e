/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics on paper: all of them, on as many pages as they take. */
#include "quo-statistics-print.h"

#include "quo-tagset-file.h"

#include <adwaita.h>
#include <string.h>

/* A5, in points. */
#define WIDTH 420
#define HEIGHT 595

static void
add_speakers (QuoStatistics *statistics, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      QuoSpeaker *speaker = g_new0 (QuoSpeaker, 1);

      speaker->name = g_strdup_printf ("Speaker %u", i);
      speaker->n_quotes = 1;
      speaker->n_words = 100 - i;
      statistics->n_quoted += speaker->n_words;
      g_ptr_array_add (statistics->speakers, speaker);
    }
  statistics->n_quotes = n;
  statistics->n_words = 4 * statistics->n_quoted;
}

static void
add_place (QuoStatistics *statistics, const char *name, const char *lat, const char *lon)
{
  QuoPlaceCount *place = g_new0 (QuoPlaceCount, 1);

  *place = (QuoPlaceCount){ g_strdup (name), g_strdup (name), g_strdup (lat), g_strdup (lon), 2 };
  statistics->n_mentions += 2;
  statistics->n_unplaced += lat == NULL;
  g_ptr_array_add (statistics->places, place);
}

static QuoStatisticsPrint *
make_print (const QuoStatistics *statistics)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  QuoStatisticsPrint *print
      = quo_statistics_print_new (statistics, tagset, "A week", context, WIDTH, HEIGHT);

  g_object_unref (context);
  return print;
}

/* How many pixels of a page are like this colour. */
static guint
count_like (QuoStatisticsPrint *print, guint n, guint32 color)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  guint found = 0;
  int stride;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  quo_statistics_print_draw_page (print, n, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + 4 * x, 4);
        found += (pixel & 0xffffff) == color;
      }
  cairo_surface_destroy (surface);
  return found;
}

static guint
count_on_all (QuoStatisticsPrint *print, guint32 color)
{
  guint found = 0;

  for (guint i = 0; i < quo_statistics_print_get_n_pages (print); i++)
    found += count_like (print, i, color);
  return found;
}

/* Bars in the amber of speech, a dot in the green of places, the sea. */
static void
test_draws (void)
{
  g_autoptr (QuoStatistics) statistics = quo_statistics_new_sum ();
  QuoStatisticsPrint *print;

  add_speakers (statistics, 3);
  add_place (statistics, "Göteborg", "57.7", "12");
  print = make_print (statistics);
  g_assert_cmpuint (count_on_all (print, 0xa24800), >, 1000);
  g_assert_cmpuint (count_on_all (print, 0x12715b), >, 10);
  g_assert_cmpuint (count_on_all (print, 0xecf1f5), >, 1000);
  quo_statistics_print_free (print);
}

/* Without a place that lies somewhere there is no map. */
static void
test_no_map (void)
{
  g_autoptr (QuoStatistics) statistics = quo_statistics_new_sum ();
  QuoStatisticsPrint *print;

  add_speakers (statistics, 1);
  add_place (statistics, "Arne", NULL, NULL);
  print = make_print (statistics);
  g_assert_cmpuint (count_on_all (print, 0xecf1f5), ==, 0);
  quo_statistics_print_free (print);
}

/* What does not fit goes on the next page; every page has something on it. */
static void
test_pages (void)
{
  g_autoptr (QuoStatistics) statistics = quo_statistics_new_sum ();
  QuoStatisticsPrint *print;

  add_speakers (statistics, 60);
  add_place (statistics, "Göteborg", "57.7", "12");
  print = make_print (statistics);
  g_assert_cmpuint (quo_statistics_print_get_n_pages (print), >, 2);
  for (guint i = 0; i < quo_statistics_print_get_n_pages (print); i++)
    g_assert_cmpuint (count_like (print, i, 0xffffff), <, WIDTH * HEIGHT);
  quo_statistics_print_free (print);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/statistics-print/draws", test_draws);
  g_test_add_func ("/ui/statistics-print/no-map", test_no_map);
  g_test_add_func ("/ui/statistics-print/pages", test_pages);
  return g_test_run ();
}
