/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an edit is begun and what it is made of: who acts, in which layer, and records that carry the
 * time they were made or changed. */
#include "quo-config.h"

#include "quo-verb-private.h"

#include <string.h>

/* Who acts */

static gboolean
is_person (const QuoAgent *agent, const char *name)
{
  return g_strcmp0 (agent->type, "person") == 0
         && strcmp (agent->name != NULL ? agent->name : "", name != NULL ? name : "") == 0;
}

const char *
quo_verb_find_agent (QuoDocument *document, const QuoActor *actor)
{
  GPtrArray *agents = quo_document_get_records (document, QUO_RECORD_AGENT);
  const QuoRecord *known = quo_document_find (document, actor->agent);

  if (known != NULL && known->kind == QUO_RECORD_AGENT)
    return known->id;
  for (guint i = 0; i < agents->len; i++)
    {
      const QuoAgent *agent = g_ptr_array_index (agents, i);

      if (is_person (agent, actor->agent_name))
        return agent->base.id;
    }
  return NULL;
}

static gboolean
is_open (const QuoLayer *layer)
{
  return layer->state == NULL || strcmp (layer->state, "open") == 0;
}

const char *
quo_verb_find_layer (QuoDocument *document, const QuoActor *actor)
{
  const QuoLayer *known;
  const char *agent;
  GPtrArray *layers;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL, NULL);
  known = quo_document_find_layer (document, actor->layer);
  if (known != NULL)
    return known->base.id;
  agent = quo_verb_find_agent (document, actor);
  layers = quo_document_get_records (document, QUO_RECORD_LAYER);
  for (guint i = 0; agent != NULL && i < layers->len; i++)
    {
      const QuoLayer *layer = g_ptr_array_index (layers, i);

      if (is_open (layer) && g_strcmp0 (layer->by, agent) == 0)
        return layer->base.id;
    }
  return NULL;
}

gboolean
quo_verb_is_locked (QuoDocument *document, const QuoActor *actor, const char *id)
{
  const QuoLayer *layer;
  const char *agent;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL, FALSE);
  layer = quo_document_find_layer (document, id);
  if (layer == NULL)
    return FALSE;
  if (!is_open (layer))
    return TRUE;
  if (layer->by == NULL)
    return FALSE;
  agent = quo_verb_find_agent (document, actor);
  return g_strcmp0 (actor->layer, id) != 0 && g_strcmp0 (layer->by, agent) != 0;
}

const char *
quo_verb_add_agent (QuoVerb *verb, const char *name)
{
  g_autofree char *id = quo_id_new ();
  QuoAgent agent = { .base.id = id, .type = "person" };

  if (name != NULL && *name != '\0')
    agent.name = name;
  quo_edit_take (verb->edit, NULL, quo_agent_new (&agent));
  return g_intern_string (id);
}

static const char *
add_layer (QuoVerb *verb, const char *by)
{
  g_autofree char *id = quo_id_new ();
  QuoLayer layer = { .base.id = id, .by = by, .state = "open" };

  quo_edit_take (verb->edit, NULL, quo_layer_new (&layer));
  return g_intern_string (id);
}

void
quo_verb_begin_change (QuoVerb *verb, QuoDocument *document, const char *title)
{
  memset (verb, 0, sizeof *verb);
  verb->document = document;
  verb->edit = quo_edit_new (title);
  verb->now = quo_time_now ();
}

void
quo_verb_begin (QuoVerb *verb, QuoDocument *document, const QuoActor *actor, const char *title)
{
  const char *agent = quo_verb_find_agent (document, actor);
  const char *layer = quo_verb_find_layer (document, actor);
  const QuoLayer *found = quo_document_find_layer (document, layer);

  quo_verb_begin_change (verb, document, title);
  if (found == NULL)
    {
      if (agent == NULL)
        agent = quo_verb_add_agent (verb, actor->agent_name);
      verb->layer = add_layer (verb, agent);
      return;
    }
  verb->layer = g_intern_string (layer);
  if (agent != NULL && g_strcmp0 (found->by, agent) != 0)
    verb->by = g_intern_string (agent);
}

/* Records in the making */

static gconstpointer
get_of_kind (const QuoVerb *verb, const char *id, QuoRecordKind kind)
{
  const QuoRecord *record = quo_edit_find (verb->edit, id, quo_document_find (verb->document, id));

  return record != NULL && record->kind == kind ? record : NULL;
}

const QuoAnnotation *
quo_verb_get_annotation (const QuoVerb *verb, const char *id)
{
  return get_of_kind (verb, id, QUO_RECORD_ANNOTATION);
}

const QuoEntity *
quo_verb_get_entity (const QuoVerb *verb, const char *id)
{
  return get_of_kind (verb, id, QUO_RECORD_ENTITY);
}

const QuoAnnotation *
quo_verb_add_annotation (QuoVerb *verb, const QuoAnnotation *fields)
{
  g_autofree char *id = quo_id_new ();
  QuoAnnotation new = *fields;
  QuoAnnotation *record;

  new.base.id = id;
  new.layer = verb->layer;
  new.by = verb->by;
  new.created = verb->now;
  record = quo_annotation_new (&new);
  quo_edit_take (verb->edit, NULL, record);
  return record;
}

const QuoRelation *
quo_verb_add_relation (QuoVerb *verb, const QuoRelation *fields)
{
  g_autofree char *id = quo_id_new ();
  QuoRelation new = *fields;
  QuoRelation *record;

  new.base.id = id;
  new.layer = verb->layer;
  new.by = verb->by;
  new.created = verb->now;
  record = quo_relation_new (&new);
  quo_edit_take (verb->edit, NULL, record);
  return record;
}

const QuoEntity *
quo_verb_add_entity (QuoVerb *verb, const QuoEntity *fields)
{
  g_autofree char *id = quo_id_new ();
  QuoEntity new = *fields;
  QuoEntity *record;

  new.base.id = id;
  new.by = verb->by;
  new.created = verb->now;
  record = quo_entity_new (&new);
  quo_edit_take (verb->edit, NULL, record);
  return record;
}

/* A record that this very edit has made is not modified by it. */
static QuoTime
get_change_time (const QuoVerb *verb, const char *id)
{
  return quo_document_find (verb->document, id) != NULL ? verb->now : 0;
}

guint8
quo_verb_accept (guint8 status)
{
  return quo_status_is_accepted (status) ? status : QUO_STATUS_NONE;
}

void
quo_verb_change_annotation (QuoVerb *verb, const QuoAnnotation *before, QuoAnnotation *fields)
{
  fields->modified = get_change_time (verb, before->base.id);
  quo_edit_take (verb->edit, (gpointer)before, quo_annotation_new (fields));
}

void
quo_verb_change_relation (QuoVerb *verb, const QuoRelation *before, QuoRelation *fields)
{
  fields->modified = get_change_time (verb, before->base.id);
  quo_edit_take (verb->edit, (gpointer)before, quo_relation_new (fields));
}

void
quo_verb_change_entity (QuoVerb *verb, const QuoEntity *before, QuoEntity *fields)
{
  fields->modified = get_change_time (verb, before->base.id);
  quo_edit_take (verb->edit, (gpointer)before, quo_entity_new (fields));
}

void
quo_verb_select (QuoVerb *verb, const char *id)
{
  g_free (verb->edit->select);
  verb->edit->select = g_strdup (id);
}
