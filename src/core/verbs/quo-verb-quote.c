/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotes and who said them. A quotation is a relation with the roles quote, source, cue and
 * addressee; it stands as long as it tells more than that there is a quote. */
#include "quo-config.h"

#include "quo-role-list.h"
#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Quote and cue */

static const QuoAnnotation *
add_quote (QuoVerb *verb, const QuoLabel *label, const QuoSpan *ranges, guint n_ranges,
           const char *form)
{
  const QuoValue value = { form, QUO_VALUE_STRING };
  const QuoAttr attr = { "form", &value, 1, FALSE };
  QuoAnnotation fields = { .type = label->id,
                           .ranges = ranges,
                           .n_ranges = n_ranges,
                           .attrs = &attr,
                           .n_attrs = form != NULL && *form != '\0' };

  return quo_verb_add_annotation (verb, &fields);
}

static const QuoAnnotation *
find_or_add_cue (QuoVerb *verb, const QuoLabel *label, const QuoSpan *cue)
{
  const QuoAnnotation *known = quo_verb_find_same (verb->document, verb->layer, label->id, cue, 1);
  QuoAnnotation fields = { .type = label->id, .ranges = cue, .n_ranges = 1 };

  return known != NULL ? known : quo_verb_add_annotation (verb, &fields);
}

static gboolean
lies_in_text (QuoDocument *document, const QuoSpan *span)
{
  return span != NULL && !quo_span_is_empty (*span)
         && span->end <= quo_text_get_length (quo_document_get_text (document));
}

QuoEdit *
quo_verb_tag_quote (QuoDocument *document, const QuoActor *actor, const QuoTagset *tagset,
                    const QuoSpan *ranges, guint n_ranges, const QuoSpan *cue, const char *form)
{
  const QuoLabel *label, *cue_label;
  const QuoAnnotation *quote;
  g_autofree QuoSpan *clean = NULL;
  g_autofree char *title = NULL;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && tagset != NULL, NULL);
  label = quo_tagset_find_kind (tagset, QUO_LABEL_QUOTE);
  cue_label = quo_tagset_find_kind (tagset, QUO_LABEL_CUE);
  clean = g_memdup2 (ranges, n_ranges * sizeof *ranges);
  n_ranges = quo_ranges_normalize (clean, n_ranges);
  if (label == NULL || n_ranges == 0 || !lies_in_text (document, &clean[n_ranges - 1])
      || quo_verb_find_same (document, quo_verb_find_layer (document, actor), label->id, clean,
                             n_ranges)
             != NULL)
    return NULL;
  title = g_strdup_printf (_ ("Tag as %s"), _ (label->name));
  quo_verb_begin (&verb, document, actor, title);
  quote = add_quote (&verb, label, clean, n_ranges, form);
  if (cue_label != NULL && lies_in_text (document, cue))
    quo_verb_put_in_role (&verb, quote, QUO_ROLE_CUE,
                          find_or_add_cue (&verb, cue_label, cue)->base.id, TRUE);
  quo_verb_select (&verb, quote->base.id);
  return verb.edit;
}

/* Roles */

/* The quotation of the quote: one of the layer that is worked in before those of others. */
static const QuoRelation *
find_quotation (QuoVerb *verb, const char *quote)
{
  GPtrArray *all = quo_document_get_referrers (verb->document, quote);
  const QuoRelation *found = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (all, i);
      const QuoRole *role;

      if (relation->base.kind != QUO_RECORD_RELATION
          || g_strcmp0 (relation->type, QUO_QUOTATION) != 0)
        continue;
      relation = quo_edit_find (verb->edit, relation->base.id, (gpointer)relation);
      role = relation != NULL ? quo_relation_find_role (relation, QUO_ROLE_QUOTE) : NULL;
      if (role == NULL || !quo_role_has (role, quote))
        continue;
      if (g_strcmp0 (relation->layer, verb->layer) == 0)
        return relation;
      if (found == NULL)
        found = relation;
    }
  return found;
}

static gboolean
is_suggested (const QuoVerb *verb, const char *id)
{
  const QuoAnnotation *annotation = quo_verb_get_annotation (verb, id);

  return annotation != NULL && annotation->status == QUO_STATUS_SUGGESTED;
}

/* Who links a quote says that the quote and all in its quotation are right. */
static void
accept_members (QuoVerb *verb, const QuoRelation *relation)
{
  for (guint i = 0; i < relation->n_roles; i++)
    for (guint k = 0; k < relation->roles[i].n_members; k++)
      {
        const char *id = relation->roles[i].members[k];
        const QuoAnnotation *before = quo_verb_get_annotation (verb, id);
        QuoAnnotation fields;

        if (!is_suggested (verb, id))
          continue;
        fields = *before;
        fields.status = quo_verb_accept (before->status);
        fields.layer = verb->layer;
        fields.by = verb->by;
        quo_verb_change_annotation (verb, before, &fields);
      }
}

