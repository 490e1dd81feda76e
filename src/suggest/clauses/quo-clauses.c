/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"
#include "quo-dateline.h"

/* What somebody said, told without marks or with marks round a part of it. Each sentence is looked
 * through for words that report: what stands before, after or round them, by commas and by the word
 * that opens a clause, is a candidate. Which candidates are quotes is decided elsewhere. */

static void
read_sentence (QuoClauseSentence *sentence, guint paragraph, guint32 start, QuoSpan before)
{
  gint n = sentence->tokens->len;
  guint n_before = sentence->clauses->len;

  if (quo_clause_try_back (sentence, start, before)
      || quo_clause_try_headline (sentence, paragraph))
    return;
  for (gint i = 0; i < n; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if (sentence->quoted[i] || (token->kinds & QUO_WORD_REST))
        continue;
      if (quo_clause_try_demand (sentence, i)
          || (!(token->kinds & QUO_WORD_ANY_SOURCE) && quo_clause_try_reports (sentence, i)))
        continue;
      if (token->kinds & QUO_WORD_SOURCE)
        quo_clause_read_source (sentence, i);
      else if (token->kinds & QUO_WORD_SOURCE_AFTER)
        quo_clause_read_source_after (sentence, i);
      else if (token->kinds & QUO_WORD_SOURCE_STRICT)
        quo_clause_read_source_strict (sentence, i);
      else if (quo_clause_is_verb (sentence, i))
        quo_clause_read_said (sentence, i);
    }
  if (quo_clause_is_told_whole (sentence, n_before))
    g_array_set_size (sentence->clauses, n_before);
  if (sentence->clauses->len == n_before)
    quo_clause_try_mood (sentence);
}

/* Whether the sentence goes on after @at: a stop within a quote ends none, but one at its end
 * does. */
static gboolean
is_inside_quote (const QuoClauseSentence *sentence, guint32 at)
{
  for (gint i = quo_stretches_find_last (sentence->stretches, at + 1); i >= 0;
       i = quo_stretches_get (sentence->stretches, i)->parent)
    {
      const QuoStretch *stretch = quo_stretches_get (sentence->stretches, i);

      if (at + 2 < stretch->span.end && stretch->span.start <= at)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_closing (gunichar c)
{
  return quo_char_is_quote_mark (c) || quo_char_is_apostrophe (c) || c == ')' || c == ']';
}

/* @start: where its paragraph begins; @before: the sentence before it there, or empty. */
static void
take_sentence (QuoClauseSentence *sentence, guint paragraph, guint32 start, QuoSpan before,
               QuoSpan span)
{
  sentence->span = quo_passage_trim (sentence->page, span);
  if (quo_span_is_empty (sentence->span))
    return;
  sentence->tokens = quo_tokens_list (sentence->page, sentence->language, sentence->span);
  sentence->quoted = g_new (gboolean, sentence->tokens->len + 1);
  for (guint i = 0; i < sentence->tokens->len; i++)
    sentence->quoted[i] = quo_stretches_cover (
        sentence->stretches, quo_clause_get_token (sentence, i)->span.start, NULL, 0);
  read_sentence (sentence, paragraph, start, before);
  g_free (sentence->quoted);
  g_array_unref (sentence->tokens);
}

GArray *
quo_clauses_find (const QuoPassage *page, const GArray *stretches, const QuoLanguage *language)
{
  QuoClauseSentence sentence = { .page = page, .stretches = stretches, .language = language };

  sentence.clauses = g_array_new (FALSE, FALSE, sizeof (QuoClause));
  for (guint p = 0; p < page->paragraphs->len; p++)
    {
      QuoSpan paragraph = quo_passage_get_paragraph (page, p);
      guint32 first = quo_dateline_skip (page, paragraph), start = first;
      QuoSpan before = QUO_SPAN (0, 0);

      for (guint32 i = start; i < paragraph.end; i++)
        if (quo_char_is_stop (quo_passage_get (page, i))
            && quo_tokens_end_sentence (page, language, i) && !is_inside_quote (&sentence, i))
          {
            guint32 end = i + 1;

            while (end < paragraph.end && is_closing (quo_passage_get (page, end)))
              end++;
            take_sentence (&sentence, p, first, before, QUO_SPAN (start, end));
            before = QUO_SPAN (start, end);
            start = end;
            i = MAX (i, end - 1);
          }
      take_sentence (&sentence, p, first, before, QUO_SPAN (start, paragraph.end));
    }
  return sentence.clauses;
}