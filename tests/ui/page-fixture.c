/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define TOLERANCE (3.0 / 255)

const char *const page_fixture_story
    = "Ferry stays in harbour\n"
      "\n"
      "By Anna Holm\n"
      "\n"
      "VARBERG — Captain Ida Brandt said on Friday that the old ferry "
      "would not sail before the ice is gone.\n"
      "\n"
      "“We shall wait,” she told passengers at Sandvik Quay, “and we "
      "shall wait for as long as the ice wants us"
      " to wait.”\n"
      "\n"
      "The line is run by Nord Ferries of Varberg.\n";

static void
open_text (PageFixture *fixture)
{
  g_autoptr (QuoText) text = quo_text_new (fixture->text);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoOpening *opening = g_new0 (QuoOpening, 1);

  opening->snapshot = quo_snapshot_new (article, NULL);
  opening->article_path = g_build_filename (fixture->folder, "story.txt", NULL);
  opening->sidecar_path = g_build_filename (fixture->folder, "story.txt.quo.json", NULL);
  quo_session_take_opening (fixture->session, opening);
}

void
page_fixture_set_up (PageFixture *fixture, const char *text, int width, int height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  /* Pictures are of what has come to rest; who tests a motion wants it. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->text = g_strdup (text);
  fixture->folder = g_dir_make_tmp ("quo-page-XXXXXX", NULL);
  fixture->session = quo_session_new ();
  open_text (fixture);
  fixture->view = QUO_ARTICLE_VIEW (quo_article_view_new (fixture->session));
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (fixture->view), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_present (GTK_WINDOW (fixture->window));
  page_fixture_settle (fixture);
}

void
page_fixture_tear_down (PageFixture *fixture)
{
  QuoArticleView *view = g_object_ref (fixture->view);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (view);
  quo_session_take_opening (fixture->session, NULL);
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->picture);
  g_free (fixture->pixels);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->text);
}

void
page_fixture_show (PageFixture *fixture, const char *text)
{
  g_free (fixture->text);
  fixture->text = g_strdup (text);
  open_text (fixture);
}

static void
on_after_paint (GdkFrameClock *clock, gboolean *is_painted)
{
  *is_painted = TRUE;
}

void
page_fixture_open (PageFixture *fixture, gconstpointer text)
{
  page_fixture_set_up (fixture, text != NULL ? text : page_fixture_story, PAGE_FIXTURE_WIDTH,
                       PAGE_FIXTURE_HEIGHT);
}

void
page_fixture_close (PageFixture *fixture, gconstpointer text)
{
  page_fixture_tear_down (fixture);
}

void
page_fixture_settle (PageFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);

  /* Twice: what idle work changed is painted as well. */
  for (guint round = 0; round < 2; round++)
    {
      gboolean is_painted = FALSE;
      gulong handler
          = g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), &is_painted);

      gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
      while (!is_painted)
        g_main_context_iteration (NULL, TRUE);
      g_signal_handler_disconnect (clock, handler);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

QuoSpan
page_fixture_find (PageFixture *fixture, const char *words, guint nth)
{
  const char *at = strstr (fixture->text, words);
  guint32 start;

  for (; nth > 0 && at != NULL; nth--)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);
  start = g_utf8_pointer_to_offset (fixture->text, at);
  return QUO_SPAN (start, start + g_utf8_strlen (words, -1));
}

const char *
page_fixture_tag (PageFixture *fixture, const char *words, guint nth, const char *label)
{
  QuoSpan span = page_fixture_find (fixture, words, nth);

  quo_session_select (fixture->session, span.start, span.end);
  g_assert_true (quo_session_tag (fixture->session, label));
  return g_intern_string (quo_session_get_selected (fixture->session)->base.id);
}

GdkRectangle
page_fixture_locate (PageFixture *fixture, guint32 offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  QuoPage *page = quo_article_view_get_page (fixture->view);
  GdkRectangle box;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      quo_display_map_to_buffer (page->map, offset));
  gtk_text_view_get_iter_location (view, &iter, &box);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, box.x, box.y, &box.x,
                                         &box.y);
  return box;
}

void
page_fixture_take_picture (PageFixture *fixture)
{
  GdkPaintable *paintable;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  QuoPalette palette = quo_palette_get ();

  page_fixture_settle (fixture);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->view));
  fixture->width = gdk_paintable_get_intrinsic_width (paintable);
  fixture->height = gdk_paintable_get_intrinsic_height (paintable);
  gtk_snapshot_append_color (snapshot, &palette.page,
                             &GRAPHENE_RECT_INIT (0, 0, fixture->width, fixture->height));
  gdk_paintable_snapshot (paintable, snapshot, fixture->width, fixture->height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_object (&fixture->picture);
  fixture->picture
      = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                     &GRAPHENE_RECT_INIT (0, 0, fixture->width, fixture->height));
  gsk_render_node_unref (node);
  g_object_unref (paintable);
  g_free (fixture->pixels);
  fixture->pixels = g_malloc (4 * (gsize)fixture->width * fixture->height);
  gdk_texture_download (fixture->picture, fixture->pixels, 4 * (gsize)fixture->width);
  if (g_getenv ("QUO_TEST_PICTURES") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s%s.png", g_getenv ("QUO_TEST_PICTURES"),
                                               strrchr (g_test_get_path (), '/'));

      gdk_texture_save_to_png (fixture->picture, path);
    }
}

GdkRGBA
page_fixture_get_pixel (PageFixture *fixture, int x, int y)
{
  const guchar *pixel = fixture->pixels + 4 * ((gsize)y * fixture->width + x);
  guint32 value;

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (x, <, fixture->width);
  g_assert_cmpint (y, <, fixture->height);
  memcpy (&value, pixel, 4);
  return (GdkRGBA){ ((value >> 16) & 0xff) / 255.0f, ((value >> 8) & 0xff) / 255.0f,
                    (value & 0xff) / 255.0f, 1 };
}

guint
page_fixture_count (PageFixture *fixture, int x, int y, int width, int height, GdkRGBA color)
{
  guint n = 0;

  for (int i = MAX (x, 0); i < MIN (x + width, fixture->width); i++)
    for (int j = MAX (y, 0); j < MIN (y + height, fixture->height); j++)
      {
        GdkRGBA pixel = page_fixture_get_pixel (fixture, i, j);

        n += fabs (pixel.red - color.red) <= TOLERANCE
             && fabs (pixel.green - color.green) <= TOLERANCE
             && fabs (pixel.blue - color.blue) <= TOLERANCE;
      }
  return n;
}
