/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-margin.h"

#include <math.h>

#include "quo-page-layouts.h"
#include "quo-page-speaker.h"
#include "quo-paint.h"

/* The margin: a bar beside each quote, initials and name beside its first row.
 *
 * Invariant: bars and initials are two straight columns; a name never covers another one. Where the
 * same speaker says the next quote, too near for the name to stand twice, initials are enough. */

#define BAR_FROM_TEXT 14 /* px from the text to the far edge of the bar */
#define BAR_WIDTH 3
#define NESTED_SHIFT 6
#define NESTED_WIDTH 2
#define AVATAR 26
#define AVATAR_NARROW 20
#define AVATAR_GAP 9 /* between avatar and bar */
#define AVATAR_GAP_NARROW 5
#define NAME_GAP 7   /* between name and avatar */
#define NAME_EDGE 10 /* to the edge of the window */
#define NAME_WIDTH 132
#define NAME_PX 12
#define HELP_PX 11
#define BELOW_NAME 6
#define STEP 512

/* A quote of which more is to come further down. */
typedef struct
{
  const QuoAnnotation *annotation;
  double bottom;
  guint level;
  gboolean is_part_open; /* its part goes on: solid, else dotted */
} OpenQuote;

typedef struct
{
  double x, top, bottom;
  guint level;
  gboolean is_selected, is_suggestion, is_indirect;
} Bar;

int
quo_margin_get_direction (const QuoPage *page)
{
  return page->is_rtl ? -1 : 1;
}

double
quo_margin_get_bar_x (const QuoPage *page, guint level)
{
  double shift = MIN (level, 2) * NESTED_SHIFT;

  if (page->is_rtl)
    return page->width - page->right + BAR_FROM_TEXT - BAR_WIDTH - shift;
  return page->left - BAR_FROM_TEXT + shift;
}

void
quo_margin_begin (QuoMargin *margin, QuoPage *page, double top, double bottom)
{
  margin->page = page;
  margin->paint = quo_paint_new ();
  /* In steps, so that bars that go on look the same in the next frame of scrolling. */
  margin->top = floor (top / STEP) * STEP;
  margin->bottom = ceil (bottom / STEP) * STEP;
  margin->free_below = -G_MAXDOUBLE;
  margin->last_name = NULL;
  margin->open = g_array_new (FALSE, FALSE, sizeof (OpenQuote));
  g_array_set_size (page->hits, 0);
}

static void
draw_solid_bar (QuoMargin *margin, const Bar *bar)
{
  const QuoPalette *palette = &margin->page->palette;
  double alpha = bar->is_selected || bar->is_suggestion ? 1 : quo_palette_bar_alpha (palette);
  GdkRGBA ink = quo_palette_speech (palette, alpha);
  double height = bar->bottom - bar->top;
  double hard = palette->is_high_contrast ? 1 : 0;

  if (height <= 0)
    return;
  if (bar->is_suggestion)
    quo_paint_dashes_down (margin->paint, &ink, bar->x, bar->top, 2 + hard, height, 4, 7);
  else if (bar->is_indirect)
    {
      quo_paint_rect (margin->paint, &ink, bar->x, bar->top, 1, height);
      quo_paint_rect (margin->paint, &ink, bar->x + 2, bar->top, 1 + hard, height);
    }
  else if (bar->level > 0)
    quo_paint_rounded (margin->paint, &ink, bar->x, bar->top, NESTED_WIDTH, height, 1);
  else
    quo_paint_rounded (margin->paint, &ink, bar->x, bar->top, BAR_WIDTH, height, 1.5);
}

/* Beside the words between two parts. */
static void
draw_between (QuoMargin *margin, double x, double top, double bottom)
{
  const QuoPalette *palette = &margin->page->palette;
  GdkRGBA ink = quo_palette_speech (palette, palette->is_high_contrast ? 1
                                             : palette->is_dark        ? 0.6
                                                                       : 0.7);

  if (bottom > top + 2)
    quo_paint_dashes_down (margin->paint, &ink, x + 0.5, top + 3, 2, bottom - top - 5, 2, 4);
}

/* How much larger than usual the text of the desktop is. */
static double
get_growth (const QuoPage *page)
{
  return MAX (page->text_scale, 1);
}

