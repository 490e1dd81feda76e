/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Where a clause begins that nothing opens: said the party would, told parliament it had, said
 * it would. */

#define MAX_BACK 10      /* words between a verb and the marks that it belongs to */
#define MAX_TO_PRONOUN 4 /* words between the verb and "they", of where or whom it is said to */
#define MAX_TO_VERB 6    /* words between that and the verb of the clause */
#define MAX_AMOUNT 3     /* words of one that tells how many: "as many as" */
#define MAX_PHRASE 9     /* words of a preposition and its noun before a comma */
#define MIN_BARE_WORDS 4 /* of one with nothing that opens it */

/* "said Mr. Kline wired the money": whether a name begins there, with a verb in the past behind it.
 */
static gboolean
begins_with_name (const QuoClauseSentence *sentence, gint first)
{
  gint i = first;

  while (i < (gint)sentence->tokens->len
         && (quo_clause_get_token (sentence, i)->shape & QUO_SHAPE_CAPITAL)
         && !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_CALENDAR)
         && !quo_clause_has_between (sentence, i, quo_clause_is_border))
    i++;
  if (i > first && i < (gint)sentence->tokens->len && !sentence->quoted[i])
    {
      char word[QUO_FOLD_SIZE];
      gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);

      return quo_language_is_past (sentence->language, word, len);
    }
  return FALSE;
}

/* How many words a clause has at least that nothing opens and that has no verb we know: "said the
 * closings affect 11,000 students", but not "declared a state of emergency". */
static gint
get_least_words (const QuoClauseSentence *sentence, gint cue, gint first)
{
  const QuoToken *verb = quo_clause_get_token (sentence, cue);

  if (!(verb->kinds & QUO_WORD_ANY_SAYING) || !quo_clause_verb_takes_clause (sentence, cue))
    return G_MAXINT;
  return (verb->kinds & QUO_WORD_SAYING)
                 && ((quo_clause_get_token (sentence, first)->kinds
                      & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN))
                     || begins_with_name (sentence, first))
             ? MIN_BARE_WORDS + 1
             : 2 * MIN_BARE_WORDS;
}

/* "X, who wrote a review called “Move”": whether marks stand in what is told of somebody, behind a
 * comma. @last: the last token in them. */
static gboolean
are_marks_in_relative (const QuoClauseSentence *sentence, gint last)
{
  for (gint i = last; i > 0; i--)
    if (!sentence->quoted[i] && quo_clause_is_relative (sentence, i)
        && quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
      return TRUE;
  return FALSE;
}

/* “We promised this,” she told a packed hall, “and we kept it”: the verb belongs to the marks
 * before it, and tells nothing after it but to whom; not that of “...”, and said it was. */
static gboolean
follows_marks (const QuoClauseSentence *sentence, gint cue)
{
  for (gint i = cue - 1; i >= 0 && i >= cue - MAX_BACK; i--)
    if (sentence->quoted[i])
      return quo_clause_has_between (sentence, i, quo_char_is_comma)
             && !(i == cue - 1 && are_marks_in_relative (sentence, i));
    else if (quo_clause_is_relative (sentence, i)
             && quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
      return FALSE; /* admitted it had “switched off”, while X claimed */
    else if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
             || (i + 1 < cue && quo_clause_has_between (sentence, i, quo_clause_is_border)))
      return FALSE;
  return FALSE;
}

/* "said although yields fell, prices had not risen": a clause before the one told. */
static gboolean
is_subordinate (const QuoClauseSentence *sentence, gint first)
{
  gboolean has_verb = FALSE, has_comma = FALSE;

  if (!quo_clause_is_relative (sentence, first))
    return FALSE;
  for (gint i = first + 1; i < (gint)sentence->tokens->len; i++)
    {
      if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
        {
          if (has_comma)
            return TRUE;
          has_verb = TRUE;
        }
      has_comma |= has_verb && quo_clause_has_between (sentence, i, quo_char_is_comma);
    }
  return FALSE;
}

/* most, several */
static gboolean
is_count (const QuoClauseSentence *sentence, gint i)
{
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, i),
                              sentence->language, QUO_LIST_COUNTS);
}

/* Whether a number or a word such as "half" stands there. */
static gboolean
is_number (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];

  if (token->shape & QUO_SHAPE_NUMBER)
    return TRUE;
  quo_token_fold (sentence->page, token, word);
  return quo_language_lists (sentence->language, QUO_LIST_COUNTS, word)
         || quo_language_lists (sentence->language, QUO_LIST_AMOUNTS, word);
}

/* to, not: before an infinitive. */
static gboolean
is_particle (const QuoClauseSentence *sentence, gint i)
{
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, i),
                              sentence->language, QUO_LIST_DEMAND_PARTICLES);
}

