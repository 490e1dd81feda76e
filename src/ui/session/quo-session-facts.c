/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an annotation wherever it is shown: in the inspector, and beside the page while
 * it is pointed at. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-attr-words.h"
#include "quo-register.h"
#include "quo-session-reason.h"
#include "quo-suggestion-questions.h"

#include <glib/gi18n.h>
#include <string.h>

static const QuoEntity *
find_entity (QuoSession *session, const QuoAnnotation *annotation)
{
  if (annotation->n_entities != 1)
    return NULL;
  return quo_document_find_entity (session->document, annotation->entities[0]);
}

static const QuoRole *
find_role (QuoSession *session, const QuoAnnotation *quote, const char *role)
{
  const QuoRelation *relation
      = quo_document_find_relation (session->document, "quotation", "quote", quote->base.id);

  return relation != NULL ? quo_relation_find_role (relation, role) : NULL;
}

char *
quo_session_dup_heading (QuoSession *session, const QuoAnnotation *annotation)
{
  const QuoEntity *entity;
  const QuoRole *source;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotation != NULL, NULL);

  if (quo_session_get_kind (session, annotation) == QUO_LABEL_QUOTE)
    {
      source = find_role (session, annotation, "source");
      if (source == NULL)
        return g_strdup (_ ("Speaker?"));
      return quo_document_dup_member_name (session->document, source->members[0]);
    }
  entity = find_entity (session, annotation);
  if (entity != NULL && entity->name != NULL)
    return g_strdup (entity->name);
  return quo_annotation_dup_excerpt (annotation, quo_document_get_text (session->document));
}

static guint
count_mentions (QuoSession *session, const char *entity)
{
  GPtrArray *referrers = quo_document_get_referrers (session->document, entity);
  guint n = 0;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    n += QUO_RECORD (g_ptr_array_index (referrers, i))->kind == QUO_RECORD_ANNOTATION;
  return n;
}

static char *
count_words (const char *words)
{
  guint n = quo_count_words (words, strlen (words));

  return g_strdup_printf (ngettext ("%u word", "%u words", n), n);
}

char *
quo_session_dup_facts (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const QuoEntity *entity;
  const char *form;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotation != NULL, NULL);

  entity = find_entity (session, annotation);
  form = quo_attrs_get_text (annotation->attrs, annotation->n_attrs, "form");
  if (annotation->is_orphan)
    g_ptr_array_add (parts, g_strdup (_ ("place lost")));
  if (quo_session_get_kind (session, annotation) == QUO_LABEL_QUOTE && form != NULL)
    g_ptr_array_add (parts, g_strdup (quo_attr_get_shown_value ("form", form)));
  if (annotation->n_ranges > 1)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u part", "%u parts", annotation->n_ranges),
                                             annotation->n_ranges));
  if (entity != NULL)
    {
      guint n = count_mentions (session, entity->base.id);

      g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n));
    }
  else
    {
      g_autofree char *words
          = quo_annotation_dup_excerpt (annotation, quo_document_get_text (session->document));

      g_ptr_array_add (parts, count_words (words));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

/* "Åsa Lindqvist as “she”" */
static char *
dup_member (QuoSession *session, const char *member)
{
  g_autofree char *name = quo_document_dup_member_name (session->document, member);
  const QuoAnnotation *mention = quo_document_find_annotation (session->document, member);
  g_autofree char *words
      = mention != NULL
            ? quo_annotation_dup_excerpt (mention, quo_document_get_text (session->document))
            : NULL;

  if (words != NULL && name != NULL && strcmp (words, name) != 0)
    /* Translators: who says it, and by which word the text calls them: Åsa Lindqvist as “she” */
    return g_strdup_printf (_ ("%s as “%s”"), name, words);
  return g_strdup (name != NULL ? name : member);
}

char *
quo_session_dup_role (QuoSession *session, const QuoAnnotation *quote, const char *role)
{
  const QuoRole *members;
  GString *all;

  g_return_val_if_fail (QUO_IS_SESSION (session) && quote != NULL && role != NULL, NULL);

  members = find_role (session, quote, role);
  if (members == NULL || members->n_members == 0)
    return NULL;
  all = g_string_new (NULL);
  for (guint i = 0; i < members->n_members; i++)
    {
      g_autofree char *member = dup_member (session, members->members[i]);

      if (all->len > 0)
        /* Translators: between two who are named one after the other. */
        g_string_append (all, C_ ("list of names", ", "));
      g_string_append (all, member);
    }
  return g_string_free (all, FALSE);
}

const char *
quo_role_get_shown_name (const char *role)
{
  if (g_str_equal (role, "source"))
    return _ ("source");
  if (g_str_equal (role, "cue"))
    return _ ("cue");
  if (g_str_equal (role, "addressee"))
    return _ ("addressee");
  return role;
}

char *
quo_role_dup_line (const char *role, const char *members)
{
  if (g_str_equal (role, "source"))
    return g_strdup_printf (_ ("Source: %s"), members);
  if (g_str_equal (role, "cue"))
    return g_strdup_printf (_ ("Cue: %s"), members);
  if (g_str_equal (role, "addressee"))
    return g_strdup_printf (_ ("Addressee: %s"), members);
  /* Translators: a role of a kind of relation that somebody made, and who is in it. */
  return g_strdup_printf (C_ ("role", "%s: %s"), role, members);
}

const char *
quo_session_get_reason (QuoSession *session, const QuoAnnotation *annotation)
{
  const char *reason = session->suggestions != NULL
                           ? quo_suggestions_get_reason (session->suggestions, annotation->base.id)
                           : NULL;

  return reason != NULL ? reason : quo_suggestion_describe (annotation);
}

char *
quo_session_dup_reason (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autofree char *certainty = NULL;
  const char *reason;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotation != NULL, NULL);

  if (annotation->status != QUO_STATUS_SUGGESTED)
    return NULL;
  reason = quo_session_get_reason (session, annotation);
  certainty = annotation->conf != NULL
                  ? g_strdup_printf ("%.0f", 100 * g_ascii_strtod (annotation->conf, NULL))
                  : g_strdup ("?");
  if (reason != NULL)
    /* Translators: how certain a suggestion is, in per cent, and why it is made. */
    return g_strdup_printf (_ ("Suggested, %s %% certain: %s"), certainty, reason);
  return g_strdup_printf (_ ("Suggested, %s %% certain"), certainty);
}

