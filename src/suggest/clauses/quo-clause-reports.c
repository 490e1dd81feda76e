/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Nach ersten Berichten CLAUSE; CLAUSE nach Polizeiangaben CLAUSE: a source that is a noun for what
 * is told, with adjectives before it and nobody behind it. */

#define MAX_ADJECTIVES 2

/* The noun behind the preposition @cue; -1: none makes a source with it. */
static gint
find_noun (const QuoClauseSentence *sentence, gint cue)
{
  char preposition[QUO_FOLD_SIZE], word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), preposition);
  for (gint i = cue + 1; i < (gint)sentence->tokens->len && i <= cue + 1 + MAX_ADJECTIVES; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if (sentence->quoted[i] || quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
        return -1;
      quo_token_fold (sentence->page, token, word);
      if (quo_language_is_source_noun (sentence->language, preposition, word))
        return i;
      if ((token->shape & QUO_SHAPE_CAPITAL)
          || (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_DETERMINER)))
        return -1;
    }
  return -1;
}

gboolean
quo_clause_try_reports (QuoClauseSentence *sentence, gint cue)
{
  gint n = sentence->tokens->len, noun = find_noun (sentence, cue);
  const QuoToken *next = noun < 0 ? NULL : quo_clause_get_token (sentence, noun + 1);
  QuoClause clause;

  if (next == NULL || (next->kinds & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE))
      || quo_clause_has_between (sentence, noun, quo_clause_is_border))
    return FALSE;
  clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_SOURCE);
  clause.cue_kinds |= QUO_WORD_SOURCE;
  clause.source = quo_clause_span_tokens (sentence, cue + 1, noun);
  clause.n_ranges = 0;
  if (cue > 1)
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (sentence->span.start, quo_clause_get_token (sentence, cue - 1)->span.end);
  if (noun + 1 < n)
    clause.ranges[clause.n_ranges++] = QUO_SPAN (next->span.start, sentence->span.end);
  quo_clause_take (sentence, &clause);
  return TRUE;
}