/* Whether words that tell how much or how many open a noun phrase: at least 14 people, hundreds of
 * homes. One that is a preposition, too, needs a number behind it: about 20, but "about the plan";
 * and it is "not all", but "not to". */
static gboolean
opens_amount (const QuoClauseSentence *sentence, gint first)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gint i = first; i < first + MAX_AMOUNT && i + 1 < (gint)sentence->tokens->len; i++)
    {
      char word[QUO_FOLD_SIZE];

      quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
      g_string_append_printf (words, "%s%s", i > first ? " " : "", word);
      if (quo_language_lists (sentence->language, QUO_LIST_AMOUNTS, words->str))
        return i > first || is_number (sentence, i + 1)
               || !((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OBLIQUE)
                    || is_particle (sentence, i + 1));
    }
  return FALSE;
}

/* they, she: a pronoun that can only be a subject. */
static gboolean
is_subject_pronoun (const QuoClauseSentence *sentence, gint i)
{
  guint kinds = quo_clause_get_token (sentence, i)->kinds;

  return (kinds & QUO_WORD_PRONOUN) && !(kinds & (QUO_WORD_DETERMINER | QUO_WORD_OPENER))
         && !quo_clause_is_relative (sentence, i);
}

/* Whether the tokens from @first to @last tell on which day it was said: on Thursday, last May. */
static gboolean
is_day (const QuoClauseSentence *sentence, gint first, gint last)
{
  gboolean has_day = FALSE;

  for (gint i = first; i <= last; i++)
    {
      guint kinds = quo_clause_get_token (sentence, i)->kinds;

      if (!(kinds & (QUO_WORD_OBLIQUE | QUO_WORD_CALENDAR | QUO_WORD_STOPWORD)))
        return FALSE;
      has_day |= (kinds & QUO_WORD_CALENDAR) != 0;
    }
  return has_day;
}

/* Whether a verb stands there that we know, or one in the past, behind a pronoun that only a small
 * word parts from the verb of saying or behind whom something is told: said privately they doubted,
 * told reporters he feared. */
static gboolean
is_verb_of_pronoun (const QuoClauseSentence *sentence, gint cue, gint first, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (token->kinds & QUO_WORD_FINITE)
    return TRUE;
  if (!quo_clause_is_telling (sentence, cue) && !is_day (sentence, first, i - 2)
      && (i != first + 2 || quo_clause_get_token (sentence, first)->kinds != QUO_WORD_STOPWORD))
    return FALSE;
  len = quo_token_fold (sentence->page, token, word);
  return quo_language_is_past (sentence->language, word, len);
}

/* "said in a statement they had", "told the court she had": the pronoun with which the clause
 * begins behind a few words that tell where, or whom; -1: there is none. */
static gint
find_pronoun_behind (const QuoClauseSentence *sentence, gint cue, gint first)
{
  for (gint i = first;
       i + 1 < (gint)sentence->tokens->len && i <= first + MAX_TO_PRONOUN && !sentence->quoted[i];
       i++)
    {
      if ((quo_clause_get_token (sentence, i)->kinds
           & (QUO_WORD_FINITE | QUO_WORD_OPENER | QUO_WORD_ANY_SAYING))
          || (i > first && quo_clause_has_between (sentence, i - 1, quo_clause_is_border)))
        return -1;
      if (i > first && is_subject_pronoun (sentence, i))
        return is_verb_of_pronoun (sentence, cue, first, i + 1) ? i : -1;
    }
  return -1;
}

/* Whether token @i is a verb in the past that something before it does. */
static gboolean
is_past_verb (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);

  return quo_language_is_past (sentence->language, word, len)
         && !(quo_clause_get_token (sentence, i - 1)->kinds
              & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE | QUO_WORD_JOIN));
}

/* "said this on Tuesday": a pronoun, and a day behind it. */
static gboolean
is_object_alone (const QuoClauseSentence *sentence, gint first)
{
  const QuoToken *next = quo_clause_get_token (sentence, first + 1),
                 *day = quo_clause_get_token (sentence, first + 2);

  return day != NULL && (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_DETERMINER)
         && (next->kinds & QUO_WORD_OBLIQUE) && (day->kinds & QUO_WORD_CALENDAR);
}

/* "said on Monday", but "said officials were", "said about half were": no clause begins there. */
static gboolean
begins_elsewhere (const QuoClauseSentence *sentence, gint first)
{
  const QuoToken *token = quo_clause_get_token (sentence, first);

  if (is_object_alone (sentence, first))
    return TRUE;
  if (!(token->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_STOPWORD)) || opens_amount (sentence, first))
    return FALSE;
  return (token->kinds & QUO_WORD_OBLIQUE)
         || (!(token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_NOUN))
             && !(quo_clause_get_token (sentence, first + 1)->kinds & QUO_WORD_FINITE)
             && !is_past_verb (sentence, first + 1) && !is_subordinate (sentence, first)
             && !is_count (sentence, first));
}

