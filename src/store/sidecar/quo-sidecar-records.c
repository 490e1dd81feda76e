/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agents, layers, entities, relations and notes of a sidecar.  Each function reads one record: a
 * table of the members the format knows, in their written order, and one line for each. */

#include "quo-config.h"

#include "quo-sidecar-parser.h"

#include <glib/gi18n.h>

#define BIT(member) (1u << (member))

/* --- Agents --- */

enum
{
  AGENT_ID,
  AGENT_TYPE,
  AGENT_NAME,
  AGENT_VERSION,
  AGENT_URI,
};

static const QuoJsonName agent_names[] = {
  QUO_JSON_NAME ("id"),      QUO_JSON_NAME ("type"), QUO_JSON_NAME ("name"),
  QUO_JSON_NAME ("version"), QUO_JSON_NAME ("uri"),
};

void
quo_sidecar_agent (QuoSidecarParser *parser)
{
  static const char *const types[] = { "person", "software", "import", NULL };
  QuoAgent agent = { 0 };
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, agent_names, G_N_ELEMENTS (agent_names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->member = agent_names[member].name;
      if (member == AGENT_ID)
        agent.base.id = quo_sidecar_id (parser);
      else if (member == AGENT_TYPE)
        agent.type = types[quo_sidecar_word (parser, types)];
      else if (member == AGENT_NAME)
        agent.name = quo_sidecar_optional (parser);
      else if (member == AGENT_VERSION)
        agent.version = quo_sidecar_optional (parser);
      else
        agent.uri = quo_sidecar_optional (parser);
    }
  agent.base.extra = quo_sidecar_end (parser, &object, BIT (AGENT_ID) | BIT (AGENT_TYPE));
  if (!quo_json_reader_has_failed (&parser->json))
    quo_sidecar_take (parser, quo_agent_new (&agent));
}

/* --- Layers --- */

enum
{
  LAYER_ID,
  LAYER_TITLE,
  LAYER_BY,
  LAYER_STATE,
};

static const QuoJsonName layer_names[] = {
  QUO_JSON_NAME ("id"),
  QUO_JSON_NAME ("title"),
  QUO_JSON_NAME ("by"),
  QUO_JSON_NAME ("state"),
};

void
quo_sidecar_layer (QuoSidecarParser *parser)
{
  static const char *const states[] = { "open", "done", "gold", NULL };
  QuoLayer layer = { 0 };
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, layer_names, G_N_ELEMENTS (layer_names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->member = layer_names[member].name;
      if (member == LAYER_ID)
        layer.base.id = quo_sidecar_id (parser);
      else if (member == LAYER_TITLE)
        layer.title = quo_sidecar_optional (parser);
      else if (member == LAYER_BY)
        layer.by = quo_sidecar_id (parser);
      else
        layer.state = states[quo_sidecar_word (parser, states)];
    }
  layer.base.extra = quo_sidecar_end (parser, &object, BIT (LAYER_ID));
  if (!quo_json_reader_has_failed (&parser->json))
    quo_sidecar_take (parser, quo_layer_new (&layer));
}

/* --- Entities --- */

enum
{
  ENTITY_ID,
  ENTITY_TYPE,
  ENTITY_NAME,
  ENTITY_ALIASES,
  ENTITY_IDS,
  ENTITY_LAT,
  ENTITY_LON,
  ENTITY_ATTRS,
  ENTITY_NOTE,
  ENTITY_BY,
  ENTITY_CREATED,
  ENTITY_MODIFIED,
  ENTITY_FROM,
};

static const QuoJsonName entity_names[] = {
  QUO_JSON_NAME ("id"),      QUO_JSON_NAME ("type"),    QUO_JSON_NAME ("name"),
  QUO_JSON_NAME ("aliases"), QUO_JSON_NAME ("ids"),     QUO_JSON_NAME ("lat"),
  QUO_JSON_NAME ("lon"),     QUO_JSON_NAME ("attrs"),   QUO_JSON_NAME ("note"),
  QUO_JSON_NAME ("by"),      QUO_JSON_NAME ("created"), QUO_JSON_NAME ("modified"),
  QUO_JSON_NAME ("from"),
};

/* Who made it, when, and out of what. */
static void
read_entity_origin (QuoSidecarParser *parser, int member, QuoEntity *entity)
{
  switch (member)
    {
    case ENTITY_BY:
      entity->by = quo_sidecar_id (parser);
      break;
    case ENTITY_CREATED:
      entity->created = quo_sidecar_time (parser);
      break;
    case ENTITY_MODIFIED:
      entity->modified = quo_sidecar_time (parser);
      break;
    default:
      entity->from = quo_sidecar_from (parser);
    }
}

static void
read_entity_member (QuoSidecarParser *parser, int member, QuoEntity *entity)
{
  switch (member)
    {
    case ENTITY_ID:
      entity->base.id = quo_sidecar_id (parser);
      break;
    case ENTITY_TYPE:
      entity->type = quo_sidecar_name (parser);
      break;
    case ENTITY_NAME:
      entity->name = quo_sidecar_optional (parser);
      break;
    case ENTITY_ALIASES:
      entity->aliases = quo_sidecar_strings (parser, &entity->n_aliases);
      break;
    case ENTITY_IDS:
      entity->ids = quo_sidecar_external_ids (parser, &entity->n_ids);
      break;
    case ENTITY_LAT:
      entity->lat = quo_sidecar_number (parser, -90, 90);
      break;
    case ENTITY_LON:
      entity->lon = quo_sidecar_number (parser, -180, 180);
      break;
    case ENTITY_ATTRS:
      entity->attrs = quo_sidecar_attrs (parser, &entity->n_attrs);
      break;
    case ENTITY_NOTE:
      entity->note = quo_sidecar_optional (parser);
      break;
    default:
      read_entity_origin (parser, member, entity);
    }
}

