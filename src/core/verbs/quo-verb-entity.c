/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of an entity beside its name, and which mention belongs to which. */
#include "quo-config.h"

#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* --- which mention is whose ------------------------------------------------------------------ */

static void
give_entity (QuoVerb *verb, const QuoAnnotation *annotation, const char *entity)
{
  QuoAnnotation fields = *annotation;

  fields.entities = &entity;
  fields.n_entities = entity != NULL;
  fields.status = quo_verb_accept (annotation->status);
  quo_verb_change_annotation (verb, annotation, &fields);
}

QuoEdit *
quo_verb_new_entity (QuoDocument *document, const QuoActor *actor, const QuoAnnotation *annotation)
{
  g_autofree char *name = NULL;
  QuoEntity fields = { 0 };
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && annotation != NULL, NULL);
  name = quo_verb_dup_words (document, annotation);
  fields.type = annotation->type;
  fields.name = name;
  quo_verb_begin (&verb, document, actor,
                  annotation->n_entities > 0 ? _ ("Split Off") : _ ("New Identity"));
  give_entity (&verb, annotation, quo_verb_add_entity (&verb, &fields)->base.id);
  quo_verb_select (&verb, annotation->base.id);
  return verb.edit;
}

QuoEdit *
quo_verb_clear_entity (QuoDocument *document, const QuoAnnotation *annotation)
{
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL, NULL);
  if (annotation->n_entities == 0)
    return NULL;
  quo_verb_begin_change (&verb, document, _ ("Remove Identity"));
  give_entity (&verb, annotation, NULL);
  quo_verb_select (&verb, annotation->base.id);
  return verb.edit;
}

/* --- which place of the world ----------------------------------------------------------------- */

static gboolean
is_register_of_places (const char *name)
{
  return strcmp (name, "geonames") == 0 || strcmp (name, "iso3166") == 0
         || strcmp (name, "wikidata") == 0;
}

/* (transfer full) (element-type QuoExternalId): those of @entity with @id (both nullable) for all
 * that name a place; sorted by name. */
static GArray *
list_ids_with_place (const QuoEntity *entity, const QuoExternalId *id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (QuoExternalId));
  gboolean is_wanted = id != NULL;

  for (guint i = 0; entity != NULL && i < entity->n_ids; i++)
    {
      if (is_register_of_places (entity->ids[i].name)
          || (id != NULL && strcmp (entity->ids[i].name, id->name) == 0))
        continue;
      if (is_wanted && strcmp (entity->ids[i].name, id->name) > 0)
        {
          g_array_append_val (ids, *id);
          is_wanted = FALSE;
        }
      g_array_append_val (ids, entity->ids[i]);
    }
  if (is_wanted)
    g_array_append_val (ids, *id);
  return ids;
}

static gboolean
has_id (const QuoEntity *entity, const QuoExternalId *id)
{
  for (guint i = 0; id != NULL && i < entity->n_ids; i++)
    if (strcmp (entity->ids[i].name, id->name) == 0)
      return strcmp (entity->ids[i].value, id->value) == 0;
  return id == NULL;
}

QuoEdit *
quo_verb_choose_place (QuoDocument *document, const QuoActor *actor,
                       const QuoAnnotation *annotation, const QuoExternalId *id, const char *lat,
                       const char *lon)
{
  const QuoEntity *entity = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *name = NULL;
  QuoEntity fields = { 0 };
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && annotation != NULL, NULL);
  g_return_val_if_fail ((lat == NULL) == (lon == NULL), NULL);
  if (annotation->n_entities == 1)
    entity = quo_document_find_entity (document, annotation->entities[0]);
  if (entity != NULL && has_id (entity, id) && g_strcmp0 (entity->lat, lat) == 0
      && g_strcmp0 (entity->lon, lon) == 0)
    return NULL;
  name = quo_verb_dup_words (document, annotation);
  if (entity != NULL)
    fields = *entity;
  else
    fields = (QuoEntity){ .type = annotation->type, .name = name };
  ids = list_ids_with_place (entity, id);
  fields.ids = (const QuoExternalId *)(gpointer)ids->data;
  fields.n_ids = ids->len;
  fields.lat = lat;
  fields.lon = lon;
  if (entity == NULL)
    {
      quo_verb_begin (&verb, document, actor, _ ("Choose Place"));
      give_entity (&verb, annotation, quo_verb_add_entity (&verb, &fields)->base.id);
    }
  else
    {
      quo_verb_begin_change (&verb, document, _ ("Choose Place"));
      quo_verb_change_entity (&verb, entity, &fields);
      if (annotation->status == QUO_STATUS_SUGGESTED)
        give_entity (&verb, annotation, entity->base.id);
    }
  quo_verb_select (&verb, annotation->base.id);
  return verb.edit;
}

