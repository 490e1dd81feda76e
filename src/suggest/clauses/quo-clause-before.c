/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* CLAUSE, X said; CLAUSE, said X; CLAUSE, X said, CLAUSE: the verb stands after the clause, or
 * between its parts. */

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

/* The last token before the comma or dash that precedes the verb @cue over its subject; -1: none.
 */
static gint
find_border_before (const QuoClauseSentence *sentence, gint cue)
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

/* Nachdem, als; not "die", which is an article there. */
static gboolean
begins_dependent (const QuoClauseSentence *sentence)
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
         && !begins_dependent (sentence);
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

static guint
count_unquoted (const QuoClauseSentence *sentence, gint first, gint last)
{
  guint n = 0;

  for (gint i = first; i <= last; i++)
    n += !sentence->quoted[i];
  return n;
}

/* Where somebody must stand: English, Swedish. In other languages "..., dodal." is whole. */
static gboolean
needs_subject (const QuoLanguage *language)
{
  return !quo_language_has_clause_comma (language) && !quo_language_needs_opener (language);
}

/* Whether the verb is whole without anybody: "..., heißt es in dem Papier"; "..., añadió, ...". */
static gboolean
is_impersonal (const QuoClauseSentence *sentence, gint cue, gint tail)
{
  guint n_words = quo_clause_get_token (sentence, cue)->n_words;

  return !needs_subject (sentence->language)
         && (n_words > 1
             || (tail == cue && !quo_language_has_capital_nouns (sentence->language)
                 && (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)));
}

/* Whether somebody stands between the border and the verb or after it: "X, head of Y, said that"
 * has nobody there. */
static gboolean
has_subject (const QuoClauseSentence *sentence, gint border, gint cue, gint tail)
{
  if ((border + 1 < cue && !needs_subject (sentence->language))
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

/* "said she felt": a clause, and none that stands before. */
static gboolean
tells_pronoun (const QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *next = quo_clause_get_token (sentence, cue + 1);

  return next != NULL && (next->kinds & QUO_WORD_PRONOUN)
         && !quo_clause_has_between (sentence, cue, quo_clause_is_border)
         && quo_clause_has_other_verb (sentence, cue, cue + 1);
}

/* "says they are looking": a clause, not who says it. */
static gboolean
has_clause_after (const QuoClauseSentence *sentence, gint cue, gint tail)
{
  for (gint i = cue + 1; i <= tail; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return TRUE;
  return FALSE;
}

/* What stands round the verb: @border the last token before it and its subject, @tail the last one
 * after it and its subject. */
typedef struct
{
  gint border, tail;
  gboolean is_end;      /* the sentence ends with the tail */
  gboolean is_inverted; /* the verb follows the border: "..., said X" */
} Author;

/* Whether what was said goes on after "X said,", and no word about X begins there. */
static gboolean
goes_on (const QuoClauseSentence *sentence, const Author *author)
{
  gint n = sentence->tokens->len, border = author->border, first = author->tail + 1;

  if (quo_clause_is_relative (sentence, first))
    return FALSE;
  for (gint i = first; i < n; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return TRUE;
  /* "The dam is safe, said X, the chief engineer", "said the engineer, Lee Lund, on Monday": what
   * is whole has somebody told of behind it. */
  for (gint i = 0; author->is_inverted && i <= border; i++)
    if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
        && ((quo_clause_get_token (sentence, first)->kinds & QUO_WORD_DETERMINER)
            || (quo_clause_get_token (sentence, first)->shape & QUO_SHAPE_CAPITAL)))
      return FALSE;
  return border < MAX_BEGUN;
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

  if (!needs_subject (sentence->language))
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
        return !has_clause_after (sentence, -1, border);
    }
  return FALSE;
}

static gboolean
begins_with_participle (const QuoClauseSentence *sentence)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, 0), word);

  return needs_subject (sentence->language)
         && quo_language_is_participle (sentence->language, word, len);
}

/* FALSE: these are no words that say who speaks. */
static gboolean
find_author (const QuoClauseSentence *sentence, gint cue, Author *author)
{
  gboolean has_capitals = quo_language_has_capital_nouns (sentence->language);

  author->border = find_border_before (sentence, cue);
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
      && !has_clause_after (sentence, -1, author->border))
    return FALSE;
  /* CLAUSE, X said in a statement, adding that CLAUSE */
  author->is_end |= needs_subject (sentence->language) && !author->is_end
                    && quo_clause_is_author_going_on (sentence, author->tail + 1);
  if (author->is_inverted && needs_subject (sentence->language)
      && (quo_clause_is_telling (sentence, cue)
          || !has_subject (sentence, author->border, cue, author->tail)))
    {
      author->border = find_border_before_aside (sentence, cue);
      author->is_inverted = FALSE;
    }
  return author->border >= 0;
}

