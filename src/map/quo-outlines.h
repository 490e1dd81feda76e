/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A point of a line, in degrees east, and in degrees north as quo_map_mercator() gives them. */
typedef struct
{
  float x, y;
} QuoOutlinePoint;

/* A line, and the box it lies in: at most from -360 to 360 degrees, since a line that crosses 180
 * degrees goes on beyond it. A ring does not repeat its first point. One that goes round the south
 * pole has it in two corners. */
typedef struct
{
  const QuoOutlinePoint *points;
  guint n_points;
  float west, east, south, north;
} QuoOutline;

/**
 * QuoOutlines:
 * @land: rings; what is inside an odd number of them is land (Natural Earth, 1:50 million)
 * @borders: what two countries share
 *
 * The outlines of the world, as data/map/build.mjs writes them. All numbers of the file are
 * little-endian; a varint is LEB128, a signed number goes into one as zigzag (0, -1, 1, -2 ...).
 *
 * | part    | what                                                                            |
 * |---------|---------------------------------------------------------------------------------|
 * | header  | 24 bytes: "QUOMAP01"; as 32 bits each the units of a degree, the count of rings |
 * |         | of land, the count of borders, the size of the file                             |
 * | lines   | rings, then borders: count of points, then of each point longitude and latitude |
 * |         | in units, as the distance from the point before (of the first: from 0, 0)       |
 *
 * Immutable; may be used from every thread.
 */
typedef struct
{
  const QuoOutline *land, *borders;
  guint n_land, n_borders;
} QuoOutlines;

/**
 * quo_outlines_read:
 * @bytes: of such a file; nothing in it is trusted
 *
 * Any thread. Linear; some milliseconds.
 *
 * Returns: (transfer full): NULL with %QUO_ERROR_INVALID, which says what is wrong at which byte
 */
QuoOutlines *quo_outlines_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_outlines_free (QuoOutlines *outlines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoOutlines, quo_outlines_free)

G_END_DECLS