/* --- what is known of it --------------------------------------------------------------------- */

static QuoEdit *
change (QuoDocument *document, const QuoEntity *entity, QuoEntity *fields, const char *title)
{
  QuoVerb verb;

  quo_verb_begin_change (&verb, document, title);
  quo_verb_change_entity (&verb, entity, fields);
  return verb.edit;
}

QuoEdit *
quo_verb_set_external_id (QuoDocument *document, const QuoEntity *entity, const char *name,
                          const char *value)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QuoExternalId));
  QuoExternalId new = { .name = name, .value = value };
  gboolean is_wanted = value != NULL && *value != '\0';
  gboolean is_change = is_wanted;
  QuoEntity fields;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && entity != NULL && name != NULL, NULL);
  for (guint i = 0; i < entity->n_ids; i++)
    {
      const QuoExternalId *id = &entity->ids[i];

      if (strcmp (id->name, name) == 0)
        {
          is_change = !is_wanted || strcmp (id->value, value) != 0;
          continue;
        }
      if (is_wanted && strcmp (id->name, name) > 0)
        {
          g_array_append_val (ids, new);
          is_wanted = FALSE;
        }
      g_array_append_val (ids, *id);
    }
  if (is_wanted)
    g_array_append_val (ids, new);
  if (!is_change)
    return NULL;
  fields = *entity;
  fields.ids = (const QuoExternalId *)ids->data;
  fields.n_ids = ids->len;
  return change (document, entity, &fields, _ ("Change Identifier"));
}

/* A plain decimal number within ±@limit; the point is a full stop whatever the locale says. */
static gboolean
is_degrees (const char *text, double limit)
{
  char *end = NULL;
  double value;

  if (!g_regex_match_simple ("^-?(0|[1-9][0-9]{0,2})(\\.[0-9]+)?$", text, G_REGEX_DOLLAR_ENDONLY,
                             0))
    return FALSE;
  value = g_ascii_strtod (text, &end);
  return value >= -limit && value <= limit;
}

gboolean
quo_verb_parse_place (const char *text, char **ret_lat, char **ret_lon)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL && ret_lat != NULL && ret_lon != NULL, FALSE);
  parts = g_regex_split_simple ("[,;\\s]+", text, 0, 0);
  if (g_strv_length (parts) != 2 || !is_degrees (parts[0], 90) || !is_degrees (parts[1], 180))
    return FALSE;
  *ret_lat = g_strdup (parts[0]);
  *ret_lon = g_strdup (parts[1]);
  return TRUE;
}

QuoEdit *
quo_verb_set_place (QuoDocument *document, const QuoEntity *entity, const char *lat,
                    const char *lon)
{
  QuoEntity fields;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && entity != NULL, NULL);
  g_return_val_if_fail ((lat == NULL) == (lon == NULL), NULL);
  if (g_strcmp0 (entity->lat, lat) == 0 && g_strcmp0 (entity->lon, lon) == 0)
    return NULL;
  fields = *entity;
  fields.lat = lat;
  fields.lon = lon;
  return change (document, entity, &fields, _ ("Change Coordinates"));
}
