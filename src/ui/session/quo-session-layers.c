/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Layers: which are shown, which may be changed, and what is done to them. A layer that is done,
 * gold or somebody else's is only read until it is unlocked.
 *
 * Invariant: `hidden` and `unlocked` hold ids of layers; the active layer is never hidden. Both are
 * of the window, not of the document, and end with it.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include <glib/gi18n.h>

gboolean
quo_session_is_closed (const QuoLayer *layer)
{
  return layer != NULL
         && (g_strcmp0 (layer->state, "done") == 0 || g_strcmp0 (layer->state, "gold") == 0);
}

gboolean
quo_session_is_layer_locked (QuoSession *session, const char *id)
{
  const QuoLayer *layer;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  layer = session->document != NULL && id != NULL ? quo_document_find_layer (session->document, id)
                                                  : NULL;
  if (layer == NULL)
    return FALSE;
  if (quo_session_is_closed (layer))
    return TRUE;
  return layer->by != NULL && g_strcmp0 (id, session->layer) != 0
         && g_strcmp0 (layer->by, session->agent) != 0
         && !g_hash_table_contains (session->unlocked, id);
}

gboolean
quo_session_can_edit (QuoSession *session, const QuoAnnotation *annotation)
{
  return !quo_session_is_layer_locked (session, annotation->layer);
}

gboolean
quo_session_is_layer_shown (QuoSession *session, const char *layer)
{
  return layer == NULL || !g_hash_table_contains (session->hidden, layer);
}

/* Its title, else whose it is; NULL: nobody has told either. */
static const char *
get_layer_name (QuoSession *session, const QuoLayer *layer)
{
  const QuoAgent *agent;

  if (layer->title != NULL)
    return layer->title;
  agent = (const QuoAgent *)quo_document_find (session->document, layer->by);
  return agent != NULL ? agent->name : NULL;
}

/* Its place among the layers that have no name, from 1. */
static guint
count_unnamed (QuoSession *session, const QuoLayer *layer)
{
  GPtrArray *layers = quo_document_get_records (session->document, QUO_RECORD_LAYER);
  guint n = 0;

  for (guint i = 0; i < layers->len; i++)
    {
      const QuoLayer *other = g_ptr_array_index (layers, i);

      n += get_layer_name (session, other) == NULL;
      if (other == layer)
        break;
    }
  return n;
}

char *
quo_session_dup_layer_name (QuoSession *session, const char *id)
{
  const QuoLayer *layer = session->document != NULL && id != NULL
                              ? quo_document_find_layer (session->document, id)
                              : NULL;
  const char *name;

  if (layer == NULL)
    return g_strdup (_ ("New layer"));
  name = get_layer_name (session, layer);
  if (name != NULL)
    return g_strdup (name);
  /* Translators: the layer of a person who has not told a name, counted from 1. */
  return g_strdup_printf (_ ("Unnamed layer %u"), count_unnamed (session, layer));
}

/* The layer of this id; else says that there is none. */
static const QuoLayer *
require_layer (QuoSession *session, const char *id)
{
  const QuoLayer *layer
      = session->document != NULL ? quo_document_find_layer (session->document, id) : NULL;

  if (session->document == NULL)
    quo_session_set_message (session, _ ("No article is open"));
  else if (layer == NULL)
    quo_session_set_message (session, _ ("There is no layer “%s”"), id);
  return layer;
}

gboolean
quo_session_choose_layer (QuoSession *session, const char *id)
{
  const QuoLayer *layer;
  g_autofree char *name = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session) && id != NULL, FALSE);

  layer = require_layer (session, id);
  if (layer == NULL)
    return FALSE;
  quo_session_set_layer (session, id);
  quo_session_show_layer (session, id, TRUE);
  name = quo_session_dup_layer_name (session, id);
  quo_session_set_message (session, _ ("Layer: %s"), name);
  return TRUE;
}

gboolean
quo_session_show_layer (QuoSession *session, const char *id, gboolean is_shown)
{
  const QuoAnnotation *selected;
  g_autofree char *name = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session) && id != NULL, FALSE);

  if (require_layer (session, id) == NULL || quo_session_is_layer_shown (session, id) == is_shown)
    return FALSE;
  name = quo_session_dup_layer_name (session, id);
  if (!is_shown && g_strcmp0 (id, session->layer) == 0)
    {
      quo_session_set_message (session, _ ("%s is the layer you work in; choose another one first"),
                               name);
      return FALSE;
    }
  if (is_shown)
    g_hash_table_remove (session->hidden, id);
  else
    g_hash_table_add (session->hidden, g_strdup (id));
  selected = quo_session_get_selected (session);
  if (selected != NULL && !quo_session_is_layer_shown (session, selected->layer))
    quo_session_set_selected (session, NULL);
  quo_session_emit (session, QUO_SESSION_LAYERS_CHANGED);
  quo_session_drop_candidates (session);
  quo_session_set_message (session, is_shown ? _ ("Shown: %s") : _ ("Hidden: %s"), name);
  return TRUE;
}

gboolean
quo_session_unlock_layer (QuoSession *session, const char *id)
{
  const QuoLayer *layer;
  g_autofree char *name = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session) && id != NULL, FALSE);

  layer = require_layer (session, id);
  if (layer == NULL || !quo_session_is_layer_locked (session, id))
    return FALSE;
  g_hash_table_add (session->unlocked, g_strdup (id));
  name = quo_session_dup_layer_name (session, id);
  if (quo_session_is_closed (layer)
      && !quo_session_take_edit (session,
                                 quo_verb_set_layer_state (session->document, layer, "open"), NULL))
    return FALSE;
  quo_session_emit (session, QUO_SESSION_LAYERS_CHANGED);
  quo_session_set_message (session, _ ("Unlocked: %s"), name);
  return TRUE;
}

gboolean
quo_session_add_layer (QuoSession *session, const char *title)
{
  QuoActor actor = quo_session_get_actor (session);
  const char *id = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    {
      quo_session_set_message (session, _ ("No article is open"));
      return FALSE;
    }
  if (!quo_session_take_edit (session, quo_verb_add_layer (session->document, &actor, title, &id),
                              NULL))
    return FALSE;
  quo_session_set_layer (session, id);
  name = quo_session_dup_layer_name (session, id);
  quo_session_set_message (session, _ ("Layer: %s"), name);
  return TRUE;
}

gboolean
quo_session_rename_layer (QuoSession *session, const char *id, const char *title)
{
  const QuoLayer *layer;

  g_return_val_if_fail (QUO_IS_SESSION (session) && id != NULL, FALSE);

  layer = require_layer (session, id);
  return layer != NULL
         && quo_session_take_edit (session, quo_verb_rename_layer (session->document, layer, title),
                                   g_strdup_printf (_ ("Layer: %s"), title));
}

gboolean
quo_session_set_layer_state (QuoSession *session, const char *id, const char *state)
{
  const QuoLayer *layer;

  g_return_val_if_fail (QUO_IS_SESSION (session) && id != NULL && state != NULL, FALSE);

  layer = require_layer (session, id);
  return layer != NULL
         && quo_session_take_edit (
             session, quo_verb_set_layer_state (session->document, layer, state), NULL);
}
