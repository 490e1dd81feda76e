/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linking a quote to who said it: a ranked speaker, a name in the text, or one that is typed. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-mentions.h"
#include "quo-names.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* The selected quote if it may be changed; else says why not. */
static const QuoAnnotation *
require_quote (QuoSession *session)
{
  const QuoAnnotation *quote = quo_session_require_selected (session);

  if (quote != NULL && quo_session_get_kind (session, quote) != QUO_LABEL_QUOTE)
    {
      quo_session_set_message (session, _ ("Select a quote to link it to its speaker"));
      return NULL;
    }
  return quote;
}

static gboolean
finish_link (QuoSession *session, QuoEdit *edit, const char *quote_id, const char *name)
{
  g_autofree char *kept = g_strdup (quote_id);
  const QuoAnnotation *quote = quo_document_find_annotation (session->document, quote_id);
  gboolean was_suggested = quote != NULL && quote->status == QUO_STATUS_SUGGESTED;

  if (edit == NULL)
    {
      quo_session_set_prompting (session, FALSE);
      quo_session_set_message (session, _ ("Already linked to %s"), name);
      return FALSE;
    }
  if (!quo_session_take_edit (session, edit, g_strdup_printf (_ ("Speaker: %s"), name)))
    return FALSE;
  quo_session_set_selected (session, kept);
  quo_session_set_prompting (session, FALSE);
  if (was_suggested)
    quo_session_judge_next (session, kept);
  else if (session->auto_advance)
    quo_session_advance_quote (session);
  return TRUE;
}

static gboolean
link_member (QuoSession *session, const QuoAnnotation *quote, const char *id)
{
  QuoActor actor = quo_session_get_actor (session);
  g_autofree char *name = quo_session_dup_member_name (session, id);

  return finish_link (session,
                      quo_verb_link (session->document, &actor, quote, "source", id, FALSE),
                      quote->base.id, name);
}

/* What words are that are no name, where the tagset has a label for such: "she", "the mayor". */
static const char *
get_mention_form (QuoSession *session, QuoSpan span)
{
  if (quo_span_is_empty (span) || quo_tagset_find (session->tagset, QUO_TYPE_MENTION) == NULL)
    return NULL;
  return quo_name_get_form (quo_document_get_text (session->document), span,
                            quo_session_get_language (session));
}

/* A person who is not annotated yet: the words of @span, or only a name. */
static gboolean
link_words (QuoSession *session, const QuoAnnotation *quote, QuoSpan span, const char *name)
{
  QuoActor actor = quo_session_get_actor (session);
  const QuoLabel *label = quo_tagset_find (session->tagset, "person");
  const char *form = get_mention_form (session, span);

  if (form != NULL)
    {
      label = quo_tagset_find (session->tagset, QUO_TYPE_MENTION);
      return finish_link (
          session, quo_verb_link_mention (session->document, &actor, quote, label, span, form),
          quote->base.id, name);
    }
  if (label == NULL)
    label = quo_tagset_find_kind (session->tagset, QUO_LABEL_ENTITY);
  if (label == NULL)
    {
      quo_session_set_message (session, _ ("The tagset has no label for people"));
      return FALSE;
    }
  return finish_link (session,
                      quo_verb_link_new (session->document, &actor, quote, label, span, name),
                      quote->base.id, name);
}

char *
quo_session_dup_candidate_id (const QuoCandidate *candidate)
{
  if (candidate->id != NULL)
    return g_strdup (candidate->id);
  return g_strdup_printf ("@%u-%u", candidate->span.start, candidate->span.end);
}

static gboolean
link_candidate (QuoSession *session, const QuoAnnotation *quote, const QuoCandidate *candidate)
{
  g_autofree char *id = g_strdup (candidate->id);
  g_autofree char *name = g_strdup (candidate->name);
  QuoSpan span = candidate->span;

  if (id != NULL)
    return link_member (session, quote, id);
  return link_words (session, quote, span, name);
}

gboolean
quo_session_link_candidate (QuoSession *session, guint nth)
{
  const QuoAnnotation *quote;
  GPtrArray *candidates;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  quote = require_quote (session);
  if (quote == NULL || !quo_session_check_open (session))
    return FALSE;
  candidates = quo_session_get_candidates (session);
  if (candidates->len == 0)
    {
      quo_session_set_message (session, _ ("No speaker was found near this quote"));
      return FALSE;
    }
  if (nth >= candidates->len)
    {
      quo_session_set_message (session, _ ("There is no speaker %u"), nth + 1);
      return FALSE;
    }
  return link_candidate (session, quote, g_ptr_array_index (candidates, nth));
}

/* "@120-133": a stretch of plain text, as the candidates of `win.state` are named. */
static gboolean
link_place (QuoSession *session, const QuoAnnotation *quote, const char *place)
{
  guint32 length = quo_text_get_length (quo_document_get_text (session->document));
  g_autofree char *words = NULL;
  guint start, end;

  if (sscanf (place, "@%u-%u", &start, &end) != 2 || start >= end || end > length)
    {
      quo_session_set_message (session, _ ("There is no place “%s” in the article"), place);
      return FALSE;
    }
  words = quo_text_dup (quo_document_get_text (session->document), QUO_SPAN (start, end));
  return link_words (session, quote, QUO_SPAN (start, end), words);
}

