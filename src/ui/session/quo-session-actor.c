/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who acts, and in which layer. New records go to the layer the person used last; what is in a
 * layer that is done, or that is somebody else's and was not chosen, is only to be read.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The edit may have made the agent or the layer (the first one), or an undo taken them back. */
void
quo_session_follow_actor (QuoSession *session, QuoEdit *edit)
{
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      QuoRecord *record = change->after != NULL ? change->after : change->before;

      if (change->before != NULL && change->after != NULL)
        continue;
      if (record->kind == QUO_RECORD_AGENT && change->after != NULL && session->agent == NULL)
        {
          session->agent = g_strdup (record->id);
          session->is_agent_new = TRUE;
        }
      else if (record->kind == QUO_RECORD_AGENT && change->after == NULL
               && g_strcmp0 (record->id, session->agent) == 0)
        g_clear_pointer (&session->agent, g_free);
      else if (record->kind == QUO_RECORD_LAYER && change->after != NULL && session->layer == NULL)
        quo_session_set_layer (session, record->id);
      else if (record->kind == QUO_RECORD_LAYER && change->after == NULL
               && g_strcmp0 (record->id, session->layer) == 0)
        quo_session_set_layer (session, NULL);
    }
}

/* The layer that agent @id used last and that is open; else its first open one. */
static const QuoLayer *
find_last_layer (QuoSession *session, const char *id)
{
  GPtrArray *annotations = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  const QuoLayer *last = NULL;
  QuoTime last_time = 0;

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);
      QuoTime time = MAX (annotation->created, annotation->modified);
      const QuoLayer *layer;

      if (annotation->layer == NULL || time <= last_time)
        continue;
      layer = quo_document_find_layer (session->document, annotation->layer);
      if (layer == NULL || g_strcmp0 (layer->by, id) != 0 || g_strcmp0 (layer->state, "done") == 0
          || g_strcmp0 (layer->state, "gold") == 0)
        continue;
      last = layer;
      last_time = time;
    }
  return last;
}

/* The person with this name; else one without a name, who may be anybody and so is who acts. */
static const QuoAgent *
find_person (QuoSession *session)
{
  GPtrArray *agents = quo_document_get_records (session->document, QUO_RECORD_AGENT);
  const QuoAgent *nameless = NULL;

  for (guint i = 0; i < agents->len; i++)
    {
      const QuoAgent *agent = g_ptr_array_index (agents, i);
      const char *name = agent->name != NULL ? agent->name : "";

      if (g_strcmp0 (agent->type, "person") != 0)
        continue;
      if (strcmp (name, session->annotator) == 0)
        return agent;
      if (nameless == NULL && *name == '\0')
        nameless = agent;
    }
  return nameless;
}

/* The last layer of agent @id that is done: who opens a finished article sees that it is, and opens
 * that layer again instead of beginning another one. */
static const char *
find_done_layer (QuoSession *session, const char *id)
{
  GPtrArray *layers = quo_document_get_records (session->document, QUO_RECORD_LAYER);

  for (guint i = layers->len; i > 0; i--)
    {
      const QuoLayer *layer = g_ptr_array_index (layers, i - 1);

      if (g_strcmp0 (layer->by, id) == 0 && g_strcmp0 (layer->state, "done") == 0)
        return layer->base.id;
    }
  return NULL;
}

void
quo_session_find_actor (QuoSession *session)
{
  const QuoAgent *person = NULL;
  const QuoLayer *last;
  const char *layer;
  QuoActor actor;

  g_clear_pointer (&session->agent, g_free);
  session->is_agent_new = FALSE;
  if (session->document != NULL)
    person = find_person (session);
  if (person == NULL)
    {
      quo_session_set_layer (session, NULL);
      return;
    }
  session->agent = g_strdup (person->base.id);
  last = find_last_layer (session, session->agent);
  actor = (QuoActor){ session->annotator, session->agent, last != NULL ? last->base.id : NULL };
  layer = quo_verb_find_layer (session->document, &actor);
  quo_session_set_layer (session,
                         layer != NULL ? layer : find_done_layer (session, session->agent));
}

QuoActor
quo_session_get_actor (QuoSession *session)
{
  return (QuoActor){ session->annotator, session->agent, session->layer };
}

/* The name of who acts now, NULL or "" when none was told. */
static const QuoAgent *
find_agent (QuoSession *session)
{
  return session->document != NULL && session->agent != NULL
             ? (const QuoAgent *)quo_document_find (session->document, session->agent)
             : NULL;
}

void
quo_session_set_annotator (QuoSession *session, const char *name)
{
  const QuoAgent *agent;

  g_return_if_fail (QUO_IS_SESSION (session));

  g_free (session->annotator);
  session->annotator = g_strdup (name != NULL ? name : "");
  agent = find_agent (session);
  /* Told after the first edit: who made that is who tells. */
  if (session->is_agent_new && agent != NULL && agent->name == NULL && *session->annotator != '\0')
    quo_session_take_edit (
        session, quo_verb_name_agent (session->document, agent, session->annotator), NULL);
  else
    quo_session_find_actor (session);
}

static void
tell_done (QuoSession *session)
{
  /* Translators: %s is a key, e.g. Ctrl+Enter. */
  quo_session_tell_with_key (session, "win.done", _ ("This layer is done; %s opens it again"),
                             _ ("This layer is done"));
}

gboolean
quo_session_check_open (QuoSession *session)
{
  if (session->document == NULL)
    {
      quo_session_set_message (session, _ ("No article is open"));
      return FALSE;
    }
  if (session->layer != NULL
      && quo_session_is_closed (quo_document_find_layer (session->document, session->layer)))
    {
      tell_done (session);
      quo_session_emit_locked (session, session->layer);
      return FALSE;
    }
  return TRUE;
}

const QuoAnnotation *
quo_session_require_selected (QuoSession *session)
{
  const QuoAnnotation *annotation = quo_session_get_selected (session);
  const QuoLayer *layer;

  if (annotation == NULL)
    {
      quo_session_set_message (session, _ ("No annotation is selected"));
      return NULL;
    }
  if (quo_session_can_edit (session, annotation))
    return annotation;
  layer = quo_document_find_layer (session->document, annotation->layer);
  if (quo_session_is_closed (layer))
    tell_done (session);
  else
    quo_session_set_message (session, _ ("This annotation is in a layer of somebody else"));
  quo_session_emit_locked (session, annotation->layer);
  return NULL;
}
