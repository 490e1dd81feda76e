/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

#include <string.h>

/* Where a clause ends that follows its verb of saying: where the author goes on. */

#define MAX_OWNED 5 /* ... where no comma stands before it */
#define MAX_OTHER 9 /* words after "and" with which somebody else speaks */
#define MAX_PAPER 6 /* words of who wrote of it */
#define MAX_LINKS 5 /* small words before such a verb: sin embargo, ha añadido */

static gboolean
is_past (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);

  return quo_language_is_past (sentence->language, word, len);
}

/* "were shaking and crying", "and continues to work", "demanded that it cut taxes and declare":
 * whether the verb @k behind the joining word @i says nothing there, or is in another tense than
 * that of the author, @cue. */
static gboolean
belongs_to_clause (const QuoClauseSentence *sentence, gint cue, gint i, gint k)
{
  const QuoToken *next = quo_clause_get_token (sentence, k + 1);
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (quo_language_has_clause_comma (sentence->language)
      || quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
    return FALSE;
  len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, k), word);
  if (quo_language_is_participle (sentence->language, word, len))
    return TRUE;
  if (cue >= 0 && is_past (sentence, cue) && !is_past (sentence, k)
      && quo_language_has_list (sentence->language, QUO_LIST_PAST))
    return TRUE;
  if (next == NULL || sentence->quoted[k + 1])
    return FALSE;
  quo_token_fold (sentence->page, next, word);
  return quo_language_lists (sentence->language, QUO_LIST_DEMAND_PARTICLES, word);
}

/* Whether the author goes on with "and told" at token @i. After the comma that ends a clause any
 * verb that reports will do: řekl, že odejde, a vyzval ... */
static gboolean
joins_verb (const QuoClauseSentence *sentence, gint cue, gint i)
{
  gboolean has_comma = quo_language_has_clause_comma (sentence->language)
                       && quo_clause_has_between (sentence, i - 1, quo_char_is_comma);
  guint kinds = QUO_WORD_SAYING | QUO_WORD_NAMING | (has_comma ? QUO_WORD_SAYING_WEAK : 0);

  if (sentence->quoted[i] || !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
      || quo_clause_goes_on_with_clause (sentence, i))
    return FALSE;
  for (gint k = i + 1; k <= i + 2; k++)
    if (quo_clause_is_verb (sentence, k)
        && (quo_clause_has_opener_behind (sentence, k)
            || (quo_clause_get_token (sentence, k)->kinds & kinds)))
      return !belongs_to_clause (sentence, cue, i, k);
  return FALSE;
}

/* "said he had left and his aide, X, said": whether "and" at token @i, with no comma, stands behind
 * a whole clause and before whose somebody is. */
static gboolean
joins_owner (const QuoClauseSentence *sentence, gint first, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);
  char word[QUO_FOLD_SIZE];

  if (next == NULL || quo_language_has_clause_comma (sentence->language))
    return FALSE;
  quo_token_fold (sentence->page, next, word);
  if (!quo_language_lists (sentence->language, QUO_LIST_OWNERS, word))
    return FALSE;
  for (gint k = first; k < i; k++)
    if (quo_clause_get_token (sentence, k)->kinds & QUO_WORD_FINITE)
      return TRUE;
  return FALSE;
}

/* "..., and two council members said": after a comma somebody else begins to speak at token @i. */
static gboolean
joins_speaker (const QuoClauseSentence *sentence, gint first, gint i)
{
  guint n_commas = 0, kinds = QUO_WORD_SAYING;
  gint max = MAX_OTHER;

  if (sentence->quoted[i] || !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
      || (quo_language_has_clause_comma (sentence->language)
          && quo_clause_is_relative (sentence, i + 1))) /* i když */
    return FALSE;
  if (!quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
    max = joins_owner (sentence, first, i) ? MAX_OWNED : 0;
  else if (quo_language_has_clause_comma (sentence->language) && sentence->quoted[i - 1])
    kinds |= QUO_WORD_NAMING; /* „...“, a trenér hru nazval */
  for (gint k = i + 1; k <= i + max; k++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, k);
      gboolean has_border
          = k > i + 1 && quo_clause_has_between (sentence, k - 1, quo_clause_is_border);

      if (token == NULL || sentence->quoted[k]
          || (token->kinds
              & (QUO_WORD_FINITE | QUO_WORD_OPENER | QUO_WORD_SUBJUNCTIVE | QUO_WORD_AS))
          || (has_border && !quo_clause_has_between (sentence, k - 1, quo_char_is_comma)))
        return FALSE;
      n_commas += has_border;
      /* but an aide, Mark Feeney, hinted */
      if (k > i + 1 && n_commas % 2 == 0 && (token->kinds & kinds)
          && quo_clause_is_verb (sentence, k)
          && !(quo_language_has_clause_comma (sentence->language)
               && quo_clause_is_listed (sentence, k - 1,
                                        QUO_LIST_NEGATIONS))) /* а бумаги не подтверждают */
        return TRUE;
    }
  return FALSE;
}

