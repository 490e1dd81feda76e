/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-print-private.h"

#include "quo-page-layouts.h"
#include "quo-paint.h"
#include "quo-statistics-table.h"

#include <glib/gi18n.h>

/* The labels that are in use: line, name, how many; one after the other, in as many rows as that
 * takes. Below them who is quoted, a row each: a bar and how much that is. */

#define SAMPLE 28 /* px: a piece of its line */
#define GAP 8
#define BETWEEN 28
#define WORD_PX 13
#define BAR 90 /* px: of who said most */
#define BAR_HEIGHT 5
/* The others are counted in one more row, so that all of it fits on a page. */
#define MAX_SPEAKERS 12

typedef struct
{
  double x, y;
  const QuoLabel *label;
  PangoLayout *word; /* kept by the page */
} Item;

/* Lays the items out from @y on; calls @draw (nullable) with each. Returns the end. */
static double
walk (QuoPrint *print, double y, void (*draw) (QuoPrint *print, const Item *item, QuoPaint *paint),
      QuoPaint *paint)
{
  const QuoTagset *tagset = print->page.tagset;
  double x = 0, end = y;

  for (guint i = 0; i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];
      guint n = quo_session_count (print->page.session, label->id);
      g_autofree char *text = g_strdup_printf ("%s  %u", quo_label_get_shown_name (label), n);
      Item item = { .label = label };
      int width;

      if (n == 0)
        continue;
      item.word = quo_page_get_text (&print->page, text, WORD_PX, PANGO_WEIGHT_NORMAL, -1);
      pango_layout_get_pixel_size (item.word, &width, NULL);
      if (x > 0 && x + SAMPLE + GAP + width > print->text_width)
        {
          x = 0;
          end += QUO_PRINT_LEGEND_ROW;
        }
      item.x = print->page.is_rtl ? print->text_x + print->text_width - x - SAMPLE - GAP - width
                                  : print->text_x + x;
      item.y = end;
      if (draw != NULL)
        draw (print, &item, paint);
      x += SAMPLE + GAP + width + BETWEEN;
    }
  return x > 0 ? end + QUO_PRINT_LEGEND_ROW : end;
}

/* One row: words, with a bar of @fraction before them unless it is 0. */
static void
draw_row (QuoPrint *print, QuoPaint *paint, double y, const char *words, int weight,
          double fraction)
{
  gboolean is_rtl = print->page.is_rtl;
  PangoLayout *layout = quo_page_get_text (&print->page, words, WORD_PX, weight, -1);
  double indent = fraction > 0 ? BAR + GAP : 0, left = print->text_x;
  GdkRGBA ink = quo_palette_speech (&print->page.palette, 1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (is_rtl)
    left += print->text_width;
  if (fraction > 0)
    quo_paint_rounded (paint, &ink, is_rtl ? left - BAR * fraction : left,
                       y + (height - BAR_HEIGHT) / 2.0, BAR * fraction, BAR_HEIGHT,
                       BAR_HEIGHT / 2.0);
  quo_paint_text (paint, layout, is_rtl ? left - indent - width : left + indent, y,
                  &print->page.palette.text);
}

static void
draw_speaker (QuoPrint *print, QuoPaint *paint, double y, const QuoSpeaker *speaker)
{
  const QuoSpeaker *first = g_ptr_array_index (print->statistics->speakers, 0);
  g_autofree char *facts
      = quo_statistics_dup_facts (print->statistics, speaker->n_quotes, speaker->n_words);
  g_autofree char *words = g_strdup_printf ("%s: %s", speaker->name, facts);

  draw_row (print, paint, y, words, PANGO_WEIGHT_NORMAL,
            speaker->n_words / (double)MAX (first->n_words, 1));
}

/* From @y on, nothing is drawn when @paint is NULL. Returns the end. */
static double
walk_speakers (QuoPrint *print, double y, QuoPaint *paint)
{
  GPtrArray *speakers = print->statistics->speakers;
  guint n_shown = MIN (speakers->len, MAX_SPEAKERS), n_more = speakers->len - n_shown;
  guint n_rows = n_shown + 1 + (n_more > 0);

  if (n_shown == 0)
    return y;
  if (paint != NULL)
    {
      draw_row (print, paint, y, _ ("Who Is Quoted"), PANGO_WEIGHT_BOLD, 0);
      for (guint i = 0; i < n_shown; i++)
        draw_speaker (print, paint, y + (i + 1) * QUO_PRINT_LEGEND_ROW,
                      g_ptr_array_index (speakers, i));
    }
  if (paint != NULL && n_more > 0)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("%u more speaker", "%u more speakers", n_more), n_more);

      draw_row (print, paint, y + (n_rows - 1) * QUO_PRINT_LEGEND_ROW, more, PANGO_WEIGHT_NORMAL,
                0);
    }
  return y + n_rows * QUO_PRINT_LEGEND_ROW;
}

double
quo_print_measure_legend (QuoPrint *print)
{
  return walk_speakers (print, walk (print, 0, NULL, NULL), NULL);
}

static void
draw_item (QuoPrint *print, const Item *item, QuoPaint *paint)
{
  gboolean is_rtl = print->page.is_rtl;
  int width, height;

  pango_layout_get_pixel_size (item->word, &width, &height);
  quo_line_pattern_paint (paint, &print->page.palette, item->label, FALSE,
                          is_rtl ? item->x + width + GAP : item->x, item->y + height / 2.0, SAMPLE);
  quo_paint_text (paint, item->word, is_rtl ? item->x : item->x + SAMPLE + GAP, item->y,
                  &print->page.palette.text);
}

void
quo_print_draw_legend (QuoPrint *print, GtkSnapshot *snapshot)
{
  g_autoptr (QuoPaint) paint = quo_paint_new ();
  GdkRGBA line = print->page.palette.text;

  if (quo_print_measure_legend (print) == 0)
    return;
  line.alpha = 0.3F;
  quo_paint_rect (paint, &line, print->text_x, print->legend_y - 12, print->text_width, 1);
  walk_speakers (print, walk (print, print->legend_y, draw_item, paint), paint);
  quo_paint_append (paint, snapshot, NULL);
}
