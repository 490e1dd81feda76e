/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-suggestions.h"

/* For whom a noun phrase stands that says something: the only one who bears its title. */

typedef struct
{
  const char *name, *source;
  const char *phrase; /* who speaks, by what the text says */
  const char *bearer; /* the name of the same person in the text; NULL: nobody is sure */
} Case;

static const Case cases[] = {
  { "before", "Mayor Ingrid Lund met Pavel Novak.\n\nThe mayor said that the bridge was shut.\n",
    "The mayor", "Ingrid Lund" },
  { "behind", "Anna Berg, the head of the port, came.\n\nThe head said that the bridge was shut.\n",
    "The head", "Anna Berg" },
  { "of-two", "Mayor Ingrid Lund met Mayor Pavel Novak.\n\nThe mayor said that it was shut.\n",
    "The mayor", NULL },
  { "of-another", "Foreign Minister Pavel Novak came.\n\nThe defence minister said that it was.\n",
    "The defence minister", NULL },
  { "met", "Mayor Ingrid Lund met Prime Minister Pavel Novak.\n\nThe mayor said that it was.\n",
    "The mayor", "Ingrid Lund" },
  { "headline",
    "Militants return from Syria — CIS anti-terror chief\n\nMilitants return, Head of the CIS "
    "Anti-Terror Center Colonel-General Andrei Novikov said.\n",
    "CIS anti-terror chief", "Andrei Novikov" },
};

/* The annotation of the words, wherever they stand first. */
static QuoAnnotation *
find (const QuoSuggestions *suggestions, const QuoText *text, const char *words)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);
      g_autofree char *own = quo_text_dup (text, annotation->ranges[0]);

      if (strcmp (own, words) == 0)
        return g_steal_pointer (&annotation);
    }
  g_error ("“%s” is not suggested", words);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const QuoSuggestOptions options = { .language = "en" };
  g_autoptr (QuoText) text = quo_text_new (c->source);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, NULL);
  g_autoptr (QuoAnnotation) phrase = find (suggestions, text, c->phrase);

  if (c->bearer == NULL)
    g_assert_cmpuint (phrase->n_entities, ==, 0);
  else
    {
      g_autoptr (QuoAnnotation) bearer = find (suggestions, text, c->bearer);

      g_assert_cmpuint (phrase->n_entities, ==, 1);
      g_assert_cmpstr (phrase->entities[0], ==, bearer->entities[0]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/bearers/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
