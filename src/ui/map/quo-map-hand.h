/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-world-map.h"

G_BEGIN_DECLS

/**
 * QuoMapHand:
 *
 * What keys, mouse, wheel and fingers do on a map: arrows and a drag move it; plus and minus, a
 * double click, a pinch, and the wheel with Ctrl zoom it; 0 shows all places; a click on a dot
 * chooses it, where there is something to choose.
 */
typedef struct _QuoMapHand QuoMapHand;

/* Lives as long as @map. */
QuoMapHand *quo_map_hand_new (QuoWorldMap *map) G_GNUC_WARN_UNUSED_RESULT;
void quo_map_hand_free (QuoMapHand *hand);

G_END_DECLS
