/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The places of an article as GeoJSON (RFC 7946): a feature for each place, longitude first, with
 * the mentions as a property. A place without coordinates has no geometry. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-json-writer.h"
#include "quo-selection.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoSelection *selection;
  QuoJsonWriter *json;
  GHashTable *mentions; /* id of an entity to a GPtrArray of QuoAnnotation */
} Map;

/* --- Which places --- */

static gboolean
list_mentions (Map *map, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < map->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (map->selection, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      for (guint e = 0; e < annotation->n_entities; e++)
        {
          GPtrArray *list = g_hash_table_lookup (map->mentions, annotation->entities[e]);

          if (list == NULL)
            {
              list = g_ptr_array_new ();
              g_hash_table_insert (map->mentions, (gpointer)annotation->entities[e], list);
            }
          g_ptr_array_add (list, (gpointer)annotation);
        }
    }
  return TRUE;
}

static gboolean
is_place (const QuoEntity *entity)
{
  return entity != NULL && entity->type != NULL && g_str_equal (entity->type, "place");
}

/* Whether the coordinates are on the globe. */
static gboolean
has_point (const QuoEntity *entity)
{
  double lat, lon;

  if (entity->lat == NULL || entity->lon == NULL)
    return FALSE;
  lat = g_ascii_strtod (entity->lat, NULL);
  lon = g_ascii_strtod (entity->lon, NULL);
  return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;
}

/* --- Writing --- */

static void
write_string (Map *map, const char *s)
{
  quo_json_writer_string (map->json, s, strlen (s));
}

static void
write_raw (Map *map, const char *s)
{
  quo_json_writer_raw (map->json, s, strlen (s));
}

static void
write_geometry (Map *map, const QuoEntity *entity)
{
  write_raw (map, ",\"geometry\":");
  if (!has_point (entity))
    {
      map->selection->losses.counts[QUO_LOSS_COORDINATES] += entity->lat != NULL;
      write_raw (map, "null");
      return;
    }
  write_raw (map, "{\"type\":\"Point\",\"coordinates\":[");
  write_raw (map, entity->lon);
  write_raw (map, ",");
  write_raw (map, entity->lat);
  write_raw (map, "]}");
}

static void
write_ids (Map *map, const QuoEntity *entity)
{
  write_raw (map, ",\"ids\":{");
  for (guint i = 0; i < entity->n_ids; i++)
    {
      write_raw (map, i > 0 ? "," : "");
      write_string (map, entity->ids[i].name);
      write_raw (map, ":");
      write_string (map, entity->ids[i].value);
    }
  write_raw (map, "}");
}

static void
write_mention (Map *map, QuoSpan range)
{
  const char *start = quo_text_at (map->selection->text, range.start);

  write_raw (map, "{\"start\":");
  quo_json_writer_uint (map->json, range.start);
  write_raw (map, ",\"end\":");
  quo_json_writer_uint (map->json, range.end);
  write_raw (map, ",\"quote\":");
  quo_json_writer_string (map->json, start,
                          (gsize)(quo_text_at (map->selection->text, range.end) - start));
  write_raw (map, "}");
}

static void
write_mentions (Map *map, const QuoEntity *entity)
{
  const GPtrArray *list = g_hash_table_lookup (map->mentions, entity->base.id);
  guint n = 0;

  write_raw (map, ",\"mentions\":[");
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (list, i);

      for (guint r = 0; r < annotation->n_ranges; r++)
        {
          write_raw (map, n++ > 0 ? "," : "");
          write_mention (map, annotation->ranges[r]);
        }
    }
  write_raw (map, "]");
}

static void
write_feature (Map *map, const QuoEntity *entity)
{
  write_raw (map, "{\"type\":\"Feature\",\"id\":");
  write_string (map, entity->base.id);
  write_geometry (map, entity);
  write_raw (map, ",\"properties\":{\"name\":");
  if (entity->name != NULL)
    write_string (map, entity->name);
  else
    write_raw (map, "null");
  write_ids (map, entity);
  write_mentions (map, entity);
  write_raw (map, "}}");
}

/* What a map is not meant to have is no loss; a place that nobody has linked is. */
static void
count_losses (Map *map)
{
  for (guint i = 0; i < map->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (map->selection, i);

      map->selection->losses.counts[QUO_LOSS_UNLINKED_PLACES]
          += g_str_equal (annotation->type, "place") && annotation->n_entities == 0;
    }
}

static gboolean
write_geojson (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
               QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (GHashTable) mentions
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_auto (QuoJsonWriter) json;
  Map map = { .selection = selection, .json = &json, .mentions = mentions };
  g_autoptr (GBytes) bytes = NULL;
  guint n = 0;

  quo_json_writer_init (&json, 4096);
  if (selection == NULL || !list_mentions (&map, cancellable, error))
    return FALSE;
  write_raw (&map, "{\"type\":\"FeatureCollection\",\"features\":[\n");
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ENTITY); i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (snapshot, i);

      if (!is_place (entity))
        continue;
      write_raw (&map, n++ > 0 ? ",\n" : "");
      write_feature (&map, entity);
      selection->losses.counts[QUO_LOSS_ENTITY_NOTES]
          += entity->n_attrs + entity->n_aliases + (entity->note != NULL);
    }
  write_raw (&map, "\n]}\n");
  bytes = quo_json_writer_finish (&json);
  quo_target_set (target, NULL, bytes);
  count_losses (&map);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption geojson_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_geojson = {
  .id = "geojson",
  .title = N_ ("Places for maps (GeoJSON)"),
  .extensions = "geojson",
  .carries = QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP | QUO_CARRIES_ENTITIES,
  .options = geojson_options,
  .write = write_geojson,
};
