/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is who: mentions of one person, place ... share an entity. */
#include "quo-config.h"

#include "quo-entity-merge.h"
#include "quo-name.h"
#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Names */

/* A mention that is a name says more than "she" or "the mayor": it begins with a capital letter (or
 * with one of a script that has none). */
static gboolean
looks_like_name (const char *words)
{
  return !g_unichar_islower (g_utf8_get_char (words));
}

/* Whether @words name somebody better than @best. */
static gboolean
is_better_name (const char *words, const char *best)
{
  if (best == NULL || looks_like_name (words) != looks_like_name (best))
    return best == NULL || looks_like_name (words);
  return g_utf8_strlen (words, -1) > g_utf8_strlen (best, -1);
}

static void
offer_name (char **best, char *words)
{
  if (*words != '\0' && is_better_name (words, *best))
    {
      g_free (*best);
      *best = words;
    }
  else
    g_free (words);
}

static char *
dup_best_mention (QuoDocument *document, const char *entity)
{
  GPtrArray *all = quo_document_get_referrers (document, entity);
  char *best = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoAnnotation *mention = g_ptr_array_index (all, i);

      if (mention->base.kind == QUO_RECORD_ANNOTATION && mention->n_entities == 1)
        offer_name (&best, quo_verb_dup_words (document, mention));
    }
  return best;
}

static char *
dup_entity_name (QuoDocument *document, const QuoEntity *entity)
{
  char *name = g_strdup (entity->name);

  if (name == NULL)
    name = dup_best_mention (document, entity->base.id);
  return name != NULL ? name : g_strdup (entity->base.id);
}

char *
quo_document_dup_member_name (QuoDocument *document, const char *id)
{
  const QuoAnnotation *annotation;
  const QuoEntity *entity;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  annotation = quo_document_find_annotation (document, id);
  if (annotation != NULL && annotation->n_entities != 1)
    return quo_verb_dup_words (document, annotation);
  entity = quo_document_find_entity (document, annotation != NULL ? annotation->entities[0] : id);
  if (entity != NULL)
    return dup_entity_name (document, entity);
  return annotation != NULL ? quo_verb_dup_words (document, annotation) : g_strdup (id);
}

/* The same */

static void
set_entities (QuoVerb *verb, const QuoAnnotation *annotation, const char *const *ids, guint n_ids)
{
  QuoAnnotation fields = *annotation;

  fields.entities = ids;
  fields.n_entities = n_ids;
  fields.status = quo_verb_accept (annotation->status);
  quo_verb_change_annotation (verb, annotation, &fields);
}

/* Two mentions without an entity get a new one, by the better of their names, and of its kind: "he"
 * is a mention, whom it stands for is a person. */
static void
join_bare_mentions (QuoVerb *verb, const QuoAnnotation *a, const QuoAnnotation *b)
{
  QuoEntity fields = { .type = b->type };
  char *words = quo_verb_dup_words (verb->document, a);
  g_autofree char *name = NULL;
  const char *id;

  offer_name (&name, quo_verb_dup_words (verb->document, b));
  if (*words != '\0' && is_better_name (words, name))
    fields.type = a->type;
  offer_name (&name, words);
  fields.name = name != NULL && looks_like_name (name) ? name : NULL;
  id = quo_verb_add_entity (verb, &fields)->base.id;
  set_entities (verb, a, &id, 1);
  set_entities (verb, b, &id, 1);
}

