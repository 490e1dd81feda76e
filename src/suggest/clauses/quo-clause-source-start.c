/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-source-start.h"

/* How far before "according to" reaches what is said, where the order of words is free and each
 * clause has its comma: of several clauses before it only the last one may belong to it. */

/* The first token of the clause that token @i is in. */
static gint
find_clause_start (const QuoClauseSentence *sentence, gint i)
{
  while (i > 0 && !sentence->quoted[i]
         && !quo_clause_has_between (sentence, i - 1, quo_clause_is_comma_or_dash))
    i--;
  return i;
}

/* který, v němž */
static gboolean
begins_relative (const QuoClauseSentence *sentence, gint i)
{
  return quo_clause_is_relative (sentence, i)
         || ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OBLIQUE)
             && quo_clause_is_relative (sentence, i + 1));
}

/* "Pokud bude pršet", "Že přijde": whether a clause that begins there needs another one. */
static gboolean
begins_dependent (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  return begins_relative (sentence, i) || (token->kinds & QUO_WORD_OPENER)
         || ((token->kinds & QUO_WORD_STOPWORD)
             && !(token->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_PRONOUN | QUO_WORD_FINITE)));
}

/* Whether one of the words from @first to @last is a verb, by its ending or by what is listed. */
static gboolean
has_verb (const QuoClauseSentence *sentence, gint first, gint last)
{
  for (gint i = first; i <= last; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);
      char word[QUO_FOLD_SIZE];
      gsize len = quo_token_fold (sentence->page, token, word);

      if (token->kinds & QUO_WORD_FINITE)
        return TRUE;
      if (!(token->shape & QUO_SHAPE_CAPITAL)
          && quo_language_get_verb_gender (sentence->language, word, len) != QUO_GENDER_UNKNOWN)
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_clause_goes_on_after_source (const QuoClauseSentence *sentence, gint cue)
{
  return cue > 1 && quo_language_has_free_order (sentence->language)
         && quo_clause_has_between (sentence, cue - 1, quo_char_is_comma)
         && find_clause_start (sentence, cue - 1) == 0 && begins_dependent (sentence, 0);
}

gint
quo_clause_find_source_start (const QuoClauseSentence *sentence, gint cue, gboolean has_comma)
{
  gint start;

  if (cue < 1 || !quo_language_has_free_order (sentence->language))
    return 0;
  start = find_clause_start (sentence, cue - 1);
  /* "Výdaje klesly, podle ministra to stačí": a clause of its own begins with the source. */
  if (!has_comma && cue > 1 && quo_clause_has_between (sentence, cue - 1, quo_char_is_comma))
    return begins_dependent (sentence, start) || begins_dependent (sentence, 0)
                   || !has_verb (sentence, start, cue - 1)
               ? 0
               : cue;
  if (start == 0 || sentence->quoted[start])
    return 0;
  if (begins_relative (sentence, start))
    return start;
  if (quo_clause_get_token (sentence, start)->kinds & QUO_WORD_JOIN)
    return has_verb (sentence, 0, start - 1) ? start + 1 : 0;
  return 0;
}

gint
quo_clause_find_source_said_end (const QuoClauseSentence *sentence, gint start, gint first)
{
  gint n = sentence->tokens->len;

  if (start == 0 && first < n && quo_clause_get_token (sentence, 0)->kinds & QUO_WORD_ANY_SOURCE)
    return quo_clause_find_paper (sentence, first) - 1;
  if (start == 0 || !begins_relative (sentence, start))
    return n - 1;
  for (gint i = first; i + 1 < n; i++)
    if (quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash)
        && !begins_dependent (sentence, i + 1))
      return i;
  return n - 1;
}
