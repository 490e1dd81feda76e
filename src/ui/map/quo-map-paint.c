/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a map with cairo, on the screen and on paper. */
#include "quo-config.h"

#include "quo-map-paint.h"

#include <math.h>

/* A point this near to the one before (pixels) is left out. */
#define LEAST_STEP 1.0
/* An island smaller than this is not seen. */
#define LEAST_SIZE 0.6
/* Lines are as thick as this at most (pixels). */
#define BEYOND 4
#define WHOLE 360.0
#define RADIUS 3.0
/* Above so many mentions dots grow by their share of the most. */
#define MANY 64
#define CHOSEN_GROWTH 2.0
#define HALO 3.5
/* The size of names beside the text of the desktop. */
#define NAME_SCALE 0.82

QuoMapPlace *
quo_map_place_new (QuoMapPoint point, const char *name, const char *words)
{
  QuoMapPlace *place = g_new0 (QuoMapPlace, 1);

  *place
      = (QuoMapPlace){ .point = point, .name = g_strdup (name), .words = g_strdup (words), .n = 1 };
  return place;
}

void
quo_map_place_free (QuoMapPlace *place)
{
  g_free (place->name);
  g_free (place->words);
  g_free (place->sign);
  g_free (place);
}

double
quo_map_place_get_radius (const QuoMapPlace *place, guint n_most)
{
  double grown = sqrt (MAX (place->n, 1));

  if (n_most > MANY)
    grown = MAX (1, grown * sqrt (MANY / (double)n_most));
  if (place->sign != NULL)
    return 8;
  return RADIUS + grown + (place->is_chosen ? CHOSEN_GROWTH : 0);
}

/* --- the world ------------------------------------------------------------------------------- */

static gpointer
read_outlines (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/io/github/quotidian/Quotidian/map/quotidian.outlines",
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  QuoOutlines *outlines = bytes != NULL ? quo_outlines_read (bytes, &error) : NULL;

  if (outlines == NULL)
    g_message ("%s", error->message);
  return outlines;
}

const QuoOutlines *
quo_map_get_outlines (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_outlines, NULL);
}

