/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown stays where it was put while an article is laid out, and when width or type change;
 * a hand that scrolls goes where it wants. */
#include "page-fixture.h"

#include <adwaita.h>
#include <math.h>

#define N_PARAGRAPHS 500
#define WORD "Anchorage"
/* Places are whole pixels, and so is what is scrolled to. */
#define SLACK 1

/* Where the word stood in each frame. */
typedef struct
{
  PageFixture *fixture;
  guint32 offset;
  GArray *places; /* of int */
} Watch;

static gpointer
make_text (void)
{
  GString *text = g_string_new ("A long story\n\n");

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      for (guint j = 0; j <= i % 7; j++)
        g_string_append_printf (text,
                                "Nobody in the town of %u had asked for a bridge, said the "
                                "people at the harbour. ",
                                i);
      g_string_append (text, "\n\n");
      if (i == N_PARAGRAPHS * 3 / 4)
        g_string_append (text, "The road leads to " WORD " and back.\n\n");
    }
  return g_string_free (text, FALSE);
}

static GtkAdjustment *
get_scroll (PageFixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
}

static int
get_height (PageFixture *fixture)
{
  return gtk_widget_get_height (GTK_WIDGET (fixture->view));
}

static int
get_place (PageFixture *fixture)
{
  return page_fixture_locate (fixture, page_fixture_find (fixture, WORD, 0).start).y;
}

static void
jump (PageFixture *fixture)
{
  guint32 at = page_fixture_find (fixture, WORD, 0).start;

  quo_session_select (fixture->session, at, at);
}

static void
wait_for_frame (PageFixture *fixture, GCallback on_painted, gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);
  gulong handler = g_signal_connect (clock, "after-paint", on_painted, data);

  gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
  while (gdk_frame_clock_get_frame_counter (clock) == frame)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
on_nothing (void)
{
}

static void
on_painted (GdkFrameClock *clock, Watch *watch)
{
  int place = page_fixture_locate (watch->fixture, watch->offset).y;

  if (watch->places->len > 0 || (place > 0 && place < get_height (watch->fixture)))
    g_array_append_val (watch->places, place);
}

/* Nothing is left to be laid out. */
static void
settle (PageFixture *fixture, Watch *watch)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), watch);

  page_fixture_settle (fixture);
  g_signal_handler_disconnect (clock, handler);
}

static void
assert_in_sight (PageFixture *fixture)
{
  double third = get_height (fixture) * 0.33;
  GdkRectangle line = page_fixture_locate (fixture, page_fixture_find (fixture, WORD, 0).start);

  g_assert_cmpint (line.y, >=, floor (third) - SLACK);
  g_assert_cmpint (line.y + line.height, <=, ceil (get_height (fixture) - third) + SLACK);
}

static gboolean
is_at (const Watch *watch, guint frame, int place)
{
  return ABS (g_array_index (watch->places, int, frame) - place) <= SLACK;
}

/* An article that was there before its window opens at its beginning, and so does the next one. */
static void
test_opens_at_top (void)
{
  g_autofree char *text = make_text ();
  PageFixture fixture = { 0 };

  page_fixture_set_up (&fixture, text, PAGE_FIXTURE_WIDTH, PAGE_FIXTURE_HEIGHT);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&fixture)), ==, 0);
  jump (&fixture);
  page_fixture_settle (&fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&fixture)), >, 0);
  page_fixture_show (&fixture, text);
  page_fixture_settle (&fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&fixture)), ==, 0);
  page_fixture_tear_down (&fixture);
}

/* A jump so many frames after the article was opened. */
static void
test_jump (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text ();
  Watch watch = { fixture, 0, g_array_new (FALSE, FALSE, sizeof (int)) };
  guint first = 0;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  page_fixture_show (fixture, text);
  watch.offset = page_fixture_find (fixture, WORD, 0).start;
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    wait_for_frame (fixture, G_CALLBACK (on_nothing), NULL);
  jump (fixture);
  settle (fixture, &watch);
  assert_in_sight (fixture);
  g_assert_cmpuint (watch.places->len, >, 0);
  while (first < watch.places->len && !is_at (&watch, first, get_place (fixture)))
    first++;
  /* The frame in which it is laid out may still be painted elsewhere. */
  g_assert_cmpuint (first, <=, 1);
  for (guint i = first; i < watch.places->len; i++)
    g_assert_true (is_at (&watch, i, get_place (fixture)));
  g_array_unref (watch.places);
}

/* The page that comes back to its place, as a tab that is chosen again. */
static void
test_top (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text ();
  guint32 at;

  page_fixture_show (fixture, text);
  at = page_fixture_find (fixture, WORD, 0).start;
  quo_session_select (fixture->session, 0, 0);
  quo_article_view_show_top (fixture->view, at);
  page_fixture_settle (fixture);
  g_assert_cmpint (ABS (get_place (fixture)), <=, SLACK);
}

static void
show_laid_out (PageFixture *fixture)
{
  g_autofree char *text = make_text ();

  page_fixture_show (fixture, text);
  jump (fixture);
  page_fixture_settle (fixture);
}

