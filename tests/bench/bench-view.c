/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the article page against a bare GtkTextView in the same kind of window (bars 1, 3, 4 and
 * 5).
 *
 * bench-view             runs itself once for each case and prints `view.NAME VALUE` lines
 * bench-view CASE        one case; prints what it measured
 *
 * Each case is a process of its own, measured from its start to the first painted frame; then it
 * scrolls, jumps about, tags and takes back. Needs a display. */
#include "quo-article-view.h"
#include "view-article.h"

#include <adwaita.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MEGABYTE 1000000
#define N_SCROLLS 150
#define N_EDITS 30
/* Frames between two edits: what is left to idle is done in them. */
#define ACT_EVERY 4
#define N_RUNS 3
#define SCROLL_STEP 45

typedef struct
{
  const char *name;
  guint n; /* annotations */
  gsize bytes;
  gboolean is_bare, is_one_line, is_crowded;
} Case;

static const Case cases[] = {
  { "bare", 0, MEGABYTE, TRUE, FALSE, FALSE },
  { "1k", 1000, MEGABYTE, FALSE, FALSE, FALSE },
  { "10k", 10000, MEGABYTE, FALSE, FALSE, FALSE },
  { "100k", 100000, MEGABYTE, FALSE, FALSE, FALSE },
  { "crowded", 30000, MEGABYTE, FALSE, FALSE, TRUE },
  { "line-bare", 0, MEGABYTE, TRUE, TRUE, FALSE },
  { "line", 10000, MEGABYTE, FALSE, TRUE, FALSE },
  { "10mb-bare", 0, 10 * MEGABYTE, TRUE, FALSE, FALSE },
  { "10mb", 10000, 10 * MEGABYTE, FALSE, FALSE, FALSE },
};

typedef enum
{
  PHASE_START,
  PHASE_SCROLL,
  PHASE_TAG,
  PHASE_DONE,
} Phase;

typedef struct
{
  const Case *what;
  QuoSession *session;
  GtkWidget *view;
  GMainLoop *loop;
  Phase phase;
  guint n_steps;
  double frame_start, frame_cpu;
  double first_paint;
  GArray *scroll_wall, *scroll_cpu, *edit_call, *edit_frame;
} Bench;

static double
now_ms (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* When this process began, on the monotonic clock. */
static double
get_process_start (void)
{
  g_autofree char *stat = NULL;
  const char *p;
  unsigned long long ticks = 0;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return 0;
  p = strrchr (stat, ')') + 2;
  for (guint field = 3; field < 22; field++)
    p = strchr (p, ' ') + 1;
  ticks = g_ascii_strtoull (p, NULL, 10);
  return ticks * 1e3 / sysconf (_SC_CLK_TCK) - (now_ms (CLOCK_BOOTTIME) - now_ms (CLOCK_MONOTONIC));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static double
get_quantile (GArray *values, double share)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint)(share * (values->len - 1)));
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->frame_start = now_ms (CLOCK_MONOTONIC);
  bench->frame_cpu = now_ms (CLOCK_PROCESS_CPUTIME_ID);
}

/* A person selects, then presses a key: what is measured is the key. */
static void
select_text (Bench *bench)
{
  GtkTextView *view = GTK_TEXT_VIEW (bench->view);
  GdkRectangle visible;
  GtkTextIter iter;
  guint32 offset;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y + visible.height / 2, NULL);
  offset = gtk_text_iter_get_offset (&iter) + bench->n_steps % 90 * 3;
  quo_session_select (bench->session, offset, offset + 7);
}

