/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-suggestions.h"

#include <string.h>

/* A table of short texts, each with a quote that is proposed in it and who says it, or that must
 * not be proposed; with the weights that come with the program. */

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *quote;   /* the parts of a proposed quote, " | " between them ... */
  const char *speaker; /* ... and who said it; NULL: it must not be proposed; "": nobody */
} SpeechCase;

static char *
dup_ranges (const QuoText *text, const QuoAnnotation *annotation)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      g_autofree char *part = quo_text_dup (text, annotation->ranges[i]);

      g_string_append (words, i > 0 ? " | " : "");
      g_string_append (words, part);
    }
  return g_string_free (words, FALSE);
}

static char *
dup_member (const QuoSuggestions *suggestions, const QuoText *text, const char *id)
{
  g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup (suggestions, id);

  return dup_ranges (text, annotation);
}

/* Who is proposed as the speaker of the quote with these words; NULL: it is no quote. */
static char *
dup_speaker (const QuoSuggestions *suggestions, const QuoText *text, const char *quote)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);
      g_autofree char *words = dup_ranges (text, annotation);
      g_autoptr (QuoRelation) relation = NULL;
      const QuoRole *role;

      if (strcmp (annotation->type, "quote") != 0 || strcmp (words, quote) != 0)
        continue;
      relation = quo_suggestions_dup_quotation (suggestions, annotation->base.id);
      role = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
      return role == NULL ? g_strdup ("") : dup_member (suggestions, text, role->members[0]);
    }
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const SpeechCase *it = data;
  const QuoSuggestOptions options = { .language = it->language };
  g_autoptr (QuoText) text = quo_text_new (it->text);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, &error);
  g_autofree char *speaker = NULL;

  g_assert_no_error (error);
  speaker = dup_speaker (suggestions, text, it->quote);
  g_assert_cmpstr (speaker, ==, it->speaker);
}

/* A test for each, named by its language and name. */
static int
run_speech_cases (const char *folder, const SpeechCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/suggest/%s/%s/%s", folder, cases[i].language, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
