/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a place lies, said and read. */
#include "quo-config.h"

#include "quo-map-words.h"

#include <glib/gi18n.h>
#include <math.h>

char *
quo_map_dup_words (QuoMapPoint point)
{
  /* Translators: degrees of latitude, as read aloud. */
  g_autofree char *lat = g_strdup_printf (
      point.lat < 0 ? _ ("%.1f degrees south") : _ ("%.1f degrees north"), fabs (point.lat));
  /* Translators: degrees of longitude, as read aloud. */
  g_autofree char *lon = g_strdup_printf (
      point.lon < 0 ? _ ("%.1f degrees west") : _ ("%.1f degrees east"), fabs (point.lon));

  /* Translators: latitude, longitude: "57.7 north, 12.0 east". */
  return g_strdup_printf (C_ ("coordinates", "%s, %s"), lat, lon);
}

char *
quo_map_dup_degrees (QuoMapPoint point)
{
  /* Translators: degrees of latitude; the letters stand for north and south. */
  g_autofree char *lat
      = g_strdup_printf (point.lat < 0 ? _ ("%.2f° S") : _ ("%.2f° N"), fabs (point.lat));
  /* Translators: degrees of longitude; the letters stand for east and west. */
  g_autofree char *lon
      = g_strdup_printf (point.lon < 0 ? _ ("%.2f° W") : _ ("%.2f° E"), fabs (point.lon));

  return g_strdup_printf (C_ ("coordinates", "%s, %s"), lat, lon);
}

static gboolean
parse (const char *text, double limit, double *ret_value)
{
  char *end = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  *ret_value = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*ret_value) && fabs (*ret_value) <= limit;
}

gboolean
quo_map_point_parse (QuoMapPoint *ret_point, const char *lat, const char *lon)
{
  QuoMapPoint point;

  if (!parse (lat, 90, &point.lat) || !parse (lon, 180, &point.lon))
    return FALSE;
  *ret_point = point;
  return TRUE;
}