gboolean
quo_verb_put_in_role (QuoVerb *verb, const QuoAnnotation *quote, const char *role,
                      const char *member, gboolean is_more)
{
  const QuoRelation *before = find_quotation (verb, quote->base.id);
  g_autoptr (QuoRoleList) roles = quo_role_list_new (before);
  const QuoRole *old = before != NULL ? quo_relation_find_role (before, role) : NULL;
  gboolean is_proposed = is_suggested (verb, quote->base.id)
                         || (before != NULL && before->status == QUO_STATUS_SUGGESTED);
  QuoRelation fields = { .type = QUO_QUOTATION };

  if (old != NULL && quo_role_has (old, member) && (is_more || old->n_members == 1) && !is_proposed)
    return FALSE;
  if (!is_more)
    quo_role_list_clear (roles, role);
  quo_role_list_add (roles, QUO_ROLE_QUOTE, quote->base.id);
  quo_role_list_add (roles, role, member);
  if (before != NULL)
    fields = *before;
  if (fields.status == QUO_STATUS_SUGGESTED)
    {
      fields.layer = verb->layer;
      fields.by = verb->by;
    }
  fields.status = quo_verb_accept (fields.status);
  quo_role_list_fill (roles, &fields);
  accept_members (verb, &fields);
  if (before != NULL)
    quo_verb_change_relation (verb, before, &fields);
  else
    quo_verb_add_relation (verb, &fields);
  return TRUE;
}

/* A quotation needs its quote and something beside it; a relation of another kind that had several
 * members needs two. */
static gboolean
makes_sense (const QuoRelation *before, const QuoRoleList *roles)
{
  guint n_before = 0;

  if (quo_relation_find_role (before, QUO_ROLE_QUOTE) != NULL)
    return quo_role_list_count_members (roles, QUO_ROLE_QUOTE) > 0
           && quo_role_list_count (roles) > 1;
  for (guint i = 0; i < before->n_roles; i++)
    n_before += before->roles[i].n_members;
  return quo_role_list_count_members (roles, NULL) >= MIN (n_before, 2);
}

void
quo_verb_take_from_role (QuoVerb *verb, const QuoRelation *relation, const char *role,
                         const char *id)
{
  g_autoptr (QuoRoleList) roles = quo_role_list_new (relation);
  QuoRelation fields = *relation;

  if (!quo_role_list_remove (roles, role, id))
    return;
  if (!makes_sense (relation, roles))
    {
      quo_edit_swap (verb->edit, (gpointer)relation, NULL);
      return;
    }
  quo_role_list_fill (roles, &fields);
  quo_verb_change_relation (verb, relation, &fields);
}

/* Linking */

/* (transfer full) (nullable): the edit, unless nothing came of it. */
static QuoEdit *
finish (QuoVerb *verb, gboolean is_change)
{
  if (!is_change)
    g_clear_pointer (&verb->edit, quo_edit_unref);
  return verb->edit;
}

static gboolean
can_be_member (QuoDocument *document, const QuoAnnotation *quote, const char *member)
{
  return (quo_document_find_annotation (document, member) != NULL
          || quo_document_find_entity (document, member) != NULL)
         && strcmp (member, quote->base.id) != 0;
}

static const char *
get_link_title (const char *role)
{
  if (strcmp (role, "source") == 0)
    return _ ("Link to Speaker");
  if (strcmp (role, "addressee") == 0)
    return _ ("Link to Addressee");
  if (strcmp (role, QUO_ROLE_CUE) == 0)
    return _ ("Link to Cue");
  /* Translators: an act that can be undone: a quote gets another part of its relation. */
  return _ ("Link");
}

QuoEdit *
quo_verb_link (QuoDocument *document, const QuoActor *actor, const QuoAnnotation *quote,
               const char *role, const char *member, gboolean is_more)
{
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && quote != NULL, NULL);
  g_return_val_if_fail (role != NULL, NULL);
  if (!can_be_member (document, quote, member))
    return NULL;
  quo_verb_begin (&verb, document, actor, get_link_title (role));
  quo_verb_select (&verb, quote->base.id);
  return finish (&verb, quo_verb_put_in_role (&verb, quote, role, member, is_more));
}