/* "said in three cases, the deaths were", "said, despite the storm, the pier was": whether what is
 * said begins with a preposition and its noun, and a comma before its subject and verb. */
static gboolean
begins_with_phrase (const QuoClauseSentence *sentence, gint cue, gint first)
{
  gint i = first;

  if (!quo_clause_verb_takes_clause (sentence, cue)
      || !(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)
      || !((quo_clause_get_token (sentence, first)->kinds & QUO_WORD_OBLIQUE)
           || (quo_clause_is_relative (sentence, first)
               && !(quo_clause_get_token (sentence, first)->kinds & QUO_WORD_PRONOUN))))
    return FALSE;
  while (i + 2 < (gint)sentence->tokens->len && i < first + MAX_PHRASE
         && !quo_clause_has_between (sentence, i, quo_clause_is_border))
    {
      const QuoToken *token = quo_clause_get_token (sentence, i++);

      if (sentence->quoted[i] || (token->kinds & (QUO_WORD_CALENDAR | QUO_WORD_FINITE)))
        return FALSE;
    }
  if (!quo_clause_has_between (sentence, i, quo_char_is_comma) || sentence->quoted[i + 1]
      || (quo_clause_get_token (sentence, i + 1)->kinds
          & (QUO_WORD_OBLIQUE | QUO_WORD_JOIN | QUO_WORD_OPENER))
      || quo_clause_is_relative (sentence, i + 1))
    return FALSE;
  for (gint k = i + 2; k < (gint)sentence->tokens->len && k <= i + 1 + MAX_TO_VERB; k++)
    {
      if (sentence->quoted[k] || quo_clause_has_between (sentence, k - 1, quo_clause_is_border))
        return FALSE;
      if (quo_clause_get_token (sentence, k)->kinds & QUO_WORD_FINITE)
        return !quo_clause_is_verb (sentence, k);
    }
  return FALSE;
}

/* may, but not May; nor "should" of "found a planet that should not exist", which tells of the
 * noun.
 */
static gboolean
is_finite (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);

  return (token->kinds & QUO_WORD_FINITE)
         && !((token->kinds & QUO_WORD_CALENDAR) && (token->shape & QUO_SHAPE_CAPITAL))
         && (sentence->quoted[i]
             || !(quo_clause_get_token (sentence, i - 1)->kinds & QUO_WORD_OPENER));
}

/* he, they, but not it, which may as well be what is said. */
static gboolean
is_only_subject (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  QuoGender gender = quo_language_get_gender (sentence->language, word, len);

  return is_subject_pronoun (sentence, i) && gender != QUO_GENDER_UNKNOWN
         && gender != QUO_GENDER_THING;
}

/* "claiming asylum expected": behind a participle nouns alone are its object, and what looks like
 * the past is about them. */
static gboolean
may_be_object (const QuoClauseSentence *sentence, gint cue, gint first)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);

  return quo_language_is_participle (sentence->language, word, len)
         && !(quo_clause_get_token (sentence, first)->kinds
              & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN));
}

gboolean
quo_clause_has_other_verb (const QuoClauseSentence *sentence, gint cue, gint first)
{
  if (first + 1 >= (gint)sentence->tokens->len
      || !(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)
      || !quo_clause_verb_takes_clause (sentence, cue)
      || !quo_language_has_list (sentence->language, QUO_LIST_PAST)
      || may_be_object (sentence, cue, first))
    return FALSE;
  if (is_only_subject (sentence, first)
      && (sentence->quoted[first + 1]
          || !quo_clause_has_between (sentence, first, quo_clause_is_border)))
    return !(quo_clause_get_token (sentence, first + 1)->kinds & QUO_WORD_OBLIQUE);
  for (gint i = first + 1; i < (gint)sentence->tokens->len && i <= first + MAX_TO_VERB; i++)
    {
      if (sentence->quoted[i] || quo_clause_has_between (sentence, i - 1, quo_clause_is_border)
          || quo_clause_is_relative (sentence, i)
          || (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER))
        return FALSE;
      if (is_past_verb (sentence, i))
        return TRUE;
    }
  return FALSE;
}

/* "found asbestos in the flats, and the landlord was fined": behind a comma "and" begins another
 * clause, whose verb tells nothing of what stands before it. */
