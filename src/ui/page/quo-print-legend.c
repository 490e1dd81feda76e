/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-print-private.h"

#include "quo-page-layouts.h"
#include "quo-paint.h"

/* The labels that are in use: line, name, how many; one after the other, in as many rows as that
 * takes. */

#define SAMPLE 28 /* px: a piece of its line */
#define GAP 8
#define BETWEEN 28
#define WORD_PX 13

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

double
quo_print_measure_legend (QuoPrint *print)
{
  return walk (print, 0, NULL, NULL);
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
  walk (print, print->legend_y, draw_item, paint);
  quo_paint_append (paint, snapshot, NULL);
}
