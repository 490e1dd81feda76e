/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-naming.h"

/* What a verb of naming names: the verb stands before it, or right behind it, and somebody does
 * what it says. */

#define MAX_NAMING 160      /* code points from "described ... as" to what is quoted */
#define MAX_NAMED_BEHIND 24 /* code points behind it in which the verb stands */

/* Whether one of the words from token @first on stands between a verb and who does it: by. */
static gboolean
has_agent (const QuoQuoteReading *reading, const GArray *tokens, guint first)
{
  for (guint i = first; i < tokens->len; i++)
    {
      char word[QUO_FOLD_SIZE];

      quo_token_fold (reading->page, quo_tokens_get (tokens, i), word);
      if (quo_language_lists (reading->language, QUO_LIST_AGENTS, word))
        return TRUE;
    }
  return FALSE;
}

/* "The room is called “the den”", but not "was called “a farce” by the union": whether nobody is
 * named who calls it so. @i: the verb. */
static gboolean
is_named_by_nobody (const QuoQuoteReading *reading, const GArray *before, guint i, QuoSpan hull,
                    QuoSpan sentence)
{
  g_autoptr (GArray) after = NULL;
  char word[QUO_FOLD_SIZE];

  if (i == 0)
    return FALSE;
  quo_token_fold (reading->page, quo_tokens_get (before, i - 1), word);
  if (!quo_language_lists (reading->language, QUO_LIST_PASSIVE, word)
      || has_agent (reading, before, i + 1))
    return FALSE;
  after = quo_tokens_list (reading->page, reading->language,
                           QUO_SPAN (hull.end, MAX (hull.end, sentence.end)));
  return !has_agent (reading, after, 0);
}

/* The last word of the sentence before it, or the first one after it. A clause or another quote
 * between them ends the search, unless it stands in a row with this one: called it “brave”, “bold”
 * and “new”. */
gboolean
quo_quote_is_named (const QuoQuoteReading *reading, QuoSpan hull)
{
  const QuoPassage *page = reading->page;
  QuoSpan sentence = quo_passage_find_sentence (page, reading->language, hull);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  gboolean is_row = TRUE;

  sentence.start = MAX (sentence.start, hull.start > MAX_NAMING ? hull.start - MAX_NAMING : 0);
  before = quo_tokens_list (page, reading->language, QUO_SPAN (sentence.start, hull.start));
  for (guint i = before->len; i > 0; i--)
    {
      const QuoToken *token = quo_tokens_get (before, i - 1);

      if (quo_stretches_cover (reading->stretches, token->span.start, NULL, 0))
        {
          if (!is_row)
            break;
          continue;
        }
      if (token->kinds & QUO_WORD_OPENER)
        break;
      is_row = is_row && (token->kinds & QUO_WORD_JOIN);
      if (token->kinds & QUO_WORD_NAMING)
        return !is_named_by_nobody (reading, before, i - 1, hull, sentence);
    }
  after = quo_tokens_list (
      page, reading->language,
      QUO_SPAN (hull.end, MAX (hull.end, MIN (sentence.end, hull.end + MAX_NAMED_BEHIND))));
  return after->len > 0 && (quo_tokens_get (after, 0)->kinds & QUO_WORD_NAMING);
}
