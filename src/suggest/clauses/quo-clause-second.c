/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Where the second of two clauses begins that a sentence has by its first word. */

#define MAX_OTHER 9 /* words of the second one to its verb */

/* when, after: a word that opens a clause and can be no subject in it, unlike "who". */
static gboolean
is_subordinator (const QuoClauseSentence *sentence, gint i)
{
  return quo_clause_is_relative (sentence, i)
         && !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_PRONOUN);
}

/* When, Even after, But as; Calling for a freeze: whether the sentence begins with a clause that a
 * comma ends, where a comma parts no other ones. @cue: the verb of the clause. */
static gboolean
begins_subordinate (const QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *token = quo_clause_get_token (sentence, 0);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, token, word);

  if (quo_language_has_clause_comma (sentence->language)
      || quo_language_needs_opener (sentence->language))
    return FALSE;
  return is_subordinator (sentence, 0)
         || (cue == 0 && quo_language_is_participle (sentence->language, word, len))
         || ((token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_JOIN))
             && !(token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE))
             && is_subordinator (sentence, 1));
}

/* he, the bench, Lind: what a clause may begin with as its subject. */
static gboolean
may_be_subject (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  if (sentence->quoted[i] || quo_clause_is_relative (sentence, i)
      || (token->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_JOIN | QUO_WORD_CALENDAR)))
    return FALSE;
  return (token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER | QUO_WORD_NOUN))
         || ((token->shape & QUO_SHAPE_CAPITAL) && !(token->kinds & QUO_WORD_STOPWORD));
}

static gboolean
is_any_verb (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, token, word);

  return (token->kinds & QUO_WORD_FINITE) || quo_clause_is_verb (sentence, i)
         || quo_language_is_past (sentence->language, word, len);
}

/* When the clerk said she knew nothing, the bench laughed: behind the comma that ends a clause with
 * which the sentence begins, a subject and its verb. */
static gboolean
begins_main (const QuoClauseSentence *sentence, gint cue, gint i)
{
  guint n_commas = 0;

  if (!quo_clause_has_between (sentence, i - 1, quo_char_is_comma)
      || !begins_subordinate (sentence, cue) || !may_be_subject (sentence, i))
    return FALSE;
  for (gint k = 1; k < cue; k++)
    n_commas += quo_clause_has_between (sentence, k, quo_char_is_comma);
  if (n_commas % 2 != 0)
    return FALSE; /* the verb stands in the second */
  for (gint k = i + 1; k <= i + MAX_OTHER && k < (gint)sentence->tokens->len; k++)
    {
      if (sentence->quoted[k] || quo_clause_has_between (sentence, k - 1, quo_clause_is_border)
          || (quo_clause_get_token (sentence, k)->kinds & QUO_WORD_OPENER))
        return FALSE;
      if (is_any_verb (sentence, k))
        return TRUE;
    }
  return FALSE;
}

/* Si bien X aclaró que CLAUSE, Y resaltó que: the comma behind which the second of two clauses
 * begins that the sentence has by its first word, with a verb of its own. */
static gboolean
begins_other (const QuoClauseSentence *sentence, gint cue, gint i)
{
  if (!quo_clause_has_between (sentence, i - 1, quo_char_is_comma)
      || !quo_clause_is_listed (sentence, 0, QUO_LIST_CONCESSIONS))
    return FALSE;
  for (gint k = 1; k < cue; k++)
    if (quo_clause_has_between (sentence, k, quo_char_is_comma))
      return FALSE; /* the verb stands in the second */
  for (gint k = i; k <= i + MAX_OTHER; k++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, k);

      if (token == NULL || sentence->quoted[k] || (token->kinds & QUO_WORD_OPENER)
          || (k > i && quo_clause_has_between (sentence, k - 1, quo_clause_is_border)))
        return FALSE;
      if (quo_clause_is_verb (sentence, k))
        return (token->kinds & QUO_WORD_ANY_SAYING) != 0;
    }
  return FALSE;
}

gint
quo_clause_find_second (const QuoClauseSentence *sentence, gint cue, gint first)
{
  gint n = sentence->tokens->len;

  for (gint i = first + 1; i < n; i++)
    if (!sentence->quoted[i] && (begins_other (sentence, cue, i) || begins_main (sentence, cue, i)))
      return i;
  return n;
}
