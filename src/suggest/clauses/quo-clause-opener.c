/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* The word that opens what a verb of saying tells: X said on Monday that CLAUSE. */

#define MAX_TO_OPENER 12   /* words between the verb and "that" */
#define MAX_TO_COMMA 16    /* words between the verb and the comma before the clause */
#define MAX_SUBJECT 28     /* words between the verb and "that", where its subject stands there */
#define MAX_NAME_SUBJECT 3 /* words in marks that are who speaks, right behind the verb */

/* "sales that fell": a verb in the past with no noun behind it that it goes with, as in "that
 * closed roads were". */
static gboolean
is_past_alone (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);

  return quo_language_is_past (sentence->language, word, len)
         && (next == NULL || !(next->kinds & QUO_WORD_FINITE));
}

/* "learned of him driving what seemed to be", "aware of what was": whether a question stands some
 * way behind a verb that does other things too than say. */
static gboolean
is_far_question (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  if (quo_language_needs_opener (sentence->language)
      || opener <= cue + (gint)quo_clause_get_token (sentence, cue)->n_words
      || (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)
      || quo_clause_is_addressing (sentence, cue))
    return FALSE;
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, opener),
                              sentence->language, QUO_LIST_QUESTIONS);
}

/* "answered him with a message that was soon passed on": some way behind the verb, and with a verb
 * of its own beside it, "that" tells of the noun before it. */
static gboolean
tells_of_noun (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  const QuoToken *next = quo_clause_get_token (sentence, opener + 1);

  if (next == NULL || quo_language_needs_opener (sentence->language))
    return FALSE;
  return (opener > cue + 2 && (next->kinds & QUO_WORD_FINITE))
         || (opener > cue + 1 && is_past_alone (sentence, opener + 1)
             && !quo_clause_is_addressing (sentence, cue));
}

/* "began here in 1994, when it was called", "remembered a man who fixed bicycles": behind a comma
 * "when" and "who" tell of what stands before them, and behind a verb that says other things
 * too they do so anywhere but right beside it. */
static gboolean
tells_of_words_before (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);

  if (!quo_clause_is_relative (sentence, opener) || quo_language_needs_opener (sentence->language))
    return FALSE;
  if (opener <= cue + (gint)token->n_words)
    return !(token->kinds & (QUO_WORD_SAYING | QUO_WORD_REPORTING))
           && !quo_language_has_clause_comma (sentence->language); /* laughed when he heard it */
  return !(token->kinds & QUO_WORD_SAYING)
         || quo_clause_has_between (sentence, opener - 1, quo_char_is_comma)
         || (!(quo_clause_get_token (sentence, opener)->kinds & QUO_WORD_PRONOUN)
             && !quo_language_has_clause_comma (sentence->language)
             && !quo_clause_is_addressing (sentence, cue)); /* said this when he left */
}

/* أن, إلى أن; or عن, before whom the paper has it from. */
static gboolean
opens_at (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];

  if (token == NULL)
    return FALSE;
  quo_token_fold (sentence->page, token, word);
  if (quo_language_lists (sentence->language, QUO_LIST_RELAYED_FROM, word))
    return TRUE;

  if (token->kinds & QUO_WORD_OBLIQUE)
    token = quo_clause_get_token (sentence, i + 1);
  return token != NULL && (token->kinds & QUO_WORD_OPENER);
}

/* agentuře, газете: the noun in the case of whom something is told to. */
static gboolean
is_told_noun (const QuoClauseSentence *sentence, gint i)
{
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, i),
                              sentence->language, QUO_LIST_TOLD_PAPERS);
}

/* قال الخبير لـ"الشرق" إن, ذكرت صحيفة "الشرق" أن: where a clause always has a word that opens it
 * and the subject stands behind the verb, whether token @i stands in a name in marks, right before
 * that word. */
static gboolean
is_in_marked_name (const QuoClauseSentence *sentence, gint cue, gint i)
{
  char word[QUO_FOLD_SIZE];
  gint first = i, last;

  if (!sentence->quoted[i])
    return FALSE;
  while (first > 0 && sentence->quoted[first - 1])
    first--;
  last = quo_clause_find_marked_name_end (sentence, first);
  if (last < 0 || last + 1 >= (gint)sentence->tokens->len)
    return FALSE;
  /* рассказал «Известиям», что; рассказал газете «Известия», что */
  if ((first == cue + 1 || (first == cue + 2 && is_told_noun (sentence, cue + 1)))
      && quo_language_has_clause_comma (sentence->language)
      && !quo_language_has_capital_nouns (sentence->language)
      && quo_clause_has_between (sentence, last, quo_char_is_comma)
      && opens_at (sentence, last + 1))
    return TRUE;
  if (!quo_language_has_subject_after (sentence->language))
    return first == cue + 1 && quo_clause_is_telling (sentence, cue); /* told ‘The Post’ that */
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, first - 1), word);
  if (quo_clause_has_between (sentence, first - 1, quo_clause_is_colon))
    return quo_language_lists (sentence->language, QUO_LIST_TOLD_PAPERS, word);
  /* قال «الخوري»، خلال لقاء, مع برنامج «المساء» المذاع عبر: the speaker or a work */
  return first > cue + 1 || last - first < MAX_NAME_SUBJECT || opens_at (sentence, last + 1);
}

