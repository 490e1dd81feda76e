/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* CLAUSE, hatte X im Herbst gesagt: a verb of saying in two parts round who says it. */

static gboolean
is_denied (const QuoClauseSentence *sentence, gint first, gint cue)
{
  for (gint i = first; i < cue; i++)
    {
      char word[QUO_FOLD_SIZE];

      quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
      if (quo_language_lists (sentence->language, QUO_LIST_NEGATIONS, word))
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_clause_is_bracket (const QuoClauseSentence *sentence, gint border, gint cue)
{
  const QuoToken *helper = quo_clause_get_token (sentence, border + 1);

  return border >= 0 && border + 2 < cue && quo_language_has_capital_nouns (sentence->language)
         && (helper->kinds & QUO_WORD_FINITE) && !(helper->kinds & QUO_WORD_PRONOUN)
         && quo_clause_is_subject_at (sentence, border + 2)
         && (cue + 1 == (gint)sentence->tokens->len
             || quo_clause_has_between (sentence, cue, quo_clause_is_comma_or_dash))
         && ((quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_ANY_SAYING)
             || (quo_clause_get_token (sentence, 0)->kinds & QUO_WORD_OPENER))
         && !is_denied (sentence, border + 2, cue);
}
