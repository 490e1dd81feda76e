/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* What a headline tells without a verb of saying, of somebody the story quotes:
 *
 *   Bridge will open by June — mayor        Lavrov: Russia is ready for talks
 */

#define MAX_HEADLINES 4   /* paragraphs at the top that may be headlines */
#define MAX_WORDS 24      /* of a headline */
#define MAX_LABEL 6       /* words of who says it */
#define MAX_PARAGRAPHS 40 /* that are looked through for the one who is named */
#define MAX_TO_VERB 4     /* words between a name and its verb of saying */

/* Verbs, what opens a clause and what begins an aside do not stand in a label. */
static gboolean
is_of_label (const QuoClauseSentence *sentence, gint i)
{
  return !sentence->quoted[i]
         && !(quo_clause_get_token (sentence, i)->kinds
              & (QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING | QUO_WORD_FINITE | QUO_WORD_OPENER
                 | QUO_WORD_PRONOUN | QUO_WORD_JOIN | QUO_WORD_CALENDAR | QUO_WORD_SUBJUNCTIVE));
}

static gboolean
is_label (const QuoClauseSentence *sentence, gint first, gint last)
{
  if (last < first || last - first >= MAX_LABEL
      || (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_OBLIQUE))
    return FALSE;
  for (gint i = first; i <= last; i++)
    if (!is_of_label (sentence, i)
        || (i < last && quo_clause_has_between (sentence, i, quo_clause_is_border)))
      return FALSE;
  return TRUE;
}

/* Whether a verb of saying or "according to" stands beside token @i, with nothing between them but
 * more words for the one who says it: said Foreign Minister Sergey Lavrov. */
static gboolean
is_beside_saying (const QuoLanguage *language, const GArray *tokens, guint i)
{
  for (gint step = -1; step <= 1; step += 2)
    for (gint k = (gint)i + step; k >= 0 && k < (gint)tokens->len; k += step)
      {
        const QuoToken *token = quo_tokens_get (tokens, k);

        if (ABS (k - (gint)i) > MAX_TO_VERB)
          break;
        if (token->kinds & (QUO_WORD_SAYING | QUO_WORD_ANY_SOURCE))
          return TRUE;
        if (quo_language_has_subject_after (language) && !(token->kinds & QUO_WORD_STOPWORD))
          continue; /* قالت الفنانة X: without capitals */
        if (!(token->shape & QUO_SHAPE_CAPITAL)
            && !(token->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER | QUO_WORD_REST)))
          break;
      }
  return FALSE;
}

/* Whether the story below says something by the one whom the word names. */
static gboolean
is_quoted_below (const QuoClauseSentence *sentence, guint headline, const char *name)
{
  for (guint p = headline + 1; p < sentence->page->paragraphs->len && p <= MAX_PARAGRAPHS; p++)
    {
      g_autoptr (GArray) tokens = quo_tokens_list (sentence->page, sentence->language,
                                                   quo_passage_get_paragraph (sentence->page, p));

      for (guint i = 0; i < tokens->len; i++)
        {
          char word[QUO_FOLD_SIZE];

          quo_token_fold (sentence->page, quo_tokens_get (tokens, i), word);
          if (strcmp (word, name) == 0 && is_beside_saying (sentence->language, tokens, i)
              && !quo_stretches_cover (sentence->stretches, quo_tokens_get (tokens, i)->span.start,
                                       NULL, 0))
            return TRUE;
        }
    }
  return FALSE;
}

/* A title alone says enough: mayor, police chief. */
static gboolean
is_somebody (const QuoClauseSentence *sentence, guint headline, gint first, gint last)
{
  for (gint i = last; i >= first; i--)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);
      char word[QUO_FOLD_SIZE];

      if (token->kinds & QUO_WORD_TITLE)
        return TRUE;
      quo_token_fold (sentence->page, token, word);
      if (!(token->kinds & QUO_WORD_STOPWORD) && is_quoted_below (sentence, headline, word))
        return TRUE;
    }
  return FALSE;
}

