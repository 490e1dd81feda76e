/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-map-paint.h"

G_BEGIN_DECLS

/**
 * QuoMapLand:
 *
 * The world below the places of a map, kept as a picture: a little more of it than is seen, so that
 * to move the map costs a copy. Where much of the world is seen it is drawn in a thread; until it
 * is ready the last picture stands in, moved and stretched, and before the first one there is sea.
 */
typedef struct _QuoMapLand QuoMapLand;

/* @map is drawn again when a picture is ready; the land may outlive it. */
QuoMapLand *quo_map_land_new (GtkWidget *map) G_GNUC_WARN_UNUSED_RESULT;
void quo_map_land_free (QuoMapLand *land);
/* Draws what @view shows, from the origin on. @scale: pixels of the screen for one of the view. */
void quo_map_land_snapshot (QuoMapLand *land, GtkSnapshot *snapshot, const QuoMapView *view,
                            const QuoPalette *palette, int scale);

G_END_DECLS