/* ", ha pedido": what stands before the comma is the subject. */
static gboolean
begins_with_verb (const QuoClauseSentence *sentence, gint first)
{
  guint kinds = quo_clause_get_token (sentence, first)->kinds;

  return (kinds & QUO_WORD_FINITE) && !(kinds & QUO_WORD_PRONOUN);
}

/* "In a statement, X said it was helping": a clause after the verb, and not when it was said. */
static gboolean
tells_after (const QuoClauseSentence *sentence, gint cue, gint tail)
{
  for (gint i = cue + 1; i <= tail; i++)
    if (quo_clause_is_relative (sentence, i)
        || (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_AS))
      return FALSE;
    else if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return needs_subject (sentence->language);
  return FALSE;
}

/* ", a charge it denies": a noun and a pronoun are two subjects, so the words tell of the noun. */
static gboolean
tells_of_noun (const QuoClauseSentence *sentence, gint border, gint cue)
{
  const QuoToken *last = quo_clause_get_token (sentence, cue - 1);

  return needs_subject (sentence->language) && border + 3 < cue && (last->kinds & QUO_WORD_PRONOUN)
         && (quo_clause_get_token (sentence, border + 1)->kinds & QUO_WORD_DETERMINER);
}

/* "measures to counter fraud": right behind a preposition stands an infinitive, which has nobody
 * for its subject. */
static gboolean
is_infinitive (const QuoClauseSentence *sentence, gint cue)
{
  guint kinds = quo_clause_get_token (sentence, cue - 1)->kinds;

  return needs_subject (sentence->language) && (kinds & QUO_WORD_OBLIQUE)
         && !(kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER));
}

/* Мэр, в свою очередь, сообщил, что ...: an aside about the subject stands before the verb, and
 * what is told behind it. */
static gboolean
tells_behind_comma (const QuoClauseSentence *sentence, gint tail)
{
  const QuoToken *next = quo_clause_get_token (sentence, tail + 1);

  return quo_language_has_free_order (sentence->language) && (next->kinds & QUO_WORD_OPENER)
         && !(next->kinds & QUO_WORD_AS) && !quo_clause_is_relative (sentence, tail + 1);
}

/* Whether the words after the verb speak against the clause standing before it. */
static gboolean
is_contradicted (const QuoClauseSentence *sentence, gint cue, const Author *author)
{
  const QuoToken *next = quo_clause_get_token (sentence, author->tail + 1);

  if ((author->is_inverted && needs_subject (sentence->language)
       && has_clause_after (sentence, cue, author->tail))
      || tells_pronoun (sentence, cue))
    return TRUE;
  if ((author->is_inverted || begins_with_verb (sentence, author->border + 1))
      && (quo_clause_is_somebody (sentence, author->border)
          || quo_clause_is_noun_with_relative (sentence, author->border)))
    return TRUE;
  if (!author->is_inverted
      && (!has_subject (sentence, author->border, cue, author->tail)
          || is_infinitive (sentence, cue) || quo_clause_is_source_before (sentence, author->border)
          || tells_of_noun (sentence, author->border, cue)
          || tells_after (sentence, cue, author->tail)))
    return TRUE;
  /* Nachdem er gegangen war, stand X auf. */
  if (author->is_end && quo_language_has_capital_nouns (sentence->language)
      && !(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)
      && begins_dependent (sentence))
    return TRUE;
  if (author->is_end)
    return author->is_inverted && quo_clause_is_noun_told_of (sentence, author->border);
  if (author->is_inverted && tells_behind_comma (sentence, author->tail))
    return TRUE;
  /* On Monday, he said, that ... */
  if (!author->is_inverted && (next->kinds & (QUO_WORD_OPENER | QUO_WORD_JOIN))
      && !(next->kinds & QUO_WORD_JOIN && cue - author->border > MAX_SUBJECT / 2))
    return TRUE;
  return (!author->is_inverted && author->tail - cue > MAX_TAIL / 2)
         || (author->is_inverted && !has_subject (sentence, author->border, cue, author->tail))
         /* After the match, X said, “...” */
         || count_unquoted (sentence, author->tail + 1, sentence->tokens->len - 1) == 0;
}

/* «Ремонт, обещают чиновники, закончат к маю»: a noun that begins what is said, before a verb that
 * has its subject behind it, where the order of words is free. */
static gboolean
is_begun_by_noun (const QuoClauseSentence *sentence, const Author *author)
{
  return author->border == 0 && author->is_inverted && !author->is_end
         && quo_language_has_free_order (sentence->language)
         && !(quo_clause_get_token (sentence, 0)->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_JOIN | QUO_WORD_OPENER | QUO_WORD_OBLIQUE
                 | QUO_WORD_AS | QUO_WORD_ANY_SAYING | QUO_WORD_CALENDAR));
}

