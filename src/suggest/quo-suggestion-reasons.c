/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reasons of a proposal are not kept with it, but its rule: who asks says what it was found by,
 * the rest is read off the document, so that it is true of what stands there now. */
#include "quo-config.h"

#include "quo-suggestion-reasons.h"

#include "quo-suggestion-questions.h"
#include "quo-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

static void
free_reason (gpointer data)
{
  QuoReason *reason = data;

  g_free (reason->words);
  g_free (reason);
}

/* Takes the words; NULL is no reason. */
static void
add_reason (GPtrArray *reasons, QuoReasonKind kind, char *words)
{
  QuoReason *reason;

  if (words == NULL)
    return;
  reason = g_new (QuoReason, 1);
  *reason = (QuoReason){ kind, words };
  g_ptr_array_add (reasons, reason);
}

static gboolean
is_accepted (guint8 status)
{
  return status == QUO_STATUS_NONE || status == QUO_STATUS_ACCEPTED;
}

/* The first member of the role that is a mention in the text, NULL if there is none. */
static const QuoAnnotation *
find_party (QuoDocument *document, const QuoRelation *relation, const char *name)
{
  const QuoRole *role = quo_relation_find_role (relation, name);
  const QuoAnnotation *mention
      = role != NULL ? quo_document_find_annotation (document, role->members[0]) : NULL;

  return mention != NULL && !mention->is_orphan ? mention : NULL;
}

static char *
describe_cue (QuoDocument *document, const QuoAnnotation *quote, const QuoAnnotation *cue)
{
  g_autofree char *words = quo_annotation_dup_excerpt (cue, quo_document_get_text (document));
  guint32 place = quo_annotation_get_hull (cue).start;

  if (place < quo_annotation_get_hull (quote).start)
    return g_strdup_printf (_ ("“%s” stands before it"), words);
  if (place >= quo_annotation_get_hull (quote).end)
    return g_strdup_printf (_ ("“%s” stands after it"), words);
  return g_strdup_printf (_ ("“%s” stands between its parts"), words);
}

/* The speaker seen from the verb, or from the quote if there is none. */
static char *
describe_position (QuoDocument *document, const QuoAnnotation *quote, const QuoAnnotation *cue,
                   const QuoAnnotation *speaker)
{
  g_autofree char *words = quo_annotation_dup_excerpt (speaker, quo_document_get_text (document));
  const QuoAnnotation *mark = cue != NULL ? cue : quote;
  gboolean is_before
      = quo_annotation_get_hull (speaker).start < quo_annotation_get_hull (mark).start;

  if (cue == NULL)
    return g_strdup_printf (
        is_before ? _ ("“%s” stands before the quote") : _ ("“%s” stands after the quote"), words);
  return g_strdup_printf (
      is_before ? _ ("“%s” stands before the verb") : _ ("“%s” stands after the verb"), words);
}

/* What the speaker has said so far. */
static char *
describe_speaker (QuoDocument *document, const QuoRelation *proposed)
{
  GPtrArray *relations = quo_document_get_records (document, QUO_RECORD_RELATION);
  const QuoRole *source = quo_relation_find_role (proposed, "source");
  g_autofree char *name = quo_document_dup_member_name (document, source->members[0]);
  guint n = 0;

  for (guint i = 0; name != NULL && i < relations->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (relations, i);
      const QuoRole *role = quo_relation_find_role (relation, "source");
      g_autofree char *other = NULL;

      if (role == NULL || !is_accepted (relation->status))
        continue;
      other = quo_document_dup_member_name (document, role->members[0]);
      n += g_strcmp0 (name, other) == 0;
    }
  return n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s speaks in %u accepted quote",
                                               "%s speaks in %u accepted quotes", n),
                                  name, n)
               : NULL;
}

static void
add_of_quote (GPtrArray *reasons, QuoDocument *document, const QuoAnnotation *quote)
{
  const QuoRelation *relation
      = quo_document_find_relation (document, "quotation", "quote", quote->base.id);
  const QuoAnnotation *cue, *speaker;

  if (relation == NULL)
    return;
  cue = find_party (document, relation, "cue");
  speaker = find_party (document, relation, "source");
  if (cue != NULL)
    add_reason (reasons, QUO_REASON_CUE, describe_cue (document, quote, cue));
  if (speaker != NULL)
    add_reason (reasons, QUO_REASON_POSITION, describe_position (document, quote, cue, speaker));
  if (quo_relation_find_role (relation, "source") != NULL)
    add_reason (reasons, QUO_REASON_KNOWN, describe_speaker (document, relation));
}

/* Whether both are one range of the same words, which is cheap: nothing is copied. */
static gboolean
is_same_name (QuoText *text, const QuoAnnotation *a, const QuoAnnotation *b)
{
  QuoSpan one = a->ranges[0], two = b->ranges[0];
  const char *start, *end, *other;

  if (a->type != b->type || a->n_ranges != 1 || b->n_ranges != 1 || b->is_orphan
      || one.end - one.start != two.end - two.start)
    return FALSE;
  start = quo_text_at (text, one.start);
  end = quo_text_at (text, one.end);
  other = quo_text_at (text, two.start);
  return strncmp (start, other, (gsize)(end - start)) == 0;
}

static char *
describe_name (QuoDocument *document, const QuoAnnotation *annotation)
{
  GPtrArray *annotations = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  QuoText *text = quo_document_get_text (document);
  guint n = 0, n_accepted = 0;

  if (annotation->is_orphan)
    return NULL;
  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *other = g_ptr_array_index (annotations, i);

      if (other->status == QUO_STATUS_REJECTED || !is_same_name (text, annotation, other))
        continue;
      n++;
      n_accepted += is_accepted (other->status);
    }
  if (n_accepted > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Accepted %u time in this article",
                                         "Accepted %u times in this article", n_accepted),
                            n_accepted);
  return n > 1 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Stands %u time in this article",
                                               "Stands %u times in this article", n),
                                  n)
               : NULL;
}

/* "stands in quotation marks" begins a line here. */
static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_strup (words, (gssize)(g_utf8_next_char (words) - words));

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

GPtrArray *
quo_suggestion_reasons (QuoDocument *document, const QuoAnnotation *annotation, const char *found)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (free_reason);

  if (found != NULL)
    add_reason (reasons, QUO_REASON_RULE, capitalise (found));
  if (g_strcmp0 (annotation->type, "quote") == 0)
    add_of_quote (reasons, document, annotation);
  else
    add_reason (reasons, QUO_REASON_KNOWN, describe_name (document, annotation));
  return reasons;
}
