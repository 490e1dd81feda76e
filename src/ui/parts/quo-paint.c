/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-paint.h"

#include "quo-paint-shape.h"

#include <math.h>
#include <string.h>

/* The list of shapes, and the nodes made of it. */

/* px; of what is kept, and of what is not. */
#define BAND 96
#define GREAT_BAND 512
#define MAX_KEPT 2400

struct _QuoPaint
{
  GArray *shapes;      /* of QuoPaintShape */
  GHashTable *layouts; /* number -> PangoLayout */
};

QuoPaint *
quo_paint_new (void)
{
  QuoPaint *paint = g_new (QuoPaint, 1);

  paint->shapes = g_array_new (FALSE, FALSE, sizeof (QuoPaintShape));
  paint->layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  return paint;
}

void
quo_paint_free (QuoPaint *paint)
{
  g_array_unref (paint->shapes);
  g_hash_table_unref (paint->layouts);
  g_free (paint);
}

static void
add_shape (QuoPaint *paint, QuoPaintShapeKind kind, const GdkRGBA *color, double x, double y,
           double width, double height, double a, double b)
{
  QuoPaintShape shape;

  if (width <= 0 || height <= 0)
    return;
  memset (&shape, 0, sizeof shape);
  shape.kind = kind;
  shape.color = *color;
  shape.x = (float)x;
  shape.y = (float)y;
  shape.width = (float)width;
  shape.height = (float)height;
  shape.a = (float)a;
  shape.b = (float)b;
  shape.top = shape.y;
  shape.bottom = shape.y + shape.height;
  g_array_append_val (paint->shapes, shape);
}

void
quo_paint_rect (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                double height)
{
  add_shape (paint, SHAPE_RECT, color, x, y, width, height, 0, 0);
}

void
quo_paint_rounded (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                   double height, double radius)
{
  add_shape (paint, SHAPE_ROUNDED, color, x, y, width, height, radius, 0);
}

void
quo_paint_outline (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                   double height, double radius, double thickness)
{
  add_shape (paint, SHAPE_OUTLINE, color, x, y, width, height, radius, thickness);
}

void
quo_paint_dashes (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                  double height, double dash, double period)
{
  add_shape (paint, SHAPE_DASHES, color, x, y, width, height, dash, period);
}

void
quo_paint_dashes_down (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                       double height, double dash, double period)
{
  add_shape (paint, SHAPE_DASHES_DOWN, color, x, y, width, height, dash, period);
}

void
quo_paint_dots (QuoPaint *paint, const GdkRGBA *color, double x, double y, double width,
                double size, double period)
{
  add_shape (paint, SHAPE_DOTS, color, x, y, width, size, period, 0);
}

void
quo_paint_ring (QuoPaint *paint, const GdkRGBA *color, double x, double y, double size)
{
  add_shape (paint, SHAPE_RING, color, x, y, size, size, 0, 0);
}

void
quo_paint_block (QuoPaint *paint, const QuoPaintBox *boxes, guint n, const GdkRGBA *fill,
                 const GdkRGBA *line, double thickness)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
  guint first = paint->shapes->len;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, boxes[i].left);
      right = MAX (right, boxes[i].right);
    }
  add_shape (paint, SHAPE_BLOCK, fill, left - 1, boxes[0].top - 1, right - left + 2,
             boxes[n - 1].bottom - boxes[0].top + 2, thickness, 0);
  if (paint->shapes->len == first)
    return;
  g_array_index (paint->shapes, QuoPaintShape, first).n_more = n;
  for (guint i = 0; i < n; i++)
    {
      QuoPaintShape box;

      memset (&box, 0, sizeof box);
      box.kind = SHAPE_BOX;
      box.color = *line;
      box.x = (float)boxes[i].left;
      box.y = (float)boxes[i].top;
      box.a = (float)boxes[i].right;
      box.b = (float)boxes[i].bottom;
      g_array_append_val (paint->shapes, box);
    }
}

/* Width and height are the place of the dot, which may lie anywhere. */
static void
add_line (QuoPaint *paint, QuoPaintShapeKind kind, const GdkRGBA *color, double x, double y,
          double lane, double end_x, double end_y, double thickness)
{
  QuoPaintShape *shape;

  add_shape (paint, kind, color, x, y, MAX (end_x, 1), MAX (end_y, 1), lane, thickness);
  shape = &g_array_index (paint->shapes, QuoPaintShape, paint->shapes->len - 1);
  shape->top = (float)(MIN (y, end_y) - 6);
  shape->bottom = (float)(MAX (y, end_y) + 6);
}

void
quo_paint_link (QuoPaint *paint, const GdkRGBA *color, double x, double y, double lane,
                double end_x, double end_y, double thickness)
{
  add_line (paint, SHAPE_LINK, color, x, y, lane, end_x, end_y, thickness);
}

void
quo_paint_straight (QuoPaint *paint, const GdkRGBA *color, double x, double y, double end_x,
                    double end_y, double thickness)
{
  add_line (paint, SHAPE_STRAIGHT, color, x, y, 0, end_x, end_y, thickness);
}