QuoEdit *
quo_verb_unlink (QuoDocument *document, const QuoAnnotation *quote, const char *role,
                 const char *member)
{
  GPtrArray *all;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && quote != NULL, NULL);
  g_return_val_if_fail (role != NULL && member != NULL, NULL);
  quo_verb_begin_change (&verb, document, _ ("Unlink"));
  quo_verb_select (&verb, quote->base.id);
  all = quo_document_get_referrers (document, quote->base.id);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (all, i);
      const QuoRole *quotes;

      if (relation->base.kind != QUO_RECORD_RELATION)
        continue;
      quotes = quo_relation_find_role (relation, QUO_ROLE_QUOTE);
      if (quotes != NULL && quo_role_has (quotes, quote->base.id))
        quo_verb_take_from_role (&verb, relation, role, member);
    }
  return finish (&verb, quo_edit_get_length (verb.edit) > 0);
}

/* A speaker by name */

static const QuoEntity *
find_named_entity (QuoDocument *document, const char *type, const char *name)
{
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ENTITY);

  for (guint i = 0; i < all->len; i++)
    {
      const QuoEntity *entity = g_ptr_array_index (all, i);

      if (g_strcmp0 (entity->name, name) == 0 && g_strcmp0 (entity->type, type) == 0)
        return entity;
    }
  return NULL;
}

static const char *
find_or_add_entity (QuoVerb *verb, const QuoLabel *label, const char *name)
{
  const QuoEntity *known = find_named_entity (verb->document, label->id, name);
  const QuoEntity fields = { .type = label->id, .name = name };

  return (known != NULL ? known : quo_verb_add_entity (verb, &fields))->base.id;
}

/* The annotation of @mention, new or old, with the entity of that name unless it has one already.
 */
static const char *
mention_by_name (QuoVerb *verb, const QuoLabel *label, QuoSpan mention, const char *name)
{
  const QuoAnnotation *known
      = quo_verb_find_same (verb->document, verb->layer, label->id, &mention, 1);
  QuoAnnotation fields = { .type = label->id, .ranges = &mention, .n_ranges = 1 };
  const char *entity;

  if (known != NULL && known->n_entities > 0)
    return known->base.id;
  if (known != NULL)
    fields = *known;
  entity = find_or_add_entity (verb, label, name);
  fields.entities = &entity;
  fields.n_entities = 1;
  if (known == NULL)
    return quo_verb_add_annotation (verb, &fields)->base.id;
  quo_verb_change_annotation (verb, known, &fields);
  return known->base.id;
}

/* (transfer full): the name as given, else what the mention says; may be empty. */
static char *
dup_name (QuoDocument *document, const char *name, const QuoSpan *mention)
{
  const QuoAnnotation words = { .ranges = mention, .n_ranges = mention != NULL };
  char *given = g_strstrip (g_strdup (name != NULL ? name : ""));

  if (*given != '\0')
    return given;
  g_free (given);
  return quo_verb_dup_words (document, &words);
}

QuoEdit *
quo_verb_link_new (QuoDocument *document, const QuoActor *actor, const QuoAnnotation *quote,
                   const QuoLabel *label, QuoSpan mention, const char *name)
{
  g_autofree char *own_name = NULL;
  gboolean has_mention;
  const char *member;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && quote != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);
  has_mention = lies_in_text (document, &mention);
  own_name = dup_name (document, name, has_mention ? &mention : NULL);
  if (*own_name == '\0')
    return NULL;
  quo_verb_begin (&verb, document, actor, get_link_title ("source"));
  quo_verb_select (&verb, quote->base.id);
  if (has_mention)
    member = mention_by_name (&verb, label, mention, own_name);
  else
    member = find_or_add_entity (&verb, label, own_name);
  return finish (&verb, quo_verb_put_in_role (&verb, quote, "source", member, FALSE));
}

QuoEdit *
quo_verb_link_mention (QuoDocument *document, const QuoActor *actor, const QuoAnnotation *quote,
                       const QuoLabel *label, QuoSpan mention, const char *form)
{
  const QuoValue value = { .text = form };
  const QuoAttr attr = { .name = "form", .values = &value, .n_values = 1 };
  const QuoAnnotation *known;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && quote != NULL, NULL);
  g_return_val_if_fail (label != NULL && form != NULL, NULL);
  if (!lies_in_text (document, &mention))
    return NULL;
  quo_verb_begin (&verb, document, actor, get_link_title ("source"));
  quo_verb_select (&verb, quote->base.id);
  known = quo_verb_find_same (document, verb.layer, label->id, &mention, 1);
  if (known == NULL)
    known = quo_verb_add_annotation (
        &verb,
        &(QuoAnnotation){
            .type = label->id, .ranges = &mention, .n_ranges = 1, .attrs = &attr, .n_attrs = 1 });
  return finish (&verb, quo_verb_put_in_role (&verb, quote, "source", known->base.id, FALSE));
}
