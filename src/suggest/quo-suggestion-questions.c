/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggestion-questions.h"

#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The answers are read off the status and the rule of the record, and off what refers to it. */

gboolean
quo_suggestion_is_helper (const QuoAnnotation *annotation)
{
  const char *rule = annotation->from != NULL ? annotation->from->rule : NULL;

  return annotation->status == QUO_STATUS_SUGGESTED
         && (g_strcmp0 (rule, "cue") == 0 || g_strcmp0 (rule, "speaker") == 0
             || g_strcmp0 (rule, "addressee") == 0);
}

const QuoRelation *
quo_suggestion_find_link (QuoDocument *document, const QuoAnnotation *quote)
{
  GPtrArray *all = quo_document_get_referrers (document, quote->base.id);
  const QuoRelation *link = NULL;

  if (quote->status != QUO_STATUS_NONE && quote->status != QUO_STATUS_ACCEPTED)
    return NULL;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (all, i);
      const QuoRole *quotes = relation->base.kind == QUO_RECORD_RELATION
                                  ? quo_relation_find_role (relation, QUO_ROLE_QUOTE)
                                  : NULL;

      if (quotes == NULL || !quo_role_has (quotes, quote->base.id))
        continue;
      if (relation->status == QUO_STATUS_SUGGESTED)
        link = relation;
      else if (quo_relation_find_role (relation, "source") != NULL)
        return NULL;
    }
  return link;
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
    { "headline", N_ ("is a headline that names who says it") },
    { "mood", N_ ("goes on in the mood of reported speech") },
    { "cue", N_ ("a word of saying") },
    { "speaker", N_ ("stands beside the word of saying") },
    { "addressee", N_ ("is named as whom it is said to") },
    { "gazetteer", N_ ("is a name in a list") },
    { "capitals", N_ ("is written and used like a name") },
    { "calendar", N_ ("is a day or a month") },
    { "known", N_ ("was accepted before") },
  };
  const char *rule = annotation->from != NULL ? annotation->from->rule : NULL;

  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].rule, rule) == 0)
      return _ (rules[i].words);
  return NULL;
}