/* "Reports: ‘faster’ rules for five countries": one word for a text tells the rest, even if that
 * begins in marks. */
static gboolean
is_text (const QuoClauseSentence *sentence, gint colon)
{
  char word[QUO_FOLD_SIZE];

  if (colon != 0)
    return FALSE;
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, 0), word);
  return quo_language_lists (sentence->language, QUO_LIST_TEXTS, word)
         && !sentence->quoted[sentence->tokens->len - 1];
}

/* The only dash between words, or the only colon: the token before it; -1: there is none. */
static gint
find_border (const QuoClauseSentence *sentence, gboolean (*is_one) (gunichar c))
{
  gint found = -1;

  for (gint i = 0; i + 1 < (gint)sentence->tokens->len; i++)
    {
      guint32 end = quo_clause_get_token (sentence, i)->span.end;

      /* Not within a word: anti-terror. */
      if (!quo_clause_has_between (sentence, i, is_one)
          || quo_clause_get_token (sentence, i + 1)->span.start < end + 2)
        continue;
      if (found >= 0)
        return -1;
      found = i;
    }
  return found;
}

/* Where token @i begins, with a mark before it. */
static guint32
find_start (const QuoClauseSentence *sentence, gint i)
{
  guint32 start = quo_clause_get_token (sentence, i)->span.start;

  return start > sentence->span.start
                 && (quo_char_is_quote_mark (quo_passage_get (sentence->page, start - 1))
                     || quo_char_is_apostrophe (quo_passage_get (sentence->page, start - 1)))
             ? start - 1
             : start;
}

static void
take (QuoClauseSentence *sentence, QuoSpan label, QuoSpan told)
{
  QuoClause clause = { .pattern = QUO_CLAUSE_HEADLINE, .n_ranges = 1, .source = label };

  clause.ranges[0] = told;
  clause.cue_kinds = QUO_WORD_SOURCE;
  quo_clause_take (sentence, &clause);
}

static gboolean
is_headline (const QuoClauseSentence *sentence, guint paragraph)
{
  QuoSpan whole
      = quo_passage_trim (sentence->page, quo_passage_get_paragraph (sentence->page, paragraph));
  gint n = sentence->tokens->len;

  return paragraph < MAX_HEADLINES && n > QUO_CLAUSE_MIN_WORDS && n <= MAX_WORDS
         && quo_span_equal (whole, sentence->span)
         && quo_passage_get (sentence->page, whole.end - 1) != '.';
}

gboolean
quo_clause_try_headline (QuoClauseSentence *sentence, guint paragraph)
{
  gint dash, colon, last = (gint)sentence->tokens->len - 1;

  if (!is_headline (sentence, paragraph))
    return FALSE;
  dash = find_border (sentence, quo_char_is_dash);
  colon = find_border (sentence, quo_clause_is_colon);
  if (dash >= QUO_CLAUSE_MIN_WORDS - 1 && colon < 0 && is_label (sentence, dash + 1, last)
      && is_somebody (sentence, paragraph, dash + 1, last))
    {
      take (sentence, quo_clause_span_tokens (sentence, dash + 1, last),
            QUO_SPAN (sentence->span.start, quo_clause_get_token (sentence, dash)->span.end));
      return TRUE;
    }
  if (colon >= 0 && dash < 0 && last - colon >= QUO_CLAUSE_MIN_WORDS
      && (is_text (sentence, colon)
          || (is_label (sentence, 0, colon) && !sentence->quoted[colon + 1]
              && is_somebody (sentence, paragraph, 0, colon))))
    {
      take (sentence, quo_clause_span_tokens (sentence, 0, colon),
            QUO_SPAN (find_start (sentence, colon + 1), sentence->span.end));
      return TRUE;
    }
  return FALSE;
}