static double
get_avatar_size (const QuoPage *page)
{
  double growth = get_growth (page);

  return page->is_narrow ? AVATAR_NARROW + (growth - 1) * QUO_MARGIN_NARROW_GROWTH
                         : AVATAR * growth;
}

static void
draw_avatar (QuoMargin *margin, double x, double y, double size, const char *initials,
             gboolean is_selected, gboolean is_question)
{
  QuoPage *page = margin->page;
  double share = page->is_narrow ? 9.0 / AVATAR_NARROW : 10.5 / AVATAR;
  GdkRGBA ink = quo_palette_speech (&page->palette, 1);
  GdkRGBA disc = quo_palette_speech (&page->palette,
                                     is_selected ? 1 : quo_palette_avatar_alpha (&page->palette));
  GdkRGBA on_disc = quo_palette_on_ink (&page->palette);
  PangoLayout *layout = quo_page_get_text (page, initials, size * share, PANGO_WEIGHT_BOLD, -1);
  int width, height;

  if (is_question)
    quo_paint_ring (margin->paint, &ink, x, y, size);
  else
    quo_paint_rounded (margin->paint, &disc, x, y, size, size, size / 2);
  pango_layout_get_pixel_size (layout, &width, &height);
  quo_paint_text (margin->paint, layout, x + (size - width) / 2.0, y + (size - height) / 2.0,
                  is_selected && !is_question ? &on_disc : &ink);
}

