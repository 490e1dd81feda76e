/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-paint.h"

#include <math.h>
#include <string.h>

/* Shapes are plain structs in one array, so that two lists are equal when their bytes are.
 *
 * Invariant: a shape that needs several structs (a block and its boxes) has them one after the
 * other, and `n_more` of the first says how many follow. */

#define BAND 512
#define MAX_KEPT 600
#define BLOCK_RADIUS 5
#define LINK_CORNER 5
#define LINK_DOT 3
/* A control point this far along makes a Bezier curve a quarter of a circle. */
#define ARC 0.5523

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
  SHAPE_TEXT,  /* at a, b */
} ShapeKind;

typedef struct
{
  guint kind, n_more;
  guint text; /* number of the layout: its address may be used again, a number never is */
  float x, y, width, height, a, b;
  float top, bottom; /* of what it paints */
  GdkRGBA color;
} Shape;

struct _QuoPaint
{
  GArray *shapes;      /* of Shape */
  GHashTable *layouts; /* number -> PangoLayout */
};

QuoPaint *
quo_paint_new (void)
{
  QuoPaint *paint = g_new (QuoPaint, 1);

  paint->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
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
add_shape (QuoPaint *paint, ShapeKind kind, const GdkRGBA *color, double x, double y, double width,
           double height, double a, double b)
{
  Shape shape;

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
  g_array_index (paint->shapes, Shape, first).n_more = n;
  for (guint i = 0; i < n; i++)
    {
      Shape box;

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

void
quo_paint_link (QuoPaint *paint, const GdkRGBA *color, double x, double y, double lane,
                double end_x, double end_y, double thickness)
{
  Shape *shape;

  /* Width and height are the place of the dot, which may lie anywhere. */
  add_shape (paint, SHAPE_LINK, color, x, y, MAX (end_x, 1), MAX (end_y, 1), lane, thickness);
  shape = &g_array_index (paint->shapes, Shape, paint->shapes->len - 1);
  shape->top = (float)(MIN (y, end_y) - 6);
  shape->bottom = (float)(MAX (y, end_y) + 6);
}

void
quo_paint_text (QuoPaint *paint, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  static guint n_layouts;
  gpointer number = g_object_get_data (G_OBJECT (layout), "quo-number");
  PangoRectangle logical;
  Shape *shape;

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (++n_layouts);
      g_object_set_data (G_OBJECT (layout), "quo-number", number);
    }
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  add_shape (paint, SHAPE_TEXT, color, x + logical.x - 2, y + logical.y - 2, logical.width + 4,
             logical.height + 4, x, y);
  shape = &g_array_index (paint->shapes, Shape, paint->shapes->len - 1);
  shape->text = GPOINTER_TO_UINT (number);
  g_hash_table_insert (paint->layouts, number, g_object_ref (layout));
}

static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2), c = r * (1 - ARC);

  cairo_move_to (cr, x + r, y);
  cairo_line_to (cr, x + width - r, y);
  cairo_curve_to (cr, x + width - c, y, x + width, y + c, x + width, y + r);
  cairo_line_to (cr, x + width, y + height - r);
  cairo_curve_to (cr, x + width, y + height - c, x + width - c, y + height, x + width - r,
                  y + height);
  cairo_line_to (cr, x + r, y + height);
  cairo_curve_to (cr, x + c, y + height, x, y + height - c, x, y + height - r);
  cairo_line_to (cr, x, y + r);
  cairo_curve_to (cr, x, y + c, x + c, y, x + r, y);
  cairo_close_path (cr);
}

static void
draw_outline (cairo_t *cr, const Shape *s)
{
  add_rounded (cr, s->x + s->b / 2, s->y + s->b / 2, s->width - s->b, s->height - s->b,
               s->a - s->b / 2);
  cairo_set_line_width (cr, s->b);
  cairo_stroke (cr);
}

