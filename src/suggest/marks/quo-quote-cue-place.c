/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"

/* Words of saying that no list knows, by their place alone:
 *
 *   “We are late,” croaked the driver.     «Тут люди живут», — отрезал глава района.
 *   „Letos nezastaví nikdo,“ stěžuje si Jarmila Koudelková.     “Go,” she croaked.
 *
 * The first word in small letters after a quote that goes on is the verb, if somebody follows it in
 * its clause, or a pronoun or name stands before it. */

#define MAX_GAP 4     /* words between the verb and who speaks: si, po zápase */
#define MAX_BRIEF 3   /* words of a verb and a noun alone */
#define MAX_NAMES 3   /* words of a name before the verb */
#define MIN_LETTERS 3 /* of the verb */

typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  GArray *tokens;
} Clause;

/* A word that is surely no verb of saying. */
static gboolean
is_no_verb (const Clause *clause, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];

  if (!g_unichar_islower (quo_passage_get (clause->page, token->span.start))
      || token->span.end - token->span.start < MIN_LETTERS
      || (token->kinds
          & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE | QUO_WORD_OPENER | QUO_WORD_JOIN
             | QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_TITLE | QUO_WORD_FINITE
             | QUO_WORD_CALENDAR | QUO_WORD_ABBREVIATION | QUO_WORD_PARTICLE | QUO_WORD_AS
             | QUO_WORD_NOUN)))
    return TRUE;
  quo_token_fold (clause->page, token, word);
  return quo_language_lists (clause->language, QUO_LIST_RELATIVES, word)
         || quo_language_lists (clause->language, QUO_LIST_COUNTS, word);
}

/* Whether the clause goes on from the word before @i to it. */
static gboolean
is_joined (const Clause *clause, guint i)
{
  guint32 to = quo_tokens_get (clause->tokens, i)->span.start;

  for (guint32 at = quo_tokens_get (clause->tokens, i - 1)->span.end; at < to; at++)
    if (!g_unichar_isspace (quo_passage_get (clause->page, at)))
      return FALSE;
  return TRUE;
}

/* Somebody: a name, a title, "the driver", or a pronoun. */
static gboolean
is_somebody (const Clause *clause, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];

  if (token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_TITLE))
    return TRUE;
  if (token->kinds & QUO_WORD_DETERMINER)
    return !(token->kinds & QUO_WORD_OBLIQUE);
  quo_token_fold (clause->page, token, word);
  return ((token->shape & QUO_SHAPE_CAPITAL) && !(token->kinds & QUO_WORD_CALENDAR))
         || quo_language_lists (clause->language, QUO_LIST_COUNTS, word);
}

/* Whether somebody follows the verb @verb. Where the order of words is free, a phrase with a
 * preposition may stand between. */
static gboolean
is_followed (const Clause *clause, guint verb)
{
  gboolean is_free = quo_language_has_clause_comma (clause->language)
                     && !quo_language_has_capital_nouns (clause->language);

  /* — осторожничает учёный. */
  if (is_free && verb == 0 && clause->tokens->len <= MAX_BRIEF && is_joined (clause, 1)
      && !(quo_tokens_get (clause->tokens, 1)->kinds & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE)))
    return TRUE;
  for (guint i = verb + 1; i < clause->tokens->len && i <= verb + 1 + MAX_GAP; i++)
    {
      const QuoToken *token = quo_tokens_get (clause->tokens, i);

      if (!is_joined (clause, i))
        return FALSE;
      if (is_somebody (clause, token))
        return TRUE;
      if ((token->kinds & (QUO_WORD_OPENER | QUO_WORD_JOIN))
          || ((token->kinds & QUO_WORD_OBLIQUE) && !is_free)
          || (!is_free && !(token->kinds & QUO_WORD_STOPWORD)))
        return FALSE;
    }
  return FALSE;
}

/* The verb after the pronoun or the name that the clause begins with; 0: none. */
static guint
find_verb_behind (const Clause *clause)
{
  const QuoToken *first = quo_tokens_get (clause->tokens, 0);
  guint i = 1;

  if ((first->kinds & QUO_WORD_PRONOUN) == 0)
    while (i < clause->tokens->len && i < MAX_NAMES
           && (quo_tokens_get (clause->tokens, i)->shape & QUO_SHAPE_CAPITAL))
      i++;
  for (guint k = 1; k <= i; k++)
    if (k < clause->tokens->len && !is_joined (clause, k))
      return 0;
  if (i >= clause->tokens->len || is_no_verb (clause, quo_tokens_get (clause->tokens, i)))
    return 0;
  /* White House press secretary X: a noun of an office */
  return i + 1 < clause->tokens->len && is_joined (clause, i + 1)
                 && (quo_tokens_get (clause->tokens, i + 1)->kinds & QUO_WORD_TITLE)
             ? 0
             : i;
}

QuoSpan
quo_quote_find_cue_by_place (const QuoPassage *page, const QuoLanguage *language, QuoSpan zone)
{
  g_autoptr (GArray) tokens = quo_tokens_list (page, language, zone);
  Clause clause = { page, language, tokens };
  const QuoToken *first;
  guint verb = 0;

  if (tokens->len < 2)
    return QUO_SPAN (0, 0);
  first = quo_tokens_get (tokens, 0);
  /* „...“, ist die Wirtin sicher: where the verb stands second, any will do. */
  if (quo_language_has_capital_nouns (language) && (first->kinds & QUO_WORD_FINITE)
      && g_unichar_islower (quo_passage_get (page, first->span.start)) && is_followed (&clause, 0))
    return first->span;
  if (!is_no_verb (&clause, first) && is_followed (&clause, 0))
    return first->span;
  if ((first->kinds & QUO_WORD_PRONOUN)
      || ((first->shape & QUO_SHAPE_CAPITAL) && !(first->kinds & QUO_WORD_DETERMINER)
          && is_somebody (&clause, first)))
    verb = find_verb_behind (&clause);
  return verb > 0 ? quo_tokens_get (tokens, verb)->span : QUO_SPAN (0, 0);
}
