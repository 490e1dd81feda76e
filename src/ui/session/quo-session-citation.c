/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied of an annotation: a quote as it is cited, with who said it and where it stands. */
#include "quo-config.h"

#include "quo-session-private.h"

#include <glib/gi18n.h>

/* What it says, parts joined by an ellipsis, in one line. */
static char *
dup_words (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autofree char *excerpt
      = quo_annotation_dup_excerpt (annotation, quo_document_get_text (session->document));
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (blanks, excerpt, -1, 0, " ", 0, NULL);
}

char *
quo_session_dup_citation (QuoSession *session, const QuoAnnotation *annotation)
{
  const QuoRelation *relation;
  const QuoRole *source;
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;
  g_autofree char *speaker = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotation != NULL, NULL);

  words = dup_words (session, annotation);
  if (quo_session_get_kind (session, annotation) != QUO_LABEL_QUOTE)
    return g_steal_pointer (&words);
  title = quo_article_dup_title (quo_document_get_article (session->document));
  relation
      = quo_document_find_relation (session->document, "quotation", "quote", annotation->base.id);
  source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
  if (source == NULL)
    /* Translators: a quote without a speaker, and the title of its article. */
    return g_strdup_printf (_ ("%s (%s)"), words, title);
  speaker = quo_document_dup_member_name (session->document, source->members[0]);
  /* Translators: a quote, who said it, and the title of its article. */
  return g_strdup_printf (_ ("%s — %s (%s)"), words, speaker, title);
}
