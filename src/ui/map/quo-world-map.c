/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as a widget. What it draws are two pictures, the land and the places on it, each made anew
 * only when something that is on it changed: moving the rest of the window costs a copy. */
#include "quo-config.h"

#include "quo-world-map-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define LEAST_WIDTH 120
#define LEAST_HEIGHT 80
#define NATURAL_WIDTH 260
#define NATURAL_HEIGHT 132
/* Round the places: room for a name and a dot. */
#define MARGIN 28
/* So far from a dot (pixels) it is still meant. */
#define REACH 6
/* So many places are named in the accessible name. */
#define MAX_SAID 12

G_DEFINE_FINAL_TYPE (QuoWorldMap, quo_world_map, GTK_TYPE_WIDGET)

enum
{
  PLACE_ACTIVATED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
redraw (QuoWorldMap *map)
{
  g_clear_object (&map->texture);
  gtk_widget_queue_draw (GTK_WIDGET (map));
}

/* --- what is seen ---------------------------------------------------------------------------- */

void
quo_world_map_fit (QuoWorldMap *map)
{
  g_autofree QuoMapPoint *points = g_new (QuoMapPoint, map->places->len);
  int width = gtk_widget_get_width (GTK_WIDGET (map));
  int height = gtk_widget_get_height (GTK_WIDGET (map));

  for (guint i = 0; i < map->places->len; i++)
    points[i] = ((const QuoMapPlace *)g_ptr_array_index (map->places, i))->point;
  map->view = quo_map_view_fit (points, map->places->len, width, height, MARGIN);
  map->is_moved = FALSE;
  redraw (map);
}

void
quo_world_map_pan (QuoWorldMap *map, double dx, double dy)
{
  quo_map_view_pan (&map->view, dx, dy);
  map->is_moved = TRUE;
  redraw (map);
}

void
quo_world_map_zoom (QuoWorldMap *map, double factor, double x, double y)
{
  if (!quo_map_view_zoom (&map->view, factor, x, y))
    return;
  map->is_moved = TRUE;
  redraw (map);
}

void
quo_world_map_zoom_middle (QuoWorldMap *map, double factor)
{
  quo_world_map_zoom (map, factor, map->view.width / 2, map->view.height / 2);
}

static void
on_zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  quo_world_map_zoom_middle (QUO_WORLD_MAP (widget), QUO_WORLD_MAP_ZOOM_STEP);
}

static void
on_zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  quo_world_map_zoom_middle (QUO_WORLD_MAP (widget), 1 / QUO_WORLD_MAP_ZOOM_STEP);
}

static void
on_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  quo_world_map_fit (QUO_WORLD_MAP (widget));
}

int
quo_world_map_find_place (QuoWorldMap *map, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  guint n_most = 1;
  int found = -1;

  for (guint i = 0; i < map->places->len; i++)
    n_most = MAX (n_most, ((const QuoMapPlace *)g_ptr_array_index (map->places, i))->n);
  for (guint i = 0; i < map->places->len; i++)
    {
      const QuoMapPlace *place = g_ptr_array_index (map->places, i);
      double place_x, place_y, distance;

      quo_map_view_project (&map->view, place->point, &place_x, &place_y);
      distance = hypot (x - place_x, y - place_y);
      if (distance > quo_map_place_get_radius (place, n_most) + REACH || distance >= nearest)
        continue;
      nearest = distance;
      found = (int)i;
    }
  return found;
}

void
quo_world_map_choose_place (QuoWorldMap *map, guint n)
{
  g_signal_emit (map, signals[PLACE_ACTIVATED], 0, n);
}

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  QuoWorldMap *map = QUO_WORLD_MAP (widget);
  int place = is_keyboard ? -1 : quo_world_map_find_place (map, x, y);

  if (place < 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip,
                        ((const QuoMapPlace *)g_ptr_array_index (map->places, place))->words);
  return TRUE;
}

/* --- drawing --------------------------------------------------------------------------------- */

static GdkTexture *
make_texture (QuoWorldMap *map, int width, int height, int scale)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  QuoPalette palette = quo_palette_get ();
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;
  int stride;

  cairo_scale (cr, scale, scale);
  quo_map_paint_places (cr, &map->view, map->places, &palette,
                        gtk_widget_get_pango_context (GTK_WIDGET (map)));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize)stride * (gsize)(height * scale),
                                      (GDestroyNotify)cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize)stride);
  return texture;
}

static void
quo_world_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuoWorldMap *map = QUO_WORLD_MAP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  QuoPalette palette = quo_palette_get ();

  if (width <= 0 || height <= 0)
    return;
  if (map->texture == NULL || map->texture_scale != scale)
    {
      g_clear_object (&map->texture);
      map->texture = make_texture (map, width, height, scale);
      map->texture_scale = scale;
    }
  quo_map_land_snapshot (map->land, snapshot, &map->view, &palette, scale);
  gtk_snapshot_append_texture (snapshot, map->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
}

