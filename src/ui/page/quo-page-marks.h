/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page-cache.h"
#include "quo-page-motion.h"
#include "quo-page-rows.h"

G_BEGIN_DECLS

/* One range of an annotation, as far as it stands in one paragraph. */
typedef struct
{
  const QuoAnnotation *annotation;
  const QuoLabel *label; /* NULL: a type that the tagset does not know */
  QuoLabelKind kind;
  QuoSpan span; /* in the buffer */
  guint part;   /* which range */
  guint first_row, n_rows;
  guint level;      /* quotes: how many quotes it stands in; others: the lane of its line */
  guint n_more;     /* annotations that begin here, or have no lane, and no chip of their own */
  const char *role; /* in the selected quote, or NULL */
  QuoMotion motion;
  double opacity;     /* below 1 while it fades away */
  guint is_start : 1; /* its range begins in this paragraph */
  guint is_end : 1;
  guint is_selected : 1;
  guint is_pointed : 1; /* the pointer is on it */
  guint is_suggestion : 1;
  guint is_indirect : 1;
  guint has_chip : 1;
  guint has_lane : 1; /* a line of its own; else it is counted in the chip of another */
} QuoMark;

/* A paragraph while its marks are drawn. */
typedef struct
{
  QuoPage *page;
  QuoPageLines *lines; /* borrowed from the cache */
  GArray *rows;        /* of QuoRow */
  GArray *marks;       /* of QuoMark, in the order of the index */
  GArray *taken;       /* of graphene_rect_t: where chips stand already */
  QuoPageEntry *entry;
  QuoPaint *paint;
} QuoPageParagraph;

/* Draws the marks of the paragraph into the entry's node and fills in the rest of the entry. */
void quo_page_marks_build (QuoPage *page, const GtkTextIter *start, QuoPageEntry *entry);

/* What printing uses of it as well, on other lines than those of a text view. */
/* A paragraph without lines and marks; those are given to it. */
void quo_page_paragraph_init (QuoPageParagraph *paragraph, QuoPage *page, QuoPageEntry *entry);
void quo_page_paragraph_clear (QuoPageParagraph *paragraph);
/* All of a mark but its span, rows, level and chip. */
QuoMark quo_page_mark_describe (QuoPage *page, const QuoAnnotation *annotation, QuoSpan range);
/* Levels, lanes and chips: what one mark (of QuoMark, in the order of the index) owes to the
 * others. */
void quo_page_marks_arrange (GArray *marks);
/* Draws them, and leaves with the entry what the margin will ask for. */
void quo_page_marks_draw (QuoPageParagraph *paragraph);

static inline const QuoRow *
quo_page_mark_get_rows (const QuoPageParagraph *paragraph, const QuoMark *mark)
{
  return &g_array_index (paragraph->rows, QuoRow, mark->first_row);
}

/* The alpha and the ink of a mark's ground, now. */
GdkRGBA quo_page_mark_get_fill (const QuoPage *page, const QuoMark *mark);
/* The ink of what is drawn of it. */
GdkRGBA quo_page_mark_get_ink (const QuoPage *page, const QuoMark *mark, double alpha);

/* quo-page-quotes.c: blocks, brackets, dotted edges. */
void quo_page_quotes_draw (QuoPageParagraph *paragraph);
/* quo-page-chips.c: the word above a mark, or a pill when it is selected. */
void quo_page_chip_draw (QuoPageParagraph *paragraph, const QuoMark *mark);

G_END_DECLS