gboolean
quo_session_link_speaker (QuoSession *session, const char *id)
{
  const QuoAnnotation *quote;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (id == NULL || *id == '\0')
    return quo_session_link_candidate (session, 0);
  quote = require_quote (session);
  if (quote == NULL || !quo_session_check_open (session))
    return FALSE;
  if (*id == '@')
    return link_place (session, quote, id);
  if (quo_document_find_annotation (session->document, id) == NULL
      && quo_document_find_entity (session->document, id) == NULL)
    {
      quo_session_set_message (session, _ ("There is no annotation or entity “%s”"), id);
      return FALSE;
    }
  if (strcmp (id, quote->base.id) == 0)
    {
      quo_session_set_message (session, _ ("A quote cannot be its own speaker"));
      return FALSE;
    }
  return link_member (session, quote, id);
}

gboolean
quo_session_link (QuoSession *session, const char *quote, const char *speaker)
{
  g_autofree char *who = g_strdup (speaker);

  g_return_val_if_fail (QUO_IS_SESSION (session) && quote != NULL && speaker != NULL, FALSE);

  if (session->document == NULL || quo_document_find_annotation (session->document, quote) == NULL)
    return FALSE;
  quo_session_set_selected (session, quote);
  quo_session_put_caret (session, session->caret);
  quo_session_keep_caret_inside (session);
  return quo_session_link_speaker (session, who);
}

static gboolean
covers (const QuoAnnotation *annotation, guint32 offset)
{
  for (guint i = 0; i < annotation->n_ranges; i++)
    if (offset >= annotation->ranges[i].start && offset < annotation->ranges[i].end)
      return TRUE;
  return FALSE;
}

char *
quo_session_dup_speaker_at (QuoSession *session, const char *quote, guint32 offset,
                            gboolean takes_words, QuoSpan *ret_span)
{
  const QuoAnnotation *asking, *mention;
  QuoSpan name;

  g_return_val_if_fail (QUO_IS_SESSION (session) && quote != NULL && ret_span != NULL, NULL);

  asking
      = session->document != NULL ? quo_document_find_annotation (session->document, quote) : NULL;
  if (asking == NULL || covers (asking, offset))
    return NULL;
  mention = quo_session_find_innermost (session, offset, QUO_LABEL_ENTITY);
  if (mention != NULL)
    {
      *ret_span = mention->ranges[0];
      return g_strdup (mention->base.id);
    }
  if (!takes_words)
    return NULL;
  name = quo_name_around (quo_document_get_text (session->document), offset,
                          quo_session_get_language (session));
  if (quo_span_is_empty (name))
    return NULL;
  *ret_span = name;
  return g_strdup_printf ("@%u-%u", name.start, name.end);
}

/* The entity of this name or alias, case ignored, or NULL. */
static const char *
find_entity_named (QuoSession *session, const char *name)
{
  GPtrArray *entities = quo_document_get_records (session->document, QUO_RECORD_ENTITY);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < entities->len; i++)
    {
      const QuoEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *other = entity->name != NULL ? g_utf8_casefold (entity->name, -1) : NULL;

      if (g_strcmp0 (folded, other) == 0)
        return entity->base.id;
      for (guint k = 0; k < entity->n_aliases; k++)
        {
          g_autofree char *alias = g_utf8_casefold (entity->aliases[k], -1);
          if (strcmp (folded, alias) == 0)
            return entity->base.id;
        }
    }
  return NULL;
}

/* The first annotation of an entity kind that says exactly this, or NULL. */
static const char *
find_mention_named (QuoSession *session, const char *name)
{
  GPtrArray *annotations = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  const QuoText *text = quo_document_get_text (session->document);

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (quo_session_is_shown (session, annotation) && annotation->n_ranges == 1
          && quo_session_get_kind (session, annotation) == QUO_LABEL_ENTITY
          && quo_text_equals (text, annotation->ranges[0], name))
        return annotation->base.id;
    }
  return NULL;
}

gboolean
quo_session_link_name (QuoSession *session, const char *name)
{
  const QuoAnnotation *quote;
  g_autofree char *typed = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  quote = require_quote (session);
  if (quote == NULL || !quo_session_check_open (session))
    return FALSE;
  typed = g_strstrip (g_strdup (name != NULL ? name : ""));
  if (*typed == '\0')
    {
      quo_session_set_message (session, _ ("Type the name of the speaker"));
      return FALSE;
    }
  id = g_strdup (find_entity_named (session, typed));
  if (id == NULL)
    id = g_strdup (find_mention_named (session, typed));
  if (id != NULL)
    return link_member (session, quote, id);
  return link_words (session, quote, QUO_SPAN (0, 0), typed);
}

/* Takes everybody out of the role; the last one out takes the relation along. */
static gboolean
clear_role (QuoSession *session, const QuoAnnotation *quote, const char *role)
{
  const QuoRelation *relation
      = quo_document_find_relation (session->document, "quotation", "quote", quote->base.id);
  const QuoRole *members = relation != NULL ? quo_relation_find_role (relation, role) : NULL;

  if (members == NULL)
    return FALSE;
  return quo_session_take_edit (
      session, quo_verb_unlink (session->document, quote, role, members->members[0]), NULL);
}

gboolean
quo_session_set_role (QuoSession *session, const char *role, const char *member)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  const QuoAnnotation *quote;
  QuoActor actor;

  g_return_val_if_fail (QUO_IS_SESSION (session) && role != NULL, FALSE);

  quote = require_quote (session);
  if (quote == NULL || !quo_session_check_open (session))
    return FALSE;
  id = g_strdup (quote->base.id);
  if (member == NULL)
    return clear_role (session, quote, role);
  actor = quo_session_get_actor (session);
  name = quo_session_dup_member_name (session, member);
  if (!quo_session_take_edit (session,
                              quo_verb_link (session->document, &actor, quote, role, member, FALSE),
                              quo_role_dup_line (role, name)))
    return FALSE;
  quo_session_set_selected (session, id);
  return TRUE;
}