void
quo_paint_text (QuoPaint *paint, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  static guint n_layouts;
  gpointer number = g_object_get_data (G_OBJECT (layout), "quo-number");
  PangoRectangle logical;
  QuoPaintShape *shape;

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (++n_layouts);
      g_object_set_data (G_OBJECT (layout), "quo-number", number);
    }
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  add_shape (paint, SHAPE_TEXT, color, x + logical.x - 2, y + logical.y - 2, logical.width + 4,
             logical.height + 4, x, y);
  shape = &g_array_index (paint->shapes, QuoPaintShape, paint->shapes->len - 1);
  shape->text = GPOINTER_TO_UINT (number);
  g_hash_table_insert (paint->layouts, number, g_object_ref (layout));
}

/* Widens @bounds, sideways only, to what the shape paints. */
static void
widen_bounds (const QuoPaintShape *s, float *left, float *right)
{
  if (s->kind == SHAPE_LINK || s->kind == SHAPE_STRAIGHT)
    {
      *left = MIN (*left, MIN (s->x, s->width) - 6);
      *right = MAX (*right, MAX (s->x, s->width) + 6);
    }
  else
    {
      *left = MIN (*left, s->x);
      *right = MAX (*right, s->x + s->width);
    }
}

static GskRenderNode *
make_node (const GArray *shapes, GHashTable *layouts, float top, float bottom)
{
  float left = G_MAXFLOAT, right = -G_MAXFLOAT, first = G_MAXFLOAT, last = -G_MAXFLOAT;
  GskRenderNode *node;
  cairo_t *cr;

  for (guint i = 0; i < shapes->len; i++)
    {
      const QuoPaintShape *s = &g_array_index (shapes, QuoPaintShape, i);

      if (s->kind == SHAPE_BOX)
        continue;
      widen_bounds (s, &left, &right);
      first = MIN (first, s->top);
      last = MAX (last, s->bottom);
    }
  first = floorf (MAX (first, top));
  last = ceilf (MIN (last, bottom));
  left = floorf (left);
  node = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT (left, first, ceilf (right) - left, MAX (last - first, 1)));
  cr = gsk_cairo_node_get_draw_context (node);
  for (guint i = 0; i < shapes->len; i++)
    quo_paint_shape_draw (cr, &g_array_index (shapes, QuoPaintShape, i), layouts);
  cairo_destroy (cr);
  return node;
}

/* (transfer full) */
static GskRenderNode *
get_node (const GArray *shapes, GHashTable *layouts, float top, float bottom, GHashTable *kept,
          gboolean is_moving)
{
  g_autoptr (GByteArray) words = NULL;
  g_autoptr (GBytes) key = NULL;
  GskRenderNode *node;

  if (kept == NULL)
    return make_node (shapes, layouts, top, bottom);
  /* Two bands may have the same shapes: a bar that runs through both. */
  words = g_byte_array_append (g_byte_array_new (), (const guint8 *)&top, sizeof top);
  g_byte_array_append (words, (const guint8 *)shapes->data,
                       (guint)(shapes->len * sizeof (QuoPaintShape)));
  key = g_byte_array_free_to_bytes (g_steal_pointer (&words));
  node = g_hash_table_lookup (kept, key);
  if (node == NULL && is_moving)
    return make_node (shapes, layouts, top, bottom);
  if (node == NULL)
    {
      if (g_hash_table_size (kept) >= MAX_KEPT)
        g_hash_table_remove_all (kept);
      node = make_node (shapes, layouts, top, bottom);
      g_hash_table_insert (kept, g_bytes_ref (key), node);
    }
  return gsk_render_node_ref (node);
}

/* The shapes that reach into the band from @top to @bottom. */
static void
select_band (const GArray *shapes, float top, float bottom, GArray *band)
{
  g_array_set_size (band, 0);
  for (guint i = 0; i < shapes->len;)
    {
      const QuoPaintShape *s = &g_array_index (shapes, QuoPaintShape, i);

      if (s->top < bottom && s->bottom > top)
        g_array_append_vals (band, s, 1 + s->n_more);
      i += 1 + s->n_more;
    }
}

static void
append (QuoPaint *paint, GtkSnapshot *snapshot, GHashTable *kept, gboolean is_moving)
{
  const float step = kept != NULL ? BAND : GREAT_BAND;
  g_autoptr (GArray) band = g_array_new (FALSE, FALSE, sizeof (QuoPaintShape));
  float top = G_MAXFLOAT, bottom = -G_MAXFLOAT;

  for (guint i = 0; i < paint->shapes->len; i++)
    {
      const QuoPaintShape *s = &g_array_index (paint->shapes, QuoPaintShape, i);

      if (s->kind == SHAPE_BOX)
        continue;
      top = MIN (top, s->top);
      bottom = MAX (bottom, s->bottom);
    }
  for (float y = floorf (top / step) * step; y < bottom; y += step)
    {
      GskRenderNode *node;

      select_band (paint->shapes, y, y + step, band);
      if (band->len == 0)
        continue;
      node = get_node (band, paint->layouts, y, y + step, kept, is_moving);
      gtk_snapshot_append_node (snapshot, node);
      gsk_render_node_unref (node);
    }
  g_array_set_size (paint->shapes, 0);
  g_hash_table_remove_all (paint->layouts);
}

void
quo_paint_append (QuoPaint *paint, GtkSnapshot *snapshot, GHashTable *kept)
{
  append (paint, snapshot, kept, FALSE);
}

void
quo_paint_append_moving (QuoPaint *paint, GtkSnapshot *snapshot, GHashTable *kept)
{
  append (paint, snapshot, kept, TRUE);
}

GHashTable *
quo_paint_kept_new (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref,
                                (GDestroyNotify)gsk_render_node_unref);
}