/* Whether the name of @entity is what one of its mentions says: nobody wrote another one. */
static gboolean
is_named_by_mention (QuoDocument *document, const QuoEntity *entity)
{
  GPtrArray *all = quo_document_get_referrers (document, entity->base.id);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoAnnotation *mention = g_ptr_array_index (all, i);
      g_autofree char *words = mention->base.kind == QUO_RECORD_ANNOTATION
                                   ? quo_verb_dup_words (document, mention)
                                   : NULL;

      if (g_strcmp0 (words, entity->name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* @mention is one more of @id. Where it says the name in full, "Ann Lee" for "Lee", that becomes
 * the name, and what it was an alias. */
static void
name_in_full (QuoVerb *verb, const char *id, const QuoAnnotation *mention)
{
  const QuoEntity *entity = quo_verb_get_entity (verb, id);
  g_autofree char *words = quo_verb_dup_words (verb->document, mention);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  QuoEntity fields;

  if (entity == NULL || entity->name == NULL || !quo_name_is_fuller (words, entity->name)
      || !is_named_by_mention (verb->document, entity))
    return;
  fields = *entity;
  for (guint i = 0; i < entity->n_aliases; i++)
    if (strcmp (entity->aliases[i], words) != 0)
      g_ptr_array_add (aliases, (gpointer)entity->aliases[i]);
  if (!g_ptr_array_find_with_equal_func (aliases, entity->name, g_str_equal, NULL))
    g_ptr_array_add (aliases, (gpointer)entity->name);
  fields.name = words;
  fields.aliases = (const char *const *)aliases->pdata;
  fields.n_aliases = aliases->len;
  quo_verb_change_entity (verb, entity, &fields);
}

/* @annotation stands for @ids from now on. */
static void
join_entities (QuoVerb *verb, const QuoAnnotation *annotation, const char *const *ids, guint n_ids)
{
  set_entities (verb, annotation, ids, n_ids);
  if (n_ids == 1)
    name_in_full (verb, ids[0], annotation);
}

static gboolean
has_same_entities (const QuoAnnotation *a, const QuoAnnotation *b)
{
  if (a->n_entities != b->n_entities)
    return FALSE;
  for (guint i = 0; i < a->n_entities; i++)
    if (!quo_annotation_has_entity (b, a->entities[i]))
      return FALSE;
  return TRUE;
}

/* Mentions of several ("they") cannot be merged: the annotation means what the other means. */
static void
join_mentions (QuoVerb *verb, const QuoAnnotation *annotation, const QuoAnnotation *other)
{
  if (annotation->n_entities == 0 && other->n_entities == 0)
    join_bare_mentions (verb, annotation, other);
  else if (other->n_entities == 0)
    join_entities (verb, other, annotation->entities, annotation->n_entities);
  else if (annotation->n_entities == 1 && other->n_entities == 1)
    quo_entity_merge (verb, annotation->entities[0], other->entities[0]);
  else
    join_entities (verb, annotation, other->entities, other->n_entities);
}

QuoEdit *
quo_verb_same_as (QuoDocument *document, const QuoActor *actor, const QuoAnnotation *annotation,
                  const char *other)
{
  const QuoAnnotation *mention;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && annotation != NULL, NULL);
  mention = quo_document_find_annotation (document, other);
  if (mention == annotation
      || (mention != NULL && mention->n_entities > 0 && has_same_entities (annotation, mention)))
    return NULL;
  if (mention == NULL
      && (quo_document_find_entity (document, other) == NULL
          || (annotation->n_entities == 1 && strcmp (annotation->entities[0], other) == 0)))
    return NULL;
  quo_verb_begin_change (&verb, document, _ ("Mark as the Same"));
  if (mention != NULL)
    join_mentions (&verb, annotation, mention);
  else if (annotation->n_entities == 1)
    quo_entity_merge (&verb, annotation->entities[0], other);
  else
    join_entities (&verb, annotation, &other, 1);
  quo_verb_select (&verb, annotation->base.id);
  return verb.edit;
}

QuoEdit *
quo_verb_rename_entity (QuoDocument *document, const QuoEntity *entity, const char *name)
{
  g_autofree char *stripped = NULL;
  QuoEntity fields;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && entity != NULL, NULL);
  stripped = g_strstrip (g_strdup (name != NULL ? name : ""));
  fields = *entity;
  fields.name = *stripped != '\0' ? stripped : NULL;
  if (g_strcmp0 (fields.name, entity->name) == 0)
    return NULL;
  quo_verb_begin_change (&verb, document, _ ("Rename"));
  quo_verb_change_entity (&verb, entity, &fields);
  return verb.edit;
}
