/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* CLAUSE. That is what X said: a short sentence that points back to the one before it.
 *
 *   Bei dem Brand sind sechs Menschen verletzt worden. Das teilte die Polizei mit.
 *   Поезда отменены. Об этом сообщили в мэрии.        Así lo anunció la alcaldesa.
 */

#define MAX_WORDS 22  /* of such a sentence */
#define MAX_TO_WORD 3 /* words before the one that points back */
#define MAX_BETWEEN 5 /* words from it to the verb, which may stand before it: Uvedl to mluvčí */
#define MIN_WORDS 5   /* of the sentence before */
#define MAX_QUOTED 4  /* words of it in marks */
#define MAX_LEAD 60   /* words of a paragraph that is told as a whole */

/* The word that points back, near the start; -1: there is none. */
static gint
find_pointer (const QuoClauseSentence *sentence)
{
  for (gint i = 0; i < (gint)sentence->tokens->len && i <= MAX_TO_WORD; i++)
    {
      char word[QUO_FOLD_SIZE];

      quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
      if (quo_language_lists (sentence->language, QUO_LIST_POINTS_BACK, word))
        return i;
    }
  return -1;
}

/* Whether the sentence tells nothing of its own: no marks but round a name, no colon or clause. */
static gboolean
is_bare (const QuoClauseSentence *sentence)
{
  for (gint i = 0; i < (gint)sentence->tokens->len; i++)
    {
      gint end = quo_clause_find_marked_name_end (sentence, i);

      if (end >= 0)
        i = end;
      else if (sentence->quoted[i])
        return FALSE;
      if (quo_clause_has_between (sentence, i, quo_clause_is_colon)
          || (i > MAX_TO_WORD + 1 && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER)))
        return FALSE;
    }
  return sentence->tokens->len <= MAX_WORDS;
}

/* The verb of saying beside the pointer; -1: none. */
static gint
find_verb (const QuoClauseSentence *sentence, gint pointer)
{
  for (gint i = 0; i <= pointer + MAX_BETWEEN; i++)
    if (quo_clause_is_verb (sentence, i)
        && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING))
      return i;
  return -1;
}

/* Whether the sentence before tells something itself, and nobody has said it yet. A few words of it
 * may stand in marks. */
static gboolean
is_told (const QuoClauseSentence *sentence, QuoSpan before)
{
  g_autoptr (GArray) tokens = NULL;
  gboolean is_calling = FALSE;
  guint n_quoted = 0;

  if (quo_span_is_empty (before))
    return FALSE;
  tokens = quo_tokens_list (sentence->page, sentence->language, before);
  for (guint i = 0; i < tokens->len; i++)
    {
      gboolean is_quoted = quo_stretches_cover (sentence->stretches,
                                                quo_tokens_get (tokens, i)->span.start, NULL, 0);

      if ((quo_tokens_get (tokens, i)->kinds & (QUO_WORD_SAYING | QUO_WORD_ANY_SOURCE))
          || (i == 0 && is_quoted))
        return FALSE;
      is_calling |= (quo_tokens_get (tokens, i)->kinds
                     & (QUO_WORD_SAYING_WEAK | QUO_WORD_NAMING | QUO_WORD_REPORTING))
                    != 0;
      n_quoted += is_quoted;
    }
  return tokens->len >= MIN_WORDS
         && (n_quoted == 0
             || (!is_calling && n_quoted <= MAX_QUOTED && 4 * n_quoted < tokens->len));
}

/* Поезда отменены. Ждать их не стоит. Об этом сообщил ...: where the word that points back begins
 * the sentence behind a preposition or before a noun, in front of the verb @cue, and the order of
 * words is free, all that the paragraph has told up to there from @paragraph on; else the sentence
 * @before alone. */
static QuoSpan
find_told (const QuoClauseSentence *sentence, gint pointer, gint cue, guint32 paragraph,
           QuoSpan before)
{
  QuoSpan lead = QUO_SPAN (paragraph, before.end);
  g_autoptr (GArray) tokens = NULL;

  if (pointer > 1 || cue < 2
      || (pointer == 1 && !(quo_clause_get_token (sentence, 0)->kinds & QUO_WORD_OBLIQUE))
      || !quo_language_has_free_order (sentence->language) || lead.start >= before.start)
    return before;
  tokens = quo_tokens_list (sentence->page, sentence->language, lead);
  return tokens->len <= MAX_LEAD && is_told (sentence, lead) ? lead : before;
}

gboolean
quo_clause_try_back (QuoClauseSentence *sentence, guint32 paragraph, QuoSpan before)
{
  gint pointer = find_pointer (sentence);
  gint cue = pointer >= 0 && is_bare (sentence) ? find_verb (sentence, pointer) : -1;
  QuoSpan told;
  QuoClause clause;

  if (cue < 0 || quo_span_is_empty (before))
    return FALSE;
  told = find_told (sentence, pointer, cue, paragraph, before);
  if (!is_told (sentence, told))
    return FALSE;
  clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_BEFORE);
  clause.ranges[0] = told;
  clause.has_opener = TRUE;
  clause.is_back = TRUE;
  quo_clause_take (sentence, &clause);
  return TRUE;
}
