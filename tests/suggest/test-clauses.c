/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "clauses/ar.h"
#include "clauses/cs.h"
#include "clauses/da.h"
#include "clauses/de.h"
#include "clauses/en.h"
#include "clauses/es.h"
#include "clauses/fr.h"
#include "clauses/pt.h"
#include "clauses/ru.h"
#include "clauses/sv.h"
#include "clauses/uk.h"
#include "clauses/zh.h"
#include "marked.h"
#include "quo-suggestions.h"

/* What is proposed as a quote in each language: a table of cases each. */

static QuoSpan
trim (const QuoText *text, QuoSpan span)
{
  while (span.start < span.end && !g_unichar_isalnum (quo_text_get_char (text, span.start)))
    span.start++;
  while (span.end > span.start && !g_unichar_isalnum (quo_text_get_char (text, span.end - 1)))
    span.end--;
  return span;
}

static void
check_speaker (const QuoSuggestions *suggestions, const QuoAnnotation *quote, const ClauseCase *c,
               const Marked *marked)
{
  g_autoptr (QuoRelation) relation = quo_suggestions_dup_quotation (suggestions, quote->base.id);
  const QuoRole *cues = quo_relation_find_role (relation, "cue");
  g_autoptr (QuoAnnotation) cue = NULL;
  const QuoRole *sources = quo_relation_find_role (relation, "source");
  g_autoptr (QuoAnnotation) source = NULL;
  g_autofree char *name = NULL;

  g_assert_true ((cues == NULL) == quo_span_is_empty (marked->cue));
  if (cues != NULL)
    {
      cue = quo_suggestions_dup (suggestions, cues->members[0]);
      g_assert_cmpuint (cue->ranges[0].start, ==, marked->cue.start);
      g_assert_cmpuint (cue->ranges[0].end, ==, marked->cue.end);
    }
  if (c->speaker == NULL)
    return;
  g_assert_nonnull (sources);
  source = quo_suggestions_dup (suggestions, sources->members[0]);
  name = quo_text_dup (marked->text, source->ranges[0]);
  g_assert_cmpstr (name, ==, c->speaker);
}

static void
check_quotes (const QuoSuggestions *suggestions, const ClauseCase *c, const Marked *marked)
{
  guint n = 0;

  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) quote = quo_suggestions_dup_annotation (suggestions, i, NULL);

      if (g_strcmp0 (quote->type, "quote") != 0)
        continue;
      if (n == 0 && c->form != NULL)
        {
          g_assert_cmpstr (quo_attrs_get_text (quote->attrs, quote->n_attrs, "form"), ==, c->form);
          check_speaker (suggestions, quote, c, marked);
        }
      for (guint k = 0; k < quote->n_ranges; k++, n++)
        {
          QuoSpan found = trim (marked->text, quote->ranges[k]);
          QuoSpan expected;

          g_assert_cmpuint (n, <, marked->n_spans);
          expected = trim (marked->text, marked->spans[n]);
          g_assert_cmpuint (found.start, ==, expected.start);
          g_assert_cmpuint (found.end, ==, expected.end);
        }
    }
  g_assert_cmpuint (n, ==, marked->n_spans);
}

static void
test_case (gconstpointer data)
{
  const ClauseCase *c = data;
  const char *const only[] = { "quotes", NULL };
  const QuoSuggestOptions options = { .language = c->language, .only = only };
  Marked marked;
  g_autoptr (QuoArticle) article = NULL;
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (QuoSuggestions) suggestions = NULL;

  marked_read (&marked, c->source);
  article = quo_article_new (marked.text);
  snapshot = quo_snapshot_new (article, NULL);
  suggestions = quo_suggest (snapshot, &options, NULL, NULL);
  check_quotes (suggestions, c, &marked);
  quo_text_unref (marked.text);
}

static void
add_cases (const ClauseCase *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/clauses/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases (clauses_ar, G_N_ELEMENTS (clauses_ar));
  add_cases (clauses_cs, G_N_ELEMENTS (clauses_cs));
  add_cases (clauses_da, G_N_ELEMENTS (clauses_da));
  add_cases (clauses_de, G_N_ELEMENTS (clauses_de));
  add_cases (clauses_en, G_N_ELEMENTS (clauses_en));
  add_cases (clauses_es, G_N_ELEMENTS (clauses_es));
  add_cases (clauses_fr, G_N_ELEMENTS (clauses_fr));
  add_cases (clauses_pt, G_N_ELEMENTS (clauses_pt));
  add_cases (clauses_ru, G_N_ELEMENTS (clauses_ru));
  add_cases (clauses_sv, G_N_ELEMENTS (clauses_sv));
  add_cases (clauses_uk, G_N_ELEMENTS (clauses_uk));
  add_cases (clauses_zh, G_N_ELEMENTS (clauses_zh));
  return g_test_run ();
}
