/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-map-view.h"
#include "quo-outlines.h"
#include "quo-palette.h"

G_BEGIN_DECLS

/**
 * QuoMapPlace:
 * @name: (nullable): stands beside the dot where there is room
 * @words: what is said of the place: "Göteborg, Sweden, 57.7 north, 12.0 east"
 * @sign: (nullable): a digit that stands in the dot
 * @n: how often it is mentioned: the size of the dot; at least 1
 * @is_chosen: drawn larger, above the others, and its name always
 *
 * A dot of a map.
 */
typedef struct
{
  QuoMapPoint point;
  char *name, *words, *sign;
  guint n;
  gboolean is_chosen;
} QuoMapPlace;

QuoMapPlace *quo_map_place_new (QuoMapPoint point, const char *name,
                                const char *words) G_GNUC_WARN_UNUSED_RESULT;
void quo_map_place_free (QuoMapPlace *place);
/* The radius of its dot in pixels, beside a largest one of @n_most. */
double quo_map_place_get_radius (const QuoMapPlace *place, guint n_most);

/* What maps are drawn of; NULL when the file in the program is damaged, which is said with
 * g_message(). The first call reads it, in some milliseconds; any thread. */
const QuoOutlines *quo_map_get_outlines (void);

/* How many points of outlines are in sight: what it costs to draw them. */
guint quo_map_count_points (const QuoMapView *view, const QuoOutlines *outlines);
/* Sea, land and borders, from the origin of @cr on, as large as @view is. @outlines NULL: sea. */
void quo_map_paint_world (cairo_t *cr, const QuoMapView *view, const QuoOutlines *outlines,
                          const QuoPalette *palette);
/* The dots and names of @places (element-type QuoMapPlace) over it. Names go to the right of their
 * dots, else to the left, above or below, whatever the direction of writing: a map is not mirrored;
 * those for which there is no room are left out. @context: of the font of the names. */
void quo_map_paint_places (cairo_t *cr, const QuoMapView *view, GPtrArray *places,
                           const QuoPalette *palette, PangoContext *context);

G_END_DECLS