/* "..., with one paper reporting that": a participle of saying with a subject of its own. */
static gboolean
begins_absolute (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len;

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  if (!quo_language_lists (sentence->language, QUO_LIST_ABSOLUTE, word)
      || !quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
    return FALSE;
  for (gint k = i + 1; k <= i + MAX_OTHER; k++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, k);

      if (token == NULL || sentence->quoted[k]
          || quo_clause_has_between (sentence, k - 1, quo_clause_is_border))
        return FALSE;
      len = quo_token_fold (sentence->page, token, word);
      if ((token->kinds & QUO_WORD_SAYING)
          && quo_language_is_participle (sentence->language, word, len))
        return k > i + 1;
    }
  return FALSE;
}

guint32
quo_clause_find_joined_verb (const QuoClauseSentence *sentence, gint first)
{
  for (gint i = first; i < (gint)sentence->tokens->len; i++)
    if (joins_verb (sentence, -1, i))
      return quo_clause_get_token (sentence, i)->span.start;
  return 0;
}

/* ; sin embargo, confirmó que; , pues ha dicho que; y añade que: behind a border or "and" the
 * author goes on with another verb that has nobody for its subject and a clause of its own. Written
 * for languages in which a word always opens such a clause. */
static gboolean
begins_told (const QuoClauseSentence *sentence, gint i)
{
  guint small = QUO_WORD_STOPWORD | QUO_WORD_JOIN | QUO_WORD_FINITE;

  if (!quo_language_needs_opener (sentence->language)
      || quo_language_has_subject_after (sentence->language)
      || (!(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
          && !quo_clause_has_between (sentence, i - 1, quo_clause_is_border)))
    return FALSE;
  for (gint k = i; k <= i + MAX_LINKS; k++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, k),
                     *next = quo_clause_get_token (sentence, k + 1);

      if (next == NULL || sentence->quoted[k] || (token->kinds & QUO_WORD_OPENER))
        return FALSE;
      if (quo_clause_is_verb (sentence, k) && (token->kinds & QUO_WORD_ANY_SAYING))
        return (next->kinds & QUO_WORD_OPENER) != 0;
      if (!(token->kinds & small))
        return FALSE;
    }
  return FALSE;
}

/* Said it had agreed, a claim that Israel denied: what the author calls that which was said. */
static gboolean
begins_claim (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *noun = quo_clause_get_token (sentence, i + 1),
                 *opener = quo_clause_get_token (sentence, i + 2);

  return opener != NULL && !sentence->quoted[i]
         && !quo_language_has_clause_comma (sentence->language)
         && !quo_language_needs_opener (sentence->language)
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_DETERMINER)
         && (noun->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING))
         && (opener->kinds & (QUO_WORD_OPENER | QUO_WORD_PRONOUN));
}

/* Said it had no plans, which a review found to be sound; ، بينما لفت X: behind a comma the author
 * tells of something else what another one says. */
static gboolean
begins_other (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];

  if (!quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
    return FALSE;
  if (begins_claim (sentence, i))
    return TRUE;
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  if (!quo_language_lists (sentence->language, QUO_LIST_TURNS_AWAY, word))
    return FALSE;
  for (gint k = i + 1; k < (gint)sentence->tokens->len && !sentence->quoted[k]; k++)
    {
      if (quo_clause_has_between (sentence, k - 1, quo_clause_is_border))
        return FALSE;
      if (quo_clause_is_verb (sentence, k))
        return TRUE;
    }
  return FALSE;
}

