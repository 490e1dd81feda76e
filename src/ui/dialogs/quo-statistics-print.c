/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics on paper. What is printed is a list of blocks, one below the other; none is parted
 * between two pages. */
#include "quo-config.h"

#include "quo-statistics-print.h"

#include "quo-share-bar.h"
#include "quo-shown.h"
#include "quo-statistics-dots.h"
#include "quo-statistics-table.h"
#include "quo-world-map.h"

#include <glib/gi18n.h>

/* Points. */
#define TEXT 10
#define TITLE 18
#define HEADING 12
#define GAP 6
#define HEADING_GAP 16
#define BAR_HEIGHT 5
#define SHARE_HEIGHT 12
#define NAME_SHARE 0.42 /* of the width, for a name before its bar */
/* A map is as high as this part of its width, and no higher than the rest of a page allows. */
#define MAP_SHARE 0.6
/* The screen's pixels that a point is for a map: its dots and hairlines are drawn for a screen. */
#define MAP_SCALE 0.75
#define MAX_SPEAKERS 60
#define MAX_MAPPED 500

typedef enum
{
  BLOCK_WORDS,
  BLOCK_SPEAKER,
  BLOCK_SHARES,
  BLOCK_MAP,
} BlockKind;

typedef struct
{
  BlockKind kind;
  PangoLayout *layout; /* NULL: none */
  double fraction;     /* of the bar of a speaker */
  GPtrArray *shares;   /* or NULL */
  double before, height;
  guint page;
  double y;
} Block;

struct _QuoStatisticsPrint
{
  const QuoStatistics *statistics;
  const QuoTagset *tagset;
  PangoContext *context;
  double width, height;
  GPtrArray *blocks;
  guint n_pages;
};

static void
free_block (gpointer data)
{
  Block *block = data;

  g_clear_object (&block->layout);
  g_clear_pointer (&block->shares, g_ptr_array_unref);
  g_free (block);
}

static gboolean
is_rtl (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

static PangoLayout *
make_layout (QuoStatisticsPrint *print, const char *text, double size, PangoWeight weight,
             double width)
{
  PangoLayout *layout = pango_layout_new (print->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "sans-serif");
  pango_font_description_set_size (font, (int)(size * PANGO_SCALE));
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double)PANGO_SCALE;
}

/* --- blocks ---------------------------------------------------------------------------------- */

static Block *
add_block (QuoStatisticsPrint *print, BlockKind kind, PangoLayout *layout, double before)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  block->layout = layout;
  block->before = before;
  block->height = layout != NULL ? get_height (layout) : 0;
  g_ptr_array_add (print->blocks, block);
  return block;
}

static void
add_words (QuoStatisticsPrint *print, const char *text, double size, PangoWeight weight,
           double before)
{
  add_block (print, BLOCK_WORDS, make_layout (print, text, size, weight, print->width), before);
}

static void
add_heading (QuoStatisticsPrint *print, const char *text)
{
  add_words (print, text, HEADING, PANGO_WEIGHT_BOLD, HEADING_GAP);
}

static void
add_figures (QuoStatisticsPrint *print)
{
  const QuoStatistics *all = print->statistics;
  g_autofree char *quotes
      = g_strdup_printf (ngettext ("%'u quote", "%'u quotes", all->n_quotes), all->n_quotes);
  g_autofree char *share = g_strdup_printf (
      /* Translators: a share in per cent, words in quotes, words of the article. */
      _ ("%u %% of all words are quoted: %u of %u"),
      quo_statistics_get_share (all->n_quoted, all->n_words), all->n_quoted, all->n_words);
  g_autofree char *unlinked = g_strdup_printf (
      ngettext ("%u quote without a speaker", "%u quotes without a speaker", all->n_unlinked),
      all->n_unlinked);

  add_words (print, quotes, TEXT, PANGO_WEIGHT_NORMAL, GAP);
  add_words (print, share, TEXT, PANGO_WEIGHT_NORMAL, 0);
  if (all->n_unlinked > 0)
    add_words (print, unlinked, TEXT, PANGO_WEIGHT_NORMAL, 0);
}