/* Whether another word is written together with the one at token @i. */
static gboolean
has_prefix (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  return quo_language_has_prefix (sentence->language, word);
}

/* قدم شكره وأضاف أن, بحسب خبير طلب ذلك، فإن: another verb, with the "and" written together with
 * it, or a clause that opens behind something else. */
static gboolean
begins_other (const QuoClauseSentence *sentence, gint i)
{
  return quo_language_has_subject_after (sentence->language) && has_prefix (sentence, i)
         && (quo_clause_is_verb (sentence, i)
             || (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER));
}

/* How many words on the one may stand that opens a clause. */
static gint
get_reach (const QuoLanguage *language)
{
  if (quo_language_has_subject_after (language))
    return MAX_SUBJECT;
  return quo_language_has_clause_comma (language) ? MAX_TO_COMMA : MAX_TO_OPENER;
}

/* dijo Pilar, que vive allí: of two commas round an aside the second one may stand before the word
 * that opens a clause, where that word opens one about a noun, too, as أن does not. */
static gboolean
opens_aside (const QuoClauseSentence *sentence, gint i, guint n_commas)
{
  return (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER) && n_commas % 2 == 1
         && quo_language_needs_opener (sentence->language)
         && !quo_language_has_subject_after (sentence->language)
         && quo_clause_has_between (sentence, i - 1, quo_char_is_comma);
}

/* The word that opens a clause after the verb; -1: none is near. */
gint
quo_clause_find_opener (const QuoClauseSentence *sentence, gint cue)
{
  gboolean needs_comma = quo_language_has_clause_comma (sentence->language);
  gint max = get_reach (sentence->language);
  guint n_commas = 0;

  for (gint i = cue + 1; i < (gint)sentence->tokens->len && i <= cue + max; i++)
    {
      if (is_in_marked_name (sentence, cue, i) || quo_clause_is_mere_as (sentence, i))
        continue;
      if (sentence->quoted[i] || quo_clause_has_between (sentence, i - 1, quo_clause_is_colon))
        return -1;
      if (begins_other (sentence, i) || (!needs_comma && quo_clause_is_outer_verb (sentence, i)))
        return -1; /* X, who asked not to be named, said */
      if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SOURCE_AFTER)
        return -1; /* نقلت صحيفة عن X قوله إن */
      if (n_commas == 0 && quo_clause_has_between (sentence, i - 1, quo_char_is_comma)
          && quo_clause_ends_inner (sentence, cue, i - 1))
        return -1;
      n_commas += quo_clause_has_between (sentence, i - 1, quo_char_is_comma);
      if (opens_aside (sentence, i, n_commas))
        return -1;
      /* "Citing rules, nobody said why": of a noun that may be a verb, over a comma */
      if (n_commas % 2 == 1 && !needs_comma && !quo_language_has_subject_after (sentence->language)
          && !(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)
          && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER)
          && !quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
        return -1;
      /* “...,” said X when asked */
      if (cue > 0 && sentence->quoted[cue - 1] && quo_clause_is_relative (sentence, i))
        return -1;
      if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER)
          && (!needs_comma || quo_clause_has_between (sentence, i - 1, quo_char_is_comma)))
        return !needs_comma
                       && (tells_of_noun (sentence, cue, i) || is_far_question (sentence, cue, i)
                           || tells_of_words_before (sentence, cue, i))
                   ? -1
                   : i;
    }
  return -1;
}

/* ، وأضاف X: with the "and" written together with it, the verb begins what comes; and so it does
 * where a word opens a clause behind it. */
gboolean
quo_clause_tells_what_comes (const QuoClauseSentence *sentence, gint cue)
{
  return quo_language_has_subject_after (sentence->language)
         && (has_prefix (sentence, cue) || quo_clause_find_opener (sentence, cue) >= 0);
}

gboolean
quo_clause_has_opener_behind (const QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *next = quo_clause_get_token (sentence, cue + 1);

  return next != NULL && (next->kinds & QUO_WORD_OPENER)
         && !quo_clause_is_relative (sentence, cue + 1)
         && !quo_language_has_clause_comma (sentence->language)
         && !quo_language_needs_opener (sentence->language);
}
