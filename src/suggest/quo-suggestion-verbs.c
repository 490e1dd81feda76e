/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggestion-verbs.h"

#include "quo-suggestions-private.h"
#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <string.h>

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

/* Whether a new proposal mentions the entity of an old one. */
static gboolean
is_named_again (const QuoSuggestions *suggestions, const char *entity)
{
  for (guint i = 0; i < suggestions->annotations->len; i++)
    if (quo_annotation_has_entity (g_ptr_array_index (suggestions->annotations, i), entity))
      return TRUE;
  return FALSE;
}

static void
remove_old (QuoVerb *verb, const QuoSuggestions *suggestions)
{
  static const QuoRecordKind kinds[]
      = { QUO_RECORD_RELATION, QUO_RECORD_ANNOTATION, QUO_RECORD_ENTITY };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GPtrArray *records = quo_document_get_records (verb->document, kinds[k]);

      for (guint i = 0; i < records->len; i++)
        {
          QuoRecord *record = g_ptr_array_index (records, i);
          gboolean is_old = kinds[k] == QUO_RECORD_ENTITY
                                ? g_strcmp0 (((QuoEntity *)record)->by, QUO_SUGGEST_AGENT) == 0
                                      && !is_named_again (suggestions, record->id)
                                : is_ours (record);

          if (is_old && !is_used (verb->document, record->id))
            quo_edit_swap (verb->edit, record, NULL);
        }
    }
}

/* Whether the id is free after what the edit has removed so far. */
static gboolean
is_free (QuoVerb *verb, const char *id)
{
  return quo_edit_find (verb->edit, id, quo_document_find (verb->document, id)) == NULL;
}

/* A record that was removed and comes again under the same id is swapped. */
static void
put (QuoVerb *verb, gpointer record)
{
  const QuoRecord *known = quo_document_find (verb->document, QUO_RECORD (record)->id);

  if (is_free (verb, QUO_RECORD (record)->id) || known == NULL)
    quo_edit_take (verb->edit, NULL, record);
  else
    quo_record_unref (record);
}

static void
put_all (QuoVerb *verb, const QuoSuggestions *suggestions)
{
  for (guint i = 0; i < suggestions->entities->len; i++)
    put (verb, quo_record_ref (g_ptr_array_index (suggestions->entities, i)));
  for (guint i = 0; i < suggestions->annotations->len; i++)
    {
      QuoAnnotation fields = *(QuoAnnotation *)g_ptr_array_index (suggestions->annotations, i);

      fields.layer = verb->layer;
      put (verb, quo_annotation_new (&fields));
    }
  for (guint i = 0; i < suggestions->relations->len; i++)
    {
      QuoRelation fields = *(QuoRelation *)g_ptr_array_index (suggestions->relations, i);

      fields.layer = verb->layer;
      put (verb, quo_relation_new (&fields));
    }
}

QuoEdit *
quo_verb_suggest (QuoDocument *document, const QuoActor *actor, const QuoSuggestions *suggestions)
{
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && suggestions != NULL, NULL);
  quo_verb_begin (&verb, document, actor, _ ("Suggest"));
  remove_old (&verb, suggestions);
  if (quo_document_find (document, QUO_SUGGEST_AGENT) == NULL
      && suggestions->annotations->len + suggestions->relations->len > 0)
    quo_edit_swap (verb.edit, NULL, suggestions->agent);
  put_all (&verb, suggestions);
  if (suggestions->annotations->len + suggestions->relations->len == 0)
    g_clear_pointer (&verb.edit, quo_edit_unref);
  return verb.edit;
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
  quo_verb_begin (&verb, document, actor, _ ("Accept Suggestion"));
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

/* --- In words --- */

gboolean
quo_suggestion_is_helper (const QuoAnnotation *annotation)
{
  const char *rule = annotation->from != NULL ? annotation->from->rule : NULL;

  return annotation->status == QUO_STATUS_SUGGESTED
         && (g_strcmp0 (rule, "cue") == 0 || g_strcmp0 (rule, "speaker") == 0);
}

const char *
quo_suggestion_describe (const QuoAnnotation *annotation)
{
  static const struct
  {
    const char *rule, *words;
  } rules[] = {
    { "marks", N_ ("stands in quotation marks") },
    { "said-clause", N_ ("follows a word of saying") },
    { "clause-said", N_ ("is followed by who says it") },
    { "clause-said-clause", N_ ("stands round who says it") },
    { "according-to", N_ ("its source is named: according to") },
    { "mood", N_ ("goes on in the mood of reported speech") },
    { "cue", N_ ("a word of saying") },
    { "speaker", N_ ("stands beside the word of saying") },
    { "gazetteer", N_ ("is a name in a list") },
    { "capitals", N_ ("is written and used like a name") },
    { "calendar", N_ ("is a day or a month") },
  };
  const char *rule = annotation->from != NULL ? annotation->from->rule : NULL;

  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].rule, rule) == 0)
      return _ (rules[i].words);
  return NULL;
}
