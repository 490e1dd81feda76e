/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-suggestions.h"

#include <string.h>

/* The whole way from a text to who said what, with the weights that come with the program: one
 * case for each rule of a language or of how news are written. */

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *quote;   /* the parts of a proposed quote, " | " between them ... */
  const char *speaker; /* ... and who said it; NULL: it must not be proposed; "": nobody */
} Case;

static const Case cases[] = {
  { "question-other-subject", "en",
    "“Who will pay for the damage?” The council says it has no money for repairs.\n",
    "“Who will pay for the damage?”", "" },
  { "question-own-subject", "en",
    "The meeting was loud. “Who will pay for the damage?” asked Ruth Calder, who was in the "
    "front.\n",
    "“Who will pay for the damage?”", "Ruth Calder" },
  { "told-is-no-speaker", "en",
    "Owen Barrick walked in late. “The bridge is closed to lorries,” the inspector told Barrick.\n",
    "“The bridge is closed to lorries,”", "the inspector" },
  { "last-pronoun-shares", "en",
    "When I came close she bowed and said, “You must be the new teacher.”\n",
    "“You must be the new teacher.”", "she" },
  { "called-by-a-name", "en",
    "The attack was launched by a user labelled “Anonymous”, on a website for gamers.\n",
    "“Anonymous”", NULL },
  { "called-by-words", "en", "The senator called the plan “reckless and cruel”.\n",
    "“reckless and cruel”", "The senator" },
};

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

static const QuoAnnotation *
find_annotation (const QuoSuggestions *suggestions, const char *id)
{
  for (guint i = 0; i < suggestions->annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (suggestions->annotations, i);

      if (strcmp (annotation->base.id, id) == 0)
        return annotation;
    }
  return NULL;
}

/* Who is proposed as the speaker of the quote with these words; NULL: it is no quote. */
static char *
dup_speaker (const QuoSuggestions *suggestions, const QuoText *text, const char *quote)
{
  for (guint i = 0; i < suggestions->annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (suggestions->annotations, i);
      g_autofree char *words = dup_ranges (text, annotation);
      const QuoRelation *relation;
      const QuoRole *role;

      if (strcmp (annotation->type, "quote") != 0 || strcmp (words, quote) != 0)
        continue;
      relation = quo_suggestions_find_quotation (suggestions, annotation->base.id);
      role = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
      return role == NULL ? g_strdup ("")
                          : dup_ranges (text, find_annotation (suggestions, role->members[0]));
    }
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/suggest/speech/%s/%s", cases[i].language, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