/* Tags what is selected, or takes it back: the time of the call. */
static void
act (Bench *bench)
{
  double start = now_ms (CLOCK_MONOTONIC);
  double took;

  if (bench->what->is_bare)
    gtk_widget_queue_draw (bench->view);
  else if (bench->n_steps / ACT_EVERY % 2 == 1)
    quo_session_tag (bench->session, "person");
  else
    quo_session_undo (bench->session);
  took = now_ms (CLOCK_MONOTONIC) - start;
  g_array_append_val (bench->edit_call, took);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->view));

  bench->n_steps++;
  if (bench->phase == PHASE_SCROLL)
    {
      gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + SCROLL_STEP);
      /* A bare view does not learn the height of a single long line, so it cannot scroll: it is
       * painted. */
      gtk_widget_queue_draw (bench->view);
      if (bench->n_steps > N_SCROLLS)
        {
          bench->phase = PHASE_TAG;
          bench->n_steps = 0;
        }
    }
  else if (bench->n_steps > N_EDITS * ACT_EVERY)
    {
      bench->phase = PHASE_DONE;
      g_main_loop_quit (bench->loop);
      return G_SOURCE_REMOVE;
    }
  else if (bench->n_steps % ACT_EVERY == 0)
    act (bench);
  else if (bench->n_steps / ACT_EVERY % 2 == 0 && bench->n_steps % ACT_EVERY == 2
           && !bench->what->is_bare)
    select_text (bench);
  return G_SOURCE_CONTINUE;
}

/* Everything is laid out and tagged. */
static gboolean
on_settled (gpointer data)
{
  Bench *bench = data;

  bench->phase = PHASE_SCROLL;
  gtk_widget_add_tick_callback (bench->view, on_tick, bench, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  double wall = now_ms (CLOCK_MONOTONIC) - bench->frame_start;
  double cpu = now_ms (CLOCK_PROCESS_CPUTIME_ID) - bench->frame_cpu;

  if (bench->first_paint == 0)
    {
      bench->first_paint = now_ms (CLOCK_MONOTONIC) - get_process_start ();
      if (bench->what->bytes > MEGABYTE)
        g_main_loop_quit (bench->loop);
      else
        g_idle_add_full (G_PRIORITY_LOW + 100, on_settled, bench, NULL);
    }
  else if (bench->phase == PHASE_SCROLL && bench->n_steps > 5)
    {
      g_array_append_val (bench->scroll_wall, wall);
      g_array_append_val (bench->scroll_cpu, cpu);
    }
  else if (bench->phase == PHASE_TAG && bench->n_steps > 0 && bench->n_steps % ACT_EVERY == 0)
    g_array_append_val (bench->edit_frame, cpu);
}

static void
on_realize (GtkWidget *window, Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
}

static GtkWidget *
make_bare_view (QuoOpening *opening)
{
  GtkWidget *view = gtk_text_view_new ();
  QuoText *text = opening->snapshot->article->text;

  g_object_set (view, "editable", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR, "left-margin", 16,
                "right-margin", 16, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            quo_text_get_utf8 (text), (int)quo_text_get_bytes (text));
  return view;
}

static int
run_case (const Case *what)
{
  Bench bench = { .what = what };
  double before_article, article_ms;
  GtkWidget *window, *scroller;
  QuoOpening *opening;

  adw_init ();
  before_article = now_ms (CLOCK_MONOTONIC);
  opening = view_article_new (what->bytes, what->n, what->is_one_line, what->is_crowded);
  article_ms = now_ms (CLOCK_MONOTONIC) - before_article;
  bench.scroll_wall = g_array_new (FALSE, FALSE, sizeof (double));
  bench.scroll_cpu = g_array_new (FALSE, FALSE, sizeof (double));
  bench.edit_call = g_array_new (FALSE, FALSE, sizeof (double));
  bench.edit_frame = g_array_new (FALSE, FALSE, sizeof (double));
  if (what->is_bare)
    bench.view = make_bare_view (opening);
  else
    {
      bench.session = quo_session_new ();
      quo_session_take_opening (bench.session, opening);
      /* The first act of a person makes a layer too; it stays. */
      quo_session_select (bench.session, 1, 8);
      quo_session_tag (bench.session, "person");
      bench.view = quo_article_view_new (bench.session);
    }
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 900);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bench.view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), &bench);
  bench.loop = g_main_loop_new (NULL, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (bench.loop);
  /* Making up the article is no part of showing it. */
  printf ("%f %f %f %f %f\n", bench.first_paint - article_ms, get_quantile (bench.scroll_cpu, 0.5),
          get_quantile (bench.scroll_wall, 0.95), get_quantile (bench.edit_call, 0.5),
          get_quantile (bench.edit_frame, 0.5));
  fflush (stdout);
  _exit (0);
}

