/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to several annotations at once, as one edit. Each step looks at the records as the
 * steps before it left them. */
#include "quo-config.h"

#include "quo-verb-private.h"

#include <glib/gi18n.h>

/* (transfer full) (nullable): the edit, unless nothing came of it. */
static QuoEdit *
finish (QuoVerb *verb)
{
  if (quo_edit_get_length (verb->edit) == 0)
    g_clear_pointer (&verb->edit, quo_edit_unref);
  return verb->edit;
}

static void
delete_one (QuoVerb *verb, const QuoAnnotation *annotation)
{
  GPtrArray *all = quo_document_get_referrers (verb->document, annotation->base.id);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (all, i);

      if (record->kind == QUO_RECORD_RELATION)
        record = quo_edit_find (verb->edit, record->id, (gpointer)record);
      if (record != NULL && record->kind == QUO_RECORD_RELATION)
        quo_verb_take_from_role (verb, (const QuoRelation *)record, NULL, annotation->base.id);
    }
  quo_edit_swap (verb->edit, (gpointer)annotation, NULL);
}

QuoEdit *
quo_verb_delete_many (QuoDocument *document, GPtrArray *annotations)
{
  g_autofree char *title = NULL;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotations != NULL, NULL);
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u annotation",
                                        "Delete %u annotations", annotations->len),
                           annotations->len);
  quo_verb_begin_change (&verb, document, title);
  for (guint i = 0; i < annotations->len; i++)
    delete_one (&verb, g_ptr_array_index (annotations, i));
  return finish (&verb);
}

/* An entity whose mentions are all of the new label now goes with them. */
static void
retype (QuoVerb *verb, const char *id, const char *type)
{
  const QuoEntity *entity = quo_verb_get_entity (verb, id);
  GPtrArray *all = quo_document_get_referrers (verb->document, id);
  QuoEntity fields;

  if (entity == NULL || g_strcmp0 (entity->type, type) == 0)
    return;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (all, i);

      if (record->kind == QUO_RECORD_ANNOTATION
          && g_strcmp0 (quo_verb_get_annotation (verb, record->id)->type, type) != 0)
        return;
    }
  fields = *entity;
  fields.type = type;
  quo_verb_change_entity (verb, entity, &fields);
}

static void
relabel_one (QuoVerb *verb, const QuoAnnotation *annotation, const char *type)
{
  QuoAnnotation fields = *annotation;

  fields.type = type;
  fields.status = quo_verb_accept (annotation->status);
  quo_verb_change_annotation (verb, annotation, &fields);
}

QuoEdit *
quo_verb_relabel_many (QuoDocument *document, GPtrArray *annotations, const QuoLabel *label)
{
  g_autofree char *title = NULL;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotations != NULL && label != NULL, NULL);
  title = g_strdup_printf (_ ("Change to %s"), _ (label->name));
  quo_verb_begin_change (&verb, document, title);
  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (g_strcmp0 (annotation->type, label->id) != 0)
        relabel_one (&verb, annotation, label->id);
    }
  for (guint i = 0; label->kind == QUO_LABEL_ENTITY && i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (annotation->n_entities == 1)
        retype (&verb, annotation->entities[0], label->id);
    }
  return finish (&verb);
}

QuoEdit *
quo_verb_link_many (QuoDocument *document, const QuoActor *actor, GPtrArray *quotes,
                    const char *member)
{
  QuoVerb verb;
  gboolean is_change = FALSE;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && quotes != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);
  if (quo_document_find_annotation (document, member) == NULL
      && quo_document_find_entity (document, member) == NULL)
    return NULL;
  quo_verb_begin (&verb, document, actor, _ ("Link to Speaker"));
  for (guint i = 0; i < quotes->len; i++)
    {
      const QuoAnnotation *quote = g_ptr_array_index (quotes, i);

      if (g_strcmp0 (quote->base.id, member) != 0)
        is_change |= quo_verb_put_in_role (&verb, quote, "source", member, FALSE);
    }
  if (!is_change)
    g_clear_pointer (&verb.edit, quo_edit_unref);
  return verb.edit;
}
