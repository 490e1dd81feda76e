/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the outlines of the world. A line may be damaged in any way: each number is checked where
 * it is read, and no more points are made than there are bytes. */
#include "quo-config.h"

#include "quo-outlines.h"

#include "quo-error.h"
#include "quo-map-view.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAGIC "QUOMAP01"
#define HEADER_SIZE 24
/* A line has at least a byte of its count and two of each point. */
#define LEAST_POINT 2
/* A line that crosses 180 degrees goes on beyond it. */
#define MAX_LONGITUDE 360

typedef struct
{
  QuoOutlines base;
  QuoOutline *lines;
  GArray *points; /* of QuoOutlinePoint, of all lines */
} Owned;

typedef struct
{
  const guint8 *start, *at, *end;
  double units;
  Owned *owned;
} Reader;

static gboolean
fail (const Reader *reader, GError **error, const char *what)
{
  g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID, _ ("Outlines of the map: byte %u: %s"),
               (guint)(reader->at - reader->start), what);
  return FALSE;
}

static gboolean
read_varint (Reader *reader, guint32 *ret_n)
{
  guint32 n = 0;

  for (guint shift = 0; reader->at < reader->end && shift < 32; shift += 7)
    {
      guint8 byte = *reader->at++;

      n |= (guint32)(byte & 0x7f) << shift;
      if (byte < 0x80)
        {
          *ret_n = n;
          return TRUE;
        }
    }
  return FALSE;
}

/* Adds the next number to @sum, which stays within ±@limit degrees. */
static gboolean
read_step (Reader *reader, gint64 *sum, double limit)
{
  guint32 n;

  if (!read_varint (reader, &n))
    return FALSE;
  *sum += (gint64)(n >> 1) ^ -(gint64)(n & 1);
  return *sum >= -limit * reader->units && *sum <= limit * reader->units;
}

static gboolean
read_line (Reader *reader, QuoOutline *line, guint least, GError **error)
{
  GArray *points = reader->owned->points;
  gint64 lon = 0, lat = 0;

  if (!read_varint (reader, &line->n_points) || line->n_points < least
      || line->n_points > (guint)(reader->end - reader->at) / LEAST_POINT)
    return fail (reader, error, _ ("a line has too few or too many points"));
  *line = (QuoOutline){ .n_points = line->n_points,
                        .west = MAX_LONGITUDE,
                        .east = -MAX_LONGITUDE,
                        .south = MAX_LONGITUDE,
                        .north = -MAX_LONGITUDE };
  for (guint i = 0; i < line->n_points; i++)
    {
      QuoOutlinePoint point;

      if (!read_step (reader, &lon, MAX_LONGITUDE) || !read_step (reader, &lat, 90))
        return fail (reader, error, _ ("a point is not on the globe"));
      point.x = (float)(lon / reader->units);
      point.y = (float)quo_map_mercator (lat / reader->units);
      line->west = MIN (line->west, point.x);
      line->east = MAX (line->east, point.x);
      line->south = MIN (line->south, point.y);
      line->north = MAX (line->north, point.y);
      g_array_append_val (points, point);
    }
  return TRUE;
}

static guint32
get_32 (const Reader *reader, gsize offset)
{
  guint32 n;

  memcpy (&n, reader->start + offset, sizeof n);
  return GUINT32_FROM_LE (n);
}

static gboolean
read_header (Reader *reader, GError **error)
{
  gsize size = (gsize)(reader->end - reader->start);
  QuoOutlines *base = &reader->owned->base;

  if (size < HEADER_SIZE || memcmp (reader->start, MAGIC, strlen (MAGIC)) != 0)
    return fail (reader, error, _ ("this is no file of outlines of this version of Quotidian"));
  reader->units = get_32 (reader, 8);
  base->n_land = get_32 (reader, 12);
  base->n_borders = get_32 (reader, 16);
  if (get_32 (reader, 20) != size)
    return fail (reader, error, _ ("the file is cut off or has something behind its end"));
  if (reader->units < 1 || (guint64)base->n_land + base->n_borders > size / LEAST_POINT)
    return fail (reader, error, _ ("more lines than there are bytes"));
  reader->at += HEADER_SIZE;
  return TRUE;
}

/* The points may have moved while they were added: only now is it known where each line begins. */
static void
point_lines (Owned *owned, guint n_lines)
{
  const QuoOutlinePoint *points = (const QuoOutlinePoint *)(gpointer)owned->points->data;

  for (guint i = 0; i < n_lines; points += owned->lines[i++].n_points)
    owned->lines[i].points = points;
  owned->base.land = owned->lines;
  owned->base.borders = owned->lines + owned->base.n_land;
}

static gboolean
read_all (Reader *reader, GError **error)
{
  Owned *owned = reader->owned;
  guint n_lines;

  if (!read_header (reader, error))
    return FALSE;
  n_lines = owned->base.n_land + owned->base.n_borders;
  owned->lines = g_new0 (QuoOutline, n_lines);
  for (guint i = 0; i < n_lines; i++)
    if (!read_line (reader, &owned->lines[i], i < owned->base.n_land ? 3 : 2, error))
      return FALSE;
  if (reader->at != reader->end)
    return fail (reader, error, _ ("the file is cut off or has something behind its end"));
  point_lines (owned, n_lines);
  return TRUE;
}

QuoOutlines *
quo_outlines_read (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *start = g_bytes_get_data (bytes, &size);
  Owned *owned = g_new0 (Owned, 1);
  Reader reader = { .start = start, .at = start, .end = start + size, .owned = owned };

  owned->points = g_array_sized_new (FALSE, FALSE, sizeof (QuoOutlinePoint),
                                     (guint)MIN (size / LEAST_POINT, G_MAXUINT16));
  if (read_all (&reader, error))
    return &owned->base;
  quo_outlines_free (&owned->base);
  return NULL;
}

void
quo_outlines_free (QuoOutlines *outlines)
{
  Owned *owned = (Owned *)outlines;

  g_array_unref (owned->points);
  g_free (owned->lines);
  g_free (owned);
}