guint32
quo_clause_find_infinitive_end (const QuoClauseSentence *sentence, gint cue, gint first)
{
  guint32 end = quo_clause_find_end (sentence, cue, first);

  for (gint i = first + 1; i < (gint)sentence->tokens->len; i++)
    {
      guint32 last = quo_clause_get_token (sentence, i - 1)->span.end;

      if (last >= end)
        break;
      if (!sentence->quoted[i] && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
          && quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
        return last;
    }
  return end;
}

/* "said it had agreed and had called a meeting": whether "and" joins a verb with the same helper as
 * one of the clause, which the author's own verb does not have. */
static gboolean
goes_on_with_helper (const QuoClauseSentence *sentence, gint first, gint i)
{
  const QuoToken *helper = quo_clause_get_token (sentence, i + 1);
  char word[QUO_FOLD_SIZE], other[QUO_FOLD_SIZE];

  if (helper == NULL || quo_language_has_clause_comma (sentence->language)
      || !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
      || !(helper->kinds & QUO_WORD_FINITE)
      || quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
    return FALSE;
  quo_token_fold (sentence->page, helper, word);
  for (gint k = first; k < i; k++)
    {
      quo_token_fold (sentence->page, quo_clause_get_token (sentence, k), other);
      if (strcmp (word, other) == 0)
        return TRUE;
    }
  return FALSE;
}

gint
quo_clause_find_paper (const QuoClauseSentence *sentence, gint first)
{
  gint n = sentence->tokens->len;

  if (!quo_language_has_free_order (sentence->language))
    return n;
  for (gint i = MAX (first + 2, n - MAX_PAPER); i < n; i++)
    if (!sentence->quoted[i] && quo_clause_is_outer_verb (sentence, i)
        && (!quo_clause_has_between (sentence, i, quo_clause_is_border)
            || quo_clause_find_marked_name_end (sentence, i + 1) == n - 1))
      return i;
  return n;
}

/* al ser preguntado; ", amid talk of a strike": a preposition only behind a comma. */
static gboolean
is_occasion (const QuoClauseSentence *sentence, gint i)
{
  return quo_clause_is_listed (sentence, i, QUO_LIST_OCCASIONS)
         && (quo_language_needs_opener (sentence->language)
             || quo_clause_has_between (sentence, i - 1, quo_char_is_comma));
}

/* Where from token @first on the author goes on by words of his own; 0: nowhere. */
static guint32
find_author (const QuoClauseSentence *sentence, gint cue, gint first)
{
  for (gint i = first + 3; i < (gint)sentence->tokens->len; i++)
    {
      if (sentence->quoted[i] || goes_on_with_helper (sentence, first, i))
        continue;
      if (quo_clause_is_author_going_on (sentence, i) || begins_absolute (sentence, i)
          || quo_clause_is_outer_author (sentence, i) || quo_clause_is_joined_verb (sentence, i)
          || is_occasion (sentence, i) || begins_told (sentence, i))
        return quo_clause_get_token (sentence, i - 1)->span.end;
      if (joins_verb (sentence, cue, i) || joins_speaker (sentence, first, i)
          || begins_other (sentence, i))
        return quo_clause_get_token (sentence, i)->span.start;
    }
  return 0;
}

guint32
quo_clause_find_end (const QuoClauseSentence *sentence, gint cue, gint first)
{
  guint32 marked = quo_clause_find_marked_end (sentence, cue, first);
  guint32 author = find_author (sentence, cue, first);
  gint paper = quo_clause_find_paper (sentence, first);
  gint second = quo_clause_find_second (sentence, cue, first);

  /* أن CLAUSE، مضيفا: "..."، مؤكدا: not all that stands before the comma */
  if (quo_language_has_subject_after (sentence->language) && author > 0 && author < marked)
    return author;
  if (second < (gint)sentence->tokens->len
      && (marked == 0 || marked >= quo_clause_get_token (sentence, second)->span.start))
    return quo_clause_get_token (sentence, second - 1)->span.end;
  if (marked > 0)
    return marked;
  if (author > 0)
    return author;
  if (paper < (gint)sentence->tokens->len)
    return quo_clause_get_token (sentence, paper - 1)->span.end;
  return sentence->span.end;
}