static void
add_speakers (QuoStatisticsPrint *print)
{
  GPtrArray *speakers = print->statistics->speakers;
  guint n = MIN (speakers->len, MAX_SPEAKERS);

  if (n == 0)
    return;
  add_heading (print, _ ("Who Is Quoted"));
  for (guint i = 0; i < n; i++)
    {
      const QuoSpeaker *first = g_ptr_array_index (speakers, 0);
      const QuoSpeaker *speaker = g_ptr_array_index (speakers, i);
      g_autofree char *name = quo_shown (speaker->name);
      g_autofree char *facts
          = quo_statistics_dup_facts (print->statistics, speaker->n_quotes, speaker->n_words);
      g_autofree char *words = g_strdup_printf ("%s\n%s", name, facts);
      Block *block = add_block (
          print, BLOCK_SPEAKER,
          make_layout (print, words, TEXT, PANGO_WEIGHT_NORMAL, print->width * NAME_SHARE), GAP);

      block->fraction = speaker->n_words / (double)MAX (first->n_words, 1);
    }
  if (n < speakers->len)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("%'u more speaker", "%'u more speakers", speakers->len - n), speakers->len - n);

      add_words (print, more, TEXT, PANGO_WEIGHT_NORMAL, GAP);
    }
}

/* (transfer full) for @shares. */
static void
add_shares (QuoStatisticsPrint *print, const char *heading, GPtrArray *shares)
{
  g_autofree char *words = quo_statistics_dup_shares (shares);
  Block *block;

  add_heading (print, heading);
  block = add_block (print, BLOCK_SHARES,
                     make_layout (print, words, TEXT, PANGO_WEIGHT_NORMAL, print->width), GAP);
  block->shares = shares;
  block->height += SHARE_HEIGHT + GAP;
}

static void
add_map (QuoStatisticsPrint *print)
{
  const QuoStatistics *all = print->statistics;
  g_autofree char *words = quo_statistics_dup_places (all);
  Block *block;

  if (all->places->len == 0)
    return;
  add_heading (print, words);
  if (all->places->len == all->n_unplaced)
    return;
  block = add_block (print, BLOCK_MAP, NULL, GAP);
  block->height = MIN (print->width * MAP_SHARE, print->height - 4 * HEADING_GAP);
}

/* A heading goes to the next page with what it stands over. */
static void
set_pages (QuoStatisticsPrint *print)
{
  double y = 0;
  guint page = 0;

  for (guint i = 0; i < print->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (print->blocks, i);
      const Block *next = i + 1 < print->blocks->len ? print->blocks->pdata[i + 1] : NULL;
      double needed = block->height;

      if (block->before == HEADING_GAP && next != NULL)
        needed += next->before + next->height;
      if (y > 0 && y + block->before + needed > print->height)
        {
          page++;
          y = 0;
        }
      block->page = page;
      block->y = y > 0 ? y + block->before : 0;
      y = block->y + block->height;
    }
  print->n_pages = page + 1;
}

