/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which places an article names, and how often. */
#include "quo-statistics-private.h"

#include <string.h>

/* The registers that say which place it is, the most exact first. */
static const char *const REGISTERS[] = { "geonames", "wikidata", "iso3166" };

gboolean
quo_type_is_place (const char *type)
{
  return g_strcmp0 (type, "place") == 0;
}

static void
free_place (QuoPlaceCount *place)
{
  g_free (place->key);
  g_free (place->name);
  g_free (place->lat);
  g_free (place->lon);
  g_free (place);
}

GPtrArray *
quo_statistics_new_places (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)free_place);
}

int
quo_statistics_compare_places (gconstpointer a, gconstpointer b)
{
  const QuoPlaceCount *one = *(const QuoPlaceCount *const *)a;
  const QuoPlaceCount *two = *(const QuoPlaceCount *const *)b;

  if (one->n_mentions != two->n_mentions)
    return one->n_mentions > two->n_mentions ? -1 : 1;
  return g_utf8_collate (one->name, two->name);
}

static char *
dup_name_key (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strconcat ("name:", folded, NULL);
}

static char *
dup_key (const QuoEntity *entity, const char *name)
{
  for (guint r = 0; entity != NULL && r < G_N_ELEMENTS (REGISTERS); r++)
    for (guint i = 0; i < entity->n_ids; i++)
      if (strcmp (entity->ids[i].name, REGISTERS[r]) == 0)
        return g_strdup_printf ("%s:%s", REGISTERS[r], entity->ids[i].value);
  if (entity != NULL && entity->lat != NULL)
    return g_strdup_printf ("at:%s,%s", entity->lat, entity->lon);
  return dup_name_key (name);
}

static void
add_mention (QuoStatistics *statistics, GHashTable *by_key, const QuoEntity *entity,
             const char *name)
{
  g_autofree char *key = dup_key (entity, name);
  QuoPlaceCount *place = g_hash_table_lookup (by_key, key);

  if (place == NULL)
    {
      place = g_new0 (QuoPlaceCount, 1);
      place->key = g_steal_pointer (&key);
      place->name = g_strdup (name);
      if (entity != NULL)
        {
          place->lat = g_strdup (entity->lat);
          place->lon = g_strdup (entity->lon);
        }
      statistics->n_unplaced += place->lat == NULL;
      g_hash_table_insert (by_key, place->key, place);
      g_ptr_array_add (statistics->places, place);
    }
  place->n_mentions++;
  statistics->n_mentions++;
}

/* A place is what has the label, and whatever else somebody said where it lies. */
void
quo_statistics_count_places (QuoStatistics *statistics, QuoSnapshot *snapshot)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *mention = quo_snapshot_get_annotation (snapshot, i);
      const QuoEntity *entity
          = mention->n_entities == 1 ? quo_snapshot_find (snapshot, mention->entities[0]) : NULL;
      g_autofree char *name = NULL;

      if (!quo_status_is_accepted (mention->status) || mention->is_orphan
          || !(quo_type_is_place (mention->type) || (entity != NULL && entity->lat != NULL)))
        continue;
      name = quo_snapshot_dup_member_name (snapshot, mention->base.id);
      add_mention (statistics, by_key, entity, name);
    }
  g_ptr_array_sort (statistics->places, quo_statistics_compare_places);
}
