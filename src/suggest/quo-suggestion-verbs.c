/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggestion-verbs.h"

#include "quo-suggestion-questions.h"
#include "quo-suggestions-private.h"
#include "quo-verb-private.h"

#include <glib/gi18n.h>

/* Proposals in a document are records with status suggested; accepting and rejecting swaps them for
 * records without it. */

/* --- Into the document --- */

static gboolean
is_ours (const QuoRecord *record)
{
  if (record->kind == QUO_RECORD_ANNOTATION)
    {
      const QuoAnnotation *annotation = (const QuoAnnotation *)record;

      return annotation->status == QUO_STATUS_SUGGESTED && annotation->from != NULL
             && g_strcmp0 (annotation->from->agent, QUO_SUGGEST_AGENT) == 0;
    }
  if (record->kind == QUO_RECORD_RELATION)
    {
      const QuoRelation *relation = (const QuoRelation *)record;

      return relation->status == QUO_STATUS_SUGGESTED && relation->from != NULL
             && g_strcmp0 (relation->from->agent, QUO_SUGGEST_AGENT) == 0;
    }
  return FALSE;
}

/* Whether something that stays names the record: what is no untouched proposal, or a proposed
 * mention that such a record names. */
static gboolean
is_used (QuoDocument *document, const char *id)
{
  GPtrArray *all = quo_document_get_referrers (document, id);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (all, i);

      if (!is_ours (record)
          || (record->kind == QUO_RECORD_ANNOTATION && is_used (document, record->id)))
        return TRUE;
    }
  return FALSE;
}

/* What becomes of the proposals in a document when there are new ones. */
typedef struct
{
  QuoVerb verb;
  const QuoSuggestions *suggestions;
  GHashTable *kept;     /* set of ids of records that stay as they are */
  GHashTable *declined; /* set of ids of proposals that are not wanted, or NULL */
} Exchange;

static void
remove_old (Exchange *exchange)
{
  static const QuoRecordKind kinds[]
      = { QUO_RECORD_RELATION, QUO_RECORD_ANNOTATION, QUO_RECORD_ENTITY };
  QuoDocument *document = exchange->verb.document;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GPtrArray *records = quo_document_get_records (document, kinds[k]);

      for (guint i = 0; i < records->len; i++)
        {
          QuoRecord *record = g_ptr_array_index (records, i);
          gboolean is_old
              = kinds[k] == QUO_RECORD_ENTITY
                    ? g_strcmp0 (((QuoEntity *)record)->by, QUO_SUGGEST_AGENT) == 0
                          && !quo_suggestions_have_entity (exchange->suggestions, record->id)
                    : is_ours (record);

          if (is_old && !g_hash_table_contains (exchange->kept, record->id)
              && !is_used (document, record->id))
            quo_edit_swap (exchange->verb.edit, record, NULL);
        }
    }
}

/* Whether the id is free after what the edit has removed so far. */
static gboolean
is_free (Exchange *exchange, const char *id)
{
  return quo_edit_find (exchange->verb.edit, id, quo_document_find (exchange->verb.document, id))
         == NULL;
}

/* A record that was removed and comes again under the same id is swapped. */
static void
put (Exchange *exchange, gpointer record)
{
  const char *id = QUO_RECORD (record)->id;

  if (is_free (exchange, id) || quo_document_find (exchange->verb.document, id) == NULL)
    quo_edit_take (exchange->verb.edit, NULL, record);
  else
    quo_record_unref (record);
}

static gboolean
is_declined (const Exchange *exchange, const char *id)
{
  return exchange->declined != NULL && g_hash_table_contains (exchange->declined, id);
}

/* Whether all that the relation names will be there. */
static gboolean
is_complete (Exchange *exchange, const QuoRelation *relation)
{
  for (guint i = 0; i < relation->n_roles; i++)
    for (guint k = 0; k < relation->roles[i].n_members; k++)
      if (is_free (exchange, relation->roles[i].members[k]))
        return FALSE;
  return TRUE;
}

static void
put_entity (Exchange *exchange, const char *id)
{
  g_autoptr (QuoRecord) entity = quo_suggestions_dup (exchange->suggestions, id);

  if (entity != NULL && is_free (exchange, id))
    put (exchange, g_steal_pointer (&entity));
}

static void
put_annotations (Exchange *exchange)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (exchange->suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation
          = quo_suggestions_dup_annotation (exchange->suggestions, i, exchange->verb.layer);

      if (is_declined (exchange, annotation->base.id))
        continue;
      for (guint k = 0; k < annotation->n_entities; k++)
        put_entity (exchange, annotation->entities[k]);
      put (exchange, g_steal_pointer (&annotation));
    }
}

