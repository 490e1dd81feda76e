/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-suggestions.h"

#include <string.h>

/* Whom the first quote of a text is said to, by what is proposed. */

typedef struct
{
  const char *name, *language, *text;
  const char *addressee; /* NULL: nobody */
} Case;

static const Case cases[] = {
  { "en/told-reporters", "en", "“We waited,” Omar Haddad told reporters on Friday.", "reporters" },
  { "en/told-name", "en", "Omar Haddad met Åsa Berg. “We waited,” Haddad told Berg.", "Berg" },
  { "en/told-office", "en", "“We waited,” Omar Haddad told the mayor of Malmö in a letter.",
    "the mayor" },
  { "en/told-that", "en", "Omar Haddad told investors that the bridge would not open this year.",
    "investors" },
  { "en/told-agency", "en", "“We waited,” Omar Haddad told Reuters on Friday.", "Reuters" },
  { "en/said-to", "en", "Åsa Berg came in. “We waited,” said Omar Haddad to Åsa Berg.",
    "Åsa Berg" },
  { "en/said", "en", "“We waited,” said Omar Haddad of the company in Malmö.", NULL },
  { "en/promised-thing", "en", "“We waited,” Omar Haddad said, and promised a new bridge.", NULL },
  { "en/told-part-of-name", "en", "“We waited,” Omar Haddad told the Courier newspaper’s editor.",
    "the Courier newspaper’s editor" },
  { "en/nobody-speaks", "en", "“We waited,” he told them.", NULL },
  { "de/article-in-case", "de", "„Wir warten“, sagte Jens Wieland der „Neuen Zeitung“ am Freitag.",
    "Neuen Zeitung" },
  { "de/office-of", "de", "„Wir warten“, sagte ein Sprecher der Deutschen Bahn am Freitag.", NULL },
  { "de/paper-later", "de", "„Wir warten“, sagte Jens Wieland am Freitag der Tageszeitung.",
    "Tageszeitung" },
  { "de/paper-speaks", "de", "„Wir warten“, meldet die israelische Tageszeitung am Freitag.",
    NULL },
  { "de/accused", "de", "Jens Wieland wirft der Europäischen Union vor, sie habe gewartet.", NULL },
  { "de/reporters", "de", "„Wir warten“, sagte Jens Wieland vor Journalisten in Ulm.",
    "Journalisten" },
  { "de/to-name", "de", "Anna Köhler kam. „Wir warten“, sagte Jens Wieland gestern zu Anna Köhler.",
    "Anna Köhler" },
  { "ru/dative", "ru", "«Мы ждём», — сказала Анна Кравцова журналистам в Москве.", "журналистам" },
  { "ru/agency", "ru", "«Мы ждём», — сообщил ТАСС инженер Рустам Галиев.", "ТАСС" },
  { "fr/press", "fr", "« Nous attendons », a déclaré Anne Roy aux journalistes.", "journalistes" },
  { "es/agency", "es", "«Esperamos», dijo Ana Ruiz a los periodistas en Madrid.", "periodistas" },
  { "sv/press", "sv", "”Vi väntar”, sade Anna Berg till journalister på fredagen.",
    "journalister" },
  { "cs/dative", "cs", "„Čekáme,“ řekla Jana Malá novinářům v Praze.", "novinářům" },
  { "zh/before-the-verb", "zh", "市长王明对记者说：“我们等着。”", "记者" },
};

/* (transfer full) (nullable): who stands in the role of the first quotation. */
static char *
dup_addressee (const QuoSuggestions *suggestions, const QuoText *text)
{
  for (guint i = 0; i < quo_suggestions_count_relations (suggestions); i++)
    {
      g_autoptr (QuoRelation) relation = quo_suggestions_dup_relation (suggestions, i, NULL);
      const QuoRole *role = quo_relation_find_role (relation, "addressee");
      g_autoptr (QuoAnnotation) member = NULL;

      if (role == NULL)
        continue;
      g_assert_cmpuint (role->n_members, ==, 1);
      g_assert_nonnull (quo_relation_find_role (relation, "source"));
      member = quo_suggestions_dup (suggestions, role->members[0]);
      return quo_text_dup (text, member->ranges[0]);
    }
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const QuoSuggestOptions options = { .language = c->language };
  g_autoptr (QuoText) text = quo_text_new (c->text);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, &error);
  g_autofree char *addressee = NULL;

  g_assert_no_error (error);
  addressee = dup_addressee (suggestions, text);
  g_assert_cmpstr (addressee, ==, c->addressee);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/addressees/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
