/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-print.h"

#include "quo-statistics.h"

G_BEGIN_DECLS

/* What the two files of printing share. All is in px of the screen, as the page is drawn there; the
 * whole is scaled onto the paper. */

/* The room that the foot of a page takes. */
#define QUO_PRINT_FOOT 36
#define QUO_PRINT_LEGEND_ROW 30

typedef struct
{
  QuoSpan span; /* of the article, without its line end */
  char *text;
  PangoLayout *layout;
  double em, pitch, before;
  gboolean is_rtl;
} QuoPrintParagraph;

typedef struct
{
  PangoLayoutLine *line; /* of the layout */
  guint paragraph, page;
  double base; /* of the page */
} QuoPrintLine;

struct _QuoPrint
{
  QuoPage page; /* a copy that looks as paper does; what it owns is the screen's, but for hits */
  PangoContext *context;
  double scale; /* from px to points */
  double width, height;
  double text_x, text_width;
  GPtrArray *paragraphs; /* of QuoPrintParagraph */
  GArray *lines;         /* of QuoPrintLine, in text order */
  guint n_pages;
  QuoStatistics *statistics; /* of the active layer: who is quoted stands in the legend */
  guint legend_page;
  double legend_y;
};

/* quo-print-legend.c. How high it is; 0: no label is in use, and nobody is quoted. */
double quo_print_measure_legend (QuoPrint *print);
void quo_print_draw_legend (QuoPrint *print, GtkSnapshot *snapshot);

G_END_DECLS
