/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as a widget: what it shows, says, and does by keys; that it is drawn once, and never
 * mirrored. */
#include "quo-world-map.h"

#include <adwaita.h>
#include <string.h>

#define WIDTH 300
#define HEIGHT 200

static const QuoMapPoint GOTEBORG = { 57.70716, 11.96679 };

static GPtrArray *
make_places (guint n)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_map_place_free);

  for (guint i = 0; i < n; i++)
    {
      const QuoMapPoint point = { GOTEBORG.lat - i, GOTEBORG.lon + 2 * i };
      g_autofree char *name = g_strdup_printf ("Town %u", i + 1);
      QuoMapPlace *place = quo_map_place_new (point, name, name);

      place->n = i + 1;
      g_ptr_array_add (places, place);
    }
  return places;
}

static QuoWorldMap *
make_map (guint n)
{
  QuoWorldMap *map = QUO_WORLD_MAP (g_object_ref_sink (quo_world_map_new ()));
  int minimum;

  quo_world_map_take_places (map, make_places (n));
  gtk_widget_measure (GTK_WIDGET (map), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (map), WIDTH, HEIGHT, -1, NULL);
  return map;
}

/* (transfer full): what the widget draws. */
static GskRenderNode *
draw_node (QuoWorldMap *map)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (map)->snapshot (GTK_WIDGET (map), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return node;
}

/* (transfer full): the picture number @nth of the last that lie on each other. */
static GdkTexture *
draw_layer (QuoWorldMap *map, guint nth)
{
  GskRenderNode *node = draw_node (map);
  GskRenderNode *child
      = gsk_container_node_get_child (node, gsk_container_node_get_n_children (node) - 1 - nth);
  GdkTexture *texture;

  g_assert_cmpint (gsk_render_node_get_node_type (child), ==, GSK_TEXTURE_NODE);
  texture = g_object_ref (gsk_texture_node_get_texture (child));
  gsk_render_node_unref (node);
  return texture;
}

/* (transfer full): the pixels of what the widget draws. */
static cairo_surface_t *
draw (QuoWorldMap *map)
{
  const QuoMapView *view = quo_world_map_get_view (map);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)view->width, (int)view->height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node = draw_node (map);

  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (gsize)y * (gsize)cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + (gsize)x * sizeof pixel, sizeof pixel);
  return pixel & 0xffffff;
}

static guint32
get_number (GdkRGBA color)
{
  return (guint32)(color.red * 255 + 0.5f) << 16 | (guint32)(color.green * 255 + 0.5f) << 8
         | (guint32)(color.blue * 255 + 0.5f);
}

static void
assert_color (QuoWorldMap *map, QuoMapPoint point, GdkRGBA color)
{
  cairo_surface_t *surface = draw (map);
  double x, y;

  quo_map_view_project (quo_world_map_get_view (map), point, &x, &y);
  g_assert_cmphex (get_pixel (surface, x, y), ==, get_number (color));
  cairo_surface_destroy (surface);
}

/* A dot where the town is, land to its east, sea to its west. */
static void
test_draws (void)
{
  QuoWorldMap *map = make_map (1);
  QuoPalette palette = quo_palette_get ();
  QuoMapColors colors = quo_palette_map (&palette);

  assert_color (map, GOTEBORG, colors.dot);
  assert_color (map, (QuoMapPoint){ 58.3, 15.2 }, colors.land);
  assert_color (map, (QuoMapPoint){ 57.3, 9.0 }, colors.sea);
  g_assert_finalize_object (map);
}

/* In a language from right to left the east stays at the right. */
static void
test_not_mirrored (void)
{
  QuoWorldMap *map = make_map (1);
  cairo_surface_t *before = draw (map), *after;

  gtk_widget_set_direction (GTK_WIDGET (map), GTK_TEXT_DIR_RTL);
  gtk_widget_allocate (GTK_WIDGET (map), WIDTH, HEIGHT, -1, NULL);
  after = draw (map);
  for (guint x = 5; x < WIDTH; x += 20)
    g_assert_cmphex (get_pixel (before, x, 60), ==, get_pixel (after, x, 60));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  g_assert_finalize_object (map);
}

static void
activate (QuoWorldMap *map, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (map), action, NULL);
}

/* What did not change is not drawn again. */
static void
test_draws_once (void)
{
  QuoWorldMap *map = make_map (3);

  for (guint layer = 0; layer < 2; layer++)
    {
      g_autoptr (GdkTexture) first = draw_layer (map, layer), second = draw_layer (map, layer);
      g_autoptr (GdkTexture) third = NULL;

      g_assert_true (first == second);
      activate (map, "map.zoom-in");
      third = draw_layer (map, layer);
      g_assert_true (third != first);
    }
  g_assert_finalize_object (map);
}

static void
press (QuoWorldMap *map, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));
  gboolean is_done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_done);
    }
  g_assert_true (is_done);
}

static void
test_keys (void)
{
  QuoWorldMap *map = make_map (2);
  QuoMapView start = *quo_world_map_get_view (map);

  press (map, GDK_KEY_Right);
  g_assert_cmpfloat (quo_world_map_get_view (map)->x, >, start.x);
  press (map, GDK_KEY_Left);
  g_assert_cmpfloat_with_epsilon (quo_world_map_get_view (map)->x, start.x, 1e-6);
  press (map, GDK_KEY_Up);
  g_assert_cmpfloat (quo_world_map_get_view (map)->y, >, start.y);
  press (map, GDK_KEY_plus);
  g_assert_cmpfloat (quo_world_map_get_view (map)->scale, >, start.scale);
  press (map, GDK_KEY_minus);
  g_assert_cmpfloat_with_epsilon (quo_world_map_get_view (map)->scale, start.scale, 1e-6);
  press (map, GDK_KEY_0);
  g_assert_cmpfloat (quo_world_map_get_view (map)->y, ==, start.y);
  g_assert_finalize_object (map);
}

