/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Where a clause ends that follows its verb of saying, as far as marks tell: behind those within
 * it, or before those that another verb or a colon leads to. */

#define MAX_ASKED 2 /* words before a verb that nobody is the subject of: when asked whether */
#define MAX_NAME 3  /* words of a name in marks */

/* "and thanked", not "and would be", "and the board" or "but Mr Vold". */
static gboolean
begins_new_verb (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  return (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN) && next != NULL
         && !(next->shape & QUO_SHAPE_CAPITAL)
         && !(next->kinds
              & (QUO_WORD_FINITE | QUO_WORD_DETERMINER | QUO_WORD_STOPWORD | QUO_WORD_PRONOUN));
}

/* it was “not easy”, but was needed: a verb of the same subject. */
static gboolean
goes_on_with_verb (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  return next != NULL && !quo_language_has_clause_comma (sentence->language)
         && !quo_language_needs_opener (sentence->language)
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
         && (next->kinds & QUO_WORD_FINITE) && !(next->kinds & QUO_WORD_PRONOUN);
}

gboolean
quo_clause_goes_on_with_clause (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  return next != NULL && quo_language_needs_opener (sentence->language)
         && !quo_language_has_subject_after (sentence->language)
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
         && (next->kinds & QUO_WORD_OPENER) && !sentence->quoted[i + 1];
}

/* وكشفت أن الفيلم هو "المرايا"، والذي ...: whether the marks that close behind token @i hold a name
 * within the clause that begins with token @first, where what the author goes on with is told by
 * its first word. */
static gboolean
closes_name (const QuoClauseSentence *sentence, gint first, gint i)
{
  gint start = i;

  while (start > 0 && sentence->quoted[start - 1])
    start--;
  return quo_language_has_subject_after (sentence->language) && i - start < MAX_NAME
         && start > first + 1;
}

/* Where marks close within the clause and a comma or "and" follows, the author goes on: said that
 * it "would not hold", calling it a risk. Where each clause has its comma neither tells that. 0:
 * nowhere. */
static guint32
find_marked_end (const QuoClauseSentence *sentence, gint first)
{
  if (quo_language_has_free_order (sentence->language))
    return 0;
  for (gint i = first + 2; i + 1 < (gint)sentence->tokens->len; i++)
    {
      guint32 end = quo_clause_get_token (sentence, i)->span.end;

      if (!sentence->quoted[i] || sentence->quoted[i + 1] || closes_name (sentence, first, i))
        continue;
      if ((quo_clause_has_between (sentence, i, quo_char_is_comma)
           && !goes_on_with_verb (sentence, i + 1)
           && !quo_clause_goes_on_with_clause (sentence, i + 1))
          || (quo_language_needs_opener (sentence->language)
              && quo_clause_has_between (sentence, i, quo_char_is_dash))
          || begins_new_verb (sentence, i + 1))
        {
          while (end < quo_clause_get_token (sentence, i + 1)->span.start
                 && !g_unichar_isspace (quo_passage_get (sentence->page, end)))
            end++;
          return end;
        }
    }
  return 0;
}

/* Asked whether he would go, he said: “No”: the comma before the verb that introduces marks. 0:
 * none does. */
static guint32
find_introduced_end (const QuoClauseSentence *sentence, gint first)
{
  guint32 end = 0;

  for (gint i = first + 1; i + 1 < (gint)sentence->tokens->len && !sentence->quoted[i]; i++)
    if (end > 0 && quo_clause_is_verb (sentence, i) && sentence->quoted[i + 1]
        && (quo_clause_has_between (sentence, i, quo_clause_is_colon)
            || quo_clause_has_between (sentence, i, quo_char_is_comma)))
      return end;
    else if (quo_clause_has_between (sentence, i, quo_char_is_comma))
      end = quo_clause_get_token (sentence, i)->span.end;
  return 0;
}

/* Gefragt, was das sei, entgegnete X empört: „…“: the token before the comma behind which the
 * author goes on with another verb of saying, or @last. */
static gint
find_before_author (const QuoClauseSentence *sentence, gint first, gint last)
{
  for (gint i = last; i > first + 1; i--)
    if (quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
      return !sentence->quoted[i] && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
                 ? i - 1
                 : last;
  return last;
}

/* Said that it would be cut in autumn: “There is no money”: a colon that leads to marks ends a
 * clause that a word has opened, or, where commas open none, one that has its verb before it. 0:
 * none does. */
static guint32
find_colon_end (const QuoClauseSentence *sentence, gint cue, gint first)
{
  gboolean is_clause = (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_OPENER) != 0;

  /* warf ihm vor, alles abzulehnen: „...“ */
  for (gint i = first + 1; quo_language_has_capital_nouns (sentence->language) && !is_clause
                           && i + 1 < (gint)sentence->tokens->len && !sentence->quoted[i];
       i++)
    is_clause = sentence->quoted[i + 1] && quo_clause_is_infinitive (sentence, i);
  if (!is_clause
      && (quo_language_has_clause_comma (sentence->language)
          || !quo_clause_verb_takes_clause (sentence, cue)))
    return 0;
  for (gint i = first + 1; i + 1 < (gint)sentence->tokens->len; i++)
    {
      is_clause |= !sentence->quoted[i]
                   && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE) != 0;
      if (is_clause && !sentence->quoted[i] && sentence->quoted[i + 1]
          && quo_clause_has_between (sentence, i, quo_clause_is_colon))
        return quo_clause_get_token (sentence, find_before_author (sentence, first, i))->span.end;
    }
  return 0;
}

guint32
quo_clause_find_marked_end (const QuoClauseSentence *sentence, gint cue, gint first)
{
  gboolean is_owned
      = cue > 0
        && quo_token_is_possessive (sentence->page, quo_clause_get_token (sentence, cue - 1));
  guint32 introduced = cue < MAX_ASKED || is_owned ? find_introduced_end (sentence, first) : 0;
  guint32 marked = introduced > 0 ? introduced : find_marked_end (sentence, first);

  return marked > 0 ? marked : find_colon_end (sentence, cue, first);
}
