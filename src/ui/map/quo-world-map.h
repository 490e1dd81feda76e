/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-map-paint.h"

G_BEGIN_DECLS

/**
 * QuoWorldMap:
 *
 * A map of the part of the world in which some places lie, each as a dot. It is never mirrored, and
 * nothing on it moves by itself.
 *
 * Arrows move it, + and - zoom, 0 shows all places again; so do a drag, a double click, a pinch,
 * and the wheel with Ctrl. What it shows is said in its accessible name.
 *
 * CSS node `worldmap`. Signal `place-activated (guint n)`: the dot of the place number @n was
 * clicked; only where quo_world_map_set_choosing().
 */
#define QUO_TYPE_WORLD_MAP (quo_world_map_get_type ())
G_DECLARE_FINAL_TYPE (QuoWorldMap, quo_world_map, QUO, WORLD_MAP, GtkWidget)

GtkWidget *quo_world_map_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (element-type QuoMapPlace): shows these, all of them. */
void quo_world_map_take_places (QuoWorldMap *map, GPtrArray *places);
/* The same, of those it shows already at another zoom: what is seen does not move. */
void quo_world_map_update_places (QuoWorldMap *map, GPtrArray *places);
/* Dots are there to be chosen from. */
void quo_world_map_set_choosing (QuoWorldMap *map, gboolean is_choosing);
/* (transfer floating): buttons that zoom it, to be put beside a map that is large enough. */
GtkWidget *quo_world_map_make_buttons (QuoWorldMap *map) G_GNUC_WARN_UNUSED_RESULT;
/* What is shown now. */
const QuoMapView *quo_world_map_get_view (QuoWorldMap *map);

G_END_DECLS
