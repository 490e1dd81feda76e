/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-map-hand.h"
#include "quo-map-land.h"
#include "quo-world-map.h"

G_BEGIN_DECLS

/* What the map and the hand that moves it share. */

#define QUO_WORLD_MAP_ZOOM_STEP 1.5

struct _QuoWorldMap
{
  GtkWidget parent_instance;
  GPtrArray *places; /* of QuoMapPlace */
  QuoMapView view;
  gboolean is_moved; /* by the person: a new size does not fit it anew */
  gboolean is_choosing;
  QuoMapLand *land;    /* what is below the places */
  GdkTexture *texture; /* the places; NULL: they have changed */
  int texture_scale;
  QuoMapHand *hand;
};

/* Shows all places. */
void quo_world_map_fit (QuoWorldMap *map);
/* By pixels. */
void quo_world_map_pan (QuoWorldMap *map, double dx, double dy);
/* What lies at @x, @y (pixels) stays there. */
void quo_world_map_zoom (QuoWorldMap *map, double factor, double x, double y);
void quo_world_map_zoom_middle (QuoWorldMap *map, double factor);
/* The number of the place whose dot is nearest to the pixel, or -1: none is near. */
int quo_world_map_find_place (QuoWorldMap *map, double x, double y);
/* The person chose the place of this number. */
void quo_world_map_choose_place (QuoWorldMap *map, guint n);

G_END_DECLS
