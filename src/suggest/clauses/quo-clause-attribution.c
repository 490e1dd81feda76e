/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-attribution.h"

/* The words round a verb that stands after what it tells: whose they are, and how far they reach.
 */

#define MAX_SUBJECT 10   /* words between a comma and the verb: ", the minister of X said" */
#define MAX_TAIL 9       /* words after "..., he said": on Monday in a speech to members */
#define MAX_INVERTED 18  /* words after "..., said" with who says it */
#define MAX_NAME_WORDS 4 /* of a paper in marks */
#define MAX_BEGUN 6      /* words of a clause that is not whole before ", he said," */

/* "In a statement, X said it would help and urged patience": what stands before X is no clause that
 * the second verb follows. */
static gboolean
is_other_verb (const QuoClauseSentence *sentence, gint i)
{
  return (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
         && quo_clause_is_verb (sentence, i);
}

gint
quo_clause_find_border (const QuoClauseSentence *sentence, gint cue)
{
  for (gint i = cue - 1; i >= 0 && i >= cue - 1 - MAX_SUBJECT; i--)
    {
      if (quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash))
        return i;
      if (sentence->quoted[i] || (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER)
          || quo_clause_has_between (sentence, i, quo_clause_is_border)
          || is_other_verb (sentence, i))
        return -1;
    }
  return -1;
}

/* "sagte er der „Post“ am Montag": up to four words in marks right after the author's words, which
 * no colon opens. */
static gboolean
is_name_behind (const QuoClauseSentence *sentence, gint cue, gint i)
{
  gint first = i, last = i, n = sentence->tokens->len;
  guint kinds = quo_clause_get_token (sentence, cue)->kinds;

  if (!(kinds & QUO_WORD_SAYING) || (kinds & QUO_WORD_NAMING))
    return FALSE;
  while (first > 0 && sentence->quoted[first - 1])
    first--;
  while (last + 1 < n && sentence->quoted[last + 1])
    last++;
  return first > 0 && last - first < MAX_NAME_WORDS
         && (quo_clause_get_token (sentence, first)->shape & QUO_SHAPE_CAPITAL)
         && !quo_clause_has_between (sentence, first - 1, quo_char_is_comma)
         && !quo_clause_has_between (sentence, first - 1, quo_clause_is_colon);
}

gboolean
quo_clause_begins_dependent (const QuoClauseSentence *sentence)
{
  return quo_clause_is_relative (sentence, 0)
         && !(quo_clause_get_token (sentence, 0)->kinds & QUO_WORD_DETERMINER);
}

/* Das Haus sei zu klein, sagte die Wirtin: „...“: what is said in marks behind a colon begins anew.
 */
static gboolean
leads_to_marks (const QuoClauseSentence *sentence, gint i)
{
  return quo_language_has_capital_nouns (sentence->language) && i + 1 < (gint)sentence->tokens->len
         && sentence->quoted[i + 1] && quo_clause_has_between (sentence, i, quo_clause_is_colon)
         && !quo_clause_begins_dependent (sentence);
}

/* The last token of the words round the verb: to the next comma, or to the end of the sentence, at
 * most @max words on. */
static gint
find_tail (const QuoClauseSentence *sentence, gint cue, gint max, gboolean *ret_is_end)
{
  gint n = sentence->tokens->len;

  for (gint i = cue; i < n && i <= cue + max; i++)
    {
      *ret_is_end = i == n - 1 || leads_to_marks (sentence, i);
      if (*ret_is_end || quo_clause_has_between (sentence, i, quo_clause_is_comma_or_dash))
        return i;
      if (i > cue
          && ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER)
              || (sentence->quoted[i] && !is_name_behind (sentence, cue, i))))
        return -1;
    }
  return -1;
}

gboolean
quo_clause_needs_subject (const QuoLanguage *language)
{
  return !quo_language_has_clause_comma (language) && !quo_language_needs_opener (language);
}

/* Whether the verb is whole without anybody: "..., heißt es in dem Papier"; "..., añadió, ...". */
static gboolean
is_impersonal (const QuoClauseSentence *sentence, gint cue, gint tail)
{
  guint n_words = quo_clause_get_token (sentence, cue)->n_words;

  return !quo_clause_needs_subject (sentence->language)
         && (n_words > 1
             || (tail == cue && !quo_language_has_capital_nouns (sentence->language)
                 && (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)));
}

gboolean
quo_clause_has_subject (const QuoClauseSentence *sentence, gint border, gint cue, gint tail)
{
  if ((border + 1 < cue && !quo_clause_needs_subject (sentence->language))
      || is_impersonal (sentence, cue, tail))
    return TRUE;
  for (gint i = border + 1; i < cue; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if ((token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER | QUO_WORD_NOUN))
          || !(token->kinds & (QUO_WORD_FINITE | QUO_WORD_STOPWORD)))
        return TRUE;
    }
  if (border + 1 < cue)
    return FALSE; /* X, who left, did not respond */
  for (gint i = cue + quo_clause_get_token (sentence, cue)->n_words; i <= tail; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if (token->kinds & QUO_WORD_OBLIQUE)
        return FALSE;
      /* Die Tat räumte er ein, erklärte jedoch sofort, sie sei ...: adverbs have small letters. */
      if (quo_language_has_capital_nouns (sentence->language) && !(token->shape & QUO_SHAPE_CAPITAL)
          && !(token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER)))
        continue;
      if (token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER)
          || !(token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR)))
        return TRUE;
    }
  return FALSE;
}