static void
set_color (cairo_t *cr, GdkRGBA color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

/* Where the lines of one turn round the world are to be drawn. */
typedef struct
{
  cairo_t *cr;
  const QuoMapView *view;
  double left, top; /* pixels of 0 degrees east and north */
} Turn;

static gboolean
is_seen (const Turn *turn, const QuoOutline *line)
{
  const QuoMapView *view = turn->view;

  if ((line->east - line->west) * view->scale < LEAST_SIZE
      && (line->north - line->south) * view->scale < LEAST_SIZE)
    return FALSE;
  return turn->left + line->east * view->scale >= 0
         && turn->left + line->west * view->scale <= view->width
         && turn->top - line->south * view->scale >= 0
         && turn->top - line->north * view->scale <= view->height;
}

/* Whether the line goes to the south pole, where there is no shore. */
static gboolean
is_cut (const QuoOutlinePoint *a, const QuoOutlinePoint *b, float south)
{
  return a->y <= south || b->y <= south;
}

/* On which sides of the view a point lies outside it, one bit each. */
static guint
get_sides (const Turn *turn, double x, double y)
{
  const QuoMapView *view = turn->view;

  return (x < -BEYOND ? 1u : 0) | (x > view->width + BEYOND ? 2u : 0) | (y < -BEYOND ? 4u : 0)
         | (y > view->height + BEYOND ? 8u : 0);
}

static gboolean
is_beyond (const Turn *turn, const QuoOutlinePoint *point, guint sides)
{
  return sides != 0
         && (sides
             & get_sides (turn, turn->left + point->x * turn->view->scale,
                          turn->top - point->y * turn->view->scale))
                != 0;
}

/* Adds a line to the path; @skips_cuts: the edges that only the file has are left out. So are
 * points between others that all lie beyond the same side: what is seen stays the same. */
static void
add_line (const Turn *turn, const QuoOutline *line, gboolean is_ring, gboolean skips_cuts)
{
  double last_x = 0, last_y = 0;
  guint beyond = 0;
  float south = (float)quo_map_mercator (-QUO_MAP_MAX_LATITUDE) + 0.01f;
  guint n = line->n_points + (is_ring && skips_cuts ? 1 : 0);

  for (guint i = 0; i < n; i++)
    {
      const QuoOutlinePoint *point = &line->points[i % line->n_points];
      double x = turn->left + point->x * turn->view->scale;
      double y = turn->top - point->y * turn->view->scale;
      guint sides = get_sides (turn, x, y);

      if (i > 0 && i + 1 < n && !(skips_cuts && is_cut (point, &line->points[i - 1], south))
          && is_beyond (turn, &line->points[(i + 1) % line->n_points], beyond & sides))
        {
          beyond &= sides;
          continue;
        }
      beyond = sides;
      if (i == 0 || (skips_cuts && is_cut (point, &line->points[i - 1], south)))
        cairo_move_to (turn->cr, x, y);
      else if (i + 1 < n && fabs (x - last_x) + fabs (y - last_y) < LEAST_STEP)
        continue;
      else
        cairo_line_to (turn->cr, x, y);
      last_x = x;
      last_y = y;
    }
  if (is_ring && !skips_cuts)
    cairo_close_path (turn->cr);
}

/* @number: -1 to 1, the world that lies in the middle is 0. */
static Turn
get_turn (cairo_t *cr, const QuoMapView *view, int number)
{
  return (Turn){ .cr = cr,
                 .view = view,
                 .left = view->width / 2 + (number * WHOLE - view->x) * view->scale,
                 .top = view->height / 2 + view->y * view->scale };
}

static void
add_lines (cairo_t *cr, const QuoMapView *view, const QuoOutline *lines, guint n_lines,
           gboolean is_ring, gboolean skips_cuts)
{
  for (int number = -1; number <= 1; number++)
    {
      const Turn turn = get_turn (cr, view, number);

      for (guint i = 0; i < n_lines; i++)
        if (is_seen (&turn, &lines[i]))
          add_line (&turn, &lines[i], is_ring, skips_cuts);
    }
}

guint
quo_map_count_points (const QuoMapView *view, const QuoOutlines *outlines)
{
  guint n = 0;

  for (int number = -1; number <= 1 && outlines != NULL; number++)
    {
      const Turn turn = get_turn (NULL, view, number);

      for (guint i = 0; i < outlines->n_land; i++)
        n += is_seen (&turn, &outlines->land[i]) ? outlines->land[i].n_points : 0;
      for (guint i = 0; i < outlines->n_borders; i++)
        n += is_seen (&turn, &outlines->borders[i]) ? outlines->borders[i].n_points : 0;
    }
  return n;
}

void
quo_map_paint_world (cairo_t *cr, const QuoMapView *view, const QuoOutlines *outlines,
                     const QuoPalette *palette)
{
  QuoMapColors colors = quo_palette_map (palette);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  set_color (cr, colors.sea);
  cairo_paint (cr);
  if (outlines != NULL)
    {
      /* All land is one path: where it meets itself at 180 degrees no line shines through. */
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      add_lines (cr, view, outlines->land, outlines->n_land, TRUE, FALSE);
      set_color (cr, colors.land);
      cairo_fill (cr);
      add_lines (cr, view, outlines->land, outlines->n_land, TRUE, TRUE);
      add_lines (cr, view, outlines->borders, outlines->n_borders, FALSE, FALSE);
      set_color (cr, colors.border);
      cairo_set_line_width (cr, colors.border_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* --- the places ------------------------------------------------------------------------------ */

/* A dot with its name: what is kept free of other names. */
typedef struct
{
  const QuoMapPlace *place;
  double x, y, radius;
} Dot;

typedef struct
{
  cairo_t *cr;
  const QuoMapView *view;
  const QuoPalette *palette;
  QuoMapColors colors;
  PangoContext *context;
  GArray *dots;                  /* of Dot, the first is the most important */
  GArray *taken;                 /* of cairo_rectangle_t: where names stand */
  int least_width, least_height; /* of a name: of its two letters, in pixels */
} Painter;

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const QuoMapPlace *one = ((const Dot *)a)->place, *two = ((const Dot *)b)->place;

  if (one->is_chosen != two->is_chosen)
    return one->is_chosen ? -1 : 1;
  if (one->n != two->n)
    return one->n > two->n ? -1 : 1;
  return g_strcmp0 (one->name, two->name);
}

static void
gather_dots (Painter *painter, GPtrArray *places)
{
  guint n_most = 1;

  for (guint i = 0; i < places->len; i++)
    n_most = MAX (n_most, ((const QuoMapPlace *)g_ptr_array_index (places, i))->n);
  for (guint i = 0; i < places->len; i++)
    {
      Dot dot = { .place = g_ptr_array_index (places, i) };

      quo_map_view_project (painter->view, dot.place->point, &dot.x, &dot.y);
      dot.radius = quo_map_place_get_radius (dot.place, n_most);
      if (dot.x >= -dot.radius && dot.x <= painter->view->width + dot.radius && dot.y >= -dot.radius
          && dot.y <= painter->view->height + dot.radius)
        g_array_append_val (painter->dots, dot);
    }
  g_array_sort (painter->dots, compare_dots);
}

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Whether a name may stand in @box: on the map, on no other name and on no other dot. */
static gboolean
is_free (const Painter *painter, const cairo_rectangle_t *box, const Dot *own)
{
  if (box->x < 2 || box->y < 2 || box->x + box->width > painter->view->width - 2
      || box->y + box->height > painter->view->height - 2)
    return FALSE;
  for (guint i = 0; i < painter->taken->len; i++)
    if (overlap (box, &g_array_index (painter->taken, cairo_rectangle_t, i)))
      return FALSE;
  for (guint i = 0; i < painter->dots->len; i++)
    {
      const Dot *dot = &g_array_index (painter->dots, Dot, i);
      cairo_rectangle_t disc
          = { dot->x - dot->radius, dot->y - dot->radius, 2 * dot->radius, 2 * dot->radius };

      if (dot != own && overlap (box, &disc))
        return FALSE;
    }
  return TRUE;
}

/* Right, left, below, above. FALSE: there is no room. */
static gboolean
find_room (const Painter *painter, const Dot *dot, cairo_rectangle_t *box)
{
  double gap = dot->radius + HALO + 1;
  const double left[] = { dot->x + gap, dot->x - gap - box->width, dot->x - box->width / 2,
                          dot->x - box->width / 2 };
  const double top[] = { dot->y - box->height / 2, dot->y - box->height / 2, dot->y + gap,
                         dot->y - gap - box->height };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      box->x = round (left[i]);
      box->y = round (top[i]);
      if (is_free (painter, box, dot))
        return TRUE;
    }
  box->x = CLAMP (round (left[0]), 2, MAX (2, painter->view->width - box->width - 2));
  box->y = CLAMP (round (top[2]), 2, MAX (2, painter->view->height - box->height - 2));
  return dot->place->is_chosen;
}

static void
add_plate (cairo_t *cr, const cairo_rectangle_t *box, double radius)
{
  double right = box->x + box->width, bottom = box->y + box->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static PangoLayout *
make_layout (const Painter *painter, const char *text)
{
  PangoLayout *layout = pango_layout_new (painter->context);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (painter->context));
  double size = pango_font_description_get_size (font) * NAME_SCALE;

  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  /* The size on the screen is in pixels, on paper in points. */
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int)size);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
measure_least (Painter *painter)
{
  g_autoptr (PangoLayout) layout = make_layout (painter, "Il");

  pango_layout_get_pixel_size (layout, &painter->least_width, &painter->least_height);
}

static cairo_rectangle_t
make_box (int width, int height)
{
  return (cairo_rectangle_t){ 0, 0, width + 6, height + 2 };
}

/* Whether it is worth laying the name out: in a crowd most have no room for two letters. */
static gboolean
may_have_room (const Painter *painter, const Dot *dot)
{
  cairo_rectangle_t box = make_box (painter->least_width, painter->least_height);

  return find_room (painter, dot, &box);
}

static void
paint_name (Painter *painter, const Dot *dot)
{
  g_autoptr (PangoLayout) layout = NULL;
  cairo_rectangle_t box;
  int width, height;

  if (dot->place->name == NULL || !may_have_room (painter, dot))
    return;
  layout = make_layout (painter, dot->place->name);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int)(MAX (painter->view->width - 12, 40) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, &width, &height);
  box = make_box (width, height);
  if (!find_room (painter, dot, &box))
    return;
  g_array_append_val (painter->taken, box);
  add_plate (painter->cr, &box, 4);
  set_color (painter->cr, painter->colors.plate);
  cairo_fill (painter->cr);
  set_color (painter->cr, painter->palette->text);
  pango_layout_set_width (layout, -1);
  if (width + 12 > painter->view->width)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  cairo_move_to (painter->cr, box.x + 3, box.y + 1);
  pango_cairo_show_layout (painter->cr, layout);
}