/* --- the identity of a name --------------------------------------------------------------------
 */

static void
add_fact (GPtrArray *facts, char *fact)
{
  if (fact != NULL && *fact != '\0')
    g_ptr_array_add (facts, fact);
  else
    g_free (fact);
}

/* "Mayor · wikidata Q25287": the title, and where it is known elsewhere. */
static char *
dup_identity (QuoSession *session, const QuoAnnotation *annotation)
{
  const QuoEntity *entity = find_entity (session, annotation);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const char *title = quo_attrs_get_text (annotation->attrs, annotation->n_attrs, "title");

  if (title == NULL && entity != NULL)
    title = quo_attrs_get_text (entity->attrs, entity->n_attrs, "title");
  add_fact (facts, g_strdup (title));
  for (guint i = 0; entity != NULL && i < entity->n_ids; i++)
    add_fact (facts, g_strdup_printf ("%s %s", entity->ids[i].name, entity->ids[i].value));
  if (entity != NULL && entity->lat != NULL)
    add_fact (facts, g_strdup_printf ("%s, %s", entity->lat, entity->lon));
  g_ptr_array_add (facts, NULL);
  return facts->len > 1 ? g_strjoinv (" · ", (char **)facts->pdata) : NULL;
}

/* The quotes in which an annotation, or another mention of the same, has this role. */
static guint
count_quotes (QuoSession *session, const QuoAnnotation *annotation, const char *role)
{
  GPtrArray *relations = quo_document_get_records (session->document, QUO_RECORD_RELATION);
  guint n = 0;

  for (guint i = 0; i < relations->len; i++)
    {
      const QuoRole *members = quo_relation_find_role (g_ptr_array_index (relations, i), role);
      gboolean is_in = FALSE;

      for (guint k = 0; members != NULL && k < members->n_members && !is_in; k++)
        {
          const QuoAnnotation *other
              = quo_document_find_annotation (session->document, members->members[k]);

          is_in = strcmp (members->members[k], annotation->base.id) == 0
                  || quo_annotation_has_entity (annotation, members->members[k])
                  || (other != NULL && annotation->n_entities == 1
                      && quo_annotation_has_entity (other, annotation->entities[0]));
        }
      n += is_in;
    }
  return n;
}

static void
add_quote_facts (QuoSession *session, const QuoAnnotation *annotation, GPtrArray *facts)
{
  static const char *const roles[] = { "source", "cue", "addressee" };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *members = quo_session_dup_role (session, annotation, roles[i]);

      if (members != NULL)
        add_fact (facts, quo_role_dup_line (roles[i], members));
    }
}

static void
add_name_facts (QuoSession *session, const QuoAnnotation *annotation, GPtrArray *facts)
{
  guint n = count_quotes (session, annotation, "source");

  add_fact (facts, dup_identity (session, annotation));
  if (n > 0)
    add_fact (facts,
              g_strdup_printf (ngettext ("Speaks in %u quote", "Speaks in %u quotes", n), n));
  else if (annotation->n_entities == 0)
    add_fact (facts, g_strdup (_ ("No identity yet")));
}

char **
quo_session_list_facts (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  QuoLabelKind kind;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotation != NULL, NULL);

  kind = quo_session_get_kind (session, annotation);
  add_fact (facts, quo_session_dup_reason (session, annotation));
  if (kind == QUO_LABEL_QUOTE)
    add_quote_facts (session, annotation, facts);
  else if (kind == QUO_LABEL_ENTITY)
    add_name_facts (session, annotation, facts);
  add_fact (facts, g_strdup (annotation->note));
  g_ptr_array_add (facts, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&facts), FALSE);
}