/* The border before a subject with an aside: CLAUSE, the group's spokesman, Lee Harmon, said. @cue:
 * the verb, right after a comma. -1: there is none. */
static gint
find_border_before_aside (const QuoClauseSentence *sentence, gint cue)
{
  guint n_commas = 0;

  for (gint i = cue - 1; i >= 0 && i >= cue - 2 * MAX_SUBJECT; i--)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if (quo_clause_has_between (sentence, i, quo_char_is_comma) && ++n_commas > 2)
        return i;
      if (sentence->quoted[i] || (token->kinds & (QUO_WORD_FINITE | QUO_WORD_OPENER))
          || quo_clause_is_relative (sentence, i))
        return -1;
    }
  return -1;
}

gboolean
quo_clause_has_clause_after (const QuoClauseSentence *sentence, gint cue, gint tail)
{
  for (gint i = cue + 1; i <= tail; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return TRUE;
  return FALSE;
}

/* ", said", ", a indiqué": whether nothing but what helps the verb stands between. */
static gboolean
is_right_behind (const QuoClauseSentence *sentence, gint border, gint cue)
{
  gint i = border + 1;

  while (i < cue && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
         && !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_PRONOUN))
    i++;
  return border >= 0 && i == cue;
}

/* "Two days after appointing Lind, the mayor testified", "It fell, days after the firm reported
 * losses": no clause, and no words that say who speaks. */
static gboolean
has_subordinator (const QuoClauseSentence *sentence, gint border, gint cue)
{
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (!quo_clause_needs_subject (sentence->language))
    return FALSE;
  len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  if (quo_language_is_participle (sentence->language, word, len))
    return TRUE; /* ", her coat suggesting a thief" */
  for (gint i = 0; i < cue; i++)
    {
      const QuoToken *next = quo_clause_get_token (sentence, i + 1);

      if (!quo_clause_is_relative (sentence, i)
          || (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_PRONOUN) || sentence->quoted[i])
        continue;
      if (i > border)
        return TRUE;
      len = quo_token_fold (sentence->page, next, word);
      if (i < MAX_BEGUN && quo_language_is_participle (sentence->language, word, len))
        return !quo_clause_has_clause_after (sentence, -1, border);
    }
  return FALSE;
}

static gboolean
begins_with_participle (const QuoClauseSentence *sentence)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, 0), word);

  return quo_clause_needs_subject (sentence->language)
         && quo_language_is_participle (sentence->language, word, len);
}

gboolean
quo_clause_find_attribution (const QuoClauseSentence *sentence, gint cue,
                             QuoClauseAttribution *author)
{
  gboolean has_capitals = quo_language_has_capital_nouns (sentence->language);

  author->border = quo_clause_find_border (sentence, cue);
  author->is_inverted = is_right_behind (sentence, author->border, cue)
                        || quo_clause_is_bracket (sentence, author->border, cue);
  if (author->border < 0 || quo_clause_is_relayed (sentence, author->border)
      || has_subordinator (sentence, author->border, cue))
    return FALSE;
  /* ", der betonte" and ", hat angekündigt" go on with who speaks. */
  if (!author->is_inverted
      && (quo_clause_is_relative (sentence, author->border + 1) || has_capitals))
    return FALSE;
  /* ", and X said that" begins anew. */
  if (!author->is_inverted
      && (quo_clause_get_token (sentence, author->border + 1)->kinds & QUO_WORD_JOIN))
    return FALSE;
  author->tail
      = find_tail (sentence, cue, author->is_inverted ? MAX_INVERTED : MAX_TAIL, &author->is_end);
  if (author->tail < 0)
    return FALSE;
  /* Speaking to the Post, X said the crop, ..., was lost */
  if (!author->is_inverted && author->tail > cue && begins_with_participle (sentence)
      && !quo_clause_has_clause_after (sentence, -1, author->border))
    return FALSE;
  /* CLAUSE, X said in a statement, adding that CLAUSE */
  author->is_end |= quo_clause_needs_subject (sentence->language) && !author->is_end
                    && quo_clause_is_author_going_on (sentence, author->tail + 1);
  if (author->is_inverted && quo_clause_needs_subject (sentence->language)
      && (quo_clause_is_telling (sentence, cue)
          || !quo_clause_has_subject (sentence, author->border, cue, author->tail)))
    {
      author->border = find_border_before_aside (sentence, cue);
      author->is_inverted = FALSE;
    }
  return author->border >= 0;
}
