/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-suggestions.h"

/* A short article and what is proposed in it, for those who test suggestions. */

/* Two quotes of one person, whom the second calls by a pronoun. */
#define TEXT "“We will wait no longer,” said Omar Haddad.\n\n“Nobody came to us,” he added.\n"

static inline QuoSnapshot *
make_snapshot (void)
{
  g_autoptr (QuoText) text = quo_text_new (TEXT);
  g_autoptr (QuoArticle) article = quo_article_new (text);

  return quo_snapshot_new (article, NULL);
}

static inline QuoSuggestions *
suggest (QuoSnapshot *snapshot)
{
  const QuoSuggestOptions options = { .language = "en" };
  g_autoptr (GError) error = NULL;
  QuoSuggestions *suggestions = quo_suggest (snapshot, &options, NULL, &error);

  g_assert_no_error (error);
  return suggestions;
}

/* The annotation that is quote @n; -1: there are fewer. */
static inline gint
find_quote (const QuoSuggestions *suggestions, guint n)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);

      if (g_strcmp0 (annotation->type, "quote") == 0 && n-- == 0)
        return (gint)i;
    }
  return -1;
}

/* Where the first quote that is proposed begins, in code points. */
static inline guint32
get_start_of_first (const QuoSuggestions *suggestions)
{
  g_autoptr (QuoAnnotation) quote
      = quo_suggestions_dup_annotation (suggestions, (guint)find_quote (suggestions, 0), NULL);

  return quote->ranges[0].start;
}