static void
draw_repeated (cairo_t *cr, const Shape *s)
{
  gboolean is_down = s->kind == SHAPE_DASHES_DOWN;
  double end = is_down ? s->height : s->width;

  for (double at = 0; at < end; at += s->b)
    if (is_down)
      cairo_rectangle (cr, s->x, s->y + at, s->width, MIN (s->a, end - at));
    else
      cairo_rectangle (cr, s->x + at, s->y, MIN (s->a, end - at), s->height);
  cairo_fill (cr);
}

/* Eight corners are round enough for 2 px, and cheaper than curves. */
static void
draw_dots (cairo_t *cr, const Shape *s)
{
  double size = s->height, cut = size * 0.29;

  for (double x = s->x; x + size <= s->x + s->width + 0.01; x += s->a)
    {
      cairo_move_to (cr, x + cut, s->y);
      cairo_line_to (cr, x + size - cut, s->y);
      cairo_line_to (cr, x + size, s->y + cut);
      cairo_line_to (cr, x + size, s->y + size - cut);
      cairo_line_to (cr, x + size - cut, s->y + size);
      cairo_line_to (cr, x + cut, s->y + size);
      cairo_line_to (cr, x, s->y + size - cut);
      cairo_line_to (cr, x, s->y + cut);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

static void
draw_ring (cairo_t *cr, const Shape *s)
{
  const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, s->x + s->width / 2, s->y + s->width / 2, s->width / 2 - 1, 0, 2 * G_PI);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 1.3);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The corner of a block's outline, rounded as far as its sides allow. */
static void
add_corner (cairo_t *cr, const double *before, const double *corner, const double *after)
{
  double in = hypot (before[0] - corner[0], before[1] - corner[1]);
  double out = hypot (after[0] - corner[0], after[1] - corner[1]);
  double radius = MIN (BLOCK_RADIUS, MIN (in, out) / 2);
  double from[2], to[2];

  if (in < 0.5 || out < 0.5)
    {
      cairo_line_to (cr, corner[0], corner[1]);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      from[i] = corner[i] + (before[i] - corner[i]) / in * radius;
      to[i] = corner[i] + (after[i] - corner[i]) / out * radius;
    }
  cairo_line_to (cr, from[0], from[1]);
  cairo_curve_to (cr, from[0] + (corner[0] - from[0]) * ARC, from[1] + (corner[1] - from[1]) * ARC,
                  to[0] + (corner[0] - to[0]) * ARC, to[1] + (corner[1] - to[1]) * ARC, to[0],
                  to[1]);
}

/* Right sides downwards, left sides upwards. */
static void
draw_block (cairo_t *cr, const Shape *block)
{
  guint n = block->n_more, n_points = 0;
  g_autofree double *points = g_new (double, 8 * n);
  const Shape *boxes = block + 1;

#define ADD_POINT(px, py) (points[2 * n_points] = (px), points[2 * n_points + 1] = (py), n_points++)
  for (guint i = 0; i < n; i++)
    {
      ADD_POINT (boxes[i].a, boxes[i].y);
      ADD_POINT (boxes[i].a, boxes[i].b);
    }
  for (guint i = n; i-- > 0;)
    {
      ADD_POINT (boxes[i].x, boxes[i].b);
      ADD_POINT (boxes[i].x, boxes[i].y);
    }
#undef ADD_POINT
  for (guint i = 0; i < n_points; i++)
    add_corner (cr, &points[2 * ((i + n_points - 1) % n_points)], &points[2 * i],
                &points[2 * ((i + 1) % n_points)]);
  cairo_close_path (cr);
  cairo_fill_preserve (cr);
  if (block->a > 0)
    {
      gdk_cairo_set_source_rgba (cr, &boxes[0].color);
      cairo_set_line_width (cr, block->a);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
draw_link (cairo_t *cr, const Shape *s)
{
  double lane = s->a, end_x = s->width, end_y = s->height;
  double turn = end_y > s->y ? LINK_CORNER : -LINK_CORNER;
  double side = end_x > lane ? LINK_CORNER : -LINK_CORNER;

  cairo_save (cr);
  cairo_set_line_width (cr, s->b);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, s->x, s->y);
  cairo_curve_to (cr, lane, s->y, lane, s->y, lane, s->y + turn);
  cairo_line_to (cr, lane, end_y - turn);
  cairo_curve_to (cr, lane, end_y, lane, end_y, lane + side, end_y);
  cairo_line_to (cr, end_x, end_y);
  cairo_stroke (cr);
  cairo_arc (cr, end_x, end_y, LINK_DOT, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_text (cairo_t *cr, const Shape *s, GHashTable *layouts)
{
  cairo_move_to (cr, s->a, s->b);
  pango_cairo_show_layout (cr, g_hash_table_lookup (layouts, GUINT_TO_POINTER (s->text)));
  cairo_new_path (cr);
}

static void
draw_shape (cairo_t *cr, const Shape *s, GHashTable *layouts)
{
  gdk_cairo_set_source_rgba (cr, &s->color);
  switch ((ShapeKind)s->kind)
    {
    case SHAPE_RECT:
      cairo_rectangle (cr, s->x, s->y, s->width, s->height);
      cairo_fill (cr);
      break;
    case SHAPE_ROUNDED:
      add_rounded (cr, s->x, s->y, s->width, s->height, s->a);
      cairo_fill (cr);
      break;
    case SHAPE_OUTLINE:
      draw_outline (cr, s);
      break;
    case SHAPE_DASHES:
    case SHAPE_DASHES_DOWN:
      draw_repeated (cr, s);
      break;
    case SHAPE_DOTS:
      draw_dots (cr, s);
      break;
    case SHAPE_RING:
      draw_ring (cr, s);
      break;
    case SHAPE_BLOCK:
      draw_block (cr, s);
      break;
    case SHAPE_LINK:
      draw_link (cr, s);
      break;
    case SHAPE_TEXT:
      draw_text (cr, s, layouts);
      break;
    case SHAPE_BOX: /* drawn with its block */
      break;
    }
}

/* Widens @bounds, sideways only, to what the shape paints. */
static void
widen_bounds (const Shape *s, float *left, float *right)
{
  if (s->kind == SHAPE_LINK)
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
      const Shape *s = &g_array_index (shapes, Shape, i);

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
    draw_shape (cr, &g_array_index (shapes, Shape, i), layouts);
  cairo_destroy (cr);
  return node;
}

/* (transfer full) */
static GskRenderNode *
get_node (const GArray *shapes, GHashTable *layouts, float top, float bottom, GHashTable *kept)
{
  g_autoptr (GBytes) key = NULL;
  GskRenderNode *node;

  if (kept == NULL)
    return make_node (shapes, layouts, top, bottom);
  key = g_bytes_new (shapes->data, shapes->len * sizeof (Shape));
  node = g_hash_table_lookup (kept, key);
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
      const Shape *s = &g_array_index (shapes, Shape, i);

      if (s->top < bottom && s->bottom > top)
        g_array_append_vals (band, s, 1 + s->n_more);
      i += 1 + s->n_more;
    }
}

void
quo_paint_append (QuoPaint *paint, GtkSnapshot *snapshot, GHashTable *kept)
{
  g_autoptr (GArray) band = g_array_new (FALSE, FALSE, sizeof (Shape));
  float top = G_MAXFLOAT, bottom = -G_MAXFLOAT;

  for (guint i = 0; i < paint->shapes->len; i++)
    {
      const Shape *s = &g_array_index (paint->shapes, Shape, i);

      if (s->kind == SHAPE_BOX)
        continue;
      top = MIN (top, s->top);
      bottom = MAX (bottom, s->bottom);
    }
  for (float y = floorf (top / BAND) * BAND; y < bottom; y += BAND)
    {
      GskRenderNode *node;

      select_band (paint->shapes, y, y + BAND, band);
      if (band->len == 0)
        continue;
      node = get_node (band, paint->layouts, y, y + BAND, kept);
      gtk_snapshot_append_node (snapshot, node);
      gsk_render_node_unref (node);
    }
  g_array_set_size (paint->shapes, 0);
  g_hash_table_remove_all (paint->layouts);
}

GHashTable *
quo_paint_kept_new (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref,
                                (GDestroyNotify)gsk_render_node_unref);
}