QuoStatisticsPrint *
quo_statistics_print_new (const QuoStatistics *statistics, const QuoTagset *tagset,
                          const char *title, PangoContext *context, double width, double height)
{
  QuoStatisticsPrint *print = g_new0 (QuoStatisticsPrint, 1);
  g_autofree char *shown = quo_shown (title);

  print->statistics = statistics;
  print->tagset = tagset;
  print->context = g_object_ref (context);
  pango_context_set_base_dir (context, is_rtl () ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  print->width = width;
  print->height = height;
  print->blocks = g_ptr_array_new_with_free_func (free_block);
  add_words (print, shown, TITLE, PANGO_WEIGHT_BOLD, 0);
  add_figures (print);
  add_speakers (print);
  for (guint i = 0; i < statistics->voices->len; i++)
    {
      const QuoVoices *voices = g_ptr_array_index (statistics->voices, i);
      g_autofree char *heading = quo_voices_dup_heading (voices);

      add_shares (print, heading, quo_statistics_list_voices (statistics, voices, tagset));
    }
  if (statistics->forms->len > 0)
    add_shares (print, _ ("How They Are Quoted"), quo_statistics_list_forms (statistics));
  add_map (print);
  set_pages (print);
  return print;
}

void
quo_statistics_print_free (QuoStatisticsPrint *print)
{
  g_ptr_array_unref (print->blocks);
  g_object_unref (print->context);
  g_free (print);
}

guint
quo_statistics_print_get_n_pages (const QuoStatisticsPrint *print)
{
  return print->n_pages;
}

/* --- drawing --------------------------------------------------------------------------------- */

static void
draw_words (cairo_t *cr, PangoLayout *layout, double x, double y, const QuoPalette *palette)
{
  gdk_cairo_set_source_rgba (cr, &palette->text);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_speaker (QuoStatisticsPrint *print, cairo_t *cr, const Block *block, const QuoPalette *palette)
{
  double names = print->width * NAME_SHARE, room = print->width - names - GAP * 2;
  double bar = room * block->fraction;
  GdkRGBA ink = quo_palette_speech (palette, 1);

  draw_words (cr, block->layout, is_rtl () ? print->width - names : 0, block->y, palette);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_rectangle (cr, is_rtl () ? room - bar : names + GAP * 2,
                   block->y + (block->height - BAR_HEIGHT) / 2, bar, BAR_HEIGHT);
  cairo_fill (cr);
}

static void
draw_map (QuoStatisticsPrint *print, cairo_t *cr, const Block *block, const QuoPalette *palette)
{
  g_autoptr (GPtrArray) dots = quo_statistics_list_dots (print->statistics, MAX_MAPPED);
  g_autofree QuoMapPoint *points = g_new (QuoMapPoint, dots->len);
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif");
  QuoMapView view;

  for (guint i = 0; i < dots->len; i++)
    points[i] = ((const QuoMapPlace *)g_ptr_array_index (dots, i))->point;
  view = quo_map_view_fit (points, dots->len, print->width / MAP_SCALE, block->height / MAP_SCALE,
                           36);
  pango_font_description_set_size (font, (int)(TEXT / MAP_SCALE * PANGO_SCALE));
  pango_context_set_font_description (print->context, font);
  pango_font_description_free (font);
  cairo_save (cr);
  cairo_translate (cr, 0, block->y);
  cairo_scale (cr, MAP_SCALE, MAP_SCALE);
  quo_map_paint_world (cr, &view, quo_map_get_outlines (), palette);
  quo_map_paint_places (cr, &view, dots, palette, print->context);
  cairo_restore (cr);
}

static void
draw_block (QuoStatisticsPrint *print, cairo_t *cr, const Block *block, const QuoPalette *palette)
{
  switch (block->kind)
    {
    case BLOCK_SPEAKER:
      draw_speaker (print, cr, block, palette);
      break;
    case BLOCK_SHARES:
      quo_shares_paint (cr, palette, block->shares, is_rtl (), 0, block->y, print->width,
                        SHARE_HEIGHT);
      draw_words (cr, block->layout, 0, block->y + SHARE_HEIGHT + GAP, palette);
      break;
    case BLOCK_MAP:
      draw_map (print, cr, block, palette);
      break;
    case BLOCK_WORDS:
    default:
      draw_words (cr, block->layout, 0, block->y, palette);
      break;
    }
}

void
quo_statistics_print_draw_page (QuoStatisticsPrint *print, guint n, cairo_t *cr)
{
  QuoPalette palette = quo_palette_make (FALSE, FALSE);

  for (guint i = 0; i < print->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (print->blocks, i);

      if (block->page == n)
        draw_block (print, cr, block, &palette);
    }
}

/* --- the dialog ------------------------------------------------------------------------------ */

typedef struct
{
  const QuoStatistics *statistics;
  const QuoTagset *tagset;
  const char *title;
  QuoStatisticsPrint *print; /* NULL until it begins */
} Job;

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  job->print = quo_statistics_print_new (job->statistics, job->tagset, job->title, pango,
                                         gtk_print_context_get_width (context),
                                         gtk_print_context_get_height (context));
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, (int)quo_statistics_print_get_n_pages (job->print));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int n, Job *job)
{
  quo_statistics_print_draw_page (job->print, (guint)n,
                                  gtk_print_context_get_cairo_context (context));
}

void
quo_statistics_print_run (GtkWindow *parent, const QuoStatistics *statistics,
                          const QuoTagset *tagset, const char *title)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Job job = { .statistics = statistics, .tagset = tagset, .title = title };
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), &job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), &job);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    g_message ("%s", error->message);
  g_clear_pointer (&job.print, quo_statistics_print_free);
}
