/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article on paper: pages, and what is drawn on them. */
#include "page-fixture.h"
#include "quo-print-private.h"

#include <adwaita.h>
#include <string.h>

/* A5, in points. */
#define WIDTH 420
#define HEIGHT 595
#define N_PARAGRAPHS 40

static char *
make_story (void)
{
  GString *story = g_string_new ("Ferry stays in harbour\r\n\r\nBy Anna Holm\r\n\r\n");

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (story,
                            "“We shall wait number %u,” said Captain Ida Brandt to the passengers "
                            "who had come to Sandvik Quay on a cold and windy morning.\r\n\r\n",
                            i);
  return g_string_free (story, FALSE);
}

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *story = make_story ();

  page_fixture_set_up (fixture, data != NULL ? data : story, 760, 500);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static QuoPrint *
make_print_of_height (PageFixture *fixture, double height)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  QuoPrint *print
      = quo_print_new (quo_article_view_get_page (fixture->view), context, WIDTH, height);

  g_object_unref (context);
  return print;
}

static QuoPrint *
make_print (PageFixture *fixture)
{
  return make_print_of_height (fixture, HEIGHT);
}

/* The pages @n as pixels, a point each. */
static cairo_surface_t *
draw (QuoPrint *print, guint n)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  quo_print_draw_page (print, n, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels of a surface are coloured: not grey. */
static guint
count_coloured (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + 4 * x, 4);
        n += ABS ((int)(pixel >> 16 & 0xff) - (int)(pixel & 0xff)) > 24;
      }
  return n;
}

static guint
count_dark (cairo_surface_t *surface, int from_y, int to_y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = from_y; y < to_y; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + 4 * x, 4);
        n += (pixel >> 8 & 0xff) < 128;
      }
  return n;
}

static void
test_pages (PageFixture *fixture, gconstpointer data)
{
  QuoPrint *print = make_print (fixture);
  guint n_pages = quo_print_get_n_pages (print);

  g_assert_cmpuint (n_pages, >, 4);
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_surface_t *page = draw (print, i);

      /* Text on each, and a foot with the number. */
      g_assert_cmpuint (count_dark (page, 0, HEIGHT - 30), >, 100);
      g_assert_cmpuint (count_dark (page, HEIGHT - 20, HEIGHT), >, 10);
      /* Nothing is marked. */
      g_assert_cmpuint (count_coloured (page), ==, 0);
      cairo_surface_destroy (page);
    }
  quo_print_free (print);
}

static void
test_marks (PageFixture *fixture, gconstpointer data)
{
  cairo_surface_t *first, *second, *last;
  QuoPrint *print;

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  page_fixture_tag (fixture, "“We shall wait number 0,”", 0, "quote");
  print = make_print (fixture);
  first = draw (print, 0);
  second = draw (print, 1);
  last = draw (print, quo_print_get_n_pages (print) - 1);
  g_assert_cmpuint (count_coloured (first), >, 200);
  g_assert_cmpuint (count_coloured (second), ==, 0);
  /* The legend has the lines of both labels. */
  g_assert_cmpuint (count_coloured (last), >, 10);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  cairo_surface_destroy (last);
  quo_print_free (print);
}

/* Paper a little higher each time, so that the legend comes to stand behind the foot of a page:
 * then the last lines of the text go with it, each once, and none of them alone. */
static void
test_legend_has_company (PageFixture *fixture, gconstpointer data)
{
  guint n_turned = 0, n_lines = 0;

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  for (double height = 400; height < HEIGHT; height += 4)
    {
      QuoPrint *print = make_print_of_height (fixture, height);
      const QuoPrintLine *lines = (const QuoPrintLine *)print->lines->data;
      guint n_beside = 0;

      n_lines = n_lines == 0 ? print->lines->len : n_lines;
      g_assert_cmpuint (print->lines->len, ==, n_lines);
      for (guint i = 0; i < n_lines; i++)
        {
          n_beside += lines[i].page == print->legend_page;
          g_assert_cmpfloat (lines[i].base, <, print->height - QUO_PRINT_FOOT);
          g_assert_true (i == 0 || lines[i].page > lines[i - 1].page
                         || lines[i].base > lines[i - 1].base);
        }
      g_assert_cmpuint (n_beside, >=, 2);
      g_assert_cmpfloat (lines[n_lines - 1].base, <, print->legend_y);
      n_turned += n_beside <= 4;
      quo_print_free (print);
    }
  g_assert_cmpuint (n_turned, >, 0);
}

/* What is selected on the screen is no more than the others on paper. */
static void
test_selection_is_not_printed (PageFixture *fixture, gconstpointer data)
{
  const char *id = page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  cairo_surface_t *with, *without;
  QuoPrint *print;

  page_fixture_settle (fixture);
  quo_session_select_annotation (fixture->session, id);
  print = make_print (fixture);
  with = draw (print, 0);
  quo_print_free (print);
  quo_session_select_annotation (fixture->session, NULL);
  print = make_print (fixture);
  without = draw (print, 0);
  quo_print_free (print);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (with),
                           cairo_image_surface_get_data (without),
                           (gsize)cairo_image_surface_get_stride (with) * HEIGHT),
                   ==, 0);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

/* A quote across pages, and text from right to left: it is drawn, and the screen's drawing stays as
 * it was. */
static void
test_screen_is_left_alone (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = quo_article_view_get_page (fixture->view);
  guint n_hits;
  QuoPrint *print;

  quo_session_select (fixture->session, 0,
                      quo_text_get_length (quo_document_get_text (page->document)));
  g_assert_true (quo_session_tag (fixture->session, "quote"));
  page_fixture_settle (fixture);
  n_hits = page->hits->len;
  print = make_print (fixture);
  for (guint i = 0; i < quo_print_get_n_pages (print); i++)
    {
      cairo_surface_t *surface = draw (print, i);

      g_assert_cmpuint (count_coloured (surface), >, 10);
      cairo_surface_destroy (surface);
    }
  quo_print_free (print);
  g_assert_cmpuint (page->hits->len, ==, n_hits);
  page_fixture_settle (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(path, data, test)                                                                      \
  g_test_add ("/ui/print/" path, PageFixture, data, set_up, test, tear_down)
  ADD ("pages", NULL, test_pages);
  ADD ("marks", NULL, test_marks);
  ADD ("legend-has-company", NULL, test_legend_has_company);
  ADD ("selection-is-not-printed", NULL, test_selection_is_not_printed);
  ADD ("screen-is-left-alone", NULL, test_screen_is_left_alone);
  ADD ("right-to-left", "قالت سلمى نجار إن شركة Nord Ferries لن تبحر قبل الربيع.\n",
       test_screen_is_left_alone);
#undef ADD
  return g_test_run ();
}
