/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

#define MAX_MARKED_NAME 4 /* words of a name in marks */

/* The words of one sentence, and what is kept of the clauses found in it. */

const QuoToken *
quo_clause_get_token (const QuoClauseSentence *sentence, gint i)
{
  return i >= 0 && i < (gint)sentence->tokens->len ? quo_tokens_get (sentence->tokens, i) : NULL;
}

gboolean
quo_clause_has_between (const QuoClauseSentence *sentence, gint i, gboolean (*is_one) (gunichar c))
{
  const QuoToken *a = quo_clause_get_token (sentence, i),
                 *b = quo_clause_get_token (sentence, i + 1);
  guint32 from = a != NULL ? a->span.end : sentence->span.start;
  guint32 to = b != NULL ? b->span.start : sentence->span.end;

  for (guint32 at = from; at < to; at++)
    if (is_one (quo_passage_get (sentence->page, at))
        && !quo_passage_is_in_number (sentence->page, at))
      return TRUE;
  return FALSE;
}

gboolean
quo_clause_is_comma_or_dash (gunichar c)
{
  return quo_char_is_comma (c) || quo_char_is_dash (c);
}

gboolean
quo_clause_is_border (gunichar c)
{
  return quo_clause_is_comma_or_dash (c) || c == ';' || c == ':' || c == 0xff1a || c == '('
         || c == ')' || quo_char_is_quote_mark (c);
}

gboolean
quo_clause_is_colon (gunichar c)
{
  return c == ':' || c == 0xff1a;
}

gboolean
quo_clause_is_relative (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  if (token == NULL)
    return FALSE;
  /* der, die, das */
  if (quo_language_has_capital_nouns (sentence->language) && (token->kinds & QUO_WORD_DETERMINER))
    return TRUE;
  return quo_token_is_listed (sentence->page, token, sentence->language, QUO_LIST_RELATIVES);
}

gboolean
quo_clause_is_listed (const QuoClauseSentence *sentence, gint i, QuoWordList list)
{
  g_autofree char *two = NULL;
  char word[QUO_FOLD_SIZE], next[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  if (quo_language_lists (sentence->language, list, word))
    return TRUE;
  if (!quo_language_has_list (sentence->language, list)
      || quo_clause_get_token (sentence, i + 1) == NULL)
    return FALSE;
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i + 1), next);
  two = g_strconcat (word, " ", next, NULL);
  return quo_language_lists (sentence->language, list, two);
}

gint
quo_clause_find_marked_name_end (const QuoClauseSentence *sentence, gint first)
{
  gint last = first, n = sentence->tokens->len;
  gunichar c;

  if (first <= 0 || first >= n || !sentence->quoted[first] || sentence->quoted[first - 1])
    return -1;
  c = quo_passage_get (sentence->page, quo_clause_get_token (sentence, first)->span.start);
  if (g_unichar_islower (c))
    return -1;
  while (last + 1 < n && sentence->quoted[last + 1])
    if (++last >= first + MAX_MARKED_NAME)
      return -1;
  return last;
}

/* --- What was found --- */

static gboolean
is_trimmed (gunichar c)
{
  return g_unichar_isspace (c) || quo_char_is_comma (c) || c == '.' || c == ';' || c == ':'
         || c == 0x3002 || quo_char_is_dash (c);
}

static QuoSpan
trim (const QuoPassage *page, QuoSpan span)
{
  while (span.start < span.end && is_trimmed (quo_passage_get_sign (page, span.start)))
    span.start++;
  while (span.end > span.start && is_trimmed (quo_passage_get_sign (page, span.end - 1)))
    span.end--;
  return span;
}

/* 18 %, 4 °: signs that belong to the number before them, though they are no words. */
static QuoSpan
take_unit (const QuoPassage *page, QuoSpan span)
{
  guint32 end = span.end;

  if (end <= span.start || !g_unichar_isdigit (quo_passage_get (page, end - 1)))
    return span;
  if (quo_passage_get (page, end) == ' ' || quo_passage_get (page, end) == 0xa0)
    end++;
  if (quo_passage_get (page, end) == '%' || quo_passage_get (page, end) == 0x2030
      || quo_passage_get (page, end) == 0xb0
      || g_unichar_type (quo_passage_get (page, end)) == G_UNICODE_CURRENCY_SYMBOL)
    span.end = end + 1;
  return span;
}

