/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do to layers and to the agents who work in them. */
#include "quo-config.h"

#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
get_state_title (const char *state)
{
  if (strcmp (state, "done") == 0)
    return _ ("Mark as Done");
  if (strcmp (state, "gold") == 0)
    return _ ("Mark as Gold");
  return _ ("Reopen");
}

static QuoEdit *
change_layer (const QuoLayer *layer, const QuoLayer *fields, const char *title)
{
  QuoEdit *edit = quo_edit_new (title);

  quo_edit_take (edit, (gpointer)layer, quo_layer_new (fields));
  return edit;
}

QuoEdit *
quo_verb_set_layer_state (QuoDocument *document, const QuoLayer *layer, const char *state)
{
  QuoLayer fields;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && layer != NULL && state != NULL, NULL);
  if (strcmp (layer->state != NULL ? layer->state : "open", state) == 0)
    return NULL;
  fields = *layer;
  fields.state = state;
  return change_layer (layer, &fields, get_state_title (state));
}

QuoEdit *
quo_verb_rename_layer (QuoDocument *document, const QuoLayer *layer, const char *title)
{
  QuoLayer fields;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && layer != NULL, NULL);
  if (title != NULL && *title == '\0')
    title = NULL;
  if (g_strcmp0 (layer->title, title) == 0)
    return NULL;
  fields = *layer;
  fields.title = title;
  return change_layer (layer, &fields, _ ("Rename Layer"));
}

QuoEdit *
quo_verb_add_layer (QuoDocument *document, const QuoActor *actor, const char *title,
                    const char **ret_id)
{
  g_autofree char *id = quo_id_new ();
  QuoLayer layer = { .base.id = id, .state = "open" };
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL, NULL);
  quo_verb_begin_change (&verb, document, _ ("New Layer"));
  layer.by = quo_verb_find_agent (document, actor);
  if (layer.by == NULL)
    layer.by = quo_verb_add_agent (&verb, actor->agent_name);
  if (title != NULL && *title != '\0')
    layer.title = title;
  quo_edit_take (verb.edit, NULL, quo_layer_new (&layer));
  if (ret_id != NULL)
    *ret_id = g_intern_string (id);
  return verb.edit;
}

QuoEdit *
quo_verb_name_agent (QuoDocument *document, const QuoAgent *agent, const char *name)
{
  QuoAgent fields;
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && agent != NULL, NULL);
  if (name != NULL && *name == '\0')
    name = NULL;
  if (g_strcmp0 (agent->name, name) == 0)
    return NULL;
  fields = *agent;
  fields.name = name;
  edit = quo_edit_new (_ ("Name of the Annotator"));
  quo_edit_take (edit, (gpointer)agent, quo_agent_new (&fields));
  return edit;
}
