/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page-cache.h"
#include "quo-page-mark.h"
#include "quo-page-rows.h"

G_BEGIN_DECLS

/* A paragraph while its marks are drawn. */
typedef struct
{
  QuoPage *page;
  QuoPageLines *lines;            /* borrowed from the cache */
  GArray *rows;                   /* of QuoRow */
  GArray *marks;                  /* of QuoMark, in the order of the index */
  GArray *taken;                  /* of graphene_rect_t: where chips stand already */
  guint letters_from, letters_to; /* of these are letters that can be typed */
  QuoPageEntry *entry;
  QuoPaint *paint;
  QuoPaint *over; /* over the letters; NULL: nothing is, as on paper */
} QuoPageParagraph;

/* Draws the marks of the paragraph into the entry's node and fills in the rest of the entry. */
void quo_page_marks_build (QuoPage *page, const GtkTextIter *start, QuoPageEntry *entry);

/* What printing uses of it as well, on other lines than those of a text view. */
/* A paragraph without lines and marks; those are given to it. */
void quo_page_paragraph_init (QuoPageParagraph *paragraph, QuoPage *page, QuoPageEntry *entry);
void quo_page_paragraph_clear (QuoPageParagraph *paragraph);
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

/* quo-page-quotes.c: blocks, brackets, dotted edges. */
void quo_page_quotes_draw (QuoPageParagraph *paragraph);
/* quo-page-chips.c: the letters of suggestions that are sifted, which come before all chips. */
void quo_page_letters_draw (QuoPageParagraph *paragraph);
/* The word above a mark, or a pill when it is selected. */
void quo_page_chip_draw (QuoPageParagraph *paragraph, const QuoMark *mark);

G_END_DECLS
