/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Verbs of saying behind which a question stands that nobody answers or asks: declined to say what
 * it paid, did not say whether, was asked if. */

#define MAX_BACK 4 /* words between what denies the verb and the verb */

static gboolean
is_listed (const QuoClauseSentence *sentence, gint i, QuoWordList list)
{
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, i),
                              sentence->language, list);
}

/* "declined on Monday to say": the infinitive belongs to a verb before it in its clause. */
static gboolean
is_refused (const QuoClauseSentence *sentence, gint cue)
{
  if (!is_listed (sentence, cue - 1, QUO_LIST_DEMAND_PARTICLES))
    return FALSE;
  for (gint i = cue - 2; i >= 0 && i >= cue - 2 - MAX_BACK; i--)
    {
      if (quo_clause_has_between (sentence, i, quo_clause_is_border))
        return FALSE;
      if (is_listed (sentence, i, QUO_LIST_UNSAYING))
        return TRUE;
    }
  return FALSE;
}

/* won't, or the last word of "would not": one that only helps the verb goes with it, as "has not
 * said" tells what somebody keeps to themselves. */
static gboolean
is_negation (const QuoClauseSentence *sentence, gint i)
{
  g_autofree char *two = NULL;
  char before[QUO_FOLD_SIZE], word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  if (i == 0 || quo_language_lists (sentence->language, QUO_LIST_NEGATIONS, word))
    return quo_language_lists (sentence->language, QUO_LIST_NEGATIONS, word);
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i - 1), before);
  two = g_strconcat (before, " ", word, NULL);
  return quo_language_lists (sentence->language, QUO_LIST_NEGATIONS, two);
}

gboolean
quo_clause_is_denied (const QuoClauseSentence *sentence, gint cue)
{
  gint back = quo_language_has_clause_comma (sentence->language) ? 1 : MAX_BACK;

  for (gint i = cue - 1; i >= 0 && i >= cue - back; i--)
    {
      if (quo_clause_has_between (sentence, i, quo_clause_is_border)
          || quo_clause_is_verb (sentence, i))
        return FALSE;
      if (is_negation (sentence, i))
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_clause_is_passive (const QuoClauseSentence *sentence, gint cue)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);

  /* was asked, was initially denied; but "was asking" */
  return (is_listed (sentence, cue - 1, QUO_LIST_PASSIVE)
          || (is_listed (sentence, cue - 2, QUO_LIST_PASSIVE)
              && !(quo_clause_get_token (sentence, cue - 1)->kinds
                   & (QUO_WORD_PRONOUN | QUO_WORD_FINITE))
              && !(quo_clause_get_token (sentence, cue - 1)->shape & QUO_SHAPE_CAPITAL)
              && !quo_clause_has_between (sentence, cue - 1, quo_clause_is_border)
              && !quo_clause_has_between (sentence, cue - 2, quo_clause_is_border)))
         && !quo_language_is_participle (sentence->language, word, len);
}

gboolean
quo_clause_is_unsaid (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  return is_listed (sentence, opener, QUO_LIST_QUESTIONS)
         && (is_refused (sentence, cue) || quo_clause_is_denied (sentence, cue)
             || quo_clause_is_passive (sentence, cue));
}