static void
put_relations (Exchange *exchange)
{
  for (guint i = 0; i < quo_suggestions_count_relations (exchange->suggestions); i++)
    {
      g_autoptr (QuoRelation) relation
          = quo_suggestions_dup_relation (exchange->suggestions, i, exchange->verb.layer);

      if (is_complete (exchange, relation))
        put (exchange, g_steal_pointer (&relation));
    }
}

static void
keep (Exchange *exchange, const char *id)
{
  const QuoAnnotation *annotation = quo_document_find_annotation (exchange->verb.document, id);

  g_hash_table_add (exchange->kept, (gpointer)id);
  for (guint i = 0; annotation != NULL && i < annotation->n_entities; i++)
    g_hash_table_add (exchange->kept, (gpointer)annotation->entities[i]);
}

/* The proposal, what it mentions, and all that its quotations hold. */
static void
keep_whole (Exchange *exchange, const char *id)
{
  GPtrArray *all = quo_document_get_referrers (exchange->verb.document, id);

  keep (exchange, id);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (all, i);

      if (relation->base.kind != QUO_RECORD_RELATION)
        continue;
      keep (exchange, relation->base.id);
      for (guint k = 0; k < relation->n_roles; k++)
        for (guint m = 0; m < relation->roles[k].n_members; m++)
          keep (exchange, relation->roles[k].members[m]);
    }
}

static gboolean
make_exchange (Exchange *exchange, const QuoActor *actor)
{
  const QuoSuggestions *suggestions = exchange->suggestions;
  gboolean is_any = quo_suggestions_count_annotations (suggestions)
                        + quo_suggestions_count_relations (suggestions)
                    > 0;

  quo_verb_begin (&exchange->verb, exchange->verb.document, actor, _ ("Suggest"));
  remove_old (exchange);
  if (is_any && quo_document_find (exchange->verb.document, QUO_SUGGEST_AGENT) == NULL)
    quo_edit_swap (exchange->verb.edit, NULL, suggestions->agent);
  put_annotations (exchange);
  put_relations (exchange);
  return is_any;
}

QuoEdit *
quo_verb_suggest (QuoDocument *document, const QuoActor *actor, const QuoSuggestions *suggestions)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  Exchange exchange = { .verb.document = document, .suggestions = suggestions, .kept = kept };

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && suggestions != NULL, NULL);
  if (!make_exchange (&exchange, actor))
    g_clear_pointer (&exchange.verb.edit, quo_edit_unref);
  return exchange.verb.edit;
}

QuoEdit *
quo_verb_clear_suggestions (QuoDocument *document)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (QuoSuggestions) none = quo_suggestions_new (NULL);
  Exchange exchange = { .suggestions = none, .kept = kept };

  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  quo_verb_begin_change (&exchange.verb, document, _ ("Take Suggestions Away"));
  remove_old (&exchange);
  if (quo_edit_is_empty (exchange.verb.edit))
    g_clear_pointer (&exchange.verb.edit, quo_edit_unref);
  return exchange.verb.edit;
}

/* --- Again --- */

/* A certainty that changed by less is as it was. */
#define STABLE 0.1

static double
get_conf (const char *conf)
{
  return conf != NULL ? g_ascii_strtod (conf, NULL) : 1;
}

static gboolean
says_the_same (const QuoRecord *before, const QuoRecord *after)
{
  g_autoptr (QuoRecord) alike = NULL;
  double change = 0;

  if (before->kind == QUO_RECORD_ANNOTATION)
    {
      const QuoAnnotation *old = (const QuoAnnotation *)before;
      QuoAnnotation fields = *(const QuoAnnotation *)after;

      change = get_conf (fields.conf) - get_conf (old->conf);
      fields.conf = old->conf;
      fields.from = old->from;
      alike = (QuoRecord *)quo_annotation_new (&fields);
    }
  else if (before->kind == QUO_RECORD_RELATION)
    {
      const QuoRelation *old = (const QuoRelation *)before;
      QuoRelation fields = *(const QuoRelation *)after;

      change = get_conf (fields.conf) - get_conf (old->conf);
      fields.conf = old->conf;
      fields.from = old->from;
      alike = (QuoRecord *)quo_relation_new (&fields);
    }
  return ABS (change) < STABLE && quo_record_equal (before, alike != NULL ? alike : after);
}

QuoEdit *
quo_verb_suggest_again (QuoDocument *document, const QuoActor *actor,
                        const QuoSuggestions *suggestions, const char *keep_id,
                        GHashTable *declined)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  Exchange exchange = {
    .verb.document = document, .suggestions = suggestions, .kept = kept, .declined = declined
  };
  g_autoptr (QuoEdit) all = NULL;
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && suggestions != NULL, NULL);
  if (keep_id != NULL)
    keep_whole (&exchange, keep_id);
  make_exchange (&exchange, actor);
  all = exchange.verb.edit;
  edit = quo_edit_new (all->title);
  for (guint i = 0; i < quo_edit_get_length (all); i++)
    {
      const QuoChange *change = quo_edit_get (all, i);

      if (change->before == NULL || change->after == NULL
          || !says_the_same (change->before, change->after))
        quo_edit_swap (edit, change->before, change->after);
    }
  if (quo_edit_is_empty (edit))
    g_clear_pointer (&edit, quo_edit_unref);
  return edit;
}

