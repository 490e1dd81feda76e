/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of the suggestions is right by the gold, and how many of them one key would accept.
 */
#include "quo-config.h"

#include "keys-judge.h"

#include "quo-suggestion-questions.h"

#include <string.h>

void
keys_settle (Judge *judge)
{
  while (quo_session_is_suggesting (judge->session))
    g_main_context_iteration (NULL, TRUE);
}

QuoDocument *
keys_get_document (const Judge *judge)
{
  return quo_session_get_document (judge->session);
}

gboolean
keys_is_stop (const QuoAnnotation *annotation)
{
  return annotation->status == QUO_STATUS_SUGGESTED && !quo_suggestion_is_helper (annotation);
}

const QuoAnnotation *
keys_get_current (const Judge *judge)
{
  const QuoAnnotation *selected = quo_session_get_selected (judge->session);

  return selected != NULL && keys_is_stop (selected) ? selected : NULL;
}

/* Of the longer of both; 0 to 1. */
static double
share (QuoSpan a, QuoSpan b)
{
  gint64 shared = (gint64)MIN (a.end, b.end) - MAX (a.start, b.start);

  return shared > 0 ? (double)shared / MAX (a.end - a.start, b.end - b.start) : 0;
}

/* The quote that shares most, and at least half of the longer one; the gold may have only the first
 * part of one that is interrupted. The name with this place. */
Gold *
keys_find_gold (const Judge *judge, const QuoAnnotation *annotation)
{
  gboolean is_quote = strcmp (annotation->type, "quote") == 0;
  QuoSpan hull = quo_annotation_get_hull (annotation);
  Gold *best = NULL;
  double most = 0.5;

  for (guint i = 0; i < judge->all->len; i++)
    {
      Gold *gold = &g_array_index (judge->all, Gold, i);
      double here = MAX (share (hull, gold->span), share (annotation->ranges[0], gold->span));

      if (gold->is_quote != is_quote)
        continue;
      if (!is_quote && quo_span_equal (hull, gold->span))
        return gold;
      if (is_quote && (here > most || (here == most && best == NULL)))
        {
          best = gold;
          most = here;
        }
    }
  return best;
}

/* Whether the speaker that is suggested with the quote is the one of the gold. */
static gboolean
has_speaker (const Judge *judge, const QuoAnnotation *quote, const Gold *gold)
{
  const QuoRelation *relation = quo_document_find_relation (keys_get_document (judge), "quotation",
                                                            "quote", quote->base.id);
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
  const QuoAnnotation *mention
      = source != NULL
            ? quo_document_find_annotation (keys_get_document (judge), source->members[0])
            : NULL;
  const QuoText *text = quo_document_get_text (keys_get_document (judge));
  g_autofree char *words = NULL;
  QuoCandidate candidate = { 0 };

  if (quo_span_is_empty (gold->speaker))
    return TRUE; /* the gold does not know who it is */
  if (mention == NULL)
    return FALSE;
  words = quo_text_dup (text, mention->ranges[0]);
  candidate = (QuoCandidate){ .span = mention->ranges[0], .name = words };
  return keys_is_speaker (text, &candidate, gold->speaker);
}

gboolean
keys_is_right (const Judge *judge, const QuoAnnotation *annotation)
{
  const Gold *gold = keys_find_gold (judge, annotation);

  if (gold == NULL)
    return FALSE;
  return gold->is_quote ? has_speaker (judge, annotation, gold)
                        : strcmp (gold->label, annotation->type) == 0;
}

gboolean
keys_is_gold (const Judge *judge, QuoSpan span, const char *label)
{
  for (guint i = 0; i < judge->all->len; i++)
    {
      const Gold *gold = &g_array_index (judge->all, Gold, i);

      if (!gold->is_quote && quo_span_equal (gold->span, span) && strcmp (gold->label, label) == 0
          && !keys_is_tagged (judge->session, gold))
        return TRUE;
    }
  return FALSE;
}

gboolean
keys_is_of_use (const Judge *judge, const QuoAnnotation *annotation)
{
  QuoSpan hull = quo_annotation_get_hull (annotation);

  if (strcmp (annotation->type, "quote") == 0)
    {
      const Gold *quote = keys_find_gold (judge, annotation);

      return quote != NULL && !quote->is_extra;
    }
  for (guint i = 0; i < judge->all->len; i++)
    {
      const Gold *gold = &g_array_index (judge->all, Gold, i);

      if (!gold->is_quote && quo_span_overlaps (gold->span, hull)
          && !keys_is_tagged (judge->session, gold))
        return TRUE;
    }
  return FALSE;
}

/* --- How many at once --- */

gboolean
keys_is_same_name (const Judge *judge, const QuoAnnotation *a, const QuoAnnotation *b)
{
  const QuoText *text = quo_document_get_text (keys_get_document (judge));
  g_autofree char *words = NULL;

  if (strcmp (a->type, b->type) != 0 || a->n_ranges != 1 || b->n_ranges != 1)
    return FALSE;
  if (a->n_entities > 0 && b->n_entities > 0)
    return strcmp (a->entities[0], b->entities[0]) == 0;
  words = quo_text_dup (text, a->ranges[0]);
  return quo_text_equals (text, b->ranges[0], words);
}

guint
keys_count_right (const Judge *judge, KeysReach is_meant, const QuoAnnotation *current)
{
  GPtrArray *all = quo_document_get_records (keys_get_document (judge), QUO_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (!keys_is_stop (annotation) || !is_meant (judge, annotation, current))
        continue;
      if (!keys_is_right (judge, annotation))
        return 0;
      n++;
    }
  return n;
}

gboolean
keys_is_any (const Judge *judge, const QuoAnnotation *annotation, const QuoAnnotation *current)
{
  return TRUE;
}

gboolean
keys_is_in_rest (const Judge *judge, const QuoAnnotation *annotation, const QuoAnnotation *current)
{
  const QuoText *text = quo_document_get_text (keys_get_document (judge));
  guint32 start = quo_annotation_get_hull (current).start;
  QuoSpan paragraph = quo_text_get_paragraph (text, start);
  guint32 here = quo_annotation_get_hull (annotation).start;

  /* P leaves what is doubtful. */
  return here >= start && here < paragraph.end
         && (annotation == current || g_ascii_strtod (annotation->conf, NULL) >= QUO_SESSION_SURE);
}

/* Shift+P leaves nothing. */
gboolean
keys_is_in_whole_rest (const Judge *judge, const QuoAnnotation *annotation,
                       const QuoAnnotation *current)
{
  const QuoText *text = quo_document_get_text (keys_get_document (judge));
  guint32 start = quo_annotation_get_hull (current).start;
  guint32 here = quo_annotation_get_hull (annotation).start;

  return here >= start && here < quo_text_get_paragraph (text, start).end;
}