/* The land is drawn with something to spare: a step to the side needs no new picture of it. */
static void
test_land_moves (void)
{
  QuoWorldMap *map = make_map (2);
  g_autoptr (GdkTexture) land = draw_layer (map, 1), moved = NULL, far = NULL;
  QuoPalette palette = quo_palette_get ();
  QuoMapColors colors = quo_palette_map (&palette);

  press (map, GDK_KEY_Right);
  moved = draw_layer (map, 1);
  g_assert_true (moved == land);
  assert_color (map, (QuoMapPoint){ 58.3, 15.2 }, colors.land);
  for (guint i = 0; i < 3; i++)
    press (map, GDK_KEY_Right);
  far = draw_layer (map, 1);
  g_assert_true (far != land);
  g_assert_finalize_object (map);
}

/* The whole world is drawn in a thread: the frame does not wait for it. */
static void
test_world (void)
{
  QuoWorldMap *map = make_map (0);
  QuoPalette palette = quo_palette_get ();
  QuoMapColors colors = quo_palette_map (&palette);
  const QuoMapPoint inland = { 45, 100 };
  double x, y;
  gboolean is_land = FALSE;

  quo_map_view_project (quo_world_map_get_view (map), inland, &x, &y);
  assert_color (map, inland, colors.sea);
  while (!is_land)
    {
      cairo_surface_t *surface = draw (map);

      is_land = get_pixel (surface, x, y) == get_number (colors.land);
      cairo_surface_destroy (surface);
      g_main_context_iteration (NULL, !is_land);
    }
  g_assert_finalize_object (map);
}

/* Another size shows all places again, but not after somebody went elsewhere. */
static void
test_size (void)
{
  QuoWorldMap *map = make_map (2);
  double x, degrees;

  gtk_widget_allocate (GTK_WIDGET (map), 2 * WIDTH, 2 * HEIGHT, -1, NULL);
  g_assert_cmpfloat (quo_world_map_get_view (map)->width, ==, 2 * WIDTH);
  press (map, GDK_KEY_Right);
  x = quo_world_map_get_view (map)->x;
  degrees = quo_world_map_get_view (map)->width / quo_world_map_get_view (map)->scale;
  gtk_widget_allocate (GTK_WIDGET (map), WIDTH, HEIGHT, -1, NULL);
  g_assert_cmpfloat_with_epsilon (quo_world_map_get_view (map)->x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (WIDTH / quo_world_map_get_view (map)->scale, degrees, 1e-6);
  g_assert_finalize_object (map);
}

static void
assert_said (guint n, const char *wanted)
{
  QuoWorldMap *map = make_map (n);
  char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (map),
                                                    GTK_ACCESSIBLE_PROPERTY_LABEL, wanted);

  g_assert_null (wrong);
  g_assert_finalize_object (map);
}

static void
test_said (void)
{
  assert_said (0, "Map without places");
  assert_said (2, "Map: Town 1; Town 2");
  assert_said (14, "Map: Town 1; Town 2; Town 3; Town 4; Town 5; Town 6; Town 7; Town 8; Town 9; "
                   "Town 10; Town 11; Town 12; and 2 more places");
}

static void
on_place (QuoWorldMap *map, guint n, guint *chosen)
{
  *chosen = n;
}

/* A click near the dot of the second place. */
static void
click_second (QuoWorldMap *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));
  double x, y;

  quo_map_view_project (quo_world_map_get_view (map),
                        (QuoMapPoint){ GOTEBORG.lat - 1, GOTEBORG.lon + 2 }, &x, &y);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x + 3, y - 3);
    }
}

/* Dots are chosen only where there is a choice. */
static void
test_choosing (void)
{
  QuoWorldMap *map = make_map (3);
  guint chosen = G_MAXUINT;

  g_signal_connect (map, "place-activated", G_CALLBACK (on_place), &chosen);
  click_second (map);
  g_assert_cmpuint (chosen, ==, G_MAXUINT);
  quo_world_map_set_choosing (map, TRUE);
  click_second (map);
  g_assert_cmpuint (chosen, ==, 1);
  g_assert_finalize_object (map);
}

/* Thousands of places, all round the world: drawn, and only so many names. */
static void
test_many (void)
{
  QuoWorldMap *map = make_map (0);
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_map_place_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GdkTexture) texture = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      const QuoMapPoint point
          = { g_rand_double_range (rand, -90, 90), g_rand_double_range (rand, -180, 180) };

      g_ptr_array_add (places, quo_map_place_new (point, "Somewhere", "Somewhere"));
    }
  quo_world_map_take_places (map, places);
  texture = draw_layer (map, 0);
  g_assert_cmpfloat_with_epsilon (quo_world_map_get_view (map)->scale, WIDTH / 360.0, 0.2);
  g_assert_finalize_object (map);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/world-map/draws", test_draws);
  g_test_add_func ("/ui/world-map/not-mirrored", test_not_mirrored);
  g_test_add_func ("/ui/world-map/draws-once", test_draws_once);
  g_test_add_func ("/ui/world-map/land-moves", test_land_moves);
  g_test_add_func ("/ui/world-map/world", test_world);
  g_test_add_func ("/ui/world-map/keys", test_keys);
  g_test_add_func ("/ui/world-map/size", test_size);
  g_test_add_func ("/ui/world-map/said", test_said);
  g_test_add_func ("/ui/world-map/choosing", test_choosing);
  g_test_add_func ("/ui/world-map/many", test_many);
  return g_test_run ();
}