static void
paint_disc (Painter *painter, const Dot *dot)
{
  cairo_t *cr = painter->cr;
  GdkRGBA halo = painter->colors.dot;

  halo.alpha = painter->palette->is_high_contrast ? 1 : 0.22f;
  cairo_arc (cr, dot->x, dot->y, dot->radius + HALO, 0, 2 * G_PI);
  set_color (cr, halo);
  cairo_fill (cr);
  /* A ring of land keeps dots apart that touch, and the dot from its hard halo. */
  cairo_arc (cr, dot->x, dot->y, dot->radius + 1, 0, 2 * G_PI);
  set_color (cr, painter->colors.land);
  cairo_fill (cr);
  cairo_arc (cr, dot->x, dot->y, dot->radius, 0, 2 * G_PI);
  set_color (cr, painter->colors.dot);
  cairo_fill (cr);
}

static void
paint_sign (Painter *painter, const Dot *dot)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width, height;

  if (dot->place->sign == NULL)
    return;
  layout = make_layout (painter, dot->place->sign);
  pango_layout_get_pixel_size (layout, &width, &height);
  set_color (painter->cr, painter->colors.land);
  cairo_move_to (painter->cr, dot->x - width / 2.0, dot->y - height / 2.0);
  pango_cairo_show_layout (painter->cr, layout);
}

void
quo_map_paint_places (cairo_t *cr, const QuoMapView *view, GPtrArray *places,
                      const QuoPalette *palette, PangoContext *context)
{
  Painter painter = { .cr = cr,
                      .view = view,
                      .palette = palette,
                      .colors = quo_palette_map (palette),
                      .context = context,
                      .dots = g_array_new (FALSE, FALSE, sizeof (Dot)),
                      .taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t)) };

  gather_dots (&painter, places);
  measure_least (&painter);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  /* The most important one last, over the others; but its name first, where there is room yet. */
  for (guint i = painter.dots->len; i-- > 0;)
    {
      paint_disc (&painter, &g_array_index (painter.dots, Dot, i));
      paint_sign (&painter, &g_array_index (painter.dots, Dot, i));
    }
  for (guint i = 0; i < painter.dots->len; i++)
    paint_name (&painter, &g_array_index (painter.dots, Dot, i));
  cairo_restore (cr);
  g_array_unref (painter.dots);
  g_array_unref (painter.taken);
}