/* --- Accept --- */

static void
accept_annotation (QuoVerb *verb, const char *id)
{
  const QuoAnnotation *annotation = quo_verb_get_annotation (verb, id);
  QuoAnnotation fields;

  if (annotation == NULL || annotation->status != QUO_STATUS_SUGGESTED)
    return;
  fields = *annotation;
  fields.status = QUO_STATUS_NONE;
  fields.layer = verb->layer;
  fields.by = verb->by;
  quo_verb_change_annotation (verb, annotation, &fields);
}

/* The quotation that is proposed for the quote, with all that is in it. */
static void
accept_quotation (QuoVerb *verb, const char *quote)
{
  GPtrArray *all = quo_document_get_referrers (verb->document, quote);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (all, i);
      const QuoRole *quotes;
      QuoRelation fields;

      if (relation->base.kind != QUO_RECORD_RELATION || relation->status != QUO_STATUS_SUGGESTED)
        continue;
      quotes = quo_relation_find_role (relation, QUO_ROLE_QUOTE);
      if (quotes == NULL || !quo_role_has (quotes, quote))
        continue;
      fields = *relation;
      fields.status = QUO_STATUS_NONE;
      fields.layer = verb->layer;
      fields.by = verb->by;
      quo_verb_change_relation (verb, relation, &fields);
      for (guint k = 0; k < relation->n_roles; k++)
        for (guint m = 0; m < relation->roles[k].n_members; m++)
          accept_annotation (verb, relation->roles[k].members[m]);
    }
}

QuoEdit *
quo_verb_accept_suggestions (QuoDocument *document, const QuoActor *actor, GPtrArray *annotations)
{
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotations != NULL, NULL);
  if (annotations->len == 0)
    return NULL;
  quo_verb_begin (&verb, document, actor,
                  annotations->len > 1 ? _ ("Accept Suggestions") : _ ("Accept Suggestion"));
  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      accept_annotation (&verb, annotation->base.id);
      accept_quotation (&verb, annotation->base.id);
    }
  return verb.edit;
}

/* --- Reject --- */

/* A cue or speaker that was proposed for this quotation alone. */
static void
drop_helper (QuoVerb *verb, const QuoRelation *relation, const char *id)
{
  const QuoAnnotation *annotation = quo_verb_get_annotation (verb, id);
  GPtrArray *all = quo_document_get_referrers (verb->document, id);

  if (annotation == NULL || !quo_suggestion_is_helper (annotation))
    return;
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_ptr_array_index (all, i) != (gpointer)relation)
      return;
  quo_edit_swap (verb->edit, (gpointer)annotation, NULL);
}

/* What is proposed of the annotation in quotations: those of a quote go, those of a speaker lose
 * them. */
static void
drop_relations (QuoVerb *verb, const QuoAnnotation *annotation)
{
  GPtrArray *all = quo_document_get_referrers (verb->document, annotation->base.id);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (all, i);
      const QuoRole *quotes;

      if (relation->base.kind != QUO_RECORD_RELATION || relation->status != QUO_STATUS_SUGGESTED)
        continue;
      quotes = quo_relation_find_role (relation, QUO_ROLE_QUOTE);
      if (quotes == NULL || !quo_role_has (quotes, annotation->base.id))
        {
          quo_verb_take_from_role (verb, relation, NULL, annotation->base.id);
          continue;
        }
      quo_edit_swap (verb->edit, (gpointer)relation, NULL);
      for (guint k = 0; k < relation->n_roles; k++)
        for (guint m = 0; m < relation->roles[k].n_members; m++)
          drop_helper (verb, relation, relation->roles[k].members[m]);
    }
}

QuoEdit *
quo_verb_reject_suggestion (QuoDocument *document, const QuoActor *actor,
                            const QuoAnnotation *annotation)
{
  QuoAnnotation fields;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL, NULL);
  if (annotation->status != QUO_STATUS_SUGGESTED)
    return NULL;
  quo_verb_begin (&verb, document, actor, _ ("Reject Suggestion"));
  fields = *annotation;
  fields.status = QUO_STATUS_REJECTED;
  fields.layer = verb.layer;
  fields.by = verb.by;
  quo_verb_change_annotation (&verb, annotation, &fields);
  drop_relations (&verb, annotation);
  return verb.edit;
}