/* How many words outside of marks the clause has at least: X is “a danger”, warned Y. */
static guint
get_least_words (const QuoClauseSentence *sentence, const Author *author)
{
  guint n_words = author->border + 1;

  if (is_begun_by_noun (sentence, author))
    return 1;
  return author->is_end && count_unquoted (sentence, 0, author->border) == n_words
             ? QUO_CLAUSE_MIN_WORDS
             : 2;
}

/* X called Y “a hero”, Z praised ...: a verb that says other things too does not tell what another
 * one names. */
static gboolean
names_before (const QuoClauseSentence *sentence, gint cue)
{
  if (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING)
    return FALSE;
  for (gint i = 1; i < cue; i++)
    if (sentence->quoted[i] && !sentence->quoted[i - 1])
      for (gint k = 0; k < i; k++)
        if (!sentence->quoted[k] && (quo_clause_get_token (sentence, k)->kinds & QUO_WORD_NAMING))
          return TRUE;
  return FALSE;
}

/* "However, X said, the plan was late": a small word before the author and a clause behind. */
static gboolean
is_link_alone (const QuoClauseSentence *sentence, const Author *author)
{
  gint first = author->tail + 1;

  return author->border == 0 && !author->is_end && quo_clause_is_mere_link (sentence, 0)
         && needs_subject (sentence->language) && !sentence->quoted[first]
         && !quo_clause_is_relative (sentence, first)
         && has_clause_after (sentence, author->tail, (gint)sentence->tokens->len - 1);
}

/* Als auch das nicht half, drohte X, dass: a clause that tells when, and one that is told. */
static gboolean
is_when_before (const QuoClauseSentence *sentence, const Author *author)
{
  return quo_language_has_capital_nouns (sentence->language) && begins_dependent (sentence)
         && (quo_clause_get_token (sentence, author->tail + 1)->kinds & QUO_WORD_OPENER);
}

gboolean
quo_clause_try_before (QuoClauseSentence *sentence, gint cue)
{
  Author author;
  QuoClause clause;

  if ((!(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_ANY_SAYING)
       && !quo_clause_is_bracket (sentence, find_border_before (sentence, cue), cue))
      || quo_clause_is_converb (sentence, cue)
      || quo_clause_has_between (sentence, cue, quo_clause_is_colon) || names_before (sentence, cue)
      || quo_clause_tells_what_comes (sentence, cue)
      || (quo_language_has_free_order (sentence->language) && quo_clause_is_denied (sentence, cue))
      || !find_author (sentence, cue, &author) || is_contradicted (sentence, cue, &author)
      || (count_unquoted (sentence, 0, author.border) < get_least_words (sentence, &author)
          && !is_link_alone (sentence, &author)))
    return FALSE;
  clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_BEFORE);
  clause.ranges[0]
      = QUO_SPAN (sentence->span.start, quo_clause_get_token (sentence, author.border)->span.end);
  clause.gap = cue - author.border - 1;
  clause.n_tail = author.tail - cue;
  clause.is_outer
      = author.is_end
        && (quo_language_has_capital_nouns (sentence->language)
                ? author.is_inverted
                : needs_subject (sentence->language) && quo_clause_verb_takes_clause (sentence, cue)
                      && (clause.cue_kinds & QUO_WORD_SAYING) != 0);
  if ((quo_clause_get_token (sentence, 0)->kinds & QUO_WORD_OPENER)
      && quo_clause_is_bracket (sentence, author.border, cue))
    {
      clause.has_opener = TRUE;
      clause.cue_kinds |= QUO_WORD_SAYING;
    }
  if (author.is_end
      && (quo_clause_was_asked (sentence, author.border)
          || quo_clause_is_purpose (sentence, author.border)))
    return FALSE;
  if (!author.is_end
      && (quo_clause_is_mere_link (sentence, author.border)
          || quo_clause_was_asked (sentence, author.border)
          || quo_clause_is_purpose (sentence, author.border) || is_when_before (sentence, &author)))
    {
      clause.pattern = QUO_CLAUSE_AFTER;
      clause.has_opener = TRUE;
      clause.ranges[0] = QUO_SPAN (quo_clause_get_token (sentence, author.tail + 1)->span.start,
                                   sentence->span.end);
    }
  else if (!author.is_end && goes_on (sentence, &author))
    {
      clause.pattern = QUO_CLAUSE_ROUND;
      clause.ranges[1] = QUO_SPAN (quo_clause_get_token (sentence, author.tail + 1)->span.start,
                                   sentence->span.end);
      clause.n_ranges = 2;
    }
  quo_clause_take (sentence, &clause);
  return TRUE;
}
