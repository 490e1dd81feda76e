/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Where the second of two clauses begins that a sentence has by its first word. */

#define MAX_OTHER 9 /* words of the second one to its verb */

/* Si bien X aclaró que CLAUSE, Y resaltó que: the comma behind which the second of two clauses
 * begins that the sentence has by its first word, with a verb of its own. */
gboolean
quo_clause_begins_second (const QuoClauseSentence *sentence, gint cue, gint i)
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
