/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A shape as a plain struct, so that two lists of them are equal when their bytes are. A shape that
 * needs several structs (a block and its boxes) has them one after the other, and `n_more` of the
 * first says how many follow. */
typedef enum
{
  SHAPE_RECT,
  SHAPE_ROUNDED,
  SHAPE_OUTLINE,
  SHAPE_DASHES,
  SHAPE_DASHES_DOWN,
  SHAPE_DOTS,
  SHAPE_RING,
  SHAPE_BLOCK, /* a = thickness of its line; SHAPE_BOX follow, the first holds the line's colour */
  SHAPE_BOX,   /* x, y to a, b */
  SHAPE_LINK,  /* x, y to width, height; a = lane, b = thickness */
  SHAPE_STRAIGHT, /* x, y to width, height; b = thickness */
  SHAPE_TEXT,     /* at a, b */
} QuoPaintShapeKind;

typedef struct
{
  guint kind, n_more;
  guint text; /* number of the layout: its address may be used again, a number never is */
  float x, y, width, height, a, b;
  float top, bottom; /* of what it paints */
  GdkRGBA color;
} QuoPaintShape;

/* Draws one shape; what follows it in its array are its further structs. @layouts: by number. */
void quo_paint_shape_draw (cairo_t *cr, const QuoPaintShape *shape, GHashTable *layouts);

G_END_DECLS