typedef struct
{
  double first_paint, scroll_cpu, scroll_p95, call, frame;
} Result;

/* The least of a few runs: what the machine does beside us only adds. */
static gboolean
measure (const char *program, const char *name, Result *ret_result)
{
  for (guint i = 0; i < N_RUNS; i++)
    {
      const char *argv[] = { program, name, NULL };
      g_autofree char *output = NULL;
      Result r;

      if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                         NULL, NULL, NULL)
          || sscanf (output, "%lf %lf %lf %lf %lf", &r.first_paint, &r.scroll_cpu, &r.scroll_p95,
                     &r.call, &r.frame)
                 != 5)
        return FALSE;
      if (i == 0)
        *ret_result = r;
      ret_result->first_paint = MIN (ret_result->first_paint, r.first_paint);
      ret_result->scroll_cpu = MIN (ret_result->scroll_cpu, r.scroll_cpu);
      ret_result->scroll_p95 = MIN (ret_result->scroll_p95, r.scroll_p95);
      ret_result->call = MIN (ret_result->call, r.call);
      ret_result->frame = MIN (ret_result->frame, r.frame);
    }
  return TRUE;
}

static void
print_result (const Case *what, const Result *r)
{
  printf ("view.first_paint_ms.%s %.0f\n", what->name, r->first_paint);
  if (what->bytes > MEGABYTE)
    return;
  printf ("view.scroll_cpu_ms.%s %.2f\n", what->name, r->scroll_cpu);
  printf ("view.scroll_p95_ms.%s %.2f\n", what->name, r->scroll_p95);
  printf ("view.tag_call_ms.%s %.2f\n", what->name, r->call);
  printf ("view.tag_frame_ms.%s %.2f\n", what->name, r->frame);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  Result results[G_N_ELEMENTS (cases)] = { 0 };

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (argv[1], cases[i].name))
      return run_case (&cases[i]);
  if (argc > 1)
    {
      fprintf (stderr, "bench-view: no such case: %s\n", argv[1]);
      return 2;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (!measure (argv[0], cases[i].name, &results[i]))
        {
          fprintf (stderr, "bench-view: %s could not be measured; is there a display?\n",
                   cases[i].name);
          return 1;
        }
      print_result (&cases[i], &results[i]);
    }
  printf ("view.ratio.first_paint_1k %.2f\n", results[1].first_paint / results[0].first_paint);
  printf ("view.ratio.first_paint_10k %.2f\n", results[2].first_paint / results[0].first_paint);
  printf ("view.ratio.first_paint_100k %.2f\n", results[3].first_paint / results[0].first_paint);
  printf ("view.ratio.first_paint_10mb %.2f\n", results[8].first_paint / results[7].first_paint);
  printf ("view.ratio.scroll_10k %.2f\n", results[2].scroll_cpu / results[0].scroll_cpu);
  printf ("view.ratio.scroll_crowded %.2f\n", results[4].scroll_cpu / results[0].scroll_cpu);
  printf ("view.tag_above_bare_ms_100k %.2f\n",
          results[3].call + results[3].frame - results[0].frame);
  printf ("view.ratio.line_first_paint %.2f\n", results[5].first_paint / results[6].first_paint);
  printf ("view.ratio.line_scroll %.2f\n", results[5].scroll_cpu / results[6].scroll_cpu);
  printf ("view.ratio.line_to_paragraphs %.2f\n", results[6].first_paint / results[2].first_paint);
  return 0;
}