static void
test_width (PageFixture *fixture, gconstpointer data)
{
  int place, width;

  show_laid_out (fixture);
  place = get_place (fixture);
  for (width = PAGE_FIXTURE_WIDTH; width > 400; width -= 120)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), width - 120, PAGE_FIXTURE_HEIGHT);
      while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) != width - 120)
        g_main_context_iteration (NULL, TRUE);
      page_fixture_settle (fixture);
      g_assert_cmpint (ABS (get_place (fixture) - place), <=, SLACK);
    }
}

static void
test_zoom (PageFixture *fixture, gconstpointer data)
{
  int place;

  show_laid_out (fixture);
  place = get_place (fixture);
  for (guint size = 18; size <= 28; size += 5)
    {
      g_object_set (fixture->view, "text-size", size, "line-spacing", 100 + size, NULL);
      page_fixture_settle (fixture);
      g_assert_cmpint (ABS (get_place (fixture) - place), <=, SLACK);
    }
}

/* What is read stays, where the caret is out of sight. */
static void
test_reading (PageFixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  GdkRectangle seen, line;
  GtkTextIter top;
  GtkTextMark *mark;
  int from_top, now;

  show_laid_out (fixture);
  gtk_adjustment_set_value (get_scroll (fixture), 4000);
  page_fixture_settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (fixture)), ==, 4000);
  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_iter_at_location (view, &top, seen.x, seen.y);
  mark = gtk_text_buffer_create_mark (gtk_text_view_get_buffer (view), NULL, &top, TRUE);
  gtk_text_view_get_iter_location (view, &top, &line);
  from_top = line.y - seen.y;
  g_object_set (fixture->view, "text-size", 28, NULL);
  page_fixture_settle (fixture);
  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (view), &top, mark);
  gtk_text_view_get_iter_location (view, &top, &line);
  now = line.y - seen.y;
  g_assert_cmpint (ABS (now - from_top), <=, SLACK);
}

static void
on_first_paint (GdkFrameClock *clock, gpointer view)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_paint, view);
  g_object_set (view, "text-size", 21u, NULL);
}

/* Type changes when a view has its size and was never painted: the caret is still behind the text
 * that was put in. */
static void
test_opening (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *view;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "A line of a story.\n");
  page_fixture_show (fixture, text->str);
  view = quo_article_view_new (fixture->session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  fixture->view = QUO_ARTICLE_VIEW (view);
  g_signal_connect (gtk_widget_get_frame_clock (fixture->window), "paint",
                    G_CALLBACK (on_first_paint), view);
  page_fixture_settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_upper (get_scroll (fixture)), >, get_height (fixture));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (fixture)), ==, 0);
}

/* Somebody scrolls while the layout goes on: the page does not go back. */
static void
test_hand (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text ();
  int place;

  page_fixture_show (fixture, text);
  jump (fixture);
  while (get_place (fixture) <= 0 || get_place (fixture) >= get_height (fixture))
    wait_for_frame (fixture, G_CALLBACK (on_nothing), NULL);
  wait_for_frame (fixture, G_CALLBACK (on_nothing), NULL);
  place = get_place (fixture);
  gtk_adjustment_set_value (get_scroll (fixture),
                            gtk_adjustment_get_value (get_scroll (fixture)) - 200);
  page_fixture_settle (fixture);
  g_assert_cmpint (get_place (fixture), >, place + 100);
}

/* What a letter was typed for comes into sight; where it is seen nothing moves. */
static void
test_in_sight (PageFixture *fixture, gconstpointer data)
{
  guint32 at;
  double value;

  show_laid_out (fixture);
  at = page_fixture_find (fixture, WORD, 0).start;
  value = gtk_adjustment_get_value (get_scroll (fixture)) + get_place (fixture) - 80;
  gtk_adjustment_set_value (get_scroll (fixture), value);
  page_fixture_settle (fixture);
  g_signal_emit_by_name (fixture->session, "keep-in-sight", at, at + 1);
  page_fixture_settle (fixture);
  g_assert_cmpint (ABS (get_place (fixture) - 80), <=, SLACK);
  gtk_adjustment_set_value (get_scroll (fixture), value + 90);
  page_fixture_settle (fixture);
  g_signal_emit_by_name (fixture->session, "keep-in-sight", at, at + 1);
  page_fixture_settle (fixture);
  assert_in_sight (fixture);
}

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_open (fixture, NULL);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_close (fixture, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (PageFixture *fixture, gconstpointer data);
    guint n_frames;
  } cases[] = {
    { "jump-at-once", test_jump, 0 },
    { "jump-in-first-frame", test_jump, 1 },
    { "jump-in-second", test_jump, 2 },
    { "jump-in-sixth", test_jump, 6 },
    { "jump-in-twentieth", test_jump, 20 },
    { "top", test_top, 0 },
    { "width", test_width, 0 },
    { "zoom", test_zoom, 0 },
    { "reading", test_reading, 0 },
    { "opening", test_opening, 0 },
    { "hand", test_hand, 0 },
    { "in-sight", test_in_sight, 0 },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/hold/opens-at-top", test_opens_at_top);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/hold/%s", cases[i].path);

      g_test_add (path, PageFixture, GUINT_TO_POINTER (cases[i].n_frames), set_up, cases[i].test,
                  tear_down);
    }
  return g_test_run ();
}
