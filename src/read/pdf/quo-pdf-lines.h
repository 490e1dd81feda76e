/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-prose.h"

G_BEGIN_DECLS

/* The height of a capital that stands beside several lines, in heights of a line. */
#define QUO_PDF_DROP_CAPITAL 1.6

/**
 * QuoPdfLine:
 * @page: from 0
 * @x1, @y1, @x2, @y2: its box in points, from the top left corner of the page
 * @height: of the page
 *
 * A line of a page, in reading order.
 */
typedef struct
{
  char *text;
  guint page;
  double x1, y1, x2, y2;
  double height;
  gboolean is_dropped;
  gboolean is_split; /* from the line before it, by a wide gap between two words */
} QuoPdfLine;

/* Drops what stands at the top or the bottom of several pages, digits aside, and numbers of pages
 * alone. @lines: (element-type QuoPdfLine) */
void quo_pdf_drop_running_lines (GArray *lines, guint n_pages);
/* Drops what is turned upright in the margin of a page whose text is not. */
void quo_pdf_drop_turned_lines (GArray *lines);

/**
 * quo_pdf_add_lines:
 * @on_page: called when the first line of a page that was not dropped is about to be added
 *
 * Makes paragraphs of lines: a new one begins after a gap, an indent, another size of letters, or a
 * line that ends early with a full stop. A hyphen at the end of a line goes when the next one
 * begins with a small letter, unless the word is written with it elsewhere; a paragraph may go on
 * in the next column or page.
 */
void quo_pdf_add_lines (const GArray *lines, QuoProse *prose,
                        void (*on_page) (guint page, gsize start, gpointer data), gpointer data);

G_END_DECLS
