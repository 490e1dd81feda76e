/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page-motion.h"

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
  double letter;      /* px that its letter takes before the chip; 0: it has none there */
  guint is_start : 1; /* its range begins in this paragraph */
  guint is_end : 1;
  guint is_selected : 1;
  guint is_pointed : 1; /* the pointer is on it */
  guint is_suggestion : 1;
  guint is_indirect : 1;
  guint has_chip : 1;
  guint has_lane : 1; /* a line of its own; else it is counted in the chip of another */
} QuoMark;

/* All of a mark but its span, rows, level and chip. */
QuoMark quo_page_mark_describe (QuoPage *page, const QuoAnnotation *annotation, QuoSpan range);
/* The alpha and the ink of a mark's ground, now. */
GdkRGBA quo_page_mark_get_fill (const QuoPage *page, const QuoMark *mark);
/* The ink of what is drawn of it. */
GdkRGBA quo_page_mark_get_ink (const QuoPage *page, const QuoMark *mark, double alpha);

G_END_DECLS