static gboolean
begins_anew (const QuoClauseSentence *sentence, gint i)
{
  return !sentence->quoted[i] && !quo_language_has_clause_comma (sentence->language)
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
         && quo_clause_has_between (sentence, i - 1, quo_char_is_comma);
}

/* "offered no details and did not say", "reported changes that would": whether the object of a verb
 * that can have one ends before token @i, so that a verb there tells nothing of it. */
static gboolean
ends_object (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i),
                 *next = quo_clause_get_token (sentence, i + 1);

  if (sentence->quoted[i] || quo_language_has_clause_comma (sentence->language))
    return FALSE;
  return quo_clause_is_relative (sentence, i) || (token->kinds & QUO_WORD_OPENER)
         || quo_clause_has_between (sentence, i - 1, quo_clause_is_colon)
         || ((token->kinds & QUO_WORD_JOIN) && next != NULL
             && (quo_clause_is_verb (sentence, i + 1)
                 || ((next->kinds & QUO_WORD_FINITE) && !(next->kinds & QUO_WORD_PRONOUN))));
}

/* Whether a verb stands behind token @first that makes a clause of the words from there on. */
static gboolean
has_finite_behind (const QuoClauseSentence *sentence, gint cue, gint first)
{
  gint n = quo_clause_find_second (sentence, cue, first);
  gboolean may_have_object = !quo_clause_verb_takes_clause (sentence, cue);

  for (gint i = first + 1;
       i < n && !quo_clause_is_outer_verb (sentence, i) && !begins_anew (sentence, i); i++)
    if (may_have_object && ends_object (sentence, i))
      return FALSE;
    else if (is_finite (sentence, i))
      return TRUE;
  return FALSE;
}

gboolean
quo_clause_opens_with_marks (const QuoClauseSentence *sentence, gint first)
{
  gint i = first;

  while (i < (gint)sentence->tokens->len && sentence->quoted[i])
    i++;
  return first > 0 && i > first && !sentence->quoted[first - 1]
         && !quo_clause_has_between (sentence, first - 1, quo_clause_is_comma_or_dash)
         && !quo_clause_has_between (sentence, first - 1, quo_clause_is_colon)
         && i < (gint)sentence->tokens->len
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
         && !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_PRONOUN)
         && !quo_clause_has_between (sentence, i - 1, quo_char_is_comma);
}

/* "said the party would ...": a clause that nothing opens; -1: there is none. */
gint
quo_clause_find_bare (const QuoClauseSentence *sentence, gint cue)
{
  gint first = cue + quo_clause_get_token (sentence, cue)->n_words, n = sentence->tokens->len;
  gint behind;
  const QuoToken *token = quo_clause_get_token (sentence, first);

  if (token != NULL && (token->kinds & QUO_WORD_SOURCE_OWN) == QUO_WORD_SOURCE_OWN)
    {
      first += token->n_words; /* said in his view the pier was lost */
      token = quo_clause_get_token (sentence, first);
    }
  /* Where the subject follows its verb, it stands there. */
  if (token == NULL || quo_language_has_subject_after (sentence->language)
      || quo_language_needs_opener (sentence->language) || n - first < QUO_CLAUSE_MIN_WORDS
      || follows_marks (sentence, cue)
      || (quo_clause_is_passive (sentence, cue) && !quo_clause_is_addressing (sentence, cue)))
    return -1;
  if (begins_with_phrase (sentence, cue, first))
    return first;
  if ((quo_clause_has_between (sentence, first - 1, quo_clause_is_border)
       && !(quo_clause_verb_takes_clause (sentence, cue)
            && quo_clause_opens_with_marks (sentence, first)))
      || quo_clause_is_addressee_alone (sentence, cue, first))
    return -1;
  if (!quo_language_has_capital_nouns (sentence->language))
    {
      gint pronoun = find_pronoun_behind (sentence, cue, first);

      if (pronoun >= 0)
        return pronoun;
    }
  behind = quo_clause_find_behind_told (sentence, cue, first);
  if (behind >= 0)
    return behind > 0 ? behind : -1;
  if (quo_clause_is_contraction (sentence, first) && quo_clause_verb_takes_clause (sentence, cue)
      && (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING))
    return first;
  if (begins_elsewhere (sentence, first))
    return -1;
  if ((quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_NAMING)
      && get_least_words (sentence, cue, first) == G_MAXINT)
    return -1; /* described the demands as */
  if (has_finite_behind (sentence, cue, first) || quo_clause_has_other_verb (sentence, cue, first))
    return quo_clause_skip_addressee (sentence, cue, first);
  if (n - first < MIN_BARE_WORDS && !sentence->quoted[n - 1])
    return -1;
  return n - first >= get_least_words (sentence, cue, first)
             ? quo_clause_skip_addressee (sentence, cue, first)
             : -1;
}
