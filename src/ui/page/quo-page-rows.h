/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoRow:
 *
 * A stretch of text on one display line. Marks hang on its baseline, never on the line's box: that
 * is as high as the font wants it.
 */
typedef struct
{
  double x, width;
  double base;  /* baseline, px below the top of the paragraph */
  double pitch; /* from the baseline of the line above; 0: it is the first line of the paragraph */
  double em;    /* of this text: a headline has a greater one */
  guint line;   /* display line in the paragraph */
} QuoRow;

double quo_row_get_top (const QuoRow *row);
double quo_row_get_bottom (const QuoRow *row);
/* Where the letters of the line above end, px below the top of the paragraph; above all else where
 * there is none. */
double quo_row_get_above (const QuoRow *row);

/**
 * QuoPageLines:
 *
 * The display lines of one paragraph and the rows measured in it so far. True until the width or
 * the font changes: an edit of annotations moves no text, so quo-page-cache keeps it through edits.
 */
typedef struct
{
  QuoPage *page;
  GtkTextIter start; /* of the paragraph; set anew by quo_page_lines_resume() */
  QuoSpan span;      /* of the paragraph, without its line end */
  gboolean is_rtl;   /* the paragraph reads from the right */
  gboolean is_mixed; /* some of it reads from the right */
  GArray *lines;
  GArray *known;        /* of QuoRow: all rows measured so far */
  GHashTable *measured; /* span -> where in known */
} QuoPageLines;

/* The direction of the first letter that has one. */
PangoDirection quo_find_direction (const char *text);

QuoPageLines *quo_page_lines_new (QuoPage *page,
                                  const GtkTextIter *start) G_GNUC_WARN_UNUSED_RESULT;
void quo_page_lines_free (QuoPageLines *lines);
/* Before it is used again. */
void quo_page_lines_resume (QuoPageLines *lines, const GtkTextIter *start);
/* Adds the rows of a stretch of the paragraph to @rows (of QuoRow): one a display line, more in
 * lines of mixed direction. Returns how many. Cost: two positions a line; where the direction is
 * mixed, one a character. */
guint quo_page_lines_measure (QuoPageLines *lines, QuoSpan span, GArray *rows);

G_END_DECLS