static void
quo_world_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean is_wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_wide ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = is_wide ? NATURAL_WIDTH : NATURAL_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
quo_world_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuoWorldMap *map = QUO_WORLD_MAP (widget);

  if (width != map->view.width || height != map->view.height)
    {
      if (map->is_moved)
        quo_map_view_resize (&map->view, width, height);
      else
        quo_world_map_fit (map);
      g_clear_object (&map->texture);
    }
}

/* Another font or size of text is told here. */
static void
quo_world_map_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (quo_world_map_parent_class)->css_changed (widget, change);
  g_clear_object (&QUO_WORLD_MAP (widget)->texture);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
quo_world_map_dispose (GObject *object)
{
  QuoWorldMap *map = QUO_WORLD_MAP (object);

  g_clear_object (&map->texture);
  G_OBJECT_CLASS (quo_world_map_parent_class)->dispose (object);
}

static void
quo_world_map_finalize (GObject *object)
{
  QuoWorldMap *map = QUO_WORLD_MAP (object);

  quo_map_hand_free (map->hand);
  quo_map_land_free (map->land);
  g_ptr_array_unref (map->places);
  G_OBJECT_CLASS (quo_world_map_parent_class)->finalize (object);
}

static void
quo_world_map_class_init (QuoWorldMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_world_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = quo_world_map_finalize;
  widget_class->snapshot = quo_world_map_snapshot;
  widget_class->measure = quo_world_map_measure;
  widget_class->size_allocate = quo_world_map_size_allocate;
  widget_class->css_changed = quo_world_map_css_changed;
  widget_class->query_tooltip = on_query_tooltip;
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, on_zoom_in);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, on_zoom_out);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, on_fit);
  gtk_widget_class_set_css_name (widget_class, "worldmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[PLACE_ACTIVATED]
      = g_signal_new ("place-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
quo_world_map_init (QuoWorldMap *map)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  map->places = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_map_place_free);
  gtk_widget_set_focusable (GTK_WIDGET (map), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (map), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (map), TRUE);
  map->hand = quo_map_hand_new (map);
  map->land = quo_map_land_new (GTK_WIDGET (map));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (redraw), map, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (redraw), map,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
quo_world_map_new (void)
{
  return g_object_new (QUO_TYPE_WORLD_MAP, NULL);
}

/* "Map: Göteborg, Sweden, 57.7 north, 12.0 east; ...; and 3 more" */
static void
tell (QuoWorldMap *map)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_more = map->places->len - MIN (map->places->len, MAX_SAID);
  g_autofree char *name = NULL;

  for (guint i = 0; i < map->places->len - n_more; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "",
                            ((const QuoMapPlace *)g_ptr_array_index (map->places, i))->words);
  if (n_more > 0)
    g_string_append_printf (list, ngettext ("; and %u more place", "; and %u more places", n_more),
                            n_more);
  /* Translators: the places that a map shows. */
  name = g_strdup_printf (_ ("Map: %s"), list->str);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL,
      map->places->len > 0 ? name : _ ("Map without places"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      _ ("Arrows move it, plus and minus zoom, 0 shows all places"), -1);
}

void
quo_world_map_update_places (QuoWorldMap *map, GPtrArray *places)
{
  g_return_if_fail (QUO_IS_WORLD_MAP (map) && places != NULL);

  g_ptr_array_unref (map->places);
  map->places = places;
  tell (map);
  if (map->is_moved)
    redraw (map);
  else
    quo_world_map_fit (map);
}

void
quo_world_map_take_places (QuoWorldMap *map, GPtrArray *places)
{
  g_return_if_fail (QUO_IS_WORLD_MAP (map) && places != NULL);

  map->is_moved = FALSE;
  quo_world_map_update_places (map, places);
}

void
quo_world_map_set_choosing (QuoWorldMap *map, gboolean is_choosing)
{
  g_return_if_fail (QUO_IS_WORLD_MAP (map));
  map->is_choosing = is_choosing;
}

/* Each does an action of the map, wherever it stands. */
static void
on_button (GtkButton *button, QuoWorldMap *map)
{
  gtk_widget_activate_action (GTK_WIDGET (map), g_object_get_data (G_OBJECT (button), "action"),
                              NULL);
}

static void
add_button (QuoWorldMap *map, GtkWidget *box, const char *icon, const char *name,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_object_set_data (G_OBJECT (button), "action", (gpointer)action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_button), map, 0);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

GtkWidget *
quo_world_map_make_buttons (QuoWorldMap *map)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_val_if_fail (QUO_IS_WORLD_MAP (map), NULL);

  add_button (map, box, "zoom-out-symbolic", _ ("Show more of the map (−)"), "map.zoom-out");
  add_button (map, box, "zoom-fit-best-symbolic", _ ("Show all places (0)"), "map.fit");
  add_button (map, box, "zoom-in-symbolic", _ ("Show the map closer (+)"), "map.zoom-in");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

const QuoMapView *
quo_world_map_get_view (QuoWorldMap *map)
{
  g_return_val_if_fail (QUO_IS_WORLD_MAP (map), NULL);
  return &map->view;
}