void
quo_sidecar_entity (QuoSidecarParser *parser)
{
  QuoEntity entity = { 0 };
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, entity_names, G_N_ELEMENTS (entity_names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->member = entity_names[member].name;
      read_entity_member (parser, member, &entity);
    }
  entity.base.extra = quo_sidecar_end (parser, &object, BIT (ENTITY_ID));
  if ((entity.lat == NULL) != (entity.lon == NULL))
    quo_sidecar_fail (parser, entity.lat != NULL ? "lat" : "lon",
                      _ ("lat and lon must stand together"));
  if (!quo_json_reader_has_failed (&parser->json))
    quo_sidecar_take (parser, quo_entity_new (&entity));
}

/* --- Relations --- */

enum
{
  RELATION_ID,
  RELATION_LAYER,
  RELATION_TYPE,
  RELATION_ROLES,
  RELATION_ATTRS,
  RELATION_NOTE,
  RELATION_CONF,
  RELATION_STATUS,
  RELATION_BY,
  RELATION_CREATED,
  RELATION_MODIFIED,
  RELATION_FROM,
};

static const QuoJsonName relation_names[] = {
  QUO_JSON_NAME ("id"),      QUO_JSON_NAME ("layer"),    QUO_JSON_NAME ("type"),
  QUO_JSON_NAME ("roles"),   QUO_JSON_NAME ("attrs"),    QUO_JSON_NAME ("note"),
  QUO_JSON_NAME ("conf"),    QUO_JSON_NAME ("status"),   QUO_JSON_NAME ("by"),
  QUO_JSON_NAME ("created"), QUO_JSON_NAME ("modified"), QUO_JSON_NAME ("from"),
};

static void
read_relation_member (QuoSidecarParser *parser, int member, QuoRelation *relation)
{
  switch (member)
    {
    case RELATION_ID:
      relation->base.id = quo_sidecar_id (parser);
      break;
    case RELATION_LAYER:
      relation->layer = quo_sidecar_id (parser);
      break;
    case RELATION_TYPE:
      relation->type = quo_sidecar_name (parser);
      break;
    case RELATION_ROLES:
      relation->roles = quo_sidecar_roles (parser, &relation->n_roles);
      break;
    case RELATION_ATTRS:
      relation->attrs = quo_sidecar_attrs (parser, &relation->n_attrs);
      break;
    case RELATION_NOTE:
      relation->note = quo_sidecar_optional (parser);
      break;
    case RELATION_CONF:
      relation->conf = quo_sidecar_number (parser, 0, 1);
      break;
    case RELATION_STATUS:
      relation->status = quo_sidecar_status (parser);
      break;
    case RELATION_BY:
      relation->by = quo_sidecar_id (parser);
      break;
    case RELATION_CREATED:
      relation->created = quo_sidecar_time (parser);
      break;
    case RELATION_MODIFIED:
      relation->modified = quo_sidecar_time (parser);
      break;
    default:
      relation->from = quo_sidecar_from (parser);
    }
}

void
quo_sidecar_relation (QuoSidecarParser *parser)
{
  QuoRelation relation = { 0 };
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, relation_names, G_N_ELEMENTS (relation_names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->member = relation_names[member].name;
      read_relation_member (parser, member, &relation);
    }
  relation.base.extra = quo_sidecar_end (
      parser, &object, BIT (RELATION_ID) | BIT (RELATION_TYPE) | BIT (RELATION_ROLES));
  if (!quo_json_reader_has_failed (&parser->json))
    quo_sidecar_take (parser, quo_relation_new (&relation));
}

/* --- Notes --- */

enum
{
  NOTE_ID,
  NOTE_LAYER,
  NOTE_TEXT,
  NOTE_BY,
  NOTE_CREATED,
  NOTE_MODIFIED,
};

static const QuoJsonName note_names[] = {
  QUO_JSON_NAME ("id"), QUO_JSON_NAME ("layer"),   QUO_JSON_NAME ("text"),
  QUO_JSON_NAME ("by"), QUO_JSON_NAME ("created"), QUO_JSON_NAME ("modified"),
};

void
quo_sidecar_note (QuoSidecarParser *parser)
{
  QuoNote note = { 0 };
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, note_names, G_N_ELEMENTS (note_names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->member = note_names[member].name;
      if (member == NOTE_ID)
        note.base.id = quo_sidecar_id (parser);
      else if (member == NOTE_LAYER)
        note.layer = quo_sidecar_id (parser);
      else if (member == NOTE_TEXT)
        note.text = quo_sidecar_string (parser);
      else if (member == NOTE_BY)
        note.by = quo_sidecar_id (parser);
      else if (member == NOTE_CREATED)
        note.created = quo_sidecar_time (parser);
      else
        note.modified = quo_sidecar_time (parser);
    }
  note.base.extra = quo_sidecar_end (parser, &object, BIT (NOTE_ID) | BIT (NOTE_TEXT));
  if (!quo_json_reader_has_failed (&parser->json))
    quo_sidecar_take (parser, quo_note_new (&note));
}