/* Marks that open within the span and close right behind it belong to it: it was “a danger,”. */
static QuoSpan
close_marks (const QuoClauseSentence *sentence, QuoSpan span)
{
  gint i = quo_stretches_find_last (sentence->stretches, span.end);
  const QuoStretch *last = i >= 0 ? quo_stretches_get (sentence->stretches, i) : NULL;

  if (last != NULL && last->span.start > span.start && last->span.end > span.end
      && last->span.end <= span.end + 2)
    span.end = last->span.end;
  return span;
}

/* Marks that open right before the span and close within it belong to it, too: Para X, «...». */
static QuoSpan
open_marks (const QuoClauseSentence *sentence, QuoSpan span)
{
  gint i = quo_stretches_find_last (sentence->stretches, span.start);
  const QuoStretch *first = i >= 0 ? quo_stretches_get (sentence->stretches, i) : NULL;

  if (first != NULL && first->span.start + 1 == span.start && first->span.end <= span.end
      && !first->is_dash)
    span.start = first->span.start;
  return span;
}

/* Whether the marks that begin at token @i go on with the author's words before them. Where nouns
 * have capitals, a capital says nothing. */
static gboolean
is_joined (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  return sentence->quoted[i] && i > 0 && !sentence->quoted[i - 1]
         && !quo_clause_has_between (sentence, i - 1, quo_clause_is_colon)
         && (quo_language_has_capital_nouns (sentence->language)
             || !(token->shape & QUO_SHAPE_CAPITAL));
}

static void
count_words (const QuoClauseSentence *sentence, QuoClause *clause)
{
  gboolean has_verb = FALSE, is_joining = FALSE;

  for (guint i = 0; i < sentence->tokens->len; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      for (guint k = 0; k < clause->n_ranges; k++)
        if (quo_span_contains (clause->ranges[k], token->span))
          {
            clause->n_words++;
            clause->n_quoted_words += sentence->quoted[i];
            clause->has_finite |= (token->kinds & QUO_WORD_FINITE) != 0;
            has_verb |= !sentence->quoted[i] && (token->kinds & QUO_WORD_FINITE);
            is_joining |= clause->n_words > 1 && is_joined (sentence, (gint)i);
            clause->has_mood |= !sentence->quoted[i] && (token->kinds & QUO_WORD_SUBJUNCTIVE) != 0;
          }
    }
  clause->joins_marks = has_verb && is_joining;
}

void
quo_clause_take (QuoClauseSentence *sentence, QuoClause *clause)
{
  guint n = 0;

  for (guint i = 0; i < clause->n_ranges; i++)
    {
      QuoSpan span = close_marks (
          sentence, take_unit (sentence->page, trim (sentence->page, clause->ranges[i])));

      span = open_marks (sentence, span);
      if (span.end > span.start)
        clause->ranges[n++] = span;
    }
  clause->n_ranges = n;
  clause->sentence = sentence->span;
  if (clause->is_back)
    clause->n_words = QUO_CLAUSE_MIN_WORDS + 2; /* it is whole */
  else
    count_words (sentence, clause);
  if (n > 0 && clause->n_words >= QUO_CLAUSE_MIN_WORDS)
    g_array_append_val (sentence->clauses, *clause);
}

QuoSpan
quo_clause_span_tokens (const QuoClauseSentence *sentence, gint first, gint last)
{
  const QuoToken *a = quo_clause_get_token (sentence, first),
                 *b = quo_clause_get_token (sentence, last);

  return a == NULL || b == NULL || last < first ? QUO_SPAN (0, 0)
                                                : QUO_SPAN (a->span.start, b->span.end);
}

QuoClause
quo_clause_begin (const QuoClauseSentence *sentence, gint cue, QuoClausePattern pattern)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);
  const QuoToken *last = quo_clause_get_token (sentence, cue + token->n_words - 1);

  return (QuoClause){ .cue = QUO_SPAN (token->span.start, (last != NULL ? last : token)->span.end),
                      .cue_kinds = token->kinds,
                      .pattern = pattern,
                      .n_ranges = 1 };
}