static double
draw_line_of_name (QuoMargin *margin, const char *text, double px, int weight, double x, double y,
                   double width, const GdkRGBA *color)
{
  PangoLayout *layout = quo_page_get_text (margin->page, text, px, weight, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  quo_paint_text (margin->paint, layout, x, y, color);
  return height;
}

/* Name and help beside the avatar at @x, @y. */
static void
draw_name (QuoMargin *margin, const QuoPageSpeaker *speaker, gboolean is_selected, double x,
           double y)
{
  QuoPage *page = margin->page;
  double size = get_avatar_size (page), growth = get_growth (page);
  double room = (page->is_rtl ? page->right : page->left) - BAR_FROM_TEXT - AVATAR_GAP - size
                - NAME_GAP - NAME_EDGE;
  double width = MIN (room, NAME_WIDTH * growth);
  double name_x = page->is_rtl ? x + size + NAME_GAP : x - NAME_GAP - width;
  int weight = is_selected ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_SEMIBOLD;
  GdkRGBA speech = quo_palette_speech (&page->palette, 1), help = page->palette.text;
  PangoLayout *layout
      = quo_page_get_text (page, speaker->name, NAME_PX * page->text_scale, weight, width);
  gboolean is_one_line = pango_layout_get_line_count (layout) == 1;
  double height;

  if (speaker->help != NULL)
    y += is_one_line ? -1 : 0;
  else
    y += is_one_line ? 5 * growth : -1;
  help.alpha = page->palette.is_high_contrast ? 1 : 0.8;
  height = draw_line_of_name (margin, speaker->name, NAME_PX * page->text_scale, weight, name_x, y,
                              width,
                              is_selected || speaker->is_question ? &speech : &page->palette.text);
  if (speaker->help != NULL)
    height += draw_line_of_name (margin, speaker->help, HELP_PX * page->text_scale,
                                 PANGO_WEIGHT_NORMAL, name_x, y + height - 1, width, &help);
  margin->free_below = MAX (margin->free_below, y + height + BELOW_NAME);
}

static void
draw_speaker (QuoMargin *margin, const QuoAnnotation *quote, double y)
{
  QuoPage *page = margin->page;
  const QuoPageSpeaker *speaker = quo_page_speaker_get (page, quote);
  gboolean is_selected = g_strcmp0 (quote->base.id, page->selected) == 0;
  double size = get_avatar_size (page);
  double gap = page->is_narrow ? AVATAR_GAP_NARROW : AVATAR_GAP;
  double bar = quo_margin_get_bar_x (page, 0);
  double x = page->is_rtl ? bar + BAR_WIDTH + gap : bar - gap - size;
  QuoPageHit hit = { .annotation = quo_record_ref ((gpointer)quote) };

  gboolean is_repeated
      = y < margin->free_below && g_strcmp0 (speaker->name, margin->last_name) == 0;

  y = MAX (y, margin->free_below);
  margin->free_below = y + size + BELOW_NAME;
  margin->last_name = speaker->name;
  draw_avatar (margin, x, y, size, speaker->initials, is_selected, speaker->is_question);
  if (!page->is_narrow && page->has_margin_names && speaker->name != NULL && !is_repeated)
    draw_name (margin, speaker, is_selected, x, y);

  graphene_rect_init (&hit.area, page->is_rtl ? bar - 2 : 0, y - 2,
                      page->is_rtl ? page->width - bar + 2 : bar + BAR_WIDTH + 2,
                      margin->free_below - y);
  g_array_append_val (page->hits, hit);
}

static OpenQuote *
find_open (QuoMargin *margin, const QuoAnnotation *annotation)
{
  for (guint i = 0; i < margin->open->len; i++)
    {
      OpenQuote *open = &g_array_index (margin->open, OpenQuote, i);

      if (open->annotation == annotation)
        return open;
    }
  return NULL;
}

static gboolean
is_indirect (const QuoAnnotation *annotation)
{
  const char *form = quo_attrs_get_text (annotation->attrs, annotation->n_attrs, "form");

  return form != NULL && !g_str_equal (form, "direct") && !g_str_equal (form, "mixed");
}

static Bar
describe_bar (QuoMargin *margin, const QuoAnnotation *annotation, guint level)
{
  return (Bar){ .x = quo_margin_get_bar_x (margin->page, level),
                .level = level,
                .is_selected = g_strcmp0 (annotation->base.id, margin->page->selected) == 0,
                .is_suggestion = annotation->status == QUO_STATUS_SUGGESTED,
                .is_indirect = is_indirect (annotation) };
}

/* From what was drawn of this quote so far, or from above what is walked, down to @top. */
static void
draw_before (QuoMargin *margin, const QuoPageBar *note, Bar *bar, double top, double bottom)
{
  OpenQuote *open = find_open (margin, note->annotation);
  double from = open != NULL ? open->bottom : margin->top;

  bar->top = top;
  bar->bottom = bottom;
  if (open == NULL && note->is_start && note->part == 0)
    return;
  if (note->is_start)
    {
      bar->top = MAX (top, from);
      draw_between (margin, bar->x, from, top);
    }
  else
    bar->top = from;
}

static void
remember_open (QuoMargin *margin, const QuoPageBar *note, double bottom)
{
  OpenQuote *open = find_open (margin, note->annotation);

  if (open == NULL)
    {
      g_array_append_val (margin->open, ((OpenQuote){ .annotation = note->annotation }));
      open = &g_array_index (margin->open, OpenQuote, margin->open->len - 1);
    }
  open->bottom = bottom;
  open->level = note->level;
  open->is_part_open = !note->is_end;
  if (note->is_end && note->part + 1 == note->annotation->n_ranges)
    g_array_remove_index_fast (margin->open, open - (OpenQuote *)margin->open->data);
}

void
quo_margin_add (QuoMargin *margin, const QuoPageEntry *entry, double y)
{
  if (entry->bars == NULL)
    return;
  for (guint i = 0; i < entry->bars->len; i++)
    {
      const QuoPageBar *note = &g_array_index (entry->bars, QuoPageBar, i);
      Bar bar = describe_bar (margin, note->annotation, note->level);

      draw_before (margin, note, &bar, y + note->top, y + note->bottom);
      draw_solid_bar (margin, &bar);
      remember_open (margin, note, bar.bottom);
      if (note->is_start && note->part == 0 && note->level == 0)
        draw_speaker (margin, note->annotation, y + note->top - 2);
    }
}

void
quo_margin_end (QuoMargin *margin, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < margin->open->len; i++)
    {
      const OpenQuote *open = &g_array_index (margin->open, OpenQuote, i);
      Bar bar = describe_bar (margin, open->annotation, open->level);

      bar.top = open->bottom;
      bar.bottom = margin->bottom;
      if (open->is_part_open)
        draw_solid_bar (margin, &bar);
      else
        draw_between (margin, bar.x, bar.top, bar.bottom);
    }
  quo_page_link_draw (margin->page, margin->paint);
  quo_paint_append (margin->paint, snapshot, margin->page->kept);
  g_clear_pointer (&margin->paint, quo_paint_free);
  g_clear_pointer (&margin->open, g_array_unref);
}
