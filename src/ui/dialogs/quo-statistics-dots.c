/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of statistics as dots of a map. */
#include "quo-config.h"

#include "quo-statistics-dots.h"

#include "quo-map-words.h"
#include "quo-shown.h"

#include <glib/gi18n.h>

GPtrArray *
quo_statistics_list_dots (const QuoStatistics *all, guint n_most)
{
  GPtrArray *dots = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_map_place_free);

  for (guint i = 0; i < all->places->len && dots->len < n_most; i++)
    {
      const QuoPlaceCount *place = g_ptr_array_index (all->places, i);
      g_autofree char *name = NULL, *label = NULL, *words = NULL;
      QuoMapPoint point;
      QuoMapPlace *dot;

      if (!quo_map_point_parse (&point, place->lat, place->lon))
        continue;
      name = quo_shown (place->name);
      /* Translators: beside the dot of a place: its name, how often it is mentioned. */
      label = g_strdup_printf (C_ ("map", "%s  %u"), name, place->n_mentions);
      words = g_strdup_printf (ngettext ("%s, %u mention", "%s, %u mentions", place->n_mentions),
                               name, place->n_mentions);
      dot = quo_map_place_new (point, label, words);
      dot->n = place->n_mentions;
      g_ptr_array_add (dots, dot);
    }
  return dots;
}
